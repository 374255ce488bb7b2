namespace PublicLedger.Findings;

/// <summary>How long something lasts by the calendar: half a year is six months, whichever months they are.</summary>
/// <param name="Months">Whole months.</param>
/// <param name="Days">The days beyond them.</param>
public readonly record struct CalendarLength(int Months, int Days)
{
    /// <summary>
    /// From the first day to the last, with both. A month is over on the day before the one with the same number, or, in a
    /// month that lacks this number, the day before its last one: from 31 January to 27 February is a month.
    /// </summary>
    public static CalendarLength Of(DateOnly first, DateOnly last)
    {
        if (last < first) return default;
        // The day after the last one, which may lie beyond the calendar.
        var length = last.DayNumber + 1 - first.DayNumber;
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        while (months > 0 && (!Fits(first, months) || first.AddMonths(months).DayNumber - first.DayNumber > length)) months--;
        return new CalendarLength(months, length - (first.AddMonths(months).DayNumber - first.DayNumber));
    }

    private static bool Fits(DateOnly first, int months) => (first.Year * 12) + first.Month - 1 + months < 10_000 * 12;
}
