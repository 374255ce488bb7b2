using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Health;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A record behind a number.</summary>
/// <param name="Record">The record.</param>
/// <param name="On">The day it is about, or null.</param>
/// <param name="Says">What it adds: "5 days"; null where it only counts.</param>
/// <param name="Member">Whose it is, or null.</param>
/// <param name="Marked">Whether it is one of those that the question looks for.</param>
public sealed record BehindView(Anchor Record, Day? On, string? Says, Anchor? Member, bool Marked);

/// <summary>What the indicator said on a day: the number as a fraction, or null.</summary>
public sealed record TrendView(string On, string? Number);

/// <summary>How many things of one sort a member has: "Overridden", 2.</summary>
public sealed record CountedPart(string Part, int Count);

/// <summary>What is counted for one member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Parts">A count for each sort.</param>
public sealed record MemberPartsView(Anchor Member, ImmutableArray<CountedPart> Parts);

/// <summary>One indicator as the page shows it.</summary>
public sealed record IndicatorView
{
    /// <summary>So many records behind a number stand on the page; all are in the data.</summary>
    private const int MostBehind = 10;

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer, or why there is none.</summary>
    public required string Answer { get; init; }

    /// <summary>The number as an exact fraction or whole number; null where it is unknown.</summary>
    public string? Number { get; init; }

    /// <summary>In what it is counted: days, months, years, share, count.</summary>
    public required string Unit { get; init; }

    /// <summary>The line as an exact number, or null where there is none.</summary>
    public string? Line { get; init; }

    /// <summary>"no-line", "within", "past" or "unknown".</summary>
    public required string Standing { get; init; }

    /// <summary>The same as a tag; null where there is no line.</summary>
    [JsonIgnore] public Tag? Tag { get; init; }

    /// <summary>"We look closer when it is more than 7 days."; null where there is no line, or no number to hold against it.</summary>
    [JsonIgnore] public string? LineInWords { get; init; }

    /// <summary>How many records the number is made of.</summary>
    public int Counted { get; init; }

    /// <summary>How many could not be asked.</summary>
    public int LeftOut { get; init; }

    /// <summary>The same in words; null where none was left out.</summary>
    [JsonIgnore] public string? LeftOutInWords { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>How it is counted.</summary>
    public required string HowCounted { get; init; }

    /// <summary>What it said on days of the past, oldest first; the last is today.</summary>
    public ImmutableArray<TrendView> Trend { get; init; } = [];

    /// <summary>The trend as a chart with its table; null where no number is known on any day.</summary>
    [JsonIgnore] public Chart? Chart { get; init; }

    /// <summary>What is counted by member; empty where nothing is.</summary>
    public ImmutableArray<MemberPartsView> Members { get; init; } = [];

    /// <summary>The same as a chart with its table, or null.</summary>
    [JsonIgnore] public Chart? ByMember { get; init; }

    /// <summary>The records behind the number.</summary>
    public ImmutableArray<BehindView> Behind { get; init; } = [];

    /// <summary>Those of them on the page.</summary>
    [JsonIgnore] public ImmutableArray<BehindView> Shown { get; init; } = [];

    /// <summary>Whether the page shows them at once: where the number is past its line, they are what to look at.</summary>
    [JsonIgnore] public bool Unfolded { get; init; }

    /// <summary>How many more there are; 0 where all are on the page.</summary>
    [JsonIgnore] public int More { get; init; }

    /// <summary>What the list of them is called.</summary>
    [JsonIgnore] public string BehindTitle { get; init; } = "";

    /// <summary>Makes it.</summary>
    internal static IndicatorView Of(PageContext page, Indicator indicator, IndicatorWords words)
    {
        var behind = indicator.Now.Behind.Select(b => new BehindView(page.To(b.Record), page.Day(b.On), words.Of(b), b.Member is { } m ? page.To(m) : null, b.Marked)).ToImmutableArray();
        return new IndicatorView
        {
            Id = indicator.Id,
            Question = words.Question,
            Answer = words.Say(indicator.Now),
            Number = indicator.Now.Number?.Value.ToString(),
            Unit = indicator.Unit.ToString().ToLowerInvariant(),
            Line = indicator.Line?.Value.ToString(),
            Standing = StandingIn(indicator.Standing),
            Tag = TagOf(indicator.Standing),
            LineInWords = LineOf(indicator),
            Counted = indicator.Now.Counted,
            LeftOut = indicator.Now.LeftOut,
            LeftOutInWords = indicator.Now.LeftOut > 0 && indicator.Now.Number is not null ? words.LeftOut?.Invoke(indicator.Now.LeftOut) : null,
            Why = words.Why,
            HowCounted = words.Counted,
            Trend = [.. indicator.Trend.Select(t => new TrendView(PartialDate.Of(t.On).ToString(), t.Answer.Number?.Value.ToString()))],
            Chart = ChartOf(page, indicator, words),
            Members = [.. indicator.Now.ByMember.Select(m => new MemberPartsView(page.To(m.Member), [.. words.Parts.Zip(m.Counts, (part, count) => new CountedPart(part, count))]))],
            ByMember = indicator.Now.ByMember.IsEmpty ? null : Stacks.Of(
                new ChartSubject($"at-{indicator.Id}-members", words.PartsTitle, "Member", ""), words.Parts, [.. indicator.Now.ByMember.Select(m => new ChartStack(page.To(m.Member), m.Counts))]),
            Behind = behind,
            Shown = behind.Length > MostBehind ? behind[..MostBehind] : behind,
            More = Math.Max(0, behind.Length - MostBehind),
            Unfolded = indicator.Standing == Findings.Health.Standing.Past,
            BehindTitle = words.Behind,
        };
    }

    private static string StandingIn(Standing standing) => standing switch
    {
        Findings.Health.Standing.NoLine => "no-line",
        Findings.Health.Standing.Within => "within",
        Findings.Health.Standing.Past => "past",
        _ => "unknown",
    };

    /// <summary>Three words, so that nobody reads a grade into them.</summary>
    private static Tag? TagOf(Standing standing) => standing switch
    {
        Findings.Health.Standing.Within => new("Within the line", "ok"),
        Findings.Health.Standing.Past => new("Past the line", "warn"),
        Findings.Health.Standing.Unknown => new("Unknown", "old"),
        _ => null,
    };

    private static string? LineOf(Indicator indicator)
    {
        if (indicator.Line is not { } line || indicator.Now.Number is null) return null;
        var at = AmountWords.Of(line.Value, indicator.Unit);
        var side = line.IsMost ? line.Value.Above.IsZero ? "We look closer when there is any." : $"We look closer when it is more than {at}."
            : line.Value == Findings.Tallies.Ratio.One && indicator.Unit == Findings.Health.Unit.Share ? "We look closer when it is less than 100%." : $"We look closer when it is less than {at}.";
        return indicator.OwnLine ? side + " This coalition drew that line itself." : side;
    }

    private static Chart? ChartOf(PageContext page, Indicator indicator, IndicatorWords words)
    {
        if (indicator.Trend.All(t => t.Answer.Number is null)) return null;
        var subject = new ChartSubject($"at-{indicator.Id}", words.Numbers, "On", Heading(indicator.Unit))
        {
            Goal = indicator.Line is { } line && !line.Value.Above.IsZero ? new(AmountWords.Drawn(line.Value), AmountWords.Of(line.Value, indicator.Unit)) : null,
            Top = indicator.Unit == Findings.Health.Unit.Share ? 1 : null,
        };
        return Charts.Series(subject, [.. indicator.Trend.Select(t => new ChartPoint(
            new(page.Site.Dates.Of(PartialDate.Of(t.On)).Text, null),
            t.Answer.Number is { } number ? AmountWords.Drawn(number.Value) : null,
            t.Answer.Number is { } known ? AmountWords.Bare(known) : "Unknown", t.On))]);
    }

    private static string Heading(Unit unit) => unit == Findings.Health.Unit.Count ? "Number" : unit.ToString();
}
