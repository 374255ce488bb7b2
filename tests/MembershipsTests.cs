using System.Text;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Findings.Agreements;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Who joined and left, what the agreement did after, how often members meet, and which agreement somebody would join.</summary>
public class MembershipsTests
{
    private const string Clause = "\n---\n## Rule {#rule}\n";

    private static readonly (string Path, string Text)[] Coalition =
    [
        ("content/platform/pact/2024-01-01.md", "---\ntitle: Pact\nin-force: 2024-01-01" + Clause + "One.\n"),
        ("content/platform/pact/2025-03-01.md", "---\ntitle: Pact\nin-force: 2025-03-01" + Clause + "Two.\n"),
        ("content/platform/pact/2026-03-01.md", "---\ntitle: Pact\nin-force: 2026-03-01" + Clause + "Three.\n"),
        ("content/decisions/again.md", "---\ntitle: Ash again\nstatus: accepted\ndate: 2025-12-01\n---\n## Rationale\nIt asked.\n"),
        ("content/members/ash.md", "---\nname: Ash\nadmitted-by: again\nperiods: [{from: 2024-01-01, until: 2025-02-28, why: No money}, {from: 2026-01-01}]\n"
            + "endorsements: [{platform: pact, version: 1, date: 2025-02-01, position: withdrawn}]\n---\n"),
    ];

    [Fact]
    public void Somebody_joins_leaves_and_joins_again_by_the_decision_of_that_day()
    {
        var events = Derive(Coalition).Memberships.Events;
        Assert.Equal([MembershipChange.Rejoined, MembershipChange.Left, MembershipChange.Joined], events.Select(e => e.Change));
        Assert.Equal(["again", null, null], events.Select(e => e.Decision?.Id));
        Assert.Equal("No money", events[1].Why);
        Assert.Single(events[1].Statements);
    }

    [Theory]
    [InlineData("2025-02-28", "2026-06-01", new[] { 1 })]     // the next day counts, the thirteenth month does not
    [InlineData("2025-03-01", "2026-06-01", new[] { 2 })]     // what starts on the last day of a member is no change after it; twelve months on is
    [InlineData("2025-02-28", "2025-02-28", new int[0])]      // nothing is told of a day that is still to come
    public void A_change_is_told_for_twelve_months_after_somebody_left(string left, string today, int[] places)
    {
        var (consolidation, _, _) = Bind(Coalition);
        var timeline = Timelines.Of(consolidation).Of((Platform)consolidation.Corpus.Find("platform", "pact")!);
        Assert.True(PartialDate.TryParse(left, out var day));
        Assert.Equal(places, Memberships.ChangesAfter(timeline, day, DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-01-01 2026-01-31", null)] // one gap is no pattern
    [InlineData("2026-01-01 2026-01-11 2026-02-10", 20.0)]
    [InlineData("2026-01-01 2026-01-11 2026-01-21 2026-05-21", 10.0)]
    [InlineData("2025-01-01 2026-01-01 2026-01-11 2026-02-10 2026-12-01", 30.0)] // of the last twelve months alone
    public void The_usual_gap_between_meetings_is_the_median(string days, double? gap) =>
        Assert.Equal(gap, Derive([.. days.Split(' ').Select(d => ($"content/meetings/{d}.md", $"---\ntitle: Meeting {d}\ndate: {d}\n---\nText.\n"))]).Rhythm.MedianGap);

    [Fact]
    public void The_agreement_that_most_endorsed_is_the_one_to_join_and_the_others_are_named()
    {
        var site = Site(
        [
            ("content/platform/a.md", "---\ntitle: First" + Clause + "One.\n"),
            ("content/platform/b.md", "---\ntitle: Second" + Clause + "One.\n"),
            ("content/members/x.md", "---\nname: X\nendorsements: [{platform: b, version: 1, position: endorsed}]\n---\n"),
        ]);
        Assert.Contains("You would agree to <a href=\"../platform/b.html\">Second</a>", site["join/index.html"], StringComparison.Ordinal);
        Assert.Contains("There are other agreements too: <a href=\"../platform/a.html\">First</a>.", site["join/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_agreement_there_is_nothing_to_join()
    {
        var site = Site([("content/members/x.md", "---\nname: X\nperiods: [{from: 2026-01-01}]\n---\n")]);
        Assert.DoesNotContain("join/index.html", site.Keys);
        Assert.DoesNotContain("join/index.html", site["index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Who may go {#leaving}\nAnybody.\n", "Anybody.", "does not say how to leave")]
    [InlineData("## Money {#money}\nA member that withdraws gets nothing.\n", "These use a word that may be about it.", "does not say how to leave")]
    [InlineData("## Money {#money}\nWe have none.\n", "The agreement does not say how to leave.", "may be about it")]
    public void A_silent_agreement_is_called_silent_and_no_other(string words, string says, string never)
    {
        var page = Site([("content/platform/a.md", "---\ntitle: A\n---\n" + words)])["join/index.html"];
        var leave = page[page.IndexOf("id=\"at-leave\"", StringComparison.Ordinal)..page.IndexOf("id=\"at-end\"", StringComparison.Ordinal)];
        Assert.Contains(says, leave, StringComparison.Ordinal);
        Assert.DoesNotContain(never, leave, StringComparison.Ordinal);
    }

    private static Consequences Derive((string Path, string Text)[] files)
    {
        var (consolidation, sources, say) = Bind(files);
        return Deriver.Derive(consolidation, sources, new Settings { At = new SourceText("site.config.yml", "").At(0) }, say);
    }

    private static (Consolidation Consolidation, SourceTree Sources, DiagnosticBag Say) Bind((string Path, string Text)[] files)
    {
        var say = new DiagnosticBag();
        var sources = Sources(files);
        var corpus = Binder.Bind(Parser.Parse(sources.Content, say), [], Kinds.Records, sources.Today, say);
        var consolidation = Consolidation.Of(corpus, sources.Today, say);
        Assert.False(say.HasErrors, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return (consolidation, sources, say);
    }

    private static Dictionary<string, string> Site((string Path, string Text)[] files)
    {
        var say = new DiagnosticBag();
        var config = new SourceText("site.config.yml", "name: Test\n");
        var build = Pipeline.Run(Sources(files) with { Config = config }, Settings.Bind(config, Kinds.Records, say), BuiltIn.Templates, say, new Stages());
        Assert.True(build.Artifacts is not null, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return build.Artifacts.ToDictionary(a => a.Path, a => Encoding.UTF8.GetString(a.Bytes.Span), StringComparer.Ordinal);
    }

    private static SourceTree Sources((string Path, string Text)[] files)
    {
        var folder = new SourceFolder("content");
        return new SourceTree(new DateOnly(2026, 12, 15)) { Content = [.. files.Select(f => new SourceFile(new SourceText(f.Path, f.Text), folder))] };
    }
}
