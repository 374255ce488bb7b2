using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>Reads pages with a real HTML parser: slower than the scan, and right for any page a stranger may have written.</summary>
internal sealed class PageParse
{
    private readonly PageNotes notes = new();
    private readonly StringBuilder written = new();
    private readonly List<AttributeSpan> spans = [];

    /// <summary>Reads one page.</summary>
    /// <param name="source">Its text.</param>
    public Page Read(SourceText source)
    {
        var guesses = ImmutableArray.CreateBuilder<Mark>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, happened) =>
        {
            if (happened is HtmlErrorEvent error) guesses.Add(new Mark(error.Message, error.Position.Index));
        };
        using var document = parser.ParseDocument(source.Text);
        notes.Begin(source.Path);
        if (document.Doctype is not null) notes.Doctype();
        var tables = ImmutableArray.CreateBuilder<int>();
        var headlines = 0;
        foreach (var element in Elements(document))
        {
            Show(element);
            if (element is IHtmlTitleElement) notes.Title(element.TextContent, PlaceOf(element));
            else if (element is IHtmlHeadingElement { LocalName: "h1" } && headlines++ == 0) notes.Headline(element.TextContent, PlaceOf(element));
            else if (element is IHtmlTableElement && !IsInRegion(element)) tables.Add(PlaceOf(element));
        }

        return notes.End(source.Text.IndexOf('\uFFFD', StringComparison.Ordinal)) with
        {
            TablesOutsideRegion = tables.ToImmutable(),
            Guesses = guesses.ToImmutable(),
        };
    }

    /// <summary>Every element in the order of the text, those in templates too.</summary>
    private static IEnumerable<IElement> Elements(INode root)
    {
        foreach (var child in root.ChildNodes)
        {
            if (child is not IElement element) continue;
            yield return element;
            foreach (var inner in Elements(element is IHtmlTemplateElement template ? template.Content : element)) yield return inner;
        }
    }

    /// <summary>Shows an element to the notes as the scan would: a name and attributes over a piece of text.</summary>
    private void Show(IElement element)
    {
        written.Clear();
        spans.Clear();
        foreach (var attribute in element.Attributes)
        {
            var known = Names.AttributeOf(attribute.Name.ToLowerInvariant());
            if (known == Attribute.Other) continue;
            var name = written.Length;
            written.Append(attribute.Name);
            var value = written.Length;
            written.Append(attribute.Value);
            spans.Add(new AttributeSpan(known, name, value - name, value, written.Length - value));
        }

        notes.Open(new Tag(written.ToString(), Names.ElementOf(element.LocalName.ToLowerInvariant()), spans.ToArray(), PlaceOf(element), encoded: false));
    }

    /// <summary>The offset of an element's tag. AngleSharp keeps none for svg itself and for what it adds; then that of the element around it.</summary>
    private static int PlaceOf(IElement element) =>
        element.SourceReference is HtmlToken token ? Math.Max(0, token.Position.Index) : element.ParentElement is { } parent ? PlaceOf(parent) : 0;

    /// <summary>A wide table scrolls within a box that the keyboard can reach and a screen reader can name.</summary>
    private static bool IsInRegion(IElement table)
    {
        for (var box = table.ParentElement; box is not null; box = box.ParentElement)
        {
            if (box.GetAttribute("tabindex") == "0" && (box.HasAttribute("aria-label") || box.HasAttribute("aria-labelledby"))) return true;
        }

        return false;
    }
}
