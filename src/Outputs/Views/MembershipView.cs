using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A stretch of membership.</summary>
public sealed record PeriodView(Day? From, Day? Until, string? Why, [property: JsonIgnore] bool InBanner);

/// <summary>Whether an organisation or person belongs, as what, and since when.</summary>
public sealed record MembershipView
{
    /// <summary>member, left, observer, adopter, emeritus or joining; null when the record does not say.</summary>
    public string? Standing { get; init; }

    /// <summary>The standing for readers.</summary>
    [JsonIgnore] public Tag Tag { get; init; } = null!;

    /// <summary>The first day of the present stretch, or for one that left its first day ever.</summary>
    public Day? Since { get; init; }

    /// <summary>For one that left, its last day.</summary>
    public Day? Left { get; init; }

    /// <summary>For one that left, why.</summary>
    public string? Why { get; init; }

    /// <summary>All stretches, oldest first.</summary>
    public ImmutableArray<PeriodView> Periods { get; init; } = [];

    /// <summary>What a member's record says about its membership on the day of the build.</summary>
    public static MembershipView Of(PageContext page, Member member)
    {
        var today = page.Consequences.Today;
        var belongs = page.Consequences.Participation.BelongsNow(member);
        var begun = member.Periods.Where(p => p.From is not { } from || from.First <= today).ToList();
        var last = begun.Count > 0 ? begun.MaxBy(p => p.From) : null;
        var standing = (member.Category, belongs) switch
        {
            (_, false) when last is null => "joining",
            (_, false) => "left",
            ("observer" or "adopter" or "emeritus", _) => member.Category,
            (_, true) => "member",
            _ => null,
        };
        return new MembershipView
        {
            Standing = standing,
            Tag = standing switch
            {
                "member" => new("Member", "ok"),
                "left" => new("Left", "old"),
                "observer" => new("Observer", "info"),
                "adopter" => new("Adopter", "info"),
                "emeritus" => new("Emeritus", "old"),
                "joining" => new("Not yet a member", "info"),
                _ => new("Membership not recorded", "old"),
            },
            Since = page.Day(standing is "left" ? member.Periods.Min(p => p.From) : standing is "joining" ? member.Periods.Min(p => p.From) : last?.From),
            Left = standing == "left" ? page.Day(last?.Until) : null,
            Why = standing == "left" ? last?.Why : null,
            Periods = [.. member.Periods.Select(p => new PeriodView(page.Day(p.From), page.Day(p.Until), p.Why, standing == "left" && ReferenceEquals(p, last)))],
        };
    }

    /// <summary>Whether it is one of the members that vote, today.</summary>
    [JsonIgnore] public bool Votes => Standing == "member";
}

/// <summary>Which version of an agreement a member endorsed last.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Version">The number of the version; null when it endorses none.</param>
/// <param name="Newest">The number of the newest version in force; null when not known.</param>
/// <param name="Behind">Whether a newer version than its own is in force; only said of those who belong today.</param>
/// <param name="Label">"Version 5", with the agreement's name where there are several.</param>
public sealed record AcceptedVersion(Anchor Agreement, int? Version, int? Newest, bool Behind, [property: JsonIgnore] string Label)
{
    internal static ImmutableArray<AcceptedVersion> Of(PageContext page, Member member, MembershipView membership)
    {
        var several = page.Corpus.All<Platform>(Platform.OfKind).Length > 1;
        return [.. page.Consequences.Acceptances.GetValueOrDefault(member.Id, []).Select(a => new AcceptedVersion(
            page.To(a.Agreement), a.Newest, a.InForce, a.Behind && membership.Votes, Name(a, several)))];
    }

    private static string Name(Acceptance acceptance, bool several) =>
        (several ? acceptance.Agreement.Title + ": " : "")
        + (acceptance.Newest is { } number ? (several ? $"version {number}" : $"Version {number}")
            : acceptance.Left ? (several ? "no longer agrees" : "No longer agrees")
            : several ? "none" : "None");
}
