using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>How long one member has held one role.</summary>
internal static class LongestInARole
{
    /// <summary>
    /// Of the roles that somebody holds on the day: the most whole months that one holder has had one without a break. Terms
    /// that are not known to the day are left out. The pattern text asks for rotating responsibilities and draws no line;
    /// 24 months is our own.
    /// </summary>
    public static readonly Measure Measure = new("longest-in-a-role", Unit.Months, Bound.AtMost(24), basis =>
    {
        var roles = basis.Consequences.Tenures.All.Select(t => t.Role).Where(r => !r.IsRetracted).ToList();
        return day =>
        {
            var tenures = roles.Select(r => Tenures.Of(r, term => basis.Corpus.Find<Member>(term.Holder), day)).ToList();
            var held = tenures.SelectMany(t => t.Holdings.Where(h => h.GoesOn)).ToList();
            var left = tenures.Sum(t => t.Now.Count(s => s.Exactly(day) is null));
            if (held.Count == 0) return Answer.Without(left > 0 ? Unknown.NotRecorded : Unknown.Nothing, left);
            var behind = held.Select(h => new Behind(h.Role) { Member = h.Span.Member, On = PartialDate.Of(h.First), Amount = Amount.MonthsBetween(h.First, day) }).ToList();
            return new Answer
            {
                Number = new Amount(behind.Max(b => b.Amount!.Value.Value), Unit.Months),
                Counted = held.Count,
                LeftOut = left,
                Behind = [.. behind],
            };
        };
    });
}
