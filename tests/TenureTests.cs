using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Who held a role for how long, by the calendar: month ends, leap years, and dates that are not known to the day.</summary>
public sealed class TenureTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Gen<DateOnly> Days = Gen.Choose(new DateOnly(1995, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-01-01", "2026-01-01", 0, 1)]
    [InlineData("2026-01-01", "2026-01-31", 1, 0)]
    [InlineData("2026-01-01", "2026-06-30", 6, 0)]
    [InlineData("2024-10-15", "2025-04-14", 6, 0)]
    [InlineData("2025-04-15", "2025-10-14", 6, 0)]    // a day longer, and no longer by the calendar
    [InlineData("2026-01-31", "2026-02-27", 1, 0)]    // February lacks the 31st
    [InlineData("2024-01-31", "2024-02-27", 0, 28)]   // and has a day more in a leap year
    [InlineData("2024-02-29", "2025-02-27", 12, 0)]
    [InlineData("2024-02-29", "2028-02-28", 48, 0)]
    [InlineData("2024-10-15", "2026-06-30", 20, 16)]
    [InlineData("2026-03-02", "2026-03-01", 0, 0)]
    [InlineData("9999-12-01", "9999-12-31", 0, 31)]   // the month is over on a day that the calendar does not have
    public void A_length_is_in_months_of_the_calendar(string first, string last, int months, int days) =>
        Assert.Equal(new CalendarLength(months, days), CalendarLength.Of(Day(first), Day(last)));

    [Fact]
    public void Months_and_days_lead_from_the_first_day_to_the_one_after_the_last() => Prop.ForAll(Arb.From(Days.Two()), pair =>
    {
        var (first, last) = pair.Item1 <= pair.Item2 ? (pair.Item1, pair.Item2) : (pair.Item2, pair.Item1);
        var length = CalendarLength.Of(first, last);
        Assert.Equal(last.AddDays(1), first.AddMonths(length.Months).AddDays(length.Days));
        Assert.True(first.AddMonths(length.Months + 1) > last.AddDays(1), "a whole month is left over");
        Assert.InRange(length.Days, 0, 30);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("every 6 months", "2026-08-31", "2027-02-28")]
    [InlineData("6 months", "2027-08-31", "2028-02-29")]
    [InlineData("every year", "2024-02-29", "2025-02-28")]
    [InlineData("Yearly.", "2024-02-29", "2025-02-28")]
    [InlineData("two years", "2024-02-29", "2026-02-28")]
    [InlineData("every quarter", "2025-11-30", "2026-02-28")]
    [InlineData("every 2 weeks", "2026-12-25", "2027-01-08")]
    [InlineData("each day", "2026-12-31", "2027-01-01")]
    [InlineData("every 2 years", "9998-01-01", null)]
    [InlineData("every 10 days", "9999-12-31", null)]
    public void It_comes_round_by_the_calendar(string written, string from, string? next) =>
        Assert.Equal(next is null ? null : Day(next), WrittenPeriod.Every(written)!.Value.After(Day(from)));

    [Theory]
    [InlineData("when somebody asks")]
    [InlineData("every 0 months")]
    [InlineData("every -1 months")]
    [InlineData("every 99999 years")]
    [InlineData("every")]
    [InlineData("")]
    public void What_is_no_period_is_none(string written) => Assert.Null(WrittenPeriod.Every(written));

    [Theory]
    // terms as holder:from..until, and the days between the first of them and today on which nobody held the role
    [InlineData("a:2026-01-01..2026-11-21", "")]
    [InlineData("a:2026-01-01..2026-11-20", "2026-11-21+")]
    [InlineData("a:2026-01-01..2026-11-20 b:2026-11-21..", "")]
    [InlineData("a:2026-01-01..2026-03-31 b:2026-04-02..", "2026-04-01")]
    [InlineData("a:2026-01-01..2026-12-31 b:2026-02-01..2026-03-01", "")]
    [InlineData("b:2026-04-02..2026-05-01 a:2026-01-01..2026-03-31", "2026-04-01 2026-05-02+")]
    [InlineData("a:..2026-03-31 b:2026-04-02..", "2026-04-01")]
    [InlineData("a:2026..2026-03-31 b:2026-05..", "2026-04-01~")]
    [InlineData("a:2026-01-01..2026-03 b:2026-03-20..2026-10-31", "2026-11-01+")]
    [InlineData("a:2027-01-01..", "")]
    public void Gaps_are_what_no_reading_of_the_dates_can_deny(string terms, string gaps) =>
        Assert.Equal(gaps, string.Join(' ', Tenure(terms).Gaps.Select(g => $"{PartialDate.Of(g.First)}{(g.GoesOn ? "+" : "")}{(g.IsExact ? "" : "~")}")));

    [Theory]
    [InlineData("a:2026-01-01..2026-03-31 b:2026-04-01..", "")]
    [InlineData("a:2026-01-01..2026-03-31 b:2026-03-31..", "2026-03-31 1 ab")]
    [InlineData("a:2026-01-01..2026-03-31 a:2026-03-01..", "")]
    [InlineData("a:2026-01-01.. b:2026-11-20.. c:2026-11-21..", "2026-11-20 2 abc")]
    [InlineData("a:2026-01-01..2026-12-31 b:2026-02-01..2026-02-10 c:2026-03-01..2026-03-01", "2026-02-01 10 ab,2026-03-01 1 ac")]
    [InlineData("a:2026-01..2026-02 b:2026-02-01..2026-02-28", "2026-02-01 1 ab")] // a's end may have been on the first day of February
    [InlineData("a:..2026-02-28 b:2026-02-01..", "")]
    public void Overlaps_are_what_no_reading_of_the_dates_can_deny(string terms, string overlaps) =>
        Assert.Equal(overlaps, string.Join(',', Tenure(terms).Overlaps.Select(o => $"{PartialDate.Of(o.First)} {o.Days} {string.Concat(o.Spans.Select(s => s.Who))}")));

    /// <summary>Each day between the first term and today is held by somebody or lies in a gap, and several hold it where an overlap says so.</summary>
    [Fact]
    public void Days_are_held_or_not_as_a_count_day_by_day_says() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
    {
        var random = new Random(seed);
        var start = Today.AddDays(-60);
        var written = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
        {
            var first = start.AddDays(random.Next(70));
            return (Who: "abc"[random.Next(3)], First: first, Last: first.AddDays(random.Next(30)));
        }).ToList();
        var tenure = Tenure(string.Join(' ', written.Select(w => $"{w.Who}:{PartialDate.Of(w.First)}..{PartialDate.Of(w.Last)}")));
        for (var day = start; day <= Today; day = day.AddDays(1))
        {
            var holders = written.Where(w => w.First <= day && day <= w.Last).Select(w => w.Who).Distinct().Count();
            var begun = written.Any(w => w.First <= day);
            Assert.Equal(begun && holders == 0, tenure.Gaps.Any(g => g.First <= day && day <= g.Last));
            Assert.Equal(holders > 1, tenure.Overlaps.Any(o => o.First <= day && day <= o.Last));
        }

        foreach (var who in "abc")
        {
            var held = Enumerable.Range(0, 61).Select(i => start.AddDays(i)).Count(day => written.Any(w => w.Who == who && w.First <= day && day <= w.Last));
            Assert.Equal(held, tenure.Holdings.Where(h => h.Span.Who == who.ToString()).Sum(h => h.Days));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Members_who_held_it_for_half_a_year_each_held_it_equally_long()
    {
        var tenure = Tenure("a:2024-10-15..2025-04-14 b:2025-04-15..2025-10-14 c:2026-11-01..");
        Assert.Equal(["a", "b"], tenure.Longest.Select(h => h.Span.Who));
        Assert.Empty(tenure.InAll);
    }

    [Theory]
    [InlineData("a:2026-05-21..", "every 6 months", "2026-11-21", false)] // due today is not late
    [InlineData("a:2026-05-20..", "every 6 months", "2026-11-20", true)]
    [InlineData("a:2026-05..", "every 6 months", "2026-11", false)]
    [InlineData("a:2026-04..", "every 6 months", "2026-10", true)]
    [InlineData("a:2025..", "every year", "2026", false)]
    [InlineData("a:2025..", "every 6 months", null, false)]
    [InlineData("a:2026-05..", "every 30 days", null, false)]
    [InlineData("a:..", "every year", null, false)]
    [InlineData("a:2020-01-01..2026-11-20", "every year", null, false)] // nobody holds it
    [InlineData("a:2025-01-01.. b:2026-10-01..", "every year", "2026-01-01", true)]
    public void It_is_due_as_exactly_as_the_record_knows(string terms, string rotates, string? due, bool late)
    {
        var tenure = Tenure(terms, rotates);
        Assert.Equal(due, tenure.Due?.ToString());
        Assert.Equal(late, tenure.IsOverdue);
    }

    [Fact]
    public void Those_who_hold_a_role_longest_come_first()
    {
        var files = new[] { ("one", "2026-01-01"), ("two", "2025-01-01"), ("three", "2025") }
            .Select(r => ($"content/roles/{r.Item1}.md", $"---\ntitle: {r.Item1}\nterms: [{{holder: a, from: {r.Item2}}}]\n---\n")).ToArray();
        Assert.Equal([("two", 690), ("one", 325)], Derive(files, "").LongestHolding.Select(h => (h.Role.Id, h.Days)));
    }

    private static Tenure Tenure(string terms, string rotates = "never") => Assert.Single(Derive(
        [("content/roles/r.md", "---\ntitle: R\nshared: true\nrotates: " + rotates + "\nterms:\n" + string.Concat(terms.Split(' ').Select(Term)) + "---\n")], terms).All);

    private static string Term(string written)
    {
        var (who, from, until) = (written[0], written[2..written.IndexOf("..", StringComparison.Ordinal)], written[(written.IndexOf("..", StringComparison.Ordinal) + 2)..]);
        return $"  - {{holder: {who}{(from.Length > 0 ? ", from: " + from : "")}{(until.Length > 0 ? ", until: " + until : "")}}}\n";
    }

    private static Tenures Derive((string Path, string Text)[] files, string about)
    {
        var say = new DiagnosticBag();
        var folder = new SourceFolder("content");
        var sources = new SourceTree(Today) { Content = [.. files.Select(f => new SourceFile(new SourceText(f.Path, f.Text), folder))] };
        var corpus = Binder.Bind(Parser.Parse(sources.Content, say), [], Kinds.Records, Today, say);
        var tenures = Deriver.Derive(Consolidation.Of(corpus, Today, say), sources, new Settings { At = new SourceText("site.config.yml", "").At(0) }, say).Tenures;
        Assert.False(say.HasErrors, about + string.Join("\n", say.Sorted().Select(d => d.Message)));
        return tenures;
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
