using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many meetings decide something.</summary>
internal static class MeetingsThatDecide
{
    /// <summary>
    /// Of the meetings held in the last year that are there to decide: those at which a question was settled, with a decision
    /// of its own or in a marked line of the minutes. Hearings, steering meetings and meetings to share constraints are not
    /// there to decide. Meetings without decisions are a sign of decay in the pattern text, which draws no line; at least half
    /// is our own.
    /// </summary>
    public static readonly Measure Measure = new("meetings-that-decide", Unit.Share, Bound.AtLeast(new(1, 2)), basis =>
    {
        var meetings = new ByDay<Meeting>(basis.Corpus.All<Meeting>(Meeting.OfKind).Where(m => !m.IsRetracted && m.Status is not ("cancelled" or "scheduled") && IsToDecide(m)));
        var settledAt = basis.Consequences.DecisionsAt.Where(p => p.Value.Any(d => d.WasSettled)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        bool Decided(Meeting meeting) => settledAt.Contains(meeting.Id) || meeting.Marks.Any(IsDecision);
        return day =>
        {
            var held = meetings.InYearOf(day);
            if (held.Count == 0) return Answer.Without(Unknown.Nothing);
            var asked = held.Where(m => Decided(m) || SaysWhatHappened(m)).ToList();
            var left = held.Count - asked.Count;
            if (asked.Count == 0) return Answer.Without(Unknown.NotRecorded, left);
            return new Answer
            {
                Number = Amount.ShareOf(asked.Count(Decided), asked.Count),
                Counted = asked.Count,
                LeftOut = left,
                Behind = [.. asked.OrderBy(Decided).Select(m => new Behind(m) { On = m.Date, Marked = !Decided(m) })],
            };
        };
    });

    private static bool IsToDecide(Meeting meeting) =>
        meeting.MeetingKind is not { } kind || !(kind is "steering" or "constraint-sharing" || kind.Contains("hearing", StringComparison.OrdinalIgnoreCase));

    /// <summary>A motion or a vote alone does not say that anything was carried or lost.</summary>
    private static bool IsDecision(Mark mark) => mark.Kind is MarkKind.Resolution or MarkKind.Consensus or MarkKind.Conclusion;

    /// <summary>Whether a decision would be seen if there had been one. Minutes of other forms in which nothing is marked may tell of it in any words.</summary>
    private static bool SaysWhatHappened(Meeting meeting) =>
        meeting.Core.Foreign ? !meeting.Marks.IsEmpty : meeting.Body.Sections.Any(s => !s.Content.IsEmpty);
}
