namespace PublicLedger.Findings.Agreements;

/// <summary>
/// Knows a clause again whose heading has changed: by its words, and, the fewer they are, by what is left of its heading and by
/// where it stands. The figures were chosen by following real agreements by hand; all of them are shares from 0 to 1.
/// </summary>
internal static class Likeness
{
    /// <summary>Below this a clause is taken for another one.</summary>
    public const double Enough = 0.45;

    // A heading alike up to a letter or an ending is nearly as good as the same heading.
    private const double NearlySameTitle = 0.8;

    // With so many words, words and heading weigh the same; with more, the words weigh more.
    private const double FewWords = 6;

    /// <summary>Gives the clauses that are open the stories that are left, the likeliest first.</summary>
    public static void Match(TextStep step, List<ClauseFacts> open, List<StorySoFar> left)
    {
        if (open.Count == 0 || left.Count == 0) return;
        var shared = new Overlap([.. left.Select(d => d.Latest.Words)]);
        var pairs = new List<(ClauseFacts, StorySoFar, double)>();
        var counts = new int[left.Count];
        foreach (var clause in open)
        {
            shared.Count(clause.Words, counts);
            for (var i = 0; i < left.Count; i++)
            {
                if (!TextStep.MayBe(clause, left[i])) continue;
                var score = Score(clause, left[i].Latest, counts[i]) + (step.SameParent(clause, left[i]) ? 0.04 : 0) + (0.04 * step.SameNeighbours(clause, left[i]));
                if (score >= Enough) pairs.Add((clause, left[i], score));
            }
        }

        step.TakeBest(pairs);
    }

    private static double Score(ClauseFacts now, ClauseFacts then, int shared)
    {
        var title = ClauseTitle.Likeness(now.Pairs, then.Pairs);
        var (fewer, size) = (Math.Min(now.Words.Words, then.Words.Words), now.Words.Size + then.Words.Size);
        var words = size == 0 ? 0 : 2.0 * shared / size;
        var weight = size == 0 ? 0 : Math.Max(now.Words.Words, then.Words.Words) / (Math.Max(now.Words.Words, then.Words.Words) + FewWords);
        var score = (weight * words) + ((1 - weight) * title);
        // Words that were all cut, or that are all new, say nothing; the heading alone must do.
        if (fewer == 0) score = Math.Min(score, title * 0.7);
        return title >= NearlySameTitle ? Math.Max(score, 0.6 * title) : score;
    }
}
