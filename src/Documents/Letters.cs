using System.Buffers;
using System.Text.RegularExpressions;

namespace PublicLedger.Documents;

/// <summary>
/// Characters that have no place in a record: control characters (which no XML file may hold), halves of surrogate pairs,
/// those that Unicode reserves for use inside programs (we use two ourselves), the mark of a letter that was lost before, and those that turn the direction of all that
/// follows, so that a title could rewrite the line it stands in. Each becomes one other character, so that no place moves.
/// </summary>
internal static partial class Letters
{
    // Not U+FFFD: on a page of ours that one means that we lost a letter.
    private const char Replacement = '\u25A1';
    private const char Nothing = '\u200B';

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), '\uFFFD', '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), .. Range('\uFDD0', '\uFDEF'), '\uFFFD', '\uFFFE', '\uFFFF', .. Range('\uD800', '\uDFFF')]);

    /// <summary>Where the first such character stands, or -1.</summary>
    public static int IndexOfUnwanted(string text)
    {
        for (var i = text.AsSpan().IndexOfAny(Unwanted); i >= 0 && i < text.Length; i++)
        {
            if (!Unwanted.Contains(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return i;
        }

        return -1;
    }

    /// <summary>The text as it was read, without such characters.</summary>
    public static string Clean(string text) =>
        text.AsSpan().IndexOfAny(Unwanted) < 0 ? text : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                if (i + 1 < to.Length && char.IsSurrogatePair(from[i], from[i + 1]))
                {
                    (to[i], to[i + 1]) = (from[i], from[i + 1]);
                    i++;
                }
                else
                {
                    to[i] = Unwanted.Contains(from[i]) ? Instead(from[i]) : from[i];
                }
            }
        });

    /// <summary>Rendered text, in which our own two characters stand for addresses, without those that entities brought in.</summary>
    public static string CleanRendered(string html) =>
        html.AsSpan().IndexOfAny(Controls) < 0 ? html : string.Create(html.Length, html, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Controls.Contains(from[i]) ? Instead(from[i]) : from[i];
        });

    /// <summary>Markdown without such characters, and without entities that mean one that we use ourselves.</summary>
    public static string CleanMarkdown(string text)
    {
        text = Clean(text);
        return text.Contains("&#", StringComparison.Ordinal) ? OwnEntity().Replace(text, m => Replacement + m.Value[1..]) : text;
    }

    private static char Instead(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? Nothing : Replacement;

    private static IEnumerable<char> Range(char from, char to) => Enumerable.Range(from, to - from + 1).Select(c => (char)c);

    [GeneratedRegex("&#(?:x0*fd[de][0-9a-f]|0*(?:649[7-9][0-9]|6500[0-7]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnEntity();
}
