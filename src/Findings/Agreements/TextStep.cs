using System.Collections.Immutable;

namespace PublicLedger.Findings.Agreements;

/// <summary>Finds for each clause of one text the story it goes on with. What is sure comes first, so that a guess never takes its place.</summary>
internal sealed class TextStep(int place, ImmutableArray<ClauseFacts> clauses, StoriesSoFar drafts)
{
    private readonly StorySoFar?[] stories = new StorySoFar?[clauses.Length];
    private readonly HashSet<StorySoFar> taken = [];

    /// <summary>The place of the text.</summary>
    public int Place => place;

    /// <summary>Its clauses.</summary>
    public ImmutableArray<ClauseFacts> Clauses => clauses;

    /// <summary>The story a clause goes on with; null while it is not known.</summary>
    public StorySoFar? StoryOf(int index) => stories[index];

    /// <summary>Whether this text goes on with a story, as far as is known.</summary>
    public bool Has(StorySoFar draft) => taken.Contains(draft);

    /// <summary>Gives every clause its story; one without a past begins one.</summary>
    public void Match()
    {
        ByAnchor();
        ByHeading();
        BySameWords();
        ByReturn(exactly: true);
        Likeness.Match(this, Open(), Left());
        ByParts();
        ByReturn(exactly: false);
        ByLabel();
        for (var i = 0; i < clauses.Length; i++)
            if (stories[i] is null) Take(i, drafts.Begin());
    }

    /// <summary>The clauses that have no story yet.</summary>
    public List<ClauseFacts> Open() => [.. clauses.Where(c => stories[c.Index] is null)];

    /// <summary>The stories of the text before that have not gone on yet.</summary>
    public List<StorySoFar> Left() => [.. drafts.Before.Where(d => !taken.Contains(d))];

    /// <summary>Goes on with a story.</summary>
    public void Take(int index, StorySoFar draft)
    {
        stories[index] = draft;
        taken.Add(draft);
    }

    /// <summary>Whether nothing forbids that a clause goes on with a story: two anchors written by hand are two clauses, and an opening without a heading is no clause.</summary>
    public static bool MayBe(ClauseFacts clause, StorySoFar draft) =>
        clause.IsNameless == draft.Latest.IsNameless && (clause.OwnAnchor is null || draft.Latest.OwnAnchor is null || clause.OwnAnchor == draft.Latest.OwnAnchor);

    /// <summary>Whether a clause stands below the clause that the story's stood below, as far as is known.</summary>
    public bool SameParent(ClauseFacts clause, StorySoFar draft) =>
        clause.Parent < 0 ? draft.Parent is null : draft.Parent is not null && stories[clause.Parent] == draft.Parent;

    /// <summary>How many of the two neighbours of a clause were the neighbours of the story's clause in the text before.</summary>
    public int SameNeighbours(ClauseFacts clause, StorySoFar draft)
    {
        if (draft.Place != place - 1) return 0;
        return (Same(-1) ? 1 : 0) + (Same(1) ? 1 : 0);

        bool Same(int step)
        {
            var (now, then) = (clause.Index + step, draft.Latest.Index + step);
            var (atEnd, wasAtEnd) = (now < 0 || now >= clauses.Length, then < 0 || then >= drafts.Before.Length);
            return atEnd || wasAtEnd ? atEnd && wasAtEnd : stories[now] == drafts.Before[then];
        }
    }

    private void ByAnchor()
    {
        foreach (var clause in clauses)
        {
            if (clause.IsOpening && drafts.All.FindLast(d => d.Latest.IsOpening) is { } opening) Take(clause.Index, opening);
            else if (clause.OwnAnchor is { } anchor && drafts.WithAnchor(anchor) is { } draft && !taken.Contains(draft)) Take(clause.Index, draft);
        }
    }

    /// <summary>The same heading below the same headings; then the same heading anywhere.</summary>
    private void ByHeading()
    {
        Unambiguous(c => c.Path);
        var open = Open().Where(c => c.Bare.Length > 0).ToLookup(c => c.Bare, StringComparer.Ordinal);
        var left = Left().ToLookup(d => d.Latest.Bare, StringComparer.Ordinal);
        foreach (var group in open)
        {
            // Of several with one heading, those that say the same belong together, then those with the same parent, then those that stand alike.
            var pairs = from clause in @group
                        from draft in left[@group.Key]
                        where MayBe(clause, draft)
                        select (Clause: clause, StorySoFar: draft, Score: clause.Words.LikenessOrGrowth(draft.Latest.Words) + (SameParent(clause, draft) ? 0.4 : 0)
                            + (clause.Path == draft.Latest.Path ? 0.2 : 0) + (0.2 * SameNeighbours(clause, draft)));
            TakeBest(pairs);
        }
    }

    private void Unambiguous(Func<ClauseFacts, string> key)
    {
        var left = Left().ToLookup(d => key(d.Latest), StringComparer.Ordinal);
        foreach (var group in Open().Where(c => c.Bare.Length > 0).GroupBy(key, StringComparer.Ordinal))
        {
            if (group.Take(2).ToList() is [var clause] && left[group.Key].Take(2).ToList() is [var draft] && MayBe(clause, draft)) Take(clause.Index, draft);
        }
    }

    /// <summary>The same words, not only a few, under another heading.</summary>
    private void BySameWords()
    {
        var left = Left().Where(d => d.Latest.Words.Words >= 8).ToLookup(d => d.Latest.Words, ReferenceEqualityComparer.Instance);
        if (left.Count == 0) return;
        foreach (var group in Open().GroupBy(c => c.Words))
            TakeBest(from clause in @group from draft in left[@group.Key] where MayBe(clause, draft) select (clause, draft, ClauseTitle.Likeness(clause.Pairs, draft.Latest.Pairs)));
    }

    /// <summary>A clause that was gone and is back under its heading: with its words; or with others, where it stood.</summary>
    private void ByReturn(bool exactly)
    {
        foreach (var clause in clauses)
        {
            if (stories[clause.Index] is not null || clause.Bare.Length == 0) continue;
            foreach (var draft in drafts.Asleep(clause.Bare))
            {
                if (taken.Contains(draft) || !MayBe(clause, draft)) continue;
                var alike = clause.Words.Likeness(draft.Latest.Words);
                if (!(exactly ? alike >= 0.8 : alike >= 0.3 || (SameParent(clause, draft) && clause.Path == draft.Latest.Path))) continue;
                Take(clause.Index, draft);
                break;
            }
        }
    }

    /// <summary>A heading with nothing of its own below it is known by the clauses below it.</summary>
    private void ByParts()
    {
        var left = Left().Where(d => d.Latest.Words.Words == 0).ToList();
        if (left.Count == 0) return;
        foreach (var clause in Open().Where(c => c.Words.Words == 0))
        {
            var parts = clauses.Where(c => c.Parent == clause.Index).Select(c => stories[c.Index]).ToList();
            foreach (var draft in left)
            {
                var kept = parts.Count(p => p is not null && p.Parent == draft);
                if (taken.Contains(draft) || !MayBe(clause, draft) || kept * 2 <= parts.Count || kept * 2 <= drafts.Before.Count(d => d.Parent == draft)) continue;
                Take(clause.Index, draft);
                break;
            }
        }
    }

    /// <summary>Where headings are nothing but labels ("Article 3") and the words have changed beyond recognition, the label is all there is.</summary>
    private void ByLabel()
    {
        var left = Left().Where(d => d.Latest.Bare.Length == 0).ToLookup(d => Label(d.Latest), StringComparer.OrdinalIgnoreCase);
        foreach (var clause in Open().Where(c => c.Bare.Length == 0))
            if (left[Label(clause)].FirstOrDefault(d => !taken.Contains(d) && MayBe(clause, d)) is { } draft) Take(clause.Index, draft);

        static string Label(ClauseFacts clause) => $"{clause.Clause.Section.Number} {clause.Clause.Section.Title}";
    }

    /// <summary>Takes pairs, the best first; of equals, those that stand most alike, then in the order of the text.</summary>
    public void TakeBest(IEnumerable<(ClauseFacts Clause, StorySoFar StorySoFar, double Score)> pairs)
    {
        foreach (var (clause, draft, _) in pairs.OrderByDescending(p => p.Score).ThenBy(p => Math.Abs(p.Clause.Index - p.StorySoFar.Latest.Index))
            .ThenBy(p => p.Clause.Index).ThenBy(p => p.StorySoFar.Latest.Index).ThenBy(p => p.StorySoFar.Number))
        {
            if (stories[clause.Index] is null && !taken.Contains(draft)) Take(clause.Index, draft);
        }
    }
}
