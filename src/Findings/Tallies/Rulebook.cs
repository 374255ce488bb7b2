using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Tallies;

/// <summary>
/// Rules as arithmetic, and who could vote on which day, each worked out once: thousands of decisions share a few rules and a
/// few hundred days. For one thread.
/// </summary>
internal sealed class Rulebook(Corpus corpus)
{
    private readonly Dictionary<DecisionRule, VotingRule> rules = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartialDate, ImmutableArray<Member>?> electorates = [];
    private readonly ImmutableArray<Member> voting = [.. corpus.All<Member>(Member.OfKind).Where(Participation.HasVote)];

    /// <summary>The records.</summary>
    public Corpus Corpus => corpus;

    /// <summary>A rule as arithmetic.</summary>
    public VotingRule Read(DecisionRule rule)
    {
        if (!rules.TryGetValue(rule, out var read)) rules[rule] = read = RuleReader.Read(rule);
        return read;
    }

    /// <summary>The members with a vote on a day; null where the record does not say of every member whether it was one.</summary>
    public ImmutableArray<Member>? Electorate(PartialDate day)
    {
        if (!electorates.TryGetValue(day, out var members)) electorates[day] = members = ElectorateOf(day);
        return members;
    }

    private ImmutableArray<Member>? ElectorateOf(PartialDate day)
    {
        if (voting.IsEmpty || voting.Any(m => m.BelongedOn(day) is null)) return null;
        return [.. voting.Where(m => m.BelongedOn(day) == true)];
    }
}
