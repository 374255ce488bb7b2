using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many decisions are taken outside meetings.</summary>
internal static class DecidedOutside
{
    /// <summary>
    /// Of the decisions taken in the last year: those between meetings, by those to whom they are left or as nobody objected in
    /// time, and those of which no meeting is recorded. Some may be taken so, and count too: the question is where members
    /// decide, not whether they may. Where no decision of the year has a meeting, those that do not say how they were taken are
    /// left out; found records always are. The pattern text draws no line; one in four is our own.
    /// </summary>
    public static readonly Measure Measure = new("decided-outside", Unit.Share, Bound.AtMost(new(1, 4)), basis =>
    {
        var decisions = new ByDay<Decision>(basis.Corpus.All<Decision>(Decision.OfKind).Where(d => d.WasTaken));
        return day =>
        {
            var taken = decisions.InYearOf(day).Select(d => (Decision: d, Agenda: basis.Consequences.Notices.Of(d)?.Agenda)).ToList();
            if (taken.Count == 0) return Answer.Without(Unknown.Nothing);
            var meetingsAreNamed = taken.Exists(d => IsAtMeeting(d.Agenda));
            var asked = taken.Where(d => d.Agenda is not null && (meetingsAreNamed || d.Agenda is not AgendaState.NoMeeting)).OrderBy(d => IsAtMeeting(d.Agenda)).ToList();
            var left = taken.Count - asked.Count;
            if (asked.Count == 0) return Answer.Without(Unknown.NotRecorded, left);
            return new Answer
            {
                Number = Amount.ShareOf(asked.Count(d => !IsAtMeeting(d.Agenda)), asked.Count),
                Counted = asked.Count,
                LeftOut = left,
                Behind = [.. asked.Select(d => new Behind(d.Decision) { On = d.Decision.Date, Marked = !IsAtMeeting(d.Agenda) })],
            };
        };
    });

    private static bool IsAtMeeting(AgendaState? agenda) => agenda is AgendaState.Named or AgendaState.NotNamed or AgendaState.NotKnown;
}
