using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// Fields in an HTML table under the title: one row a field, the key in the first cell (as conda's enhancement proposals have it).
/// Row and cell ends may be missing, as HTML allows.
/// </summary>
internal static partial class HeaderTable
{
    /// <summary>The first table of the text before any heading, or null where there is none of that shape.</summary>
    public static HeaderPart? Read(Document document)
    {
        if (Header.Preamble(document) is not { } preamble) return null;
        var at = preamble.ContentAt;
        var whole = new Located<string>(at.Source.Text.Substring(at.Start, at.Length), at);
        var table = Table().Match(whole.Value);
        if (!table.Success) return null;
        var fields = ImmutableArray.CreateBuilder<WrittenField>();
        var complete = true;
        var rows = WrittenText.Part(whole, table.Index, table.Length);
        foreach (Match row in Row().Matches(rows.Value))
        {
            var cells = Cell().Matches(row.Value);
            if (cells.Count == 2) fields.Add(Header.Field(Inside(rows, row, cells[0]), Inside(rows, row, cells[1])));
            else complete = false;
        }

        return fields.Count == 0 ? null : new HeaderPart(rows.At, fields.ToImmutable(), complete);
    }

    private static Located<string> Inside(Located<string> rows, Match row, Match cell)
    {
        var inside = cell.Groups["inside"];
        return WrittenText.Trimmed(rows, row.Index + inside.Index, row.Index + inside.Index + inside.Length);
    }

    [GeneratedRegex(@"<table\b[^>]*>.*?</table>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"<tr\b[^>]*>.*?(?=<tr\b|</table>)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<t[dh]\b[^>]*>(?<inside>.*?)(?=</t[dh]>|<t[dh]\b|</tr>|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Cell();
}
