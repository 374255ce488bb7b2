using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Tallies;

/// <summary>How far a vote can be held against its rule.</summary>
public enum ProofState
{
    /// <summary>The arithmetic is done.</summary>
    Proved,

    /// <summary>The record names no rule.</summary>
    NoRule,

    /// <summary>The rule is in no agreement in force on the day, or the day is not known.</summary>
    RuleNotFound,

    /// <summary>The words of the rule are no arithmetic that is understood.</summary>
    RuleNotUnderstood,

    /// <summary>Neither names nor totals are recorded.</summary>
    NoRoll,

    /// <summary>The rule counts all members, and the record does not say who they were.</summary>
    MembersUnknown,
}

/// <summary>A vote and the rule that it was held against.</summary>
/// <param name="State">How far that is possible.</param>
/// <param name="Rule">The rule as arithmetic, where it was found.</param>
/// <param name="Agreement">The agreement it is in.</param>
/// <param name="Place">The place of the text that was in force.</param>
/// <param name="Tally">The arithmetic, where it is done.</param>
public sealed record Proof(ProofState State, VotingRule? Rule = null, Platform? Agreement = null, int? Place = null, Tally? Tally = null)
{
    /// <summary>The proof of a decision's vote.</summary>
    internal static Proof Of(Decision decision, Vote vote, Corpus corpus)
    {
        if (vote.Rule is not { } name) return new Proof(ProofState.NoRule);
        if (Find(name.Value, decision, corpus) is not { } found) return new Proof(ProofState.RuleNotFound);
        var proof = new Proof(ProofState.Proved, RuleReader.Read(found.Rule), found.Agreement, found.Place);
        if (!proof.Rule!.IsArithmetic) return proof with { State = ProofState.RuleNotUnderstood };
        if (vote.Ballots.IsEmpty && vote.Counts.IsEmpty) return proof with { State = ProofState.NoRoll };
        var day = decision.Date!.Value;
        var members = Electorate(corpus, day);
        var needsAll = proof.Rule.Base == VoteBase.AllMembers || proof.Rule.Quorum is { IsCount: false };
        if (members is null && needsAll) return proof with { State = ProofState.MembersUnknown };
        return proof with { Tally = Tally.Of(proof.Rule, Voters(vote, members, corpus)) };
    }

    /// <summary>The rule of a name in the text in force on the decision's day: of the agreement that gives the authority, else of the only one that has such a rule.</summary>
    private static (DecisionRule Rule, Platform Agreement, int Place)? Find(string name, Decision decision, Corpus corpus)
    {
        if (decision.Date is not { } day) return null;
        var under = corpus.Find<Platform>(decision.Under);
        var candidates = under is not null ? [under] : corpus.All<Platform>(Platform.OfKind);
        var found = new List<(DecisionRule, Platform, int)>();
        foreach (var agreement in candidates)
        {
            // On the day on which the first text is agreed, its own rules are those by which it was agreed.
            var place = Versions.InForceOn(agreement, day.Last) ?? (decision.Id == agreement.AdoptedBy?.Id || Versions.TextsOf(agreement)[0].AdoptedBy?.Id == decision.Id ? 0 : null);
            if (place is { } at && Versions.TextsOf(agreement)[at].Rules.FirstOrDefault(r => r.Name.Value == name) is { } rule) found.Add((rule, agreement, at));
        }

        return found is [var only] ? only : null;
    }

    /// <summary>The members with a vote on a day; null where the record does not say of every member whether it was one.</summary>
    internal static ImmutableArray<Member>? Electorate(Corpus corpus, PartialDate day)
    {
        var voting = corpus.All<Member>(Member.OfKind).Where(Participation.HasVote).ToList();
        if (voting.Count == 0 || voting.Any(m => m.BelongedOn(day) is null)) return null;
        return [.. voting.Where(m => m.BelongedOn(day) == true)];
    }

    private static ImmutableArray<Voter> Voters(Vote vote, ImmutableArray<Member>? members, Corpus corpus)
    {
        var voters = ImmutableArray.CreateBuilder<Voter>();
        if (vote.Ballots.IsEmpty)
        {
            foreach (var (value, count) in vote.Counts)
                for (var i = 0; i < count && voters.Count < 100_000; i++) voters.Add(new Voter("", value));
            for (var i = voters.Count; i < (members?.Length ?? 0); i++) voters.Add(new Voter("", null));
            return voters.ToImmutable();
        }

        var cast = new Dictionary<string, VoteValue>(StringComparer.Ordinal);
        foreach (var ballot in vote.Ballots) cast.TryAdd(corpus.Find<Member>(ballot.Member)?.Id ?? ballot.Member.Id, ballot.Value);
        foreach (var id in members?.Select(m => m.Id) ?? cast.Keys) voters.Add(new Voter(id, cast.TryGetValue(id, out var value) ? value : null));
        return voters.ToImmutable();
    }
}
