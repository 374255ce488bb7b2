using PublicLedger.Outputs;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Where the shapes of a chart stand, and what is said of them. The numbers were worked out on paper.</summary>
public sealed class ChartsTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    [Fact]
    public void A_line_breaks_where_a_number_is_missing_and_a_number_alone_is_a_dot()
    {
        // From 0 to 10: half way up is 40 - 38 / 2 = 21. From left to right 1 and 98 hundredths.
        var chart = Charts.Line(Subject with { Goal = new(5, "5 days") }, [On(0, 0), On(50, 5), On(75, null), On(100, 10)]);
        var drawing = chart.Drawing!.Value.Text;
        Assert.Contains("class=\"ln\" d=\"M1 40L50 21\"", drawing, StringComparison.Ordinal);
        Assert.Contains("class=\"dot\" d=\"M99 2h0\"", drawing, StringComparison.Ordinal);
        Assert.Contains("class=\"goal\" d=\"M0 21H100\"", drawing, StringComparison.Ordinal);
        Assert.Equal(["0", "5", "Not recorded", "10"], chart.Rows.Select(r => Assert.Single(r.Cells)));
        Assert.Contains("3 numbers, from day 0 to day 100. The lowest is 0, for day 0. The highest is 10, for day 100.", drawing, StringComparison.Ordinal);
        Assert.Contains("1 is not known and left out.", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_series_is_a_table_with_bars_and_a_long_one_a_line_above_its_table()
    {
        var few = Charts.Series(Subject, [.. Enumerable.Range(1, 24).Select(i => On(i, i))]);
        var many = Charts.Series(Subject, [.. Enumerable.Range(1, 25).Select(i => On(i, i))]);
        Assert.True(few is { HasBars: true, Drawing: null, Folded: false });
        Assert.True(many is { HasBars: false, Drawing: not null, Folded: true });
        Assert.Equal(25, many.Rows.Length);
    }

    [Fact]
    public void A_bar_starts_at_zero_and_what_is_not_known_has_none()
    {
        var chart = Charts.Bars(Subject with { Top = null }, [On(0, 8), On(1, 2), On(2, null), On(3, 0)]);
        Assert.Equal(["0 100", "0 25", "none", "none"], chart.Rows.Select(r => r.Bar!.Value.Text.Split("<rect") is [_, var bar] ? Between(bar, " x=\"") + " " + Between(bar, " width=\"") : "none"));
    }

    [Fact]
    public void Parts_of_a_bar_are_told_apart_by_their_shape()
    {
        // Two gaps of half a hundredth leave 99 for 11 things: 9 for each.
        var pieces = Stacks.Pieces([6, 0, 3, 2], 11).ToList();
        Assert.Equal(3, pieces.Count);
        Assert.Equal(["54", "27", "18"], pieces.Select(p => Between(p, " width=\"")));
        Assert.Equal(["0", "54.5", "82"], pieces.Select(p => Between(p, " x=\"")));
        Assert.Equal(3, pieces.Select(p => Between(p, " height=\"")).Distinct().Count());
    }

    [Fact]
    public void Dots_stand_at_their_days()
    {
        var drawing = Charts.Dots(Subject, [On(0, 10), On(25, 5), On(100, null)]).Drawing!.Value.Text;
        Assert.Contains("d=\"M1 2h0M25.5 21h0\"", drawing, StringComparison.Ordinal);
    }

    private static ChartSubject Subject => new("at-x", "Days to answer", "Day", "Days") { Top = 10 };

    private static ChartPoint On(int day, decimal? value) =>
        new(new Anchor($"day {day}", null), value, value is { } number ? Drawing.Number(number) : "Not recorded", Start.AddDays(day));

    private static string Between(string text, string start)
    {
        var at = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[at..text.IndexOf('"', at)];
    }
}
