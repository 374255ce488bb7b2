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
/// Which units of two texts are the same or became each other: the pairing, in the order of both, that keeps most words.
/// Where finding it is too much work, equal units anchor (DiffPlex, after Myers 1986) and what stands between two anchors is
/// paired. What is left was removed or added. All work is bounded: stretches that are too large and too different are taken
/// as removed and added as a whole.
/// </summary>
internal static class Alignment
{
    /// <summary>
    /// The most that is given to the library at once, as the product of both lengths after equal ends are taken off: its work
    /// grows with length times difference. 2,000 words against 2,000 that have none in common take about a tenth of a second.
    /// </summary>
    internal const long MaxProduct = 4_000_000;

    /// <summary>The most word comparisons made to find what is alike in one stretch: some hundredths of a second.</summary>
    private const long MaxComparisons = 2_000_000;

    /// <summary>From this share of words in common two units are alike (Dice's measure, 0 to 1).</summary>
    private const double Alike = 0.5;

    /// <summary>The units of both in reading order, removed before added: the index in each list, or -1.</summary>
    public static List<(int Before, int After)> Of(IReadOnlyList<AlignUnit> before, IReadOnlyList<AlignUnit> after)
    {
        var result = new List<(int, int)>(Math.Max(before.Count, after.Count));
        var (start, ends) = (0, 0);
        var least = Math.Min(before.Count, after.Count);
        while (start < least && before[start].Key == after[start].Key) result.Add((start, start++));
        while (ends < least - start && before[^(ends + 1)].Key == after[^(ends + 1)].Key) ends++;
        Middle(before, after, start..(before.Count - ends), start..(after.Count - ends), result);
        for (; ends > 0; ends--) result.Add((before.Count - ends, after.Count - ends));
        return result;
    }

    private static void Middle(IReadOnlyList<AlignUnit> before, IReadOnlyList<AlignUnit> after, Range one, Range other, List<(int, int)> result)
    {
        if (Likeness(before, after, one, other) is { } likeness)
        {
            Pair(likeness, one, other, result);
            return;
        }

        var (oneKeys, otherKeys) = (Keys(before, one), Keys(after, other));
        foreach (var (oneRun, otherRun, count, same) in Runs(oneKeys, otherKeys))
        {
            var (i, j) = (one.Start.Value + oneRun.Start.Value, other.Start.Value + otherRun.Start.Value);
            var (iEnd, jEnd) = (one.Start.Value + oneRun.End.Value, other.Start.Value + otherRun.End.Value);
            if (same) result.AddRange(Enumerable.Range(0, count).Select(n => (i + n, j + n)));
            else Pair(Likeness(before, after, i..iEnd, j..jEnd) ?? new int[0, 0], i..iEnd, j..jEnd, result);
        }
    }

    private static ImmutableArray<string> Keys(IReadOnlyList<AlignUnit> units, Range range) =>
        [.. Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).Select(i => units[i].Key)];

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

    /// <summary>Pairs what is alike so that most words are kept, in the order of both; a matrix without rows pairs nothing.</summary>
    private static void Pair(int[,] likeness, Range one, Range other, List<(int, int)> result)
    {
        var (i, j) = (one.Start.Value, other.Start.Value);
        var best = Best(likeness);
        var (k, l) = (0, 0);
        while (k < likeness.GetLength(0) && l < likeness.GetLength(1))
        {
            if (likeness[k, l] > 0 && best[k, l] == likeness[k, l] + best[k + 1, l + 1])
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

        Leave(result, ref i, one.End.Value, ref j, other.End.Value);
    }

    private static void Leave(List<(int, int)> result, ref int i, int iEnd, ref int j, int jEnd)
    {
        while (i < iEnd) result.Add((i++, -1));
        while (j < jEnd) result.Add((-1, j++));
    }

    /// <summary>How many words each unit would keep as each other, and one more for being alike; twice as much where they are equal, 0 where they are not even alike. Null where finding out is too much work.</summary>
    private static int[,]? Likeness(IReadOnlyList<AlignUnit> before, IReadOnlyList<AlignUnit> after, Range one, Range other)
    {
        var (rows, columns) = (one.End.Value - one.Start.Value, other.End.Value - other.Start.Value);
        var words = 0L;
        for (var l = 0; l < columns; l++) words += after[other.Start.Value + l].Words.Length + 1;
        if (words * rows > MaxComparisons) return null;
        var likeness = new int[rows, columns];
        for (var k = 0; k < rows; k++)
        {
            var unit = before[one.Start.Value + k];
            var bag = Bag(unit);
            for (var l = 0; l < columns; l++)
            {
                var candidate = after[other.Start.Value + l];
                if (candidate.Sort != unit.Sort) continue;
                var common = Common(bag, candidate);
                // One against one: it became the other, however much was rewritten.
                var alike = (rows == 1 && columns == 1) || (unit.Name.Length > 0 && unit.Name == candidate.Name) || unit.Key == candidate.Key
                    || (common > 0 && 2 * common >= Alike * (unit.Words.Length + candidate.Words.Length));
                if (alike) likeness[k, l] = (common + 1) * (unit.Key == candidate.Key ? 2 : 1);
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

    private static int Common(Dictionary<string, int> bag, AlignUnit candidate)
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

        return common;
    }

    /// <summary>The highest sum of likeness that the rest from each pair of places on can have.</summary>
    private static int[,] Best(int[,] likeness)
    {
        var (rows, columns) = (likeness.GetLength(0), likeness.GetLength(1));
        var best = new int[rows + 1, columns + 1];
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
