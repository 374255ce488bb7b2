using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>What becomes of decisions: chains of any shape, with and without circles.</summary>
public class AfterlifeTests
{
    /// <summary>Which decision names which, among up to nine: as likely a chain or a tree as a knot.</summary>
    private static readonly Arbitrary<(int From, int To)[]> Graphs =
        Gen.Zip(Gen.Choose(0, 8), Gen.Choose(0, 8)).Select(p => (p.Item1, p.Item2)).ArrayOf().ToArbitrary();

    [Fact]
    public void Every_circle_is_said_and_nothing_else_is_called_one() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Graphs, links =>
        {
            var said = Said(links, null);
            var reach = Reach(links.Where(l => l.From != l.To));
            var expected = Enumerable.Range(0, 9).Where(i => reach[i, i])
                .Select(i => Enumerable.Range(0, 9).First(j => j == i || (reach[i, j] && reach[j, i]))).Distinct().Select(Name).Order(StringComparer.Ordinal);
            // Each group of circles is said once, at the first of its decisions.
            var circles = said.Where(d => d.Code == "replaced-in-a-circle").Select(d => d.At.Source.Stem).Order(StringComparer.Ordinal);
            var itself = said.Where(d => d.Code == "replaces-itself").Select(d => d.At.Source.Stem).Order(StringComparer.Ordinal);
            return expected.SequenceEqual(circles) && itself.SequenceEqual(links.Where(l => l.From == l.To).Distinct().Select(l => Name(l.From)).Order(StringComparer.Ordinal));
        }));

    [Fact]
    public void The_order_of_files_does_not_matter() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Graphs, ArbMap.Default.ArbFor<int>(), (links, seed) =>
            Said(links, null).Select(Line).SequenceEqual(Said(links, seed).Select(Line)) && Chains(links, null).SequenceEqual(Chains(links, seed))));

    /// <summary>With and without circles: found records are published whatever they say.</summary>
    [Fact]
    public void A_chain_holds_what_came_before_and_after_and_nobody_twice() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Graphs, links =>
        {
            var reach = Reach(links.Where(l => l.From != l.To));
            var corpus = Bind(links, null, new DiagnosticBag());
            var replacements = Replacements.Of(corpus);
            return corpus.All<Decision>(Decision.OfKind).All(decision =>
            {
                var steps = Afterlife.Of(decision, replacements, corpus).Steps.Where(s => s.Event == LifeEvent.Decided).Select(s => s.Decision.Id).ToList();
                var me = int.Parse(decision.Id[1..], CultureInfo.InvariantCulture);
                var kin = Enumerable.Range(0, 9).Where(i => i != me && (reach[me, i] || reach[i, me])).Select(Name).ToList();
                return steps.Count == (kin.Count == 0 ? 0 : kin.Count + 1) && steps.ToHashSet().IsSupersetOf(kin) && steps.Distinct().Count() == steps.Count;
            });
        }));

    [Fact]
    public void A_long_chain_is_cut_and_says_so()
    {
        var corpus = Bind([.. Enumerable.Range(1, 3000).Select(i => (i, i - 1))], null, new DiagnosticBag(), 3001);
        var afterlife = Afterlife.Of((Decision)corpus.Find("decision", "d1500")!, Replacements.Of(corpus), corpus);
        Assert.Equal(2 * Afterlife.MostDecisions + 1, afterlife.Steps.Length);
        Assert.Equal(2, afterlife.More);
        var say = new DiagnosticBag();
        AfterlifeCheck.Check(corpus, say);
        Assert.Empty(say.Sorted());
    }

    private static ImmutableArray<Diagnostic> Said((int, int)[] links, int? shuffle)
    {
        var say = new DiagnosticBag();
        AfterlifeCheck.Check(Bind(links, shuffle, say), say);
        return say.Sorted();
    }

    private static List<string> Chains((int, int)[] links, int? shuffle)
    {
        var corpus = Bind(links, shuffle, new DiagnosticBag());
        var replacements = Replacements.Of(corpus);
        return [.. corpus.All<Decision>(Decision.OfKind).OrderBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => d.Id + ": " + string.Join(" ", Afterlife.Of(d, replacements, corpus).Steps.Select(s => $"{s.Decision.Id}/{string.Join(",", s.Replaced.Select(r => r.Old.Id))}")))];
    }

    /// <summary>Every odd decision is undated, so that orders are made of more than days.</summary>
    private static Corpus Bind((int From, int To)[] links, int? shuffle, DiagnosticBag say, int count = 9)
    {
        var folder = new SourceFolder("content");
        var old = links.Distinct().ToLookup(l => l.From, l => l.To);
        var files = Enumerable.Range(0, count).Select(i => new SourceFile(new SourceText(
            $"content/decisions/{Name(i)}.md",
            $"---\ntitle: {Name(i)}\nstatus: accepted\n{(i % 2 == 0 ? "date: 2026-01-01\n" : "")}supersedes: [{string.Join(", ", old[i].Select(Name))}]\n---\n## Rationale\nWe asked.\n"), folder)).ToArray();
        if (shuffle is { } seed) new Random(seed).Shuffle(files);
        return Binder.Bind(Parser.Parse([.. files], say), [], Kinds.Records, new DateOnly(2026, 12, 15), say);
    }

    /// <summary>Which decision leads to which in one step or more (S. Warshall 1962): another way than that of the program.</summary>
    private static bool[,] Reach(IEnumerable<(int From, int To)> links)
    {
        var reach = new bool[9, 9];
        foreach (var (from, to) in links) reach[from, to] = true;
        for (var via = 0; via < 9; via++)
            for (var from = 0; from < 9; from++)
                for (var to = 0; to < 9; to++)
                    reach[from, to] |= reach[from, via] && reach[via, to];
        return reach;
    }

    private static string Name(int number) => "d" + number.ToString(CultureInfo.InvariantCulture);

    private static string Line(Diagnostic said) => $"{said.At} {said.Message}";
}
