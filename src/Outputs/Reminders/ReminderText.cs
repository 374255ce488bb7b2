using System.Globalization;
using System.Text;

namespace PublicLedger.Outputs;

/// <summary>What falls due as the text of a mail: what is overdue, this week, and later; no line longer than a mail should have.</summary>
internal static class ReminderText
{
    /// <summary>RFC 5322, section 2.1.1, asks for 78 at most; this leaves room to be quoted in an answer.</summary>
    private const int LongestLine = 72;

    private const int DaysOfThisWeek = 7;

    public static string Of(Reminders reminders)
    {
        if (reminders.Ended is { } end) return $"The coalition ended on {end}. Nothing falls due.\n";
        var when = reminders.Days switch { 0 => "today", 1 => "today and tomorrow", _ => string.Create(CultureInfo.InvariantCulture, $"in the next {reminders.Days} days") };
        if (reminders.Items.IsEmpty) return $"Nothing falls due {when}.\n";
        var text = new StringBuilder();
        Wrap(text, "", $"{reminders.Coalition}: what falls due {when}{(reminders.Days > 1 ? $" (to {reminders.Until})" : "")}");
        foreach (var group in reminders.Items.GroupBy(n => HeadingOf(n, reminders)))
        {
            text.Append('\n').Append(group.Key).Append('\n');
            foreach (var reminder in group) Add(text, reminder);
        }

        return text.ToString();
    }

    private static string HeadingOf(Reminder reminder, Reminders reminders) =>
        reminder.Overdue ? "Overdue" : reminder.On.DayNumber - reminders.FirstDay.DayNumber < DaysOfThisWeek ? "This week" : "Later";

    private static void Add(StringBuilder text, Reminder reminder)
    {
        text.Append('\n');
        Wrap(text, "- ", $"{reminder.Date}: {reminder.What}");
        if (!reminder.Who.IsEmpty) Wrap(text, "  ", string.Join(", ", reminder.Who.Select(w => w.Name)));
        text.Append("  ").Append(reminder.Path).Append('\n'); // a path is copied as a whole
    }

    /// <summary>Words in lines; those after the first start below the first word. A word that is too long has a line of its own.</summary>
    private static void Wrap(StringBuilder text, string start, string words)
    {
        var column = start.Length;
        text.Append(start);
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > start.Length && column + 1 + word.Length > LongestLine)
            {
                text.Append('\n').Append(' ', start.Length);
                column = start.Length;
            }

            if (column > start.Length)
            {
                text.Append(' ');
                column++;
            }

            text.Append(Diagnostics.DiagnosticPrinter.Printable(word));
            column += word.Length;
        }

        text.Append('\n');
    }
}
