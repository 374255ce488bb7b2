using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Due;

/// <summary>When things that come round again do so.</summary>
internal static class RoundAgain
{
    /// <summary>After how many months those between whom something was agreed look at it again.</summary>
    private const int MonthsToRevisit = 6;

    /// <summary>When a role passes on, counted from the term that began first of those that go on; null where nobody can know.</summary>
    public static PartialDate? PassesOn(Role role, DateOnly today)
    {
        if (role.Rotates is not { } written || WrittenPeriod.Every(written) is not { } every) return null;
        PartialDate? first = null;
        foreach (var term in role.Terms)
            if (term.From is { } from && from.First <= today && !(term.Until?.Last < today) && (first is null || from < first)) first = from;
        return first?.Exact is { } began ? Day(every.After(began)) : null;
    }

    /// <summary>By when a working agreement is looked at again; null for one that ended, and where no day is recorded.</summary>
    public static PartialDate? Revisit(WorkingAgreement agreement)
    {
        if (agreement.Status is "ended" or "proposed") return null;
        var last = agreement.Date;
        foreach (var day in agreement.Revisited)
            if (last is null || day.Last > last.Value.Last) last = day;
        return last?.Exact is { } looked ? Day(new Interval(MonthsToRevisit, 0).After(looked)) : null;
    }

    /// <summary>By when it is to be shown how far a promise is. One that was kept is still checked: many are kept again every month, or not.</summary>
    public static PartialDate? ShowProgress(Commitment promise)
    {
        if (promise.Status == "withdrawn" || promise.CheckEvery is not { } written || WrittenPeriod.Every(written) is not { } every) return null;
        PartialDate? newest = null;
        foreach (var shown in promise.Evidence)
            if (shown.Date is { } day && (newest is null || day.Last > newest.Value.Last)) newest = day;
        return (newest ?? promise.Date) is { } from ? Day(every.After(from.Last)) : null;
    }

    private static PartialDate? Day(DateOnly? day) => day is { } known ? PartialDate.Of(known) : null;
}
