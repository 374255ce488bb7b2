using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Whether what somebody endorsed is still the text.</summary>
public class CurrencyTests
{
    private const string Head = "---\ntitle: Pact\nin-force: ";

    private static readonly (string Path, string Text)[] Pact =
    [
        ("content/platform/pact/2024-01-01.md", Head + "2024-01-01\n---\n## 1. Rule {#rule}\nOne.\n\n## 2. Also {#also}\nSame.\n"),
        ("content/platform/pact/2025-01-01.md", Head + "2025-01-01\n---\n## 1. Rule {#rule}\nTwo.\n\n## 2. Also {#also}\nSame.\n"),
        ("content/platform/pact/2026-01-01.md", Head + "2026-01-01\n---\n## 2. Also {#also}\nSame.\n\n## 1. Rule {#rule}\nTwo.\n"),
        ("content/platform/pact/2027-01-01.md", Head + "2027-01-01\n---\n## 1. Rule {#rule}\nThree.\n"),
    ];

    [Theory]
    [InlineData("{version: 3, date: 2026-02-01, position: endorsed}", Held.InForce, 2)]
    [InlineData("{version: 2, date: 2025-02-01, position: endorsed}", Held.SameWords, 1)] // only the order changed
    [InlineData("{version: 1, date: 2024-02-01, position: endorsed}", Held.Behind, 0)]
    [InlineData("{version: 4, date: 2026-05-01, position: endorsed}", Held.Ahead, 3)]
    [InlineData("{version: 3, date: 2026-02-01, position: declined}", Held.None, null)]
    [InlineData("{version: 3, date: 2026-02-01, position: pending}", Held.None, null)]
    [InlineData("{version: 9, date: 2026-02-01, position: endorsed}", Held.Unknown, null)]
    [InlineData("{date: 2026-02-01, position: endorsed}", Held.Unknown, null)]
    // A refusal or an open word leaves an older endorsement standing; the same text refused, or all taken back, does not.
    [InlineData("{version: 1, date: 2024-02-01, position: endorsed}|{version: 3, date: 2026-02-01, position: declined}", Held.Behind, 0)]
    [InlineData("{version: 1, date: 2024-02-01, position: endorsed}|{version: 3, date: 2026-02-01, position: pending}", Held.Behind, 0)]
    [InlineData("{version: 3, date: 2026-02-01, position: endorsed}|{version: 3, date: 2026-03-01, position: declined}", Held.None, null)]
    [InlineData("{version: 3, date: 2026-02-01, position: endorsed}|{version: 1, date: 2026-03-01, position: withdrawn}", Held.None, null)]
    [InlineData("{version: 1, date: 2024-02-01, position: withdrawn}|{version: 3, date: 2026-02-01, position: endorsed-with-reservations}", Held.InForce, 2)]
    // Of the text in force counts before one that is still to come, in whatever order they were written.
    [InlineData("{version: 4, date: 2026-05-01, position: endorsed}|{version: 3, date: 2026-02-01, position: endorsed}", Held.InForce, 2)]
    public void An_endorsement_is_held_against_the_text_in_force(string words, Held standing, int? place)
    {
        var currency = Assert.Single(Derive([.. Pact, Member("a", words)]).Of(PactOf([.. Pact, Member("a", words)])));
        Assert.Equal((standing, place), (currency.Standing, currency.Holds?.Place));
        Assert.Equal(words.Split('|').Length, currency.Words.Length);
    }

    [Fact]
    public void What_changed_since_runs_from_the_endorsed_text_to_the_one_in_force()
    {
        var currency = Assert.Single(Derive([.. Pact, Member("a", "{version: 1, date: 2024-02-01, position: endorsed}")]).Of(PactOf(Pact)));
        var change = Assert.Single(currency.Since, c => c.Matters);
        Assert.Equal(("One.", "Two."), (Words(change.Before), Words(change.After)));
    }

    [Fact]
    public void Another_rule_for_decisions_is_a_change_though_no_clause_changed()
    {
        (string Path, string Text)[] files =
        [
            ("content/platform/pact/2024-01-01.md", Head + "2024-01-01\ndecision-rules:\n  ordinary: {method: vote, threshold: more than half}\n---\n## Rule {#rule}\nOne.\n"),
            ("content/platform/pact/2025-01-01.md", Head + "2025-01-01\ndecision-rules:\n  ordinary: {method: vote, threshold: two thirds}\n---\n## Rule {#rule}\nOne.\n"),
            Member("a", "{version: 1, date: 2024-02-01, position: endorsed}"),
        ];
        var currency = Assert.Single(Derive(files).Of(PactOf(files)));
        Assert.Equal((Held.Behind, true), (currency.Standing, currency.RulesChanged));
    }

    [Theory]
    [InlineData("", Held.InForce)] // one text without a date is the only text there is
    [InlineData("in-force: 2030-01-01\n", Held.InForce)] // not yet in force, and the only one to endorse
    public void An_agreement_of_one_text_has_only_that(string head, Held standing)
    {
        (string Path, string Text)[] files = [("content/platform/pact.md", $"---\ntitle: Pact\n{head}---\n## Rule {{#rule}}\nOne.\n"), Member("a", "{version: 1, position: endorsed}")];
        Assert.Equal(standing, Assert.Single(Derive(files).Of(PactOf(files))).Standing);
    }

    [Fact]
    public void Where_texts_have_no_dates_nobody_is_said_to_be_behind()
    {
        (string Path, string Text)[] files =
        [
            ("content/platform/pact/a.md", "---\ntitle: Pact\n---\n## Rule {#rule}\nOne.\n"),
            ("content/platform/pact/b.md", "---\ntitle: Pact\n---\n## Rule {#rule}\nTwo.\n"),
            Member("a", "{version: 1, position: endorsed}"),
        ];
        Assert.Equal(Held.Unknown, Assert.Single(Derive(files).Of(PactOf(files))).Standing);
    }

    [Fact]
    public void A_name_that_the_text_lists_and_a_member_that_speaks_are_one()
    {
        (string Path, string Text)[] files =
        [
            ("content/platform/pact/2024-01-01.md", Head + "2024-01-01\nendorsed-by: [a, b]\n---\n## Rule {#rule}\nOne.\n"),
            ("content/platform/pact/2025-01-01.md", Head + "2025-01-01\n---\n## Rule {#rule}\nTwo.\n"),
            Member("a", "{version: 2, date: 2025-02-01, position: endorsed}"),
            Member("b", "{version: 2, date: 2025-02-01, position: declined}"),
        ];
        var all = Derive(files).Of(PactOf(files));
        Assert.Equal([Held.InForce, Held.Behind], all.Select(c => c.Standing));
        Assert.All(all, c => Assert.Equal(2, c.Words.Length));
    }

    private static (string, string) Member(string id, string words) =>
        ($"content/members/{id}.md", $"---\nname: {id.ToUpperInvariant()}\nendorsements:\n{string.Concat(words.Split('|').Select(w => $"  - {{platform: pact, {w[1..]}\n"))}---\n");

    private static string Words(Clause? clause) => clause!.Section.Content.Marked.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Trim();

    private static Currencies Derive((string Path, string Text)[] files) => Deriver.Derive(Consolidate(files, out var sources, out var say), sources, new Settings { At = new SourceText("site.config.yml", "").At(0) }, say).Currencies;

    private static Platform PactOf((string Path, string Text)[] files) => (Platform)Consolidate(files, out _, out _).Corpus.Find("platform", "pact")!;

    private static Consolidation Consolidate((string Path, string Text)[] files, out SourceTree sources, out DiagnosticBag say)
    {
        say = new DiagnosticBag();
        var folder = new SourceFolder("content");
        sources = new SourceTree(new DateOnly(2026, 6, 1))
        {
            Content = [.. files.Select(f => new SourceFile(new SourceText(f.Path, f.Text), folder))],
        };
        var corpus = Binder.Bind(Parser.Parse(sources.Content, say), [], Kinds.Records, sources.Today, say);
        var consolidation = Consolidation.Of(corpus, sources.Today, say);
        Assert.False(say.HasErrors, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return consolidation;
    }
}
