using System.Globalization;
using System.Numerics;
using PublicLedger.Findings.Health;
using PublicLedger.Findings.Tallies;

namespace PublicLedger.Outputs;

/// <summary>Numbers of the health page in words. What is rounded is rounded for readers only; it was compared exactly.</summary>
internal static class AmountWords
{
    /// <summary>"4.5 days", "83%", "1 month", "3".</summary>
    public static string Of(Amount amount) => amount.Unit switch
    {
        Unit.Share => Percent(amount.Value) + "%",
        Unit.Count => Rounded(amount.Value, 1),
        var unit => $"{Rounded(amount.Value, 1)} {Word(unit, amount.Value == Ratio.One)}",
    };

    /// <summary>The same without its unit, for a column whose heading says it: "4.5", "83%".</summary>
    public static string Bare(Amount amount) => amount.Unit == Unit.Share ? Of(amount) : Rounded(amount.Value, 1);

    /// <summary>A number in the unit of an indicator.</summary>
    public static string Of(Ratio value, Unit unit) => Of(new Amount(value, unit));

    /// <summary>For drawing.</summary>
    public static decimal Drawn(Ratio value) => (decimal)(value.Above * 10_000 / value.Below) / 10_000;

    /// <summary>A share as whole hundredths. What is not all is never said to be 100, and what is not nothing never 0.</summary>
    private static string Percent(Ratio share)
    {
        var rounded = Round(share * 100);
        if (rounded == 100 && share < Ratio.One) rounded = 99;
        if (rounded.IsZero && share > Ratio.Zero) rounded = 1;
        return rounded.ToString(CultureInfo.InvariantCulture);
    }

    private static string Rounded(Ratio value, int places)
    {
        var ten = BigInteger.Pow(10, places);
        var whole = (decimal)Round(value * new Ratio(ten, 1)) / (decimal)ten;
        return whole.ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>To the nearest whole number; halves go up.</summary>
    private static BigInteger Round(Ratio value) => (value + new Ratio(1, 2)).Floor;

    private static string Word(Unit unit, bool one)
    {
        var words = unit.ToString().ToLower(CultureInfo.InvariantCulture);
        return one ? words[..^1] : words;
    }
}
