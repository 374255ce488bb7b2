using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

public sealed class MeetingsAndMembersTests
{
    private static readonly SourceFolder Own = new("content");
    private static readonly SourceFolder Found = new("notes", "meeting", "auto");

    private static readonly ImmutableArray<(string, string)> Coalition =
    [
        ("index.md", "---\nname: Test\n---\n"),
        ("members/ash.md", "---\nname: Ash\ncategory: voting\nperiods: [{from: 2024-01-01}]\ndelegates: [{id: una, name: Una Vale}]\ndepends-on: [{member: birch, for: bread}]\nendorsements: [{platform: pact, version: 1, date: 2024-01-01, position: endorsed}]\n---\n"),
        ("members/birch.md", "---\nname: Birch\ncategory: voting\nperiods: [{from: 2024-01-01, until: 2024-06-30, why: It moved away.}]\nendorsements: [{platform: pact, version: 1, date: 2024-01-01, position: endorsed}, {platform: pact, version: 2, date: 2024-06-30, position: withdrawn}]\n---\n"),
        ("members/cedar.md", "---\nname: Cedar\ncategory: observer\nperiods: [{from: 2024-01-01}]\n---\n"),
        ("members/dogwood.md", "---\nname: Dogwood\n---\n"),
        ("platform/pact/2024-01-01.md", "---\ntitle: Pact\nin-force: 2024-01-01\n---\n## One {#one}\n"),
        ("platform/pact/2024-03-01.md", "---\ntitle: Pact\nin-force: 2024-03-01\n---\n## One {#one}\nOther words.\n"),
        ("platform/pact/2026-01-01.md", "---\ntitle: Pact\nin-force: 2026-01-01\n---\n## One {#one}\n"),
        ("meetings/m1.md", "---\ntitle: First\ndate: 2024-02-01\nstatus: held\npresent: [ash/una]\n---\n## Item\n\nDECISION: Adopt [A](../decisions/a.md).\n\nACTION: ash to bake - due 2024-03-01 - open\n\nACTION: birch to eat - due 2024-03-01\n\nMOTION: write to clerk@example.org\n"),
        ("meetings/m2.md", "---\ntitle: Second\ndate: 2024-09-01\nstatus: held\nkind: steering\npresent: [ash/una]\n---\n"),
        ("decisions/a.md", "---\ntitle: A\nstatus: accepted\ndate: 2024-02-01\nmeeting: m1\nvote: {for: [ash], absent: [birch]}\nconstraints: [{member: ash, needs: time, treatment: overridden}]\n---\n"),
        ("decisions/b.md", "---\ntitle: B\nstatus: accepted\ndate: 2024-02-01\nmeeting: m1\n---\n"),
        ("decisions/c.md", "---\ntitle: C\nstatus: rejected\ndate: 2024-09-01\nvote: {against: [ash]}\nreasons-given: {ash: Too dear.}\n---\n"),
    ];

    [Fact]
    public void Minutes_in_short_link_to_their_line_and_name_every_decision_once()
    {
        var meeting = Data(Build(Coalition), "meetings/m1.json");
        Assert.Equal(["resolution", "action", "action", "motion"], meeting.GetProperty("in_short").EnumerateArray().Select(l => l.GetProperty("mark").GetString()));
        Assert.Equal("Ash to bake, by 1 March 2024", meeting.GetProperty("in_short")[1].GetProperty("line").GetProperty("text").GetString());
        var other = Assert.Single(meeting.GetProperty("other_decisions").EnumerateArray());
        Assert.Equal("b", other.GetProperty("decision").GetProperty("decision").GetProperty("id").GetString());
        Assert.False(other.GetProperty("in_minutes").GetBoolean());
    }

    [Fact]
    public void An_action_is_late_only_when_it_is_recorded_as_open()
    {
        var actions = Data(Build(Coalition), "meetings/m1.json").GetProperty("actions");
        Assert.Equal("late", actions[0].GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, actions[1].GetProperty("state").ValueKind);
    }

    [Fact]
    public void No_address_of_a_person_reaches_a_page_or_its_data()
    {
        foreach (var (path, text) in Build(Coalition).Where(f => !f.Key.EndsWith(".css", StringComparison.Ordinal)))
            Assert.False(text.Contains("clerk@", StringComparison.Ordinal), path);
    }

    [Fact]
    public void Nobody_is_missing_from_a_meeting_of_some()
    {
        var site = Build(Coalition);
        Assert.Contains("<td>1 of 2</td>", site["meetings/index.html"], StringComparison.Ordinal);
        Assert.Contains("<td>1 name</td>", site["meetings/index.html"], StringComparison.Ordinal);
        Assert.Contains("Came to 0 of 1 meetings", site["members/birch.html"], StringComparison.Ordinal);
        Assert.Contains("Came to 1 of 1 meetings", site["members/ash.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_are_counted_while_a_member_belonged()
    {
        var site = Build(Coalition);
        Assert.Contains("Voted in 2 of 2 votes", site["members/ash.html"], StringComparison.Ordinal);
        Assert.Contains("Voted in 0 of 1 votes", site["members/birch.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Voted in", site["members/cedar.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Voted in", site["members/dogwood.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ash", "member")]
    [InlineData("birch", "left")]
    [InlineData("cedar", "observer")]
    [InlineData("dogwood", null)]
    public void Standing_is_what_the_record_says(string member, string? standing) =>
        Assert.Equal(standing, Data(Build(Coalition), $"members/{member}.json").GetProperty("membership").GetProperty("standing").GetString());

    [Fact]
    public void Behind_is_said_of_those_who_belong_and_of_versions_in_force()
    {
        var site = Build(Coalition);
        var ash = Data(site, "members/ash.json").GetProperty("accepted")[0];
        Assert.Equal((1, 2, true), (ash.GetProperty("version").GetInt32(), ash.GetProperty("newest").GetInt32(), ash.GetProperty("behind").GetBoolean()));
        var birch = Data(site, "members/birch.json").GetProperty("accepted")[0];
        Assert.Equal(JsonValueKind.Null, birch.GetProperty("version").ValueKind);
        Assert.False(birch.GetProperty("behind").GetBoolean());
    }

    [Fact]
    public void What_others_say_of_a_member_stands_on_its_page()
    {
        var site = Build(Coalition);
        Assert.Contains("<a href=\"ash.html\">Ash</a> depends on it for bread", site["members/birch.html"], StringComparison.Ordinal);
        Assert.Contains("Overridden: 1 of 1", site["members/ash.html"], StringComparison.Ordinal);
        Assert.Contains("No reason was recorded.", site["members/ash.html"], StringComparison.Ordinal);
        Assert.Contains("Left on 30 June 2024.", site["members/birch.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Older_votes_go_to_further_pages()
    {
        var many = Enumerable.Range(1, 120).Select(n => ($"decisions/d{n}.md",
            $"---\ntitle: D{n}\nstatus: accepted\ndate: 2024-02-{(n % 28) + 1:00}\nvote: {{for: [ash]}}\n---\n"));
        var site = Build([.. Coalition, .. many]);
        Assert.Equal(50, Rows(site["members/ash.html"], "<caption>Votes</caption>"));
        Assert.Equal(50, Rows(site["members/ash-votes-2.html"], "<caption>Votes</caption>"));
        Assert.Equal(22, Rows(site["members/ash-votes-3.html"], "<caption>Votes</caption>"));
        Assert.Equal(122, Data(site, "members/ash.json").GetProperty("all_votes").GetArrayLength());
        Assert.DoesNotContain("members/ash-votes-4.html", site.Keys);
    }

    [Fact]
    public void Many_meetings_have_a_page_a_year_and_none_is_left_out()
    {
        var many = Enumerable.Range(0, 230).Select(n => ($"meetings/x{n}.md",
            string.Create(CultureInfo.InvariantCulture, $"---\ntitle: X{n}\ndate: {(n < 120 ? 2023 : 2022)}-{(n % 12) + 1:00}\nstatus: held\n---\n")));
        var site = Build([.. Coalition, .. many, ("meetings/next.md", "---\ntitle: Next\ndate: 2025-02-01\nstatus: scheduled\n---\n")]);
        var lists = site.Where(f => f.Key.StartsWith("meetings/by-year/", StringComparison.Ordinal)).Select(f => f.Value).Append(site["meetings/index.html"]).ToList();
        for (var n = 0; n < 230; n++) Assert.Contains(lists, l => l.Contains($">X{n}</a>", StringComparison.Ordinal));
        Assert.Contains("meetings/by-year/2023-2.html", site.Keys);
        Assert.Contains("Coming up", site["meetings/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain(">Next</a>", site["meetings/by-year/2024.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Found_minutes_list_names_as_written_and_claim_nothing_else()
    {
        var note = "---\ndate: 2024-01-09\npresent: [\"Ada Example (@ada)\", \"Bo Sample & Co\", \"Ada Example (@ada)\"]\n---\n# Council\n";
        var site = Build([("index.md", "---\nname: Test\n---\n")], (new SourceText("notes/2024-01-09.md", note), Found));
        var page = site["meetings/2024-01-09.html"];
        Assert.Contains("<dd>2 names</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Bo Sample &amp; Co</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Minutes</dt>", page, StringComparison.Ordinal);
        Assert.Contains("None recorded", site["meetings/index.html"], StringComparison.Ordinal);
    }

    private static int Rows(string page, string caption)
    {
        var start = page.IndexOf(caption, StringComparison.Ordinal);
        var table = page[start..page.IndexOf("</table>", start, StringComparison.Ordinal)];
        return table.Split("<th scope=\"row\">").Length - 1;
    }

    private static JsonElement Data(Dictionary<string, string> site, string path) => JsonDocument.Parse(site[path]).RootElement;

    private static Dictionary<string, string> Build(ImmutableArray<(string Path, string Text)> files, params ReadOnlySpan<(SourceText Text, SourceFolder Folder)> found)
    {
        var content = files.Select(f => new SourceFile(new SourceText("content/" + f.Path, f.Text), Own)).ToList();
        foreach (var (text, folder) in found) content.Add(new SourceFile(text, folder));
        var tree = new SourceTree(new DateOnly(2025, 1, 1)) { Content = [.. content.OrderBy(f => f.Text.Path, StringComparer.Ordinal)] };
        var say = new DiagnosticBag();
        var build = Pipeline.Run(tree, Settings.Bind(null, Kinds.Records, say), BuiltIn.Templates, say, new Stages());
        Assert.True(build.Artifacts is not null, string.Join('\n', say.Sorted().Select(d => $"{d.Code}: {d.Message}")));
        return build.Artifacts!.ToDictionary(a => a.Path, a => Encoding.UTF8.GetString(a.Bytes.Span), StringComparer.Ordinal);
    }
}
