using System.Globalization;
using System.Text;
using PublicLedger.Documents;

namespace PublicLedger.Outputs;

/// <summary>The lines of an iCalendar file (RFC 5545, section 3.1): ended by CR and LF, none longer than 75 octets.</summary>
internal sealed class CalendarText
{
    private const int LongestLine = 75;
    private readonly StringBuilder lines = new();

    /// <summary>A line whose value is of no kind that needs care: a keyword, a date, a number, an address.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            // A letter is never cut in two; the blank that starts the rest of a line counts with it.
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
    }

    /// <summary>A line of text (section 3.3.11).</summary>
    public void AddText(string name, string text) => Add(name, Escape(text));

    /// <summary>A whole day.</summary>
    public void AddDay(string name, DateOnly day) => Add(name + ";VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>A day and a time: in UTC where the offset is known, else as the clock at the place shows it (section 3.3.5, forms 1 and 2).</summary>
    public void AddTime(string name, DateOnly day, TimeOnly time, TimeSpan? offset)
    {
        var at = day.ToDateTime(time);
        // The first and the last day that a calendar has may not have such an hour in UTC.
        var inUtc = offset is { } ahead && at.Ticks - ahead.Ticks is >= 0 and var ticks && ticks <= DateTime.MaxValue.Ticks ? at - ahead : (DateTime?)null;
        Add(name, (inUtc ?? at).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture) + (inUtc is null ? "" : "Z"));
    }

    /// <summary>All lines.</summary>
    public override string ToString() => lines.ToString();

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in Letters.Clean(text.ReplaceLineEndings("\n")))
        {
            escaped.Append(letter switch
            {
                '\\' => "\\\\",
                ';' => "\\;",
                ',' => "\\,",
                '\n' => "\\n",
                '\t' or '\r' => " ",
                _ => null,
            });
            if (letter is not ('\\' or ';' or ',' or '\n' or '\t' or '\r')) escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
