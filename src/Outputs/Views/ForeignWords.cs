using System.Net;
using System.Text.RegularExpressions;

namespace PublicLedger.Outputs;

/// <summary>
/// Words of a record found in the wild that were meant for another program's pages: their tags are taken for what they say about
/// lines and links, and are not shown. The data beside the page have them as written.
/// </summary>
internal static partial class ForeignWords
{
    /// <summary>The words as lines of plain text.</summary>
    public static Html Shown(string words)
    {
        if (!Tag().IsMatch(words)) return Html.Of(words);
        var linked = Link().Replace(words, m => Plain(m.Groups[2].Value) is var name && name == m.Groups[1].Value ? name : $"{name} ({m.Groups[1].Value})");
        var lines = EndOfLine().Split(linked).Select(l => WebUtility.HtmlDecode(Plain(l))).Where(l => l.Length > 0);
        return new Html(string.Join("<br>", lines.Select(Html.Escape)));
    }

    private static string Plain(string words) => Tag().Replace(words, "").Trim();

    [GeneratedRegex("</?[a-z][a-z0-9]*(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("<br\\s*/?>|</(?:p|li|div|tr|h[1-6])\\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfLine();

    [GeneratedRegex("<a\\s[^<>]*?href\\s*=\\s*[\"']([^\"'<>]*)[\"'][^<>]*>(.*?)</a\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
