namespace PublicLedger.Findings.Agreements;

/// <summary>
/// A row of a table is quoted with the heading of its table, so that it reads as a table on its own; the heading is no part
/// of what changes. A heading without rows in the place of rows takes them away.
/// </summary>
internal static class TableRows
{
    /// <summary>Both quotes without the heading of the table, where both are tables with one heading; else as they are.</summary>
    public static (string Old, string New) Only(string old, string now)
    {
        var (a, b) = (Lines(old), Lines(now));
        return a.Length > 2 && IsTable(a) && IsTable(b) && Bare(a[0]) == Bare(b[0])
            ? (string.Join('\n', a.Skip(2)), string.Join('\n', b.Skip(2)))
            : (old, now);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsTable(string[] lines) =>
        lines.Length >= 2 && lines[0].Contains('|') && lines[1].Contains('-') && lines[1].AsSpan().IndexOfAnyExcept("|-: ") < 0;

    private static string Bare(string row) => row.Replace(" ", "", StringComparison.Ordinal);
}
