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
internal sealed record Effect(Decision Decision, Draft Before, Draft After, ImmutableHashSet<string> Touched, ImmutableHashSet<string> Moved);

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

    private Draft? Run(Draft text)
    {
        Draft? now = text;
        foreach (var after in effect.After.Clauses)
        {
            if (now is null) return null;
            if (effect.Before.Find(after.Anchor) is not { } before) now = TakenOut(now, after);
            else if (!before.Equals(after)) now = Restored(now, before, after);
        }

        for (var i = 0; i < effect.Before.Clauses.Length && now is not null; i++)
            if (effect.After.IndexOf(effect.Before.Clauses[i].Anchor) < 0) now = PutBack(now, i);
        foreach (var anchor in effect.Moved)
            if (now is not null) now = MovedBack(now, anchor);
        return now;
    }

    private Draft? TakenOut(Draft text, DraftClause inserted)
    {
        var index = text.IndexOf(inserted.Anchor);
        if (index < 0 || text.Clauses[index].Words != inserted.Words || text.Clauses[index].Title != inserted.Title || HasForeignChildren(text, index)) return Cannot(inserted);
        return text with { Clauses = text.Clauses.RemoveAt(index) };
    }

    /// <summary>Whether somebody else put a clause below one that is to go.</summary>
    private bool HasForeignChildren(Draft text, int index)
    {
        for (var i = index + 1; i < index + text.ExtentAt(index); i++)
            if (effect.Before.IndexOf(text.Clauses[i].Anchor) >= 0 || effect.After.IndexOf(text.Clauses[i].Anchor) < 0) return true;
        return false;
    }

    private Draft? Restored(Draft text, DraftClause before, DraftClause after)
    {
        var index = text.IndexOf(after.Anchor);
        if (index < 0) return Cannot(after);
        var now = text.Clauses[index];
        if ((before.Words != after.Words && now.Words != after.Words) || (before.Title != after.Title && now.Title != after.Title)) return Cannot(after);
        return text.With(index, now with
        {
            Words = before.Words != after.Words ? before.Words : now.Words,
            Title = before.Title != after.Title ? before.Title : now.Title,
            // A number or a kind that somebody changed since then is theirs.
            Label = before.Label != after.Label && now.Label == after.Label ? before.Label : now.Label,
            Level = before.Level != after.Level && now.Level == after.Level ? before.Level : now.Level,
            Classes = !before.Classes.SequenceEqual(after.Classes) && now.Classes.SequenceEqual(after.Classes) ? before.Classes : now.Classes,
        });
    }

    private Draft? PutBack(Draft text, int place)
    {
        var clause = effect.Before.Clauses[place];
        if (text.IndexOf(clause.Anchor) >= 0) return Cannot(clause);
        return text with { Clauses = text.Clauses.Insert(PlaceAfterNeighbour(text, place), clause) };
    }

    private Draft MovedBack(Draft text, string anchor)
    {
        var index = text.IndexOf(anchor);
        var place = effect.Before.IndexOf(anchor);
        if (index < 0 || place < 0) return text;
        var extent = text.ExtentAt(index);
        var moving = text.Clauses.AsSpan(index, extent).ToImmutableArray();
        var rest = text with { Clauses = text.Clauses.RemoveRange(index, extent) };
        return rest with { Clauses = rest.Clauses.InsertRange(PlaceAfterNeighbour(rest, place), moving) };
    }

    /// <summary>The place behind the nearest clause that stood before this one, and still stands.</summary>
    private int PlaceAfterNeighbour(Draft text, int place)
    {
        for (var i = place - 1; i >= 0; i--)
        {
            var index = text.IndexOf(effect.Before.Clauses[i].Anchor);
            if (index < 0) continue;
            // Behind a neighbour of the same level stands also what was put below it.
            return effect.Before.Clauses[i].Level < effect.Before.Clauses[place].Level ? index + 1 : index + text.ExtentAt(index);
        }

        return 0;
    }

    private Draft? Cannot(DraftClause clause)
    {
        say.CannotUndo(pending, at, clause.Name, effect.Decision.Title, changedSince(clause.Anchor));
        return null;
    }
}
