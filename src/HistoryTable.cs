using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PublicLedger.Documents;

namespace PublicLedger;

/// <summary>
/// <c>history.tsv</c>, beside the dated texts of one file: a header and a line for each text, oldest first, parted by tabs.
/// It keeps apart what git keeps apart: the day a change was written (author_date) and the day it became part of the
/// history (commit_date), who wrote it, and the first line of what they said about it.
/// </summary>
internal static class HistoryTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "history.tsv";

    /// <summary>The first line, by which a folder is known to hold an import.</summary>
    public const string Header = "seq\tauthor_date\tcommit_date\tauthor\tsubject\tcommit\tstatus\tpath_at_commit\trenamed_from\tfile\tbytes\tlines_added\tlines_removed";

    private const int CommitColumn = 5;
    private const int PathColumn = 7;
    private const int FileColumn = 9;

    /// <summary>One text that was written.</summary>
    /// <param name="Version">What git says of it.</param>
    /// <param name="File">The name of its file.</param>
    /// <param name="Bytes">Its length.</param>
    internal sealed record Row(FileVersion Version, string File, int Bytes);

    /// <summary>What an earlier table says of one text.</summary>
    internal sealed record Earlier(string Commit, string Path, string File);

    /// <summary>The table's text.</summary>
    public static string Write(IReadOnlyList<Row> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var i = 0; i < rows.Count; i++)
        {
            var (version, file, bytes) = rows[i];
            string[] cells =
            [
                Number(i + 1), Day(version.AuthorDate), Day(version.CommitDate), Words(version.Author), Words(version.Subject), version.Commit,
                version.Touch.Status, Words(version.Touch.Path), Words(version.Touch.From ?? ""), file, Number(bytes), Number(version.Touch.Added), Number(version.Touch.Removed),
            ];
            text.AppendJoin('\t', cells).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines of an earlier table; null where the text is no such table.</summary>
    public static ImmutableArray<Earlier>? Read(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines[0] != Header) return null;
        return [.. lines.Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > FileColumn).Select(c => new Earlier(c[CommitColumn], c[PathColumn], c[FileColumn]))];
    }

    /// <summary>A day, or nothing where none is known.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What people wrote, on one line and without e-mail addresses.</summary>
    public static string Words(string text) => OneLine(Contacts.Mask(text));

    /// <summary>Text that stays in its column: tabs, line breaks and other control characters become blanks.</summary>
    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
