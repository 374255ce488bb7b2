namespace PublicLedger.Outputs;

/// <summary>
/// Numbers the terms in the order they are first met. A site has millions of words and some ten thousand different ones:
/// the letters of all of them lie in one array, so that looking a word up touches three small arrays and no object.
/// </summary>
internal sealed class SearchVocabulary
{
    private int[] slots = new int[1 << 14];
    private Entry[] entries = new Entry[1 << 12];
    private char[] letters = new char[1 << 16];
    private int lettersUsed;

    /// <summary>How many different terms there are; their numbers go from 0 up.</summary>
    internal int Count { get; private set; }

    /// <summary>A term by its number; good until the next term is added.</summary>
    internal ReadOnlySpan<char> this[int number] => letters.AsSpan(entries[number].Start, entries[number].Length);

    /// <summary>The number of a term, a new one if it is new.</summary>
    internal int NumberOf(ReadOnlySpan<char> term)
    {
        var hash = HashOf(term);
        var mask = slots.Length - 1;
        var slot = (int)hash & mask;
        for (; slots[slot] is var taken and > 0; slot = (slot + 1) & mask)
        {
            ref readonly var entry = ref entries[taken - 1];
            if (entry.Hash == hash && letters.AsSpan(entry.Start, entry.Length).SequenceEqual(term)) return taken - 1;
        }
        Add(term, hash);
        slots[slot] = Count;
        if (Count * 2 > slots.Length) SpreadOut();
        return Count - 1;
    }

    private void Add(ReadOnlySpan<char> term, uint hash)
    {
        if (Count == entries.Length) Array.Resize(ref entries, Count * 2);
        if (lettersUsed + term.Length > letters.Length) Array.Resize(ref letters, letters.Length * 2);
        term.CopyTo(letters.AsSpan(lettersUsed));
        entries[Count++] = new Entry(hash, lettersUsed, term.Length);
        lettersUsed += term.Length;
    }

    private void SpreadOut()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)entries[number].Hash & mask;
            while (slots[slot] > 0) slot = (slot + 1) & mask;
            slots[slot] = number + 1;
        }
    }

    /// <summary>FNV-1a over UTF-16 units, with the high bits folded into the low ones that choose the slot.</summary>
    private static uint HashOf(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u;
        foreach (var letter in term) hash = (hash ^ letter) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private readonly record struct Entry(uint Hash, int Start, int Length);
}
