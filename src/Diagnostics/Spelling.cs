using System.Text;

namespace PublicLedger.Diagnostics;

/// <summary>Near misses: what somebody probably meant to write.</summary>
public static class Spelling
{
    /// <summary>
    /// The candidate nearest to a word, or null where none is near: at most a third of the word's letters changed
    /// (and at least one change is always allowed). Ties go to the first in ordinal order, so that the answer never varies.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit) continue;
            var distance = Distance(word, candidate, bestDistance);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return bestDistance <= limit ? best : null;
    }

    /// <summary>Letters to insert, delete, replace or swap with a neighbour, ignoring case (optimal string alignment).</summary>
    /// <param name="left">One word.</param>
    /// <param name="right">The other.</param>
    /// <param name="stopAt">A distance past which the exact number does not matter.</param>
    public static int Distance(string left, string right, int stopAt = int.MaxValue)
    {
        if (left.Length == 0 || right.Length == 0) return Math.Max(left.Length, right.Length);
        int[] before = [], row = [.. Enumerable.Range(0, right.Length + 1)], next = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var a = char.ToLowerInvariant(left[i - 1]);
                var b = char.ToLowerInvariant(right[j - 1]);
                next[j] = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + (a == b ? 0 : 1));
                if (i > 1 && j > 1 && a == char.ToLowerInvariant(right[j - 2]) && b == char.ToLowerInvariant(left[i - 2]))
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                least = Math.Min(least, next[j]);
            }

            if (least > stopAt) return least;
            (before, row, next) = (row, next, before.Length == next.Length ? before : new int[right.Length + 1]);
        }

        return row[right.Length];
    }

    /// <summary>"ReferenceUnresolved" as "reference-unresolved".</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>"Did you mean …?" where something is near, else the first few that exist, else nothing.</summary>
    public static string DidYouMean(string word, IReadOnlyCollection<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $"Did you mean \"{nearest}\"?"
        : candidates.Count is > 0 and <= 12 ? $"Write one of: {string.Join(", ", candidates.Order(StringComparer.Ordinal))}."
        : "";
}
