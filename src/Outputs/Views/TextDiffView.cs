using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;

namespace PublicLedger.Outputs;

/// <summary>
/// The difference of two texts as HTML. Some screen readers say nothing for <c>ins</c> and <c>del</c>, so hidden words say
/// it; their blanks are inside the hidden words, or words would run together aloud. Words are content: all are escaped.
/// </summary>
internal sealed class TextDiffView
{
    private readonly StringBuilder html = new();
    private readonly List<TextFrame> open = [];
    private readonly string place;
    private int tables;

    private TextDiffView(string place) => this.place = place;

    /// <summary>Both texts in one, with what was removed and added marked.</summary>
    /// <param name="blocks">The difference.</param>
    /// <param name="place">Where on the page this is, for the names of tables: "change 1". No two of a page may be alike.</param>
    public static Html Of(ImmutableArray<DiffBlock> blocks, string place) => new TextDiffView(place).Write(blocks);

    /// <summary>One text as it stands, without links.</summary>
    public static Html Of(ImmutableArray<TextBlock> blocks, string place) => Of([.. blocks.Select(Unchanged)], place);

    private static DiffBlock Unchanged(TextBlock block) => new(block, PieceKind.Same, [new DiffPiece(PieceKind.Same, "", block.Text)])
    {
        Rows = [.. block.Rows.Select(r => new DiffRow(r.Header, PieceKind.Same, [.. r.Cells.Select(c => ImmutableArray.Create(new DiffPiece(PieceKind.Same, "", c)))]))],
    };

    private Html Write(ImmutableArray<DiffBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Place(block.Shape);
            Write(block);
        }

        Close(0);
        return new Html(html.ToString());
    }

    /// <summary>Opens and closes lists and quotations so that the next block stands where it belongs.</summary>
    private void Place(TextBlock block)
    {
        var frames = block.Frames;
        var common = 0;
        while (common < Math.Min(open.Count, frames.Length) && open[common] == frames[common]) common++;
        if (block.StartsAt is { } starts && starts < common)
        {
            Close(starts + 1);
            html.Append("</li>\n");
            OpenItem(block, starts);
            common = starts + 1;
        }

        Close(common);
        for (var depth = common; depth < frames.Length; depth++)
        {
            open.Add(frames[depth]);
            html.Append(frames[depth] switch { TextFrame.Quote => "<blockquote>", TextFrame.Bullets => "<ul>", TextFrame.Notes => "<ol aria-label=\"Notes\">", _ => "<ol>" });
            if (frames[depth] != TextFrame.Quote) OpenItem(block, depth);
        }
    }

    private void OpenItem(TextBlock block, int depth)
    {
        if (block.Number is { } number && depth == block.Frames.Length - 1) html.Append(CultureInfo.InvariantCulture, $"<li value=\"{number}\">");
        else html.Append("<li>");
    }

    private void Close(int depth)
    {
        while (open.Count > depth)
        {
            html.Append(open[^1] switch { TextFrame.Quote => "</blockquote>\n", TextFrame.Bullets => "</li></ul>\n", _ => "</li></ol>\n" });
            open.RemoveAt(open.Count - 1);
        }
    }

    private void Write(DiffBlock block)
    {
        if (block.Shape.Kind == TextBlockKind.Table)
        {
            WriteTable(block);
            return;
        }

        var (start, end) = block.Shape.Kind switch
        {
            TextBlockKind.Preformatted => ("<pre tabindex=\"0\">", "</pre>\n"),
            TextBlockKind.Heading or TextBlockKind.Term => ("<p><strong>", "</strong></p>\n"),
            _ when block.Shape.StartsAt is not null && block.Shape.Frames[^1] != TextFrame.Quote => ("", ""),
            _ => ("<p>", "</p>\n"),
        };
        html.Append(start);
        WritePieces(block.Pieces, block.Moved);
        if (block.Moved) html.Append(" <span class=\"small muted\" aria-hidden=\"true\">(moved)</span>");
        html.Append(end);
    }

    private void WriteTable(DiffBlock block)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"scroll\" aria-label=\"Table {++tables} in {Html.Escape(place)}\" tabindex=\"0\"><table>");
        var heads = block.Rows.TakeWhile(r => r.Header).Count();
        WriteRows("thead", block.Rows[..heads], block.Moved);
        WriteRows("tbody", block.Rows[heads..], block.Moved);
        html.Append("</table></section>\n");
    }

    private void WriteRows(string group, ImmutableArray<DiffRow> rows, bool moved)
    {
        if (rows.IsEmpty) return;
        html.Append('<').Append(group).Append('>');
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                // An empty header says nothing to a screen reader.
                var header = row.Header && cell.Any(p => p.Text.Length > 0);
                html.Append(header ? "<th scope=\"col\">" : "<td>");
                WritePieces(cell, moved);
                html.Append(header ? "</th>" : "</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</").Append(group).Append('>');
    }

    private void WritePieces(ImmutableArray<DiffPiece> pieces, bool moved)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            // At the start only the indentation of preformatted text is more than a blank.
            var apart = piece.Space.Length > (i > 0 ? 0 : 1);
            if (apart) html.Append(Html.Escape(piece.Space));
            if (piece.Kind == PieceKind.Same) html.Append(Html.Escape(piece.Text));
            else WriteChange(piece, moved, touches: i > 0 && !apart);
        }
    }

    private void WriteChange(DiffPiece piece, bool moved, bool touches)
    {
        var (element, said) = piece.Kind == PieceKind.Removed
            ? ("del", moved ? "moved from here" : "removed")
            : ("ins", moved ? "moved to here" : "added");
        html.Append('<').Append(element).Append("><span class=\"vh\">").Append(touches ? "&nbsp;[" : "[").Append(said).Append(":&nbsp;");
        if (Punctuation.NameOf(piece.Text) is { } name) html.Append(Html.Escape(name)).Append("&nbsp;");
        html.Append("</span>").Append(Html.Escape(piece.Text)).Append("<span class=\"vh\">]&nbsp;</span></").Append(element).Append('>');
    }
}

/// <summary>Signs by name: read aloud they are silent, and printed they are easily missed.</summary>
internal static class Punctuation
{
    /// <summary>The name of a text that is one sign; null for words and for several signs.</summary>
    public static string? NameOf(string text) => text switch
    {
        "." => "full stop",
        "," => "comma",
        ";" => "semicolon",
        ":" => "colon",
        "!" => "exclamation mark",
        "?" => "question mark",
        "(" or ")" or "[" or "]" => "bracket",
        "-" => "hyphen",
        "\u2013" or "\u2014" => "dash",
        "\u2026" or "..." => "dots",
        "\"" or "\u201C" or "\u201D" or "\u201E" or "\u00AB" or "\u00BB" => "quotation mark",
        "'" or "\u2018" or "\u2019" => "apostrophe",
        "/" => "slash",
        "*" => "asterisk",
        _ => null,
    };
}
