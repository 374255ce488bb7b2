using System.Collections.Immutable;
using PublicLedger.Documents;

namespace PublicLedger.Findings.Agreements;

/// <summary>Two tables: columns by their headings, rows by what they say, words cell by cell.</summary>
internal static class TableDiff
{
    /// <summary>A table that is in one text only.</summary>
    public static DiffBlock All(TextBlock table, PieceKind kind) => new(table, kind, [])
    {
        Rows = [.. table.Rows.Select(r => new DiffRow(r.Header, kind, [.. r.Cells.Select(c => WordPieces.All(c, kind))]))],
    };

    /// <summary>A table that became another.</summary>
    public static DiffBlock Of(TextBlock before, TextBlock after)
    {
        var columns = Columns(before, after);
        var rows = ImmutableArray.CreateBuilder<DiffRow>();
        foreach (var (one, other) in Alignment.Of([.. before.Rows.Select(r => Unit(r, columns, c => c.Before))], [.. after.Rows.Select(r => Unit(r, columns, c => c.After))]))
        {
            var (old, now) = (one < 0 ? null : before.Rows[one], other < 0 ? null : after.Rows[other]);
            rows.Add(new DiffRow((now ?? old)!.Header, old is null ? PieceKind.Added : now is null ? PieceKind.Removed : PieceKind.Same,
                [.. columns.Select(c => WordPieces.Of(Cell(old, c.Before), Cell(now, c.After)))]));
        }

        return new DiffBlock(after, PieceKind.Same, []) { Rows = rows.ToImmutable() };
    }

    /// <summary>The columns of both. Without headings in both tables a column is known by its place alone.</summary>
    private static List<(int Before, int After)> Columns(TextBlock before, TextBlock after)
    {
        var (old, now) = (before.Rows.Max(r => r.Cells.Length), after.Rows.Max(r => r.Cells.Length));
        if (old != now && before.Rows[0] is { Header: true } oldHead && after.Rows[0] is { Header: true } newHead)
            return Alignment.Of(Headings(oldHead, old), Headings(newHead, now));
        return [.. Enumerable.Range(0, Math.Max(old, now)).Select(i => (i < old ? i : -1, i < now ? i : -1))];
    }

    private static ImmutableArray<AlignUnit> Headings(TextRow row, int columns) =>
        [.. Enumerable.Range(0, columns).Select(i => new AlignUnit(Cell(row, i), WordsOf(Cell(row, i))))];

    /// <summary>A row is known by the cells of the columns that both tables have; by its first cell it is called.</summary>
    private static AlignUnit Unit(TextRow row, List<(int Before, int After)> columns, Func<(int Before, int After), int> side)
    {
        var shared = columns.Where(c => c is { Before: >= 0, After: >= 0 }).Select(c => Cell(row, side(c))).ToList();
        return new AlignUnit(string.Join('\u001F', shared), [.. shared.SelectMany(c => WordsOf(c))], row.Header ? 1 : 0) { Name = shared.Count > 1 ? shared[0] : "" };
    }

    private static ImmutableArray<string> WordsOf(string cell) => [.. WordTokens.Of(cell).Where(t => t.IsWord).Select(t => t.Text)];

    private static string Cell(TextRow? row, int column) => row is null || column < 0 || column >= row.Cells.Length ? "" : row.Cells[column];
}
