using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The page of a meeting: its agenda before, its minutes after.</summary>
public sealed partial record MeetingView : RecordView
{
    /// <summary>From when to when, for readers.</summary>
    public string? Time { get; init; }

    /// <summary>The time zone, as written.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>Which body met.</summary>
    public string? Assembly { get; init; }

    /// <summary>What kind of meeting it was.</summary>
    public string? MeetingKind { get; init; }

    /// <summary>The kind for readers.</summary>
    [JsonIgnore] public string? KindInWords { get; init; }

    /// <summary>The body for readers.</summary>
    [JsonIgnore] public string? AssemblyInWords { get; init; }

    /// <summary>Who led it.</summary>
    public ImmutableArray<Anchor> Chair { get; init; } = [];

    /// <summary>Who wrote the minutes.</summary>
    public ImmutableArray<Anchor> MinutesBy { get; init; } = [];

    /// <summary>Who was there.</summary>
    public AttendanceView Attendance { get; init; } = null!;

    /// <summary>draft, approved or corrected; null when not recorded.</summary>
    public string? MinutesStatus { get; init; }

    /// <summary>"Corrected", for the facts; null where nothing is to be said that the approving meeting does not say.</summary>
    [JsonIgnore] public string? MinutesInWords { get; init; }

    /// <summary>The meeting that approved the minutes.</summary>
    public Anchor? ApprovedAt { get; init; }

    /// <summary>Its day.</summary>
    [JsonIgnore] public Day? ApprovedOn { get; init; }

    /// <summary>When the minutes were published.</summary>
    public Day? Published { get; init; }

    /// <summary>How many days after the meeting that was; null where it is not known.</summary>
    public int? DaysToPublication { get; init; }

    /// <summary>The same in words.</summary>
    [JsonIgnore] public string? PublishedAfter { get; init; }

    /// <summary>Where a recording is, as written.</summary>
    public string? Recording { get; init; }

    /// <summary>The address of the recording, where it is one that can be followed.</summary>
    [JsonIgnore] public string? RecordingHref { get; init; }

    /// <summary>What was decided, agreed, moved and asked, by the marked lines of the minutes.</summary>
    public ImmutableArray<MarkedLine> InShort { get; init; } = [];

    /// <summary>Decisions whose own record names this meeting and that no marked line names.</summary>
    public ImmutableArray<OtherDecision> OtherDecisions { get; init; } = [];

    /// <summary>Whether there is anything to say in short.</summary>
    [JsonIgnore] public bool HasShort { get; init; }

    /// <summary>What somebody was asked to do.</summary>
    public ImmutableArray<ActionView> Actions { get; init; } = [];

    /// <summary>Whether it is known of any action who is to do it.</summary>
    [JsonIgnore] public bool HasOwners { get; init; }

    /// <summary>The heading above the text: what was discussed, or the agenda.</summary>
    [JsonIgnore] public string TextHeading { get; init; } = "";

    /// <summary>What stands where there is no text.</summary>
    [JsonIgnore] public string NoText { get; init; } = "";

    /// <summary>Makes the page of a meeting.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var meeting = (Meeting)record;
        var (lines, others) = MarkedLine.Of(page, meeting);
        var actions = page.Consequences.ActionsOf(meeting).Select(a => ActionView.Of(page, a)).ToImmutableArray();
        var approvedAt = page.Corpus.Find<Meeting>(meeting.ApprovedAt);
        var view = new MeetingView
        {
            StatusTag = StatusTags.Of(page.Consequences, meeting),
            Banners = [.. MeetingBanners.Of(page, meeting)],
            Sections = Below(RecordParts.Sections(page, record)),
            Time = meeting.Time is { } time ? InWords(time) : null,
            TimeZone = meeting.TimeZone,
            Place = meeting.Place,
            Assembly = meeting.Assembly,
            AssemblyInWords = meeting.Assembly is { } body ? StatusTags.Words(body) : null,
            MeetingKind = meeting.MeetingKind,
            KindInWords = meeting.MeetingKind is { } kind ? StatusTags.Words(kind) : null,
            Chair = page.To(meeting.Chair),
            MinutesBy = page.To(meeting.MinutesBy),
            Attendance = AttendanceView.Of(page, meeting),
            MinutesStatus = meeting.MinutesStatus,
            MinutesInWords = meeting.MinutesStatus switch
            {
                "approved" when meeting.ApprovedAt is not null => null,
                { } word => StatusTags.Words(word),
                null => meeting is { Status: "held", Core.Foreign: false } ? "Not recorded" : null,
            },
            ApprovedAt = meeting.ApprovedAt is { } reference && meeting.MinutesStatus is not "draft" ? page.To(reference) : null,
            ApprovedOn = page.Day(approvedAt?.Date),
            Published = page.Day(meeting.Published),
            DaysToPublication = meeting.DaysToPublication,
            PublishedAfter = After(meeting.DaysToPublication, "on the day of the meeting", " after the meeting"),
            Recording = meeting.Recording,
            RecordingHref = Uri.TryCreate(meeting.Recording, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url!.AbsoluteUri : null,
            InShort = meeting.IsRetracted ? [] : lines,
            OtherDecisions = others,
            HasShort = !meeting.IsRetracted && (!lines.IsEmpty || !others.IsEmpty),
            Actions = actions,
            HasOwners = actions.Any(a => a.Owner is not null),
            TextHeading = meeting.Status switch
            {
                "scheduled" => "What is on the agenda",
                "cancelled" => "What the record says",
                _ => "What was discussed",
            },
            NoText = meeting.Status == "scheduled" ? "No agenda is published yet." : "No minutes are published.",
        }.Common(page, record);
        return view with { Toc = [.. view.Contents()] };
    }

    /// <summary>The text stands below a heading of the page, so that each of its own is one level lower.</summary>
    private static ImmutableArray<SectionView> Below(ImmutableArray<SectionView> sections) =>
        [.. sections.Select(s => s.HasHeading ? s with { Level = s.Level + 1 } : s)];

    private IEnumerable<TocEntry> Contents()
    {
        if (HasShort) yield return new("at-short", "In short");
        if (Attendance.IsRecorded) yield return new("at-attendance", "Who was there");
        yield return new("at-discussed", TextHeading);
        foreach (var section in Sections)
            if (section.Level == 3) yield return new(section.Anchor, section.Title);
        if (!Actions.IsEmpty) yield return new("at-actions", "Actions");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }

    /// <summary>"6 days after the meeting"; null where it is not known.</summary>
    internal static string? After(int? days, string sameDay, string unit) => days switch
    {
        null => null,
        0 => sameDay,
        1 => "1 day" + unit,
        _ => $"{days} days" + unit,
    };

    /// <summary>"10:00-12:15" as "10:00 to 12:15"; anything else as written.</summary>
    internal static string InWords(string time) => FromTo().Replace(time, "$1 to $2");

    [GeneratedRegex(@"^(\d{1,2}[:.]\d\d)\s*[-–—]\s*(\d{1,2}[:.]\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex FromTo();
}
