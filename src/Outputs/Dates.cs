using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>
/// Dates in the site's language. The month names are kept here and not asked of the operating system, whose data differ
/// from machine to machine; they are those of Unicode CLDR.
/// </summary>
public sealed class Dates
{
    private static readonly ImmutableDictionary<string, (string Pattern, string Months)> Languages =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["en"] = ("{0} {1} {2}", "January February March April May June July August September October November December"),
            ["cy"] = ("{0} {1} {2}", "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
            ["fr"] = ("{0} {1} {2}", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
            ["de"] = ("{0}. {1} {2}", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
            ["es"] = ("{0} de {1} de {2}", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
            ["pt"] = ("{0} de {1} de {2}", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
            ["it"] = ("{0} {1} {2}", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
            ["nl"] = ("{0} {1} {2}", "januari februari maart april mei juni juli augustus september oktober november december"),
            ["sv"] = ("{0} {1} {2}", "januari februari mars april maj juni juli augusti september oktober november december"),
            ["pl"] = ("{0} {1} {2}", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    // A record's date is on its page and on every list and every record that names it.
    private readonly ConcurrentDictionary<PartialDate, Day> known = new();
    private readonly string pattern;
    private readonly string[]? months;

    /// <summary>The dates of a language; one whose month names are not known here gets ISO dates, which are never wrong.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public Dates(string language)
    {
        var known = Languages.TryGetValue(language.Split('-')[0], out var words);
        pattern = known ? words.Pattern : "";
        months = known ? words.Months.Split(' ') : null;
    }

    /// <summary>A date for readers, as precise as it was written.</summary>
    public Day Of(PartialDate date) => known.GetOrAdd(date, d => new Day(d.ToString(), Words(d)));

    /// <summary>A date for readers, or null.</summary>
    public Day? Of(PartialDate? date) => date is { } known ? Of(known) : null;

    private string Words(PartialDate date)
    {
        if (months is null || date.Month is not { } month) return date.ToString();
        var name = months[month - 1];
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        return date.Day is { } day
            ? string.Format(CultureInfo.InvariantCulture, pattern, day, name, year)
            : pattern.Replace("{0}. ", "").Replace("{0} de ", "").Replace("{0} ", "").Replace("{1}", name).Replace("{2}", year);
    }
}
