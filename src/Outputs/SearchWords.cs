namespace PublicLedger.Outputs;

/// <summary>Takes the terms of a text one after the other.</summary>
internal interface ISearchTerms
{
    /// <summary>One term; the span is only good during the call.</summary>
    /// <param name="term">Folded, at most <see cref="SearchWords.Longest"/> UTF-16 units.</param>
    /// <param name="first">Whether it starts a new word; the terms after it, up to the next first one, are its parts.</param>
    void Add(ReadOnlySpan<char> term, bool first);
}

/// <summary>
/// Cuts a text into the words it can be found by. A word joined from several is found whole and by its parts:
/// <c>well-being</c> by "wellbeing", "well" and "being"; <c>2026-014</c> by itself, "2026" and "014". A joining mark
/// is kept (as a hyphen) only between two digits, so that 3.2 is not 32. Scripts without spaces are cut into pairs of
/// letters, each pair found by itself and by its letters. There is no stemming and no list of words to leave out,
/// so every language is treated alike. <c>templates/assets/search.js</c> cuts queries by the same rules.
/// </summary>
internal sealed class SearchWords
{
    /// <summary>Longer terms are cut to this many UTF-16 units, here and in the script.</summary>
    internal const int Longest = 40;

    private readonly char[] map = SearchLetters.Map;
    private readonly List<int> partEnds = [];
    private char[] word = new char[256];
    private int length;
    private int partStart;

    /// <summary>Sends every term of a plain text to <paramref name="terms"/>, in order.</summary>
    internal void Read(ReadOnlySpan<char> text, ISearchTerms terms)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = map[text[i]];
            if (letter > SearchLetters.Several)
            {
                i = SearchLetters.IsUnspaced(letter) ? ReadUnspaced(text, i, terms) : ReadLetters(text, i);
            }
            else if (letter == SearchLetters.Several)
            {
                foreach (var each in SearchLetters.SeveralOf(text[i])) Append(each);
            }
            else if (letter == SearchLetters.Join && length > partStart && i + 1 < text.Length && map[text[i + 1]] > SearchLetters.Join)
            {
                EndPart(keepHyphen: char.IsAsciiDigit(word[length - 1]) && char.IsAsciiDigit(map[text[i + 1]]));
            }
            else if (letter != SearchLetters.Drop && length > 0)
            {
                EndWord(terms);
            }
        }
        if (length > 0) EndWord(terms);
    }

    /// <summary>Takes in a run of letters, which is where nearly all of the time goes; answers the offset of the last.</summary>
    private int ReadLetters(ReadOnlySpan<char> text, int start)
    {
        var most = Math.Min(text.Length - start, word.Length - length);
        if (most == 0)
        {
            Append(map[text[start]]);
            return start;
        }
        var table = map;
        var run = text.Slice(start, most);
        var target = word.AsSpan(length, most);
        var taken = 0;
        for (; taken < run.Length; taken++)
        {
            var letter = table[run[taken]];
            if (letter <= SearchLetters.Several || SearchLetters.IsUnspaced(letter)) break;
            target[taken] = letter;
        }
        length += taken;
        return start + taken - 1;
    }

    private void Append(char letter)
    {
        if (length == word.Length) Array.Resize(ref word, length * 2);
        word[length++] = letter;
    }

    private void EndPart(bool keepHyphen)
    {
        partEnds.Add(length);
        if (keepHyphen) Append('-');
        partStart = length;
    }

    private void EndWord(ISearchTerms terms)
    {
        terms.Add(Cut(0, length), first: true);
        if (partEnds.Count > 0)
        {
            partEnds.Add(length);
            var start = 0;
            foreach (var end in partEnds)
            {
                if (word[start] == '-') start++;
                // A letter on its own, as in "Dunmere's", says nothing; the whole word is there anyway.
                if (end - start > 1) terms.Add(Cut(start, end), first: false);
                start = end;
            }
            partEnds.Clear();
        }
        length = partStart = 0;
    }

    private ReadOnlySpan<char> Cut(int start, int end)
    {
        if (end - start <= Longest) return word.AsSpan(start, end - start);
        return word.AsSpan(start, char.IsHighSurrogate(word[start + Longest - 1]) ? Longest - 1 : Longest);
    }

    /// <summary>Reads a run of letters written without spaces; answers the offset of its last letter.</summary>
    private int ReadUnspaced(ReadOnlySpan<char> text, int start, ISearchTerms terms)
    {
        if (length > 0) EndWord(terms);
        var end = start + 1;
        while (end < text.Length && SearchLetters.IsUnspaced(map[text[end]])) end++;
        if (end - start == 1) terms.Add(text.Slice(start, 1), first: true);
        for (var i = start; i + 1 < end; i++)
        {
            terms.Add(text.Slice(i, 2), first: true);
            terms.Add(text.Slice(i, 1), first: false);
            if (i + 2 == end) terms.Add(text.Slice(i + 1, 1), first: false);
        }
        return end - 1;
    }
}
