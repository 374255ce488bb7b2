using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many days pass from a question to its decision.</summary>
internal static class DaysToDecide
{
    /// <summary>
    /// The mean over the decisions settled in the last year of which both days are recorded. The pattern text asks to watch how
    /// fast decisions come and draws no line; 60 days, time for two monthly meetings, is our own.
    /// </summary>
    public static readonly Measure Measure = new("days-to-decide", Unit.Days, Bound.AtMost(60), basis =>
    {
        var decisions = Asked.Settled(basis.Corpus);
        return day =>
        {
            var settled = decisions.InYearOf(day);
            if (settled.Count == 0) return Answer.Without(Unknown.Nothing);
            var timed = settled.Where(d => DaysOf(d) is not null).ToList();
            var left = settled.Count - timed.Count;
            if (timed.Count == 0) return Answer.Without(Unknown.NotRecorded, left);
            return new Answer
            {
                Number = Amount.MeanDays([.. timed.Select(d => DaysOf(d)!.Value)]),
                Counted = timed.Count,
                LeftOut = left,
                Behind = [.. timed.Select(d => new Behind(d) { Amount = new(DaysOf(d)!.Value, Unit.Days), On = d.Date })],
            };
        };
    });

    private static int? DaysOf(Decision decision) =>
        decision.Proposed?.Exact is { } asked && decision.Date?.Exact is { } settled && settled >= asked ? settled.DayNumber - asked.DayNumber : null;
}
