using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A calendar that a reader can subscribe to.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Title">Its name.</param>
/// <param name="Days">What is in it.</param>
internal sealed record CalendarFile(string Path, string Title, ImmutableArray<Appointment> Days);

/// <summary>A day in a calendar.</summary>
/// <param name="Day">What sets it.</param>
/// <param name="Summary">What is shown of it.</param>
/// <param name="About">What more is to be said of it, or null.</param>
internal sealed record CalendarEntry(Appointment Day, string Summary, string? About);

/// <summary>
/// iCalendar files (RFC 5545). They hold the last twelve months and all that is to come, as far as a day is recorded. A
/// <c>UID</c> is made of the record's kind and id and of what the day is for, so that a changed day moves an entry and never
/// doubles it; <c>SEQUENCE</c> counts the record's corrections and its retraction; <c>DTSTAMP</c> is the newest day the record knows of itself,
/// so that building again changes nothing. What was called off stays, as cancelled, for those who have it in their calendars.
/// </summary>
internal static class Calendar
{
    /// <summary>By which a calendar file says that it was made here.</summary>
    public const string Maker = "-//PublicLedger//Calendar//EN";

    private const int MostDays = 2000;

    /// <summary>The files of a site; those with nothing in them are not made, because the format has no empty calendar.</summary>
    public static IEnumerable<CalendarFile> Of(Site site)
    {
        if (!CalendarView.Exists(site)) return [];
        var first = site.Consequences.Today.Year > 1 ? site.Consequences.Today.AddYears(-1) : DateOnly.MinValue;
        var days = site.Consequences.Appointments.Where(a => a.Date.Exact >= first).ToList();
        CalendarFile[] files =
        [
            new(Routes.CalendarOfAll, "Calendar", [.. days.Take(MostDays)]),
            new(Routes.CalendarOfDecisions, "Decision points", [.. days.Where(a => a.IsDecisionPoint).Take(MostDays)]),
        ];
        return files.Where(f => !f.Days.IsEmpty);
    }

    /// <summary>The calendars as files.</summary>
    public static IEnumerable<Artifact> Render(Site site) => Of(site).Select(f => Render(site, f));

    /// <summary>One calendar as a file.</summary>
    public static Artifact Render(Site site, CalendarFile file) => Artifact.Text(
        file.Path, Text(site, file.Title, file.Days.Select(d => new CalendarEntry(d, Words.GetValueOrDefault(d.For, "") + d.Record.Title, null))));

    /// <summary>A calendar with its entries, of which there must be at least one (RFC 5545, section 3.6).</summary>
    public static string Text(Site site, string title, IEnumerable<CalendarEntry> entries)
    {
        var text = new CalendarText();
        text.Add("BEGIN", "VCALENDAR");
        text.Add("VERSION", "2.0");
        text.Add("PRODID", Maker);
        text.Add("CALSCALE", "GREGORIAN");
        text.AddText("NAME", $"{site.Name}: {title}"); // RFC 7986; the next line is for programs older than it
        text.AddText("X-WR-CALNAME", $"{site.Name}: {title}");
        foreach (var entry in entries) Add(text, site, entry);
        text.Add("END", "VCALENDAR");
        return text.ToString();
    }

    private static void Add(CalendarText text, Site site, CalendarEntry entry)
    {
        var appointment = entry.Day;
        var record = appointment.Record;
        text.Add("BEGIN", "VEVENT");
        text.AddText("UID", $"{record.Kind.Name}/{record.Id}/{Names[(int)appointment.For]}{(appointment.Person is { } person ? "/" + person.Id : "")}@{Owner(site)}");
        text.AddTime("DTSTAMP", Known(record, site.Consequences.Today), TimeOnly.MinValue, TimeSpan.Zero);
        text.Add("SEQUENCE", (record.Core.Corrections.Length + (record.IsRetracted ? 1 : 0)).ToString(CultureInfo.InvariantCulture));
        // Only a meeting itself takes its hours; its minutes are due on a day.
        var meeting = appointment.For == Occasion.Meeting ? record as Meeting : null;
        var time = AddWhen(text, appointment.Date.Last, meeting);
        text.AddText("SUMMARY", entry.Summary);
        if (meeting?.Place is { } place) text.AddText("LOCATION", place);
        string?[] about = [About(meeting, time), entry.About];
        if (about.OfType<string>().Any()) text.AddText("DESCRIPTION", string.Join('\n', about.OfType<string>()));
        if (site.Settings.Url is { } url) text.Add("URL", new Uri(url, Routes.Of(record)).AbsoluteUri);
        if (StatusOf(appointment) is { } status) text.Add("STATUS", status);
        if (meeting is null) text.Add("TRANSP", "TRANSPARENT"); // nobody is busy because a decision is due
        text.Add("END", "VEVENT");
    }

    /// <summary>The day, with the time where it can be read.</summary>
    private static MeetingTime? AddWhen(CalendarText text, DateOnly day, Meeting? meeting)
    {
        var time = MeetingTime.Of(meeting?.Time, meeting?.TimeZone);
        if (time is null)
        {
            text.AddDay("DTSTART", day);
            return null;
        }

        text.AddTime("DTSTART", day, time.Start, time.Offset);
        if (time.End is { } end) text.AddTime("DTEND", day, end, time.Offset);
        return time;
    }

    /// <summary>What of a meeting's time the day and hour alone do not say.</summary>
    private static string? About(Meeting? meeting, MeetingTime? time) => (meeting, time) switch
    {
        ({ Time: { } written, TimeZone: var zone }, null) => $"Time: {written}{(zone is null ? "" : $" ({zone})")}.",
        ({ TimeZone: { } zone }, { Offset: null }) => $"The time is that of {zone}.",
        _ => null,
    };

    /// <summary>A status only where the record has one: planned meetings may still move.</summary>
    private static string? StatusOf(Appointment appointment) => (appointment.CalledOff, appointment.For, appointment.Record.Status) switch
    {
        (true, _, _) => "CANCELLED",
        (_, Occasion.Meeting, "scheduled") => "TENTATIVE",
        (_, Occasion.Meeting, "held") => "CONFIRMED",
        _ => null,
    };

    /// <summary>The newest day, up to today, that the record knows of itself; without one the first day of all such counts.</summary>
    private static DateOnly Known(Record record, DateOnly today)
    {
        var decision = record as Decision;
        var days = record.Core.Corrections.Select(c => c.Date).Append(record.Core.Retraction?.Date).Append(record.Date).Append(decision?.Proposed).Append(decision?.NoticeGiven).Append(decision?.Updated)
            .Append((record as Meeting)?.Published).OfType<PartialDate>().Select(d => d.First).Where(d => d <= today).ToList();
        return days.Count == 0 ? new DateOnly(1970, 1, 1) : days.Max();
    }

    /// <summary>Whose the entries are: the site's address without what may change about it, else the coalition's name.</summary>
    private static string Owner(Site site) =>
        site.Settings.Url is { } url ? (url.Host + url.AbsolutePath).TrimEnd('/') : Uri.EscapeDataString(site.Name);

    /// <summary>The word for what a day is for, in data and in names of entries.</summary>
    internal static string NameOf(Occasion occasion) => Names[(int)occasion];

    private static readonly ImmutableArray<string> Names = ["meeting", "decide-by", "object-by", "starts", "trial", "look-again", "ends", "due", "passes-on", "revisit", "coalition-ends", "show-progress", "publish-minutes", "approve-minutes", "term-ends"];

    private static readonly ImmutableDictionary<Occasion, string> Words = new Dictionary<Occasion, string>
    {
        [Occasion.DecideBy] = "Decide by today: ",
        [Occasion.ObjectBy] = "Last day to object: ",
        [Occasion.Starts] = "Starts: ",
        [Occasion.JudgeTrial] = "Judge the trial by today: ",
        [Occasion.LookAgain] = "Look again by today: ",
        [Occasion.Ends] = "Ends by itself: ",
        [Occasion.PromiseDue] = "Promise due: ",
        [Occasion.PassesOn] = "Passes on by today: ",
        [Occasion.Revisit] = "Look again by today: ",
        [Occasion.CoalitionEnds] = "The coalition ends: ",
    }.ToImmutableDictionary();
}
