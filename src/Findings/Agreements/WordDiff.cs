using System.Collections.Immutable;
using PublicLedger.Documents;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// The difference of two states of a text, block by block and then word by word, as a person would mark it: what is the
/// same anchors, what is alike became the other, and a block that stands elsewhere moved.
/// </summary>
public static class WordDiff
{
    /// <summary>What differs between two texts; a text that does not exist is <see cref="RichText.Empty"/>.</summary>
    public static TextDiff Of(RichText before, RichText after)
    {
        if (ClauseWords.Same(before, after)) return TextDiff.None with { Before = TextBlocks.Of(before), After = TextBlocks.Of(after) };
        return Of(TextBlocks.Of(before), TextBlocks.Of(after)) with
        {
            LinksRemoved = Without(before, after),
            LinksAdded = Without(after, before),
        };
    }

    /// <summary>What differs between the words of two texts.</summary>
    public static TextDiff Of(ImmutableArray<TextBlock> before, ImmutableArray<TextBlock> after)
    {
        var (old, now) = (Tokens(before), Tokens(after));
        if (old.Select(t => t.Text).SequenceEqual(now.Select(t => t.Text), StringComparer.Ordinal))
            return new TextDiff { Blocks = [.. after.Select(b => All(b, PieceKind.Same))], Before = before, After = after, LayoutOnly = true };
        var blocks = Blocks(before, after);
        var (removed, added) = (Count(blocks, PieceKind.Removed), Count(blocks, PieceKind.Added));
        var (oldWords, newWords) = (WordTokens.Count(old), WordTokens.Count(now));
        return new TextDiff
        {
            Blocks = blocks,
            Before = before,
            After = after,
            WordsRemoved = removed,
            WordsAdded = added,
            Mostly = oldWords > 0 && newWords > 0 && newWords - added < WordPieces.LeastKept * Math.Min(oldWords, newWords),
            PunctuationOnly = Bare(old).SequenceEqual(Bare(now), StringComparer.Ordinal),
            Changes = [.. Changes(blocks)],
        };
    }

    private static ImmutableArray<WordToken> Tokens(ImmutableArray<TextBlock> blocks) => [.. blocks.SelectMany(b => WordTokens.Of(b.Words))];

    private static IEnumerable<string> Bare(ImmutableArray<WordToken> tokens) =>
        tokens.Where(t => t.IsWord).Select(t => Typography.Plain(t.Text).ToUpperInvariant());

    private static ImmutableArray<DiffBlock> Blocks(ImmutableArray<TextBlock> before, ImmutableArray<TextBlock> after)
    {
        var pairs = Alignment.Of([.. before.Select(Unit)], [.. after.Select(Unit)]);
        var (away, here) = Moved(before, after, pairs);
        var blocks = ImmutableArray.CreateBuilder<DiffBlock>();
        foreach (var (one, other) in pairs)
        {
            if (other < 0) blocks.Add(All(before[one], PieceKind.Removed) with { Moved = away.Contains(one) });
            else if (one < 0) blocks.Add(All(after[other], PieceKind.Added) with { Moved = here.Contains(other) });
            else if (Unit(before[one]).Key == Unit(after[other]).Key) blocks.Add(All(after[other], PieceKind.Same));
            else if (after[other].Kind == TextBlockKind.Table) blocks.Add(TableDiff.Of(before[one], after[other]));
            else blocks.Add(new DiffBlock(after[other], PieceKind.Same, WordPieces.Of(before[one].Text, after[other].Text)));
        }

        return blocks.ToImmutable();
    }

    private static DiffBlock All(TextBlock block, PieceKind kind) =>
        block.Kind == TextBlockKind.Table ? TableDiff.All(block, kind) : new DiffBlock(block, kind, WordPieces.All(block.Text, kind));

    /// <summary>A block is known by its words: a paragraph that became an item of a list is the same.</summary>
    private static AlignUnit Unit(TextBlock block) => new(
        block.Kind == TextBlockKind.Table ? string.Join('\u001E', block.Rows.Select(r => '\u001E' + string.Join('\u001F', r.Cells))) : block.Text,
        [.. WordTokens.Of(block.Words).Where(t => t.IsWord).Select(t => t.Text)],
        block.Kind switch { TextBlockKind.Table => 1, TextBlockKind.Preformatted => 2, _ => 0 });

    /// <summary>The blocks that went at one place and came at another with all their words.</summary>
    private static (HashSet<int> Away, HashSet<int> Here) Moved(ImmutableArray<TextBlock> before, ImmutableArray<TextBlock> after, List<(int Before, int After)> pairs)
    {
        var gone = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs)
        {
            if (other >= 0) continue;
            var key = Unit(before[one]).Key;
            if (!gone.TryGetValue(key, out var places)) gone[key] = places = [];
            places.Enqueue(one);
        }

        var (away, here) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (one, other) in pairs)
        {
            if (one >= 0 || !gone.TryGetValue(Unit(after[other]).Key, out var places) || !places.TryDequeue(out var from)) continue;
            away.Add(from);
            here.Add(other);
        }

        return (away, here);
    }

    private static int Count(ImmutableArray<DiffBlock> blocks, PieceKind kind) =>
        blocks.Where(b => !b.Moved).SelectMany(b => b.AllPieces).Where(p => p.Kind == kind).Sum(p => WordTokens.Count(WordTokens.Of(p.Text)));

    private static IEnumerable<WordChange> Changes(ImmutableArray<DiffBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Moved)
            {
                if (block.Kind == PieceKind.Added) yield return new WordChange(block.Shape.Words, block.Shape.Words, Moved: true);
                continue;
            }

            foreach (var pieces in block.Rows.IsEmpty ? [block.Pieces] : block.Rows.SelectMany(r => r.Cells))
            {
                for (var i = 0; i < pieces.Length; i++)
                {
                    if (pieces[i].Kind == PieceKind.Same) continue;
                    var replaced = pieces[i].Kind == PieceKind.Removed && i + 1 < pieces.Length && pieces[i + 1].Kind == PieceKind.Added;
                    if (replaced) yield return new WordChange(pieces[i].Text, pieces[++i].Text);
                    else if (pieces[i].Kind == PieceKind.Removed) yield return new WordChange(pieces[i].Text, "");
                    else yield return new WordChange("", pieces[i].Text);
                }
            }
        }
    }

    /// <summary>The addresses that one text has more often than the other.</summary>
    private static ImmutableArray<string> Without(RichText text, RichText other)
    {
        var others = other.Links.GroupBy(l => l.Target, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var only = ImmutableArray.CreateBuilder<string>();
        foreach (var link in text.Links)
        {
            if (others.GetValueOrDefault(link.Target) is var left and > 0) others[link.Target] = left - 1;
            else only.Add(link.Target);
        }

        return only.ToImmutable();
    }
}
