using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PublicLedger.Documents;

/// <summary>
/// Raw HTML in content, rebuilt from an allow-list on the parsed tree: what is not known to be harmless is not there
/// afterwards. The result is always balanced, so that content can never close the page around it.
/// </summary>
internal static partial class Sanitiser
{
    private const int MaxDepth = 100;

    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(
    [
        "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong",
        "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
    ]);

    private static readonly FrozenSet<string> DroppedWhole = FrozenSet.ToFrozenSet(
    [
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "template", "noscript", "noembed",
        "noframes", "textarea", "select", "title", "head", "meta", "link", "base", "audio", "video", "canvas", "xmp", "plaintext", "portal",
    ]);

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(["br", "hr"]);

    /// <summary>Whether an element hides or drops all that is in it, so that it must not be left without an end.</summary>
    public static bool TakesIn(string name) => name.Equals("summary", StringComparison.OrdinalIgnoreCase) || DroppedWhole.Contains(name.ToLowerInvariant()) && name.ToLowerInvariant() is not ("meta" or "link" or "base" or "embed" or "frame");

    /// <summary>Cleans one piece of HTML.</summary>
    /// <param name="html">The piece, in which our own addresses are already left open.</param>
    /// <param name="register">Registers an address found in raw HTML and gives its slot: address, whether a picture, its words, whether inside a link.</param>
    /// <param name="claim">Gives a page-wide unique id for a wanted one.</param>
    public static string Clean(string html, Func<string, bool, string, bool, string> register, Func<string, string> claim)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument("<!DOCTYPE html><html><body>" + html);
        var clean = new StringBuilder(html.Length);
        WriteChildren(document.Body!, clean, register, claim, 0);
        return clean.ToString().Trim();
    }

    private static void WriteChildren(INode parent, StringBuilder to, Func<string, bool, string, bool, string> register, Func<string, string> claim, int depth)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text) Escape(text.Data, to, attribute: false);
            else if (child is IElement element) WriteElement(element, to, register, claim, depth);
        }
    }

    private static void WriteElement(IElement element, StringBuilder to, Func<string, bool, string, bool, string> register, Func<string, string> claim, int depth)
    {
        var name = element.LocalName;
        if (DroppedWhole.Contains(name) || element.NamespaceUri != "http://www.w3.org/1999/xhtml" || depth > MaxDepth) return;
        if (name == "img")
        {
            if (element.GetAttribute("src") is { Length: > 0 } address) to.Append(register(address, true, element.GetAttribute("alt") ?? "", IsWithin(element, "a")));
            return;
        }

        if (name is ['h', >= '1' and <= '6'])
        {
            // A raw heading is no part of the page's outline.
            var inText = IsWithin(element, "summary") || IsWithin(element, "span") || IsWithin(element, "a");
            to.Append(inText ? "<strong>" : "<p><strong>");
            WriteChildren(element, to, register, claim, depth + 1);
            to.Append(inText ? "</strong>" : "</strong></p>");
            return;
        }

        if (name == "table" && element.ParentElement is not { LocalName: "section", ClassName: "scroll" })
        {
            // A wide table scrolls in a region of its own, which needs a name that no other region has.
            to.Append("<section class=\"scroll\" aria-label=\"Table as written, ").Append(claim("table")).Append("\" tabindex=\"0\">");
            WriteKept(element, to, register, claim, depth);
            to.Append("</section>");
            return;
        }

        // A summary may hold running text only.
        if (!Kept.Contains(name) || (name is "p" or "div" or "blockquote" or "pre" && IsWithin(element, "summary")))
        {
            WriteChildren(element, to, register, claim, depth + 1);
            return;
        }

        WriteKept(element, to, register, claim, depth);
    }

    private static void WriteKept(IElement element, StringBuilder to, Func<string, bool, string, bool, string> register, Func<string, string> claim, int depth)
    {
        var name = element.LocalName;
        to.Append('<').Append(name);
        WriteAttributes(element, to, register, claim);
        to.Append('>');
        if (Void.Contains(name)) return;
        WriteChildren(element, to, register, claim, depth + 1);
        to.Append("</").Append(name).Append('>');
    }

    private static void WriteAttributes(IElement element, StringBuilder to, Func<string, bool, string, bool, string> register, Func<string, string> claim)
    {
        var anchored = false;
        foreach (var attribute in element.Attributes)
        {
            var (name, value) = (attribute.Name, attribute.Value);
            if (name.Length > 1 && name[0] == RichText.Open && name[^1] == RichText.Close)
            {
                if (element.LocalName == "a") to.Append(' ').Append(name);
                continue;
            }

            // What is left open for an address has no place within a value, where it could end the value.
            if (value.Contains(RichText.Open)) continue;

            var kept = name switch
            {
                "href" when element.LocalName == "a" => null,
                "id" or "name" when !anchored && value.Length is > 0 and < 200 && !value.Any(char.IsWhiteSpace) => "id",
                "class" when IsOurs(value) => "class",
                "aria-label" or "tabindex" when element is { LocalName: "section", ClassName: "scroll" } => name,
                "title" or "lang" => name,
                "dir" when value is "ltr" or "rtl" or "auto" => name,
                "scope" when value is "col" or "row" => name,
                "colspan" or "rowspan" when IsSmallNumber(value) => name,
                "start" when element.LocalName == "ol" && IsSmallNumber(value) => name,
                "open" when element.LocalName == "details" => name,
                _ => null,
            };
            if (kept == "id")
            {
                anchored = true;
                if (!OwnId().IsMatch(value)) value = claim(value);
            }

            if (kept is not null)
            {
                to.Append(' ').Append(kept).Append("=\"");
                Escape(value, to, attribute: true);
                to.Append('"');
            }
            else if (name == "href" && element.LocalName == "a")
            {
                if (value.StartsWith('#') && OwnId().IsMatch(value[1..])) to.Append(" href=\"").Append(value).Append('"');
                else to.Append(' ').Append(register(value, false, "", false));
            }
        }
    }

    private static bool IsWithin(IElement element, string name)
    {
        for (var around = element.ParentElement; around is not null; around = around.ParentElement)
            if (around.LocalName == name) return true;
        return false;
    }

    /// <summary>The classes that our own Markdown renderer writes; any other could borrow the looks of the page's frame.</summary>
    private static bool IsOurs(string value) =>
        value is "scroll" or "mark" or "withheld" or "mark withheld" or "footnotes" or "footnote-ref" or "footnote-back-ref" ||
        (value.StartsWith("language-", StringComparison.Ordinal) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#' or '_'));

    private static bool IsSmallNumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000;

    /// <summary>The ids that our own Markdown renderer writes: footnotes and marked lines.</summary>
    [GeneratedRegex(@"^(?:fn(?:ref)?:\d+(?::\d+)?|at-(?:resolution|consensus|motion|vote|action|withheld)-\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnId();

    /// <summary>Text as HTML; in attributes also quotes.</summary>
    private static void Escape(string text, StringBuilder to, bool attribute)
    {
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&': to.Append("&amp;"); break;
                case '<': to.Append("&lt;"); break;
                case '>': to.Append("&gt;"); break;
                case '"' when attribute: to.Append("&quot;"); break;
                default: to.Append(letter); break;
            }
        }
    }
}
