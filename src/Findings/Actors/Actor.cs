using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Actors;

/// <summary>One member needs another.</summary>
/// <param name="By">Who needs it.</param>
/// <param name="On">Whom it needs.</param>
/// <param name="For">What for, in the words of the record; null when not given.</param>
public sealed record Reliance(Member By, Member On, string? For);

/// <summary>A member as somebody who acts: whom it needs, who needs it, and how it came in.</summary>
/// <param name="Member">Who.</param>
/// <param name="Standing">What it is on the day of the build, as <see cref="Memberships.StandingOf"/> says.</param>
public sealed record Actor(Member Member, string? Standing)
{
    /// <summary>What it needs of members, as its file lists it.</summary>
    public ImmutableArray<Reliance> Needs { get; init; } = [];

    /// <summary>What it needs of somebody who is no member and never was, or who is not named.</summary>
    public ImmutableArray<Dependency> NeedsOthers { get; init; } = [];

    /// <summary>What members need of it, by their names.</summary>
    public ImmutableArray<Reliance> NeededBy { get; init; } = [];

    /// <summary>The member that brought it in; null when not recorded, or none of ours.</summary>
    public Member? ReferredBy { get; init; }

    /// <summary>The members it brought in, by name.</summary>
    public ImmutableArray<Member> Referred { get; init; } = [];

    /// <summary>Whether it takes part today, as far as the record says; adopters follow the agreement without taking part.</summary>
    public bool TakesPart => Standing is not ("left" or "adopter" or "joining");

    /// <summary>Whether the record tells more of it than its name, what it looks after and when it belonged.</summary>
    public bool IsDescribed => Member.SuccessMetric is not null || !Member.Constraints.IsEmpty || !Member.DependsOn.IsEmpty
        || Member.PurposeAffirmed is not null || Member.ReferredBy is not null || !NeededBy.IsEmpty;

    /// <summary>What limited it until a day that has passed: nobody has said since whether it still does.</summary>
    public IEnumerable<Limit> LimitsPast(DateOnly today) => Member.Constraints.Where(limit => IsPast(limit, today));

    /// <summary>Whether a limit was to last until a day that has passed.</summary>
    public static bool IsPast(Limit limit, DateOnly today) => limit.Until is { } until && until.Last < today;

    /// <summary>Whether somebody who spoke for a member does so no more.</summary>
    public static bool IsPast(Records.Delegate person, DateOnly today) => person.Until is { } until && until.Last < today;
}
