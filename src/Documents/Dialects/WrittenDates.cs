using System.Globalization;
using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>How a date could be read.</summary>
public enum DateReading
{
    /// <summary>There is one reading.</summary>
    Read,

    /// <summary>Day and month could be either way round, and nobody has said which comes first.</summary>
    Ambiguous,

    /// <summary>It is not a date of a form seen in records.</summary>
    NotADate,
}

/// <summary>
/// Dates as people write them in records: <c>2020-03-04</c>, <c>2011-9-7</c>, <c>27-Mar-2025</c>, <c>6 Sept 2022</c>,
/// <c>December 10, 2018</c>, <c>13/06/2025</c>, <c>07-2020</c>, <c>2026-01</c>. Month names are English.
/// A form that is not here is not guessed, and precision that was not written is not added.
/// </summary>
public static partial class WrittenDates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Whether the whole text is one date that can be read in one way.</summary>
    /// <param name="text">The text as written; blanks around it do not matter.</param>
    /// <param name="dateOrder">What comes first in 05/09/2025: <c>day</c>, <c>month</c>, or null when nobody has said.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(string text, string? dateOrder, out PartialDate date) =>
        Read(text, dateOrder, out date, out _) == DateReading.Read;

    /// <summary>Reads the whole text as one date.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="dateOrder"><c>day</c>, <c>month</c> or null.</param>
    /// <param name="date">The date; where it is ambiguous, the reading with the day first.</param>
    /// <param name="monthFirst">Where it is ambiguous, the reading with the month first.</param>
    public static DateReading Read(string text, string? dateOrder, out PartialDate date, out PartialDate monthFirst)
    {
        monthFirst = default;
        var match = Whole().Match(text.Trim());
        if (match.Success) return Of(match, dateOrder, out date, out monthFirst);
        date = default;
        return DateReading.NotADate;
    }

    /// <summary>The first whole day written somewhere in a text. Months and years alone are not looked for: too much else is four digits.</summary>
    /// <param name="text">A title, a heading, a file name.</param>
    /// <param name="dateOrder"><c>day</c>, <c>month</c> or null.</param>
    /// <param name="date">The date; where it is ambiguous, the reading with the day first.</param>
    /// <param name="monthFirst">Where it is ambiguous, the reading with the month first.</param>
    /// <param name="place">Where in the text it stands, and how long it is.</param>
    public static DateReading Find(string text, string? dateOrder, out PartialDate date, out PartialDate monthFirst, out (int Start, int Length) place)
    {
        foreach (Match match in DayInside().Matches(text))
        {
            var reading = Of(match, dateOrder, out date, out monthFirst);
            place = (match.Index, match.Length);
            if (reading != DateReading.NotADate) return reading;
        }

        (date, monthFirst, place) = (default, default, default);
        return DateReading.NotADate;
    }

    /// <summary>The first month written with its name and a year ("October 2022"), for texts in which no whole day is written.</summary>
    public static bool TryFindMonth(string text, out PartialDate month, out (int Start, int Length) place)
    {
        (month, place) = (default, default);
        if (MonthInside().Match(text) is not { Success: true } match || Of(match, null, out month, out _) != DateReading.Read) return false;
        place = (match.Index, match.Length);
        return true;
    }

    private static DateReading Of(Match match, string? dateOrder, out PartialDate date, out PartialDate monthFirst)
    {
        monthFirst = default;
        int? Number(string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;
        var year = Number("year")!.Value;
        if (match.Groups["first"].Success) return EitherWay(year, Number("first")!.Value, Number("second")!.Value, dateOrder, out date, out monthFirst);
        var month = match.Groups["name"] is { Success: true } name ? MonthOf(name.Value) : Number("month");
        if (match.Groups["name"].Success && month is null)
        {
            date = default;
            return DateReading.NotADate;
        }

        return PartialDate.Make(year, month, Number("day"), out date) ? DateReading.Read : DateReading.NotADate;
    }

    private static DateReading EitherWay(int year, int first, int second, string? dateOrder, out PartialDate date, out PartialDate monthFirst)
    {
        var dayCan = PartialDate.Make(year, second, first, out date);
        var monthCan = PartialDate.Make(year, first, second, out monthFirst);
        if (dateOrder == "day") return dayCan ? DateReading.Read : DateReading.NotADate;
        if (dateOrder == "month" || !dayCan)
        {
            date = monthFirst;
            return monthCan ? DateReading.Read : DateReading.NotADate;
        }

        return monthCan && monthFirst != date ? DateReading.Ambiguous : DateReading.Read;
    }

    /// <summary>The month of a name written in full or cut to at least three letters ("Sept", "Aug."), or null.</summary>
    private static int? MonthOf(string name)
    {
        var word = name.TrimEnd('.');
        for (var i = 0; i < Months.Length; i++)
            if (word.Length >= 3 && Months[i].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return i + 1;
        return null;
    }

    private const string Iso = @"(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})";
    private const string DayName = @"(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<name>[A-Za-z]{3,9}\.?)(?:,? |-)(?<year>\d{4})";
    private const string NameDay = @"(?<name>[A-Za-z]{3,9}\.?) (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})";
    private const string Numbers = @"(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>\d{4})";

    [GeneratedRegex($@"^(?:{Iso}(?:[T ]\d{{1,2}}:\d{{2}}\S*(?: ?(?:Z|UTC|[+-]\d{{2}}:?\d{{2}}))?)?|{DayName}|{NameDay}|{Numbers}"
        + @"|(?<year>\d{4})-(?<month>\d{2})|(?<month>\d{1,2})-(?<year>\d{4})|(?<name>[A-Za-z]{3,9}\.?) (?<year>\d{4})|(?<year>\d{4}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?<name>January|February|March|April|May|June|July|August|September|October|November|December) (?<year>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthInside();

    [GeneratedRegex($@"(?<![\w/.-])(?:{Iso}|{DayName}|{NameDay}|{Numbers})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInside();
}
