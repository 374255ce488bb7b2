using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many decisions are taken outside meetings.</summary>
internal static class DecidedOutside
{
    /// <summary>
    /// Of the decisions settled in the last year: those that name no meeting. Some may be taken so: by those to whom they are
    /// left, or as nobody objected in time. They count too, as the question is where members decide, not whether they may.
    /// Where no decision of the year names a meeting, only what says itself that it was taken so is asked; and in records of
    /// other forms, which have no place for a meeting, the same. The pattern text draws no line; one in four is our own.
    /// </summary>
    public static readonly Measure Measure = new("decided-outside", Unit.Share, Bound.AtMost(new(1, 4)), basis =>
    {
        var decisions = Asked.Settled(basis.Corpus);
        return day =>
        {
            var settled = decisions.InYearOf(day);
            if (settled.Count == 0) return Answer.Without(Unknown.Nothing);
            var meetingsAreNamed = settled.Exists(d => d.Meeting is not null);
            var asked = settled.Where(d => d.Meeting is not null || SaysOutside(d) || (meetingsAreNamed && !d.Core.Foreign)).OrderBy(d => d.Meeting is not null).ToList();
            var left = settled.Count - asked.Count;
            if (asked.Count == 0) return Answer.Without(Unknown.NotRecorded, left);
            return new Answer
            {
                Number = Amount.ShareOf(asked.Count(d => d.Meeting is null), asked.Count),
                Counted = asked.Count,
                LeftOut = left,
                Behind = [.. asked.Select(d => new Behind(d) { On = d.Date, Marked = d.Meeting is null })],
            };
        };
    });

    private static bool SaysOutside(Decision decision) => decision.Method is "lazy-consensus" or "delegated";
}
