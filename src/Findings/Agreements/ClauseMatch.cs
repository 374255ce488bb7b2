using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// Follows clauses from text to text, so that one that is renamed, renumbered or moved keeps its history. An anchor written by
/// hand is identity; without one it is the heading, and where that has changed, what the clause says.
/// </summary>
internal static class ClauseMatch
{
    /// <summary>The clauses of an agreement through all its texts: those of the last text in its order, then those that are gone, newest first.</summary>
    public static ImmutableArray<ClauseStory> Follow(ImmutableArray<Platform> texts)
    {
        var reader = new ClauseReader();
        var drafts = new StoriesSoFar(texts.Length);
        var kinships = new Kinships();
        for (var place = 0; place < texts.Length; place++)
        {
            var step = new TextStep(place, reader.Read(texts[place]), drafts);
            step.Match();
            kinships.Find(step, drafts);
            drafts.Enter(step);
        }

        var ordered = drafts.All.OrderByDescending(d => d.Place).ThenBy(d => d.Latest.Index).ToList();
        var ids = Name(ordered);
        return [.. ordered.Select(draft => new ClauseStory(ids[draft], [.. draft.States]) { Kin = kinships.Of(draft, ids) })];
    }

    /// <summary>Each story is called as its newest state is; of several with one name the newest has it, and the others get a number behind.</summary>
    private static Dictionary<StorySoFar, string> Name(List<StorySoFar> newestFirst)
    {
        var ids = new Dictionary<StorySoFar, string>(newestFirst.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in newestFirst)
        {
            var name = draft.Latest.IsOpening ? Opening.StoryId : draft.Latest.Clause.Section.Anchor;
            var free = name;
            for (var n = 2; !taken.Add(free); n++) free = $"{name}-{n}";
            ids[draft] = free;
        }

        return ids;
    }
}

/// <summary>A story while it is being followed.</summary>
/// <param name="number">Its place in the order in which the stories began.</param>
/// <param name="texts">How many texts there are.</param>
internal sealed class StorySoFar(int number, int texts)
{
    /// <summary>Its place in the order in which the stories began.</summary>
    public int Number => number;

    /// <summary>The clause as each text has it.</summary>
    public Clause?[] States { get; } = new Clause?[texts];

    /// <summary>The clause as the last text that has it has it.</summary>
    public ClauseFacts Latest { get; private set; } = null!;

    /// <summary>The place of that text.</summary>
    public int Place { get; private set; } = -1;

    /// <summary>The clause that it stood below there; null for one at the top.</summary>
    public StorySoFar? Parent { get; private set; }

    /// <summary>Goes on with a clause of a text.</summary>
    public void Enter(int place, ClauseFacts clause, StorySoFar? parent) => (States[place], Latest, Place, Parent) = (clause.Clause, clause, place, parent);
}

/// <summary>All stories so far, and which of them can be found by what.</summary>
internal sealed class StoriesSoFar(int texts)
{
    private readonly Dictionary<string, StorySoFar> byAnchor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StorySoFar>> asleep = new(StringComparer.Ordinal);

    /// <summary>Every story, in the order in which they began.</summary>
    public List<StorySoFar> All { get; } = [];

    /// <summary>The stories of the text before, in its order.</summary>
    public ImmutableArray<StorySoFar> Before { get; private set; } = [];

    /// <summary>The newest story whose clause has an anchor that was written by hand, or null.</summary>
    public StorySoFar? WithAnchor(string anchor) => byAnchor.GetValueOrDefault(anchor);

    /// <summary>Stories that are not in the text before and had a heading last; the newest first.</summary>
    public IEnumerable<StorySoFar> Asleep(string bare) => asleep.GetValueOrDefault(bare, []).OrderByDescending(d => d.Place).ThenBy(d => d.Latest.Index);

    /// <summary>Begins a story.</summary>
    public StorySoFar Begin()
    {
        All.Add(new StorySoFar(All.Count, texts));
        return All[^1];
    }

    /// <summary>Goes on with each story as a text has it. Every clause of the text has one by now.</summary>
    public void Enter(TextStep step)
    {
        var now = ImmutableArray.CreateBuilder<StorySoFar>(step.Clauses.Length);
        foreach (var clause in step.Clauses)
        {
            var draft = step.StoryOf(clause.Index)!;
            if (draft.Place >= 0 && asleep.TryGetValue(draft.Latest.Bare, out var sleepers)) sleepers.Remove(draft);
            draft.Enter(step.Place, clause, clause.Parent < 0 ? null : step.StoryOf(clause.Parent));
            if (clause.OwnAnchor is { } anchor) byAnchor[anchor] = draft;
            now.Add(draft);
        }

        foreach (var draft in Before)
        {
            if (draft.Place == step.Place) continue;
            if (!asleep.TryGetValue(draft.Latest.Bare, out var sleepers)) asleep[draft.Latest.Bare] = sleepers = [];
            sleepers.Add(draft);
        }

        Before = now.MoveToImmutable();
    }
}
