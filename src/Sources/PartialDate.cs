using System.Globalization;

namespace PublicLedger.Sources;

/// <summary>
/// A date with the precision it was written in: a day, a month or a year. Precision is never invented
/// (ISO 8601 "reduced precision": 2022, 2022-07, 2022-07-05).
/// </summary>
/// <param name="Year">The year, 1 to 9999.</param>
/// <param name="Month">The month, 1 to 12, or null where only the year was written.</param>
/// <param name="Day">The day of the month, or null where no day was written; only together with a month.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>The date of a whole day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The first day it can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>The day, or null where a month or a year is all that was written.</summary>
    public DateOnly? Exact => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>
    /// Reads ISO dates only: <c>2022-07-05</c>, <c>2022-07</c> or <c>2022</c>, with all their zeros; false for anything else
    /// and for days that do not exist. Other forms are read by <c>WrittenDates</c>.
    /// </summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || !Number(text, 0, 4, out var year) || year == 0) return false;
        if (text.Length == 4) return Make(year, null, null, out date);
        if (text[4] != '-' || !Number(text, 5, 2, out var month)) return false;
        if (text.Length == 7) return Make(year, month, null, out date);
        return text[7] == '-' && Number(text, 8, 2, out var day) && Make(year, month, day, out date);
    }

    /// <summary>The date of these numbers, or false where the calendar has none.</summary>
    public static bool Make(int year, int? month, int? day, out PartialDate date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || (day is not null && month is null)) return false;
        if (day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, month!.Value))) return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>By the first day each can mean; of two that start alike, the less precise comes first.</summary>
    public int CompareTo(PartialDate other)
    {
        var byFirst = First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : Precision.CompareTo(other.Precision);
    }

    /// <summary>ISO 8601, as precise as it was written.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
    };

    /// <summary>Compares first days.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Compares first days.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Compares first days.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Compares first days.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private int Precision => Day is not null ? 3 : Month is not null ? 2 : 1;

    private static bool Number(string text, int start, int length, out int number)
    {
        number = 0;
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            number = number * 10 + (text[i] - '0');
        }

        return true;
    }
}
