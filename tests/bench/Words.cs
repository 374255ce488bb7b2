using System.Text;

namespace PublicLedger.Bench;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed on every machine and in every version.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    internal ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 up to, not including, the limit.</summary>
    internal int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Whether something that happens once in so many times happens now.</summary>
    internal bool OneIn(int times) => Below(times) == 0;

    internal double Share() => (Next() >> 11) * (1.0 / (1UL << 53));
}

/// <summary>
/// Invented prose with the statistics of real prose: 8,000 words whose frequencies follow Zipf and Mandelbrot's law,
/// a quarter of the words drawn from the text's own topic, sentences of 6 to 22 words. Its compressed size, its number of
/// different words and the length of an index over it are therefore about those of a real record; repeated filler text is not.
/// </summary>
internal sealed class Words
{
    internal const int VocabularySize = 8_000;
    private const int TopicSize = 120;

    private const string Common =
        "the of and to a in for is that on with as was by it at be this from are we or an will not have which they has our its were " +
        "would all had their said can if more members when one after no may there must two been each year than who about other before " +
        "these only asked some what new city months first so do meeting also could because into over under plan cost between three " +
        "report without any then use work until made people time should members' office next public budget does change part where how " +
        "while same against every need three share data service day already still both such few since now well good long own";

    private static readonly string[] Onsets =
        ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "b", "d", "m", "t", "br", "cl", "gr", "pl", "sh", "st", "tr", "th", "ch"];

    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ea", "ai", "ou"];
    private static readonly string[] Codas = ["", "", "", "n", "r", "s", "t", "l", "m", "nd", "rt", "ck", "st", "ng", "ll"];
    private static readonly string[] Endings = ["", "", "", "", "s", "ed", "ing", "ment", "tion", "er", "ly", "al"];

    private readonly string[] vocabulary = new string[VocabularySize];
    private readonly double[] upTo = new double[VocabularySize];

    internal Words()
    {
        var dice = new Dice(1);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var word in Common.Split(' ')) if (known.Add(word)) vocabulary[count++] = word;
        while (count < VocabularySize)
        {
            // Frequent words are short, rare ones long.
            var word = Invent(dice, 1 + dice.Below(count < 800 ? 2 : 3));
            if (word.Length > 2 && known.Add(word)) vocabulary[count++] = word;
        }
        var sum = 0.0;
        for (var rank = 0; rank < VocabularySize; rank++) upTo[rank] = sum += 1 / (rank + 2.7);
    }

    private static string Invent(Dice dice, int syllables)
    {
        var word = new StringBuilder();
        for (var i = 0; i < syllables; i++)
            word.Append(Onsets[dice.Below(Onsets.Length)]).Append(Vowels[dice.Below(Vowels.Length)]);
        return word.Append(Codas[dice.Below(Codas.Length)]).Append(Endings[dice.Below(Endings.Length)]).ToString();
    }

    /// <summary>One word: common ones often, and one in four from the topic (any whole number).</summary>
    internal string Word(Dice dice, int topic)
    {
        if (dice.OneIn(4))
        {
            // The product of two shares makes the topic's first words the most frequent ones.
            var within = (int)(dice.Share() * dice.Share() * TopicSize);
            return vocabulary[500 + (int)((uint)(topic * 7919 + within * 31) % (VocabularySize - 500))];
        }
        var rank = Array.BinarySearch(upTo, dice.Share() * upTo[^1]);
        return vocabulary[Math.Min(rank < 0 ? ~rank : rank, VocabularySize - 1)];
    }

    /// <summary>A few words that are not the most common ones.</summary>
    internal string Phrase(Dice dice, int topic, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            string word;
            do word = Word(dice, topic); while (word.Length < 4 || word.Contains('\'', StringComparison.Ordinal));
            text.Append(i == 0 ? "" : " ").Append(word);
        }
        return text.ToString();
    }

    /// <summary>Sentences of at least so many words altogether, on one line.</summary>
    internal string Paragraph(Dice dice, int topic, int words)
    {
        var text = new StringBuilder();
        for (var written = 0; written < words;)
        {
            var length = 6 + dice.Below(17);
            if (text.Length > 0) text.Append(' ');
            text.Append(Sentence(dice, topic, length));
            written += length;
        }
        return text.ToString();
    }

    internal string Sentence(Dice dice, int topic, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            var word = dice.OneIn(40) ? (1 + dice.Below(400)).ToString(System.Globalization.CultureInfo.InvariantCulture) : Word(dice, topic);
            if (i == 0) word = char.ToUpperInvariant(word[0]) + word[1..];
            else text.Append(dice.OneIn(12) && text[^1] != ',' ? ", " : " ");
            text.Append(dice.OneIn(90) ? $"**{word}**" : word);
        }
        return text.Append('.').ToString();
    }
}
