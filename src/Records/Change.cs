using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>One change that a decision makes to an agreement, as its heading below "Changes" says.</summary>
/// <param name="At">The heading.</param>
public abstract record Change(Location At);

/// <summary>Other words for a clause.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Part">Whether the old words are only a part of the clause: a row, a paragraph, some words.</param>
/// <param name="Old">The words as they stand.</param>
/// <param name="New">The words that take their place.</param>
/// <param name="At">The heading.</param>
public sealed record ReplaceChange(ClauseName Clause, bool Part, Quote Old, Quote New, Location At) : Change(At);

/// <summary>A new clause.</summary>
/// <param name="Place">Where it goes.</param>
/// <param name="Clause">Its number, title and anchor.</param>
/// <param name="Kind">non-negotiable, delegated, cadence, membership or dissolution; variant for one form of the clause around it, for one place; null to be of the kind of the clause around it.</param>
/// <param name="New">Its words; null for a heading alone.</param>
/// <param name="At">The heading.</param>
public sealed record InsertChange(Destination Place, ClauseName Clause, string? Kind, Quote? New, Location At) : Change(At)
{
    /// <summary>The anchor given to it, else one made from its label.</summary>
    public string Anchor => Clause.Anchor ?? Slug.Of(Clause.ToString());
}

/// <summary>A clause ends, with the clauses below it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Old">Its words as they stand, where the decision quotes them.</param>
/// <param name="At">The heading.</param>
public sealed record RepealChange(ClauseName Clause, Quote? Old, Location At) : Change(At);

/// <summary>Another number; the words stay.</summary>
public sealed record RenumberChange(ClauseName Clause, string Number, Location At) : Change(At);

/// <summary>Another heading; number and words stay.</summary>
public sealed record RetitleChange(ClauseName Clause, string Title, Location At) : Change(At);

/// <summary>Another place, with the clauses below it; the words stay.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Number">Its number there, where it gets another.</param>
/// <param name="At">The heading.</param>
public sealed record MoveChange(ClauseName Clause, Destination Place, string? Number, Location At) : Change(At);

/// <summary>Another kind, for example non-negotiable; the words stay.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Kind">The kind; null for none of its own.</param>
/// <param name="At">The heading.</param>
public sealed record MarkChange(ClauseName Clause, string? Kind, Location At) : Change(At);

/// <summary>A clause as a heading names it: "2.3 Every member weighs its food waste (weigh-waste)".</summary>
/// <param name="Number">The number, or empty.</param>
/// <param name="Title">The title, or empty.</param>
/// <param name="Anchor">The anchor in brackets, which decides; null where the label has to do.</param>
/// <param name="At">Where it is written.</param>
public sealed record ClauseName(string Number, string Title, string? Anchor, Location At)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(' ', new[] { Number, Title, Anchor is null ? "" : $"({Anchor})" }.Where(part => part.Length > 0));
}

/// <summary>Words in a block quote.</summary>
/// <param name="Words">The Markdown, without the quote marks.</param>
/// <param name="At">The quote.</param>
public sealed record Quote(string Words, Location At)
{
    /// <summary>Where the first line of some words stands in the quote; the whole quote where it does not.</summary>
    public Location Where(string words) =>
        words.Split('\n')[0] is { Length: > 0 } line && At.Source.Text.IndexOf(line, At.Start, At.Length, StringComparison.Ordinal) is var start and >= 0 ? At.Source.At(start, line.Length) : At;
}

/// <summary>A place among the clauses.</summary>
/// <param name="Side">On which side of the clause.</param>
/// <param name="Clause">The clause; null for the agreement as a whole.</param>
public sealed record Destination(Side Side, ClauseName? Clause);

/// <summary>Where something goes, seen from a clause.</summary>
public enum Side
{
    /// <summary>Before it, on its level.</summary>
    Before,

    /// <summary>After it and all that is below it, on its level.</summary>
    After,

    /// <summary>Below it, before the first clause there.</summary>
    AtStart,

    /// <summary>Below it, after the last clause there.</summary>
    AtEnd,
}
