using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PublicLedger.Documents;

/// <summary>Replaces the renderers whose output would not do on our pages: links, nested headings, tables, raw HTML.</summary>
internal static class SlotRenderers
{
    /// <summary>Puts them in place.</summary>
    /// <param name="renderer">The renderer of one document.</param>
    /// <param name="rawHtmlSeen">Called whenever raw HTML is written: what comes out of the renderer then needs the sanitiser.</param>
    public static void Install(HtmlRenderer renderer, Action rawHtmlSeen)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new RawBlocks(rawHtmlSeen));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new RawInlines(rawHtmlSeen));
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Autolinks());
        renderer.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new NestedHeadings());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new Tables());
    }

    private sealed class RawBlocks(Action seen) : HtmlBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block)
        {
            seen();
            renderer.Write(RawHtml.Contained(block.Lines.ToString())).WriteLine();
        }
    }

    private sealed class RawInlines(Action seen) : HtmlInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline)
        {
            seen();
            renderer.Write(RawHtml.Contained(inline.Tag));
        }
    }

    /// <summary>The place of the address is left open; a picture is left open as a whole.</summary>
    private sealed class Links : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var slot = (string)link.GetData(typeof(Link))!;
            if (link.IsImage)
            {
                renderer.Write(slot);
                return;
            }

            renderer.Write("<a ").Write(slot).Write('>');
            renderer.WriteChildren(link);
            renderer.Write("</a>");
        }
    }

    private sealed class Autolinks : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            if (link.IsEmail)
            {
                renderer.WriteEscape(link.Url);
                return;
            }

            renderer.Write("<a ").Write((string)link.GetData(typeof(Link))!).Write('>').WriteEscape(link.Url).Write("</a>");
        }
    }

    /// <summary>A heading inside a quotation or a list is no part of the page's outline.</summary>
    private sealed class NestedHeadings : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            if (heading.Inline?.FirstChild is null) return;
            renderer.Write("<p><strong>").WriteLeafInline(heading);
            renderer.WriteLine("</strong></p>");
        }
    }

    /// <summary>A table that can be scrolled by keyboard on a small screen, with scopes on its headers.</summary>
    private sealed class Tables : HtmlObjectRenderer<Table>
    {
        private int count;

        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.WriteLine($"<section class=\"scroll\" aria-label=\"Table {++count}\" tabindex=\"0\"><table>");
            var bodyOpen = false;
            foreach (var row in table.OfType<TableRow>())
            {
                if (!row.IsHeader && !bodyOpen)
                {
                    renderer.WriteLine("<tbody>");
                    bodyOpen = true;
                }

                renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
                foreach (var cell in row.OfType<TableCell>()) WriteCell(renderer, cell, row.IsHeader);
                renderer.WriteLine(row.IsHeader ? "</tr></thead>" : "</tr>");
            }

            renderer.WriteLine(bodyOpen ? "</tbody></table></section>" : "</table></section>");
        }

        private static void WriteCell(HtmlRenderer renderer, TableCell cell, bool header)
        {
            // An empty header says nothing to a screen reader; as a plain cell it is at least not announced as one.
            var empty = cell.Count == 0 || (cell.Count == 1 && cell[0] is ParagraphBlock { Inline.FirstChild: null });
            var tag = header && !empty ? "th" : "td";
            renderer.Write('<').Write(tag).Write(tag == "th" ? " scope=\"col\"" : "");
            if (cell.ColumnSpan > 1) renderer.Write($" colspan=\"{cell.ColumnSpan}\"");
            renderer.Write('>');
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.Write("</").Write(tag).Write('>');
        }
    }
}
