using System.Globalization;
using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of a <c>history.tsv</c>: the order and the days of dated texts.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>The first line does not name a column that is needed.</summary>
    public void HistoryColumnMissing(bool foreign, Location at, string column) =>
        ErrorOrUnread(foreign, at, $"The first line of this file names no column \"{column}\".", "Write the names of the columns in the first line, with a tab between them: seq, commit_date, file, and if you like author_date, author, subject, commit.", column);

    /// <summary>More cells than columns: a tab too many, so that nobody can tell which cell is which.</summary>
    public void HistoryLineTooLong(bool foreign, Location at, int cells, int columns, string line) =>
        ErrorOrUnread(foreign, at, $"This line has {cells} parts with tabs between them, and the first line names only {columns} columns.", "Write a blank for each tab that is inside a part.", line);

    /// <summary>A line that lacks what it is for.</summary>
    public void HistoryCellEmpty(bool foreign, Location at, string column, string line) =>
        ErrorOrUnread(foreign, at, $"This line has nothing under \"{column}\".", column switch
        {
            "file" => "Write the name of the text's file, for example 2026-03-04.md.",
            "seq" => "Write the place of this text in the order of all texts: 1 for the first.",
            _ => "Write the day from which this was the text: 2026-03-04.",
        }, line);

    /// <summary>A place in the order that is no number.</summary>
    public void HistoryOrderUnreadable(bool foreign, Location at, string written) =>
        ErrorOrUnread(foreign, at, $"\"{Short(written)}\" is not a place in the order of the texts (under \"seq\").", "Write digits: 1 for the first text, 2 for the next.", written);

    /// <summary>Two lines with one place.</summary>
    public void HistoryOrderTwice(bool foreign, Location at, int order, Location first) =>
        ErrorOrUnread(foreign, at, $"The place {order} (under \"seq\") is taken: line {first.Line} has it already.", "Give each text a place of its own.", order.ToString(CultureInfo.InvariantCulture), other: first);

    /// <summary>Two lines for one text.</summary>
    public void HistoryLineTwice(bool foreign, Location at, string file, Location first) =>
        ErrorOrUnread(foreign, at, $"\"{Short(file)}\" has a line already: line {first.Line}.", "Keep the line that is right.", file, other: first);

    /// <summary>A line for a text that is not there.</summary>
    public void HistoryFileUnknown(bool foreign, Location at, string file, IReadOnlyCollection<string> texts) =>
        ErrorOrUnread(foreign, at, $"There is no text called \"{Short(file)}\" in this folder.", Spelling.Nearest(file, texts) is { } near ? $"Did you mean \"{near}\"?" : "Add the file, or take out the line.", file);

    /// <summary>A text that the history does not know.</summary>
    public void HistoryLineMissing(Location at, string file, Location history) =>
        Warning(at, $"{history.Source.Path} has no line for this text, so its own date gives its place among the others.", $"Add a line with its place under \"seq\" and {file} under \"file\".", history);
}
