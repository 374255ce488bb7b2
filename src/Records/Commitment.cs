using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Something a member said it would do.</summary>
public sealed record Commitment(RecordCore Core) : Record(Core)
{
    /// <summary>What can become of a promise. There is no word for "nearly".</summary>
    internal static readonly ImmutableArray<string> Statuses = ["not-started", "limited", "substantial", "complete", "withdrawn", "unknown"];

    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new(
        "commitment", "commitments", "Commitment", "Commitments",
        Statuses, "made", Bind);

    /// <summary>Who promised.</summary>
    public ImmutableArray<Ref> By { get; init; } = [];

    /// <summary>The clause it serves.</summary>
    public Ref? Under { get; init; }

    /// <summary>The last day.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>Where that day is written; the start of the file where it is not.</summary>
    public Location DueAt { get; init; }

    /// <summary>What shows how far it is.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>How its status changed, oldest first; the last step is the status of today.</summary>
    public ImmutableArray<StatusStep> History { get; init; } = [];

    /// <summary>
    /// Its status on a day; null where the record does not say. Without a history only the day of the build is known, and that
    /// what is not started today never was.
    /// </summary>
    /// <param name="day">The day asked about.</param>
    /// <param name="today">The day of the build.</param>
    public string? StatusOn(DateOnly day, DateOnly today)
    {
        if (day >= today) return Status;
        if (Date is { } made && made.First > day) return null;
        if (History.IsEmpty) return Status is "not-started" ? Status : null;
        StatusStep? last = null;
        foreach (var step in History)
        {
            if (step.Date is not { } on) return null;
            if (on.First > day) break;
            if (on.Last > day) return null;
            last = step;
        }

        return last?.Status;
    }

    /// <summary>How often it is to be checked, as written.</summary>
    public string? CheckEvery { get; init; }

    /// <summary>Where that is written; the start of the file where it is not.</summary>
    public Location CheckEveryAt { get; init; }

    /// <summary>The commitment this one is part of.</summary>
    public Ref? PartOf { get; init; }

    private static Commitment Bind(Fields fields, RecordCore core) => new(core)
    {
        History = [.. fields.Maps("history").Select(StatusStep.Read).OrderBy(s => s.Date)],
        By = fields.Links("by", "member", strict: !fields.Foreign),
        Under = fields.Link("under", "platform"),
        Due = fields.Date("due"),
        DueAt = fields.Where("due") ?? core.At,
        CheckEveryAt = fields.Where("check-every") ?? core.At,
        Evidence = [.. fields.Maps("evidence").Select(Records.Evidence.Read)],
        CheckEvery = fields.Text("check-every"),
        PartOf = fields.Link("part-of", "commitment"),
    };
}

/// <summary>Something that shows how far a promise is.</summary>
/// <param name="Date">When it was so; null where the record does not say.</param>
/// <param name="What">What was seen.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="At">Where that is written.</param>
public sealed record Evidence(PartialDate? Date, string? What, string? Url, Location At)
{
    internal static Evidence Read(Fields fields)
    {
        var read = new Evidence(fields.Date("date"), fields.Text("what"), fields.Text("url"), fields.Where("date") ?? fields.At);
        fields.Finish();
        return read;
    }
}

/// <summary>A day on which a promise got another status.</summary>
/// <param name="Date">When; null where the record does not say.</param>
/// <param name="Status">One of <see cref="Commitment.Statuses"/>; null where the word is none of them.</param>
/// <param name="StatusAt">Where that is written.</param>
/// <param name="Why">Why, in the record's words; null where it does not say.</param>
public sealed record StatusStep(PartialDate? Date, string? Status, Location StatusAt, string? Why)
{
    internal static StatusStep Read(Fields fields)
    {
        var read = new StatusStep(fields.Date("date"), fields.Word("status", Commitment.Statuses), fields.Where("status") ?? fields.At, fields.Text("why"));
        fields.Finish();
        return read;
    }
}
