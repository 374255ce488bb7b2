using System.Collections.Immutable;

namespace PublicLedger.Documents;

/// <summary>A table being read. Cells that span columns or rows leave empty cells behind, so that column stands below column.</summary>
internal sealed class TextTable
{
    /// <summary>No table that a person reads is wider; a span beyond it is cut.</summary>
    private const int MaxColumns = 100;

    private readonly List<List<string>> rows = [];
    private readonly List<bool> headers = [];
    private readonly Dictionary<int, int> below = [];
    private (bool Header, int Columns, int Rows) cell;

    public void StartRow()
    {
        rows.Add([]);
        headers.Add(true);
    }

    public void StartCell(bool header, int columns, int deep) => cell = (header, columns, deep);

    public void EndCell(string words)
    {
        if (rows.Count == 0) StartRow();
        var row = rows[^1];
        FillFromAbove(row);
        // An empty cell above the first column is no header, and the row is one all the same.
        if (!cell.Header && words.Length > 0) headers[^1] = false;
        for (var i = 0; i < cell.Columns && (i == 0 || row.Count < MaxColumns); i++)
        {
            if (cell.Rows > 1) below[row.Count] = cell.Rows - 1;
            row.Add(i == 0 ? words : "");
        }
    }

    public ImmutableArray<TextRow> Rows()
    {
        var result = ImmutableArray.CreateBuilder<TextRow>();
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Exists(c => c.Length > 0)) result.Add(new TextRow(headers[i], [.. rows[i]]));
        return result.ToImmutable();
    }

    private void FillFromAbove(List<string> row)
    {
        while (row.Count < MaxColumns && below.TryGetValue(row.Count, out var left))
        {
            if (left == 1) below.Remove(row.Count);
            else below[row.Count] = left - 1;
            row.Add("");
        }
    }
}
