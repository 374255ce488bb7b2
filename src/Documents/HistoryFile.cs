using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>One line of a history file: what version control says of one dated text.</summary>
/// <param name="Order">Its place in the order of the texts (<c>seq</c>); only greater and less count.</param>
/// <param name="File">The name of the text's file, in the same folder.</param>
/// <param name="Authored">When the change was written (<c>author_date</c>).</param>
/// <param name="Committed">When it was taken in (<c>commit_date</c>); null only where that could not be read.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Subject">The first line of the message with it.</param>
/// <param name="Commit">Its name in version control.</param>
public sealed record HistoryLine(
    int Order, Located<string> File, PartialDate? Authored, Located<PartialDate>? Committed, string? Author, string? Subject, string? Commit);

/// <summary>
/// Reads <c>history.tsv</c>: lines of cells with tabs between them, the names of the columns in the first line. This is what
/// <c>publicledger import history</c> writes; <c>seq</c>, <c>commit_date</c> and <c>file</c> are all that is needed, columns
/// may stand in any order, and those with other names are passed over.
/// </summary>
public static class HistoryFile
{
    private static readonly string[] Needed = ["seq", "commit_date", "file"];

    /// <summary>The lines that name a text, as written. What cannot be read is said, and left out.</summary>
    public static ImmutableArray<HistoryLine> Read(SourceFile file, DiagnosticBag say)
    {
        var (text, foreign) = (file.Text.Text, file.Folder.Foreign);
        Columns? columns = null;
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var next and >= 0 ? next : text.Length;
            var row = new Row(file.Text, at, text[at..end].TrimEnd('\r'), foreign, say);
            at = end + 1;
            if (string.IsNullOrWhiteSpace(row.Text)) continue;
            if (columns is not null)
            {
                if (ReadLine(row, columns) is { } line) lines.Add(line);
            }
            else if ((columns = ReadColumns(row)) is null)
            {
                return [];
            }
        }

        if (columns is null) say.HistoryColumnMissing(foreign, file.Text.At(0), Needed[0]);
        return lines.ToImmutable();
    }

    /// <summary>How many columns the first line names, and which is where; the first of two with one name counts.</summary>
    private sealed record Columns(int Count, Dictionary<string, int> Places);

    private static Columns? ReadColumns(Row row)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < row.Cells.Length; i++) places.TryAdd(row.Cells[i].Trim(), i);
        if (Array.Find(Needed, name => !places.ContainsKey(name)) is not { } missing) return new Columns(row.Cells.Length, places);
        row.Say.HistoryColumnMissing(row.Foreign, row.Source.At(row.Start, row.Text.Length), missing);
        return null;
    }

    private static HistoryLine? ReadLine(Row row, Columns columns)
    {
        if (row.Cells.Length > columns.Count)
        {
            row.Say.HistoryLineTooLong(row.Foreign, row.Source.At(row.Start, row.Text.Length), row.Cells.Length, columns.Count, Contacts.Mask(row.Text));
            return null;
        }

        var name = Cell("file");
        // A commit that deleted the document has a line and no text.
        if (name.Value.Length == 0 && Cell("status").Value.StartsWith('D')) return null;
        foreach (var needed in Needed)
        {
            if (Cell(needed) is not { Value.Length: 0 } empty) continue;
            row.Say.HistoryCellEmpty(row.Foreign, empty.At, needed, Contacts.Mask(row.Text));
            return null;
        }

        var order = Cell("seq");
        if (!int.TryParse(order.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            row.Say.HistoryOrderUnreadable(row.Foreign, order.At, order.Value);
            return null;
        }

        return new HistoryLine(number, name, Date("author_date")?.Value, Date("commit_date"), Words("author"), Words("subject"), Words("commit"));

        Located<string> Cell(string column) => row.Cell(columns.Places.GetValueOrDefault(column, -1));

        Located<PartialDate>? Date(string column)
        {
            var cell = Cell(column);
            if (cell.Value.Length == 0) return null;
            // A day may be followed by a time; the day is what counts.
            if (PartialDate.TryParse(cell.Value.Length > 10 && cell.Value[10] is 'T' or ' ' ? cell.Value[..10] : cell.Value, out var date)) return cell.With(date);
            row.Say.DateUnreadable(row.Foreign, cell.At, column, cell.Value, null);
            return null;
        }

        string? Words(string column) => Cell(column).Value is { Length: > 0 } words ? Letters.Clean(Contacts.Mask(words)) : null;
    }

    /// <summary>A line with its cells, each of which knows where it stands.</summary>
    private sealed class Row(SourceText source, int start, string text, bool foreign, DiagnosticBag say)
    {
        public SourceText Source => source;

        public int Start => start;

        public string Text => text;

        public bool Foreign => foreign;

        public DiagnosticBag Say => say;

        public string[] Cells { get; } = text.Split('\t');

        /// <summary>The trimmed cell at an index; one past the end, or of a column that is not there, is empty and stands at the line's end.</summary>
        public Located<string> Cell(int index)
        {
            if (index < 0 || index >= Cells.Length) return new Located<string>("", source.At(start + text.Length));
            var at = start + index;
            for (var i = 0; i < index; i++) at += Cells[i].Length;
            var blanks = Cells[index].Length - Cells[index].TrimStart().Length;
            var words = Cells[index].Trim();
            return new Located<string>(words, source.At(at + (words.Length > 0 ? blanks : 0), words.Length));
        }
    }
}
