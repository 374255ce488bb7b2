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

    /// <summary>The day is not recorded, so that it is not known which rules applied.</summary>
    DayUnknown,

    /// <summary>The rule is in no agreement in force on the day.</summary>
    RuleNotFound,

    /// <summary>The words of the rule are no arithmetic that is understood.</summary>
    RuleNotUnderstood,

    /// <summary>Neither names nor totals are recorded.</summary>
    NoRoll,

    /// <summary>Only totals are recorded, and the rule gives members weights or groups.</summary>
    NamesNeeded,

    /// <summary>The rule counts all members, and the record does not say who they were.</summary>
    MembersUnknown,
}

/// <summary>A decision and the rule that it was held against.</summary>
/// <param name="State">How far that is possible.</param>
/// <param name="Method">How it was decided: as the rule says, else as the record says.</param>
public sealed record Proof(ProofState State, string Method)
{
    /// <summary>The rule as arithmetic, where it was found.</summary>
    public VotingRule? Rule { get; init; }

    /// <summary>The agreement it is in.</summary>
    public Platform? Agreement { get; init; }

    /// <summary>The place of the text that was in force.</summary>
    public int? Place { get; init; }

    /// <summary>The arithmetic of counted votes, where it is done.</summary>
    public Tally? Tally { get; init; }

    /// <summary>For a method that counts no votes, what the record says instead; it needs no rule.</summary>
    public Assent? Assent { get; init; }

    /// <summary>Whether it is carried; null where the record does not tell.</summary>
    public bool? Carried => Tally is not null ? Tally.Carried : Assent?.Carried;

    /// <summary>Members of that day of whom the roll call says nothing.</summary>
    public ImmutableArray<string> NotRecorded => Tally?.NotRecorded ?? Assent?.NotRecorded ?? [];

    /// <summary>The proof of a decision that was taken; null where it was taken by vote and no vote is recorded.</summary>
    internal static Proof? Of(Decision decision, Rulebook book)
    {
        var vote = decision.Vote;
        var proof = WithRule(decision, book);
        if (proof.Method != VotingRule.RollCall) return proof with { Assent = Assent.Of(decision, proof.Method, proof.Rule, book) };
        if (vote is null) return null;
        if (proof.State != ProofState.Proved) return proof;
        var rule = proof.Rule!;
        if (vote.Ballots.IsEmpty && vote.Counts.IsEmpty) return proof with { State = ProofState.NoRoll };
        if (vote.Ballots.IsEmpty && !(rule.Weights.IsEmpty && rule.Groups.IsEmpty)) return proof with { State = ProofState.NamesNeeded };
        var members = book.Electorate(decision.Date!.Value);
        var needsAll = rule.Base == VoteBase.AllMembers || rule.Quorum is { IsCount: false };
        if (members is null && needsAll) return proof with { State = ProofState.MembersUnknown };
        return proof with { Tally = Tally.Of(rule, Voters(vote, members, book.Corpus)) };
    }

    /// <summary>The rule that a decision names, as far as it is found and understood.</summary>
    internal static Proof WithRule(Decision decision, Rulebook book)
    {
        var said = decision.Method ?? VotingRule.RollCall;
        if ((decision.Vote?.Rule ?? decision.Rule) is not { } name) return new Proof(ProofState.NoRule, said);
        if (decision.Date is null) return new Proof(ProofState.DayUnknown, said);
        if (Find(name.Value, decision, book.Corpus) is not { } found) return new Proof(ProofState.RuleNotFound, said);
        var rule = book.Read(found.Rule);
        return new Proof(rule.IsUnderstood ? ProofState.Proved : ProofState.RuleNotUnderstood, rule.IsUnderstood ? rule.Method : said)
        {
            Rule = rule,
            Agreement = found.Agreement,
            Place = found.Place,
        };
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
            if (PlaceFor(decision, day, agreement) is { } at && Versions.TextsOf(agreement)[at].Rules.FirstOrDefault(r => r.Name.Value == name) is { } rule) found.Add((rule, agreement, at));
        }

        return found is [var only] ? only : null;
    }

    /// <summary>The place of the text of an agreement that a decision of a day is held against; null where none was in force.</summary>
    internal static int? PlaceFor(Decision decision, PartialDate day, Platform agreement) =>
        // On the day on which the first text is agreed, its own rules are those by which it was agreed.
        Versions.InForceOn(agreement, day.Last) ?? (decision.Id == agreement.AdoptedBy?.Id || Versions.TextsOf(agreement)[0].AdoptedBy?.Id == decision.Id ? 0 : null);

    /// <summary>Everybody who could vote, with what the record says of each; those of the roll call alone where it is not known who the members were.</summary>
    private static ImmutableArray<Voter> Voters(Vote vote, ImmutableArray<Member>? members, Corpus corpus)
    {
        if (vote.Ballots.IsEmpty)
        {
            var counted = vote.Counts.Select(c => new Voter("", c.Key) { Heads = c.Value }).Where(v => v.Heads > 0).ToImmutableArray();
            var others = (members?.Length ?? 0) - counted.Sum(v => v.Heads);
            return others > 0 ? counted.Add(new Voter("", null) { Heads = others }) : counted;
        }

        var cast = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var ballot in vote.Ballots) cast.TryAdd(corpus.Find<Member>(ballot.Member)?.Id ?? ballot.Member.Id, ballot);
        return [.. (members?.Select(m => m.Id) ?? cast.Keys).Select(id =>
            cast.TryGetValue(id, out var ballot) ? new Voter(id, ballot.Value) { ByProxy = ballot.Holder is not null } : new Voter(id, null))];
    }
}
