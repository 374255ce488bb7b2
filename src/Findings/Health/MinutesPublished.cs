using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many days pass from a meeting to its minutes.</summary>
internal static class MinutesPublished
{
    /// <summary>
    /// The mean over the meetings of the last year whose minutes were published. Meetings whose day of publication is not
    /// recorded are left out and counted as such. A log that is public within a week of meetings is a sign of life in the
    /// pattern text.
    /// </summary>
    public static readonly Measure Measure = new("minutes-published", Unit.Days, Bound.AtMost(7), basis =>
    {
        var meetings = basis.Corpus.All<Meeting>(Meeting.OfKind)
            .Where(m => !m.IsRetracted && m.Status is not ("cancelled" or "scheduled") && m.Date?.Exact is not null)
            .OrderByDescending(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal).ToList();
        return day => On(day, meetings);
    });

    private static Answer On(DateOnly day, List<Meeting> newestFirst)
    {
        var held = newestFirst.Where(m => Measure.InYearOf(m.Date!.Value.Exact!.Value, day)).ToList();
        if (held.Count == 0) return Answer.Without(Unknown.Nothing);
        var published = held.Where(m => m.DaysToPublication is not null && m.Published!.Value.Exact <= day).ToList();
        var open = held.Count - published.Count;
        if (published.Count == 0) return Answer.Without(Unknown.NotRecorded, open);
        return new Answer
        {
            Number = Amount.MeanDays([.. published.Select(m => m.DaysToPublication!.Value)]),
            Counted = published.Count,
            LeftOut = open,
            Behind = [.. published.Select(m => new Behind(m) { Amount = new(m.DaysToPublication!.Value, Unit.Days), On = m.Date })],
        };
    }
}
