using System.Globalization;
using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>How long something lasted, for readers.</summary>
internal static class Lengths
{
    /// <summary>"2 years", "1 year and 8 months", "1 month and 7 days", "17 days". Beyond a year, days beyond the months are left out.</summary>
    public static string InWords(CalendarLength length)
    {
        var (years, months) = (length.Months / 12, length.Months % 12);
        string[] parts = years > 0 ? [Count(years, "year"), Count(months, "month")] : [Count(months, "month"), Count(length.Days, "day")];
        var words = string.Join(" and ", parts.Where(p => p.Length > 0));
        return words.Length > 0 ? words : "0 days";
    }

    /// <summary>"1 day", "624 days"; nothing for none.</summary>
    public static string Count(int count, string thing) => count == 0 ? "" : $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {thing}{(count == 1 ? "" : "s")}";
}
