using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>A line that the numbers of a chart are held against.</summary>
/// <param name="Value">Where it is.</param>
/// <param name="Words">What it means: "7 days at most".</param>
public sealed record ChartGoal(decimal Value, string Words);

/// <summary>What a chart is about and how it speaks of its numbers.</summary>
/// <param name="Id">The start of its ids; unique on the page, and beginning with <c>at-</c>.</param>
/// <param name="Title">What is shown, as a name.</param>
/// <param name="RowsAre">What a row stands for: "Day", "Member".</param>
/// <param name="NumbersAre">What a number stands for: "Days".</param>
public sealed record ChartSubject(string Id, string Title, string RowsAre, string NumbersAre)
{
    /// <summary>A line across the chart, or null.</summary>
    public ChartGoal? Goal { get; init; }

    /// <summary>What is at the top of a drawing, where that is known beforehand: 1 for shares.</summary>
    public decimal? Top { get; init; }

    /// <summary>Says a number as the chart does, for the scale and the description.</summary>
    public Func<decimal, string> Say { get; init; } = Drawing.Number;
}

/// <summary>The forms of chart on the site. All start at zero.</summary>
public static class Charts
{
    /// <summary>The numbers of a series in time: bars in the table while they are few, else a line above it.</summary>
    public static Chart Series(ChartSubject subject, ImmutableArray<ChartPoint> points) =>
        points.Length <= Chart.MostBars ? Bars(subject, points) : Line(subject, points);

    /// <summary>A table whose rows end with bars.</summary>
    public static Chart Bars(ChartSubject subject, ImmutableArray<ChartPoint> points)
    {
        var top = TopOf(subject, points);
        var drawn = points.Any(p => p.Value is > 0);
        return Of(subject, points) with
        {
            HasBars = drawn,
            Note = drawn ? GoalInWords(subject) : null,
            Rows = [.. points.Select(p => Row(p) with { Bar = drawn ? BarOf(p, subject.Goal, top) : null })],
        };
    }

    /// <summary>A line through the numbers in their order; it breaks where a number is missing.</summary>
    public static Chart Line(ChartSubject subject, ImmutableArray<ChartPoint> points)
    {
        var top = TopOf(subject, points);
        var shapes = new List<string> { Drawing.Ground };
        if (subject.Goal is { } goal) shapes.Add(Drawing.Across(Y(goal.Value, top)));
        var at = Places(points);
        var alone = new List<(decimal, decimal)>();
        var stretch = new List<(decimal X, decimal Y)>();
        for (var i = 0; i <= points.Length; i++)
        {
            if (i < points.Length && points[i].Value is { } value)
            {
                stretch.Add((at[i], Y(value, top)));
                continue;
            }

            if (stretch.Count == 1) alone.Add(stretch[0]);
            else if (stretch.Count > 1) shapes.Add(Drawing.Path("ln", stretch));
            stretch.Clear();
        }

        shapes.Add(Drawing.Dots(alone));
        return Drawn(subject, points, top, shapes);
    }

    /// <summary>A dot for each number, by its day.</summary>
    public static Chart Dots(ChartSubject subject, ImmutableArray<ChartPoint> points)
    {
        var top = TopOf(subject, points);
        var at = Places(points);
        var shapes = new List<string> { Drawing.Ground };
        if (subject.Goal is { } goal) shapes.Add(Drawing.Across(Y(goal.Value, top)));
        shapes.Add(Drawing.Dots(points.Select((p, i) => (p, i)).Where(x => x.p.Value is not null).Select(x => (at[x.i], Y(x.p.Value!.Value, top)))));
        return Drawn(subject, points, top, shapes);
    }

    private static Chart Drawn(ChartSubject subject, ImmutableArray<ChartPoint> points, decimal top, List<string> shapes)
    {
        var known = points.Where(p => p.Value is not null).ToList();
        if (known.Count == 0) return Of(subject, points);
        return Of(subject, points) with
        {
            Drawing = Drawing.Figure(subject.Id, subject.Title, ChartWords.Describe(subject, points), shapes),
            First = $"{points[0].Label.Text}: {points[0].Words}",
            Last = $"{points[^1].Label.Text}: {points[^1].Words}",
            Note = string.Join(' ', new[] { $"From {subject.Say(0)} at the bottom to {subject.Say(top)} at the top.", GoalInWords(subject) }.OfType<string>()),
        };
    }

    private static Chart Of(ChartSubject subject, ImmutableArray<ChartPoint> points) => new()
    {
        Id = subject.Id,
        Title = subject.Title,
        RowsAre = subject.RowsAre,
        Columns = [subject.NumbersAre],
        Rows = [.. points.Select(Row)],
    };

    private static ChartRow Row(ChartPoint point) => new(point.Label, [point.Words], null);

    private static Html BarOf(ChartPoint point, ChartGoal? goal, decimal top)
    {
        var bar = point.Value is > 0 and var value ? Drawing.Piece(goal is null ? PartShape.Whole : BesideALine, 0, 100 * value / top) : "";
        return Drawing.Bar(bar, goal is null ? "" : Drawing.Down(Math.Clamp(100 * goal.Value / top, 0.25m, 99.75m)));
    }

    /// <summary>A little lower than its row, so that a line across shows above and below it.</summary>
    private static readonly PartShape BesideALine = new("f", 1.5m);

    private static string? GoalInWords(ChartSubject subject) => subject.Goal is { } goal ? $"The line across is at {goal.Words}." : null;

    /// <summary>The number at the top: the largest there is, the goal included; never zero.</summary>
    private static decimal TopOf(ChartSubject subject, ImmutableArray<ChartPoint> points)
    {
        var most = points.Max(p => p.Value) ?? 0;
        if (subject.Goal is { } goal) most = Math.Max(most, goal.Value);
        if (subject.Top is { } top) most = Math.Max(most, top);
        return most > 0 ? most : 1;
    }

    private static decimal Y(decimal value, decimal top) => Drawing.Height - Math.Clamp(value / top, 0, 1) * (Drawing.Height - 2);

    /// <summary>A place from left to right; a little is left free at both ends, so that no dot is cut in half.</summary>
    private static decimal X(decimal part) => 1 + 98 * part;

    /// <summary>Where the points stand from left to right: by their days where all have one, else evenly.</summary>
    private static ImmutableArray<decimal> Places(ImmutableArray<ChartPoint> points)
    {
        if (points.Length == 1) return [50];
        if (points.All(p => p.On is not null))
        {
            var from = points.Min(p => p.On!.Value).DayNumber;
            var days = points.Max(p => p.On!.Value).DayNumber - from;
            if (days > 0) return [.. points.Select(p => X((decimal)(p.On!.Value.DayNumber - from) / days))];
        }

        return [.. points.Select((_, i) => X((decimal)i / (points.Length - 1)))];
    }
}
