using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>
/// Finds the lines of minutes that say of themselves what they are: <c>RESOLUTION: …</c>, <c>ACTION: …</c>, <c>ACTION 12: …</c>.
/// Only a word in front of a colon counts; "no objections" in running prose never does.
/// </summary>
internal static partial class MarkReader
{
    /// <summary>The mark of what is not published. Only in capitals: minutes also count votes that were "withheld".</summary>
    public const string Withheld = "WITHHELD";

    /// <summary>Finds the marked lines, and gives each an address within the page.</summary>
    /// <param name="document">The text; lines that follow each other without a blank line are cut apart in it.</param>
    /// <param name="place">Where a part of the text stands.</param>
    /// <param name="minutes">Whether it is the text of minutes; else only what is withheld is marked.</param>
    public static ImmutableArray<Mark> Mark(MarkdownDocument document, Func<MarkdownObject, Location> place, bool minutes)
    {
        var word = minutes ? Word() : WithheldWord();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var counts = new Dictionary<MarkKind, int>();
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            for (var part = paragraph; part is not null;)
            {
                // First the split, so that a line holds neither the words nor the links of the next.
                var rest = SplitAtNextMark(part, word);
                if (Read(part, place, word, counts) is { } mark) marks.Add(mark);
                part = rest;
            }
        }

        return marks.ToImmutable();
    }

    private static Mark? Read(ParagraphBlock paragraph, Func<MarkdownObject, Location> place, Regex word, Dictionary<MarkKind, int> counts)
    {
        if (paragraph.Inline is null) return null;
        var text = HeadingText.Plain(paragraph.Inline);
        if (word.Match(text) is not { Success: true } match) return null;
        var kind = KindOf(match.Groups[1].Value);
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        var anchor = $"at-{kind.ToString().ToLowerInvariant()}-{counts[kind]}";
        // In a tight list paragraphs have no elements of their own, so that the list item carries the address of its first mark.
        MarkdownObject carrier = paragraph.Parent is ListItemBlock { Parent: ListBlock { IsLoose: false } } item ? item : paragraph;
        carrier.GetAttributes().Id ??= anchor;
        carrier.GetAttributes().AddClass("mark");
        if (kind == MarkKind.Withheld) LooksWithheld(carrier, paragraph);
        var links = paragraph.Inline.Descendants<LinkInline>().Where(l => !l.IsImage)
            .Select(l => new Link(l.Url ?? "", place(l), false)).ToImmutableArray();
        return new Mark(kind, match.Groups[1].Value, text[match.Length..].Trim(), links, carrier.GetAttributes().Id!, 0, place(paragraph))
        {
            Items = kind == MarkKind.Withheld ? WithTargets(paragraph, place) : ItemsAfter(paragraph, place),
            OwnWords = word.Replace(WithoutLinks(paragraph.Inline), "").Trim(),
        };
    }

    /// <summary>The line and the list below it are one thing to the eye.</summary>
    private static void LooksWithheld(MarkdownObject carrier, ParagraphBlock paragraph)
    {
        carrier.GetAttributes().AddClass("withheld");
        if (ListAfter(paragraph) is { } list) list.GetAttributes().AddClass("withheld");
    }

    private static ListBlock? ListAfter(ParagraphBlock paragraph)
    {
        var parent = paragraph.Parent!;
        var at = parent.IndexOf(paragraph) + 1;
        return at < parent.Count ? parent[at] as ListBlock : null;
    }

    /// <summary>Several marked lines may follow each other without a blank line; each becomes its own paragraph.</summary>
    private static ParagraphBlock? SplitAtNextMark(ParagraphBlock paragraph, Regex word)
    {
        if (paragraph.Inline is null) return null;
        var following = paragraph.Inline.OfType<LineBreakInline>().FirstOrDefault(b => word.IsMatch(LineAfter(b)));
        if (following is null) return null;
        var rest = new ParagraphBlock { Span = paragraph.Span, Line = paragraph.Line, Inline = new ContainerInline() };
        for (var next = following.NextSibling; next is not null;)
        {
            var after = next.NextSibling;
            next.Remove();
            rest.Inline.AppendChild(next);
            next = after;
        }

        // Where paragraphs have no elements of their own, only a line break keeps the two apart.
        if (paragraph.Parent is ListItemBlock { Parent: ListBlock { IsLoose: false } }) following.IsHard = true;
        else following.Remove();
        rest.Span.Start = rest.Inline.FirstChild?.Span.Start ?? rest.Span.Start;
        var parent = paragraph.Parent!;
        parent.Insert(parent.IndexOf(paragraph) + 1, rest);
        return rest;
    }

    private static string LineAfter(LineBreakInline lineBreak)
    {
        var line = new System.Text.StringBuilder();
        for (var next = lineBreak.NextSibling; next is not null and not LineBreakInline; next = next.NextSibling)
        {
            if (next is LiteralInline literal) line.Append(literal.Content.AsSpan());
            else if (next is ContainerInline container) line.Append(HeadingText.Plain(container));
            if (line.Length > 24) break;
        }

        return line.ToString();
    }

    private static ImmutableArray<Located<string>> ItemsAfter(ParagraphBlock paragraph, Func<MarkdownObject, Location> place)
    {
        if (ListAfter(paragraph) is not { } list) return [];
        return [.. list.OfType<ListItemBlock>()
            .Select(i => i.FirstOrDefault() as ParagraphBlock)
            .Where(p => p?.Inline is not null)
            .Select(p => new Located<string>(HeadingText.Plain(p!.Inline!), place(p)))];
    }

    /// <summary>The lines below what is withheld: where all that one says is a link, what it leads to stands for it.</summary>
    private static ImmutableArray<Located<string>> WithTargets(ParagraphBlock paragraph, Func<MarkdownObject, Location> place)
    {
        var items = ItemsAfter(paragraph, place);
        if (items.IsEmpty) return items;
        var lines = ListAfter(paragraph)!.OfType<ListItemBlock>().Select(i => i.FirstOrDefault() as ParagraphBlock).Where(p => p?.Inline is not null).ToList();
        return [.. items.Select((item, at) => lines[at]!.Inline!.Descendants<LinkInline>().ToList() is [{ IsImage: false, Url: { Length: > 0 } target } link]
            && item.Value.TrimEnd('.', ' ').EndsWith(HeadingText.Plain(link), StringComparison.Ordinal)
            ? item with { Value = item.Value[..(item.Value.IndexOf(':') + 1)] + " " + target }
            : item)];
    }

    /// <summary>The words of a line without those of its links, so that a title cannot be taken for something the line says.</summary>
    private static string WithoutLinks(ContainerInline inline)
    {
        var text = new System.Text.StringBuilder();
        foreach (var piece in inline.Descendants<LeafInline>())
        {
            if (piece.FindParentOfType<LinkInline>().Any()) continue;
            if (piece is LiteralInline literal) text.Append(literal.Content.AsSpan());
            else if (piece is LineBreakInline) text.Append(' ');
        }

        return text.ToString();
    }

    private static MarkKind KindOf(string word) => word.ToUpperInvariant().Split(' ', '\t')[0] switch
    {
        "ACTION" or "AI" => MarkKind.Action,
        "CONSENSUS" => MarkKind.Consensus,
        "MOTION" => MarkKind.Motion,
        "VOTE" => MarkKind.Vote,
        Withheld => MarkKind.Withheld,
        _ => MarkKind.Resolution,
    };

    [GeneratedRegex(@"^(RESOLUTION|RESOLVED|Resolution|Resolved|DECISION|Decision|CONSENSUS|Consensus|MOTION|Motion|VOTE|Vote|WITHHELD|(?:ACTION|Action)(?:[ \t]+(?:A-)?\d{1,6})?|AI)[ \t]*:[ \t]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(WITHHELD)[ \t]*:[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex WithheldWord();
}
