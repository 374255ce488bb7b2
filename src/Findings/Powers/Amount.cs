using System.Globalization;
using System.Text.RegularExpressions;
using PublicLedger.Findings.Tallies;

namespace PublicLedger.Findings.Powers;

/// <summary>An exact number of something: "640 crowns", "1,000.50 crowns", "€640".</summary>
/// <param name="Number">How many, exactly.</param>
/// <param name="Unit">Of what, as written; empty for a bare number.</param>
/// <param name="Words">Both for readers, with a comma between thousands: "1,000 crowns".</param>
public sealed partial record Amount(Ratio Number, string Unit, string Words)
{
    /// <summary>
    /// The amount that words mean; null where they are none for certain. Thousands may be set off by commas, blanks or
    /// apostrophes. "1.000" is read as nothing: it is one thousand in some countries and one in others.
    /// </summary>
    public static Amount? Parse(string written)
    {
        if (Written().Match(written.Trim()) is not { Success: true } match) return null;
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        if (before.Length > 0 && after.Length > 0) return null;
        var (whole, part) = (Separators().Replace(match.Groups["whole"].Value, ""), match.Groups["part"].Value);
        if (part.Length == 3 && whole is { Length: <= 3 } and not "0" && !match.Groups["whole"].Value.Contains(',')) return null;
        if (!Ratio.TryParse(part.Length > 0 ? $"{whole}.{part}" : whole, out var number)) return null;
        var shown = number.Floor.ToString("N0", CultureInfo.InvariantCulture) + (part.Length > 0 ? "." + part : "");
        return new Amount(number, before + after, before.Length > 0 ? before + (char.IsLetter(before[^1]) ? " " : "") + shown : $"{shown} {after}".TrimEnd());
    }

    /// <summary>Whether it is of the same thing as another, so that the two can be compared: the same word, in small or capital letters.</summary>
    public bool IsLike(Amount other) => string.Equals(Unit, other.Unit, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<before>[\p{Lu}\p{Sc}]{1,4})?\s*(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+|\d+)(?:\.(?<part>\d{1,9}))?(?:\s*(?<after>[\p{L}\p{Sc}%](?:[^\d]|(?<=\p{L})\d)*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Written();

    [GeneratedRegex(@"\D", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
