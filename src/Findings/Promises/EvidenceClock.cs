using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Promises;

/// <summary>
/// Whether the evidence for a commitment is as new as the commitment says it will be. One that is complete goes on being
/// checked while it says so: many promises are kept again every month, or not.
/// </summary>
/// <param name="Newest">The day of the newest evidence; null where there is none with a date.</param>
/// <param name="Due">The day by which the next was due, counted from the newest, or from the day of the promise where there is none.</param>
/// <param name="IsOld">Whether that day has passed.</param>
public sealed record EvidenceClock(PartialDate? Newest, DateOnly Due, bool IsOld)
{
    /// <summary>The clock on a day; null where the record does not say enough to tell.</summary>
    internal static EvidenceClock? Of(Commitment commitment, DateOnly today)
    {
        if (commitment.IsRetracted || commitment.Status == "withdrawn" || commitment.CheckEvery is not { } written || WrittenPeriod.Every(written) is not { } every) return null;
        PartialDate? newest = null;
        foreach (var evidence in commitment.Evidence)
            if (evidence.Date is { } on && on.First <= today && (newest is null || on.Last > newest.Value.Last)) newest = on;
        return (newest ?? commitment.Date) is { } from && every.After(from.Last) is { } due ? new EvidenceClock(newest, due, due < today) : null;
    }
}
