using System.Collections.Immutable;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// The words of a text and the pairs of neighbouring words, each with how often it comes. The pairs tell a text from
/// another on the same subject; the single words still know it when the order has changed.
/// </summary>
internal sealed class WordBag
{
    /// <summary>No words.</summary>
    public static readonly WordBag Empty = new([], 0);

    // Single words have smaller keys than pairs, see Of.
    private const long FirstPair = 1L << 32;

    private readonly ImmutableArray<(long Key, int Count)> items;

    private WordBag(ImmutableArray<(long Key, int Count)> items, int words)
    {
        this.items = items;
        Words = words;
        foreach (var (key, count) in items)
        {
            Size += count;
            if (IsPair(key)) Pairs += count;
        }
    }

    /// <summary>How many words the text has.</summary>
    public int Words { get; }

    /// <summary>How many words and pairs are in the bag.</summary>
    public int Size { get; }

    /// <summary>How many pairs are in the bag.</summary>
    public int Pairs { get; }

    /// <summary>What is in the bag, sorted by key: the words, then the pairs.</summary>
    public ReadOnlySpan<(long Key, int Count)> Items => items.AsSpan();

    /// <summary>Whether a key is that of a pair.</summary>
    public static bool IsPair(long key) => key >= FirstPair;

    /// <summary>The bag of a sequence of numbered words.</summary>
    public static WordBag Of(IReadOnlyList<int> words)
    {
        if (words.Count == 0) return Empty;
        var keys = new long[(words.Count * 2) - 1];
        for (var i = 0; i < words.Count; i++)
        {
            keys[i] = words[i];
            if (i > 0) keys[words.Count + i - 1] = ((words[i - 1] + 1L) << 32) | (uint)words[i];
        }

        Array.Sort(keys);
        var items = ImmutableArray.CreateBuilder<(long, int)>();
        for (var i = 0; i < keys.Length;)
        {
            var start = i;
            while (i < keys.Length && keys[i] == keys[start]) i++;
            items.Add((keys[start], i - start));
        }

        return new WordBag(items.ToImmutable(), words.Count);
    }

    /// <summary>How many words and pairs two bags have in common.</summary>
    public int Shared(WordBag other) => Shared(other, 0);

    /// <summary>How many pairs two bags have in common.</summary>
    public int SharedPairs(WordBag other) => Shared(other, FirstPair);

    private int Shared(WordBag other, long from)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < items.Length && j < other.items.Length)
        {
            if (items[i].Key < from) i++;
            else if (items[i].Key == other.items[j].Key) shared += Math.Min(items[i++].Count, other.items[j++].Count);
            else if (items[i].Key < other.items[j].Key) i++;
            else j++;
        }

        return shared;
    }

    /// <summary>How much alike two texts are, from 0 to 1 (Dice 1945); two without words are alike.</summary>
    public double Likeness(WordBag other) => Size + other.Size == 0 ? 1 : 2.0 * Shared(other) / (Size + other.Size);

    /// <summary>The same, but kinder to a text that only grew or was only cut: half of it is the share of the shorter one that the longer one has.</summary>
    public double LikenessOrGrowth(WordBag other) =>
        Size == 0 || other.Size == 0 ? Likeness(other) : (Likeness(other) + ((double)Shared(other) / Math.Min(Size, other.Size))) / 2;

    /// <summary>What this text has beyond another.</summary>
    public WordBag Without(WordBag other)
    {
        var rest = ImmutableArray.CreateBuilder<(long, int)>();
        var j = 0;
        foreach (var (key, count) in items)
        {
            while (j < other.items.Length && other.items[j].Key < key) j++;
            var left = count - (j < other.items.Length && other.items[j].Key == key ? other.items[j].Count : 0);
            if (left > 0) rest.Add((key, left));
        }

        return new WordBag(rest.ToImmutable(), 0);
    }
}

/// <summary>Makes bags whose words have the same numbers; a text that comes again costs nothing.</summary>
internal sealed class WordBags
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordBag> known = new(StringComparer.Ordinal);

    /// <summary>The bag of a rendered text.</summary>
    public WordBag Of(string marked)
    {
        if (known.TryGetValue(marked, out var bag)) return bag;
        var byLetters = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new List<int>();
        foreach (var word in ClauseWords.Of(marked))
        {
            if (!byLetters.TryGetValue(word.Span, out var number)) numbers.Add(word.ToString(), number = numbers.Count);
            words.Add(number);
        }

        return known[marked] = WordBag.Of(words);
    }
}
