using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A measured value, or one that was aimed at.</summary>
/// <param name="Date">When.</param>
/// <param name="Value">The value as written; its unit is the measure's.</param>
/// <param name="Note">"Start" or "Target", or empty for a reading.</param>
/// <param name="Width">How wide its bar is, in hundredths; null where no bar can be drawn.</param>
public sealed record ReadingView(Day? Date, string? Value, [property: JsonIgnore] string Note, [property: JsonIgnore] string? Width);

/// <summary>The page of an outcome: what is measured, and the figures as they are, without a verdict.</summary>
public sealed record OutcomeView : RecordView
{
    /// <summary>Up to so many values the table itself is the chart.</summary>
    private const int MostBars = 24;

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

    /// <summary>Start, readings and target for the table.</summary>
    [JsonIgnore] public ImmutableArray<ReadingView> Rows { get; init; } = [];

    /// <summary>The newest reading.</summary>
    [JsonIgnore] public ReadingView? Newest { get; init; }

    /// <summary>Whether the values have bars.</summary>
    [JsonIgnore] public bool HasBars { get; init; }

    /// <summary>Outcomes that this one helps.</summary>
    public ImmutableArray<Anchor> Strengthens { get; init; } = [];

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var outcome = (Outcome)record;
        var readings = outcome.Readings.OrderBy(r => r.Date).ToList();
        var most = MostOf([outcome.Baseline, .. readings, outcome.Target]);
        ReadingView? Show(Reading? reading, string note) =>
            reading is null ? null : new(page.Day(reading.Date), reading.Value, note, WidthOf(reading, most));
        var view = new OutcomeView
        {
            Owner = outcome.Owner is { } owner ? page.To(owner) : null,
            Measure = outcome.Measure,
            Baseline = Show(outcome.Baseline, "Start"),
            Target = Show(outcome.Target, "Target"),
            Readings = [.. readings.Select(r => Show(r, "")!)],
            HasBars = most is not null,
            Strengthens = page.To(outcome.Strengthens),
        };
        view = view with
        {
            Rows = [.. new[] { view.Baseline }.Concat(view.Readings).Append(view.Target).OfType<ReadingView>()],
            Newest = view.Readings.IsEmpty ? null : view.Readings[^1],
        };
        view = view.Common(page, record);
        return view with { Toc = [.. RecordParts.Toc(view.Sections), new("at-figures", "The figures"), new("at-cite", "Link to this page")] };
    }

    /// <summary>The list.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => RecordListView.Plans(
        site, Outcome.OfKind, "What we want to change, and what was measured.", (page, record) =>
        {
            var outcome = (Outcome)record;
            return RecordItem.Of(page, record, null, outcome.Measure is { } measure ? $"Measured in: {measure}" : null,
                Figure(page, "Start", outcome.Baseline), Figure(page, "Newest", outcome.Readings.OrderBy(r => r.Date).LastOrDefault()), Figure(page, "Target", outcome.Target));
        });

    private static FactView? Figure(PageContext page, string label, Reading? reading) =>
        reading?.Value is not { } value ? null
        : new(label, new Html(Html.Escape(value) + (page.Day(reading.Date) is { } day ? $" ({day.Element})" : "")));

    /// <summary>The largest value, by which bars are drawn; null where not every value is a number from zero, or there are too many.</summary>
    private static double? MostOf(IEnumerable<Reading?> readings)
    {
        var values = readings.OfType<Reading>().Select(ValueOf).ToList();
        return values.Count is > 0 and <= MostBars && values.All(v => v >= 0) && values.Max() is > 0 and var most ? most : null;
    }

    /// <summary>Bars start at zero.</summary>
    private static string? WidthOf(Reading reading, double? most) =>
        most is { } all && ValueOf(reading) is { } value ? (100 * value / all).ToString("0.##", CultureInfo.InvariantCulture) : null;

    private static double? ValueOf(Reading reading) =>
        double.TryParse(reading.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
}
