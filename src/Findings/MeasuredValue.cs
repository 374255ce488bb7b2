using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PublicLedger.Findings.Tallies;

namespace PublicLedger.Findings;

/// <summary>A figure as written, with the number in it: "4,200", "43 days", "12%", "-1.5".</summary>
/// <param name="Number">The number, exact.</param>
/// <param name="Unit">What stands behind it, with the blank before it as written; empty where nothing does.</param>
/// <param name="Places">How many digits stand behind the point.</param>
/// <param name="Grouped">Whether thousands are set apart by commas.</param>
public sealed partial record MeasuredValue(Ratio Number, string Unit, int Places, bool Grouped)
{
    /// <summary>
    /// Reads a number with nothing but a unit behind it; null for anything else. "4,200" is four thousand two hundred, and "4,2"
    /// is not read at all, as is "about 40" or "40-45": nobody can tell for sure what number is meant.
    /// </summary>
    public static MeasuredValue? Read(string? written)
    {
        if (written is null || Form().Match(written.Trim()) is not { Success: true } match) return null;
        var whole = match.Groups["whole"].Value;
        var part = match.Groups["part"].Value;
        var number = new Ratio(BigInteger.Parse(whole.Replace(",", "") + part, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Pow(10, part.Length));
        return new MeasuredValue(match.Groups["minus"].Success ? Ratio.Zero - number : number, match.Groups["unit"].Value, part.Length, whole.Contains(','));
    }

    /// <summary>Whether two figures count the same thing, so that they can be held against each other: "1 day" and "43 days" do, "12%" and "12" do not.</summary>
    public bool Counts(MeasuredValue other) => string.Equals(Bare(Unit), Bare(other.Unit), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string unit) => unit.Trim().TrimEnd('s', 'S');

    [GeneratedRegex(@"^(?<minus>[-−])?(?<whole>[0-9]{1,3}(,[0-9]{3}){1,5}|[0-9]{1,18})(\.(?<part>[0-9]{1,9}))?(?<unit>\s?%|\s\p{L}[\p{L} ]{0,40})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
