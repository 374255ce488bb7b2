using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Powers;

/// <summary>Looks for reasons why a decision may be outside its authority. Only what the record says for certain is one.</summary>
internal static class AuthorityDoubts
{
    /// <summary>The reasons: the clause, then who decided, then the limit.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="authority">What is known of its authority.</param>
    /// <param name="corpus">The records.</param>
    public static ImmutableArray<Doubt> Of(Decision decision, Authority authority, Corpus corpus)
    {
        var doubts = ImmutableArray.CreateBuilder<Doubt>();
        if (OfClause(decision, authority, corpus) is { } clause) doubts.Add(clause);
        if (OfDelegate(decision, authority, corpus) is { } person) doubts.Add(person);
        if (authority.WithinLimit == false) doubts.Add(new Doubt(Excess.AboveLimit, decision.Amount!.Value.At, authority.Rule!.Name.At));
        return doubts.ToImmutable();
    }

    private static Doubt? OfClause(Decision decision, Authority authority, Corpus corpus)
    {
        if (authority.Standing is not (ClauseStanding.NotYet or ClauseStanding.Ended)) return null;
        var ended = authority.Standing is ClauseStanding.Ended;
        var texts = Versions.TextsOf(authority.Agreement!);
        var place = ended ? authority.ClausePlace!.Value + 1 : authority.ClausePlace ?? 0;
        return new Doubt(ended ? Excess.ClauseEnded : Excess.ClauseNotYet, decision.Under!.Written.At, PlaceOf(texts[place], place, corpus)) { Day = Versions.DateOf(texts[place]), Later = !ended };
    }

    /// <summary>Where it is written that a text applies: in the decision that made it of another, else in its file.</summary>
    private static Location PlaceOf(Platform text, int place, Corpus corpus) =>
        place > 0 && corpus.Find<Decision>(text.AdoptedBy) is { } by ? by.InForceAt : text.Core.At;

    private static Doubt? OfDelegate(Decision decision, Authority authority, Corpus corpus)
    {
        if (!authority.IsDelegated || decision.Date is not { } day) return null;
        var (left, rule) = (authority.LeftTo, authority.RuleLeavesTo);
        if (left is { Vacant: true }) return new Doubt(Excess.Vacant, decision.DelegatedTo!.Written.At, left.Role!.Core.At) { Allowed = left };
        if (left is not null && rule is not null && !AreSame(left, rule) && Apart(left.Members, rule.Members))
            return Between(decision.DelegatedTo!.Written.At, left.Members!.Value[0], rule, authority.Rule!.Name.At, day);
        if ((left ?? rule) is not { } allowed || decision.DecisionMakers is not [var first, ..] makers) return null;
        var decided = makers.Select(corpus.Find<Member>).ToImmutableArray();
        if (decided.Contains(null) || !Apart([.. decided.OfType<Member>()], allowed.Members)) return null;
        return Between(first.Written.At, decided[0]!, allowed, left is null ? authority.Rule!.Name.At : decision.DelegatedTo!.Written.At, day);
    }

    private static bool AreSame(LeftTo one, LeftTo other) =>
        one.Record is { } record ? record.Key == other.Record?.Key : LeftTo.Bare(one.Name) == LeftTo.Bare(other.Name);

    /// <summary>Whether both are known and nobody is in both.</summary>
    private static bool Apart(ImmutableArray<Member>? some, ImmutableArray<Member>? others) =>
        some is { } one && others is { } other && !one.Any(m => other.Any(o => o.Id == m.Id));

    /// <summary>Somebody else decided; where it held the role at another time, that is said, with its term as the other place.</summary>
    private static Doubt Between(Location at, Member who, LeftTo allowed, Location other, PartialDate day)
    {
        var terms = allowed.Role?.Terms.Where(t => t.Holder?.Id == who.Id).ToList() ?? [];
        var past = terms.Where(t => t.Until is { } until && until.Last < day.First).OrderByDescending(t => t.Until).FirstOrDefault();
        if (past is not null) return new Doubt(Excess.AnotherTime, at, past.At) { Who = who, Allowed = allowed, Day = past.Until };
        var next = terms.Where(t => t.From is { } from && from.First > day.Last).OrderBy(t => t.From).FirstOrDefault();
        if (next is not null) return new Doubt(Excess.AnotherTime, at, next.At) { Who = who, Allowed = allowed, Day = next.From, Later = true };
        return new Doubt(Excess.Another, at, other) { Who = who, Allowed = allowed };
    }
}
