using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

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
    public ImmutableArray<AgreedTerm> Asks { get; init; } = [];

    /// <summary>What is given.</summary>
    public ImmutableArray<AgreedTerm> Gives { get; init; } = [];

    /// <summary>When it was looked at again.</summary>
    public ImmutableArray<PartialDate> Revisited { get; init; } = [];

    /// <summary>Where that is written; the start of the file where it is not.</summary>
    public Location RevisitedAt { get; init; }

    /// <summary>What changed in it, oldest first.</summary>
    public ImmutableArray<TermsChanged> History { get; init; } = [];

    private static WorkingAgreement Bind(Fields fields, RecordCore core) => new(core)
    {
        Between = fields.Links("between", "member", strict: false),
        Asks = AgreedTerm.Read(fields, "asks"),
        Gives = AgreedTerm.Read(fields, "gives"),
        Revisited = [.. fields.Dates("revisited")],
        RevisitedAt = fields.Where("revisited") ?? core.At,
        History = [.. fields.Maps("history").Select(TermsChanged.Read).OrderBy(c => c.Date)],
    };
}

/// <summary>What is asked or given.</summary>
/// <param name="By">The member that asks or gives it; null where the record says it of the agreement as a whole.</param>
/// <param name="Text">What.</param>
public sealed record AgreedTerm(Ref? By, string Text)
{
    /// <summary>Reads <c>asks: text</c>, or <c>asks: {member: text, other: text}</c>.</summary>
    internal static ImmutableArray<AgreedTerm> Read(Fields fields, string key) =>
        fields.IsMap(key) && fields.Map(key) is { } sides ? [.. sides.ByName(key, "member").Select(s => new AgreedTerm(s.Name, s.Value.Value))]
        : fields.Text(key) is { } text ? [new AgreedTerm(null, text)]
        : [];
}

/// <summary>A day on which a working agreement changed.</summary>
/// <param name="Date">When; null where the record does not say.</param>
/// <param name="What">What changed.</param>
/// <param name="At">Where that is written.</param>
public sealed record TermsChanged(PartialDate? Date, string? What, Location At)
{
    internal static TermsChanged Read(Fields fields)
    {
        var read = new TermsChanged(fields.Date("date"), fields.Text("what"), fields.Where("date") ?? fields.At);
        fields.Finish();
        return read;
    }
}
