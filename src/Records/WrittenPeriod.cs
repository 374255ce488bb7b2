using System.Globalization;

namespace PublicLedger.Records;

/// <summary>How often something comes round: months of the calendar, or days.</summary>
/// <param name="Months">Calendar months; 0 where it is counted in days.</param>
/// <param name="Days">Days; 0 where it is counted in months.</param>
public readonly record struct Interval(int Months, int Days)
{
    /// <summary>The day on which it comes round, counted from a day; null beyond the year 9999. A month that lacks the day has its last one (31 August and 6 months: 28 February).</summary>
    public DateOnly? After(DateOnly day)
    {
        var whole = (day.Year * 12L) + day.Month - 1 + Months;
        if (whole / 12 > 9999) return null;
        var later = day.AddMonths(Months);
        return later.DayNumber + (long)Days > DateOnly.MaxValue.DayNumber ? null : later.AddDays(Days);
    }
}

/// <summary>A stretch of time as rules and settings write it.</summary>
public static class WrittenPeriod
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"14 days" or "2 weeks", written in figures, as a number of days; null for what is neither.</summary>
    public static int? DaysIn(string period)
    {
        var words = period.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        return words[1].TrimEnd('s') switch
        {
            "day" => count,
            "week" => count * 7,
            _ => null,
        };
    }

    /// <summary>"every 6 months", "every year", "two years", "monthly"; null for what is none of these. A month is one of the calendar, a week has 7 days.</summary>
    public static Interval? Every(string written)
    {
        var words = written.ToLowerInvariant().TrimEnd('.', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (words is [("every" or "each"), ..]) words = words[1..];
        var (count, unit) = words switch
        {
            ["daily"] => (1, "day"),
            ["weekly"] => (1, "week"),
            ["monthly"] => (1, "month"),
            ["quarterly"] => (1, "quarter"),
            ["yearly" or "annually"] => (1, "year"),
            [var one] => (1, one),
            [var number, var named] => (Number(number), named),
            _ => (0, ""),
        };
        if (count is < 1 or > 9999) return null;
        return unit.TrimEnd('s') switch
        {
            "day" => new Interval(0, count),
            "week" => new Interval(0, count * 7),
            "month" => new Interval(count, 0),
            "quarter" => new Interval(count * 3, 0),
            "year" => new Interval(count * 12, 0),
            _ => null,
        };
    }

    private static int Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : Array.IndexOf(Numbers, word) + 1;
}
