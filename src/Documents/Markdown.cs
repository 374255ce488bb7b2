using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>
/// Markdown to sections of safe HTML. A named list of extensions, never all of them: generic attributes would let
/// <c>{onclick=…}</c> through. Raw HTML goes through <see cref="Sanitiser"/>, and only where there is any.
/// </summary>
public sealed partial class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .Build();

    private readonly SourceText source;
    private readonly int offset;
    private readonly bool publishContact;
    private readonly bool minutes;
    private readonly ImmutableArray<Link>.Builder links = ImmutableArray.CreateBuilder<Link>();
    private readonly HashSet<string> anchors = new(StringComparer.Ordinal);
    private readonly StringWriter html = new() { NewLine = "\n" };
    private readonly HtmlRenderer renderer;
    private readonly HashSet<string> notePlaces = new(StringComparer.Ordinal);
    private bool rawHtml;

    private Markdown(SourceText source, int offset, bool publishContact, bool minutes)
    {
        (this.source, this.offset, this.publishContact, this.minutes) = (source, offset, publishContact, minutes);
        renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        SlotRenderers.Install(renderer, () => rawHtml = true);
    }

    /// <summary>Renders the text from an offset to the end of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bodyStart">Where the text starts, after the front matter.</param>
    /// <param name="publishContact">Whether e-mail addresses may be shown.</param>
    /// <param name="minutes">Whether marked lines (RESOLUTION, ACTION, …) are looked for.</param>
    /// <param name="say">Where trouble is reported.</param>
    /// <param name="leftOut">Stretches of the text that are not to be shown; all places stay true.</param>
    public static Body Compile(SourceText source, int bodyStart, bool publishContact, bool minutes, DiagnosticBag say, IReadOnlyList<Location>? leftOut = null)
    {
        var text = leftOut is null ? source.Text[bodyStart..] : Blanked(source.Text, leftOut)[bodyStart..];
        text = Letters.CleanMarkdown(text);
        try
        {
            return new Markdown(source, bodyStart, publishContact, minutes).Compile(Markdig.Markdown.Parse(text, Pipeline));
        }
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.Ordinal))
        {
            say.MarkdownTooDeep(MostNested(source, bodyStart));
            return Body.Empty;
        }
    }

    /// <summary>Reads a piece of Markdown as all other text is read.</summary>
    internal static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Pipeline);

    private Body Compile(MarkdownDocument document)
    {
        var marks = minutes || source.Text.AsSpan(offset).Contains(MarkReader.Withheld, StringComparison.Ordinal) ? MarkReader.Mark(document, Here, minutes) : [];
        RegisterLinks(document);
        var titleBlock = document.OfType<HeadingBlock>().FirstOrDefault() is { Level: 1, Inline.FirstChild: not null } first ? first : null;
        Located<string>? title = titleBlock is null ? null : new(Letters.Clean(HeadingText.Of(titleBlock).Title(true)), Here(titleBlock));
        var sections = ImmutableArray.CreateBuilder<Section>();
        var levels = new HeadingLevels();
        HeadingBlock? heading = null;
        var content = new List<Block>();
        void Close(int end)
        {
            if (heading is not null || content.Count > 0) sections.Add(Cut(heading, content, end, levels));
            content.Clear();
        }

        foreach (var block in document)
        {
            if (block is HeadingBlock next && next != titleBlock && HeadingText.Of(next).Text.Length > 0)
            {
                Close(block.Span.Start);
                heading = next;
            }
            else if (block != titleBlock && block is not HeadingBlock { Inline.FirstChild: null })
            {
                content.Add(block);
            }
        }

        Close(source.Text.Length - offset);
        return new Body(title, sections.ToImmutable(), Locate(marks, sections)) { Anchors = [.. anchors] };
    }

    private Section Cut(HeadingBlock? heading, List<Block> content, int end, HeadingLevels levels)
    {
        var contentStart = heading is null ? (content.Count > 0 ? content[0].Span.Start : 0) : EndOfLine(heading.Span.End + 1);
        var contentAt = source.At(offset + contentStart, Math.Max(0, end - contentStart));
        if (heading is null)
            return new Section { Level = 0, Title = "", Anchor = "", Content = Render(content), At = contentAt, ContentAt = contentAt };

        var text = HeadingText.Of(heading);
        text.RemoveAttributes();
        return new Section
        {
            Level = levels.Next(heading.Level),
            Title = Masked(text.Title(false)),
            Number = text.Number,
            Heading = Render(heading.Inline!),
            Anchor = Claim(text.Anchor ?? Slug.Of(text.Text)),
            OwnAnchor = text.Anchor is not null,
            Classes = text.Classes,
            Content = Render(content),
            At = Here(heading),
            ContentAt = contentAt,
        };
    }

    /// <summary>Signs that close a heading are no content of its section.</summary>
    private int EndOfLine(int from) => source.Text.IndexOf('\n', Math.Min(source.Text.Length, offset + from)) is var end and >= 0 ? end - offset : source.Text.Length - offset;

    /// <summary>An address no other place of this page has; names that start with <c>at-</c> belong to the page's frame, and <c>fn:</c> to footnotes.</summary>
    private string Claim(string wanted)
    {
        var name = wanted.Length == 0 ? "section" : Slug.IsReserved(wanted) ? "x" + wanted : wanted;
        var free = name;
        for (var n = 1; !anchors.Add(free); n++) free = $"{name}-{n}";
        return free;
    }

    private void RegisterLinks(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case LinkInline link:
                    var alt = link.IsImage ? Masked(HeadingText.Plain(link)) : "";
                    link.SetData(typeof(Link), Register(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", Here(link), link.IsImage, alt, IsInsideLink(link)));
                    break;
                case AutolinkInline { IsEmail: false } link:
                    link.SetData(typeof(Link), Register(link.Url, Here(link), false, ""));
                    break;
                case Table table:
                    foreach (var column in table.ColumnDefinitions)
                    {
                        // Alignment would be written as a style attribute, which the site's own policy forbids.
                        column.Alignment = null;
                    }

                    break;
            }
        }
    }

    private static bool IsInsideLink(Inline inline)
    {
        for (var around = inline.Parent; around is not null; around = around.Parent)
            if (around is LinkInline { IsImage: false }) return true;
        return false;
    }

    private string Register(string target, Location at, bool image, string alt, bool insideLink = false)
    {
        var link = new Link(target, at, image) { Alt = alt, InsideLink = insideLink };
        // An address of a person is as public in a link as in the text.
        if (!publishContact) link = link with { Target = link.Scheme == "mailto" ? "mailto:" : Contacts.Mask(target) };
        links.Add(link);
        return $"{RichText.Open}{links.Count - 1}{RichText.Close}";
    }

    private RichText Render(List<Block> blocks)
    {
        if (blocks.Count == 0) return RichText.Empty;
        foreach (var block in blocks) renderer.Render(block);
        return Finish(blocks[0]);
    }

    private RichText Render(ContainerInline inline)
    {
        renderer.Render(inline);
        return Finish(inline);
    }

    private RichText Finish(MarkdownObject from)
    {
        renderer.Writer.Flush();
        var text = html.ToString().Trim();
        html.GetStringBuilder().Clear();
        if (rawHtml) text = Sanitiser.Clean(text, (href, image, alt, inside) => Register(href, Found(href, from), image, alt, inside), Claim);
        rawHtml = false;
        text = Footnotes(Letters.CleanRendered(text));
        // Long lines of code scroll sideways, which must work with the keyboard too.
        text = text.Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
        if (!publishContact) text = Contacts.Mask(text);
        return Renumbered(text);
    }

    /// <summary>A footnote leads back to its places in the text, but not to those that no page shows: a title, a part left out.</summary>
    private string Footnotes(string text)
    {
        if (!text.Contains("fnref:", StringComparison.Ordinal)) return text;
        foreach (Match place in NotePlace().Matches(text)) notePlaces.Add(place.Groups[1].Value);
        return WayBack().Replace(text, way => notePlaces.Contains(way.Groups[1].Value) ? way.Value : "");
    }

    [GeneratedRegex("id=\"(fnref:[0-9:]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex NotePlace();

    [GeneratedRegex("<a href=\"#(fnref:[0-9:]+)\"[^>]*>.*?</a>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WayBack();

    /// <summary>Where an address in raw HTML stands: the HTML parser keeps no places, so the words are looked for.</summary>
    private Location Found(string address, MarkdownObject from)
    {
        var start = Math.Min(offset + Math.Max(0, from.Span.Start), source.Text.Length);
        var at = address.Length == 0 ? -1 : source.Text.IndexOf(address, start, StringComparison.Ordinal);
        return at < 0 ? source.At(start) : source.At(at, address.Length);
    }

    /// <summary>The links that a piece of HTML really uses, numbered from 0 in that piece.</summary>
    private RichText Renumbered(string text)
    {
        if (!text.Contains(RichText.Open)) return text.Length == 0 ? RichText.Empty : new RichText(text, []);
        var own = ImmutableArray.CreateBuilder<Link>();
        var result = new StringBuilder(text.Length);
        var at = 0;
        for (var open = text.IndexOf(RichText.Open); open >= 0; open = text.IndexOf(RichText.Open, at))
        {
            var close = text.IndexOf(RichText.Close, open);
            var link = links[int.Parse(text.AsSpan(open + 1, close - open - 1), System.Globalization.CultureInfo.InvariantCulture)];
            result.Append(text, at, open - at).Append(RichText.Open).Append(own.Count).Append(RichText.Close);
            own.Add(link);
            at = close + 1;
        }

        return new RichText(result.Append(text, at, text.Length - at).ToString(), own.ToImmutable());
    }

    private ImmutableArray<Mark> Locate(ImmutableArray<Mark> marks, IReadOnlyList<Section> sections) =>
        [.. marks.Select(mark =>
        {
            var section = sections.Count - 1;
            while (section > 0 && sections[section].At.Start > mark.At.Start) section--;
            return mark with { Section = section, Text = Masked(mark.Text) };
        })];

    private string Masked(string text) => Letters.Clean(publishContact ? text : Contacts.Mask(text));

    private Location Here(MarkdownObject node) => source.At(offset + Math.Max(0, node.Span.Start), Math.Max(0, node.Span.Length));

    /// <summary>The line with the most signs that nest: the parser says only that there is one.</summary>
    private static Location MostNested(SourceText source, int from)
    {
        var (place, most) = (source.At(from), 0);
        for (var at = from; at < source.Text.Length;)
        {
            var end = source.Text.IndexOf('\n', at) is var next and >= 0 ? next : source.Text.Length;
            var signs = source.Text.AsSpan(at, end - at).CountAny(NestingSigns);
            if (signs > most) (place, most) = (source.At(at, end - at), signs);
            at = end + 1;
        }

        return place;
    }

    private static readonly System.Buffers.SearchValues<char> NestingSigns = System.Buffers.SearchValues.Create(">-*+_[(");

    /// <summary>The text with blanks in some places: line ends stay, so that nothing moves.</summary>
    private static string Blanked(string text, IReadOnlyList<Location> places) =>
        string.Create(text.Length, text, (to, from) =>
        {
            from.CopyTo(to);
            foreach (var place in places)
            {
                for (var i = place.Start; i < Math.Min(from.Length, place.Start + place.Length); i++)
                    if (from[i] is not ('\n' or '\r')) to[i] = ' ';
            }
        });
}
