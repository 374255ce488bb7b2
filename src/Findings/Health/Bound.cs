using System.Globalization;
using PublicLedger.Findings.Tallies;

namespace PublicLedger.Findings.Health;

/// <summary>Where a number should stay. It is drawn by the pattern texts or by the coalition, and it is a line to look at, not a grade.</summary>
/// <param name="Value">The line itself, which is still fine.</param>
/// <param name="IsMost">Whether the number should be at most this; else at least.</param>
public readonly record struct Bound(Ratio Value, bool IsMost)
{
    /// <summary>At most so much.</summary>
    public static Bound AtMost(Ratio value) => new(value, true);

    /// <summary>At least so much.</summary>
    public static Bound AtLeast(Ratio value) => new(value, false);

    /// <summary>Whether a number is on the wrong side of it. Exactly on the line is fine.</summary>
    public bool IsPast(Ratio number) => IsMost ? number > Value : number < Value;

    /// <summary>A line as a coalition writes it: "10 days", "18 months", "75%", "two thirds" is not read, "2/3" is.</summary>
    /// <param name="written">The words.</param>
    /// <param name="unit">In what the number is counted.</param>
    public static Ratio? Read(string written, Unit unit)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !Ratio.TryParse(words[0], out var number)) return null;
        var word = words.Length == 1 ? "" : string.Join(' ', words[1..]);
        return unit switch
        {
            Unit.Share => word is "" or "%" && (words[0].EndsWith('%') || word == "%" || words[0].Contains('/')) ? InShares(words[0], word, number) : null,
            Unit.Count => word.Length == 0 && number.IsWhole ? number : null,
            _ => number.IsWhole && word.TrimEnd('s') == unit.ToString().ToLower(CultureInfo.InvariantCulture).TrimEnd('s') ? number : null,
        };
    }

    private static Ratio? InShares(string written, string word, Ratio number)
    {
        var share = word == "%" && !written.EndsWith('%') ? number / 100 : number;
        return share <= Ratio.One ? share : null;
    }
}
