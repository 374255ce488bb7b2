using System.Runtime.CompilerServices;
using System.Text;

namespace PublicLedger.Outputs;

/// <summary>How much finding a word in an entry says about the entry. The numbers are written into the index.</summary>
internal enum Weight
{
    /// <summary>Once or twice in the text, or its kind, status or date.</summary>
    Mentioned = 1,

    /// <summary>In the summary, or three times in the text.</summary>
    Discussed = 2,

    /// <summary>A tag, a name or a number of the record.</summary>
    Named = 3,

    /// <summary>In its title.</summary>
    Titled = 4,

    /// <summary>In a title of at most three words: the record is about this. It puts a member's own page above its votes.</summary>
    Subject = 5,
}

/// <summary>Which entries hold which word. Entries are added one after the other and numbered from 0.</summary>
internal sealed class SearchPostings : ISearchTerms
{
    private const int OftenEnough = 3;

    private readonly SearchWords words = new();
    private readonly SearchVocabulary vocabulary = new();
    private readonly List<int> touched = [];
    private Seen[] seen = new Seen[1 << 12];
    private Weight weight;
    private int entry;

    /// <summary>Reads a plain text of the current entry.</summary>
    internal void Read(ReadOnlySpan<char> text, Weight says)
    {
        weight = says;
        words.Read(text, this);
    }

    /// <summary>Ends the current entry; what is read from now on belongs to the next.</summary>
    internal void EndEntry()
    {
        foreach (var number in touched)
        {
            ref var word = ref seen[number];
            word.In.Add(entry, word.Best);
            word.Times = 0;
        }
        touched.Clear();
        entry++;
    }

    /// <summary>The words with their entries, in ordinal order.</summary>
    internal (string Word, Postings In)[] InOrder()
    {
        var all = new (string Word, Postings In)[vocabulary.Count];
        for (var number = 0; number < all.Length; number++) all[number] = (vocabulary[number].ToString(), seen[number].In);
        Array.Sort(all, static (a, b) => string.CompareOrdinal(a.Word, b.Word));
        return all;
    }

    /// <inheritdoc/>
    void ISearchTerms.Add(ReadOnlySpan<char> term, bool first)
    {
        var number = vocabulary.NumberOf(term);
        if (number >= seen.Length) Array.Resize(ref seen, seen.Length * 2);
        ref var word = ref seen[number];
        if (word.Times++ == 0)
        {
            word.In ??= new Postings();
            word.Best = weight;
            touched.Add(number);
            return;
        }
        if (weight > word.Best) word.Best = weight;
        if (word.Times == OftenEnough && word.Best == Weight.Mentioned) word.Best = Weight.Discussed;
    }

    /// <summary>What the current entry has of a word, and the entries before it that hold the word.</summary>
    private struct Seen
    {
        internal Postings In;
        internal int Times;
        internal Weight Best;
    }
}

/// <summary>The entries that hold one word, each with what the word counts for there.</summary>
internal sealed class Postings
{
    private int[] list = new int[2];
    private int length;
    private Counts counts;

    /// <summary>Notes an entry; its number is higher than those before.</summary>
    internal void Add(int entry, Weight weight)
    {
        counts[(int)weight]++;
        if (length == list.Length) Array.Resize(ref list, length * 2);
        list[length++] = entry << 3 | (int)weight;
    }

    /// <summary>
    /// Appends for each weight from the strongest a space, the weight's digit and the code of its entries. Of more than
    /// <paramref name="cap"/> entries only the first, which are the newest, are written, and <c>~</c> and the true number follow.
    /// </summary>
    /// <param name="text">Where to.</param>
    /// <param name="cap">The most entries for one weight.</param>
    /// <param name="scratch">Room for as many numbers.</param>
    internal void Write(StringBuilder text, int cap, int[] scratch)
    {
        for (var weight = (int)Weight.Subject; weight >= (int)Weight.Mentioned; weight--)
        {
            if (counts[weight] == 0) continue;
            var kept = 0;
            for (var i = 0; i < length && kept < cap; i++)
                if ((list[i] & 7) == weight) scratch[kept++] = list[i] >> 3;
            text.Append(' ').Append((char)('0' + weight));
            GapCode.Append(text, scratch.AsSpan(0, kept));
            if (counts[weight] > cap) text.Append('~').Append(counts[weight]);
        }
    }

    /// <summary>A number for each <see cref="Weight"/>; the first is unused.</summary>
    [InlineArray(6)]
    private struct Counts
    {
        private int first;
    }
}
