using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Outputs;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The drawing of who needs whom: every need is on it, no line covers another, and what nobody needs is on top.</summary>
public sealed class LineDiagramTests
{
    [Fact]
    public void Every_pair_is_drawn_and_no_two_lines_lie_on_each_other() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
    {
        var (nodes, pairs) = Pairs(new Random(seed), circles: true);
        var plan = LineDiagram.Of(nodes, pairs);
        Assert.Equal(Enumerable.Range(0, nodes), plan.Order.Order());
        var drawn = plan.Lines.SelectMany(l => l.By.Select(by => (plan.Order[by], plan.Order[l.Row])));
        Assert.Equal(pairs.Distinct().Where(p => p.By != p.On).Order(), drawn.Order());
        foreach (var line in plan.Lines)
        {
            Assert.InRange(line.Lane, 0, plan.Lanes - 1);
            Assert.DoesNotContain(plan.Lines, o => o != line && o.Lane == line.Lane && o.Top <= line.Bottom && line.Top <= o.Bottom);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_circles_all_lines_lead_down() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
    {
        var (nodes, pairs) = Pairs(new Random(seed), circles: false);
        Assert.All(LineDiagram.Of(nodes, pairs).Lines, line => Assert.True(line.By[^1] < line.Row));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_needs_are_written_changes_nothing() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
    {
        var random = new Random(seed);
        var (nodes, pairs) = Pairs(random, circles: true);
        var plan = LineDiagram.Of(nodes, pairs);
        var shuffled = pairs.ToArray();
        random.Shuffle(shuffled);
        var other = LineDiagram.Of(nodes, shuffled);
        Assert.Equal(plan.Order, other.Order);
        Assert.Equal(plan.Lines.Select(Words), other.Lines.Select(Words));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Those_in_a_circle_stand_together()
    {
        // 0 needs 1, 1 and 2 and 3 need each other in a circle, 3 needs 4.
        var plan = LineDiagram.Of(5, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)]);
        Assert.Equal(0, plan.Order[0]);
        Assert.Equal(4, plan.Order[4]);
    }

    [Fact]
    public void The_largest_drawing_is_laid_out()
    {
        var pairs = Enumerable.Range(0, LineDiagram.MostPairs).Select(i => (i * 7 % LineDiagram.MostRows, i * 13 % LineDiagram.MostRows)).ToList();
        Assert.Equal(LineDiagram.MostRows, LineDiagram.Of(LineDiagram.MostRows, pairs).Order.Length);
    }

    private static string Words(NeedLine line) => $"{line.Row} {string.Join(' ', line.By)} {line.Lane}";

    private static (int Nodes, List<(int By, int On)> Pairs) Pairs(Random random, bool circles)
    {
        var nodes = random.Next(2, 12);
        var pairs = new List<(int By, int On)>();
        for (var i = random.Next(1, 25); i > 0; i--)
        {
            var (one, other) = (random.Next(nodes), random.Next(nodes));
            if (circles) pairs.Add((one, other));
            else if (one != other) pairs.Add((Math.Min(one, other), Math.Max(one, other)));
        }

        return (nodes, pairs);
    }
}
