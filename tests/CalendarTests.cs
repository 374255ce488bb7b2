using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The calendar files, read here by the grammar of RFC 5545 and not by the code that wrote them.</summary>
public class CalendarTests
{
    [Fact]
    public void The_demonstration_has_calendars_that_can_be_read()
    {
        foreach (var path in (string[])["calendar/all.ics", "calendar/decisions.ics"])
        {
            var events = Read(Encoding.UTF8.GetString(Demonstration.Site.BytesOf(path).Span));
            Assert.NotEmpty(events);
            Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct().Count());
            foreach (var one in events)
            {
                Assert.Matches("^\\d{8}T\\d{6}Z$", one["DTSTAMP"]);
                Assert.True(string.CompareOrdinal(one["DTSTAMP"], "20261121T000000Z") <= 0);
                Assert.Matches("^\\d+$", one["SEQUENCE"]);
                Assert.True(one.ContainsKey("DTSTART") ^ one.ContainsKey("DTSTART;VALUE=DATE"));
                Assert.StartsWith("https://marlhaven-food.example/", one["URL"], StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Any text comes back as it was, but for what no calendar can hold; and no line is too long or cut within a letter.</summary>
    [Fact]
    public void Any_text_survives_its_lines() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            Gen.Elements("a", " ", ",", ";", "\\", "\\n", ":", "\n", "é", "語", "🥕", "\"", "END:VEVENT", "the quick brown fox ").ArrayOf().Select(string.Concat).ToArbitrary(), title =>
            {
                var text = new CalendarText();
                text.Add("BEGIN", "VEVENT");
                text.AddText("SUMMARY", title);
                text.Add("END", "VEVENT");
                return Read(text.ToString()) is [var only] && Unescape(only["SUMMARY"]) == title;
            }));

    [Theory]
    [InlineData("time: \"18:00-20:10\"\ntime-zone: UTC", "DTSTART:20270112T180000Z", "DTEND:20270112T201000Z")]
    [InlineData("time: \"18:00-20:10\"\ntime-zone: UTC+05:45", "DTSTART:20270112T121500Z", "DTEND:20270112T142500Z")]
    [InlineData("time: \"22:00\"\ntime-zone: \"-03:00\"", "DTSTART:20270113T010000Z", null)] // the next day already
    [InlineData("time: \"18:00-20:10\"\ntime-zone: Europe/Lisbon", "DTSTART:20270112T180000", "DESCRIPTION:The time is that of Europe/Lisbon.")]
    [InlineData("time: \"9.30 to 10.45\"", "DTSTART:20270112T093000", "DTEND:20270112T104500")]
    [InlineData("time: \"22:00-01:00\"", "DTSTART:20270112T220000", null)] // when it ends is not clear
    [InlineData("time: after lunch\ntime-zone: UTC", "DTSTART;VALUE=DATE:20270112", "DESCRIPTION:Time: after lunch (UTC).")]
    [InlineData("time: \"25:00\"", "DTSTART;VALUE=DATE:20270112", "DESCRIPTION:Time: 25:00.")]
    [InlineData("place: Hall", "DTSTART;VALUE=DATE:20270112", "LOCATION:Hall")]
    public void A_time_is_given_as_exactly_as_it_is_recorded(string fields, string start, string? more)
    {
        var lines = Unfold(Site([("content/meetings/m.md", $"---\ntitle: M\ndate: 2027-01-12\nstatus: scheduled\n{fields}\n---\n")])["calendar/all.ics"]);
        Assert.Contains(start, lines);
        if (more is null) Assert.DoesNotContain(lines, l => l.StartsWith("DTEND", StringComparison.Ordinal));
        else Assert.Contains(more, lines);
    }

    [Theory]
    [InlineData("meetings", "status: scheduled\ndate: 2027-01-12", "TENTATIVE")]
    [InlineData("meetings", "status: held\ndate: 2026-12-12", "CONFIRMED")]
    [InlineData("meetings", "status: cancelled\ndate: 2027-01-12", "CANCELLED")]
    [InlineData("meetings", "date: 2027-01-12", null)]
    [InlineData("decisions", "status: proposed\ndecide-by: 2027-01-12", null)]
    [InlineData("decisions", "status: withdrawn\ndecide-by: 2027-01-12", "CANCELLED")]
    public void A_status_is_given_where_the_record_has_one(string folder, string fields, string? status)
    {
        var only = Assert.Single(Read(Site([($"content/{folder}/x.md", $"---\ntitle: X\n{fields}\n---\n## Rationale\nWe asked.\n")])["calendar/all.ics"]));
        Assert.Equal(status, only.GetValueOrDefault("STATUS"));
    }

    /// <summary>A moved day moves the entry: whoever subscribed does not find two.</summary>
    [Fact]
    public void An_entry_keeps_its_name_and_counts_its_corrections()
    {
        var before = Assert.Single(Read(Site([("content/meetings/m.md", "---\ntitle: M\ndate: 2027-01-12\n---\n")])["calendar/all.ics"]));
        var after = Assert.Single(Read(Site([("content/meetings/m.md", "---\ntitle: Another title\ndate: 2027-01-19\ncorrections: [{date: 2026-12-01, what: Day, why: The hall is taken}]\n---\n")])["calendar/all.ics"]));
        Assert.Equal(before["UID"], after["UID"]);
        Assert.Equal(("0", "19700101T000000Z"), (before["SEQUENCE"], before["DTSTAMP"]));
        Assert.Equal(("1", "20261201T000000Z"), (after["SEQUENCE"], after["DTSTAMP"]));
    }

    [Fact]
    public void What_another_decision_made_void_is_called_off()
    {
        var site = Site(
        [
            ("content/decisions/old.md", "---\ntitle: Old\nstatus: accepted\ndate: 2026-02-01\nreview-date: 2027-02-01\npilot: {evaluate: 2026-05-01}\n---\n## Rationale\nWe asked.\n"),
            ("content/decisions/new.md", "---\ntitle: New\nstatus: accepted\ndate: 2026-06-01\nsupersedes: [old]\nsunset: 2028-01\n---\n## Rationale\nWe asked.\n"),
        ]);
        var events = Read(site["calendar/decisions.ics"]).ToDictionary(e => e["UID"], e => e.GetValueOrDefault("STATUS"));
        Assert.Equal(new Dictionary<string, string?> { ["decision/old/look-again@Test"] = "CANCELLED", ["decision/old/trial@Test"] = null }, events);
        Assert.DoesNotContain("Old", Part(site["calendar/index.html"], "at-next"), StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2028-01\">", Part(site["calendar/index.html"], "at-next"), StringComparison.Ordinal); // a month is no day of a calendar program
    }

    [Fact]
    public void Without_days_there_is_no_calendar()
    {
        var site = Site([("content/decisions/x.md", "---\ntitle: X\nstatus: accepted\ndate: 2026-02-01\n---\n## Rationale\nWe asked.\n")]);
        Assert.DoesNotContain(site.Keys, p => p.StartsWith("calendar/", StringComparison.Ordinal));
        Assert.DoesNotContain("calendar/", site["index.html"], StringComparison.Ordinal);
    }

    private static string Part(string page, string id) => page[page.IndexOf($"id=\"{id}\"", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    private static Dictionary<string, string> Site((string Path, string Text)[] files)
    {
        var say = new DiagnosticBag();
        var config = new SourceText("site.config.yml", "name: Test\n");
        var folder = new SourceFolder("content");
        var sources = new SourceTree(new DateOnly(2026, 12, 15)) { Config = config, Content = [.. files.Select(f => new SourceFile(new SourceText(f.Path, f.Text), folder))] };
        var build = Pipeline.Run(sources, Settings.Bind(config, Kinds.Records, say), BuiltIn.Templates, say, new Stages());
        Assert.True(build.Artifacts is not null, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return build.Artifacts.ToDictionary(a => a.Path, a => Encoding.UTF8.GetString(a.Bytes.Span), StringComparer.Ordinal);
    }

    /// <summary>The events; fails on anything that the grammar does not allow.</summary>
    private static List<Dictionary<string, string>> Read(string file)
    {
        var events = new List<Dictionary<string, string>>();
        var open = new Stack<string>();
        Dictionary<string, string>? current = null;
        foreach (var line in Unfold(file))
        {
            var colon = line.IndexOf(':');
            Assert.True(colon > 0, line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            Assert.Matches("^[A-Z-]+(;[A-Z-]+=[A-Za-z0-9/-]+)*$", name);
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value == "VEVENT") events.Add(current = []);
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
            }
            else if (open.Peek() == "VEVENT")
            {
                current!.Add(name, value); // each at most once
            }
        }

        Assert.Empty(open);
        return events;
    }

    private static List<string> Unfold(string file)
    {
        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        var lines = new List<string>();
        foreach (var line in file[..^2].Split("\r\n"))
        {
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
            Assert.InRange(new UTF8Encoding(false, true).GetByteCount(line), 1, 75); // throws where a letter is cut in two
            if (line[0] is ' ') lines[^1] += line[1..];
            else lines.Add(line);
        }

        return lines;
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] == '\\' ? value[++i] is 'n' ? '\n' : value[i] : value[i]);
        return text.ToString();
    }
}
