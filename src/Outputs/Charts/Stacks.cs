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
    private static readonly ImmutableArray<(string Shape, decimal Inset)> Shapes = [("f", 0), ("a", 2), ("e", 0.5m), ("n", 3.5m), ("e", 3.5m)];

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

    /// <summary>The pieces of a bar, with half a hundredth between them.</summary>
    /// <param name="counts">How many each part has.</param>
    /// <param name="whole">How many the whole width stands for.</param>
    public static IEnumerable<string> Pieces(ImmutableArray<int> counts, int whole)
    {
        const decimal gap = 0.5m;
        var shown = counts.Count(c => c > 0);
        var x = 0m;
        for (var part = 0; part < counts.Length; part++)
        {
            if (counts[part] == 0) continue;
            var width = (100 - gap * (shown - 1)) * counts[part] / whole;
            var (shape, inset) = Shapes[Math.Min(part, Shapes.Length - 1)];
            yield return Drawing.Piece(shape, x, width, inset);
            x += width + gap;
        }
    }

    /// <summary>The shape of a part, for a key.</summary>
    public static Html KeyOf(int part)
    {
        var (shape, inset) = Shapes[Math.Min(part, Shapes.Length - 1)];
        return Drawing.Key(Drawing.Piece(shape, 0, 10, inset));
    }
}
