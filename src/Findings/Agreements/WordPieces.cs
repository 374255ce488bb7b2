using System.Collections.Immutable;

namespace PublicLedger.Findings.Agreements;

/// <summary>The words of two paragraphs (or cells) as pieces: sentence by sentence first, then word by word within a sentence that became another.</summary>
internal static class WordPieces
{
    /// <summary>Below this share of the shorter text that is kept, single words kept would only confuse.</summary>
    internal const double LeastKept = 0.4;

    /// <summary>The pieces in reading order, removed before added.</summary>
    public static ImmutableArray<DiffPiece> Of(string before, string after)
    {
        var (old, now) = (Apart(WordTokens.Of(before)), Apart(WordTokens.Of(after)));
        var steps = new List<Step>(old.Length + now.Length);
        var (oldSentences, nowSentences) = (Sentences(old), Sentences(now));
        foreach (var (one, other) in Alignment.Of([.. oldSentences.Select(Unit)], [.. nowSentences.Select(Unit)]))
        {
            if (other < 0) steps.AddRange(oldSentences[one].Select(Removed));
            else if (one < 0) steps.AddRange(nowSentences[other].Select(Added));
            else Within(oldSentences[one], nowSentences[other], steps);
        }

        return Pieces(Joined(steps));
    }

    /// <summary>A text with one fate.</summary>
    public static ImmutableArray<DiffPiece> All(string text, PieceKind kind) => text.Length == 0 ? [] : [new DiffPiece(kind, "", text)];

    /// <summary>The first word of a text need not be the first where both texts stand in one.</summary>
    private static ImmutableArray<WordToken> Apart(ImmutableArray<WordToken> tokens) =>
        tokens is [{ Space: "" } first, ..] ? tokens.SetItem(0, first with { Space = " " }) : tokens;

    private static Step Removed(WordToken token) => new(PieceKind.Removed, token, token);

    private static Step Added(WordToken token) => new(PieceKind.Added, token, token);

    private static void Within(ImmutableArray<WordToken> old, ImmutableArray<WordToken> now, List<Step> steps)
    {
        var runs = Alignment.Runs([.. old.Select(t => t.Text)], [.. now.Select(t => t.Text)]).ToList();
        var kept = runs.Where(r => r.Same).Sum(r => WordTokens.Count(now[r.After]));
        var shorter = Math.Min(WordTokens.Count(old), WordTokens.Count(now));
        if (shorter > 3 && kept < LeastKept * shorter) runs = [(..old.Length, ..now.Length, 0, false)];
        foreach (var (one, other, _, same) in runs)
        {
            if (same) steps.AddRange(old[one].Zip(now[other], (was, becomes) => new Step(PieceKind.Same, was, becomes)));
            else steps.AddRange([.. old[one].Select(Removed), .. now[other].Select(Added)]);
        }
    }

    private static AlignUnit Unit(ImmutableArray<WordToken> sentence) =>
        new(string.Join(' ', sentence.Select(t => t.Text)), [.. sentence.Where(t => t.IsWord).Select(t => t.Text)]);

    private static List<ImmutableArray<WordToken>> Sentences(ImmutableArray<WordToken> tokens)
    {
        var sentences = new List<ImmutableArray<WordToken>>();
        var start = 0;
        for (var i = 1; i < tokens.Length; i++)
        {
            // What closes a sentence (a bracket, a quotation mark) may stand behind its full stop, without a blank.
            if (tokens[i].Space.Length == 0 || !EndsBefore(tokens, i)) continue;
            sentences.Add(tokens[start..i]);
            start = i;
        }

        if (start < tokens.Length) sentences.Add(tokens[start..]);
        return sentences;
    }

    private static bool EndsBefore(ImmutableArray<WordToken> tokens, int at)
    {
        var last = at - 1;
        while (last > 0 && !tokens[last].IsWord && !tokens[last].EndsSentence && tokens[last].Space.Length == 0) last--;
        return tokens[last].EndsSentence;
    }

    /// <summary>
    /// Changes that one unchanged word splits are one change, and so are changes that meet; within a change what was removed
    /// comes before what was added. The end of a sentence keeps changes apart.
    /// </summary>
    private static List<Step> Joined(List<Step> steps)
    {
        var joined = new List<Step>(steps.Count);
        var (removed, added) = (new List<Step>(), new List<Step>());
        void Settle()
        {
            joined.AddRange(removed);
            joined.AddRange(added);
            removed.Clear();
            added.Clear();
        }

        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Kind == PieceKind.Removed) removed.Add(steps[i]);
            else if (steps[i].Kind == PieceKind.Added) added.Add(steps[i]);
            else if (IsBridge(steps, i, removed.Count > 0, added.Count > 0))
            {
                removed.Add(Removed(steps[i].Was));
                added.Add(Added(steps[i].Token));
            }
            else
            {
                Settle();
                joined.Add(steps[i]);
            }
        }

        Settle();
        return joined;
    }

    /// <summary>
    /// Whether a token is the only unchanged one between two changes that are read better as one. Two mere additions (or
    /// removals) are not: nobody need read as replaced what stayed.
    /// </summary>
    private static bool IsBridge(List<Step> steps, int at, bool removed, bool added)
    {
        if (!removed && !added) return false;
        if (steps[at].Token.EndsSentence || steps[at].Token.Text is ":" or ";") return false;
        var next = at + 1;
        for (; next < steps.Count && steps[next].Kind != PieceKind.Same; next++)
        {
            removed |= steps[next].Kind == PieceKind.Removed;
            added |= steps[next].Kind == PieceKind.Added;
        }

        return next > at + 1 && removed && added;
    }

    private static ImmutableArray<DiffPiece> Pieces(List<Step> steps)
    {
        var pieces = ImmutableArray.CreateBuilder<DiffPiece>();
        for (var start = 0; start < steps.Count;)
        {
            var end = start;
            while (end < steps.Count && steps[end].Kind == steps[start].Kind) end++;
            pieces.Add(new DiffPiece(steps[start].Kind, steps[start].Token.Space, WordTokens.Join(steps[start..end].Select(s => s.Token))));
            start = end;
        }

        return pieces.ToImmutable();
    }

    /// <summary>A word with its fate, as the earlier text has it and the later: the blanks before it may differ.</summary>
    private readonly record struct Step(PieceKind Kind, WordToken Was, WordToken Token);
}
