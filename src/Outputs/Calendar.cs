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

/// <summary>
/// iCalendar files (RFC 5545). They hold the last twelve months and all that is to come, as far as a day is recorded. A
/// <c>UID</c> is made of the record's kind and id and of what the day is for, so that a changed day moves an entry and never
/// doubles it; <c>SEQUENCE</c> counts the record's corrections and its retraction; <c>DTSTAMP</c> is the newest day the record knows of itself,
/// so that building again changes nothing. What was called off stays, as cancelled, for those who have it in their calendars.
/// </summary>
internal static class Calendar
{
    private const int MostDays = 2000;

    /// <summary>The files of a site; those with nothing in them are not made, because the format has no empty calendar.</summary>
    public static IEnumerable<CalendarFile> Of(Site site)
    {
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
    public static Artifact Render(Site site, CalendarFile file)
    {
        var text = new CalendarText();
        text.Add("BEGIN", "VCALENDAR");
        text.Add("VERSION", "2.0");
        text.Add("PRODID", "-//PublicLedger//Calendar//EN");
        text.Add("CALSCALE", "GREGORIAN");
        text.AddText("NAME", $"{site.Name}: {file.Title}"); // RFC 7986; the next line is for programs older than it
        text.AddText("X-WR-CALNAME", $"{site.Name}: {file.Title}");
        foreach (var day in file.Days) Add(text, site, day);
        text.Add("END", "VCALENDAR");
        return Artifact.Text(file.Path, text.ToString());
    }

    private static void Add(CalendarText text, Site site, Appointment appointment)
    {
        var record = appointment.Record;
        var meeting = record as Meeting;
        text.Add("BEGIN", "VEVENT");
        text.AddText("UID", $"{record.Kind.Name}/{record.Id}/{Names[(int)appointment.For]}@{Owner(site)}");
        text.AddTime("DTSTAMP", Known(record, site.Consequences.Today), TimeOnly.MinValue, TimeSpan.Zero);
        text.Add("SEQUENCE", (record.Core.Corrections.Length + (record.IsRetracted ? 1 : 0)).ToString(CultureInfo.InvariantCulture));
        var time = AddWhen(text, appointment.Date.Exact!.Value, meeting);
        text.AddText("SUMMARY", Words.GetValueOrDefault(appointment.For, "") + record.Title);
        if (meeting?.Place is { } place) text.AddText("LOCATION", place);
        if (About(meeting, time) is { } about) text.AddText("DESCRIPTION", about);
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
    private static string? StatusOf(Appointment appointment) => (appointment.CalledOff, appointment.Record.Kind.Name, appointment.Record.Status) switch
    {
        (true, _, _) => "CANCELLED",
        (_, "meeting", "scheduled") => "TENTATIVE",
        (_, "meeting", "held") => "CONFIRMED",
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

    private static readonly ImmutableArray<string> Names = ["meeting", "decide-by", "object-by", "starts", "trial", "look-again", "ends", "due"];

    private static readonly ImmutableDictionary<Occasion, string> Words = new Dictionary<Occasion, string>
    {
        [Occasion.DecideBy] = "Decide by today: ",
        [Occasion.ObjectBy] = "Last day to object: ",
        [Occasion.Starts] = "Starts: ",
        [Occasion.JudgeTrial] = "Judge the trial by today: ",
        [Occasion.LookAgain] = "Look again by today: ",
        [Occasion.Ends] = "Ends by itself: ",
        [Occasion.PromiseDue] = "Promise due: ",
    }.ToImmutableDictionary();
}
