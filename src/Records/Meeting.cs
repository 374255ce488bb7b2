using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>A meeting: its agenda before, its minutes after.</summary>
public sealed record Meeting(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("meeting", "meetings", "Meeting", "Meetings", ["scheduled", "held", "cancelled"], "date", Bind);

    /// <summary>From when to when, as written.</summary>
    public string? Time { get; init; }

    /// <summary>The time zone of <see cref="Time"/>, as written.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where, as written.</summary>
    public string? Place { get; init; }

    /// <summary>Which body met.</summary>
    public string? Assembly { get; init; }

    /// <summary>What kind of meeting it was: assembly, steering, public hearing …</summary>
    public string? MeetingKind { get; init; }

    /// <summary>Who led it.</summary>
    public ImmutableArray<Ref> Chair { get; init; } = [];

    /// <summary>Who wrote the minutes.</summary>
    public ImmutableArray<Ref> MinutesBy { get; init; } = [];

    /// <summary>Who was there.</summary>
    public ImmutableArray<Ref> Present { get; init; } = [];

    /// <summary>Who sent apologies.</summary>
    public ImmutableArray<Ref> Apologies { get; init; } = [];

    /// <summary>Who watched.</summary>
    public ImmutableArray<Ref> Observers { get; init; } = [];

    /// <summary>draft, approved or corrected; null when not given.</summary>
    public string? MinutesStatus { get; init; }

    /// <summary>The meeting that approved the minutes.</summary>
    public Ref? ApprovedAt { get; init; }

    /// <summary>When the minutes were published.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>
    /// How many days after the meeting its minutes were published; null where one of the days is not recorded, and where what
    /// was published before the meeting can only have been the agenda.
    /// </summary>
    public int? DaysToPublication =>
        Published?.Exact is { } published && Date?.Exact is { } met && published >= met ? published.DayNumber - met.DayNumber : null;

    /// <summary>Address of a recording.</summary>
    public string? Recording { get; init; }

    /// <summary>The lines of the minutes that are marked: resolutions, actions, votes.</summary>
    public ImmutableArray<Mark> Marks => Body.Marks;

    private static Meeting Bind(Fields fields, RecordCore core) => new(core)
    {
        Time = fields.Text("time"),
        TimeZone = fields.Text("time-zone"),
        Place = fields.Text("place") ?? fields.Text("where"),
        Assembly = fields.Text("body"),
        MeetingKind = fields.Text("kind"),
        Chair = fields.Links("chair", "member", strict: false),
        MinutesBy = fields.Links("minutes-by", "member", strict: false),
        Present = fields.Links("present", "member", strict: !fields.Foreign),
        Apologies = fields.Links("apologies", "member", strict: !fields.Foreign),
        Observers = fields.Links("observers", "member", strict: false),
        MinutesStatus = fields.Word("minutes-status", ["draft", "approved", "corrected"]),
        ApprovedAt = fields.Link("approved-at", "meeting"),
        Published = fields.Date("published"),
        Recording = fields.Text("recording"),
    };
}
