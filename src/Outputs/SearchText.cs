namespace PublicLedger.Outputs;

/// <summary>
/// The words of a piece of HTML, for indexing only: tags become spaces and the usual character references their characters.
/// It is not a parser; what it gets wrong can only make a word more or less findable.
/// </summary>
internal sealed class SearchText
{
    private char[] plain = new char[4096];

    /// <summary>The text without tags. The span is good until the next call.</summary>
    internal ReadOnlySpan<char> Plain(string html)
    {
        var rest = html.AsSpan();
        var cut = rest.IndexOfAny('<', '&');
        if (cut < 0) return rest;
        if (plain.Length < html.Length) plain = new char[html.Length];
        var length = 0;
        for (; cut >= 0; cut = rest.IndexOfAny('<', '&'))
        {
            rest[..cut].CopyTo(plain.AsSpan(length));
            length += cut;
            rest = rest[cut..];
            var (taken, written) = rest[0] == '<' ? (TagLength(rest), ' ') : Reference(rest);
            plain[length++] = written;
            rest = rest[taken..];
        }
        rest.CopyTo(plain.AsSpan(length));
        return plain.AsSpan(0, length + rest.Length);
    }

    /// <summary>How many characters the tag at the start takes; a sign that starts no tag is one character.</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !(char.IsAsciiLetter(text[1]) || text[1] is '/' or '!')) return 1;
        var end = text.IndexOf('>');
        return end < 0 ? 1 : end + 1;
    }

    private static (int Taken, char Written) Reference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        if (end < 2) return (1, ' ');
        var name = text[1..end];
        if (name[0] == '#') return (end + 1, Numbered(name[1..]));
        // All the others are read as spaces: none of them is a letter the sanitiser leaves behind.
        return (end + 1, name is "shy" ? '\u00ad' : name is "apos" or "rsquo" ? '\'' : ' ');
    }

    private static char Numbered(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.Length > 1 && digits[0] is 'x' or 'X';
        var value = 0;
        foreach (var digit in hexadecimal ? digits[1..] : digits)
        {
            if (!(hexadecimal ? char.IsAsciiHexDigit(digit) : char.IsAsciiDigit(digit))) return ' ';
            value = value * (hexadecimal ? 16 : 10) + Convert.ToInt32(digit.ToString(), 16);
        }
        return value is > 0 and <= char.MaxValue && !char.IsSurrogate((char)value) ? (char)value : ' ';
    }
}
