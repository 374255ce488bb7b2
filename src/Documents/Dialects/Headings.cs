using System.Text.RegularExpressions;

namespace PublicLedger.Documents.Dialects;

/// <summary>Names compared as people mean them: case, trailing marks and the difference between - _ and a blank do not count.</summary>
internal static partial class Headings
{
    /// <summary>A heading or a key in the form in which it is compared.</summary>
    public static string Normal(string text)
    {
        var bare = Comment().Replace(text, "").Trim().TrimEnd(':', '#', ' ').ToLowerInvariant();
        return Joint().Replace(bare, "-");
    }

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\s_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
