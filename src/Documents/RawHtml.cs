using System.Text;
using System.Text.RegularExpressions;

namespace PublicLedger.Documents;

/// <summary>
/// Makes one piece of raw HTML safe to stand among what we render ourselves, before <see cref="Sanitiser"/> reads the whole:
/// a tag, a comment or an element that the piece does not end would take in what follows it. Such an opening becomes text.
/// </summary>
internal static partial class RawHtml
{
    /// <summary>The piece with every unfinished opening as text, and without names that are ours.</summary>
    public static string Contained(string html)
    {
        var result = new StringBuilder(html.Length + 8);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                result.Append(html[at++]);
                continue;
            }

            var end = EndOf(html, at);
            if (end < 0)
            {
                result.Append("&lt;");
                at++;
                continue;
            }

            result.Append(html, at, end - at);
            at = end;
        }

        return OurName().Replace(result.ToString(), "$1x");
    }

    /// <summary>Where the tag, comment or whole element that starts here ends; -1 where it does not.</summary>
    private static int EndOf(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0) return After(html, "-->", at + 4);
        if (at + 1 >= html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?')) return -1;
        var end = EndOfTag(html, at);
        if (end < 0 || !char.IsAsciiLetter(html[at + 1])) return end;
        var name = Name().Match(html, at + 1).Value;
        if (!Sanitiser.TakesIn(name)) return end;
        var close = html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? -1 : EndOfTag(html, close);
    }

    private static int EndOfTag(string html, int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < html.Length; i++)
        {
            if (quote != '\0') quote = html[i] == quote ? '\0' : quote;
            else if (html[i] == '>') return i + 1;
            else if (html[i] is '"' or '\'' && html[..i].AsSpan(at).TrimEnd().EndsWith("=")) quote = html[i];
        }

        return -1;
    }

    private static int After(string html, string words, int from) =>
        html.IndexOf(words, Math.Min(from, html.Length), StringComparison.Ordinal) is var found and >= 0 ? found + words.Length : -1;

    [GeneratedRegex("\\G[A-Za-z][^\\s/>]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <summary>Names that we write ourselves: those of footnotes, marked lines and the page's frame.</summary>
    [GeneratedRegex(@"((?:\b(?:id|name)\s*=\s*[""']?)|(?:\bhref\s*=\s*[""']?#))(?=fn(?:ref)?:|at-)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OurName();
}
