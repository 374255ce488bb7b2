using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many of the members of the day came to a meeting.</summary>
internal static class MembersPresent
{
    /// <summary>
    /// Over the meetings of the last year for which it is recorded who came: places taken of places there were. Two thirds is
    /// what most coalitions need to change their agreement.
    /// </summary>
    public static readonly Measure Measure = new("members-present", Unit.Share, Bound.AtLeast(new(2, 3)), basis =>
    {
        var meetings = basis.Corpus.All<Meeting>(Meeting.OfKind)
            .Where(m => !m.IsRetracted && m.Status is not ("cancelled" or "scheduled") && m.MeetingKind is not "steering" && m.Date is not null)
            .OrderByDescending(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => (Meeting: m, Members: basis.Consequences.Participation.At(m))).ToList();
        return day =>
        {
            var held = meetings.Where(m => Measure.InYearOf(m.Meeting.Date!.Value.Last, day)).ToList();
            if (held.Count == 0) return Answer.Without(Unknown.Nothing);
            var recorded = held.Where(m => !m.Members.IsEmpty).ToList();
            if (recorded.Count == 0) return Answer.Without(Unknown.NotRecorded, held.Count);
            return new Answer
            {
                Number = Amount.ShareOf(recorded.Sum(Came), recorded.Sum(m => m.Members.Length)),
                Counted = recorded.Count,
                LeftOut = held.Count - recorded.Count,
                Behind = [.. recorded.Select(m => new Behind(m.Meeting) { Amount = Amount.ShareOf(Came(m), m.Members.Length), On = m.Meeting.Date })],
            };
        };
    });

    private static int Came((Meeting Meeting, System.Collections.Immutable.ImmutableArray<Attended> Members) meeting) =>
        meeting.Members.Count(a => a.How == Attendance.Present);
}
