using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Findings;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Scored options are added up exactly, and what decides them depends on nothing but the numbers.</summary>
public sealed class ScoresTests
{
    private static readonly Location Nowhere = new SourceText("a.md", "a\n").At(0);
    private static readonly ImmutableArray<string> Functions = ["money", "people", "law"];

    /// <summary>Weights in tenths, whose each is, and scores in tenths by option and criterion.</summary>
    public sealed record Table(int[] Weights, string?[] From, int[][] Scores);

    private static readonly Arbitrary<Table> AnyTable =
        (from criteria in Gen.Choose(1, 5)
         from options in Gen.Choose(1, 5)
         from weights in Gen.Choose(0, 30).ArrayOf(criteria)
         from whose in Gen.Elements<string?>([.. Functions, null]).ArrayOf(criteria)
         from scores in Gen.Choose(-20, 50).ArrayOf(criteria).ArrayOf(options)
         select new Table(weights, whose, scores)).ToArbitrary();

    [Fact]
    public void Totals_and_places_are_those_of_whole_numbers() => Prop.ForAll(AnyTable, table =>
    {
        var found = Found(table);
        // Tenths times tenths are hundredths: counted without any fraction.
        var totals = table.Scores.Select(s => s.Zip(table.Weights, (score, weight) => score * weight).Sum()).ToList();
        foreach (var (total, i) in totals.Select((t, i) => (t, i)))
        {
            var option = found.Options.Single(o => o.Option.Name == "option " + i);
            Assert.Equal(new Ratio(total, 100), option.Total);
            Assert.Equal(1 + totals.Count(other => other > total), option.Place);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_decides_is_what_changes_the_best_without_it() => Prop.ForAll(AnyTable, table =>
    {
        var found = Found(table);
        if (table.Weights.Length == 1)
        {
            Assert.Empty(found.WithoutEach);
            return;
        }

        var best = Best(table, _ => true);
        foreach (var (without, i) in found.WithoutEach.Select((w, i) => (w, i)))
        {
            var then = Best(table, c => c != i);
            Assert.Equal(then, without.Leading.Select(o => o.Name).Order(StringComparer.Ordinal));
            Assert.Equal(!then.SequenceEqual(best), without.Decides);
        }

        foreach (var without in found.WithoutFunction)
        {
            var then = table.From.All(f => f == without.From) ? [] : Best(table, c => table.From[c] != without.From);
            Assert.Equal(then, without.Leading.Select(o => o.Name).Order(StringComparer.Ordinal));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_criteria_and_options_changes_nothing() => Prop.ForAll(AnyTable, table =>
    {
        var (usual, other) = (Found(table), Found(table, reversed: true));
        Assert.Equal(usual.Options.Select(o => (o.Option.Name, o.Total, o.Place)), other.Options.Select(o => (o.Option.Name, o.Total, o.Place)));
        Assert.Equal(Outcome(usual), Outcome(other));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaling_all_weights_changes_nothing() => Prop.ForAll(AnyTable, Gen.Choose(1, 50).ToArbitrary(), (table, factor) =>
    {
        var (usual, other) = (Found(table), Found(table with { Weights = [.. table.Weights.Select(w => w * factor)] }));
        Assert.Equal(usual.Options.Select(o => (o.Option.Name, o.Place)), other.Options.Select(o => (o.Option.Name, o.Place)));
        Assert.Equal(Outcome(usual), Outcome(other));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1/3", 1, 3)]
    [InlineData("0.1", 1, 10)]
    [InlineData("-2.5", -5, 2)]
    [InlineData("−2", -2, 1)]
    [InlineData("40%", 2, 5)]
    public void Numbers_are_read_exactly(string written, int above, int below) => Assert.Equal(new Ratio(above, below), Scores.Number(written));

    [Theory]
    [InlineData("high")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--2")]
    [InlineData("2,5")]
    [InlineData("1/0")]
    [InlineData("99999999999")]
    public void What_is_no_number_is_none(string written) => Assert.Null(Scores.Number(written));

    [Fact]
    public void A_third_three_times_is_one()
    {
        var found = Found(new Table([10, 10, 10], [null, null, null], [[0, 0, 0]]), "1/3");
        Assert.Equal(Ratio.One, Assert.Single(found.Options).Total);
    }

    [Fact]
    public void Long_numbers_are_written_without_trouble()
    {
        var number = new Located<string>("999999999.999999999", Nowhere);
        ImmutableArray<Criterion> criteria = [.. Enumerable.Range(0, 200).Select(i => new Criterion("c" + i, number, null) { At = Nowhere })];
        ImmutableArray<Option> options = [new("a", [.. criteria.Select(c => new Score(new(c.Name, Nowhere), number))], false) { At = Nowhere }];
        var (nines, scale) = (BigInteger.Parse("999999999999999999", CultureInfo.InvariantCulture), BigInteger.Pow(10, 18));
        var total = Scores.Of(criteria, options).Options[0].Total!.Value;
        Assert.Equal(new Ratio(200 * nines * nines, scale), total);
        Assert.Contains("/", total.ToString(), StringComparison.Ordinal);
    }

    private static List<string> Outcome(Scores scores) =>
        [.. scores.WithoutEach.Concat(scores.WithoutFunction).Select(w => $"{string.Join('+', w.Criteria.Select(c => c.Name).Order(StringComparer.Ordinal))} {w.From}: {string.Join(',', w.Leading.Select(o => o.Name).Order(StringComparer.Ordinal))} {w.Decides}").Order(StringComparer.Ordinal)];

    private static List<string> Best(Table table, Func<int, bool> counts)
    {
        var totals = table.Scores.Select(s => s.Select((score, c) => counts(c) ? score * table.Weights[c] : 0).Sum()).ToList();
        return [.. totals.Select((t, i) => (t, i)).Where(t => t.t == totals.Max()).Select(t => "option " + t.i).Order(StringComparer.Ordinal)];
    }

    private static Scores Found(Table table, string? everyScore = null, bool reversed = false)
    {
        var criteria = table.Weights.Select((w, i) => new Criterion("criterion " + i, new(Tenths(w), Nowhere), table.From[i] is { } from ? new(from, Nowhere) : null) { At = Nowhere }).ToList();
        var options = table.Scores.Select((scores, i) => new Option("option " + i,
            [.. scores.Select((s, c) => new Score(new("criterion " + c, Nowhere), new(everyScore ?? Tenths(s), Nowhere)))], false)
        { At = Nowhere }).ToList();
        if (reversed) (criteria, options) = ([.. Enumerable.Reverse(criteria)], [.. Enumerable.Reverse(options)]);
        return Scores.Of([.. criteria], [.. options]);
    }

    private static string Tenths(int tenths) => $"{(tenths < 0 ? "-" : "")}{BigInteger.Abs(tenths) / 10}.{BigInteger.Abs(tenths) % 10}";
}
