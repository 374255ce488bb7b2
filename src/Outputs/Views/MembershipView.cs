using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Findings.Agreements;
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

    /// <summary>What a member is on the day of the build: member, left, observer, adopter, emeritus or joining; null when the record does not say.</summary>
    internal static string? StandingOf(Site site, Member member) => Memberships.StandingOf(member, site.Consequences.Today);

    private static IEnumerable<Period> Begun(Site site, Member member) =>
        member.Periods.Where(p => p.From is not { } from || from.First <= site.Consequences.Today);

    /// <summary>What a member's record says about its membership on the day of the build.</summary>
    public static MembershipView Of(PageContext page, Member member)
    {
        var last = Begun(page.Site, member).MaxBy(p => p.From);
        var standing = StandingOf(page.Site, member);
        return new MembershipView
        {
            Standing = standing,
            Tag = standing switch
            {
                "member" => page.Consequences.Ended is null ? new("Member", "ok") : new("Member at the end", "old"),
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

/// <summary>How a member stands to an agreement it spoke of.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Version">The number of the version it endorses; null when it endorses none.</param>
/// <param name="Newest">The number of the version in force; null when not known.</param>
/// <param name="Behind">Whether it has not endorsed the words in force; only said of those who belong today.</param>
/// <param name="Label">"Version 5", with the agreement's name where there are several.</param>
public sealed record AcceptedVersion(Anchor Agreement, int? Version, int? Newest, bool Behind, [property: JsonIgnore] string Label)
{
    /// <summary>Whether the version it endorses has the words in force under another number.</summary>
    public bool SameWords { get; init; }

    /// <summary>What changed since, in one sentence; null where it endorses the words in force or none.</summary>
    public string? Since { get; init; }

    /// <summary>The page with the very words that changed since.</summary>
    [JsonIgnore] public Anchor? Changes { get; init; }

    /// <summary>All endorsements of the agreement.</summary>
    [JsonIgnore] public Anchor? Everybody { get; init; }

    internal static ImmutableArray<AcceptedVersion> Of(PageContext page, Member member, MembershipView membership)
    {
        var several = page.Corpus.All<Platform>(Platform.OfKind).Length > 1;
        return [.. page.Consequences.Currencies.Of(member).Select(c => Of(page, c, membership, several))];
    }

    private static AcceptedVersion Of(PageContext page, Currency currency, MembershipView membership, bool several)
    {
        var behind = currency.Standing is Held.None or Held.Behind && currency.InForce is not null;
        return new AcceptedVersion(
            page.To(currency.Agreement), currency.Holds?.Place + 1, currency.InForce + 1, behind && membership.Votes, Name(currency, several))
        {
            SameWords = currency.Standing == Held.SameWords,
            Since = SinceThen.Sentence(page, currency),
            Changes = SinceThen.Link(page, currency, currency.Standing == Held.Behind ? "See the words that changed" : "Compare the two"),
            Everybody = EndorsementsView.Link(page, currency.Agreement, "What every member said"),
        };
    }

    private static string Name(Currency currency, bool several)
    {
        var name = currency switch
        {
            { Holds.Place: { } place } => $"version {place + 1}",
            { Holds: not null } => "version not recorded",
            { TookBack: true } => "no longer agrees",
            _ => "none",
        };
        return several ? $"{currency.Agreement.Title}: {name}" : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
