using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>The coalition itself: the content of <c>index.md</c>.</summary>
public sealed record Coalition(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("coalition", "", "Coalition", "Coalitions", [], "founded", Bind);

    /// <summary>Why it exists, in one sentence.</summary>
    public string? Purpose { get; init; }

    /// <summary>When members founded it anew: looked at all of it and began again.</summary>
    public ImmutableArray<PartialDate> Refounded { get; init; } = [];

    /// <summary>That it ended, and how; null while it goes on.</summary>
    public Dissolution? Dissolved { get; init; }

    private static Coalition Bind(Fields fields, RecordCore core)
    {
        fields.Text("invented");
        return new(core)
        {
            Purpose = fields.Text("purpose"),
            Refounded = [.. fields.Dates("refounded")],
            Dissolved = fields.Map("dissolved") is { } end ? Dissolution.Read(end) : null,
        };
    }
}

/// <summary>The end of a coalition.</summary>
/// <param name="Date">Its last day; null where the record does not say.</param>
/// <param name="DateAt">Where that is written.</param>
/// <param name="By">The decision that ended it, or null.</param>
/// <param name="Why">Why, in the record's words; null where it does not say.</param>
/// <param name="At">Where the end is written.</param>
public sealed record Dissolution(PartialDate? Date, Location DateAt, Ref? By, string? Why, Location At)
{
    internal static Dissolution Read(Fields fields)
    {
        var read = new Dissolution(fields.Date("date"), fields.Where("date") ?? fields.At, fields.Link("by", "decision"), fields.Text("why"), fields.At);
        if (read.Date is null) fields.Say.KeyMissing(fields.At, "date", "dissolved");
        fields.Finish();
        return read;
    }
}
