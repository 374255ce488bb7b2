using System.Text;

namespace PublicLedger.Records;

/// <summary>Ids from file names: what can stand in a web address on every host.</summary>
public static class RecordId
{
    /// <summary>
    /// The name as it is when it has only ASCII letters, digits, <c>-</c>, <c>_</c> and inner dots; anything else
    /// becomes a hyphen. "index" is the name of a folder's own page and gets a hyphen behind.
    /// </summary>
    public static string From(string stem)
    {
        var id = new StringBuilder(stem.Length);
        foreach (var letter in stem)
        {
            var keep = char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || (letter == '.' && id.Length > 0);
            if (keep) id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }

        var text = id.ToString().TrimEnd('-', '.');
        return text.Length == 0 ? "untitled" : text.Equals("index", StringComparison.OrdinalIgnoreCase) ? text + "-1" : text;
    }
}
