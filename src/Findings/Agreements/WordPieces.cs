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
        var (old, now) = (WordTokens.Of(before), WordTokens.Of(after));
        var steps = new List<(PieceKind Kind, WordToken Token)>(old.Length + now.Length);
        var (oldSentences, nowSentences) = (Sentences(old), Sentences(now));
        foreach (var (one, other) in Alignment.Of([.. oldSentences.Select(Unit)], [.. nowSentences.Select(Unit)]))
        {
            if (other < 0) steps.AddRange(oldSentences[one].Select(t => (PieceKind.Removed, t)));
            else if (one < 0) steps.AddRange(nowSentences[other].Select(t => (PieceKind.Added, t)));
            else Within(oldSentences[one], nowSentences[other], steps);
        }

        return Pieces(Joined(steps));
    }

    /// <summary>A text with one fate.</summary>
    public static ImmutableArray<DiffPiece> All(string text, PieceKind kind) => text.Length == 0 ? [] : [new DiffPiece(kind, "", text)];

    private static void Within(ImmutableArray<WordToken> old, ImmutableArray<WordToken> now, List<(PieceKind, WordToken)> steps)
    {
        var runs = Alignment.Runs([.. old.Select(t => t.Text)], [.. now.Select(t => t.Text)]).ToList();
        var kept = runs.Where(r => r.Same).Sum(r => WordTokens.Count(now[r.After]));
        var shorter = Math.Min(WordTokens.Count(old), WordTokens.Count(now));
        if (shorter > 3 && kept < LeastKept * shorter) runs = [(..old.Length, ..now.Length, 0, false)];
        foreach (var (one, other, _, same) in runs)
        {
            if (!same) steps.AddRange(old[one].Select(t => (PieceKind.Removed, t)));
            steps.AddRange(now[other].Select(t => (same ? PieceKind.Same : PieceKind.Added, t)));
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
    private static List<(PieceKind Kind, WordToken Token)> Joined(List<(PieceKind Kind, WordToken Token)> steps)
    {
        var joined = new List<(PieceKind, WordToken)>(steps.Count);
        var (removed, added) = (new List<WordToken>(), new List<WordToken>());
        for (var i = 0; i < steps.Count; i++)
        {
            var (kind, token) = steps[i];
            if (kind == PieceKind.Removed) removed.Add(token);
            else if (kind == PieceKind.Added) added.Add(token);
            else if (IsBridge(steps, i, removed.Count > 0, added.Count > 0))
            {
                removed.Add(token);
                added.Add(token);
            }
            else
            {
                Empty(removed, PieceKind.Removed, joined);
                Empty(added, PieceKind.Added, joined);
                joined.Add((PieceKind.Same, token));
            }
        }

        Empty(removed, PieceKind.Removed, joined);
        Empty(added, PieceKind.Added, joined);
        return joined;
    }

    /// <summary>
    /// Whether a token is the only unchanged one between two changes that are read better as one. Two mere additions (or
    /// removals) are not: nobody need read as replaced what stayed.
    /// </summary>
    private static bool IsBridge(List<(PieceKind Kind, WordToken Token)> steps, int at, bool removed, bool added)
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

    private static void Empty(List<WordToken> tokens, PieceKind kind, List<(PieceKind, WordToken)> to)
    {
        to.AddRange(tokens.Select(t => (kind, t)));
        tokens.Clear();
    }

    private static ImmutableArray<DiffPiece> Pieces(List<(PieceKind Kind, WordToken Token)> steps)
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
}
