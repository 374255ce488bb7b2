using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many decisions say why.</summary>
internal static class DecisionsWithReasons
{
    /// <summary>
    /// Of the decisions settled in the last year: those with words below a heading for reasons. Records of other forms are left
    /// out, as they may give their reasons anywhere. All should have some: missing rationales are a sign of decay in the
    /// pattern text, which asks that every decision is published with its own.
    /// </summary>
    public static readonly Measure Measure = new("decisions-with-reasons", Unit.Share, Bound.AtLeast(1), basis =>
    {
        var decisions = Asked.Settled(basis.Corpus);
        var withReasons = basis.Corpus.All<Decision>(Decision.OfKind).Where(d => DecisionHeadings.Reasons.HaveWordsIn(d.Body)).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return day =>
        {
            var settled = decisions.InYearOf(day);
            if (settled.Count == 0) return Answer.Without(Unknown.Nothing);
            var asked = settled.Where(d => !d.Core.Foreign).OrderBy(d => withReasons.Contains(d.Id)).ToList();
            var left = settled.Count - asked.Count;
            if (asked.Count == 0) return Answer.Without(Unknown.NotRecorded, left);
            return new Answer
            {
                Number = Amount.ShareOf(asked.Count(d => withReasons.Contains(d.Id)), asked.Count),
                Counted = asked.Count,
                LeftOut = left,
                Behind = [.. asked.Select(d => new Behind(d) { On = d.Date, Marked = !withReasons.Contains(d.Id) })],
            };
        };
    });
}
