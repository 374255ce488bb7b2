using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Something a meeting asked for, with every line of later minutes that comes back to it.</summary>
/// <param name="Lines">The lines, oldest first; at least one.</param>
public sealed record ActionStory(ImmutableArray<ActionItem> Lines)
{
    /// <summary>The line that asked for it.</summary>
    public ActionItem First => Lines[0];

    /// <summary>The last line about it.</summary>
    public ActionItem Last => Lines[^1];

    /// <summary>What is to be done, as first asked for.</summary>
    public string Text => Lines.Select(l => l.Text).FirstOrDefault(t => t.Length > 0) ?? First.Mark.Word;

    /// <summary>Who is to do it, by the last line that says so; null where none does.</summary>
    public Member? Owner => Lines.Select(l => l.Owner).LastOrDefault(o => o is not null);

    /// <summary>By when, by the last line that says so; null where none does.</summary>
    public PartialDate? Due => Lines.Select(l => l.Due).LastOrDefault(d => d is not null);

    /// <summary>open or done, by the last line that says so; null where none does.</summary>
    public string? State => Lines.Select(l => l.State).LastOrDefault(s => s is not null);

    /// <summary>The line that says that it is done: in the minutes that asked for it, or in later ones; null while it is not done.</summary>
    public ActionItem? Closed
    {
        get
        {
            ActionItem? closed = null;
            foreach (var line in Lines)
                closed = line.State switch { "done" => closed ?? line, "open" => null, _ => closed };
            return closed;
        }
    }

    /// <summary>The day of the later meeting whose minutes say that it is done; null where none does, for what is marked as done in the minutes that asked for it.</summary>
    public PartialDate? ClosedOn => Closed is { } line && !ReferenceEquals(line, First) ? line.Meeting.Date : null;

    /// <summary>Whether it is open and its day has passed.</summary>
    public bool IsLate(DateOnly today) => State == "open" && Due is { } due && due.Last < today;

    /// <summary>
    /// Whether a line of a later meeting comes back to this. One that is done is over, so that what is asked for at every
    /// meeting in the same words is asked for anew, unless the line names the same day.
    /// </summary>
    internal bool GoesOnWith(ActionItem line)
    {
        if (line.Meeting.Id == Last.Meeting.Id || (line.Owner is { } owner && Owner is { } mine && owner.Id != mine.Id)) return false;
        var sameDay = Due is { } due && line.Due == due;
        if (State == "done") return sameDay;
        return State == "open" || sameDay || line.Due is null || line.Number is not null;
    }
}
