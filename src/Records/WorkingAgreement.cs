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
