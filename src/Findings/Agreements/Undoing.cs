using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>What one decision did to the text.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Before">The text it found.</param>
/// <param name="After">The text it left.</param>
/// <param name="Touched">The clauses it changed.</param>
/// <param name="Moved">Those that it moved to another place.</param>
internal sealed record Effect(Decision Decision, Draft Before, Draft After, ImmutableHashSet<string> Touched, ImmutableHashSet<string> Moved)
{
    /// <summary>The rules before.</summary>
    public ImmutableArray<DecisionRule> Rules { get; init; } = [];

    /// <summary>The day of the review of the whole agreement, before.</summary>
    public PartialDate? Review { get; init; }
}

/// <summary>
/// Takes the changes of one decision back, because another reversed it or because its time has run out. Only what it changed
/// is restored, field by field, so that a number given since then stays; and only where it still stands as the decision left it.
/// </summary>
internal sealed class Undoing
{
    private readonly Effect effect;
    private readonly Func<string, Location> changedSince;
    private readonly Location at;
    private readonly bool pending;
    private readonly DiagnosticBag say;

    private Undoing(Effect effect, Func<string, Location> changedSince, Location at, bool pending, DiagnosticBag say) =>
        (this.effect, this.changedSince, this.at, this.pending, this.say) = (effect, changedSince, at, pending, say);

    /// <summary>The text without what a decision did; null after a message.</summary>
    /// <param name="text">The text as it stands.</param>
    /// <param name="effect">What the decision did.</param>
    /// <param name="changedSince">Which later change a clause had, for messages.</param>
    /// <param name="at">What takes it back.</param>
    /// <param name="pending">Whether that is only proposed.</param>
    /// <param name="say">Where trouble is reported.</param>
    public static Draft? Of(Draft text, Effect effect, Func<string, Location> changedSince, Location at, bool pending, DiagnosticBag say) =>
        new Undoing(effect, changedSince, at, pending, say).Run(text);

    /// <summary>
    /// From the top of the text of before: what was moved goes back, and what was repealed is put back, each behind its neighbours
    /// of before, which by then are in their places. What was inserted goes last, when nothing that was there before stands below
    /// it any more.
    /// </summary>
    private Draft? Run(Draft text)
    {
        Draft? now = text;
        for (var i = 0; i < effect.Before.Clauses.Length && now is not null; i++)
        {
            var before = effect.Before.Clauses[i];
            if (effect.Moved.Contains(before.Anchor)) now = MovedBack(now, i);
            if (now is null) break;
            if (effect.After.Find(before.Anchor) is not { } after) now = PutBack(now, i);
            else if (!before.Equals(after)) now = Restored(now, before, after);
        }

        foreach (var after in effect.After.Clauses)
            if (now is not null && effect.Before.IndexOf(after.Anchor) < 0) now = TakenOut(now, after);
        return now;
    }

    private Draft? TakenOut(Draft text, DraftClause inserted)
    {
        var index = text.IndexOf(inserted.Anchor);
        if (index < 0 || text.Clauses[index].Words != inserted.Words || text.Clauses[index].Title != inserted.Title) return Cannot(inserted, inserted.Anchor);
        // A clause that somebody else put below it would lose its place.
        for (var i = index + 1; i < index + text.ExtentAt(index); i++)
            if (effect.Before.IndexOf(text.Clauses[i].Anchor) >= 0 || effect.After.IndexOf(text.Clauses[i].Anchor) < 0) return Cannot(inserted, text.Clauses[i].Anchor, text.Clauses[i].Name);
        return text with { Clauses = text.Clauses.RemoveAt(index) };
    }

    private Draft? Restored(Draft text, DraftClause before, DraftClause after)
    {
        var index = text.IndexOf(after.Anchor);
        if (index < 0) return Cannot(after, after.Anchor);
        var now = text.Clauses[index];
        if ((before.Words != after.Words && now.Words != after.Words) || (before.Title != after.Title && now.Title != after.Title)) return Cannot(after, after.Anchor);
        return text.With(index, now with
        {
            Words = before.Words != after.Words ? before.Words : now.Words,
            Title = before.Title != after.Title ? before.Title : now.Title,
            // A number or a kind that somebody changed since then is theirs.
            Label = before.Label != after.Label && now.Label == after.Label ? before.Label : now.Label,
            Classes = !before.Classes.SequenceEqual(after.Classes) && now.Classes.SequenceEqual(after.Classes) ? before.Classes : now.Classes,
        });
    }

    private Draft? PutBack(Draft text, int place)
    {
        var clause = effect.Before.Clauses[place];
        if (text.IndexOf(clause.Anchor) >= 0) return Cannot(clause, clause.Anchor);
        if (LostParent(text, place) is { } lost) return Cannot(clause, lost.Anchor, lost.Name);
        return text with { Clauses = text.Clauses.Insert(PlaceAfterNeighbour(text, place), clause) };
    }

    /// <summary>A clause that was moved, with all that now stands below it, at its old place and on its old level.</summary>
    private Draft? MovedBack(Draft text, int place)
    {
        var clause = effect.Before.Clauses[place];
        var index = text.IndexOf(clause.Anchor);
        // Moved and repealed by the same decision: it is put back. Repealed by another: it stays away.
        if (index < 0) return effect.After.IndexOf(clause.Anchor) < 0 ? text : Cannot(clause, clause.Anchor);
        if (LostParent(text, place) is { } lost && effect.After.IndexOf(lost.Anchor) >= 0) return Cannot(clause, lost.Anchor, lost.Name);
        var extent = text.ExtentAt(index);
        var higher = text.Clauses[index].Level - clause.Level;
        var moving = text.Clauses.AsSpan(index, extent).ToImmutableArray();
        var rest = text with { Clauses = text.Clauses.RemoveRange(index, extent) };
        return rest with { Clauses = rest.Clauses.InsertRange(PlaceAfterNeighbour(rest, place), moving.Select(c => c with { Level = Math.Min(DraftClause.Deepest, c.Level - higher) })) };
    }

    /// <summary>The clause that one stood below, where that is gone; null where it stands or there was none.</summary>
    private DraftClause? LostParent(Draft text, int place) =>
        effect.Before.ParentOf(place) is var parent and >= 0 && text.IndexOf(effect.Before.Clauses[parent].Anchor) < 0 ? effect.Before.Clauses[parent] : null;

    /// <summary>The place behind the nearest clause that stood before this one, and still stands.</summary>
    private int PlaceAfterNeighbour(Draft text, int place)
    {
        var level = effect.Before.Clauses[place].Level;
        for (var i = place - 1; i >= 0; i--)
        {
            var index = text.IndexOf(effect.Before.Clauses[i].Anchor);
            if (index < 0) continue;
            if (effect.Before.Clauses[i].Level < level) return index + 1;
            // Behind a neighbour of the same level, or below such a one, stands also what was put there since.
            var end = index + 1;
            while (end < text.Clauses.Length && text.Clauses[end].Level > level) end++;
            return end;
        }

        return 0;
    }

    private Draft? Cannot(DraftClause clause, string changed, string? name = null)
    {
        say.CannotUndo(pending, at, clause.Name, effect.Decision.Title, name, changedSince(changed));
        return null;
    }
}
