using System.Collections.Immutable;

namespace PublicLedger.Findings.Agreements;

/// <summary>Finds clauses that were split off another and clauses that became part of another, by the words that one lost and the other has.</summary>
internal sealed class Kinships
{
    // Fewer words may be in two places by chance.
    private const int FewestWords = 8;

    // So much of a clause must be in the other, and so much of it must be what the other lost or gained.
    private const double Contained = 0.5;
    private const double Passed = 0.4;

    private readonly List<(int Place, Draft From, Draft To, bool Split)> found = [];

    /// <summary>Looks for words that passed from a clause of the text before to another of this one.</summary>
    public void Find(TextStep step, Drafts drafts)
    {
        if (step.Place == 0) return;
        var now = step.Clauses.ToDictionary(c => step.StoryOf(c.Index)!);
        FindSplits(step, drafts, now);
        FindMerges(step, drafts, now);
    }

    /// <summary>What is known of one story; stories are named by their ids.</summary>
    public ImmutableArray<Kinship> Of(Draft draft, IReadOnlyDictionary<Draft, string> ids) =>
    [
        .. found.Where(f => f.From == draft || f.To == draft).Select(f => f.To == draft
            ? new Kinship(f.Place, ids[f.From], f.Split ? KinshipKind.SplitFrom : KinshipKind.MergedFrom)
            : new Kinship(f.Place, ids[f.To], f.Split ? KinshipKind.SplitInto : KinshipKind.MergedInto)),
    ];

    private void FindSplits(TextStep step, Drafts drafts, Dictionary<Draft, ClauseFacts> now)
    {
        var fresh = step.Clauses.Where(c => step.StoryOf(c.Index)!.Place < 0 && c.Words.Words >= FewestWords).ToList();
        if (fresh.Count == 0) return;
        var givers = drafts.Before.Select(d => (Draft: d, Had: d.Latest.Words, Lost: now.TryGetValue(d, out var still) ? d.Latest.Words.Without(still.Words) : d.Latest.Words))
            .Where(g => g.Lost.Size > 0).ToList();
        foreach (var clause in fresh)
        {
            if (Best(clause.Words, givers) is { } from) found.Add((step.Place, from, step.StoryOf(clause.Index)!, true));
        }
    }

    private void FindMerges(TextStep step, Drafts drafts, Dictionary<Draft, ClauseFacts> now)
    {
        var gone = drafts.Before.Where(d => !step.Has(d) && d.Latest.Words.Words >= FewestWords).ToList();
        if (gone.Count == 0) return;
        var takers = step.Clauses.Select(c => (Draft: step.StoryOf(c.Index)!, Clause: c))
            .Select(t => (t.Draft, Has: t.Clause.Words, Gained: t.Draft.Place == step.Place - 1 ? t.Clause.Words.Without(t.Draft.Latest.Words) : t.Clause.Words))
            .Where(t => t.Gained.Size > 0).ToList();
        foreach (var draft in gone)
        {
            if (Best(draft.Latest.Words, takers) is { } into) found.Add((step.Place, draft, into, false));
        }
    }

    /// <summary>The story that holds most of some words, if it holds enough of them, and enough among those that passed.</summary>
    private static Draft? Best(WordBag words, List<(Draft Draft, WordBag Whole, WordBag Passed)> others)
    {
        Draft? best = null;
        var most = 0.0;
        foreach (var (draft, whole, passed) in others)
        {
            if (words.ShareIn(whole) < Contained) continue;
            var share = words.ShareIn(passed);
            if (share < Passed || share <= most) continue;
            (best, most) = (draft, share);
        }

        return best;
    }
}
