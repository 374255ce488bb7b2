using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace PublicLedger.Findings.Agreements;

/// <summary>A heading taken apart into a label, which says where a clause stands, and the words, which say what it is about.</summary>
internal static partial class ClauseTitle
{
    /// <summary>"Section 8. Decision making" as "Section 8" and "Decision making"; without a label the first is empty.</summary>
    public static (string Label, string Words) Split(string title) =>
        Written().Match(title) is { Success: true } label ? (label.Groups[1].Value, title[label.Length..]) : ("", title);

    /// <summary>The words in lower case with one blank between them, for comparing; empty where a heading is nothing but a label.</summary>
    public static string Bare(string title)
    {
        var bare = new StringBuilder(title.Length);
        foreach (var rune in Split(title).Words.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) bare.Append(Rune.ToLowerInvariant(rune));
            else if (bare.Length > 0 && bare[^1] != ' ') bare.Append(' ');
        }

        return bare.ToString().TrimEnd();
    }

    /// <summary>How much alike two bare titles are spelled: the share of pairs of letters they have in common (Dice 1945), from 0 to 1.</summary>
    public static double Likeness(ImmutableArray<int> one, ImmutableArray<int> other)
    {
        if (one.IsEmpty || other.IsEmpty) return 0;
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }

        return 2.0 * shared / (one.Length + other.Length);
    }

    /// <summary>The pairs of neighbouring letters of a bare title, sorted, as <see cref="Likeness"/> wants them.</summary>
    public static ImmutableArray<int> Pairs(string bare)
    {
        if (bare.Length == 0) return [];
        var pairs = ImmutableArray.CreateBuilder<int>(bare.Length + 1);
        var before = ' ';
        foreach (var letter in bare)
        {
            pairs.Add((before << 16) | letter);
            before = letter;
        }

        pairs.Add((before << 16) | ' ');
        pairs.Sort();
        return pairs.ToImmutable();
    }

    // "3.", "3.2)", "Section 3:", "Article IV.", "§ 4", "(a)", "IV.", "B.": what lawyers put before a heading, in some of their languages.
    [GeneratedRegex(@"^\s*((?:(?:section|article|chapter|part|clause|annex|appendix|schedule|title|rule|artikel|abschnitt|kapitel|teil|anhang|chapitre|partie|annexe|artículo|sección|capítulo|articolo|artigo)\s+|§+\s*)(?:\d+(?:\.\d+)*[a-z]?|[ivxlc]+|[a-z])(?=[\s.:)\-–—]|$)|\(?\d+(?:\.\d+)*(?=[.):\s]|$)\)?|\((?:[a-z]|[ivxlc]+)\)|[ivxlc]+(?=[.)])|[a-z](?=[.)]\s))[.:)]?\s*(?:[-–—:]\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
