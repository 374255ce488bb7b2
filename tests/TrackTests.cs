using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Findings.Tallies;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The straight line from where a figure started to where it should be, exactly, whatever the numbers and days.</summary>
public sealed class TrackTests
{
    private static readonly DateOnly From = new(2024, 2, 28); // so that a leap day is in most stretches

    /// <summary>Figures in tenths, the days from the start to the target, and the day of the reading among them.</summary>
    private sealed record Case(int Start, int Target, int Days, int Day, int Figure)
    {
        public Track? Track(int times = 1, int plus = 0)
        {
            var until = From.AddDays(Days);
            return Findings.Track.Of(new Records.Outcome(Core)
            {
                Baseline = Of(From, Start),
                Target = Of(until, Target),
                Readings = [Of(From.AddDays(Day), Figure)],
            }, until);

            Reading Of(DateOnly day, int tenths) => new(PartialDate.Of(day), (((decimal)tenths * times + plus) / 10).ToString(CultureInfo.InvariantCulture), default);
        }
    }

    private static readonly RecordCore Core = new()
    {
        Kind = Records.Outcome.OfKind,
        Id = "x",
        Title = "X",
        Body = Body.Empty,
        File = new SourceFile(new SourceText("content/outcomes/x.md", ""), new SourceFolder("content")),
    };

    /// <summary>As often as not the figure stands where the line may well be, so that exact hits are among them.</summary>
    private static readonly Arbitrary<Case> Cases =
        (from start in Gen.Choose(-40, 400)
         from target in Gen.Choose(-40, 400)
         from days in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 2000))
         from day in Gen.Choose(1, days)
         from near in Gen.Choose(0, 1)
         from away in Gen.Choose(-300, 300)
         let line = start + ((target - start) * day / days)
         select new Case(start, target, days, day, near == 1 ? line : start + away)).ToArbitrary();

    private static void Holds(Func<Case, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases, property));

    [Fact]
    public void It_is_ahead_on_or_short_as_whole_numbers_say() => Holds(c =>
    {
        // Multiplied out, so that nothing is divided.
        var further = Math.Sign(((c.Figure - c.Start) * (long)c.Days) - ((c.Target - c.Start) * (long)c.Day)) * Math.Sign(c.Target - c.Start);
        return c.Start == c.Target ? c.Track() is null : c.Track()!.State == (further > 0 ? TrackState.Ahead : further == 0 ? TrackState.OnTheLine : TrackState.Short);
    });

    [Fact]
    public void Another_unit_changes_nothing() => Holds(c =>
        c.Track() is not { } track || (c.Track(times: 7) is { } scaled && scaled.State == track.State && scaled.Gap == track.Gap * 7));

    [Fact]
    public void Another_zero_changes_nothing() => Holds(c =>
        c.Track() is not { } track || (c.Track(plus: 123) is { } moved && moved.State == track.State && moved.Gap == track.Gap));

    [Fact]
    public void Down_is_as_good_as_up() => Holds(c =>
        c.Track() is not { } track || (c.Track(times: -1) is { } mirrored && mirrored.State == track.State && mirrored.Gap == track.Gap));

    [Fact]
    public void The_line_starts_at_the_start_ends_at_the_target_and_moves_by_the_same_step_each_day() => Holds(c =>
    {
        Ratio On(int day) => Track.LineOn(new(c.Start, 10), From, new(c.Target, 10), From.AddDays(c.Days), From.AddDays(day));
        return On(0) == new Ratio(c.Start, 10) && On(c.Days) == new Ratio(c.Target, 10)
            && On(c.Day) - On(c.Day - 1) == new Ratio(c.Target - c.Start, 10 * c.Days);
    });

    [Fact]
    public void What_is_said_adds_up_and_never_hides_a_difference() => Holds(c =>
    {
        if (c.Track() is not { } track) return true;
        var (line, gap, exact) = TrackWords.Rounded(track);
        var off = line > track.Line ? line - track.Line : track.Line - line;
        return (line + gap == track.Figure.Number || line - gap == track.Figure.Number)
            && (gap == Ratio.Zero) == (track.Gap == Ratio.Zero)
            && exact == (off == Ratio.Zero) && off <= new Ratio(1, 20)
            && (gap == Ratio.Zero || (line > track.Figure.Number) == (track.Line > track.Figure.Number));
    });

    [Theory]
    [InlineData("43", "43", "")]
    [InlineData("4,200", "4200", "")]
    [InlineData("1,234,567.5", "1234567.5", "")]
    [InlineData("-1.5", "-1.5", "")]
    [InlineData("−1.5", "-1.5", "")]
    [InlineData("12%", "12", "%")]
    [InlineData("12 %", "12", " %")]
    [InlineData("43 days", "43", " days")]
    [InlineData(" 6 ", "6", "")]
    public void A_plain_number_is_read(string written, string number, string unit)
    {
        var value = MeasuredValue.Read(written)!;
        Assert.Equal((number, unit), (value.Number.ToString(), value.Unit));
    }

    [Theory]
    [InlineData("about 40")]
    [InlineData("40-45")]
    [InlineData("4,2")]
    [InlineData("4,20")]
    [InlineData("1234,567")]
    [InlineData("4.200,5")]
    [InlineData("1/3")]
    [InlineData("1e3")]
    [InlineData("43 days?")]
    [InlineData("43 of 60")]
    [InlineData("4 200")]
    [InlineData("12%%")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("")]
    [InlineData(null)]
    public void What_may_mean_another_number_is_not_read(string? written) => Assert.Null(MeasuredValue.Read(written));

    [Theory]
    [InlineData("43 days", "1 day", true)]
    [InlineData("12%", "12 %", true)]
    [InlineData("12%", "12", false)]
    [InlineData("6 weeks", "6 days", false)]
    public void Figures_are_held_against_each_other_only_where_they_count_the_same(string one, string other, bool same) =>
        Assert.Equal(same, MeasuredValue.Read(one)!.Counts(MeasuredValue.Read(other)!));
}
