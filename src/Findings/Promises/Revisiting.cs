using PublicLedger.Diagnostics;
using PublicLedger.Findings.Health;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Promises;

/// <summary>When a working agreement was last looked at, and whether that is too long ago.</summary>
/// <param name="Last">The day on which it was last looked at, or began; null where neither is recorded.</param>
/// <param name="Again">Whether it was looked at again since it began.</param>
/// <param name="MonthsAgo">Whole months of the calendar since then; null where the day is not exact.</param>
/// <param name="DueBy">Six months after it; null for one that ended, and where no whole date is recorded.</param>
/// <param name="Overdue">Whether it is working or strained and that day has passed.</param>
public sealed record Revisiting(PartialDate? Last, bool Again, int? MonthsAgo, DateOnly? DueBy, bool Overdue)
{
    /// <summary>After how many months of the calendar such an agreement is looked at again.</summary>
    public const int Months = 6;

    /// <summary>An agreement on a day.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="today">The day; what is to come after it has not happened.</param>
    public static Revisiting Of(WorkingAgreement agreement, DateOnly today)
    {
        PartialDate? last = null;
        foreach (var day in agreement.Revisited)
            if (day.First <= today && (last is null || day > last)) last = day;
        var again = last is not null;
        last ??= agreement.Date is { } since && since.First <= today ? since : null;
        var ends = last?.Last.AddMonths(Months);
        return new Revisiting(
            last, again,
            last?.Exact is { } exact ? (int)Amount.MonthsBetween(exact, today).Value.Above : null,
            agreement.Status == "ended" || agreement.IsRetracted || last?.Exact is null ? null : ends,
            agreement.Status is "working" or "strained" && ends < today);
    }

    /// <summary>Nothing can be looked at again, or change, before it began.</summary>
    internal static void Check(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        foreach (var agreement in corpus.All<WorkingAgreement>(WorkingAgreement.OfKind))
        {
            foreach (var day in agreement.Revisited) Check(agreement, day, agreement.RevisitedAt, today, say);
            foreach (var change in agreement.History) Check(agreement, change.Date, change.At, today, say);
            foreach (var term in agreement.Asks.Concat(agreement.Gives))
            {
                if (term.By is not { } by || agreement.Between.Any(b => b.Id == by.Id)) continue;
                say.SideNotBetween(agreement.Core.Foreign, by.Written.At, by.Written.Value, [.. agreement.Between.Select(b => b.Written.Value)]);
            }
        }
    }

    private static void Check(WorkingAgreement agreement, PartialDate? date, Location at, DateOnly today, DiagnosticBag say)
    {
        PromiseCheck.ToCome(agreement.Core.Foreign, date, at, today, say);
        if (date is { } day && agreement.Date is { } since && day.Last < since.First)
            say.StepBeforeStart(agreement.Core.Foreign, at, day.ToString(), "since", since.ToString(), agreement.Core.DateAt);
    }
}
