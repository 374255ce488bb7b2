using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

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
/// <param name="Date">The day it is of; null where the record does not say.</param>
/// <param name="Value">The value as written.</param>
/// <param name="At">Where its day is written.</param>
public sealed record Reading(PartialDate? Date, string? Value, Location At)
{
    internal static Reading Read(Fields fields)
    {
        var read = new Reading(fields.Date("date"), fields.Text("value"), fields.Where("date") ?? fields.At);
        // In {date: …, value: 4,200} the comma begins another key, and 4 would be taken for the figure.
        if (fields.Keys.FirstOrDefault(k => k.Value.Length == 3 && k.Value.All(char.IsAsciiDigit)) is { Value: { } lost } at)
        {
            fields.Say.FigureSplit(fields.Foreign, at.At, read.Value ?? "", lost);
            fields.Has(lost);
        }

        fields.Finish();
        return read;
    }
}
