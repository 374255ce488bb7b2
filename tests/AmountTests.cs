using PublicLedger.Findings.Powers;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Amounts are read exactly or not at all.</summary>
public sealed class AmountTests
{
    [Theory]
    [InlineData("640 crowns", "640", "crowns", "640 crowns")]
    [InlineData("1000 crowns", "1000", "crowns", "1,000 crowns")]
    [InlineData("1,000 crowns", "1000", "crowns", "1,000 crowns")]
    [InlineData("1 000 000 crowns", "1000000", "crowns", "1,000,000 crowns")]
    [InlineData("1\u00A0000 crowns", "1000", "crowns", "1,000 crowns")]
    [InlineData("1'000.50 crowns", "1000.5", "crowns", "1,000.50 crowns")]
    [InlineData("1,250.125 crowns", "1250.125", "crowns", "1,250.125 crowns")]
    [InlineData("0.125 t", "0.125", "t", "0.125 t")]
    [InlineData("€640", "640", "€", "€640")]
    [InlineData("€ 1,000", "1000", "€", "€1,000")]
    [InlineData("EUR 640", "640", "EUR", "EUR 640")]
    [InlineData("640 €", "640", "€", "640 €")]
    [InlineData("640", "640", "", "640")]
    [InlineData("5 %", "5", "%", "5 %")]
    [InlineData("3 hours a week", "3", "hours a week", "3 hours a week")]
    [InlineData("0007 crowns", "7", "crowns", "7 crowns")]
    public void An_amount_is_read(string written, string number, string unit, string words)
    {
        var amount = Amount.Parse(written);
        Assert.NotNull(amount);
        Assert.Equal((number, unit, words), (amount.Number.ToString(), amount.Unit, amount.Words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("crowns")]
    [InlineData("a few crowns")]
    [InlineData("about 640 crowns")]
    [InlineData("up to 1000 crowns")]
    [InlineData("-640 crowns")]
    [InlineData("1.000 crowns")]
    [InlineData("1.000,50 crowns")]
    [InlineData("1,00 crowns")]
    [InlineData("1,0000 crowns")]
    [InlineData("10,00,000 crowns")]
    [InlineData("1 000 0 crowns")]
    [InlineData("1000 to 2000 crowns")]
    [InlineData("€640 crowns")]
    [InlineData("1/2 crowns")]
    public void What_is_no_amount_for_certain_is_none(string written) => Assert.Null(Amount.Parse(written));

    [Theory]
    [InlineData("1000 crowns", "1,000 Crowns", true)]
    [InlineData("€640", "640 €", true)]
    [InlineData("640 crowns", "640 euros", false)]
    [InlineData("640", "640 crowns", false)]
    public void Only_amounts_of_the_same_thing_are_compared(string one, string other, bool like) =>
        Assert.Equal(like, Amount.Parse(one)!.IsLike(Amount.Parse(other)!));
}
