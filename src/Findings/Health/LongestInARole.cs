using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>How long one member has held one role.</summary>
internal static class LongestInARole
{
    /// <summary>
    /// Of the roles that somebody holds on the day: the most whole months that one holder has had one without a break. A first
    /// day that is known to the month counts as the first of it; of a year alone no months can be counted. The pattern text
    /// asks for rotating responsibilities and draws no line; 24 months is our own.
    /// </summary>
    public static readonly Measure Measure = new("longest-in-a-role", Unit.Months, Bound.AtMost(24), basis =>
    {
        var roles = basis.Corpus.All<Role>(Role.OfKind).OrderBy(r => r.Title, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => (Role: r, Stretches: StretchesOf(r, basis.Corpus))).ToList();
        var terms = roles.Sum(r => r.Role.Terms.Length);
        return day =>
        {
            var held = roles.SelectMany(r => r.Stretches.Where(s => s.IsOn(day)).Select(s => new Behind(r.Role) { Member = s.Member, On = s.On, Amount = Amount.MonthsBetween(s.From, day) })).ToList();
            if (held.Count == 0) return Answer.Without(terms == 0 || roles.Exists(r => !r.Stretches.IsEmpty) ? Unknown.Nothing : Unknown.NotRecorded);
            return new Answer
            {
                Number = new Amount(held.Max(h => h.Amount!.Value.Value), Unit.Months),
                Counted = held.Count,
                Behind = [.. held],
            };
        };
    });

    /// <summary>Terms of one holder that follow each other without a day between them are one stretch.</summary>
    private static ImmutableArray<Stretch> StretchesOf(Role role, Corpus corpus)
    {
        var all = new List<Stretch>();
        foreach (var holder in role.Terms.Where(t => t is { Holder: not null, From.Month: not null }).GroupBy(t => corpus.Find<Member>(t.Holder)?.Id ?? t.Holder!.Written.Value, StringComparer.Ordinal))
        {
            Stretch? last = null;
            foreach (var term in holder.OrderBy(t => t.From))
            {
                var on = term.From!.Value;
                if (last is not null && (last.Until is null || on.First.DayNumber <= last.Until.Value.DayNumber + 1))
                    all[^1] = last = last with { Until = last.Until is { } one && term.Until?.Last is { } other ? (one > other ? one : other) : null };
                else
                    all.Add(last = new Stretch(corpus.Find<Member>(term.Holder), on, on.First, term.Until?.Last));
            }
        }

        return [.. all.OrderBy(s => s.From).ThenBy(s => s.Member?.Id, StringComparer.Ordinal)];
    }

    /// <summary>A time without a break; its last day belongs to it.</summary>
    private sealed record Stretch(Member? Member, PartialDate On, DateOnly From, DateOnly? Until)
    {
        public bool IsOn(DateOnly day) => From <= day && !(Until < day);
    }
}
