using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>Finds the addresses in a style sheet: <c>url(…)</c> and <c>@import "…"</c> (CSS Syntax 3, §4.3.6).</summary>
internal static partial class StyleSheet
{
    /// <summary>The addresses that a style sheet loads.</summary>
    public static Page Read(SourceText source)
    {
        var links = new List<Link>();
        foreach (Match match in Addresses().Matches(source.Text))
        {
            var address = match.Groups["address"];
            if (address.Success) links.Add(new Link(address.Value.Trim(), Use.Loads, match.Index));
        }

        return new Page(source.Path) { Links = [.. links] };
    }

    /// <summary>Comments are matched first, so that nothing in them counts.</summary>
    [GeneratedRegex("""
        /\*.*?\*/
        | url\(\s*(?: "(?<address>[^"]*)" | '(?<address>[^']*)' | (?<address>[^)'"]*) )\s*\)
        | @import\s+(?: "(?<address>[^"]*)" | '(?<address>[^']*)' )
        """, RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
