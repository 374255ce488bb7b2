using System.Collections.Immutable;

namespace PublicLedger.Findings.Health;

/// <summary>The days of a life on which its indicators are asked: few enough that a table can show them all.</summary>
internal static class TrendDays
{
    /// <summary>As many as a chart shows with a bar for each.</summary>
    private const int Most = 24;

    /// <summary>The last days of months, quarters, half-years or years from one day on, and at last the day of the build itself.</summary>
    public static ImmutableArray<DateOnly> Between(DateOnly first, DateOnly today)
    {
        foreach (var months in (int[])[1, 3, 6, 12])
        {
            var days = Ends(first, today, months);
            if (days.Length <= Most || months == 12) return days[^Math.Min(days.Length, Most)..];
        }

        return [today];
    }

    private static ImmutableArray<DateOnly> Ends(DateOnly first, DateOnly today, int months)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        // The end of the stretch of the calendar that the first day lies in.
        var next = new DateOnly(first.Year, 1, 1).AddMonths(((first.Month - 1) / months + 1) * months);
        while (next.AddDays(-1) < today && next.Year < 9000)
        {
            days.Add(next.AddDays(-1));
            next = next.AddMonths(months);
        }

        days.Add(today);
        return days.ToImmutable();
    }
}
