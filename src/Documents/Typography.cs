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
        Fold(text, plain, null);
        return plain.ToString();
    }

    /// <summary>The same, with the place in the text of each of its signs.</summary>
    public static (string Plain, List<int> Places) PlainWithPlaces(string text)
    {
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        Fold(text, plain, places);
        return (plain.ToString(), places);
    }

    private static void Fold(string text, StringBuilder plain, List<int>? places)
    {
        var blank = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsNothing(text[i])) continue;
            if (char.IsWhiteSpace(text[i]))
            {
                if (plain.Length > 0 && blank < 0) blank = i;
                continue;
            }

            var sign = Sign(text[i]);
            // Two or three hyphens are a typed dash.
            if (sign == '-' && blank < 0 && plain.Length > 0 && plain[^1] == '-') continue;
            if (blank >= 0) Add(' ', blank);
            blank = -1;
            for (var times = sign == '\u2026' ? 3 : 1; times > 0; times--) Add(sign == '\u2026' ? '.' : sign, i);
        }

        void Add(char sign, int place)
        {
            plain.Append(sign);
            places?.Add(place);
        }
    }

    private static char Sign(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '-' or (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        _ => letter,
    };

    /// <summary>Soft hyphens, joiners and marks of direction: there to guide the setting, never read.</summary>
    internal static bool IsNothing(char letter) => letter is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
