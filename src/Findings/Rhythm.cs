using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>How often members meet and decide.</summary>
/// <param name="Meetings">Meetings held in the last twelve months, newest first.</param>
/// <param name="MedianGap">The median number of days from one of them to the next; null with fewer than three.</param>
/// <param name="Next">The next planned meeting, or null.</param>
/// <param name="DecisionsByYear">How many decisions were taken in each year, newest first; only those with a date.</param>
public sealed record Rhythm(ImmutableArray<Meeting> Meetings, double? MedianGap, Meeting? Next, ImmutableArray<(int Year, int Count)> DecisionsByYear)
{
    internal static Rhythm Of(Corpus corpus, DateOnly today)
    {
        var from = today.AddYears(-1);
        var meetings = corpus.All<Meeting>(Meeting.OfKind).Where(m => m.Date is not null && m.Status is not "cancelled" && !m.IsRetracted).ToList();
        var held = meetings.Where(m => m.Status is not "scheduled" && m.Date!.Value.First > from && m.Date!.Value.Last <= today)
            .OrderByDescending(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal).ToImmutableArray();
        var next = meetings.Where(m => m.Date!.Value.First >= today && m.Status is null or "scheduled").OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal).FirstOrDefault();
        var years = corpus.All<Decision>(Decision.OfKind).Where(d => d.Date is not null && d.WasTaken)
            .GroupBy(d => d.Date!.Value.Year).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count()));
        return new Rhythm(held, Median(held), next, [.. years]);
    }

    private static double? Median(ImmutableArray<Meeting> newestFirst)
    {
        var days = newestFirst.Select(m => m.Date!.Value.Exact).OfType<DateOnly>().ToList();
        if (days.Count < 3) return null;
        var gaps = days.Zip(days.Skip(1), (later, earlier) => later.DayNumber - earlier.DayNumber).Order().ToList();
        var middle = gaps.Count / 2;
        return gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
    }
}
