using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A meeting in a list.</summary>
public sealed record MeetingItem(Anchor Meeting, Day? Date, string? Time, string? Place, Tag? Tag, string? PublishedAfter, string? Present, string Decisions)
{
    internal static MeetingItem Of(PageContext page, Meeting meeting) => new(
        page.To(meeting), page.Day(meeting.Date), meeting.Time, meeting.Place, StatusTags.Of(page.Consequences, meeting),
        meeting.Status == "cancelled" ? null : MeetingView.After(meeting.DaysToPublication, "Published the same day", " to publish"),
        AttendanceView.Counted(page, meeting, ""), DecisionCount(page, meeting));

    /// <summary>Decisions that have a record of their own; else those that the minutes mark; no nought for records that may not say.</summary>
    private static string DecisionCount(PageContext page, Meeting meeting)
    {
        var count = page.Consequences.DecisionsAt.GetValueOrDefault(meeting.Id, []).Length;
        if (count > 0) return count.ToString(CultureInfo.InvariantCulture);
        var marked = meeting.Marks.Count(m => m.Kind is MarkKind.Resolution or MarkKind.Consensus);
        if (marked > 0) return $"{marked} in the minutes";
        return meeting.Core.Foreign ? "None recorded" : "0";
    }
}

/// <summary>The meetings of one year, or a part of them.</summary>
public sealed record MeetingYear(string Caption, ImmutableArray<MeetingItem> Items);

/// <summary>A page of the list of meetings: all of them by year, or those of one year.</summary>
public sealed record MeetingListView
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>Meetings that are planned, the next one first.</summary>
    public ImmutableArray<MeetingItem> ComingUp { get; init; } = [];

    /// <summary>How many more are planned.</summary>
    public int MoreComingUp { get; init; }

    /// <summary>The meetings by year, newest first.</summary>
    public ImmutableArray<MeetingYear> Tables { get; init; } = [];

    /// <summary>The years, where each has a page.</summary>
    public ImmutableArray<ListChoice> Years { get; init; } = [];

    /// <summary>The page of what meetings asked for, or null.</summary>
    public string? Actions { get; init; }

    /// <summary>The page of how often members meet, or null.</summary>
    public Anchor? OverTime { get; init; }

    /// <summary>The page with newer ones.</summary>
    public string? Newer { get; init; }

    /// <summary>The page with older ones.</summary>
    public string? Older { get; init; }

    /// <summary>All list pages: one where all meetings fit on it, else one for each year.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var index = Routes.Index(Meeting.OfKind);
        var all = site.Lists.Of<Meeting>(Meeting.OfKind);
        if (all.IsEmpty) yield break;
        var coming = all.Where(m => IsComing(m, site.Consequences)).Reverse().ToImmutableArray();
        var years = all.Where(m => !IsComing(m, site.Consequences)).GroupBy(YearOf, StringComparer.Ordinal).Select(g => (Year: g.Key, Meetings: g.ToImmutableArray())).ToImmutableArray();
        var fits = all.Length - coming.Length <= PageSize;
        yield return new(index, "meetings", page => Index(page, coming, years, fits));
        if (fits) yield break;
        foreach (var (year, meetings) in years)
        {
            var parts = (meetings.Length + PageSize - 1) / PageSize;
            for (var number = 1; number <= parts; number++)
            {
                var part = number;
                yield return new(YearPath(year, part), "meetings", page => OfYear(page, years, year, meetings, part, parts));
            }
        }
    }

    private static MeetingListView Index(
        PageContext page, ImmutableArray<Meeting> coming, ImmutableArray<(string Year, ImmutableArray<Meeting> Meetings)> years, bool fits) => new()
        {
            Title = "Meetings",
            Lead = years.IsEmpty && coming.IsEmpty ? "No meetings are recorded." : "Every meeting on the record, with its minutes where they are published.",
            ComingUp = [.. coming.Take(PageSize).Select(m => MeetingItem.Of(page, m))],
            MoreComingUp = Math.Max(0, coming.Length - PageSize),
            Tables = [.. (fits ? years : [.. years.Take(1)]).Select(y => Table(page, y.Year, [.. y.Meetings.Take(PageSize)]))],
            Actions = page.Consequences.Actions.All.IsEmpty ? null : page.To(Routes.Actions),
            OverTime = MeetingHistoryView.Link(page, "How often we meet, and who comes"),
            Years = fits ? [] : Choices(page, years, null),
            Frame = Frame.Of(page, "Meetings", $"All meetings of {page.Site.Name} and their minutes.", "meeting-list", Meeting.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home))],
            },
        };

    private static MeetingListView OfYear(
        PageContext page, ImmutableArray<(string Year, ImmutableArray<Meeting> Meetings)> years, string year, ImmutableArray<Meeting> meetings, int part, int parts)
    {
        var title = Caption(year);
        var heading = parts > 1 ? $"{title}, page {part} of {parts}" : title;
        return new MeetingListView
        {
            Title = title,
            Lead = meetings.Length == 1 ? "One meeting." : $"{meetings.Length} meetings, newest first.",
            Tables = [Table(page, year, [.. meetings.Skip((part - 1) * PageSize).Take(PageSize)])],
            Years = Choices(page, years, year),
            Newer = part > 1 ? page.To(YearPath(year, part - 1)) : null,
            Older = part < parts ? page.To(YearPath(year, part + 1)) : null,
            Frame = Frame.Of(page, heading, $"{heading}: {page.Site.Name}.", "meeting-list", Meeting.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new("Meetings", page.To(Routes.Index(Meeting.OfKind)))],
            },
        };
    }

    private static MeetingYear Table(PageContext page, string year, ImmutableArray<Meeting> meetings) =>
        new(Caption(year), [.. meetings.Select(m => MeetingItem.Of(page, m))]);

    private static ImmutableArray<ListChoice> Choices(PageContext page, ImmutableArray<(string Year, ImmutableArray<Meeting> Meetings)> years, string? current) =>
        [.. years.Select(y => new ListChoice(y.Year == "undated" ? "without a date" : y.Year, page.To(YearPath(y.Year, 1)), y.Meetings.Length, y.Year == current))];

    /// <summary>Planned, and its day has not passed; nothing is to come once the coalition has ended.</summary>
    private static bool IsComing(Meeting meeting, Consequences consequences) =>
        consequences.Ended is null && (meeting.Status, meeting.Date) switch
        {
            ("scheduled", null) => true,
            ("scheduled", { } date) => date.Last >= consequences.Today,
            (null, { } date) => date.First > consequences.Today,
            _ => false,
        };

    private static string Caption(string year) => year == "undated" ? "Meetings without a date" : $"Meetings in {year}";

    private static string YearOf(Meeting meeting) => meeting.Date is { } date ? date.Year.ToString("0000", CultureInfo.InvariantCulture) : "undated";

    private static string YearPath(string year, int part) => $"{Meeting.OfKind.Folder}/by-year/{year}{(part == 1 ? "" : $"-{part}")}.html";
}
