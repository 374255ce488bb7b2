using System.Collections.Immutable;
using System.Globalization;

namespace PublicLedger.Outputs;

/// <summary>
/// Bars of several parts. The parts differ in shape (whole, slim, outlined, thin, thin and outlined) before they differ in colour, and stand in
/// the order of the columns, so that they can be told apart in black and white.
/// </summary>
public static class Stacks
{
    /// <summary>The shapes of the parts, in their order; further parts are like the last.</summary>
    private static readonly ImmutableArray<PartShape> Shapes = [PartShape.Whole, PartShape.Slim, PartShape.Outline, PartShape.Thin, PartShape.ThinOutline];

    /// <summary>A table with a column for each part, whose rows end with bars. All bars are drawn to one scale.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="parts">What the parts are: "Kept", "Late", "Dropped".</param>
    /// <param name="stacks">The rows.</param>
    public static Chart Of(ChartSubject subject, ImmutableArray<string> parts, ImmutableArray<ChartStack> stacks)
    {
        var most = stacks.IsEmpty ? 0 : stacks.Max(s => s.Counts.Sum());
        return new Chart
        {
            Id = subject.Id,
            Title = subject.Title,
            RowsAre = subject.RowsAre,
            Columns = parts,
            HasBars = most > 0,
            Keys = most > 0 ? [.. parts.Select((p, i) => new ChartKey(KeyOf(i), p))] : [],
            Rows = [.. stacks.Select(s => new ChartRow(s.Label, [.. s.Counts.Select(c => c.ToString(CultureInfo.InvariantCulture))], most > 0 ? Drawing.Bar(Pieces(s.Counts, most)) : null))],
        };
    }

    /// <summary>The pieces of a bar, in the shapes of their order.</summary>
    /// <param name="counts">How many each part has.</param>
    /// <param name="whole">How many the whole width stands for.</param>
    public static IEnumerable<string> Pieces(ImmutableArray<int> counts, int whole) => Pieces(counts.Select((c, part) => (c, ShapeOf(part))), whole);

    /// <summary>The pieces of a bar, with half a hundredth of its width between them.</summary>
    /// <param name="parts">How many each part has, and its shape.</param>
    /// <param name="whole">How many the whole width stands for.</param>
    internal static IEnumerable<string> Pieces(IEnumerable<(int Count, PartShape Shape)> parts, int whole)
    {
        const decimal gap = 0.5m;
        var shown = parts.Where(p => p.Count > 0).ToList();
        var x = 0m;
        foreach (var (count, shape) in shown)
        {
            var width = (100 - gap * (shown.Count - 1)) * count / whole;
            yield return Drawing.Piece(shape, x, width);
            x += width + gap;
        }
    }

    /// <summary>The shape of a part, for a key.</summary>
    public static Html KeyOf(int part) => Drawing.Key(Drawing.Piece(ShapeOf(part), 0, 10));

    private static PartShape ShapeOf(int part) => Shapes[Math.Min(part, Shapes.Length - 1)];
}

/// <summary>How a part of a bar looks, with or without colour.</summary>
/// <param name="Class">Its colour, as a class of the style sheet.</param>
/// <param name="Inset">How much is left free above and below it, in tenths of the bar's height.</param>
internal readonly record struct PartShape(string Class, decimal Inset)
{
    /// <summary>As high as the bar.</summary>
    public static readonly PartShape Whole = new("f", 0);

    /// <summary>Lower than the bar.</summary>
    public static readonly PartShape Slim = new("a", 2);

    /// <summary>Only its edge.</summary>
    public static readonly PartShape Outline = new("e", 0.5m);

    /// <summary>The edge of a lower bar.</summary>
    public static readonly PartShape SlimOutline = new("e", 2);

    /// <summary>A thin beam.</summary>
    public static readonly PartShape Thin = new("n", 3.5m);

    /// <summary>The edge of a thin beam.</summary>
    public static readonly PartShape ThinOutline = new("e", 3.5m);
}
