using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// One agreement through time: its texts in order, and every clause that was ever in one of them. It is the same whether
/// the texts were written one by one or follow from amendments.
/// </summary>
public sealed class Timeline
{
    private readonly ImmutableArray<FrozenDictionary<string, ClauseStory>> byAnchor;
    private readonly FrozenDictionary<string, ClauseStory> byId;
    private readonly ConcurrentDictionary<(string Before, string After), TextDiff> diffs = new();
    private readonly Lazy<ImmutableArray<ImmutableArray<ClauseChange>>> steps;
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<(int Place, ClauseChange Change)>>> byClause;

    internal Timeline(Platform agreement, ImmutableArray<ClauseStory> stories, ImmutableArray<ImmutableArray<Decision>> by)
    {
        (Agreement, Stories, By) = (agreement, stories, by);
        Texts = Versions.TextsOf(agreement);
        byAnchor = [.. Enumerable.Range(0, Texts.Length).Select(place => stories.Where(s => s.States[place] is not null)
            .ToFrozenDictionary(s => s.States[place]!.Section.Anchor, StringComparer.Ordinal))];
        byId = stories.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
        steps = new(() => [.. Enumerable.Range(0, Texts.Length).Select(place => place == 0 ? [] : Comparison.Of(this, place - 1, place))]);
        byClause = new(() => steps.Value.SelectMany((changes, place) => changes.Select(change => (Place: place, Change: change)))
            .GroupBy(c => c.Change.Story.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>The agreement.</summary>
    public Platform Agreement { get; }

    /// <summary>Its texts, oldest first. A text's place is its index here.</summary>
    public ImmutableArray<Platform> Texts { get; }

    /// <summary>The clauses: those of the last text in its order, then those that are gone, newest first.</summary>
    public ImmutableArray<ClauseStory> Stories { get; }

    /// <summary>The decisions that made each text, in the order in which they apply; empty where the record does not say.</summary>
    public ImmutableArray<ImmutableArray<Decision>> By { get; }

    /// <summary>For an amended agreement, what made each text; empty for texts that were written one by one.</summary>
    internal ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>The decisions that changed one clause in the text at a place.</summary>
    /// <param name="place">The text.</param>
    /// <param name="anchor">The clause's anchor, in that text or (where it ended) in the one before.</param>
    public ImmutableArray<Decision> ByFor(int place, string anchor) =>
        place < Steps.Length && Steps[place].Touched.TryGetValue(anchor, out var own) ? own : By[place];

    /// <summary>Whether a decision made the text at a place only by running out: nobody decided anything that day.</summary>
    public bool RanOut(int place, Decision decision) => place < Steps.Length && Steps[place].Ended.Any(d => d.Id == decision.Id);

    /// <summary>The clause with an id, or null.</summary>
    public ClauseStory? Story(string id) => byId.GetValueOrDefault(id);

    /// <summary>The clause with an anchor in the text at a place, or null.</summary>
    public ClauseStory? At(int place, string anchor) => byAnchor[place].GetValueOrDefault(anchor);

    /// <summary>
    /// What differs in the words of a clause. Many comparisons of an agreement's texts ask for the same two wordings of a clause,
    /// so that each pair is compared once.
    /// </summary>
    internal TextDiff Words(ClauseChange change)
    {
        var (before, after) = (change.Before?.Section.Content ?? RichText.Empty, change.After?.Section.Content ?? RichText.Empty);
        return diffs.GetOrAdd((Key(before), Key(after)), _ => WordDiff.Of(before, after));
    }

    private static string Key(RichText text) => text.Links.IsEmpty ? text.Marked : string.Join('\n', text.Links.Select(l => l.Target + '\n' + l.Alt).Prepend(text.Marked));

    /// <summary>What differs between the texts at two places, in the order of the later text; clauses that went stand where they were.</summary>
    public ImmutableArray<ClauseChange> Between(int from, int to) => to == from + 1 ? ChangesAt(to) : Comparison.Of(this, from, to);

    /// <summary>What the text at a place changed in the one before it; nothing for the first.</summary>
    public ImmutableArray<ClauseChange> ChangesAt(int place) => steps.Value[place];

    /// <summary>Every change of one clause, oldest first, with the place of the text that made it; its first text is no change where the agreement began with it.</summary>
    public ImmutableArray<(int Place, ClauseChange Change)> ChangesOf(ClauseStory clause) => byClause.Value.GetValueOrDefault(clause.Id, []);
}

/// <summary>A clause from its first text to its last; also what stands before the first heading. Its anchor is its identity; where texts have none, what it says.</summary>
/// <param name="Id">Its name in addresses: unique in the agreement, and the same for good.</param>
/// <param name="States">The clause as each text has it; null where a text does not.</param>
public sealed record ClauseStory(string Id, ImmutableArray<Clause?> States)
{
    /// <summary>Whether this is what stands before the first heading, which is no clause and cannot be linked to.</summary>
    public bool IsOpening => States[Last]!.Section.Level == 0;

    /// <summary>Where words came from another clause, or went to one.</summary>
    public ImmutableArray<Kinship> Kin { get; init; } = [];

    /// <summary>The place of the first text that has it.</summary>
    public int First { get; } = FirstOf(States);

    /// <summary>The place of the last text that has it.</summary>
    public int Last { get; } = LastOf(States);

    private static int FirstOf(ImmutableArray<Clause?> states)
    {
        var place = 0;
        while (states[place] is null) place++;
        return place;
    }

    private static int LastOf(ImmutableArray<Clause?> states)
    {
        var place = states.Length - 1;
        while (states[place] is null) place--;
        return place;
    }
}

/// <summary>A clause that was split off another, or that became part of another.</summary>
/// <param name="Place">The text in which it happened.</param>
/// <param name="Other">The id of the other clause.</param>
/// <param name="Kind">What happened.</param>
public sealed record Kinship(int Place, string Other, KinshipKind Kind);

/// <summary>How words passed between two clauses.</summary>
public enum KinshipKind
{
    /// <summary>This clause starts with words that were in the other.</summary>
    SplitFrom,

    /// <summary>The other clause took words of this one.</summary>
    SplitInto,

    /// <summary>This clause ended, and its words are in the other.</summary>
    MergedInto,

    /// <summary>This clause took over the words of the other, which ended.</summary>
    MergedFrom,
}
