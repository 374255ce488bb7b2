using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using PublicLedger.Documents;

namespace PublicLedger.Findings.Agreements;

/// <summary>What a rendered text says: its words, and whether two texts say the same.</summary>
internal static class ClauseWords
{
    /// <summary>Whether two texts are the same in words, layout and links. Where a line was broken in the file is no difference.</summary>
    public static bool Same(RichText one, RichText other) =>
        ReferenceEquals(one, other) || (SameMarked(one.Marked, other.Marked) && SameTargets(one.Links, other.Links));

    /// <summary>The words without markup. Of scripts that put no blanks between words, each letter counts as one.</summary>
    public static IEnumerable<ReadOnlyMemory<char>> Of(string marked)
    {
        var text = Plain(marked);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var alone = i < text.Length && StandsAlone(text[i]);
            if (i < text.Length && !alone && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || IsMark(text[i])))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) yield return text.AsMemory(start, i - start);
            start = -1;
            if (alone) yield return text.AsMemory(i, 1);
        }
    }

    /// <summary>The text in lower case, with a blank for each tag and each hole for an address.</summary>
    private static string Plain(string marked)
    {
        var plain = new char[marked.Length];
        var inside = false;
        for (var i = 0; i < marked.Length; i++)
        {
            var letter = marked[i];
            if (letter is '<' or RichText.Open) inside = true;
            plain[i] = inside ? ' ' : letter;
            if (letter is '>' or RichText.Close) inside = false;
        }

        var text = new string(plain);
        return (text.Contains('&') ? WebUtility.HtmlDecode(text) : text).ToLowerInvariant();
    }

    private static bool SameMarked(string one, string other)
    {
        if (one == other) return true;
        // In code, blanks and line ends count.
        if (one.Contains("<pre", StringComparison.Ordinal) || other.Contains("<pre", StringComparison.Ordinal)) return false;
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (blank, blankToo) = (char.IsWhiteSpace(one[i]), char.IsWhiteSpace(other[j]));
            if (blank != blankToo || (!blank && one[i] != other[j])) return false;
            i++;
            j++;
            if (!blank) continue;
            while (i < one.Length && char.IsWhiteSpace(one[i])) i++;
            while (j < other.Length && char.IsWhiteSpace(other[j])) j++;
        }

        return i == one.Length && j == other.Length;
    }

    private static bool SameTargets(ImmutableArray<Link> one, ImmutableArray<Link> other)
    {
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
            if (one[i].Target != other[i].Target || one[i].Alt != other[i].Alt) return false;
        return true;
    }

    // From Thai on, letters without case belong to scripts that are written without blanks (or, as Korean, lose little by this).
    private static bool StandsAlone(char letter) => letter >= '\u0E00' && char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter;

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
