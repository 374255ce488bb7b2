using System.Text;
using System.Text.Json;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Which text of an agreement stands where on which day, and what the small kinds derive from a date.</summary>
public class AgreementTests
{
    private static readonly (string Path, string Text)[] Pact =
    [
        ("content/platform/pact/2024-01-01.md", "---\ntitle: Pact\nin-force: 2024-01-01\n---\n## 1. Old rule {#old}\nOne.\n"),
        ("content/platform/pact/2025-01-01.md", "---\ntitle: Pact\nin-force: 2025-01-01\nreview-date: 2025-12-31\n---\n## 1. Rule {#rule .delegated}\nTwo.\n\n## 2. Also {#also .delegated}\nTwo.\n"),
        ("content/platform/pact/2027-01-01.md", "---\ntitle: Pact\nin-force: 2027-01-01\n---\n## 1. Rule {#rule}\nThree.\n\n## 3. Next {#next}\nNew.\n"),
    ];

    [Fact]
    public void The_text_in_force_on_the_day_is_shown_and_a_later_one_is_announced()
    {
        var site = BuildOn("2026-06-01", Pact);
        var page = site["platform/pact.html"];
        Assert.Contains("<p class=\"eyebrow\">What we have agreed</p>", page);
        Assert.Contains("<p>Two.</p>", page);
        Assert.DoesNotContain("<p>Three.</p>", page);
        Assert.Contains("This text will change on 1 January 2027.", page);
        Assert.Contains("It is time to look at this agreement again.", page);
        Assert.Contains("Two.", site["platform/pact.md"]); // the source beside the page is that of the text shown
    }

    [Fact]
    public void Before_the_first_day_the_first_text_is_shown_as_not_applying_yet()
    {
        var page = BuildOn("2023-06-01", Pact)["platform/pact.html"];
        Assert.Contains("This agreement does not apply yet.", page);
        Assert.Contains("<p>One.</p>", page);
    }

    [Theory]
    [InlineData("2024-01-01", "past", "It applied from <time datetime=\"2024-01-01\">1 January 2024</time> to <time datetime=\"2024-12-31\">31 December 2024</time>.")]
    [InlineData("2025-01-01", "in-force", "in force since")]
    [InlineData("2027-01-01", "future", "This version does not apply yet.")]
    public void Each_text_has_its_own_page_and_data(string version, string status, string says)
    {
        var site = BuildOn("2026-06-01", Pact);
        Assert.Contains(says, site[$"platform/pact/{version}.html"]);
        var data = JsonDocument.Parse(site[$"platform/pact/{version}.json"]).RootElement;
        Assert.Equal("platform-version", data.GetProperty("kind").GetString());
        Assert.Equal($"pact/{version}", data.GetProperty("id").GetString());
        Assert.Equal(status, data.GetProperty("status").GetString());
        Assert.Equal(version, data.GetProperty("date").GetString());
        Assert.True(site.ContainsKey($"platform/pact/{version}.md"));
    }

    [Fact]
    public void A_text_starts_to_apply_on_its_day()
    {
        Assert.Contains("<p>Two.</p>", BuildOn("2026-12-31", Pact)["platform/pact.html"]);
        Assert.Contains("<p>Three.</p>", BuildOn("2027-01-01", Pact)["platform/pact.html"]);
    }

    [Fact]
    public void A_kind_of_clause_is_named_once_where_it_starts() =>
        Assert.Equal(1, Count(BuildOn("2026-06-01", Pact)["platform/pact.html"], "Left to members"));

    [Fact]
    public void A_link_to_a_clause_leads_to_a_text_that_has_it()
    {
        var site = BuildOn("2026-06-01",
        [
            .. Pact,
            ("content/commitments/now.md", "---\ntitle: Now\nunder: pact#rule\n---\nText.\n"),
            ("content/commitments/soon.md", "---\ntitle: Soon\nunder: pact#next\n---\nText.\n"),
        ]);
        Assert.Contains("href=\"../platform/pact.html#rule\"", site["commitments/now.html"]);
        Assert.Contains("href=\"../platform/pact/2027-01-01.html#next\"", site["commitments/soon.html"]);
    }

    [Fact]
    public void No_refusal_is_left_out_and_adopters_stand_apart()
    {
        var site = BuildOn("2026-06-01",
        [
            .. Pact,
            ("content/members/a.md", "---\nname: Abbey\nendorsements:\n  - {platform: pact, version: 1, date: 2024-01-02, position: declined}\n  - {platform: pact, version: 2, date: 2025-01-02, position: endorsed}\n---\n"),
            ("content/members/b.md", "---\nname: Bridge\ncategory: adopter\nendorsements:\n  - {platform: pact, version: 2025-01-01, position: pending}\n---\n"),
        ]);
        var data = JsonDocument.Parse(site["platform/pact.json"]).RootElement;
        Assert.Equal(["declined", "endorsed"], data.GetProperty("endorsements").EnumerateArray().Select(e => e.GetProperty("position").GetString()));
        Assert.Equal(["pending"], data.GetProperty("adopters").EnumerateArray().Select(e => e.GetProperty("position").GetString()));
        Assert.Contains("Did not agree", site["platform/pact/2024-01-01.html"]);
        Assert.DoesNotContain("Did not agree", site["platform/pact/2025-01-01.html"]);
    }

    [Theory]
    [InlineData("limited", "2026-05-31", "Late")]
    [InlineData("limited", "2026-06-01", "Some progress")]
    [InlineData("limited", "2026-06", "Some progress")]
    [InlineData("complete", "2026-05-31", "Kept")]
    [InlineData("withdrawn", "2026-05-31", "Withdrawn")]
    [InlineData("unknown", "2026-05-31", "Status not given")]
    public void A_promise_is_late_only_when_its_day_has_passed_and_it_is_known_not_to_be_kept(string status, string due, string tag)
    {
        var page = BuildOn("2026-06-01", [("content/commitments/x.md", $"---\ntitle: X\nstatus: {status}\ndue: {due}\n---\nText.\n")])["commitments/x.html"];
        Assert.Contains($"\">{tag}</strong>", page);
    }

    [Fact]
    public void Parts_are_listed_under_their_whole_and_free_names_get_lists_of_their_own()
    {
        var longName = string.Concat(Enumerable.Repeat("Office of many words ", 6));
        var site = BuildOn("2026-06-01",
        [
            ("content/commitments/whole.md", "---\ntitle: Whole\n---\nText.\n"),
            ("content/commitments/part-1.md", $"---\ntitle: Part one\npart-of: whole\nby: {longName}A\n---\nText.\n"),
            ("content/commitments/part-2.md", $"---\ntitle: Part two\npart-of: whole\nby: {longName}B\n---\nText.\n"),
        ], foreign: true);
        Assert.Contains("Part one", site["commitments/whole.html"]);
        Assert.Equal(2, site.Keys.Count(k => k.StartsWith("commitments/by-member/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-06-30", "Second")]
    [InlineData("2026-07-01", "Nobody on the record")]
    [InlineData("2025-12-31", "First")]
    public void A_role_is_held_up_to_and_with_its_last_day(string day, string holder)
    {
        var page = BuildOn(day, [("content/roles/clerk.md", "---\ntitle: Clerk\nterms:\n  - {holder: First, from: 2025-01-01, until: 2025-12-31}\n  - {holder: Second, from: 2026-01-01, until: 2026-06-30}\n---\nText.\n")])["roles/clerk.html"];
        var now = page[page.IndexOf("Held now by", StringComparison.Ordinal)..page.IndexOf("</dl>", StringComparison.Ordinal)];
        Assert.Contains(holder, now);
    }

    [Fact]
    public void Bars_start_at_zero_and_a_value_that_is_no_number_has_none()
    {
        const string Head = "---\ntitle: X\nbaseline: {date: 2025-01-01, value: 40}\nreadings:\n";
        var bars = BuildOn("2026-06-01", [("content/outcomes/x.md", Head + "  - {date: 2026-01-01, value: 10}\n---\nText.\n")])["outcomes/x.html"];
        Assert.Contains("width=\"25\" height=\"10\"", bars);
        var none = BuildOn("2026-06-01", [("content/outcomes/x.md", Head + "  - {date: 2026-01-01, value: about ten}\n---\nText.\n")])["outcomes/x.html"];
        Assert.Equal(1, Count(none, "<rect"));
        Assert.Contains("about ten", none);
    }

    [Fact]
    public void A_working_agreement_is_looked_at_six_months_after_the_last_time()
    {
        var page = BuildOn("2026-06-01", [("content/working-agreements/x.md", "---\ntitle: X\nsince: 2025-01-01\nrevisited: [2026-02-28, 2025-08-31]\nstatus: working\n---\nText.\n")])["working-agreements/x.html"];
        Assert.Contains("<dt>Look again by</dt><dd><time datetime=\"2026-08-28\">", page);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static Dictionary<string, string> BuildOn(string day, (string Path, string Text)[] files, bool foreign = false)
    {
        var say = new DiagnosticBag();
        var config = new SourceText("site.config.yml", "name: Test\n");
        var folder = new SourceFolder("content") { Dialect = foreign ? "auto" : null };
        var sources = new SourceTree(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
        {
            Config = config,
            Content = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new SourceFile(new SourceText(f.Path, f.Text), folder))],
        };
        var build = Pipeline.Run(sources, Settings.Bind(config, Kinds.Records, say), Outputs.BuiltIn.Templates, say, new Stages());
        Assert.True(build.Artifacts is not null, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return build.Artifacts.ToDictionary(a => a.Path, a => Encoding.UTF8.GetString(a.Bytes.Span), StringComparer.Ordinal);
    }
}
