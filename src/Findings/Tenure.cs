using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Somebody's time in a role, as the record writes it.</summary>
/// <param name="Term">The term.</param>
/// <param name="Member">Who; null where the name is no member's, or none is given.</param>
public sealed record TermSpan(Term Term, Member? Member)
{
    /// <summary>What tells holders apart; null where nobody is named, so that nobody can say whether two are one.</summary>
    public string? Who => Member?.Id ?? Term.Holder?.Written.Value;

    /// <summary>Whether it ends before it begins, so that nothing follows from it.</summary>
    public bool IsBackwards => Term is { From: { } from, Until: { } until } && until.Last < from.First;

    /// <summary>Whether it goes on, as far as the record says; a term that began and has no end goes on.</summary>
    public bool IsOn(DateOnly day) => !IsBackwards && !(Term.From?.First > day) && !(Term.Until?.Last < day);

    /// <summary>Whether it is still to begin.</summary>
    public bool IsAfter(DateOnly day) => !IsBackwards && Term.From?.First > day;

    /// <summary>The first and the last day up to today, where both are known to the day; else null.</summary>
    public (DateOnly First, DateOnly Last)? Exactly(DateOnly today)
    {
        if (IsBackwards || Term.From?.Exact is not { } first || first > today || Term.Until is { Exact: null }) return null;
        var last = Term.Until?.Exact ?? today;
        return (first, last < today ? last : today);
    }
}

/// <summary>Days without a break in which one holder had a role, in one term or in several that follow each other.</summary>
/// <param name="Role">The role.</param>
/// <param name="Span">The first of the terms.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, today at the latest.</param>
/// <param name="GoesOn">Whether it is held today.</param>
public sealed record Holding(Role Role, TermSpan Span, DateOnly First, DateOnly Last, bool GoesOn)
{
    /// <summary>How many days, with the first and the last.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>How long by the calendar.</summary>
    public CalendarLength Length => CalendarLength.Of(First, Last);
}

/// <summary>Days on which a role was held by nobody, or by several.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, today at the latest.</param>
/// <param name="GoesOn">Whether it is so today.</param>
/// <param name="IsExact">Whether the days are known; else it was at least these.</param>
/// <param name="Spans">The terms of those who shared it, one for each holder; empty where nobody held it.</param>
public sealed record RoleDays(DateOnly First, DateOnly Last, bool GoesOn, bool IsExact, ImmutableArray<TermSpan> Spans)
{
    /// <summary>How many days, with the first and the last.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;
}

/// <summary>A role through time.</summary>
/// <param name="Role">The role.</param>
/// <param name="Spans">All terms, oldest first; those that do not say when they began come before.</param>
public sealed record Tenure(Role Role, ImmutableArray<TermSpan> Spans)
{
    /// <summary>Who holds it today.</summary>
    public ImmutableArray<TermSpan> Now { get; init; } = [];

    /// <summary>Who is to hold it next.</summary>
    public ImmutableArray<TermSpan> Coming { get; init; } = [];

    /// <summary>Each holder's time without a break, oldest first; only of terms that are known to the day.</summary>
    public ImmutableArray<Holding> Holdings { get; init; } = [];

    /// <summary>When nobody held it between the first term and today, oldest first. Only what no reading of the dates can deny.</summary>
    public ImmutableArray<RoleDays> Gaps { get; init; } = [];

    /// <summary>When several held it, oldest first. Only what no reading of the dates can deny.</summary>
    public ImmutableArray<RoleDays> Overlaps { get; init; } = [];

    /// <summary>When it is to pass on from the one who holds it today; null where no rule is recorded or understood, or nobody knows.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>Whether that day has passed.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The longest times without a break: several where they are of one length by the calendar.</summary>
    public ImmutableArray<Holding> Longest
    {
        get
        {
            if (Holdings.IsEmpty) return [];
            var longest = Holdings.Max(h => (h.Length.Months, h.Length.Days));
            return [.. Holdings.Where(h => (h.Length.Months, h.Length.Days) == longest)];
        }
    }

    /// <summary>
    /// Each holder's days added up, most first, where somebody came back: else they are what <see cref="Longest"/> says. Days
    /// on which two terms of one holder overlap count once.
    /// </summary>
    public ImmutableArray<(TermSpan Span, int Times, int Days)> InAll
    {
        get
        {
            var holders = Holdings.GroupBy(h => h.Span.Who, StringComparer.Ordinal).ToList();
            if (holders.All(g => g.Count() == 1)) return [];
            return [.. holders.Select(g => (g.First().Span, Times: g.Count(), Days: g.Sum(h => h.Days))).OrderByDescending(h => h.Days).ThenBy(h => h.Span.Who, StringComparer.Ordinal)];
        }
    }
}
