using System.Collections.Immutable;
using System.Text;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>What is said of each clause, and of a whole comparison.</summary>
public sealed class ClauseChangeTests
{
    private const string First = """
        ---
        title: Pact
        in-force: 2024-01-01
        ---
        Words before all clauses.

        ## 1. Floods {#floods}
        Members may share warnings.

        ## 2. Bounds {#bounds .non-negotiable}
        ### 2.1 Old rule {#old}
        This goes away.

        ### 2.2 Links {#links}
        See [the list](a.md).

        ### 2.3 Wander {#wander}
        These words wander without change, and
        the lines may break anywhere.

        ## 3. Last {#last}
        Only one thing, here.
        """;

    private const string Second = """
        ---
        title: Pact
        in-force: 2025-01-01
        ---
        Words before any clauses.

        ## 1. Flood warnings {#floods .non-negotiable}
        Members must share warnings.

        ## 2. Bounds {#bounds .non-negotiable}
        ### 2.1 Links {#links}
        See [the list](b.md).

        ## 3. Last {#last}
        Only one thing here.

        ### 3.1 Wander {#wander}
        These words wander without change,
        and the lines may break anywhere.

        ### 3.2 New {#new}
        This is new.
        """;

    [Fact]
    public void Each_change_is_said_in_sentences() => Assert.Equal(
        [
            "change-1 The words before the first clause [Changed] 1 word removed, 1 added.",
            "change-2 1 Flood warnings [Changed] New heading: “Flood warnings”, was “Floods”. Now a non-negotiable. 1 word removed, 1 added.",
            "change-3 2.1 Old rule [Removed] Removed. It was a non-negotiable.",
            "change-4 2.1 Links [Links or layout] Renumbered from 2.2 to 2.1. Only links or layout changed.",
            "change-5 3 Last [Changed] Only punctuation or capital letters changed.",
            "change-6 3.1 Wander [Changed] Moved from 2.3 to 3.1. No longer a non-negotiable. Words not changed.",
            "change-7 3.2 New [Added] Added.",
        ],
        ClauseChangeView.Of(Timeline(First, Second), 0, 1).Select(c => $"{c.Anchor} {c.Label} [{c.Tag.Label}] {string.Join(' ', c.What)}"));

    [Fact]
    public void A_clause_without_a_number_moved_from_behind_another()
    {
        const string Before = "---\ntitle: Pact\nin-force: 2024-01-01\n---\n## One {#a}\nX.\n\n## Two {#b}\nY.\n\n## Three {#c}\nZ.\n";
        const string After = "---\ntitle: Pact\nin-force: 2025-01-01\n---\n## Three {#c}\nZ.\n\n## One {#a}\nX.\n\n## Two {#b}\nY.\n";
        Assert.Equal(["Moved from after Two to the start.", "Words not changed."], Assert.Single(ClauseChangeView.Of(Timeline(Before, After), 0, 1)).What);
    }

    [Fact]
    public void A_comparison_is_summed_up_in_a_sentence()
    {
        Assert.Equal(
            "2 clauses changed, 1 added, 1 removed; the words before the first clause changed; 1 clause changed in kind, 1 changed only in links or layout; non-negotiables: 2, were 3.",
            Sentence(First, Second));
        Assert.Equal("No words changed; non-negotiables: 3, as before.", Sentence(First, First.Replace("2024-01-01", "2025-01-01", StringComparison.Ordinal)));
        Assert.Equal("1 clause changed; non-negotiables: 3, as before.", Sentence(First, First.Replace("2024-01-01", "2025-01-01", StringComparison.Ordinal).Replace("may share", "must share", StringComparison.Ordinal)));
        Assert.Equal("No clause changed; the title changed; non-negotiables: 3, as before.", Sentence(First, First.Replace("2024-01-01", "2025-01-01", StringComparison.Ordinal).Replace("title: Pact", "title: Treaty", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_came_or_went_as_a_whole_is_not_listed_word_by_word()
    {
        var changes = ClauseChangeView.Of(Timeline(First, Second), 0, 1);
        Assert.Equal([true, true, false, false, true, false, false], changes.Select(c => c.Lists));
        Assert.Equal([true, true, false, true, true, false, false], changes.Select(c => c.OffersBoth));
        Assert.Equal([false, false, false, false, false, true, false], changes.Select(c => c.OffersWords));
        Assert.Contains("<del>", changes[2].Marked.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>", changes[6].Marked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_part_shows_it_without_a_name_that_the_view_has_not()
    {
        var say = new DiagnosticBag();
        var templates = new Templates([.. BuiltIn.Templates, new SourceText("templates/try.html", "{{> word-key}}{{#each changes}}<h2 id=\"{{anchor}}\">{{label}}</h2>{{> word-changes}}{{/each}}")], [], say);
        templates.Check([("try", typeof(Some))], say);
        Assert.Empty(say.Sorted());
        var html = Encoding.UTF8.GetString(templates.Render("try", new Some(ClauseChangeView.Of(Timeline(First, Second), 0, 1))).Span);
        Assert.Contains("Members <del><span class=\"vh\">[removed:&nbsp;</span>may<span class=\"vh\">]&nbsp;</span></del> <ins><span class=\"vh\">[added:&nbsp;</span>must<span class=\"vh\">]&nbsp;</span></ins> share warnings.", html, StringComparison.Ordinal);
        Assert.Contains("<caption>List of word changes in clause 1 (change 2)</caption>", html, StringComparison.Ordinal);
        Assert.Contains("<td>, (comma)</td><td>Nothing</td>", html, StringComparison.Ordinal);
        Assert.Contains("<p>Links put in:</p>\n<ul><li><code dir=\"ltr\">b.md</code></li></ul>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>After (version 2)</strong>", html, StringComparison.Ordinal);
    }

    /// <summary>A page of changes.</summary>
    public sealed record Some(ImmutableArray<ClauseChangeView> Changes);

    private static string Sentence(string before, string after)
    {
        var timeline = Timeline(before, after);
        return ClauseChangeWords.Sentence(ChangeSummary.Of(DiffedChange.Between(timeline, 0, 1), timeline.Texts[0], timeline.Texts[1]));
    }

    private static Timeline Timeline(params string[] texts)
    {
        var say = new DiagnosticBag();
        var folder = new SourceFolder("content");
        var files = texts.Select((text, i) => new SourceFile(new SourceText($"content/platform/pact/{2024 + i}-01-01.md", text), folder)).ToImmutableArray();
        var day = new DateOnly(2026, 1, 1);
        var read = Consolidation.Of(Binder.Bind(Parser.Parse(files, say), [], Kinds.Records, day, say), day, say);
        Assert.False(say.HasErrors, string.Join('\n', say.Sorted().Select(d => d.Message)));
        return Timelines.Of(read).Of(read.Corpus.All<Platform>(Platform.OfKind).Single());
    }
}
