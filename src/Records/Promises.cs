using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Something a member said it would do.</summary>
public sealed record Commitment(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new(
        "commitment", "commitments", "Commitment", "Commitments",
        ["not-started", "limited", "substantial", "complete", "withdrawn", "unknown"], "made", Bind);

    /// <summary>Who promised.</summary>
    public ImmutableArray<Ref> By { get; init; } = [];

    /// <summary>The clause it serves.</summary>
    public Ref? Under { get; init; }

    /// <summary>The last day.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>What shows how far it is.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>How often it is to be checked, as written.</summary>
    public string? CheckEvery { get; init; }

    /// <summary>The commitment this one is part of.</summary>
    public Ref? PartOf { get; init; }

    private static Commitment Bind(Fields fields, RecordCore core) => new(core)
    {
        By = fields.Links("by", "member", strict: !fields.Foreign),
        Under = fields.Link("under", "platform"),
        Due = fields.Date("due"),
        Evidence = [.. fields.Maps("evidence").Select(Records.Evidence.Read)],
        CheckEvery = fields.Text("check-every"),
        PartOf = fields.Link("part-of", "commitment"),
    };
}

/// <summary>Something that shows how far a promise is.</summary>
public sealed record Evidence(PartialDate? Date, string? What, string? Url)
{
    internal static Evidence Read(Fields fields)
    {
        var read = new Evidence(fields.Date("date"), fields.Text("what"), fields.Text("url"));
        fields.Finish();
        return read;
    }
}

/// <summary>What two or more members ask of and give to each other.</summary>
public sealed record WorkingAgreement(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new(
        "working-agreement", "working-agreements", "Working agreement", "Working agreements",
        ["working", "strained", "ended", "proposed"], "since", Bind);

    /// <summary>Between whom.</summary>
    public ImmutableArray<Ref> Between { get; init; } = [];

    /// <summary>What is asked.</summary>
    public string? Asks { get; init; }

    /// <summary>What is given.</summary>
    public string? Gives { get; init; }

    /// <summary>When it was looked at again.</summary>
    public ImmutableArray<PartialDate> Revisited { get; init; } = [];

    private static WorkingAgreement Bind(Fields fields, RecordCore core) => new(core)
    {
        Between = fields.Links("between", "member", strict: false),
        Asks = fields.Text("asks"),
        Gives = fields.Text("gives"),
        Revisited = [.. fields.Dates("revisited")],
    };
}

/// <summary>A duty that passes from hand to hand.</summary>
public sealed record Role(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("role", "roles", "Role", "Roles", [], null, Bind);

    /// <summary>What its holder does.</summary>
    public string? Duty { get; init; }

    /// <summary>Who held it when, oldest first as written.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>How often it passes on, as written.</summary>
    public string? Rotates { get; init; }

    /// <summary>Whether several may hold it at a time.</summary>
    public bool Shared { get; init; }

    private static Role Bind(Fields fields, RecordCore core) => new(core)
    {
        Duty = fields.Text("duty"),
        Terms = [.. fields.Maps("terms").Select(Term.Read)],
        Rotates = fields.Text("rotates"),
        Shared = fields.Word("shared", ["true", "false", "yes", "no"]) is "true" or "yes",
    };
}

/// <summary>A stretch of time in which somebody holds a role. The last day belongs to it.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Holder">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while it goes on.</param>
public sealed record Term(Location At, Ref? Holder, PartialDate? From, PartialDate? Until)
{
    internal static Term Read(Fields fields)
    {
        var read = new Term(fields.At, fields.Link("holder", "member", strict: false), fields.Date("from"), fields.Date("until"));
        fields.Finish();
        return read;
    }
}

/// <summary>What the coalition wants to change, with how far it is.</summary>
public sealed record Outcome(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("outcome", "outcomes", "Outcome", "Outcomes", [], null, Bind);

    /// <summary>Who looks after it.</summary>
    public Ref? Owner { get; init; }

    /// <summary>What is measured, in which unit.</summary>
    public string? Measure { get; init; }

    /// <summary>Where it started.</summary>
    public Reading? Baseline { get; init; }

    /// <summary>Where it should be.</summary>
    public Reading? Target { get; init; }

    /// <summary>What was measured since.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>Outcomes that this one helps.</summary>
    public ImmutableArray<Ref> Strengthens { get; init; } = [];

    private static Outcome Bind(Fields fields, RecordCore core) => new(core)
    {
        Owner = fields.Link("owner", "member", strict: false),
        Measure = fields.Text("measure"),
        Baseline = fields.Map("baseline") is { } baseline ? Reading.Read(baseline) : null,
        Target = fields.Map("target") is { } target ? Reading.Read(target) : null,
        Readings = [.. fields.Maps("readings").Select(Reading.Read)],
        Strengthens = fields.Links("strengthens", "outcome"),
    };
}

/// <summary>A measured value on a day; the value as written, since its unit is the measure's.</summary>
public sealed record Reading(PartialDate? Date, string? Value)
{
    internal static Reading Read(Fields fields)
    {
        var read = new Reading(fields.Date("date"), fields.Text("value"));
        fields.Finish();
        return read;
    }
}

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

/// <summary>Anything else the coalition wants to say.</summary>
public sealed record Page(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("page", "pages", "Page", "Pages", [], "date", (_, core) => new Page(core));
}

/// <summary>The coalition itself: the content of <c>index.md</c>.</summary>
public sealed record Coalition(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("coalition", "", "Coalition", "Coalitions", [], "founded", Bind);

    /// <summary>Why it exists, in one sentence.</summary>
    public string? Purpose { get; init; }

    private static Coalition Bind(Fields fields, RecordCore core)
    {
        fields.Text("invented");
        return new(core) { Purpose = fields.Text("purpose") };
    }
}
