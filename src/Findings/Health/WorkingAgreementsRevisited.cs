using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>Whether what members ask of each other is looked at again.</summary>
internal static class WorkingAgreementsRevisited
{
    /// <summary>
    /// The working agreements that work, or are under strain, and were neither made nor looked at again in the six months
    /// before the day, the review clock that the pattern text gives them. None should be so. On days in the past only those that
    /// still go on are known to have gone on: where one has ended since it began, such a day is unknown.
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
            var begun = going.Where(a => !(a.Date?.First > day)).Select(a => (Agreement: a, Seen: Revisiting.Of(a, day))).ToList();
            var known = begun.Where(a => a.Seen.Last is not null).ToList();
            var left = unclear + begun.Count - known.Count;
            if (known.Count == 0) return Answer.Without(left > 0 ? Unknown.NotRecorded : Unknown.Nothing, left);
            return new Answer
            {
                Number = Amount.Of(known.Count(a => a.Seen.Overdue)),
                Counted = known.Count,
                LeftOut = left,
                Behind = [.. known.OrderBy(a => !a.Seen.Overdue).ThenBy(a => a.Seen.Last).ThenBy(a => a.Agreement.Id, StringComparer.Ordinal)
                    .Select(a => new Behind(a.Agreement) { On = a.Seen.Last, Marked = a.Seen.Overdue })],
            };
        };
    });
}
