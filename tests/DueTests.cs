using System.Text.Json;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>What falls due, on its edges: today, the last day that is looked at, the ends of months, and what is past.</summary>
public sealed class DueTests
{
    [Theory]
    [InlineData("2026-11-20", true)] // yesterday: not decided, so still to do
    [InlineData("2026-11-21", false)]
    [InlineData("2026-12-21", false)]
    [InlineData("2026-12-22", null)]
    [InlineData("2026-12", null)] // by the end of the month
    [InlineData("2026-11", false)]
    public void The_first_and_the_last_day_are_in(string day, bool? overdue) =>
        Assert.Equal(overdue, Only("2026-11-21", 30, ("decisions/d", $"status: proposed\ndecide-by: {day}"))?.Overdue);

    [Fact]
    public void Nought_days_are_today_alone()
    {
        Assert.NotNull(Only("2026-11-21", 0, ("decisions/d", "status: proposed\ndecide-by: 2026-11-21")));
        Assert.Null(Only("2026-11-21", 0, ("decisions/d", "status: proposed\ndecide-by: 2026-11-22")));
    }

    /// <summary>A month that lacks the day has its last one.</summary>
    [Theory]
    [InlineData("roles/r", "rotates: every 6 months\nterms: [{holder: somebody, from: 2026-08-31}]", "2027-02-28")]
    [InlineData("roles/r", "rotates: every 6 months\nterms: [{holder: somebody, from: 2027-08-31}]", "2028-02-29")]
    [InlineData("roles/r", "rotates: yearly\nterms: [{holder: somebody, from: 2024-02-29}]", "2025-02-28")]
    [InlineData("working-agreements/w", "status: working\nsince: 2027-01-01\nrevisited: [2027-08-31]", "2028-02-29")]
    [InlineData("working-agreements/w", "status: strained\nsince: 2026-08-31", "2027-02-28")]
    [InlineData("commitments/c", "status: limited\nmade: 2027-12-31\ncheck-every: 2 months", "2028-02-29")]
    [InlineData("commitments/c", "status: complete\nmade: 2026-01-01\ncheck-every: 30 days\nevidence: [{date: 2026-03-01, what: Seen}, {date: 2026-02-01, what: Seen}]", "2026-03-31")]
    public void What_comes_round_does_so_by_the_calendar(string path, string fields, string day)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((on, false), Shown(Only(day, 0, (path, fields))));
        Assert.Null(Only(Iso(on.AddDays(-1)), 0, (path, fields)));
        Assert.Equal((on, true), Shown(Only(Iso(on.AddDays(1)), 0, (path, fields))));
    }

    /// <summary>What ended, was withdrawn, done or replaced asks nothing of anybody; nor does what happens by itself, once it has.</summary>
    [Theory]
    [InlineData("working-agreements/w", "status: ended\nsince: 2026-01-01")]
    [InlineData("commitments/c", "status: withdrawn\nmade: 2026-01-01\ndue: 2026-11-21\ncheck-every: 30 days")]
    [InlineData("commitments/c", "status: complete\ndue: 2026-11-21")]
    [InlineData("decisions/d", "status: accepted\ndate: 2026-01-01\npilot: {evaluate: 2026-11-21, result: It works}")]
    [InlineData("decisions/d", "status: accepted\ndate: 2026-01-01\nsunset: 2026-11-20\nreview-date: 2026-11-01")]
    [InlineData("decisions/d", "status: accepted\ndate: 2026-01-01\nin-force: 2026-11-20")]
    [InlineData("decisions/d", "status: rejected\ndate: 2026-01-01\nreview-date: 2026-11-21")]
    [InlineData("meetings/m", "status: cancelled\ndate: 2026-11-22")]
    [InlineData("meetings/m", "status: held\ndate: 2026-11-20")]
    [InlineData("roles/r", "rotates: every 6 months\nterms: [{holder: somebody, from: 2026-01-01, until: 2026-06-30}]")]
    [InlineData("roles/r", "rotates: when they like\nterms: [{holder: somebody, from: 2026-01-01}]")]
    public void What_is_over_does_not_fall_due(string path, string fields) => Assert.Null(Only("2026-11-21", 30, (path, fields)));

    [Fact]
    public void Minutes_are_due_when_they_were_promised_and_when_the_same_body_meets_again()
    {
        var reminders = For(
            "2026-11-21", 30, "profile: {minutes-within: 14 days}",
            ("meetings/a", "status: held\ndate: 2026-11-10\nbody: circle"),
            ("meetings/b", "status: held\ndate: 2026-11-11\nbody: circle\nminutes-status: draft\npublished: 2026-11-12\nminutes-by: Ada"),
            ("meetings/c", "status: scheduled\ndate: 2026-12-01\nbody: others"),
            ("meetings/d", "status: cancelled\ndate: 2026-12-02\nbody: circle"),
            ("meetings/e", "status: scheduled\ndate: 2026-12-03\nbody: circle"));
        Assert.Equal(
            [("2026-11-24", "publish-minutes", "a"), ("2026-12-01", "meeting", "c"), ("2026-12-03", "meeting", "e"), ("2026-12-03", "approve-minutes", "b")],
            reminders.Items.Select(i => (i.Date.Iso, i.For, i.Id)));
        Assert.Equal("Ada", Assert.Single(reminders.Items[^1].Who).Name);
    }

    [Fact]
    public void A_coalition_that_is_to_end_has_nothing_due_after_its_end()
    {
        (string, string) decision = ("decisions/d", "status: proposed\ndecide-by: 2026-12-10");
        (string, string) index = ("index", "dissolved: {date: 2026-12-01}");
        Assert.Equal(["coalition-ends"], For("2026-11-21", 30, "", decision, index).Items.Select(i => i.For));
        var after = For("2026-12-15", 30, "", decision, index);
        Assert.Empty(after.Items);
        Assert.Equal("The coalition ended on 1 December 2026. Nothing falls due.\n", ReminderText.Of(after));
    }

    private static readonly (string, string)[] Small =
    [
        ("members/north", "category: voting\nperiods: [{from: 2026-01-01}]\ndelegates: [{id: ada, name: Ada Ash, until: 2026-12-20}]"),
        ("commitments/fence", "title: Mend the fence, the gate and the wall beside the old garden\nby: north\nmade: 2026-01-01\ndue: 2026-11-01\nstatus: limited"),
        ("decisions/hose", "status: proposed\nproposed: 2026-11-02\nproposed-by: [north/ada]\ndecide-by: 2026-11-27"),
        ("roles/keys", "rotates: every 6 months\nterms: [{holder: north, from: 2026-05-28}]"),
        ("meetings/december", "status: scheduled\ndate: 2026-12-08\ntime: \"18:00-19:00\"\ntime-zone: UTC"),
    ];

    [Fact]
    public void The_text_can_be_sent_as_it_is() => Assert.Equal(
        """
        Test: what falls due in the next 30 days (to 21 December 2026)

        Overdue

        - 1 November 2026: Promise due: Mend the fence, the gate and the wall
          beside the old garden
          north
          content/commitments/fence.md

        This week

        - 27 November 2026: Decide: hose
          Ada Ash (north)
          content/decisions/hose.md

        Later

        - 28 November 2026: Pass this role on: keys
          north
          content/roles/keys.md

        - 8 December 2026: Meeting: december
          content/meetings/december.md

        - 20 December 2026: Last day of Ada Ash, who speaks for north
          content/members/north.md

        """, ReminderText.Of(For("2026-11-21", 30, "", Small)));

    [Theory]
    [InlineData(0, "Nothing falls due today.\n")]
    [InlineData(1, "Nothing falls due today and tomorrow.\n")]
    [InlineData(30, "Nothing falls due in the next 30 days.\n")]
    public void Nothing_is_said_too(int days, string text) => Assert.Equal(text, ReminderText.Of(For("2026-11-21", days, "", ("members/north", ""))));

    [Fact]
    public void The_calendar_has_each_thing_on_its_day_under_a_name_that_stays()
    {
        var site = Site("2026-11-21", "url: https://garden.example/\n", Small);
        var calendar = Reminders.Of(site, 30).Calendar(site)!;
        Assert.EndsWith("\r\n", calendar, StringComparison.Ordinal);
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//PublicLedger//Calendar//EN
            CALSCALE:GREGORIAN
            NAME:Test: What falls due
            X-WR-CALNAME:Test: What falls due
            BEGIN:VEVENT
            UID:commitment/fence/due@garden.example
            DTSTAMP:20260101T000000Z
            SEQUENCE:0
            DTSTART;VALUE=DATE:20261101
            SUMMARY:Promise due: Mend the fence\, the gate and the wall beside the old 
             garden
            DESCRIPTION:north\ncontent/commitments/fence.md
            URL:https://garden.example/commitments/fence.html
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            UID:decision/hose/decide-by@garden.example
            DTSTAMP:20261102T000000Z
            SEQUENCE:0
            DTSTART;VALUE=DATE:20261127
            SUMMARY:Decide: hose
            DESCRIPTION:Ada Ash (north)\ncontent/decisions/hose.md
            URL:https://garden.example/decisions/hose.html
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            UID:role/keys/passes-on@garden.example
            DTSTAMP:19700101T000000Z
            SEQUENCE:0
            DTSTART;VALUE=DATE:20261128
            SUMMARY:Pass this role on: keys
            DESCRIPTION:north\ncontent/roles/keys.md
            URL:https://garden.example/roles/keys.html
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            UID:meeting/december/meeting@garden.example
            DTSTAMP:19700101T000000Z
            SEQUENCE:0
            DTSTART:20261208T180000Z
            DTEND:20261208T190000Z
            SUMMARY:Meeting: december
            DESCRIPTION:content/meetings/december.md
            URL:https://garden.example/meetings/december.html
            STATUS:TENTATIVE
            END:VEVENT
            BEGIN:VEVENT
            UID:member/north/term-ends/ada@garden.example
            DTSTAMP:19700101T000000Z
            SEQUENCE:0
            DTSTART;VALUE=DATE:20261220
            SUMMARY:Last day of Ada Ash\, who speaks for north
            DESCRIPTION:content/members/north.md
            URL:https://garden.example/members/north.html
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"), calendar);
    }

    [Fact]
    public void The_data_have_the_messages_and_what_falls_due()
    {
        var say = new DiagnosticBag();
        say.EndWithoutDecision(new SourceText("content/index.md", "---\n").At(0));
        var request = new Request(".", new DateOnly(2026, 11, 21), MessageFormat.Json, false);
        var data = JsonDocument.Parse(CheckVerb.Json(request, say, For("2026-11-21", 6, "url: https://garden.example/\n", Small))).RootElement;
        Assert.Equal("end-without-decision", data.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        var due = data.GetProperty("due");
        Assert.Equal(("2026-11-21", "2026-11-27"), (due.GetProperty("from").GetString(), due.GetProperty("until").GetString()));
        Assert.Equal(
            """{"date":"2026-11-27","on":"2026-11-27","overdue":false,"for":"decide-by","what":"Decide: hose","who":[{"name":"Ada Ash (north)","id":"north"}],"kind":"decision","id":"hose","title":"hose","path":"content/decisions/hose.md","url":"https://garden.example/decisions/hose.html"}""",
            JsonSerializer.Serialize(due.GetProperty("items")[1]));
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(CheckVerb.Json(request, say, null)).RootElement.GetProperty("due").ValueKind);
    }

    /// <summary>The exit code is that of the check; a file that is no calendar of ours stays; a calendar of which nothing is left goes.</summary>
    [Fact]
    public void The_calendar_file_is_written_over_its_like_alone()
    {
        var root = Directory.CreateTempSubdirectory("due-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "content", "decisions"));
            File.WriteAllText(Path.Combine(root, "site.config.yml"), "name: Test\n");
            File.WriteAllText(Path.Combine(root, "content", "decisions", "d.md"), "---\ntitle: D\nstatus: proposed\ndecide-by: 2026-11-22\n---\n## Rationale\nWe asked.\n");
            var request = new Request(root, new DateOnly(2026, 11, 21), MessageFormat.Text, true);
            var (calendar, notes) = (Path.Combine(root, "due.ics"), Path.Combine(root, "notes.txt"));
            Assert.Equal(0, CheckVerb.Run(request, 30, calendar));
            Assert.Contains("UID:decision/d/decide-by@Test", File.ReadAllText(calendar), StringComparison.Ordinal);
            Assert.Equal(0, CheckVerb.Run(request with { Today = new(2020, 1, 1) }, 30, calendar));
            Assert.False(File.Exists(calendar));
            File.WriteAllText(notes, "Mine");
            Assert.Throws<DiskRefused>(() => CheckVerb.Run(request, 30, notes));
            Assert.Equal("Mine", File.ReadAllText(notes));
            Assert.Equal(2, CheckVerb.Run(request, null, calendar));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static (DateOnly, bool)? Shown(Reminder? reminder) => reminder is null ? null : (reminder.On, reminder.Overdue);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Reminder? Only(string today, int days, params (string Path, string Fields)[] files)
    {
        var items = For(today, days, "", files).Items;
        Assert.True(items.Length < 2, string.Join(", ", items.Select(i => i.What)));
        return items.FirstOrDefault();
    }

    private static Reminders For(string today, int days, string settings, params (string Path, string Fields)[] files) => Reminders.Of(Site(today, settings, files), days);

    /// <summary>A site of records that have their file's name for a title unless they give one.</summary>
    private static Site Site(string today, string settings, (string Path, string Fields)[] files)
    {
        var say = new DiagnosticBag();
        var config = new SourceText("site.config.yml", "name: Test\n" + settings);
        var folder = new SourceFolder("content");
        var sources = new SourceTree(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
        {
            Config = config,
            Content = [.. files.Select(f => new SourceFile(new SourceText($"content/{f.Path}.md", $"---\n{Titled(f.Path, f.Fields)}{f.Fields}\n---\n## Rationale\nWe asked.\n"), folder))],
        };
        var build = Pipeline.Run(sources, Settings.Bind(config, Kinds.Records, say), BuiltIn.Templates, say, new Stages());
        Assert.True(build.Site is not null, DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
        return build.Site;
    }

    private static string Titled(string path, string fields) =>
        fields.Contains("title:", StringComparison.Ordinal) ? "" : path == "index" ? "name: Test\n" : $"{(path.StartsWith("members/", StringComparison.Ordinal) ? "name" : "title")}: {path[(path.IndexOf('/') + 1)..]}\n";
}
