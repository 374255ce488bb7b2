using System.Globalization;

namespace PublicLedger.Records;

/// <summary>A stretch of time as rules and settings write it.</summary>
public static class WrittenPeriod
{
    /// <summary>"14 days" or "two weeks" written in figures as a number of days; null for what is neither.</summary>
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
}
