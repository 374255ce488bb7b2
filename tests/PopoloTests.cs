using System.Text.Json;
using System.Text.Json.Nodes;
using PublicLedger.Checks;
using PublicLedger.Outputs;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The data for programs that read parliaments and councils: valid by Popolo's schemas and by stricter rules, and saying what the pages say.</summary>
public sealed class PopoloTests
{
    private const string File = Popolo.Path;

    private static readonly (string List, string Schema)[] Schemas =
    [
        ("organizations", "organization"), ("persons", "person"), ("posts", "post"), ("memberships", "membership"),
        ("events", "event"), ("motions", "motion"), ("vote_events", "vote_event"),
    ];

    private static readonly (string File, string Text)[] Coalition =
    [
        ("site.config.yml", "name: Mill\nurl: https://mill.example/\n"),
        ("content/platform/pact.md", """
            ---
            title: Pact
            adopted: 2024-01-01
            in-force: 2024-01-01
            decision-rules:
              ordinary: {threshold: more than half, of: votes cast, weights: {north: 2.5, south: 1/3}}
              both-banks: {threshold: more than half, of: votes cast, groups: {left bank: [north, west], right bank: [south, east]}}
            ---
            ## 1. Aim {#aim}
            Grind.
            """),
        ("content/members/north.md", "---\nname: North\nkind: organisation\ncategory: voting\nperiods: [{from: 2024, until: 2024-06}, {from: 2025-02-01}]\ndelegates: [{id: ada, name: Ada Long, from: 2024}]\n---\n"),
        ("content/members/south.md", "---\nname: South\nkind: organisation\ncategory: voting\nperiods: [{from: 2024-01-01}]\n---\n"),
        ("content/members/west.md", "---\nname: West Wind\nkind: person\ncategory: voting\nperiods: [{from: 2024-01-01}]\n---\n"),
        ("content/members/east.md", "---\nname: East\ncategory: voting\nperiods: [{from: 2024-01-01}]\n---\n"),
        ("content/members/stream.md", "---\nname: Stream\nkind: organisation\ncategory: adopter\nperiods: [{from: 2024-01-01}]\n---\n"),
        ("content/roles/miller.md", "---\ntitle: Miller\nterms: [{holder: north/ada, from: 2025-02-01, until: 2025-12-31}, {holder: west, from: 2026-01-01}]\n---\n"),
        ("content/meetings/spring.md", "---\ntitle: Spring\ndate: 2025-03-01\ntime: \"10:00-12:00\"\ntime-zone: UTC\nbody: millers\nstatus: held\n---\n"),
        ("content/meetings/summer.md", "---\ntitle: Summer\ndate: 2025-07\ntime: \"10:00\"\ntime-zone: Europe/Lisbon\nstatus: cancelled\n---\n"),
        ("content/decisions/wheel.md", """
            ---
            title: A second wheel?
            status: accepted
            date: 2025-03-01
            proposed: 2025-02-10
            meeting: spring
            reasons-given: {south: Too loud.}
            vote:
              rule: ordinary
              moved-by: north
              for: [north/ada]
              against: [south]
              abstain: [east]
              recused: [west]
              proxies: {south: east}
              result: carried
            ---
            """),
        ("content/decisions/dam.md", """
            ---
            title: A dam?
            status: rejected
            date: 2025-04
            vote: {for: [], against: [east], paired: [[north, west]], excused: [south], result: lost}
            ---
            """),
        ("content/decisions/bridge.md", """
            ---
            title: A bridge?
            status: accepted
            date: 2025-05-01
            vote: {rule: both-banks, for: [north, south, west], against: [], not-voting: [east], result: carried}
            ---
            """),
        ("content/decisions/secret.md", "---\ntitle: Who is to be miller?\nstatus: accepted\ndate: 2025-06-01\nvote: {for: 2, against: 1, abstain: 1, recused: 1, result: carried}\n---\n"),
        ("content/decisions/idea.md", "---\ntitle: An idea?\nstatus: draft\n---\n"),
    ];

    [Fact]
    public void The_demonstration_is_valid() => AssertValid(DataOf(Demonstration.Site));

    [Fact]
    public void Every_spec_that_is_published_is_valid()
    {
        var found = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Shared.Root, "tests", "Specs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var spec = Spec.Read(path);
            if (!spec.Blocks.Exists(b => b.Target.StartsWith("content/members/", StringComparison.Ordinal) || b.Text.Contains("vote:", StringComparison.Ordinal))) continue;
            if (spec.Run().Site is not { } site || !site.TryGetValue(File, out var bytes)) continue;
            AssertValid(JsonDocument.Parse(bytes).RootElement, Path.GetFileName(path));
            found++;
        }

        Assert.InRange(found, 50, int.MaxValue);
    }

    [Fact]
    public void Found_votes_are_valid()
    {
        var data = DataOf(CorpusSiteTests.Build("conda-ceps", "  - {path: $/content, kind: decision, dialect: auto}"));
        AssertValid(data);
        Assert.Equal(["10", "15", "10", "10"], Find(data, "vote_events").Select(v => v.GetProperty("counts")[0].GetProperty("value").ToString()));
    }

    [Fact]
    public void Minutes_without_members_or_votes_make_no_such_file() =>
        Assert.False(CorpusSiteTests.Build("openjs-cpc", "  - {path: $/content/meetings, kind: meeting, dialect: auto}").Has(File));

    [Fact]
    public void Each_vote_of_the_demonstration_says_what_its_page_says()
    {
        var data = DataOf(Demonstration.Site);
        var events = Find(data, "vote_events").ToDictionary(v => v.GetProperty("id").GetString()!);
        var pages = Demonstration.Site.Paths.Where(p => p.StartsWith("decisions/", StringComparison.Ordinal) && p.EndsWith(".json", StringComparison.Ordinal))
            .Select(p => JsonDocument.Parse(Demonstration.Site.BytesOf(p)).RootElement).Where(d => d.GetProperty("vote").ValueKind == JsonValueKind.Object).ToList();
        Assert.Equal(pages.Count, events.Count);
        foreach (var page in pages)
        {
            var found = events["vote/" + page.GetProperty("id").GetString()];
            var said = page.GetProperty("vote").GetProperty("ballots").EnumerateArray()
                .Select(b => $"member/{b.GetProperty("member").GetProperty("id").GetString()} {b.GetProperty("vote").GetString()}");
            Assert.Equal(said.Order(StringComparer.Ordinal), Votes(found).Order(StringComparer.Ordinal));
        }

        static IEnumerable<string> Votes(JsonElement found) => (found.TryGetProperty("votes", out var votes) ? votes.EnumerateArray() : default).Select(v => v.GetProperty("voter_id").GetString() + " "
            + ((v.GetProperty("option").GetString(), v.TryGetProperty("note", out var note) && note.GetString()!.StartsWith("Recused", StringComparison.Ordinal)) switch
            {
                ("yes", false) => "for",
                ("no", false) => "against",
                ("not voting", false) => "not-voting",
                ("abstain", true) => "recused",
                (var other, false) => other,
                var other => "recused and " + other,
            }));
    }

    [Fact]
    public void A_vote_has_each_member_with_its_weight_its_proxy_and_its_reason()
    {
        var wheel = Entry("vote_events", "vote/wheel");
        Assert.Equal("""[{"option":"yes","value":1},{"option":"no","value":1},{"option":"abstain","value":2,"note":"1 abstained, 1 recused."}]""", wheel["counts"]!.ToJsonString());
        Assert.Equal(
            [
                """{"voter_id":"member/north","option":"yes","role":"mover","weight":2.5,"note":"Cast by Ada Long."}""",
                """{"voter_id":"member/south","option":"no","weight":0.3333333333333333333333333333,"note":"Cast by East, who held its proxy. Reason given: Too loud."}""",
                """{"voter_id":"member/east","option":"abstain","weight":1}""",
                """{"voter_id":"member/west","option":"abstain","weight":1,"note":"Recused: took no part because of an interest of its own."}""",
            ],
            wheel["votes"]!.AsArray().Select(v => v!.ToJsonString()));
        Assert.Equal("2025-03-01 pass body/millers meeting/spring", $"{wheel["start_date"]} {wheel["result"]} {wheel["organization_id"]} {wheel["legislative_session_id"]}");
        Assert.Equal("https://mill.example/decisions/wheel.html", wheel["sources"]![0]!["url"]!.ToString());
    }

    [Fact]
    public void Pairs_groups_and_totals_without_names_are_kept_apart()
    {
        var dam = Entry("vote_events", "vote/dam");
        Assert.Equal("2025-04 fail", $"{dam["start_date"]} {dam["result"]}");
        Assert.Contains("""{"voter_id":"member/north","option":"paired","pair_id":"member/west"}""", dam["votes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("""{"voter_id":"member/south","option":"excused"}""", dam["votes"]!.ToJsonString(), StringComparison.Ordinal);
        var bridge = Entry("vote_events", "vote/bridge");
        Assert.Equal("""[{"group_id":"group/pact/left bank","result":"pass"},{"group_id":"group/pact/right bank","result":"pass"}]""", bridge["group_results"]!.ToJsonString());
        Assert.Equal("""{"voter_id":"member/west","option":"yes","group_id":"group/pact/left bank"}""", bridge["votes"]![2]!.ToJsonString());
        var secret = Entry("vote_events", "vote/secret");
        Assert.Equal("""[{"option":"yes","value":2},{"option":"no","value":1},{"option":"abstain","value":2,"note":"1 abstained, 1 recused."}]""", secret["counts"]!.ToJsonString());
        Assert.Null(secret["votes"]);
    }

    [Fact]
    public void What_was_moved_has_its_rule_in_words_and_who_moved_it()
    {
        var wheel = Entry("motions", "decision/wheel");
        Assert.Equal("2025-02-10 member/north pass More than half of votes cast", $"{wheel["date"]} {wheel["creator_id"]} {wheel["result"]} {wheel["requirement"]}");
        Assert.Null(Entry("motions", "decision/dam")["requirement"]);
        Assert.DoesNotContain(Find(Mill(), "motions"), m => m.GetProperty("id").GetString() == "decision/idea");
    }

    [Fact]
    public void Who_belonged_spoke_and_held_a_post_and_when()
    {
        string[] expected =
        [
            "membership/east/1 voting Organization member/east 2024-01-01",
            "membership/north/1 voting Organization member/north 2024 2024-06",
            "membership/north/2 voting Organization member/north 2025-02-01",
            "membership/north/delegate/1 delegate member/north/ada for member/north 2024",
            "membership/role/miller/1 Miller member/north/ada for member/north role/miller 2025-02-01 2025-12-31",
            "membership/role/miller/2 Miller member/west role/miller 2026-01-01",
            "membership/south/1 voting Organization member/south 2024-01-01",
            "membership/west/1 voting member/west 2024-01-01",
        ];
        Assert.Equal(expected, Find(Mill(), "memberships").Select(Words).Order(StringComparer.Ordinal));
        Assert.Equal(["member/north/ada", "member/west"], Find(Mill(), "persons").Select(p => p.GetProperty("id").GetString()!));

        static string Words(JsonElement m) => string.Join(' ', new[]
        {
            Text(m, "id"), Text(m, "role"), m.TryGetProperty("member", out var member) ? $"{Text(member, "@type")} {Text(member, "id")}" : Text(m, "person_id"),
            m.TryGetProperty("on_behalf_of_id", out var whom) ? $"for {whom}" : null, Text(m, "post_id"), Text(m, "start_date"), Text(m, "end_date"),
        }.Where(t => t is not null));
    }

    [Fact]
    public void A_meeting_has_hours_only_where_they_mean_the_same_everywhere()
    {
        Assert.Equal("2025-03-01T10:00:00+00:00 2025-03-01T12:00:00+00:00 body/millers", Of("meeting/spring"));
        Assert.Equal("2025-07  coalition", Of("meeting/summer"));

        static string Of(string id)
        {
            var meeting = Entry("events", id);
            return $"{meeting["start_date"]} {meeting["end_date"]} {meeting["organization_id"]}";
        }
    }

    [Fact]
    public void The_small_coalition_is_valid_and_without_an_address_names_no_pages()
    {
        AssertValid(Mill());
        var data = DataOf(Build([.. Coalition.Where(f => f.File != "site.config.yml"), ("site.config.yml", "name: Mill\n")]));
        AssertValid(data);
        Assert.DoesNotContain("sources", data.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>An entry, something in it, what is put in its place, and what is to be said of that.</summary>
    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "vote/wheel", "\"voter_id\":\"member/north\"", "\"voter_id\":\"member/norht\"", "voter_id: member/norht is not there" },
        { "vote/wheel", "\"voter_id\":\"member/east\"", "\"voter_id\":\"member/south\"", "vote/wheel: somebody votes twice" },
        { "vote/wheel", "\"option\":\"yes\",\"value\":1}", "\"option\":\"yes\",\"value\":2}", "vote/wheel: 2 yes counted, 1 on the roll" },
        { "vote/wheel", "\"value\":2,\"note\":\"1 abstained, 1 recused.\"", "\"value\":2", "vote/wheel: the count does not say that 1 were recused" },
        { "vote/wheel", "\"option\":\"no\",\"value\":1}", "\"option\":\"yes\",\"value\":1}", "vote/wheel: an option is counted twice" },
        { "member/south", "\"id\":\"member/south\"", "\"id\":\"member/east\"", "organizations: member/east is there twice" },
        { "vote/wheel", "\"option\":\"yes\",\"value\":1", "\"option\":\"yes\",\"value\":\"1\"", "vote_events[3].counts[0].value: is String, not integer" },
        { "vote/wheel", "\"option\":\"yes\",\"value\":1", "\"value\":1", "vote_events[3].counts[0]: lacks option" },
        { "membership/east/1", "\"start_date\":\"2024-01-01\"", "\"start_date\":\"1/1/2024\"", "memberships[0].start_date: 1/1/2024 is not of the pattern" },
        { "coalition", "\"url\":\"https://mill.example/\"", "\"url\":\"index.html\"", "organizations[0].sources[0].url: index.html is no uri" },
        { "vote/dam", "\"start_date\":\"2025-04\"", "\"start_date\":\"2025-13\"", "vote_events[1].start_date: 2025-13 is no date-time" },
        { "coalition", "\"founding_date\":\"2023\"", "\"founding_date\":2023", "organizations[0].founding_date: is Number, not [\"string\", \"null\"]" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_entry_is_found(string entry, string whole, string broken, string problem)
    {
        var text = DataOf(Build([.. Coalition, ("content/index.md", "---\nname: Mill\nfounded: 2023\n---\n")])).GetRawText();
        var at = text.IndexOf(whole, text.LastIndexOf($"{{\"id\":\"{entry}\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var changed = JsonDocument.Parse(text[..at] + broken + text[(at + whole.Length)..]).RootElement;
        var problems = BySchema(changed).ToList();
        Assert.Contains(problem, problems.Count > 0 ? problems : PopoloRules.Problems(changed));
    }

    private static JsonElement Mill() => DataOf(Build(Coalition));

    private static JsonNode Entry(string list, string id) =>
        JsonNode.Parse(Find(Mill(), list).Single(e => e.GetProperty("id").GetString() == id).GetRawText())!;

    private static IEnumerable<JsonElement> Find(JsonElement data, string list) => data.GetProperty(list).EnumerateArray();

    private static string? Text(JsonElement entry, string key) => entry.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static JsonElement DataOf(Published site) => JsonDocument.Parse(site.BytesOf(File)).RootElement;

    private static void AssertValid(JsonElement data, string? about = null)
    {
        var problems = BySchema(data).Concat(PopoloRules.Problems(data)).ToList();
        Assert.True(problems.Count == 0, about + "\n" + string.Join("\n", problems.Take(20)));
    }

    private static IEnumerable<string> BySchema(JsonElement data)
    {
        var schemas = JsonSchemaDraft3.Of(Shared.Folder("schemas/popolo"));
        Assert.Equal(Schemas.Select(s => s.List), data.EnumerateObject().Select(l => l.Name));
        return Schemas.SelectMany(s => Find(data, s.List).SelectMany((e, i) => schemas.Problems($"http://www.popoloproject.com/schemas/{s.Schema}.json#", e, $"{s.List}[{i}]")));
    }

    private static Published Build((string File, string Text)[] files)
    {
        var root = Directory.CreateTempSubdirectory("popolo-").FullName;
        try
        {
            foreach (var (file, text) in files)
            {
                var path = Path.Combine(root, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                System.IO.File.WriteAllText(path, text);
            }

            return Demonstration.Build(root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
