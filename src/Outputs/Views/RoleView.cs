using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A stretch of time in which somebody holds a role.</summary>
/// <param name="Holder">Who; null where nobody is named.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while it goes on.</param>
/// <param name="Now">Whether it goes on.</param>
/// <param name="Lasted">How long it lasted, or has lasted so far, in words; null where its dates do not say.</param>
/// <param name="Days">The same in days.</param>
public sealed record TermView(Anchor? Holder, Day? From, Day? Until, bool Now, string? Lasted, int? Days)
{
    /// <summary>Whether it is still to begin.</summary>
    public bool Coming { get; init; }

    /// <summary>Where it lies in the time of the role; null where its dates do not say.</summary>
    [JsonIgnore] public Html? Bar { get; init; }

    internal static TermView Of(PageContext page, TermSpan span)
    {
        var today = page.Consequences.Today;
        var exact = span.Exactly(today);
        return new TermView(
            RoleParts.Holder(page, span), page.Day(span.Term.From), page.Day(span.Term.Until), span.IsOn(today),
            exact is var (first, last) ? Lengths.InWords(CalendarLength.Of(first, last)) : null,
            exact is var (from, until) ? until.DayNumber - from.DayNumber + 1 : null)
        {
            Coming = span.IsAfter(today),
        };
    }
}

/// <summary>How long somebody held a role.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Lasted">How long, in words.</param>
/// <param name="Days">The same in days.</param>
/// <param name="Times">In how many stretches with a break between them.</param>
public sealed record HeldLongView(Anchor? Holder, [property: JsonIgnore] string Lasted, int Days, int Times);

/// <summary>Days on which nobody, or several, held a role.</summary>
/// <param name="From">The first.</param>
/// <param name="Until">The last; null where it is so today.</param>
/// <param name="Days">How many.</param>
/// <param name="AtLeast">Whether the dates on record leave open that it was longer.</param>
/// <param name="Holders">Those who held it together; empty where nobody did.</param>
/// <param name="InWords">"From 1 October 2025 to 14 October 2025: 14 days".</param>
public sealed record RoleDaysView(Day From, Day? Until, int Days, bool AtLeast, ImmutableArray<Anchor> Holders, [property: JsonIgnore] string InWords);

/// <summary>The page of a role.</summary>
public sealed record RoleView : RecordView
{
    private const int MaxTerms = 100;

    private const int MaxStretches = 20;

    /// <summary>What its holder does.</summary>
    public string? Duty { get; init; }

    /// <summary>Who holds it on the day of the build.</summary>
    public ImmutableArray<Anchor> HeldBy { get; init; } = [];

    /// <summary>The same with since when.</summary>
    [JsonIgnore] public ImmutableArray<TermView> HeldNow { get; init; } = [];

    /// <summary>Who held it when, newest first.</summary>
    public ImmutableArray<TermView> Terms { get; init; } = [];

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<TermView> TermsShown { get; init; } = [];

    /// <summary>How many more there are.</summary>
    [JsonIgnore] public int MoreTerms { get; init; }

    /// <summary>Whether the terms are drawn.</summary>
    [JsonIgnore] public bool HasBars { get; init; }

    /// <summary>What the two ends of the drawings stand for.</summary>
    [JsonIgnore] public string? Scale { get; init; }

    /// <summary>How often it passes on, as written.</summary>
    public string? Rotates { get; init; }

    /// <summary>Whether several may hold it at a time.</summary>
    public bool Shared { get; init; }

    /// <summary>When it is to pass on next.</summary>
    public Day? Due { get; init; }

    /// <summary>Whether it is a day, and not a month or a year.</summary>
    [JsonIgnore] public bool DueIsDay { get; init; }

    /// <summary>Whether that day has passed.</summary>
    public bool Overdue { get; init; }

    /// <summary>Who is to hold it next.</summary>
    [JsonIgnore] public ImmutableArray<TermView> Coming { get; init; } = [];

    /// <summary>The longest times in one go.</summary>
    public ImmutableArray<HeldLongView> Longest { get; init; } = [];

    /// <summary>How long they were, in words.</summary>
    [JsonIgnore] public string? LongestInWords { get; init; }

    /// <summary>The most days in all, where somebody held it more than once.</summary>
    public ImmutableArray<HeldLongView> MostInAll { get; init; } = [];

    /// <summary>When nobody held it, newest first.</summary>
    public ImmutableArray<RoleDaysView> Gaps { get; init; } = [];

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<RoleDaysView> GapsShown => [.. Gaps.Take(MaxStretches)];

    /// <summary>When several held it, newest first.</summary>
    public ImmutableArray<RoleDaysView> Together { get; init; } = [];

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<RoleDaysView> TogetherShown => [.. Together.Take(MaxStretches)];

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var tenure = page.Consequences.Tenures.Of((Role)record);
        var line = RoleLine.Of(tenure, page.Consequences.Today);
        var terms = tenure.Spans.Reverse().Select(s => TermView.Of(page, s) with { Bar = line?.Bar(s) }).ToImmutableArray();
        var longest = tenure.Longest;
        var view = new RoleView
        {
            Duty = tenure.Role.Duty,
            HeldBy = [.. tenure.Now.Select(s => RoleParts.Holder(page, s)).OfType<Anchor>()],
            HeldNow = [.. tenure.Now.Select(s => TermView.Of(page, s))],
            Terms = terms,
            TermsShown = [.. terms.Take(MaxTerms)],
            MoreTerms = Math.Max(0, terms.Length - MaxTerms),
            HasBars = line is not null,
            Scale = line is { } scale ? $"Each bar shows when: {page.Day(PartialDate.Of(scale.First))} at the start, {page.Day(PartialDate.Of(scale.Last))} at the end." : null,
            Rotates = tenure.Role.Rotates,
            Shared = tenure.Role.Shared,
            Due = page.Day(tenure.Due),
            DueIsDay = tenure.Due?.Exact is not null,
            Overdue = tenure.IsOverdue,
            Coming = [.. tenure.Coming.Select(s => TermView.Of(page, s))],
            Longest = [.. longest.Select(h => new HeldLongView(RoleParts.Holder(page, h.Span), Lengths.InWords(h.Length), h.Days, 1))],
            LongestInWords = longest.IsEmpty ? null : $"{Lengths.InWords(longest[0].Length)}{Counted(longest)}",
            MostInAll = MostOf(page, tenure),
            Gaps = [.. tenure.Gaps.Reverse().Select(d => DaysOf(page, d))],
            Together = [.. tenure.Overlaps.Reverse().Select(d => DaysOf(page, d))],
        }.Common(page, record);
        return view with { Toc = [.. view.Contents()] };
    }

    /// <summary>" (624 days)", where all of one length by the calendar have as many days.</summary>
    private static string Counted(ImmutableArray<Holding> longest) =>
        longest[0].Length.Months > 0 && longest.All(h => h.Days == longest[0].Days) ? $" ({Lengths.Count(longest[0].Days, "day")})" : "";

    private static ImmutableArray<HeldLongView> MostOf(PageContext page, Tenure tenure)
    {
        var all = tenure.InAll;
        return all.IsEmpty ? [] : [.. all.TakeWhile(h => h.Days == all[0].Days).Select(h => new HeldLongView(RoleParts.Holder(page, h.Span), $"{Lengths.Count(h.Days, "day")}{(h.Times == 1 ? " in one go" : $" in {h.Times} stretches")}", h.Days, h.Times))];
    }

    private static RoleDaysView DaysOf(PageContext page, RoleDays days)
    {
        var (from, last) = (page.Day(PartialDate.Of(days.First))!, page.Day(PartialDate.Of(days.Last))!);
        var when = days.GoesOn ? $"Since {from}" : days.Days == 1 ? $"On {from}" : $"From {from} to {last}";
        var count = Lengths.Count(days.Days, "day");
        return new RoleDaysView(
            from, days.GoesOn ? null : last, days.Days, !days.IsExact, [.. days.Spans.Select(s => RoleParts.Holder(page, s)).OfType<Anchor>()],
            days.Days == 1 && days.IsExact ? when : $"{when}: {(days.IsExact ? "" : "at least ")}{count}");
    }

    private IEnumerable<TocEntry> Contents()
    {
        foreach (var entry in RecordParts.Toc(Sections)) yield return entry;
        yield return new("at-terms", "Who held it when");
        if (!Longest.IsEmpty) yield return new("at-longest", "Who held it longest");
        if (!Gaps.IsEmpty) yield return new("at-gaps", "When nobody held it");
        if (!Together.IsEmpty) yield return new("at-together", "When several held it");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }
}
