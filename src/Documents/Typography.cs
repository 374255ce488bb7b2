using System.Text;

namespace PublicLedger.Documents;

/// <summary>
/// The same words set differently: curly or straight quotation marks, long or short dashes, one character or three full
/// stops, all kinds of blanks. Who quotes a text types what the keyboard has, so these differences are never a difference in words.
/// </summary>
public static class Typography
{
    /// <summary>The text in typewriter signs, with single blanks and none at the ends.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var blank = false;
        foreach (var letter in text)
        {
            if (IsNothing(letter)) continue;
            if (char.IsWhiteSpace(letter))
            {
                blank = plain.Length > 0;
                continue;
            }

            if (blank) plain.Append(' ');
            blank = false;
            switch (letter)
            {
                case '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u00B4' or '`': plain.Append('\''); break;
                case '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB': plain.Append('"'); break;
                case '\u2026': plain.Append("..."); break;
                case '-' or (>= '\u2010' and <= '\u2015') or '\u2212':
                    // Two or three hyphens are a typed dash.
                    if (plain.Length == 0 || plain[^1] != '-') plain.Append('-');
                    break;
                default: plain.Append(letter); break;
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether two texts have the same words in the same order with the same punctuation, whitespace and typography aside.</summary>
    public static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>Soft hyphens, joiners and marks of direction: there to guide the setting, never read.</summary>
    internal static bool IsNothing(char letter) => letter is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
