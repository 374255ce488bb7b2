using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The demonstration coalition, had it ended: a final record that keeps everything.</summary>
public sealed class EndingTests
{
    private const string End = "dissolved: {date: 2027-03-03, by: 2027-02-09-end, why: The city takes the work over.}";

    private const string Decision =
        """
        ---
        title: "Should the coalition end?"
        status: accepted
        date: 2027-02-09
        method: vote
        under: food-agreement#ending
        notice-given: 2027-01-05
        vote:
          rule: ending
          for: [procurement, public-health, parks, schools, markets, ashwater-growers, sanitation, transport]
          against: [lowfield-pantry]
          abstain: [cinder-hill-kitchen]
          result: carried
        ---
        ## Decision

        The coalition ends on 3 March 2027.

        """;

    private static readonly Lazy<Published> Ended = new(() => Build(new(2027, 4, 1)));

    [Fact]
    public void A_stranger_finds_nothing_wrong()
    {
        var say = new DiagnosticBag();
        Verifier.Full(Ended.Value, say);
        Assert.Equal("", DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
    }

    [Fact]
    public void Every_page_says_so()
    {
        var pages = Pages(Ended.Value).ToList();
        Assert.NotEmpty(pages);
        foreach (var path in pages) Assert.Contains("<strong>This coalition ended on", Ended.Value.TextOf(path).Text, StringComparison.Ordinal);
    }

    /// <summary>All but the calendar and the page for who would join, which are about days to come.</summary>
    [Fact]
    public void Nothing_disappears()
    {
        var before = Demonstration.Site.Paths.Where(p => !p.StartsWith("calendar/", StringComparison.Ordinal) && !p.StartsWith("join/", StringComparison.Ordinal) && !p.StartsWith("search/", StringComparison.Ordinal));
        var after = Ended.Value.Paths.ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(before, p => !after.Contains(p) && !Depends(p));
        Assert.DoesNotContain(after, p => p.StartsWith("calendar/", StringComparison.Ordinal) || p.EndsWith(".ics", StringComparison.Ordinal) || p.StartsWith("join/", StringComparison.Ordinal));

        // A text of the agreement that starts later makes other comparisons and clause pages the newest ones.
        static bool Depends(string path) => path.Contains("/compare/", StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_open()
    {
        var open = Ended.Value.TextOf("open-questions/index.html").Text;
        Assert.Contains("There are no open questions.", open, StringComparison.Ordinal);
        Assert.DoesNotContain("third-year-budget", open, StringComparison.Ordinal);
        Assert.DoesNotContain("<entry>", Ended.Value.TextOf("feeds/open-questions.xml").Text, StringComparison.Ordinal);
        Assert.Contains("Not decided before the coalition ended", Ended.Value.TextOf("decisions/2026-10-13-third-year-budget.html").Text, StringComparison.Ordinal);
        foreach (var path in Pages(Ended.Value)) Assert.DoesNotContain("<h2>Next meeting</h2>", Ended.Value.TextOf(path).Text, StringComparison.Ordinal);
    }

    /// <summary>The vote is held against the rule "ending" of the agreement like any other.</summary>
    [Fact]
    public void The_end_is_proven_by_its_vote() =>
        Assert.Contains("8 of 10", Ended.Value.TextOf("decisions/2027-02-09-end.html").Text, StringComparison.Ordinal);

    /// <summary>A final record says the same on every day: on the last one and ten years later.</summary>
    [Fact]
    public void It_does_not_change_any_more()
    {
        var (first, later) = (Build(new(2027, 3, 3)), Build(new(2037, 3, 3)));
        Assert.Equal(first.Paths.Order(StringComparer.Ordinal), later.Paths.Order(StringComparer.Ordinal));
        foreach (var path in first.Paths) Assert.True(first.BytesOf(path).Span.SequenceEqual(later.BytesOf(path).Span), path);
    }

    private static IEnumerable<string> Pages(Published site) => site.Paths.Where(p => p.EndsWith(".html", StringComparison.Ordinal));

    private static Published Build(DateOnly day)
    {
        var say = new DiagnosticBag();
        var config = Disk.ReadConfig(Shared.Root);
        var settings = Settings.Bind(config, Kinds.Records, say);
        var sources = Disk.Read(Shared.Root, settings.Sources, config, day, settings.Limits);
        var index = sources.Content.Single(f => f.Text.Path == "content/index.md");
        var text = index.Text.Text.Replace("invented: true\n", $"invented: true\n{End}\n", StringComparison.Ordinal);
        Assert.Contains(End, text, StringComparison.Ordinal);
        sources = sources with
        {
            Content = [.. sources.Content.Replace(index, index with { Text = new SourceText(index.Text.Path, text) }), index with { Text = new SourceText("content/decisions/2027-02-09-end.md", Decision) }],
        };
        var build = Pipeline.Run(sources, settings, BuiltIn.Templates, say, new Stages());
        Assert.False(say.HasErrors, DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
        return new Published(build.Artifacts!.ToDictionary(a => a.Path, a => a.Bytes, StringComparer.Ordinal));
    }
}
