using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Findings.Agreements;
using PublicLedger.Findings.Health;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;
using Measure = PublicLedger.Findings.Health.Measure;

namespace PublicLedger.Tests;

/// <summary>Signs of life and decay: the past as it was, and the same answers found another way.</summary>
public sealed class HealthTests
{
    private static readonly DateOnly First = new(2024, 1, 1);

    /// <summary>
    /// What may not be known about a day in the past, so that it is left out of the trend: when a working agreement ended is
    /// not recorded. A site built on that day knew.
    /// </summary>
    private static readonly string[] KnownOnlyThen = ["working-agreements-revisited"];

    /// <summary>What the files of today cannot be asked for an earlier day: the status of a commitment is that of today, and only its history has the others.</summary>
    private const string KnownByHistory = "commitments-late";

    [Theory]
    [InlineData("2025-06-30")]
    [InlineData("2025-12-31")]
    [InlineData("2026-06-30")]
    public void A_day_in_the_past_has_the_number_that_the_site_had_on_that_day(string day)
    {
        var now = Indicators(Demonstration.Site.BytesOf("data/health.json"));
        var then = Indicators(Demonstration.Build(Shared.Root, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).BytesOf("data/health.json"));
        Assert.Equal(Measure.All.Select(m => m.Id).Order(StringComparer.Ordinal), now.Keys.Order(StringComparer.Ordinal));
        var compared = 0;
        foreach (var (id, indicator) in now)
        {
            var told = indicator.GetProperty("trend").EnumerateArray().Single(t => t.GetProperty("on").GetString() == day);
            if (id == KnownByHistory || (Number(told) is null && KnownOnlyThen.Contains(id))) continue;
            Assert.True(Number(told) == Number(then[id]), $"{id} on {day}: the trend says {Number(told) ?? "unknown"}, and that day {Number(then[id]) ?? "unknown"}");
            if (Number(told) is not null) compared++;
        }

        Assert.True(compared >= 12, $"Only {compared} numbers of {day} could be compared.");
    }

    [Fact]
    public void The_year_of_a_day_is_found_as_by_looking_at_every_record() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Gen.Zip(Dates().ArrayOf(), Gen.Choose(0, 1200)).ToArbitrary(), drawn =>
        {
            var (dates, offset) = (drawn.Item1, drawn.Item2);
            var meetings = Corpus([.. dates.Select((d, i) => ($"meetings/m{i:000}.md", $"---\ntitle: Meeting {i}\ndate: {d}\nstatus: held\n---\n"))]).Corpus.All<Meeting>(Meeting.OfKind);
            var day = First.AddDays(offset);
            var expected = meetings.Where(m => m.Date!.Value.First > day.AddYears(-1) && m.Date.Value.Last <= day).OrderByDescending(m => m.Date!.Value.Last).ThenBy(m => m.Id, StringComparer.Ordinal);
            Assert.Equal(expected.Select(m => m.Id), new ByDay<Meeting>(meetings).InYearOf(day).Select(m => m.Id));
        }));

    /// <summary>Second opinion: go back from the day, one day at a time, while the holder of that day still held the role.</summary>
    [Fact]
    public void The_longest_time_in_a_role_is_what_going_back_day_by_day_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Gen.Zip(Terms().ArrayOf(), Gen.Choose(0, 900)).ToArbitrary(), drawn =>
        {
            var (terms, offset) = (drawn.Item1, drawn.Item2);
            if (terms.Length == 0) return;
            var written = terms.Select(t => $"  - {{holder: {Holder(t.Who)}, from: {First.AddDays(t.From):yyyy-MM-dd}" + (t.Until is { } until ? $", until: {First.AddDays(until):yyyy-MM-dd}}}\n" : "}\n"));
            var basis = Corpus([("roles/clerk.md", $"---\ntitle: Clerk\nterms:\n{string.Concat(written)}---\n"), Person("ash"), Person("oak")]);
            int? longest = null;
            for (var who = 0; who < 2; who++)
            {
                bool Holds(int on) => terms.Any(t => t.Who == who && t.From <= on && (t.Until ?? int.MaxValue) >= on);
                if (!Holds(offset)) continue;
                var start = offset;
                while (start > 0 && Holds(start - 1)) start--;
                var months = 0;
                while (First.AddDays(start).AddMonths(months + 1) <= First.AddDays(offset)) months++;
                longest = Math.Max(longest ?? 0, months);
            }

            Assert.Equal(longest is { } whole ? (Ratio)whole : (Ratio?)null, LongestInARole.Measure.Prepare(basis)(First.AddDays(offset)).Number?.Value);
        }));

    /// <summary>Second opinion: who holds what is counted for each member by itself, from the terms as they were drawn.</summary>
    [Fact]
    public void The_largest_share_of_work_is_what_counting_for_each_member_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Gen.Zip(Terms().ArrayOf(), Gen.Choose(0, 900)).ToArbitrary(), drawn =>
        {
            var (terms, offset) = (drawn.Item1, drawn.Item2);
            var roles = terms.Select((t, i) => ($"roles/r{i:000}.md", $"---\ntitle: Role {i}\nterms:\n  - {{holder: {Holder(t.Who)}, from: {First.AddDays(t.From):yyyy-MM-dd}" + (t.Until is { } until ? $", until: {First.AddDays(until):yyyy-MM-dd}" : "") + "}\n---\n"));
            var basis = Corpus([.. roles, Person("ash"), Person("oak")]);
            var held = terms.Where(t => t.From <= offset && (t.Until ?? int.MaxValue) >= offset).Select(t => t.Who).ToList();
            var expected = held.Count < 5 ? (Ratio?)null : new Ratio(Math.Max(held.Count(w => w == 0), held.Count(w => w == 1)), held.Count);
            Assert.Equal(expected, WorkLoad.Measure.Prepare(basis)(First.AddDays(offset)).Number?.Value);
        }));

    private static Gen<string> Dates() => Gen.Zip(Gen.Choose(0, 1200), Gen.Choose(0, 2)).Select(p =>
        First.AddDays(p.Item1).ToString(p.Item2 switch { 0 => "yyyy-MM-dd", 1 => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture));

    private static Gen<(int Who, int From, int? Until)> Terms() =>
        Gen.Zip(Gen.Choose(0, 1), Gen.Zip(Gen.Choose(0, 900), Gen.Choose(-60, 400)))
            .Select(t => (t.Item1, t.Item2.Item1, t.Item2.Item2 < 0 ? (int?)null : t.Item2.Item1 + t.Item2.Item2));

    private static string Holder(int who) => who == 0 ? "ash" : "oak";

    private static (string, string) Person(string id) => ($"members/{id}.md", $"---\nname: {id}\n---\n");

    private static Basis Corpus((string Path, string Text)[] files)
    {
        var say = new DiagnosticBag();
        var sources = new SourceTree(new DateOnly(2030, 1, 1)) { Content = [.. files.Select(f => new SourceFile(new SourceText("content/" + f.Path, f.Text), new SourceFolder("content")))] };
        var consolidation = Consolidation.Of(Binder.Bind(Parser.Parse(sources.Content, say), [], Kinds.Records, sources.Today, say), sources.Today, say);
        var consequences = Deriver.Derive(consolidation, sources, new Settings { At = new SourceText("site.config.yml", "").At(0) }, say);
        Assert.False(say.HasErrors, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return new Basis(consolidation.Corpus, consequences, sources.Today);
    }

    private static Dictionary<string, JsonElement> Indicators(ReadOnlyMemory<byte> json)
    {
        using var page = JsonDocument.Parse(Encoding.UTF8.GetString(json.Span));
        return page.RootElement.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("indicators").EnumerateArray())
            .ToDictionary(i => i.GetProperty("id").GetString()!, i => i.Clone(), StringComparer.Ordinal);
    }

    private static string? Number(JsonElement element) => element.TryGetProperty("number", out var number) ? number.GetString() : null;
}
