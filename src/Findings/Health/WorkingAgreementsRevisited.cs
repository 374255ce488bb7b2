using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>Whether what members ask of each other is looked at again.</summary>
internal static class WorkingAgreementsRevisited
{
    /// <summary>The pattern text gives such contracts a review clock of six months.</summary>
    private const int Months = 6;

    /// <summary>
    /// The working agreements that work, or are under strain, and were neither made nor looked at again in the six months
    /// before the day. None should be so. On days in the past only those that still go on are known to have gone on: where one
    /// has ended since it began, such a day is unknown.
    /// </summary>
    public static readonly Measure Measure = new("working-agreements-revisited", Unit.Count, Bound.AtMost(0), basis =>
    {
        var all = basis.Corpus.All<WorkingAgreement>(WorkingAgreement.OfKind).Where(a => !a.IsRetracted).ToList();
        var ended = all.Where(a => a.Status is "ended").ToList();
        var going = all.Where(a => a.Status is "working" or "strained").ToList();
        var unclear = all.Count(a => a.Status is null);
        return day =>
        {
            if (day < basis.Today && ended.Exists(a => a.Date is not { } since || since.First <= day)) return Answer.Without(Unknown.OnlyToday);
            var begun = going.Where(a => !(a.Date?.First > day)).Select(a => (Agreement: a, Seen: LastSeen(a, day))).ToList();
            var known = begun.Where(a => a.Seen is not null).ToList();
            var left = unclear + begun.Count - known.Count;
            if (known.Count == 0) return Answer.Without(left > 0 ? Unknown.NotRecorded : Unknown.Nothing, left);
            bool IsStale(PartialDate? seen) => seen!.Value.First.AddMonths(Months) < day;
            return new Answer
            {
                Number = Amount.Of(known.Count(a => IsStale(a.Seen))),
                Counted = known.Count,
                LeftOut = left,
                Behind = [.. known.OrderBy(a => !IsStale(a.Seen)).ThenBy(a => a.Seen).ThenBy(a => a.Agreement.Id, StringComparer.Ordinal)
                    .Select(a => new Behind(a.Agreement) { On = a.Seen, Marked = IsStale(a.Seen) })],
            };
        };
    });

    /// <summary>When it was made or last looked at again, up to a day; null where the record does not say.</summary>
    private static PartialDate? LastSeen(WorkingAgreement agreement, DateOnly day) =>
        agreement.Revisited.Select(d => (PartialDate?)d).Append(agreement.Date).Where(d => d?.First <= day).Max();
}
