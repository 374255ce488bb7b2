using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>A clause as two texts have it, where they differ.</summary>
/// <param name="Story">The clause.</param>
/// <param name="Before">As the earlier text has it; null where it has none.</param>
/// <param name="After">As the later text has it; null where it has none.</param>
/// <param name="Index">Its place among the clauses of the later text, from 0; null where that has none.</param>
/// <param name="Moved">Whether it stands in another order among the clauses that both texts have, or below another clause.</param>
public sealed record ClauseChange(ClauseStory Story, Clause? Before, Clause? After, int? Index, bool Moved)
{
    /// <summary>New in the later text.</summary>
    public bool Added => Before is null;

    /// <summary>No longer in the later text.</summary>
    public bool Removed => After is null;

    /// <summary>Its text (words, links or layout) differs; where lines were broken in the file does not count.</summary>
    public bool Rewritten => Before is not null && After is not null && !ClauseWords.Same(Before.Section.Content, After.Section.Content);

    /// <summary>Its heading differs, apart from its number.</summary>
    public bool Retitled => Before is not null && After is not null && Named(Before).Words != Named(After).Words;

    /// <summary>Its number differs ("2.1", or "Section 2").</summary>
    public bool Renumbered => Before is not null && After is not null && (Before.Section.Number != After.Section.Number || Named(Before).Label != Named(After).Label);

    /// <summary>It is of another kind (non-negotiable, delegated …).</summary>
    public bool KindChanged => Before is not null && After is not null && Before.Kind != After.Kind;

    /// <summary>Whether more differs than its number or its place.</summary>
    public bool Matters => Added || Removed || Rewritten || Retitled || KindChanged;

    /// <summary>Whether anything differs at all.</summary>
    public bool Any => Added || Removed || Moved || Rewritten || Retitled || Renumbered || KindChanged;

    private static (string Label, string Words) Named(Clause clause) => ClauseTitle.Split(clause.Section.Title);
}

/// <summary>Two texts of one agreement side by side.</summary>
internal static class Comparison
{
    public static ImmutableArray<ClauseChange> Of(Timeline timeline, int from, int to)
    {
        var before = Ordered(timeline, from);
        var after = Ordered(timeline, to);
        var moved = MovedBetween(before, after, timeline, from, to);
        var changes = ImmutableArray.CreateBuilder<ClauseChange>();
        var gone = new Queue<ClauseStory>(before.Where(s => s.States[to] is null));
        var beforePlace = before.Select((story, i) => (story.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        for (var index = 0; index < after.Length; index++)
        {
            var story = after[index];
            // A clause that went is shown where it stood: before the first clause that stood behind it.
            if (beforePlace.TryGetValue(story.Id, out var place) && !moved.Contains(story.Id))
                while (gone.Count > 0 && beforePlace[gone.Peek().Id] < place) changes.Add(Gone(gone.Dequeue(), from));
            var change = new ClauseChange(story, story.States[from], story.States[to], index, moved.Contains(story.Id));
            if (change.Any) changes.Add(change);
        }

        while (gone.Count > 0) changes.Add(Gone(gone.Dequeue(), from));
        return changes.ToImmutable();
    }

    /// <summary>The clauses of a text in its order.</summary>
    public static ImmutableArray<ClauseStory> Ordered(Timeline timeline, int place) =>
        [.. Opening.WithClauses(timeline.Texts[place]).Select(c => timeline.At(place, c.Section.Anchor)!)];

    private static ClauseChange Gone(ClauseStory story, int from) => new(story, story.States[from], null, null, false);

    /// <summary>The fewest clauses that must have been moved to turn one order into the other, with those that came below another clause.</summary>
    private static HashSet<string> MovedBetween(ImmutableArray<ClauseStory> before, ImmutableArray<ClauseStory> after, Timeline timeline, int from, int to)
    {
        var place = after.Select((story, i) => (story.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var common = before.Where(s => place.ContainsKey(s.Id)).ToList();
        var stay = LongestIncreasing([.. common.Select(s => place[s.Id])]);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < common.Count; i++)
            if (!stay.Contains(i)) moved.Add(common[i].Id);
        var (parentsBefore, parentsAfter) = (Parents(before, from), Parents(after, to));
        foreach (var story in common)
        {
            // Below another clause that both texts have; one whose parent was added or taken away did not move itself.
            var (old, now) = (parentsBefore[story.Id], parentsAfter[story.Id]);
            if ((old?.Id != now?.Id && old?.States[to] is not null && now?.States[from] is not null) || !KeptLevel(story, old, from, to)) moved.Add(story.Id);
        }

        return moved;
    }

    /// <summary>Whether a clause is on the level where it was, or went up or down only with the clause that it stood below.</summary>
    private static bool KeptLevel(ClauseStory story, ClauseStory? parent, int from, int to)
    {
        // What stands before the first heading has no level; a heading that it got or lost did not move it.
        if (story.States[from]!.Section.Level == 0 || story.States[to]!.Section.Level == 0) return true;
        var along = parent?.States[to] is { } after ? after.Section.Level - parent.States[from]!.Section.Level : 0;
        return story.States[to]!.Section.Level == story.States[from]!.Section.Level + along;
    }

    private static Dictionary<string, ClauseStory?> Parents(ImmutableArray<ClauseStory> stories, int place)
    {
        var open = new Stack<ClauseStory>();
        var parents = new Dictionary<string, ClauseStory?>(StringComparer.Ordinal);
        foreach (var story in stories)
        {
            while (open.Count > 0 && open.Peek().States[place]!.Section.Level >= story.States[place]!.Section.Level) open.Pop();
            parents[story.Id] = open.Count > 0 ? open.Peek() : null;
            if (story.States[place]!.Section.Level > 0) open.Push(story);
        }

        return parents;
    }

    /// <summary>The indexes of one longest increasing run, by patience sorting (Fredman 1975): n log n.</summary>
    internal static HashSet<int> LongestIncreasing(ImmutableArray<int> values)
    {
        var tops = new List<int>();
        var below = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (values[tops[middle]] < values[i]) low = middle + 1;
                else high = middle;
            }

            below[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count) tops.Add(i);
            else tops[low] = i;
        }

        var run = new HashSet<int>();
        for (var at = tops.Count > 0 ? tops[^1] : -1; at >= 0; at = below[at]) run.Add(at);
        return run;
    }
}
