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
        return day =>
        {
            var stated = decisions.InYearOf(day).SelectMany(d => d.Constraints.Where(c => c.Treatment is not "withdrawn").Select(c => (Decision: d, Need: c, Member: basis.Corpus.Find<Member>(c.Member)))).ToList();
            if (stated.Count == 0) return Answer.Without(Unknown.Nothing);
            var known = stated.Where(n => n.Need.Treatment is not null).ToList();
            var left = stated.Count - known.Count;
            if (known.Count == 0) return Answer.Without(Unknown.NotRecorded, left);
            return new Answer
            {
                Number = Amount.ShareOf(known.Count(n => n.Need.Treatment is not "overridden"), known.Count),
                Counted = known.Count,
                LeftOut = left,
                ByMember = MemberParts.Of(known.Where(n => n.Member is not null).Select(n => (n.Member!, PartOf(n.Need.Treatment!))), 3),
                Behind = [.. known.OrderBy(n => n.Need.Treatment is not "overridden").Select(n => new Behind(n.Decision) { Member = n.Member, On = n.Decision.Date, Marked = n.Need.Treatment is "overridden" })],
            };
        };
    });

    private static int PartOf(string treatment) => treatment switch { "honoured" => 0, "partly-honoured" => 1, _ => 2 };
}
