using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>How much is enough.</summary>
/// <param name="Share">The share of the base, or where <paramref name="IsCount"/> a number of votes.</param>
/// <param name="MoreThan">Whether exactly that much is too little ("more than half").</param>
/// <param name="IsCount">Whether it is a number and not a share.</param>
/// <param name="AsWritten">The words of the rule.</param>
public sealed record Measure(Ratio Share, bool MoreThan, bool IsCount, string AsWritten)
{
    /// <summary>Whether an amount is enough of a base. Of nothing, nothing is enough.</summary>
    public bool IsMetBy(Ratio amount, Ratio of)
    {
        if (IsCount) return MoreThan ? amount > Share : amount >= Share;
        if (of <= Ratio.Zero) return false;
        var line = Share * of;
        return MoreThan ? amount > line : amount >= line;
    }

    /// <summary>The least amount that is enough of a base, among the multiples of a step: whole votes, or parts of votes where weights have parts.</summary>
    public Ratio LeastOf(Ratio of, Ratio step)
    {
        var steps = (IsCount ? Share : Share * of) / step;
        return step * (MoreThan ? new Ratio(steps.Floor + 1, 1) : new Ratio(steps.Ceiling, 1));
    }
}

/// <summary>What a share is taken of.</summary>
public enum VoteBase
{
    /// <summary>Votes for and against.</summary>
    VotesCast,

    /// <summary>Votes for and against, and abstentions.</summary>
    VotesWithAbstentions,

    /// <summary>
    /// Members who were there: for, against, abstaining and not voting, and paired where the rule says so. A vote that a proxy
    /// cast is always in it, so that no vote counts that the base does not have.
    /// </summary>
    MembersPresent,

    /// <summary>All members of that day.</summary>
    AllMembers,
}

/// <summary>A decision rule as arithmetic. What of it could not be read is named, and nothing is put in its place.</summary>
public sealed record VotingRule
{
    /// <summary>The rule as the agreement has it.</summary>
    public required DecisionRule Source { get; init; }

    /// <summary>The method by which votes are counted, and that of a rule that names none.</summary>
    public const string RollCall = "vote";

    /// <summary>The methods that are understood.</summary>
    public static readonly ImmutableArray<string> Methods = [RollCall, "consent", "consensus", "lazy-consensus", "without-objection", "delegated"];

    /// <summary>One of <see cref="Methods"/>, or as written where it is none of them.</summary>
    public string Method { get; init; } = RollCall;

    /// <summary>How much of the base must be in favour; null where the rule does not say or it was not understood.</summary>
    public Measure? Threshold { get; init; }

    /// <summary>What that is a share of; null likewise.</summary>
    public VoteBase? Base { get; init; }

    /// <summary>How many members must be there; null where the rule asks for none.</summary>
    public Measure? Quorum { get; init; }

    /// <summary>How long before notice must be given, in days; null where the rule does not say.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>For lazy consensus, how many days members have to object; null where the rule does not say.</summary>
    public int? SilenceDays { get; init; }

    /// <summary>Whether a member whose vote a proxy cast counts as there (<c>proxies: present</c>).</summary>
    public bool ProxiesPresent { get; init; }

    /// <summary>Whether paired members count as there (<c>pairs: present</c>).</summary>
    public bool PairsPresent { get; init; }

    /// <summary>Whether members who took no part because of an interest belong to the base of all members.</summary>
    public bool RecusedCount { get; init; } = true;

    /// <summary>The weight of members' votes, by id; a member that is not in it has one vote.</summary>
    public ImmutableDictionary<string, Ratio> Weights { get; init; } = ImmutableDictionary<string, Ratio>.Empty;

    /// <summary>Groups in each of which the threshold must be met, with the ids of their members; empty where there are none.</summary>
    public ImmutableArray<(string Name, ImmutableArray<string> Members)> Groups { get; init; } = [];

    /// <summary>The parts of the rule that were not understood, as written.</summary>
    public ImmutableArray<string> NotUnderstood { get; init; } = [];

    /// <summary>Whether votes are counted under it; else it asks for something that is no count.</summary>
    public bool IsRollCall => Method == RollCall;

    /// <summary>Whether a decision can be held against it.</summary>
    public bool IsUnderstood => NotUnderstood.IsEmpty && (!IsRollCall || (Threshold is not null && (Base is not null || Threshold.IsCount)));
}
