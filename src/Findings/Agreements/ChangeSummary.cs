using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>A clause as two texts have it, with the difference of its words.</summary>
public sealed record DiffedChange(ClauseChange Change, TextDiff Diff)
{
    /// <summary>The changes between the texts at two places, each with its words.</summary>
    public static ImmutableArray<DiffedChange> Between(Timeline timeline, int from, int to) => [.. timeline.Between(from, to).Select(change => Of(timeline, change))];

    /// <summary>A change with its words.</summary>
    public static DiffedChange Of(Timeline timeline, ClauseChange change) => new(change, timeline.Words(change));
}

/// <summary>What happened between two texts of an agreement, in numbers. A clause is counted once, by the first of these that is true of it.</summary>
public sealed record ChangeSummary
{
    /// <summary>Clauses that came.</summary>
    public int Added { get; init; }

    /// <summary>Clauses that went.</summary>
    public int Removed { get; init; }

    /// <summary>Clauses whose words (heading, text or punctuation) differ.</summary>
    public int Changed { get; init; }

    /// <summary>Clauses that became another kind with the same words: a non-negotiable, say.</summary>
    public int OfOtherKind { get; init; }

    /// <summary>Clauses that stand elsewhere with the same words.</summary>
    public int Moved { get; init; }

    /// <summary>Clauses in which only links or layout differ.</summary>
    public int LayoutOnly { get; init; }

    /// <summary>Clauses that only have another number.</summary>
    public int Renumbered { get; init; }

    /// <summary>Clauses that are the same in both.</summary>
    public int Same { get; init; }

    /// <summary>Whether the title differs.</summary>
    public bool TitleChanged { get; init; }

    /// <summary>Whether the words before the first clause differ.</summary>
    public bool OpeningChanged { get; init; }

    /// <summary>How many non-negotiables the earlier text has: clauses of that kind, without those that only hold such clauses.</summary>
    public int NonNegotiablesBefore { get; init; }

    /// <summary>How many the later text has.</summary>
    public int NonNegotiablesAfter { get; init; }

    /// <summary>Whether any word that members agreed to differs.</summary>
    public bool AnyWords => Added + Removed + Changed > 0 || TitleChanged || OpeningChanged;

    /// <summary>Counts.</summary>
    /// <param name="changes">All changes between the two texts.</param>
    /// <param name="before">The earlier text.</param>
    /// <param name="after">The later text.</param>
    public static ChangeSummary Of(ImmutableArray<DiffedChange> changes, Platform before, Platform after)
    {
        var opening = changes.FirstOrDefault(c => c.Change.Story.IsOpening);
        var sorts = changes.Where(c => c != opening).GroupBy(Sort).ToDictionary(g => g.Key, g => g.Count());
        int Count(char sort) => sorts.GetValueOrDefault(sort);
        return new ChangeSummary
        {
            Added = Count('a'),
            Removed = Count('r'),
            Changed = Count('c'),
            OfOtherKind = Count('k'),
            Moved = Count('m'),
            LayoutOnly = Count('l'),
            Renumbered = Count('n'),
            Same = after.Clauses.Length - changes.Count(c => !c.Change.Removed && c != opening),
            TitleChanged = before.Title != after.Title,
            OpeningChanged = opening is { Diff.AnyWords: true },
            NonNegotiablesBefore = Strength.Of(before).NonNegotiables,
            NonNegotiablesAfter = Strength.Of(after).NonNegotiables,
        };
    }

    private static char Sort(DiffedChange change) => change switch
    {
        { Change.Added: true } => 'a',
        { Change.Removed: true } => 'r',
        { Diff.AnyWords: true } or { Change.Retitled: true } => 'c',
        { Change.KindChanged: true } => 'k',
        { Change.Moved: true } => 'm',
        { Change.Rewritten: true } => 'l',
        _ => 'n',
    };
}
