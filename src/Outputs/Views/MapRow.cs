using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Actors;

namespace PublicLedger.Outputs;

/// <summary>A member on the map: what it works for, what limits it, and whom it needs.</summary>
public sealed record MapRow
{
    /// <summary>The member.</summary>
    public required Anchor Member { get; init; }

    /// <summary>member, left, observer, adopter, emeritus or joining; null when not recorded.</summary>
    public string? Standing { get; init; }

    /// <summary>The standing for readers.</summary>
    [JsonIgnore] public Tag Tag { get; init; } = null!;

    /// <summary>What it looks after.</summary>
    public string? Function { get; init; }

    /// <summary>What it measures itself by.</summary>
    public string? SuccessMetric { get; init; }

    /// <summary>What limits it.</summary>
    public ImmutableArray<LimitView> Constraints { get; init; } = [];

    /// <summary>Whom it reaches.</summary>
    public string? Reach { get; init; }

    /// <summary>The person who looks after its part.</summary>
    public Anchor? Steward { get; init; }

    /// <summary>When it affirmed the shared purpose.</summary>
    public Day? PurposeAffirmed { get; init; }

    /// <summary>Whom it needs.</summary>
    public ImmutableArray<DependencyView> DependsOn { get; init; } = [];

    /// <summary>Who needs it.</summary>
    public ImmutableArray<DependencyView> DependedOnBy { get; init; } = [];

    /// <summary>Who brought it in.</summary>
    public Anchor? ReferredBy { get; init; }

    /// <summary>Whether it takes part no more.</summary>
    [JsonIgnore] public bool IsPast => Standing == "left";

    /// <summary>The kinds of what limits it today, or the words where no kind is given.</summary>
    [JsonIgnore] public ImmutableArray<string> LimitedBy { get; init; } = [];

    /// <summary>Whom it needs, each once.</summary>
    [JsonIgnore] public ImmutableArray<Anchor> Needs { get; init; } = [];

    /// <summary>Who needs it today, each once.</summary>
    [JsonIgnore] public ImmutableArray<Anchor> NeededBy { get; init; } = [];

    internal static MapRow Of(PageContext page, Actor actor)
    {
        var member = actor.Member;
        var membership = MembershipView.Of(page, member);
        var limits = LimitView.Of(page, member);
        var dependsOn = DependencyView.Needs(page, actor);
        var neededBy = actor.NeededBy.Where(n => page.Consequences.Actors.Of(n.By).TakesPart).Select(n => page.To(n.By));
        return new MapRow
        {
            Member = page.To(member),
            Standing = membership.Standing,
            Tag = membership.Tag,
            Function = member.Function,
            SuccessMetric = member.SuccessMetric,
            Constraints = limits,
            Reach = member.Reach,
            Steward = MemberView.StewardOf(page, member),
            PurposeAffirmed = page.Day(member.PurposeAffirmed),
            DependsOn = dependsOn,
            DependedOnBy = DependencyView.NeededBy(page, actor),
            ReferredBy = member.ReferredBy is { } friend ? page.To(friend) : null,
            LimitedBy = [.. limits.Where(l => !l.Past).Select(l => l.KindInWords ?? l.Text).OfType<string>().Distinct(StringComparer.Ordinal)],
            Needs = [.. dependsOn.Select(d => d.Member).OfType<Anchor>().DistinctBy(m => (m.Id, m.Text))],
            NeededBy = [.. neededBy.DistinctBy(m => m.Id, StringComparer.Ordinal)],
        };
    }
}
