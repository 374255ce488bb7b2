using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A day of the calendar.</summary>
/// <param name="Date">When.</param>
/// <param name="Time">For a meeting, from when to when; null where that is not recorded.</param>
/// <param name="What">What it is for; empty for a meeting, whose name says it.</param>
/// <param name="Record">What sets the day.</param>
/// <param name="Place">For a meeting, where.</param>
/// <param name="Cancelled">Whether it is a meeting that was cancelled.</param>
public sealed record CalendarItem(Day? Date, string? Time, string What, Anchor Record, string? Place, bool Cancelled)
{
    internal static CalendarItem Of(PageContext page, Appointment appointment)
    {
        var meeting = appointment.Record as Meeting;
        return new CalendarItem(
            page.Day(appointment.Date), meeting is null ? null : MeetingTimeInWords(meeting), Words[(int)appointment.For], page.To(appointment.Record), meeting?.Place, appointment.CalledOff);
    }

    private static string? MeetingTimeInWords(Meeting meeting) =>
        meeting.Time is not { } time ? null : MeetingView.InWords(time) + (meeting.TimeZone is { } zone ? $" ({zone})" : "");

    private static readonly ImmutableArray<string> Words =
        ["", "Members decide by this day:", "Last day to object to:", "This starts:", "Members judge this trial by this day:", "Members look at this again by this day:", "This ends by itself:", "Promised by this day:",
         "This role passes on by this day:", "Members look at what they agreed with each other again by this day:", "The coalition ends:"];
}

/// <summary>A calendar file, to be added to the reader's own.</summary>
public sealed record CalendarLink(string Label, string Href);

/// <summary>The calendar: the next meeting, what is coming up, and the last meetings.</summary>
public sealed record CalendarView(
    Frame Frame, CalendarItem? Next, ImmutableArray<CalendarLink> Files, ImmutableArray<CalendarItem> ComingUp, int More, ImmutableArray<CalendarItem> Past, string? MeetingsHref)
{
    private const int MostComing = 50;
    private const int MostPast = 5;

    /// <summary>Whether the record sets any day at all; else there is no calendar. Nor is there one of a coalition that ended.</summary>
    internal static bool Exists(Site site) => site.Consequences.Ended is null && !site.Consequences.Appointments.IsEmpty;

    /// <summary>The page, where there is one.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => Exists(site) ? [new(Routes.Calendar, "calendar", Of)] : [];

    private static CalendarView Of(PageContext page)
    {
        var today = page.Consequences.Today;
        var all = page.Consequences.Appointments;
        bool Coming(Appointment a) => a.Date.Last >= today && (a.For == Occasion.Meeting ? a.Record.Status != "held" : !a.CalledOff);
        var coming = all.Where(Coming).ToImmutableArray();
        var past = all.Where(a => a.For == Occasion.Meeting && !Coming(a)).Reverse().ToImmutableArray();
        var next = coming.FirstOrDefault(a => a.For == Occasion.Meeting && !a.CalledOff);
        return new CalendarView(
            Frame.Of(page, "Calendar", $"The meetings of {page.Site.Name}, and the days on which members decide or look again.", "calendar") with { Crumbs = [new("Home", page.To(Routes.Home))] },
            next is null ? null : CalendarItem.Of(page, next),
            [.. Calendar.Of(page.Site).Select(f => Link(page, f))],
            [.. coming.Take(MostComing).Select(a => CalendarItem.Of(page, a))],
            Math.Max(0, coming.Length - MostComing),
            [.. past.Take(MostPast).Select(a => CalendarItem.Of(page, a))],
            page.Corpus.Count(Meeting.OfKind) > 0 ? page.To(Routes.Index(Meeting.OfKind)) : null);
    }

    private static CalendarLink Link(PageContext page, CalendarFile file)
    {
        var size = (Calendar.Render(page.Site, file).Bytes.Length + 1023) / 1024;
        var what = file.Path == Routes.CalendarOfAll ? "Add to your calendar" : "Add only what members decide, look at again or end";
        return new CalendarLink(string.Create(CultureInfo.InvariantCulture, $"{what} (ICS, {size} KB)"), page.To(file.Path));
    }
}
