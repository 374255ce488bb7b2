using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Something that went against the agreement, as somebody raised it: no verdict.</summary>
public sealed record Concern(RecordCore Core) : Record(Core)
{
    /// <summary>Where a concern can be. There is no word for who was right.</summary>
    internal static readonly ImmutableArray<string> Statuses = ["raised", "open", "discussed", "renegotiated", "settled", "parted", "withdrawn"];

    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("concern", "concerns", "Concern", "Concerns", Statuses, "raised", Bind);

    /// <summary>Who raised it.</summary>
    public Ref? RaisedBy { get; init; }

    /// <summary>Whom it is about.</summary>
    public Ref? About { get; init; }

    /// <summary>The clause it is about.</summary>
    public Ref? Clause { get; init; }

    /// <summary>The meetings that talked about it.</summary>
    public ImmutableArray<Ref> DiscussedAt { get; init; } = [];

    /// <summary>What settled it: a decision or a meeting.</summary>
    public Ref? SettledBy { get; init; }

    /// <summary>What else happened, oldest first.</summary>
    public ImmutableArray<ConcernStep> History { get; init; } = [];

    private static Concern Bind(Fields fields, RecordCore core) => new(core)
    {
        RaisedBy = fields.Link("raised-by", "member", strict: false),
        About = fields.Link("about", "member", strict: false),
        Clause = fields.Link("clause", "platform"),
        DiscussedAt = fields.Links("discussed-at", "meeting"),
        SettledBy = fields.Link("settled-by", null),
        History = [.. fields.Maps("history").Select(ConcernStep.Read).OrderBy(s => s.Date)],
    };
}

/// <summary>A day in the life of a concern.</summary>
/// <param name="Date">When; null where the record does not say.</param>
/// <param name="Status">Where the concern was from then on; one of <see cref="Concern.Statuses"/>, or null where the step did not move it.</param>
/// <param name="What">What happened, in the record's words.</param>
/// <param name="At">Where that is written.</param>
public sealed record ConcernStep(PartialDate? Date, string? Status, string? What, Location At)
{
    internal static ConcernStep Read(Fields fields)
    {
        var read = new ConcernStep(fields.Date("date"), fields.Word("status", Concern.Statuses), fields.Text("what"), fields.Where("status") ?? fields.Where("date") ?? fields.At);
        fields.Finish();
        return read;
    }
}
