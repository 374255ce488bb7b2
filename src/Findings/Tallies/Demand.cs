using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Tallies;

/// <summary>What an open question needs to be agreed, by the rule that it names; numbers only where they are sure.</summary>
/// <param name="State">Whether the rule was found and understood.</param>
/// <param name="Method">How it is decided: as the rule says, else as the record says.</param>
public sealed record Demand(ProofState State, string Method)
{
    /// <summary>The rule, where it was found.</summary>
    public VotingRule? Rule { get; init; }

    /// <summary>The day from which the text with that rule applies, where that is still to come.</summary>
    public PartialDate? RuleFrom { get; init; }

    /// <summary>The members with a vote today; null where the record does not say of every member whether it is one.</summary>
    public ImmutableArray<Member>? Members { get; init; }

    /// <summary>How many members must be in favour; null where that depends on who votes, on weights or on groups.</summary>
    public Ratio? Needed { get; init; }

    /// <summary>How many members must be there; null where the rule asks for none, or for a share of members that are not known.</summary>
    public Ratio? Quorum { get; init; }

    /// <summary>What a question needs by the rule in force on the day by which it is to be decided, else today; members are those of today.</summary>
    internal static Demand Of(Decision decision, Corpus corpus, DateOnly today)
    {
        var book = new Rulebook(corpus);
        var day = decision.DecideBy?.Exact is { } by && by > today ? by : today;
        var proof = Proof.WithRule(decision with { Core = decision.Core with { Date = PartialDate.Of(day) } }, book);
        var members = book.Electorate(PartialDate.Of(today));
        return new Demand(proof.State, proof.Method)
        {
            Rule = proof.Rule,
            Members = members,
            RuleFrom = proof is { Agreement: { } agreement, Place: { } place } && Versions.DateOf(Versions.TextsOf(agreement)[place]) is { } from && from.First > today ? from : null,
            Needed = proof is { State: ProofState.Proved, Rule: { } rule } ? NeededOf(rule, members) : null,
            Quorum = proof is { State: ProofState.Proved, Rule.Quorum: { } quorum } && (quorum.IsCount || members is not null) ? quorum.LeastOf(members?.Length ?? 0, Ratio.One) : null,
        };
    }

    private static Ratio? NeededOf(VotingRule rule, ImmutableArray<Member>? members)
    {
        if (!rule.IsRollCall || !rule.Weights.IsEmpty || !rule.Groups.IsEmpty) return null;
        if (rule.Threshold!.IsCount) return rule.Threshold.LeastOf(Ratio.Zero, Ratio.One);
        // Where those who step aside are not counted, how many must agree depends on how many do.
        return rule is { Base: VoteBase.AllMembers, RecusedCount: true } && members is { Length: > 0 } all ? rule.Threshold.LeastOf(all.Length, Ratio.One) : null;
    }
}
