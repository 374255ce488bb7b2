using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PublicLedger.Documents;

namespace PublicLedger.Outputs;

/// <summary>
/// Blocks of plain words in Akoma Ntoso: paragraphs, lists of any depth (<c>blockList</c>, whose items may hold what an HTML
/// item may), quotations (<c>blockContainer</c>) and tables. Emphasis and links are left to the page.
/// </summary>
internal static class LegalBlocks
{
    /// <summary>Writes blocks that stand in nothing but the text itself.</summary>
    public static void Write(XmlWriter xml, ImmutableArray<TextBlock> blocks) => Write(xml, blocks.AsSpan(), 0);

    private static void Write(XmlWriter xml, ReadOnlySpan<TextBlock> blocks, int depth)
    {
        for (var at = 0; at < blocks.Length;)
        {
            if (blocks[at].Frames.Length <= depth)
            {
                Block(xml, blocks[at++]);
                continue;
            }

            var frame = blocks[at].Frames[depth];
            var end = at + 1;
            while (end < blocks.Length && blocks[end].Frames.Length > depth && blocks[end].Frames[depth] == frame) end++;
            Framed(xml, frame, blocks[at..end], depth);
            at = end;
        }
    }

    private static void Framed(XmlWriter xml, TextFrame frame, ReadOnlySpan<TextBlock> blocks, int depth)
    {
        if (frame == TextFrame.Quote)
        {
            xml.Open("blockContainer", ("class", "quotation"));
            Write(xml, blocks, depth + 1);
            xml.End();
            return;
        }

        xml.Open("blockList", ("class", frame switch { TextFrame.Bullets => "bullets", TextFrame.Numbers => "numbers", _ => "notes" }));
        for (var at = 0; at < blocks.Length;)
        {
            var end = at + 1;
            while (end < blocks.Length && !Starts(blocks[end], depth)) end++;
            xml.Open("item");
            // A number belongs to the innermost list of its block.
            if (blocks[at].Number is { } number && blocks[at].Frames.Length == depth + 1)
                xml.Words("num", number.ToString(CultureInfo.InvariantCulture) + ".");
            Write(xml, blocks[at..end], depth + 1);
            xml.End();
            at = end;
        }

        xml.End();
    }

    private static bool Starts(TextBlock block, int depth) => block.StartsAt is { } at && at <= depth;

    private static void Block(XmlWriter xml, TextBlock block)
    {
        switch (block.Kind)
        {
            case TextBlockKind.Table: Table(xml, block); break;
            case TextBlockKind.Preformatted: Preformatted(xml, block.Text); break;
            case TextBlockKind.Heading: xml.Words("p", block.Text, ("class", "heading")); break;
            case TextBlockKind.Term: xml.Words("p", block.Text, ("class", "term")); break;
            case TextBlockKind.Definition: xml.Words("p", block.Text, ("class", "definition")); break;
            default: xml.Words("p", block.Text); break;
        }
    }

    private static void Table(XmlWriter xml, TextBlock table)
    {
        xml.Open("table");
        foreach (var row in table.Rows)
        {
            xml.Open("tr");
            foreach (var cell in row.Cells)
            {
                xml.Open(row.Header ? "th" : "td");
                if (cell.Length > 0) xml.Words("p", cell);
                xml.End();
            }

            xml.End();
        }

        xml.End();
    }

    /// <summary>Akoma Ntoso has no element whose line breaks and blanks are kept, so both are said.</summary>
    private static void Preformatted(XmlWriter xml, string text)
    {
        xml.Open("p", ("class", "preformatted"));
        xml.WriteAttributeString("xml", "space", null, "preserve");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) xml.Empty("br");
            xml.WriteString(Letters.Clean(lines[i]));
        }

        xml.End();
    }
}
