using System.Collections.Immutable;
using System.Text;
using DiffPlex;

namespace PublicLedger.Findings.Agreements;

/// <summary>Something to be aligned: a block, a sentence, a row.</summary>
/// <param name="Key">What it says: units with the same key are the same.</param>
/// <param name="Words">Its words, by which units that are not the same may still be alike.</param>
/// <param name="Sort">Only units of one sort are ever paired.</param>
internal sealed record AlignUnit(string Key, ImmutableArray<string> Words, int Sort = 0)
{
    /// <summary>What it is called, if anything: units of one name are alike, whatever else they say.</summary>
    public string Name { get; init; } = "";
}

/// <summary>
/// Which units of two texts are the same or became each other. Equal ones anchor (DiffPlex, after Myers 1986); between two
/// anchors those most alike are paired, in order; what is left was removed or added. All work is bounded: two texts that
/// are too large and too different are taken as removed and added as a whole.
/// </summary>
internal static class Alignment
{
    /// <summary>
    /// The most that is given to the library at once, as the product of both lengths after equal ends are taken off: its work
    /// grows with length times difference. 2,000 words against 2,000 that have none in common take about a tenth of a second.
    /// </summary>
    internal const long MaxProduct = 4_000_000;

    /// <summary>The most word comparisons made to find what is alike in one gap.</summary>
    private const long MaxComparisons = 2_000_000;

    /// <summary>From this share of words in common two units are alike (Dice's measure, 0 to 1).</summary>
    private const double Alike = 0.5;

    /// <summary>The units of both in reading order, removed before added: the index in each list, or -1.</summary>
    public static List<(int Before, int After)> Of(IReadOnlyList<AlignUnit> before, IReadOnlyList<AlignUnit> after)
    {
        var result = new List<(int, int)>(Math.Max(before.Count, after.Count));
        foreach (var (one, other, count, same) in Runs([.. before.Select(u => u.Key)], [.. after.Select(u => u.Key)]))
        {
            if (same) result.AddRange(Enumerable.Range(0, count).Select(i => (one.Start.Value + i, other.Start.Value + i)));
            else Pair(before, after, one, other, result);
        }

        return result;
    }

    /// <summary>Stretches that are the same in both lists and stretches that are not, in order.</summary>
    public static IEnumerable<(Range Before, Range After, int Count, bool Same)> Runs(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var (start, ends) = (0, 0);
        var least = Math.Min(before.Length, after.Length);
        while (start < least && before[start] == after[start]) start++;
        while (ends < least - start && before[^(ends + 1)] == after[^(ends + 1)]) ends++;
        if (start > 0) yield return (..start, ..start, start, true);
        var (one, other) = (start, start);
        foreach (var (oneAt, oneCount, otherAt, otherCount) in Differences(before[start..^ends], after[start..^ends]))
        {
            var (oneStart, otherStart) = (start + oneAt, start + otherAt);
            if (oneStart > one) yield return (one..oneStart, other..otherStart, oneStart - one, true);
            (one, other) = (oneStart + oneCount, otherStart + otherCount);
            yield return (oneStart..one, otherStart..other, 0, false);
        }

        if (one < before.Length) yield return (one..before.Length, other..after.Length, before.Length - one, true);
    }

    private static IEnumerable<(int, int, int, int)> Differences(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        if (before.Length == 0 && after.Length == 0) return [];
        if (before.Length == 0 || after.Length == 0 || (long)before.Length * after.Length > MaxProduct) return [(0, before.Length, 0, after.Length)];
        // The library cuts texts into pieces; ours are cut already, so it gets a number for each piece.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return new Differ().CreateCustomDiffs(Numbered(before, numbers), Numbered(after, numbers), false, false, text => text.Split(','))
            .DiffBlocks.Select(d => (d.DeleteStartA, d.DeleteCountA, d.InsertStartB, d.InsertCountB));
    }

    private static string Numbered(ImmutableArray<string> keys, Dictionary<string, int> numbers)
    {
        var text = new StringBuilder(keys.Length * 4);
        foreach (var key in keys)
        {
            if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = numbers.Count;
            if (text.Length > 0) text.Append(',');
            text.Append(number);
        }

        return text.ToString();
    }

    /// <summary>Pairs what is alike between two anchors so that the sum of likeness is highest, keeping the order of both.</summary>
    private static void Pair(IReadOnlyList<AlignUnit> before, IReadOnlyList<AlignUnit> after, Range one, Range other, List<(int, int)> result)
    {
        var (i, iEnd) = (one.Start.Value, one.End.Value);
        var (j, jEnd) = (other.Start.Value, other.End.Value);
        var likeness = Likeness(before, after, one, other);
        if (likeness is not null)
        {
            var best = Best(likeness);
            var (k, l) = (0, 0);
            while (k < best.GetLength(0) - 1 && l < best.GetLength(1) - 1)
            {
                if (likeness[k, l] > 0 && best[k, l] <= likeness[k, l] + best[k + 1, l + 1] + 1e-9)
                {
                    Leave(result, ref i, one.Start.Value + k, ref j, other.Start.Value + l);
                    result.Add((i++, j++));
                    (k, l) = (k + 1, l + 1);
                }
                else if (best[k + 1, l] >= best[k, l + 1])
                {
                    k++;
                }
                else
                {
                    l++;
                }
            }
        }

        Leave(result, ref i, iEnd, ref j, jEnd);
    }

    private static void Leave(List<(int, int)> result, ref int i, int iEnd, ref int j, int jEnd)
    {
        while (i < iEnd) result.Add((i++, -1));
        while (j < jEnd) result.Add((-1, j++));
    }

    /// <summary>How alike each unit of one gap is to each of the other; null where nothing can be paired, or finding out is too much work.</summary>
    private static double[,]? Likeness(IReadOnlyList<AlignUnit> before, IReadOnlyList<AlignUnit> after, Range one, Range other)
    {
        var (rows, columns) = (one.End.Value - one.Start.Value, other.End.Value - other.Start.Value);
        if (rows == 0 || columns == 0) return null;
        var words = 0L;
        for (var l = 0; l < columns; l++) words += after[other.Start.Value + l].Words.Length + 1;
        if (words * rows > MaxComparisons) return null;
        var likeness = new double[rows, columns];
        for (var k = 0; k < rows; k++)
        {
            var unit = before[one.Start.Value + k];
            var bag = Bag(unit);
            for (var l = 0; l < columns; l++)
            {
                var candidate = after[other.Start.Value + l];
                if (candidate.Sort != unit.Sort) continue;
                // One against one: it became the other, however much was rewritten.
                var share = rows == 1 && columns == 1 ? 1 : Share(unit, bag, candidate);
                var named = unit.Name.Length > 0 && unit.Name == candidate.Name;
                likeness[k, l] = named ? 1 + share : share >= Alike ? share : 0;
            }
        }

        return likeness;
    }

    private static Dictionary<string, int> Bag(AlignUnit unit)
    {
        var bag = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in unit.Words) bag[word] = bag.GetValueOrDefault(word) + 1;
        return bag;
    }

    private static double Share(AlignUnit unit, Dictionary<string, int> bag, AlignUnit candidate)
    {
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var common = 0;
        foreach (var word in candidate.Words)
        {
            var used = taken.GetValueOrDefault(word);
            if (used >= bag.GetValueOrDefault(word)) continue;
            taken[word] = used + 1;
            common++;
        }

        var all = unit.Words.Length + candidate.Words.Length;
        return all == 0 ? 0 : 2.0 * common / all;
    }

    /// <summary>The highest sum of likeness that the rest from each pair of places on can have.</summary>
    private static double[,] Best(double[,] likeness)
    {
        var (rows, columns) = (likeness.GetLength(0), likeness.GetLength(1));
        var best = new double[rows + 1, columns + 1];
        for (var k = rows - 1; k >= 0; k--)
        {
            for (var l = columns - 1; l >= 0; l--)
            {
                var paired = likeness[k, l] > 0 ? likeness[k, l] + best[k + 1, l + 1] : 0;
                best[k, l] = Math.Max(paired, Math.Max(best[k + 1, l], best[k, l + 1]));
            }
        }

        return best;
    }
}
