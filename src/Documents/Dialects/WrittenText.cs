using System.Net;
using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>A link in a line as written.</summary>
/// <param name="Label">The words of the link, without markup.</param>
/// <param name="Target">Its address as written, or null where the label itself is the reference (<c>[RFC 1974][]</c>).</param>
/// <param name="At">Where it stands.</param>
internal sealed record WrittenLink(string Label, string? Target, Location At)
{
    /// <summary>What a resolver can use: the address, else the label.</summary>
    public string Reference => Target ?? Label;
}

/// <summary>Short stretches of Markdown or HTML, taken apart without losing their places.</summary>
internal static partial class WrittenText
{
    private static readonly System.Buffers.SearchValues<char> MarkupSigns = System.Buffers.SearchValues.Create("[<&*`_\n\r");

    /// <summary>The words without markup, in one line.</summary>
    public static string Plain(string raw)
    {
        if (raw.AsSpan().IndexOfAny(MarkupSigns) < 0) return raw.Trim();
        var text = MarkdownLink().Replace(raw, m => m.Groups["label"].Value);
        text = Autolink().Replace(text, m => m.Groups["url"].Value);
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));
        text = Emphasis().Replace(text, "");
        return Blank().Replace(text, " ").Trim();
    }

    /// <summary>The links in a stretch of text, in order: Markdown links, HTML links and bare addresses.</summary>
    public static IReadOnlyList<WrittenLink> Links(Located<string> raw)
    {
        var found = new List<WrittenLink>();
        foreach (Match match in AnyLink().Matches(raw.Value))
        {
            var target = match.Groups["href"] is { Success: true } href ? WebUtility.HtmlDecode(href.Value)
                : match.Groups["url"] is { Success: true } url ? url.Value.TrimEnd('.', ',', ';', ')')
                : null;
            var label = match.Groups["label"] is { Success: true } words ? Plain(words.Value) : target ?? "";
            found.Add(new WrittenLink(label, target, Part(raw, match.Index, match.Length).At));
        }

        return found;
    }

    /// <summary>What is left of a stretch of text when its links are taken out.</summary>
    public static string WithoutLinks(string raw) => AnyLink().Replace(raw, " ");

    /// <summary>The items of a list in one stretch of text: between commas, semicolons, line ends and <c>&lt;br&gt;</c>, outside brackets.</summary>
    public static IEnumerable<Located<string>> Items(Located<string> raw)
    {
        var text = raw.Value;
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var skip = 0;
            if (i < text.Length)
            {
                if (text[i] is '(' or '[') depth++;
                else if (text[i] is ')' or ']') depth = Math.Max(0, depth - 1);
                else if (text[i] == '<' && Break().Match(text, i) is { Success: true } tag) skip = tag.Length;
                // The semicolon that ends an entity (&lt;) separates nothing.
                else if (depth == 0 && (text[i] is ',' or '\n' || (text[i] == ';' && !EntityEnd().IsMatch(text[..(i + 1)])))) skip = 1;
                if (skip == 0) continue;
            }

            var item = Trimmed(raw, start, Math.Min(i, text.Length));
            if (item.Value.Length > 0) yield return item;
            i += Math.Max(0, skip - 1);
            start = i + 1;
        }
    }

    /// <summary>A part of a stretch of text, without the blanks around it, with its own place.</summary>
    public static Located<string> Trimmed(Located<string> raw, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(raw.Value[start])) start++;
        while (end > start && char.IsWhiteSpace(raw.Value[end - 1])) end--;
        return Part(raw, start, end - start);
    }

    /// <summary>
    /// A part of a stretch of text. Where the text is not letter for letter what the file says (a YAML value in quotes),
    /// the place is found by looking for the words, and is the whole value's where they are not there.
    /// </summary>
    public static Located<string> Part(Located<string> raw, int start, int length)
    {
        var part = raw.Value.Substring(start, length);
        var file = raw.At.Source.Text;
        if (string.CompareOrdinal(file, raw.At.Start + start, part, 0, length) == 0) return new(part, raw.At.Source.At(raw.At.Start + start, length));
        var found = length == 0 ? -1 : file.IndexOf(part, raw.At.Start, Math.Min(raw.At.Length, file.Length - raw.At.Start), StringComparison.Ordinal);
        return new(part, found < 0 ? raw.At : raw.At.Source.At(found, length));
    }

    private const string MarkdownLinkForm = @"!?\[(?<label>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:\(\s*<?(?<href>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+""[^""]*"")?\s*\)|\[[^\[\]]*\])";
    private const string Address = @"https?://[^\s<>""\]]+";

    [GeneratedRegex(MarkdownLinkForm, RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex($@"{MarkdownLinkForm}|<a\b[^>]*\bhref\s*=\s*[""'](?<href>[^""']*)[""'][^>]*>(?<label>.*?)</a>|<(?<url>{Address})>|(?<url>{Address})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AnyLink();

    [GeneratedRegex(@"<(?<url>https?://[^\s<>]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Autolink();

    [GeneratedRegex(@"</?[A-Za-z][^<>@]*>|<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\G<br\s*/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});\z", RegexOptions.CultureInvariant)]
    private static partial Regex EntityEnd();
}
