using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>What becomes of the needs that members state.</summary>
internal static class NeedsHonoured
{
    /// <summary>
    /// Of the needs stated for decisions that were settled in the last year: those honoured wholly or in part. Needs that were
    /// taken back do not count; those of which nobody wrote what became of them are left out. The pattern text asks whose
    /// constraints are honoured and whose overridden, and draws no line; half is our own. <see cref="Answer.ByMember"/> gives
    /// honoured, partly honoured and overridden.
    /// </summary>
    public static readonly Measure Measure = new("needs-honoured", Unit.Share, Bound.AtLeast(new(1, 2)), basis =>
    {
        var decisions = new ByDay<Decision>(basis.Corpus.All<Decision>(Decision.OfKind).Where(d => d.WasSettled && !d.Constraints.IsEmpty));
        var needs = basis.Consequences.Voice.Balance.Needs.ToLookup(n => n.Decision.Id, StringComparer.Ordinal);
        return day =>
        {
            var balance = new NeedBalance([.. decisions.InYearOf(day).SelectMany(d => needs[d.Id])]);
            var (honoured, partly, overridden, left) = (balance.Treated("honoured"), balance.Treated("partly-honoured"), balance.Treated("overridden"), balance.Treated(null).Length);
            var known = honoured.Length + partly.Length + overridden.Length;
            if (known == 0) return Answer.Without(left > 0 ? Unknown.NotRecorded : Unknown.Nothing, left);
            var parts = honoured.Select(n => (n.Member, Part: 0)).Concat(partly.Select(n => (n.Member, Part: 1))).Concat(overridden.Select(n => (n.Member, Part: 2)));
            return new Answer
            {
                Number = Amount.ShareOf(honoured.Length + partly.Length, known),
                Counted = known,
                LeftOut = left,
                ByMember = MemberParts.Of(parts.Where(n => n.Member is not null).Select(n => (n.Member!, n.Part)), 3),
                Behind = [.. overridden.Concat(balance.Needs.Where(n => n.Need.Treatment is "honoured" or "partly-honoured"))
                    .Select(n => new Behind(n.Decision) { Member = n.Member, On = n.Decision.Date, Marked = n.Need.Treatment is "overridden" })],
            };
        };
    });
}
