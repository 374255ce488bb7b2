using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>Pieces of Markdown that stand outside their file: words quoted in one record that become the text of another.</summary>
public static partial class MarkdownWords
{
    /// <summary>The words alone, with single blanks between them and typography made plain; what two quotes of one text have in common.</summary>
    public static string Plain(string markdown)
    {
        var words = new StringBuilder(markdown.Length);
        foreach (var block in Markdown.Parse(markdown).Descendants<LeafBlock>())
        {
            if (block is CodeBlock or HtmlBlock) words.Append(block.Lines.ToString());
            else if (block.Inline is { } inline) words.Append(HeadingText.Plain(inline));
            words.Append(' ');
        }

        return Typography.Plain(words.ToString());
    }

    /// <summary>Plain words as Markdown that says them.</summary>
    public static string Escaped(string plain) => Signs().Replace(plain, @"\$0");

    /// <summary>Without blank lines around it; the first line keeps its indentation, which may make it a block of code.</summary>
    public static string Trimmed(string markdown)
    {
        var start = 0;
        for (var i = 0; i < markdown.Length && char.IsWhiteSpace(markdown[i]); i++)
            if (markdown[i] == '\n') start = i + 1;
        return markdown[start..].TrimEnd();
    }

    /// <summary>The first heading among the blocks of a text, as written; null where there is none.</summary>
    public static string? Heading(string markdown) =>
        Markdown.Parse(markdown).OfType<HeadingBlock>().FirstOrDefault() is { } heading ? markdown.Substring(heading.Span.Start, heading.Span.Length) : null;

    /// <summary>Whether what follows a text can still be a heading: nothing in it is left open (a block of code, a comment).</summary>
    public static bool EndsByItself(string markdown) => Markdown.Parse(markdown + "\n\n## End\n").OfType<HeadingBlock>().Any(h => h.Span.Start > markdown.Length);

    /// <summary>
    /// Where a part stands in a text, whitespace and typography aside.
    /// </summary>
    /// <param name="text">The Markdown to look in.</param>
    /// <param name="part">The Markdown to look for.</param>
    /// <param name="after">The offset after which to look.</param>
    /// <returns>Start and end in <paramref name="text"/>, or null.</returns>
    public static (int Start, int End)? Find(string text, string part, int after = 0)
    {
        var (folded, places) = Typography.PlainWithPlaces(text);
        var wanted = Typography.Plain(part);
        if (wanted.Length == 0) return null;
        var from = 0;
        while (from < places.Count && places[from] < after) from++;
        for (var at = folded.IndexOf(wanted, Math.Min(from, folded.Length), StringComparison.Ordinal); at >= 0; at = folded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            if (IsEdge(folded, at) && IsEdge(folded, end)) return (places[at], places[end - 1] + 1);
        }

        return null;
    }

    /// <summary>A text with other words in the place of a part; where there are none, without the blank line or the double blank that the part would leave.</summary>
    public static string Replaced(string text, (int Start, int End) place, string with)
    {
        var (before, after) = (text[..place.Start], text[place.End..]);
        if (with.Length == 0 && (before.Length == 0 || char.IsWhiteSpace(before[^1])) && after.Length > 0 && char.IsWhiteSpace(after[0])) after = after[1..];
        return Trimmed(before + with + after);
    }

    /// <summary>The same words for a file in another folder: relative addresses lead where they led.</summary>
    public static string Rebased(string markdown, string fromFolder, string toFolder)
    {
        if (fromFolder == toFolder || !markdown.Contains("](", StringComparison.Ordinal)) return markdown;
        var result = new StringBuilder(markdown);
        foreach (var link in Markdown.Parse(markdown).Descendants<LinkInline>().Where(l => !l.UrlSpan.IsEmpty).OrderByDescending(l => l.UrlSpan.Start))
        {
            var written = markdown.Substring(link.UrlSpan.Start, link.UrlSpan.Length);
            if (written.StartsWith('#') || written.Contains(':') || RelativePath.Resolve(fromFolder, written) is not { } path) continue;
            result.Remove(link.UrlSpan.Start, link.UrlSpan.Length).Insert(link.UrlSpan.Start, RelativePath.Between(toFolder + "/-", path));
        }

        return result.ToString();
    }

    /// <summary>Words end where letters meet none: "ten" is no part of "often".</summary>
    private static bool IsEdge(string text, int at) =>
        at <= 0 || at >= text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    [GeneratedRegex(@"[\\`*_\[\]<]|&(?=#?\w+;)", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
