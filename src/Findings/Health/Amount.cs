using PublicLedger.Findings.Tallies;

namespace PublicLedger.Findings.Health;

/// <summary>In what a number of the health page is counted.</summary>
public enum Unit
{
    /// <summary>Things: commitments, members.</summary>
    Count,

    /// <summary>Parts of a whole, 0 to 1.</summary>
    Share,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Months of the calendar, whole ones.</summary>
    Months,

    /// <summary>Years of the calendar, whole ones.</summary>
    Years,
}

/// <summary>A number of the health page, exact.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">In what it is counted.</param>
public readonly record struct Amount(Ratio Value, Unit Unit)
{
    /// <summary>So many of so many; null where there are none to be counted.</summary>
    public static Amount? ShareOf(int part, int whole) => whole == 0 ? null : new(new Ratio(part, whole), Unit.Share);

    /// <summary>The mean of some days; null where there are none.</summary>
    public static Amount? MeanDays(IReadOnlyCollection<int> days) => days.Count == 0 ? null : new(new Ratio(days.Sum(), days.Count), Unit.Days);

    /// <summary>A number of things.</summary>
    public static Amount Of(int count) => new(count, Unit.Count);

    /// <summary>Whole months from one day to a later one: the day of the month must have come round again, or the month have ended before it could.</summary>
    public static Amount MonthsBetween(DateOnly from, DateOnly to) => new(WholeMonths(from, to), Unit.Months);

    /// <summary>Whole years from one day to a later one.</summary>
    public static Amount YearsBetween(DateOnly from, DateOnly to) => new(WholeMonths(from, to) / 12, Unit.Years);

    private static int WholeMonths(DateOnly from, DateOnly to)
    {
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
