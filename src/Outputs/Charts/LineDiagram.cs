using System.Collections.Immutable;
using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>A line down the diagram: it belongs to one member, and leads from those who need it to it.</summary>
/// <param name="Row">The row of the member that is needed.</param>
/// <param name="By">The rows of those who need it, from the top.</param>
/// <param name="Lane">How far from the names it runs, from 0; no two lines that share a row share a lane.</param>
public sealed record NeedLine(int Row, ImmutableArray<int> By, int Lane)
{
    /// <summary>The row where it starts.</summary>
    public int Top => Math.Min(Row, By[0]);

    /// <summary>The row where it ends.</summary>
    public int Bottom => Math.Max(Row, By[^1]);
}

/// <summary>
/// Where names and lines stand in a drawing of who needs whom. Each member is a row and, where somebody needs it, a line
/// beside the names, as on a plan of bus lines. So names stay text of full size that wraps and grows with the reader's
/// letters, no two lines ever run over each other, and each can be followed by eye also where there are many: what a drawing
/// of circles and arrows does not do. Those on whom nobody depends are at the top, and further down those on whom they
/// depend; members that need each other in a circle stand together.
/// </summary>
/// <param name="Order">Which node is in which row.</param>
/// <param name="Lines">The lines, by the row of the member they belong to.</param>
/// <param name="Lanes">How many lanes there are.</param>
public sealed record LineDiagram(ImmutableArray<int> Order, ImmutableArray<NeedLine> Lines, int Lanes)
{
    /// <summary>More rows than that are not drawn.</summary>
    public const int MostRows = 60;

    /// <summary>More pairs than that are not drawn.</summary>
    public const int MostPairs = 150;

    private const int MostRounds = 10;

    /// <summary>Lays out nodes, which come in the order of their names, and pairs of a node and one it needs.</summary>
    public static LineDiagram Of(int nodes, IReadOnlyCollection<(int By, int On)> pairs)
    {
        var needs = Enumerable.Range(0, nodes).Select(_ => new List<int>()).ToList();
        foreach (var (by, on) in pairs.Distinct().Where(p => p.By != p.On).Order()) needs[by].Add(on);
        int[][] lines = [.. needs.SelectMany((on, by) => on.Select(o => (by, on: o))).GroupBy(p => p.on).OrderBy(g => g.Key).Select(g => g.Select(p => p.by).Prepend(g.Key).ToArray())];
        var order = Shortened(Depths(needs), lines);
        var rows = new int[nodes];
        for (var row = 0; row < nodes; row++) rows[order[row]] = row;
        var placed = lines.Select(l => new NeedLine(rows[l[0]], [.. l.Skip(1).Select(by => rows[by]).Order()], 0)).ToList();
        var lanes = Spread(placed);
        return new LineDiagram([.. order], [.. placed.OrderBy(l => l.Row)], lanes);
    }

    /// <summary>How far down each node belongs: below all that need it, where a circle counts as one.</summary>
    private static int[] Depths(List<List<int>> needs)
    {
        var group = Enumerable.Range(0, needs.Count).ToArray();
        foreach (var circle in Circles.Groups(needs))
            foreach (var node in circle) group[node] = circle.Min();
        var depth = new int[needs.Count];
        // Without circles no way is longer than there are nodes, so that this comes to an end.
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var by = 0; by < needs.Count; by++)
                foreach (var on in needs[by])
                {
                    if (group[on] == group[by] || depth[group[on]] > depth[group[by]]) continue;
                    depth[group[on]] = depth[group[by]] + 1;
                    changed = true;
                }
        }

        return [.. group.Select(g => depth[g])];
    }

    /// <summary>Sorts by depth, then moves nodes among those of their depth while that makes the lines shorter.</summary>
    private static int[] Shortened(int[] depths, int[][] lines)
    {
        var rows = new int[depths.Length];
        int[] order = [.. Enumerable.Range(0, depths.Length).OrderBy(n => depths[n]).ThenBy(n => n)];
        var best = Length(order);
        var better = true;
        for (var round = 0; better && round < MostRounds; round++)
        {
            better = false;
            for (var from = 0; from < order.Length; from++)
                for (var to = 0; to < order.Length; to++)
                {
                    if (from == to || depths[order[from]] != depths[order[to]]) continue;
                    var tried = order.ToList();
                    tried.RemoveAt(from);
                    tried.Insert(to, order[from]);
                    int[] moved = [.. tried];
                    if (Length(moved) is var length && length >= best) continue;
                    (order, best, better) = (moved, length, true);
                }
        }

        return order;

        int Length(int[] tried)
        {
            for (var row = 0; row < tried.Length; row++) rows[tried[row]] = row;
            return lines.Sum(l => l.Max(n => rows[n]) - l.Min(n => rows[n]));
        }
    }

    /// <summary>Gives each line the lane nearest to the names that is free along all of it, short lines first. Returns how many lanes there are.</summary>
    private static int Spread(List<NeedLine> lines)
    {
        var taken = new List<List<NeedLine>>();
        foreach (var at in Enumerable.Range(0, lines.Count).OrderBy(i => lines[i].Bottom - lines[i].Top).ThenBy(i => lines[i].Top).ThenBy(i => lines[i].Row))
        {
            var line = lines[at];
            var lane = taken.FindIndex(others => others.TrueForAll(o => o.Bottom < line.Top || o.Top > line.Bottom));
            if (lane < 0)
            {
                lane = taken.Count;
                taken.Add([]);
            }

            taken[lane].Add(line);
            lines[at] = line with { Lane = lane };
        }

        return taken.Count;
    }
}
