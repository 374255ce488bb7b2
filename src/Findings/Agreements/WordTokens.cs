using System.Collections.Immutable;
using System.Text;
using PublicLedger.Documents;

namespace PublicLedger.Findings.Agreements;

/// <summary>A word, or a sign of punctuation.</summary>
/// <param name="Space">What stands before it.</param>
/// <param name="Text">The word or sign.</param>
internal readonly record struct WordToken(string Space, string Text)
{
    /// <summary>Whether it is a word (or a number), and not punctuation.</summary>
    public bool IsWord => Text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whether a sentence may end with it.</summary>
    public bool EndsSentence => Text is "." or "!" or "?" or "\u2026" or "\u3002" or "\uFF01" or "\uFF1F";
}

/// <summary>
/// Text cut into words. What stands between blanks is a word, with the punctuation at its ends apart: "(may)," is four
/// pieces, while "3.2", "e.g" and an address are one each. Scripts written without blanks between words are cut by the letter.
/// </summary>
internal static class WordTokens
{
    /// <summary>Signs that end a word even where no blank follows.</summary>
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("\u2014\u2026,;!?\u3002\uFF0C\u3001\uFF01\uFF1F\uFF1B\uFF1A\u300C\u300D\uFF08\uFF09");

    public static ImmutableArray<WordToken> Of(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<WordToken>();
        for (var at = 0; at < text.Length;)
        {
            var space = at;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            if (at > start) Cut(text[space..start], text.AsSpan(start, at - start), tokens);
        }

        return tokens.ToImmutable();
    }

    /// <summary>Tokens as text again, without what stands before the first.</summary>
    public static string Join(IEnumerable<WordToken> tokens) => string.Concat(tokens.SelectMany((t, i) => i == 0 ? [t.Text] : new[] { t.Space, t.Text }));

    /// <summary>How many words a text has.</summary>
    public static int Count(IEnumerable<WordToken> tokens) => tokens.Count(t => t.IsWord);

    private static void Cut(string space, ReadOnlySpan<char> chunk, ImmutableArray<WordToken>.Builder tokens)
    {
        while (chunk.Length > 0)
        {
            var length = NextLength(chunk);
            tokens.Add(new WordToken(space, chunk[..length].ToString()));
            space = "";
            chunk = chunk[length..];
        }
    }

    private static int NextLength(ReadOnlySpan<char> chunk)
    {
        if (IsOwnWord(chunk[0]) || !MayEnd(chunk[0])) return 1;
        var length = 1;
        while (length < chunk.Length && !IsOwnWord(chunk[length]) && !EndsWord(chunk, length)) length++;
        while (!MayEnd(chunk[length - 1])) length--;
        return length;
    }

    /// <summary>A sign between two letters or digits ("10,000", an address) belongs to the word.</summary>
    private static bool EndsWord(ReadOnlySpan<char> chunk, int at) =>
        Signs.Contains(chunk[at]) &&
        !(chunk[at] is ',' or ';' or '!' or '?' && at + 1 < chunk.Length && char.IsAsciiLetterOrDigit(chunk[at - 1]) && char.IsAsciiLetterOrDigit(chunk[at + 1]));

    /// <summary>Whether a word may begin or end with a character: no punctuation does.</summary>
    private static bool MayEnd(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.IsSymbol(letter) || Marks(letter) || letter is '\u00A7' or '#' or '@' or '%' or '&';

    private static bool Marks(char letter) =>
        char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || Typography.IsNothing(letter);

    /// <summary>Chinese and Japanese letters.</summary>
    private static bool IsOwnWord(char letter) => letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
