using System.Text.RegularExpressions;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// Front matter that libyaml reads (and so Jekyll publishes) although YAML 1.2 forbids it: a value in double quotes that goes on
/// at the start of the next line (section 7.3.1 asks for one blank more than its key has).
/// </summary>
internal static partial class LooseYaml
{
    /// <summary>The text with the line ends inside such values turned into blanks, so that no place moves; null where there is none.</summary>
    public static string? Joined(string text)
    {
        var letters = text.ToCharArray();
        var changed = false;
        foreach (Match match in QuotedOverLines().Matches(text))
        {
            for (var i = match.Index; i < match.Index + match.Length; i++)
            {
                if (letters[i] is not ('\n' or '\r')) continue;
                letters[i] = ' ';
                changed = true;
            }
        }

        return changed ? new string(letters) : null;
    }

    [GeneratedRegex(@"(?<=^[A-Za-z_][A-Za-z0-9_-]*:[ \t]*)""(?:[^""\\]|\\.)*""(?=[ \t]*\r?$)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex QuotedOverLines();
}
