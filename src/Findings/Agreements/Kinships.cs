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

    private readonly List<(int Place, StorySoFar From, StorySoFar To, bool Split)> found = [];

    /// <summary>Looks for words that passed from a clause of the text before to another of this one.</summary>
    public void Find(TextStep step, StoriesSoFar drafts)
    {
        if (step.Place == 0) return;
        var now = step.Clauses.ToDictionary(c => step.StoryOf(c.Index)!);
        FindSplits(step, drafts, now);
        FindMerges(step, drafts, now);
    }

    /// <summary>What is known of one story; stories are named by their ids.</summary>
    public ImmutableArray<Kinship> Of(StorySoFar draft, IReadOnlyDictionary<StorySoFar, string> ids) =>
    [
        .. found.Where(f => f.From == draft || f.To == draft).Select(f => f.To == draft
            ? new Kinship(f.Place, ids[f.From], f.Split ? KinshipKind.SplitFrom : KinshipKind.MergedFrom)
            : new Kinship(f.Place, ids[f.To], f.Split ? KinshipKind.SplitInto : KinshipKind.MergedInto)),
    ];

    private void FindSplits(TextStep step, StoriesSoFar drafts, Dictionary<StorySoFar, ClauseFacts> now)
    {
        var fresh = step.Clauses.Where(c => step.StoryOf(c.Index)!.Place < 0 && c.Words.Words >= FewestWords).ToList();
        if (fresh.Count == 0) return;
        var givers = drafts.Before.Select(d => (StorySoFar: d, Had: d.Latest.Words, Lost: now.TryGetValue(d, out var still) ? d.Latest.Words.Without(still.Words) : d.Latest.Words))
            .Where(g => g.Lost.Pairs > 0).ToList();
        var search = new Search(givers);
        foreach (var clause in fresh)
        {
            if (search.Best(clause.Words) is { } from) found.Add((step.Place, from, step.StoryOf(clause.Index)!, true));
        }
    }

    private void FindMerges(TextStep step, StoriesSoFar drafts, Dictionary<StorySoFar, ClauseFacts> now)
    {
        var gone = drafts.Before.Where(d => !step.Has(d) && d.Latest.Words.Words >= FewestWords).ToList();
        if (gone.Count == 0) return;
        var takers = step.Clauses.Select(c => (StorySoFar: step.StoryOf(c.Index)!, Clause: c))
            .Select(t => (t.StorySoFar, Has: t.Clause.Words, Gained: t.StorySoFar.Place == step.Place - 1 ? t.Clause.Words.Without(t.StorySoFar.Latest.Words) : t.Clause.Words))
            .Where(t => t.Gained.Pairs > 0).ToList();
        var search = new Search(takers);
        foreach (var draft in gone)
        {
            if (search.Best(draft.Latest.Words) is { } into) found.Add((step.Place, draft, into, false));
        }
    }

    /// <summary>Stories that may have given or taken words: all that each has, and what of it came or went.</summary>
    private sealed class Search(List<(StorySoFar StorySoFar, WordBag Whole, WordBag Passed)> others)
    {
        private readonly Overlap passed = new([.. others.Select(o => o.Passed)], pairsOnly: true);
        private readonly int[] inPassed = new int[others.Count];

        /// <summary>The story that holds most of some words among those that passed, if it holds enough of them; of equals, the first.</summary>
        public StorySoFar? Best(WordBag words)
        {
            passed.Count(words, inPassed);
            StorySoFar? best = null;
            var most = 0;
            for (var i = 0; i < others.Count; i++)
            {
                if (inPassed[i] < Passed * words.Pairs || inPassed[i] <= most || words.SharedPairs(others[i].Whole) < Contained * words.Pairs) continue;
                (best, most) = (others[i].StorySoFar, inPassed[i]);
            }

            return best;
        }
    }
}
