using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A measured value, or one that was aimed at.</summary>
/// <param name="Date">When.</param>
/// <param name="Value">The value as written; its unit is the measure's.</param>
public sealed record ReadingView(Day? Date, string? Value);

/// <summary>Where an outcome is beside the straight line from its start to its target.</summary>
/// <param name="State">ahead, on-the-line, short, reached or not-reached.</param>
/// <param name="On">The day of the figure.</param>
/// <param name="Figure">The figure's number, exact.</param>
/// <param name="Line">The height of the line on that day, exact: "5.5", or "1007/183".</param>
/// <param name="Gap">What is between them, exact.</param>
/// <param name="InWords">The same in sentences.</param>
/// <param name="Tag">The same in a few words.</param>
public sealed record TrackView(string State, Day On, string Figure, string Line, string Gap, string InWords, [property: JsonIgnore] Tag Tag)
{
    internal static TrackView? Of(PageContext page, Outcome outcome) => Track.Of(outcome, page.Consequences.Today) is not { } track ? null : new(
        Diagnostics.Spelling.Kebab(track.State.ToString()), page.Day(track.On)!, track.Figure.Number.ToString(), track.Line.ToString(), track.Gap.ToString(),
        TrackWords.Sentence(page, track), TrackWords.TagOf(track));
}

/// <summary>The page of an outcome: what is measured, the figures as they are, and where they are beside the line to the target.</summary>
public sealed record OutcomeView : RecordView
{
    /// <summary>Who looks after it.</summary>
    public Anchor? Owner { get; init; }

    /// <summary>What is measured, in which unit.</summary>
    public string? Measure { get; init; }

    /// <summary>Where it started.</summary>
    public ReadingView? Baseline { get; init; }

    /// <summary>Where it should be.</summary>
    public ReadingView? Target { get; init; }

    /// <summary>What was measured since, oldest first.</summary>
    public ImmutableArray<ReadingView> Readings { get; init; } = [];

    /// <summary>The newest reading.</summary>
    [JsonIgnore] public ReadingView? Newest { get; init; }

    /// <summary>Where it is beside the line; null where the record does not say enough for the arithmetic.</summary>
    public TrackView? Track { get; init; }

    /// <summary>The start and the readings, as a chart with its table; null where there are none.</summary>
    [JsonIgnore] public Chart? Figures { get; init; }

    /// <summary>Outcomes that this one helps.</summary>
    public ImmutableArray<Anchor> Strengthens { get; init; } = [];

    /// <summary>Outcomes that help this one.</summary>
    public ImmutableArray<Anchor> HelpedBy { get; init; } = [];

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var outcome = (Outcome)record;
        ImmutableArray<Reading> readings = [.. outcome.Readings.OrderBy(r => r.Date)];
        ReadingView? Show(Reading? reading) => reading is null ? null : new(page.Day(reading.Date), reading.Value);
        var view = new OutcomeView
        {
            Owner = outcome.Owner is { } owner ? page.To(owner) : null,
            Measure = outcome.Measure,
            Baseline = Show(outcome.Baseline),
            Target = Show(outcome.Target),
            Readings = [.. readings.Select(r => Show(r)!)],
            Newest = readings.IsEmpty ? null : Show(readings[^1]),
            Track = TrackView.Of(page, outcome),
            StatusTag = StatusTags.Gone(outcome.Status) ?? TrackView.Of(page, outcome)?.Tag,
            Figures = FiguresOf(page, outcome, readings),
            Strengthens = page.To(outcome.Strengthens),
            HelpedBy = HelpedByOf(page, outcome),
        };
        view = view.Common(page, record);
        return view with { Toc = [.. RecordParts.Toc(view.Sections), new("at-figures", "The figures"), new("at-cite", "Link to this page")] };
    }

    /// <summary>A link is written once; who helps this one is read off the others. Two may help each other.</summary>
    private static ImmutableArray<Anchor> HelpedByOf(PageContext page, Outcome outcome) =>
        [.. page.Consequences.Backlinks.To(outcome).Select(b => b.From).OfType<Outcome>()
            .Where(o => o.Strengthens.Any(s => page.Corpus.Find<Outcome>(s)?.Id == outcome.Id))
            .OrderBy(o => o.Title, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.Id, StringComparer.Ordinal).Select(o => page.To(o))];

    private static Chart? FiguresOf(PageContext page, Outcome outcome, ImmutableArray<Reading> readings)
    {
        Reading[] rows = outcome.Baseline is { } start ? [start, .. readings] : [.. readings];
        if (rows.Length == 0) return null;
        // All charts start at zero: figures below it are told in the table and not drawn. Nor are figures that count different things.
        var values = rows.Select(r => MeasuredValue.Read(r.Value)).ToList();
        var known = values.OfType<MeasuredValue>().ToList();
        var drawn = known.TrueForAll(v => v.Number >= Ratio.Zero && v.Counts(known[0]));
        var goal = drawn && known.Count > 0 && MeasuredValue.Read(outcome.Target?.Value) is { } target && target.Counts(known[0]) && target.Number >= Ratio.Zero ? target : null;
        var subject = new ChartSubject("at-chart", outcome.Measure is { } measure ? $"Figures: {measure}" : "The figures", "Day", "Figure")
        {
            Goal = goal is null ? null : new(Decimal(goal), $"the target, {outcome.Target!.Value}{(page.Day(outcome.Target.Date) is { } by ? $" by {by}" : "")}"),
        };
        return Charts.Series(subject, [.. rows.Select((r, i) => new ChartPoint(
            new Anchor((page.Day(r.Date)?.Text ?? "Date not recorded") + (r == outcome.Baseline ? " (start)" : ""), null),
            drawn && values[i] is { } value ? Decimal(value) : null, r.Value ?? "Not recorded", r.Date?.Exact))]);
    }

    private static decimal Decimal(MeasuredValue value) => (decimal)value.Number.Above / (decimal)value.Number.Below;
}
