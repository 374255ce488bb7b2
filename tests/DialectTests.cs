using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Decision records in the forms seen in public logs, each written small.</summary>
public sealed class DialectTests
{
    private static readonly SourceFolder Decisions = new("log", "decision", "auto");

    internal static (Document Document, DiagnosticBag Say) Read(string name, string text, SourceFolder? folder = null)
    {
        var say = new DiagnosticBag();
        var document = Parser.Parse(new SourceFile(new SourceText($"log/{name}", text), folder ?? Decisions), say);
        return (document, say);
    }

    /// <summary>The values under a key, joined with a bar.</summary>
    internal static string? Value(Document document, string key) => document.Front[key] switch
    {
        null => null,
        Scalar scalar => scalar.Text,
        Sequence list => string.Join(" | ", list.Items.Select(i => ((Scalar)i).Text)),
        Mapping map => string.Join("; ", map.Entries.Select(e => $"{e.Key.Value}: {(e.Value as Scalar)?.Text ?? "(more)"}")),
        _ => "?",
    };

    internal static ImmutableArray<string> Codes(DiagnosticBag say) => [.. say.Sorted().Select(d => d.Code)];

    [Fact]
    public void Adr_tools()
    {
        var (document, say) = Read("0007-use-oak.md", """
            # 7. Use oak for the benches

            Date: 2021-3-4

            ## Status

            ✅ Accepted

            Supersedes [3. Use pine](0003-use-pine.md)

            Amends [2. Sit down](0002-sit-down.md)

            Clarifies [1. Stand](0001-stand.md)

            ## Context

            Pine rots.
            """);
        Assert.Equal("nygard", document.Dialect);
        Assert.Equal("Use oak for the benches", Value(document, "title"));
        Assert.Equal("0007", Value(document, "number"));
        Assert.Equal("accepted", Value(document, "status"));
        Assert.Equal("✅ Accepted", Value(document, "status-written"));
        Assert.Equal("2021-03-04", Value(document, "date"));
        Assert.Equal("2021-3-4", Value(document, "date-written"));
        Assert.Equal("0003-use-pine.md", Value(document, "supersedes"));
        Assert.Equal("0002-sit-down.md", Value(document, "amends"));
        Assert.Equal("0001-stand.md", Value(document, "related"));
        Assert.Equal(["Context"], document.Body.Sections.Select(s => s.Title));
        Assert.Empty(say.Sorted());
    }

    [Theory]
    [InlineData("⌛️ Superseded [0019](0019-x.md)", "superseded", "0019-x.md")]
    [InlineData("Superceded by [5. X](0005-x.md)", "superseded", "0005-x.md")]
    [InlineData("Superseded by ADR-0123", "superseded", "ADR-0123")]
    [InlineData("Replaced by [x](x.md) ", "superseded", "x.md")]
    public void A_superseded_record_names_its_successor(string status, string word, string by)
    {
        var (document, say) = Read("0001-a.md", $"# 1. A\n\n## Status\n\n{status}\n\n## Context\n");
        Assert.Equal(word, Value(document, "status"));
        Assert.Equal(by, Value(document, "superseded-by"));
        Assert.Empty(say.Sorted());
    }

    [Fact]
    public void A_record_replaced_in_part_stays_accepted()
    {
        var (document, _) = Read("0001-a.md", "# 1. A\n\n## Status\n\nPartially superseded by [B](b.md)\n");
        Assert.Equal("accepted", Value(document, "status"));
        Assert.Equal("b.md", Value(document, "partly-superseded-by"));
        Assert.Null(document.Front["superseded-by"]);
    }

    [Theory]
    [InlineData("imlpemented", "implemented")]
    [InlineData("superseeded", "superseded")]
    [InlineData("Accepted – proposed to be superseded by B", "accepted")]
    [InlineData("Active\\", "accepted")]
    public void An_unknown_status_is_kept_and_the_nearest_word_only_suggested(string written, string suggested)
    {
        var (document, say) = Read("0001-a.md", $"# 1. A\n\n## Status\n\n{written}\n\n## Context\n\nText.\n");
        Assert.Null(document.Front["status"]);
        Assert.Equal(written, Value(document, "status-written"));
        Assert.Equal(["Status", "Context"], document.Body.Sections.Select(s => s.Title));
        var message = Assert.Single(say.Sorted());
        Assert.Equal(Severity.Warning, message.Severity);
        Assert.Equal(written, message.Unread);
        Assert.Contains($"\"{suggested}\"", message.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accepted (after a trial)", "accepted", "after a trial")]
    [InlineData("Accepted 2020-01-31", "accepted", "2020-01-31")]
    [InlineData("Accepted on 31 January 2020", "accepted", "31 January 2020")]
    [InlineData("**Implemented (Tool 5.1)**", "implemented", "Tool 5.1")]
    [InlineData("**Active review (1...9 May)**", "proposed", "Active review (1...9 May)")]
    [InlineData("**Returned for revision**", "deferred", "Returned for revision")]
    [InlineData("Accepted.", "accepted", null)]
    [InlineData("Implemented (Tool 5) (not on Mars)", "implemented", "(Tool 5) (not on Mars)")]
    [InlineData("Pending", "proposed", null)]
    [InlineData("superseded in part", "accepted", null)]
    [InlineData("RFC by 2020-02-01", "proposed", "RFC by 2020-02-01")]
    public void Words_after_a_status_are_a_note(string written, string word, string? note)
    {
        var (document, say) = Read("0001-a.md", $"# 1. A\n\n## Status\n\n{written}\n");
        Assert.Equal(word, Value(document, "status"));
        Assert.Equal(note, Value(document, "status-note"));
        Assert.Empty(say.Sorted());
    }

    [Fact]
    public void Madr_2()
    {
        var (document, say) = Read("0004-take-the-train.md", """
            # Take the train

            * Status: superseded by [ADR-0009](0009-walk.md)
            * Deciders: Ana Brandt, Ole Berg <ole@berg.example>
            * Date: 12/13/2020

            Technical Story: none yet

            ## Context and Problem Statement

            Where to?

            ## Links

            * Refined by [ADR-0005](0005-seats.md)
            * See [the timetable](https://train.example/)
            """);
        Assert.Equal("madr", document.Dialect);
        Assert.Equal("superseded", Value(document, "status"));
        Assert.Equal("0009-walk.md", Value(document, "superseded-by"));
        Assert.Equal("Ana Brandt | Ole Berg", Value(document, "decision-makers"));
        Assert.Equal("2020-12-13", Value(document, "date"));
        Assert.Equal("0005-seats.md", Value(document, "amended-by"));
        Assert.Equal("https://train.example/", Value(document, "related"));
        Assert.Equal("none yet", Value(document, "discussion"));
        Assert.Equal(["Context and Problem Statement", "Links"], document.Body.Sections.Select(s => s.Title));
        Assert.Empty(say.Sorted());
    }

    [Fact]
    public void Log4brains()
    {
        var (document, _) = Read("20210304-paint-it-blue.md", """
            # Paint it blue

            - Status: accepted
            - Deciders: Kim, Lou
            - Tags: paint, doors blue
            - Mood: hopeful

            ## Decision
            Blue.
            """);
        Assert.Equal("log4brains", document.Dialect);
        Assert.Equal("paint | doors | blue", Value(document, "tags"));
        Assert.Equal("Kim | Lou", Value(document, "decision-makers"));
        Assert.Equal("hopeful", Value(document, "Mood"));
        Assert.Null(document.Front["number"]);
        Assert.Equal(["Decision"], document.Body.Sections.Select(s => s.Title));
    }

    [Theory]
    [InlineData("deciders")]
    [InlineData("decision-makers")]
    public void Madr_3_and_4(string key)
    {
        var (document, say) = Read("0002-b.md", $$"""
            ---
            status: "rejected"
            date: 2024-02-29
            {{key}}: Ana, Ben
            consulted: [Cem]
            informed: {list everyone here}
            ---
            # Buy a boat

            ## Context and Problem Statement

            Status: this line is text.
            """);
        Assert.Equal("madr", document.Dialect);
        Assert.Equal("rejected", Value(document, "status"));
        Assert.Equal("Ana | Ben", Value(document, "decision-makers"));
        Assert.Equal("Cem", Value(document, "consulted"));
        Assert.Equal("Ben", document.Source.Text.Substring(((Sequence)document.Front["decision-makers"]!).Items[1].At.Start, 3));
        Assert.Empty(say.Sorted().Where(d => d.Severity == Severity.Error));
    }

    [Fact]
    public void Html_table()
    {
        var (document, say) = Read("prop-0012.md", """
            # PROP 12 - Ring the bell

            <table>
            <tr><td> Title </td><td> Ring the <code>bell</code> </td>
            <tr><td> Status </td><td> Approved </td></tr>
            <tr><td> Author(s) </td><td>
              Ana Brandt &lt;ana@brandt.example&gt;, Ole Berg &lt;ole@berg.example&gt; <br />
              Kim Wu
            </td></tr>
            <tr><td> Created </td><td> Jul 5, 2022 </td></tr>
            <tr><td> Updated </td><td> August 22 2022 </td></tr>
            <tr><td> Discussion </td><td> <a href="https://x.example/1">one</a>, https://x.example/2 </td></tr>
            <tr><td> Implementation </td><td> NA </td></tr>
            <tr><td> Requires </td><td> PROP 3, PROP 4 </td></tr>
            </table>

            > Said at the start.

            ## Resolution

            - Among members there are 7 "yes", 1 "no", and no abstentions.

            It passed since it recorded 7 "yes" votes and 1 "no" votes.
            """);
        Assert.Equal("html-table", document.Dialect);
        Assert.Equal("Ring the bell", Value(document, "title"));
        Assert.Equal("0012", Value(document, "number"));
        Assert.Equal("accepted", Value(document, "status"));
        Assert.Equal("Ana Brandt | Ole Berg | Kim Wu", Value(document, "proposed-by"));
        Assert.Equal("2022-07-05", Value(document, "proposed"));
        Assert.Equal("2022-08-22", Value(document, "updated"));
        Assert.Equal("https://x.example/1 | https://x.example/2", Value(document, "discussion"));
        Assert.Equal("NA", Value(document, "Implementation"));
        Assert.Equal("PROP 3 | PROP 4", Value(document, "requires"));
        Assert.StartsWith("for: 7; against: 1; abstain: 0; as-written: Among members", Value(document, "vote"), StringComparison.Ordinal);
        Assert.DoesNotContain("<table", document.Body.Sections[0].Content.Marked, StringComparison.Ordinal);
        Assert.Contains("Said at the start", document.Body.Sections[0].Content.Marked, StringComparison.Ordinal);
        Assert.Equal("Jul 5, 2022", Written(document, "proposed"));
        Assert.Empty(say.Sorted());
    }

    private static string Written(Document document, string key) =>
        document.Front[key]!.At is var at ? at.Source.Text.Substring(at.Start, at.Length) : "";

    [Fact]
    public void A_form_nobody_filled_in_is_reported_and_left_in_place()
    {
        var (document, say) = Read("prop-0000.md", "# P\n\n<table>\n<tr><td>Status</td><td>Draft | Proposed | Accepted</td></tr>\n</table>\n\n## Abstract\n");
        Assert.Null(document.Front["status"]);
        Assert.Equal("Draft | Proposed | Accepted", Value(document, "status-written"));
        Assert.Contains("<table", document.Body.Sections[0].Content.Marked, StringComparison.Ordinal);
        Assert.Equal(["not-understood"], Codes(say));
    }

    [Fact]
    public void Two_counts_that_differ_are_not_used()
    {
        var (document, say) = Read("0001-a.md", """
            # 1. A

            ## Vote

            - There are 7 "yes", 1 "no", and 2 abstentions.

            It passed since it recorded 8 "yes" votes and 1 "no" votes.
            """);
        Assert.Null(document.Front["vote"]);
        Assert.Equal(["vote-tallies-differ"], Codes(say));
    }

    [Fact]
    public void Pep()
    {
        var (document, say) = Read("pep-0099.md", """
            PEP: 99
            Title: Count X | Y from one
            Author: Ana Brandt <ana@brandt.example>,
                    Ole Berg
            Sponsor: Kim Wu
            PEP-Delegate: Lou Maas
            Status: Provisional
            Type: Standards Track
            Created: 27-Mar-2025
            Superseded-By: 649, 749
            Resolution: `9-Nov-2025 <https://x.example/r>`__

            Abstract
            ========

            Text.
            """);
        Assert.Equal("pep", document.Dialect);
        Assert.Equal("99", Value(document, "number"));
        Assert.Equal("Count X | Y from one", Value(document, "title"));
        Assert.Equal("Ana Brandt | Ole Berg | Kim Wu", Value(document, "proposed-by"));
        Assert.Equal("Lou Maas", Value(document, "decision-makers"));
        Assert.Equal("accepted", Value(document, "status"));
        Assert.Equal("Provisional", Value(document, "status-note"));
        Assert.Equal("2025-03-27", Value(document, "proposed"));
        Assert.Equal("2025-11-09", Value(document, "date"));
        Assert.Equal("649 | 749", Value(document, "superseded-by"));
        Assert.Equal("Standards Track", Value(document, "Type"));
        Assert.DoesNotContain(say.Sorted(), d => d.Severity == Severity.Error);
    }

    [Fact]
    public void Kep()
    {
        var (document, say) = Read("sig-tools/12-hammer/kep.yaml", """
            title: A better hammer
            kep-number: 12
            authors:
              - "@ana"
              - "@ole"
            owning-sig: sig-tools
            status: provisional
            creation-date: 2020-01-02
            approvers: ["@kim"]
            reviewers: ["@lou"]
            see-also:
              - "/keps/sig-tools/3-nails"
            replaces: []
            stage: alpha
            """);
        Assert.Equal("kep", document.Dialect);
        Assert.Equal("A better hammer", Value(document, "title"));
        Assert.Equal("12", Value(document, "number"));
        Assert.Equal("proposed", Value(document, "status"));
        Assert.Equal("@ana | @ole", Value(document, "proposed-by"));
        Assert.Equal("@kim", Value(document, "decision-makers"));
        Assert.Equal("@lou", Value(document, "consulted"));
        Assert.Equal("/keps/sig-tools/3-nails", Value(document, "related"));
        Assert.Equal("2020-01-02", Value(document, "proposed"));
        Assert.Equal("alpha", Value(document, "stage"));
        Assert.Empty(say.Sorted());
        Assert.True(Read("sig-tools/12-hammer/README.md", "# KEP\n").Document.AboutFolder);
    }

    [Fact]
    public void Swift()
    {
        var (document, say) = Read("0240-bells.md", """
            # Bells at noon

            * Proposal: [SE-0240](0240-bells.md)
            * Authors: [Ana Brandt](https://x.example/ana), [Ole Berg](https://x.example/ole)
            * Review Manager: [Kim Wu](https://x.example/kim)
            * Status: **Implemented (Swift 5.1)**
            * Decision Notes: [Rationale](https://x.example/d)
            * Review: ([pitch](https://x.example/p)) ([review](https://x.example/r))

            ## Introduction

            Ding.
            """);
        Assert.Equal("swift", document.Dialect);
        Assert.Equal("SE-0240", Value(document, "number"));
        Assert.Equal("Ana Brandt | Ole Berg", Value(document, "proposed-by"));
        Assert.Equal("Kim Wu", Value(document, "review-manager"));
        Assert.Equal("implemented", Value(document, "status"));
        Assert.Equal("https://x.example/d", Value(document, "resolution"));
        Assert.Equal("https://x.example/p | https://x.example/r", Value(document, "discussion"));
        Assert.Null(document.Front["decision-makers"]);
        Assert.Equal(["Introduction"], document.Body.Sections.Select(s => s.Title));
        Assert.Empty(say.Sorted());
    }
}
