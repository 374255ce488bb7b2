using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>What the coalition makes of it when a member leaves.</summary>
internal static class LeftThenRenegotiated
{
    /// <summary>
    /// Of the times that a member left: those after which the words of an agreement changed within
    /// <see cref="Memberships.MonthsAfter"/> months, as far as those months have passed. That members renegotiate when one
    /// leaves is a sign of life in the pattern text, which draws no line.
    /// </summary>
    public static readonly Measure Measure = new("left-then-renegotiated", Unit.Share, null, basis =>
    {
        var changes = AgreementChanges.Of(basis);
        var left = basis.Consequences.Memberships.Events.Where(e => e.Change == MembershipChange.Left).ToList();
        var undated = left.Count(e => e.Date is null);
        return day =>
        {
            var gone = left.Where(e => e.Date?.Last <= day).ToList();
            if (gone.Count == 0) return undated > 0 ? Answer.Without(Unknown.NotRecorded, undated) : Answer.Without(Unknown.Nothing);
            var known = changes.UpTo(day).Where(c => !c.Begins).ToList();
            bool Changed(PartialDate on) => known.Exists(c => c.On.First > on.Last && c.On.Last <= on.Last.AddMonths(Memberships.MonthsAfter));
            return new Answer
            {
                Number = Amount.ShareOf(gone.Count(e => Changed(e.Date!.Value)), gone.Count),
                Counted = gone.Count,
                LeftOut = undated,
                Behind = [.. gone.Select(e => new Behind(e.Member) { On = e.Date, Marked = Changed(e.Date!.Value) })],
            };
        };
    });
}
