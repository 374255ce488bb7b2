using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Who held which role for how long, when nobody did, and when a role is to pass on.</summary>
public sealed class Tenures
{
    private readonly FrozenDictionary<string, Tenure> byRole;

    private Tenures(ImmutableArray<Tenure> all)
    {
        All = all;
        byRole = all.ToFrozenDictionary(t => t.Role.Id, StringComparer.Ordinal);
        LongestHolding = [.. all.SelectMany(t => t.Holdings).Where(h => h.GoesOn).OrderByDescending(h => h.Days).ThenBy(h => h.Role.Id, StringComparer.Ordinal)];
    }

    /// <summary>All roles, by title.</summary>
    public ImmutableArray<Tenure> All { get; }

    /// <summary>Those who hold a role today, since when without a break: the longest first. Only those of whom the first day is known.</summary>
    public ImmutableArray<Holding> LongestHolding { get; }

    /// <summary>One role.</summary>
    public Tenure Of(Role role) => byRole[role.Id];

    internal static Tenures Of(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        var all = corpus.All<Role>(Role.OfKind).OrderBy(r => r.Title, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Select(role => Of(role, term => corpus.Find<Member>(term.Holder), today)).ToImmutableArray();
        foreach (var tenure in all) Check(tenure, say);
        return new Tenures(all);
    }

    internal static Tenure Of(Role role, Func<Term, Member?> holder, DateOnly today)
    {
        var spans = role.Terms.Select(t => new TermSpan(t, holder(t))).OrderBy(s => s.Term.From is not null).ThenBy(s => s.Term.From).ToImmutableArray();
        var known = spans.Where(s => !s.IsBackwards).ToList();
        ImmutableArray<TermSpan> now = [.. known.Where(s => s.IsOn(today))];
        var due = DueOf(role, now);
        return new Tenure(role, spans)
        {
            Now = now,
            Coming = [.. known.Where(s => s.IsAfter(today))],
            Holdings = HoldingsOf(role, known, today),
            Gaps = GapsOf(known, today),
            Overlaps = OverlapsOf(known, today),
            Due = due,
            IsOverdue = due?.Last < today,
        };
    }

    /// <summary>Counted from the term that began first of those that go on. What is known to the month only falls due in a month.</summary>
    private static PartialDate? DueOf(Role role, ImmutableArray<TermSpan> now)
    {
        if (role.Rotates is not { } written || WrittenPeriod.Every(written) is not { } every || now.IsEmpty || now[0].Term.From is not { } from) return null;
        if (every.After(from.First) is not { } due) return null;
        if (from.Exact is not null) return PartialDate.Of(due);
        if (every.Days > 0) return null;
        if (from.Month is not null) return new PartialDate(due.Year, due.Month);
        return every.Months % 12 == 0 ? new PartialDate(due.Year) : null;
    }

    private static ImmutableArray<Holding> HoldingsOf(Role role, List<TermSpan> spans, DateOnly today)
    {
        var all = new List<Holding>();
        foreach (var holder in spans.Where(s => s.Who is not null).GroupBy(s => s.Who, StringComparer.Ordinal))
        {
            Holding? last = null;
            foreach (var span in holder)
            {
                if (span.Exactly(today) is not var (first, end)) continue;
                if (last is not null && first.DayNumber <= last.Last.DayNumber + 1)
                {
                    last = last with { Last = end > last.Last ? end : last.Last, GoesOn = last.GoesOn || span.IsOn(today) };
                    all[^1] = last;
                    continue;
                }

                last = new Holding(role, span, first, end, span.IsOn(today));
                all.Add(last);
            }
        }

        return [.. all.OrderBy(h => h.First).ThenBy(h => h.Span.Who, StringComparer.Ordinal)];
    }

    /// <summary>Each term is taken as long as its dates allow, so that a gap is sure.</summary>
    private static ImmutableArray<RoleDays> GapsOf(List<TermSpan> spans, DateOnly today)
    {
        var gaps = ImmutableArray.CreateBuilder<RoleDays>();
        DateOnly? covered = null;
        var coveredExactly = true;
        foreach (var span in spans)
        {
            var (from, until) = (span.Term.From, span.Term.Until);
            if (from?.First > today) break;
            if (covered is { } end && from?.First.DayNumber > end.DayNumber + 1)
                gaps.Add(new RoleDays(end.AddDays(1), from.Value.First.AddDays(-1), false, coveredExactly && from.Value.Exact is not null, []));
            var last = until?.Last is { } day && day < today ? day : today;
            if (covered is null || last > covered) (covered, coveredExactly) = (last, until?.Exact is not null || last == today);
            else if (last == covered) coveredExactly |= until?.Exact is not null;
        }

        if (covered < today) gaps.Add(new RoleDays(covered.Value.AddDays(1), today, true, coveredExactly, []));
        return gaps.ToImmutable();
    }

    /// <summary>Each term is taken as short as its dates allow, so that an overlap is sure.</summary>
    private static ImmutableArray<RoleDays> OverlapsOf(List<TermSpan> spans, DateOnly today)
    {
        var sure = spans.Where(s => s.Who is not null && s.Term.From is not null)
            .Select(s => (Span: s, First: s.Term.From!.Value.Last, Last: s.Term.Until?.First is { } day && day < today ? day : today))
            .Where(s => s.First <= s.Last).OrderBy(s => s.First).ThenBy(s => s.Last).ThenBy(s => s.Span.Who, StringComparer.Ordinal).ToList();
        var overlaps = new List<RoleDays>();
        var open = new List<(TermSpan Span, DateOnly Last)>();
        foreach (var (span, first, last) in sure)
        {
            open.RemoveAll(o => o.Last < first);
            // The one that goes on longest covers what any other shares with this one; the others met it before.
            var others = open.Where(o => o.Span.Who != span.Who).ToList();
            if (others.Count > 0 && others.MaxBy(o => o.Last) is var (other, otherLast)) Add(other, span, first, otherLast < last ? otherLast : last);
            open.Add((span, last));
        }

        return [.. overlaps];

        void Add(TermSpan one, TermSpan other, DateOnly first, DateOnly last)
        {
            var exact = one.Exactly(today) is not null && other.Exactly(today) is not null;
            var goesOn = one.IsOn(today) && other.IsOn(today);
            if (overlaps is [.., var before] && first <= before.Last)
            {
                var spans = before.Spans.AddRange(new[] { one, other }.Where(s => before.Spans.All(b => b.Who != s.Who)));
                overlaps[^1] = before with { Last = last > before.Last ? last : before.Last, GoesOn = before.GoesOn || goesOn, IsExact = before.IsExact && exact, Spans = spans };
                return;
            }

            overlaps.Add(new RoleDays(first, last, goesOn, exact, [one, other]));
        }
    }

    /// <summary>A role may also pass on when somebody asks; but "every half year" was meant to be counted.</summary>
    private static bool LooksLikeAPeriod(string written) =>
        written.StartsWith("every ", StringComparison.OrdinalIgnoreCase) || written.StartsWith("each ", StringComparison.OrdinalIgnoreCase) || written.Any(char.IsAsciiDigit);

    private static void Check(Tenure tenure, DiagnosticBag say)
    {
        var role = tenure.Role;
        if (role.Core.Foreign) return;
        foreach (var span in tenure.Spans.Where(s => s.IsBackwards))
            say.TermEndsBeforeStart(span.Term.At, span.Term.Until!.Value.ToString(), span.Term.From!.Value.ToString());
        if (role.Rotates is { } every && LooksLikeAPeriod(every) && WrittenPeriod.Every(every) is null) say.PeriodUnreadable(false, role.RotatesAt, "rotates", every);
        if (role.Shared) return;
        foreach (var days in tenure.Overlaps)
            say.TermsOverlap(days.Spans[^1].Term.At, [.. days.Spans.Select(s => s.Member?.Title ?? s.Who!)], PartialDate.Of(days.First).ToString(), days.GoesOn ? null : PartialDate.Of(days.Last).ToString(), days.Spans[0].Term.At);
    }
}
