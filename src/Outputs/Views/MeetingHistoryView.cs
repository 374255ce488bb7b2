using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>How often members meet, and how many come: all years of it as drawings with their tables.</summary>
public sealed record MeetingHistoryView
{
    /// <summary>The place of the page on the site.</summary>
    private const string Path = "meetings/over-time.html";

    /// <summary>What surrounds the page.</summary>
    [JsonIgnore] public Frame? Frame { get; init; }

    /// <summary>How many meetings, from when to when, and how far apart.</summary>
    public required string Lead { get; init; }

    /// <summary>The longest time without a meeting, between two links; null with fewer than two meetings.</summary>
    [JsonIgnore] public GapView? Longest { get; init; }

    /// <summary>How many meetings were held in each year.</summary>
    public required Chart ByYear { get; init; }

    /// <summary>How many came to each meeting.</summary>
    public required Chart Came { get; init; }

    /// <summary>The most, the fewest and the usual number that came, in sentences; null where no number is known.</summary>
    [JsonIgnore] public string? CameInWords { get; init; }

    /// <summary>What is counted as having come.</summary>
    [JsonIgnore] public string CameMeans { get; init; } = "";

    /// <summary>The page as data.</summary>
    [JsonIgnore] public string DataHref { get; init; } = "";

    /// <summary>The page, where at least two meetings are on record with their days.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => Exists(site) ? [new(Path, "meeting-history", Of) { Data = "data/meetings-over-time.json" }] : [];

    /// <summary>A link to the page, or null where there is none.</summary>
    internal static Anchor? Link(PageContext page, string text) => Exists(page.Site) ? new(text, page.To(Path)) : null;

    private static bool Exists(Site site) => site.Consequences.MeetingHistory.Held.Length > 1;

    private static MeetingHistoryView Of(PageContext page)
    {
        var history = page.Consequences.MeetingHistory;
        var today = page.Consequences.Today;
        return new MeetingHistoryView
        {
            Lead = LeadOf(page, history),
            Longest = history.LongestGap is { Days: > 0 } gap
                ? new GapView(gap.Days == 1 ? "1 day" : $"{gap.Days} days", Meeting(page, gap.Before), Meeting(page, gap.After)) : null,
            ByYear = Charts.Bars(new("at-years", "Meetings held each year", "Year", "Meetings"),
                [.. history.Years.Select(y => new ChartPoint(new(Year(y.Year, today), null), y.Count, y.Count.ToString(CultureInfo.InvariantCulture)))]),
            Came = Charts.Dots(new("at-came", history.CountsMembers ? "Members that came to each meeting" : "Names of those present at each meeting", "Meeting", history.CountsMembers ? "Members" : "Names"),
                [.. history.Held.Select(h => new ChartPoint(Meeting(page, h), h.Came, InWords(h), h.On))]),
            CameInWords = Usual([.. history.Held.Where(h => h.Came is not null).Select(h => h.Came!.Value).Order()]),
            CameMeans = history.CountsMembers
                ? "We count members of that day, not people. Where it is not known who belonged, or who came, there is no dot."
                : "We count the names that the minutes list as present. Where they list none, there is no dot.",
            DataHref = page.To("data/meetings-over-time.json"),
            Frame = Frame.Of(page, "How often we meet, and who comes", $"The meetings of {page.Site.Name} over the years, and how many came.", "meeting-history", Records.Meeting.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new(Records.Meeting.OfKind.Labels, page.To(Routes.Index(Records.Meeting.OfKind)))],
            },
        };
    }

    private static string LeadOf(PageContext page, MeetingHistory history)
    {
        string Day(DateOnly day) => page.Site.Dates.Of(PartialDate.Of(day)).Text;
        var lead = $"{history.Held.Length} meetings were held from {Day(history.Held[0].On)} to {Day(history.Held[^1].On)}.";
        if (history.UsualGap is { } gap) lead += gap == 0 ? " Half of them were on the same day as the one before." : $" Half of them came within {(gap == 1 ? "a day" : $"{gap} days")} after the one before.";
        if (history.WithoutDay > 0) lead += history.WithoutDay == 1 ? " One more has no day on record." : $" {history.WithoutDay} more have no day on record.";
        return lead;
    }

    /// <summary>Of counts in order, the ends and the middle.</summary>
    private static string? Usual(ImmutableArray<int> counts) =>
        counts.IsEmpty ? null
        : counts[0] == counts[^1] ? $"{counts[0]} came each time."
        : $"The most was {counts[^1]}, and the fewest {counts[0]}. At half of the meetings or more, at least {counts[counts.Length / 2]} came.";

    private static Anchor Meeting(PageContext page, MeetingHeld held) => page.To(held.Meeting, page.Site.Dates.Of(PartialDate.Of(held.On)).Text);

    private static string InWords(MeetingHeld held) => (held.Came, held.Of) switch
    {
        ({ } came, { } of) => $"{came} of {of}",
        ({ } came, null) => came.ToString(CultureInfo.InvariantCulture),
        _ => "Not recorded",
    };

    private static string Year(int year, DateOnly today) =>
        year.ToString(CultureInfo.InvariantCulture) + (year == today.Year && today is not { Month: 12, Day: 31 } ? " so far" : "");
}

/// <summary>A time without a meeting.</summary>
public sealed record GapView(string Days, Anchor Before, Anchor After);
