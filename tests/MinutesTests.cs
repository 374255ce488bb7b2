using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Actions across meetings, and how far minutes are. What minutes and decisions contradict each other in is under Specs/minutes.</summary>
public sealed class MinutesTests
{
    private static readonly DateOnly Today = new(2025, 1, 1);

    [Fact]
    public void An_action_of_the_same_words_lives_until_it_is_done()
    {
        var action = Assert.Single(Actions("ACTION: ash to bake bread - due 2024-02-01 - open", "ACTION: ash to bake bread. - open", "ACTION: ash to bake bread - done"));
        Assert.Equal(("done", "m3", new PartialDate(2024, 3, 1)), (action.State, action.Closed!.Meeting.Id, action.ClosedOn));
        Assert.Equal(("m1", new PartialDate(2024, 2, 1)), (action.First.Meeting.Id, action.Due));
        Assert.False(action.IsLate(Today));
    }

    [Fact]
    public void A_later_day_takes_the_place_of_an_earlier_one()
    {
        var action = Assert.Single(Actions("ACTION: ash to bake - due 2024-02-01 - open", "ACTION: ash to bake - due 2025-02-01 - open"));
        Assert.Equal(new PartialDate(2025, 2, 1), action.Due);
        Assert.False(action.IsLate(Today));
    }

    [Theory]
    [InlineData("ACTION: ash to publish the minutes - done", "ACTION: ash to publish the minutes - done")]
    [InlineData("ACTION: ash to publish the minutes - due 2024-01-09", "ACTION: ash to publish the minutes - due 2024-02-09")]
    [InlineData("ACTION: ash to bake - open", "ACTION: birch to bake - open")]
    [InlineData("ACTION 1: ash to buy flour - open", "ACTION 1: ash to call the mayor - open")]
    [InlineData("ACTION 1: ash to buy flour - open", "ACTION 1: birch to buy flour - open")]
    public void Two_actions_are_not_taken_for_one(string first, string second) => Assert.Equal(2, Actions(first, second).Length);

    [Theory]
    [InlineData("ACTION 12: ash to bake bread for all - open", "ACTION 12: done")]
    [InlineData("ACTION 12: ash to bake bread for all - open", "ACTION 012: ash to bake the bread - done")]
    [InlineData("ACTION: (A-12) ash to bake bread for all - open", "ACTION: bread for all (A-12) - done")]
    [InlineData("ACTION: ash to bake bread for all (A-12) - due 2024-02-01 - open", "ACTION 12: bread for all - done")]
    [InlineData("ACTION: ash to bake bread - due 2024-02-01 - done", "ACTION: ash to bake bread - due 2024-02-01 - done")]
    public void A_number_or_the_same_day_makes_them_one(string first, string second) => Assert.Equal("done", Assert.Single(Actions(first, second)).State);

    [Fact]
    public void Actions_of_one_meeting_and_of_meetings_without_a_day_stay_apart()
    {
        Assert.Equal(2, Actions("ACTION: ash to bake - open\n\nACTION: ash to bake - open").Length);
        Assert.Equal(2, Stories([("meetings/x.md", "---\ntitle: X\n---\nACTION: ash to bake - open\n"), ("meetings/y.md", "---\ntitle: Y\n---\nACTION: ash to bake - done\n")]).Length);
    }

    [Fact]
    public void Two_actions_in_one_item_of_a_list_share_an_address_and_nothing_else()
    {
        var site = Build([("meetings/m.md", "---\ntitle: M\ndate: 2024-01-01\nstatus: held\n---\n* ACTION: ash to bake - open\n  ACTION: ash to eat - done\n* ACTION: ash to sleep\n")]);
        var actions = Data(site, "meetings/m.json").GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("state").GetString() ?? "not recorded").ToArray();
        Assert.Equal(["open", "done", "not recorded"], actions);
        Assert.Contains("1 is open.", site["actions/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_marked_line_ends_where_the_next_one_starts()
    {
        var site = Build([("meetings/m.md", "---\ntitle: M\ndate: 2024-01-01\nstatus: held\n---\nRESOLUTION: Adopt [D](../decisions/d.md).\nACTION: ash to bake\nCONSENSUS: [E](../decisions/e.md)\n"),
            ("decisions/d.md", "---\ntitle: D\nstatus: accepted\ndate: 2024-01-01\n---\n"), ("decisions/e.md", "---\ntitle: E\nstatus: accepted\ndate: 2024-01-01\n---\n")]);
        var lines = Data(site, "meetings/m.json").GetProperty("in_short").EnumerateArray().ToArray();
        Assert.Equal(["Adopt D.", "ash to bake", "E"], lines.Select(l => l.GetProperty("line").GetProperty("text").GetString()!.Replace("Ash", "ash", StringComparison.Ordinal)));
        Assert.Equal([1, 0, 1], lines.Select(l => l.GetProperty("decisions").GetArrayLength()));
    }

    [Fact]
    public void Pages_lead_to_where_it_was_asked_for_and_to_where_it_was_done()
    {
        var site = Build(Minutes("ACTION: ash to bake - due 2024-06-01 - open", "ACTION: ash to bake - done"));
        foreach (var page in (string[])[site["actions/index.html"], site["members/ash.html"]])
        {
            Assert.Contains("meetings/m1.html#at-action-1", page, StringComparison.Ordinal);
            Assert.Contains("meetings/m2.html#at-action-1", page, StringComparison.Ordinal);
        }

        var (first, second) = (Data(site, "meetings/m1.json").GetProperty("actions")[0], Data(site, "meetings/m2.json").GetProperty("actions")[0]);
        Assert.Equal(("done", "m2"), (first.GetProperty("state").GetString(), first.GetProperty("closed").GetProperty("id").GetString()));
        Assert.Equal("m1", second.GetProperty("asked").GetProperty("id").GetString());
        Assert.Contains("actions/index.html", site["meetings/index.html"], StringComparison.Ordinal);
        Assert.Contains("actions/index.html", site["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_actions_are_on_a_page_the_late_first_and_what_was_done_long_ago_on_none()
    {
        var many = string.Concat(Enumerable.Range(1, 150).Select(n => string.Create(CultureInfo.InvariantCulture, $"ACTION: ash to count to {n} - due {(n == 77 ? "2024-05-05" : "2025-05-05")} - open\n\n")));
        var site = Build([.. Minutes(many), ("meetings/old.md", "---\ntitle: Old\ndate: 2020-01-01\nstatus: held\n---\nACTION: ash to bake - done\n")]);
        Assert.Equal((100, 50), (Count(site["actions/index.html"]), Count(site["actions/index-2.html"])));
        Assert.StartsWith("Count to 77", site["actions/index.html"].Split("<li><h3>")[1], StringComparison.Ordinal);
        Assert.Contains("150 are open, 1 of them late.", site["actions/index.html"], StringComparison.Ordinal);
        Assert.Contains("One more was done before that.", site["actions/index-2.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("before that", site["actions/index.html"], StringComparison.Ordinal);
        Assert.Equal(10, Count(site["members/ash.html"]));
        Assert.Equal(151, Data(site, "members/ash.json").GetProperty("actions").GetArrayLength());

        static int Count(string page) => page.Split("<li><h3>").Length - 1;
    }

    [Fact]
    public void Without_actions_there_is_no_page_of_them()
    {
        var site = Build(Minutes("Nothing."));
        Assert.DoesNotContain("actions/index.html", site.Keys);
        Assert.DoesNotContain("actions/index.html", site["index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-01-01", 0, "on the day of the meeting")]
    [InlineData("2024-01-02", 1, "1 day after the meeting")]
    [InlineData("2024-03-01", 60, "60 days after the meeting")]
    [InlineData("2023-12-20", null, null)]
    [InlineData("2024-01", null, null)]
    public void Days_to_publication_are_counted_where_both_days_are_known(string published, int? days, string? words)
    {
        var site = Build([("meetings/m.md", $"---\ntitle: M\ndate: 2024-01-01\nstatus: held\npublished: {published}\n---\nWords.\n")]);
        var recorded = Data(site, "meetings/m.json").GetProperty("days_to_publication");
        Assert.Equal(days, recorded.ValueKind == JsonValueKind.Null ? null : recorded.GetInt32());
        Assert.Equal(words is not null, site["meetings/m.html"].Contains($", {words ?? "after the meeting"}</dd>", StringComparison.Ordinal));
    }

    [Fact]
    public void Draft_minutes_are_marked_on_page_in_print_feed_and_data()
    {
        var site = Build([("meetings/m.md", "---\ntitle: M\ndate: 2024-01-01\nstatus: held\nminutes-status: draft\n---\nWords.\n"), ("meetings/n.md", "---\ntitle: N\ndate: 2024-02-01\nstatus: held\nminutes-status: approved\n---\nWords.\n")]);
        Assert.Contains("Draft minutes. Not yet approved.", site["meetings/m.html"], StringComparison.Ordinal);
        Assert.Contains("class=\"banner warn draft\"", site["meetings/m.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("banner warn draft", site["meetings/n.html"], StringComparison.Ordinal);
        Assert.Contains("body:has(.banner.draft){page:draft}", site.Single(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.Contains("<title>M (draft minutes)</title>", site["feeds/meetings.xml"], StringComparison.Ordinal);
        Assert.Contains("<title>N</title>", site["feeds/meetings.xml"], StringComparison.Ordinal);
        Assert.Equal("draft", Data(site, "meetings/m.json").GetProperty("minutes_status").GetString());
    }

    /// <summary>The check must bite on the demonstration: each vote of its minutes, changed by one, is found.</summary>
    [Fact]
    public void A_changed_count_in_the_demonstration_is_found()
    {
        var say = new DiagnosticBag();
        var config = Disk.ReadConfig(Shared.Root);
        var settings = Settings.Bind(config, Kinds.Records, say);
        var sources = Disk.Read(Shared.Root, settings.Sources, config, Demonstration.Day, settings.Limits);
        var votes = 0;
        var changed = sources with { Content = [.. sources.Content.Select(f => f.Text.Path.StartsWith("content/meetings/", StringComparison.Ordinal) ? f with { Text = Changed(f.Text) } : f)] };
        Pipeline.Run(changed, settings, BuiltIn.Templates, say, new Stages());
        Assert.NotInRange(votes, 0, 30);
        Assert.Equal(votes, say.Sorted().Count(d => d.Code == "minutes-count-differs" && d.Other is not null));

        SourceText Changed(SourceText text) => new(text.Path, string.Join('\n', text.Text.Split('\n').Select(l =>
            l.StartsWith("* For: ", StringComparison.Ordinal) && ++votes > 0 ? "* For: 99" : l)));
    }

    private static ImmutableArray<ActionStory> Actions(params string[] minutes) => Stories(Minutes(minutes));

    private static ImmutableArray<ActionStory> Stories(ImmutableArray<(string Path, string Text)> files)
    {
        var (tree, say) = (Tree(files), new DiagnosticBag());
        return ActionStories.Of(ActionItem.Of(Binder.Bind(Parser.Parse(tree.Content, say), [], Kinds.Records, Today, say))).All;
    }

    private static ImmutableArray<(string Path, string Text)> Minutes(params string[] texts) =>
        [.. texts.Select((t, i) => ($"meetings/m{i + 1}.md", string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Meeting {i + 1}\ndate: 2024-{i + 1:00}-01\nstatus: held\n---\n{t}\n")))];

    private static JsonElement Data(Dictionary<string, string> site, string path) => JsonDocument.Parse(site[path]).RootElement;

    private static Dictionary<string, string> Build(ImmutableArray<(string Path, string Text)> files)
    {
        var (build, say) = Run(files);
        Assert.True(build.Artifacts is not null, string.Join('\n', say.Sorted().Select(d => $"{d.At}: {d.Message}")));
        return build.Artifacts!.ToDictionary(a => a.Path, a => Encoding.UTF8.GetString(a.Bytes.Span), StringComparer.Ordinal);
    }

    private static (Build Build, DiagnosticBag Say) Run(ImmutableArray<(string Path, string Text)> files)
    {
        var say = new DiagnosticBag();
        return (Pipeline.Run(Tree(files), Settings.Bind(null, Kinds.Records, say), BuiltIn.Templates, say, new Stages()), say);
    }

    private static SourceTree Tree(ImmutableArray<(string Path, string Text)> files)
    {
        var own = new SourceFolder("content");
        ImmutableArray<(string Path, string Text)> all = files.Any(f => f.Path == "index.md") ? files
            : [("index.md", "---\nname: Test\n---\n"), ("members/ash.md", "---\nname: Ash\n---\n"), ("members/birch.md", "---\nname: Birch\n---\n"), .. files];
        return new SourceTree(Today) { Content = [.. all.Select(f => new SourceFile(new SourceText("content/" + f.Path, f.Text), own)).OrderBy(f => f.Text.Path, StringComparer.Ordinal)] };
    }
}
