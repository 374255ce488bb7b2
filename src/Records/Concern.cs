namespace PublicLedger.Records;

/// <summary>Something that went against the agreement, as somebody raised it: no verdict.</summary>
public sealed record Concern(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new(
        "concern", "concerns", "Concern", "Concerns", ["raised", "open", "discussed", "renegotiated", "settled", "parted", "withdrawn"], "raised", Bind);

    /// <summary>Who raised it.</summary>
    public Ref? RaisedBy { get; init; }

    /// <summary>Whom it is about.</summary>
    public Ref? About { get; init; }

    /// <summary>The clause it is about.</summary>
    public Ref? Clause { get; init; }

    /// <summary>What settled it: a decision or a meeting.</summary>
    public Ref? SettledBy { get; init; }

    private static Concern Bind(Fields fields, RecordCore core) => new(core)
    {
        RaisedBy = fields.Link("raised-by", "member", strict: false),
        About = fields.Link("about", "member", strict: false),
        Clause = fields.Link("clause", "platform"),
        SettledBy = fields.Link("settled-by", null),
    };
}
