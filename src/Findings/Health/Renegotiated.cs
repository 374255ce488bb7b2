namespace PublicLedger.Findings.Health;

/// <summary>How long ago members last changed what they agreed on.</summary>
internal static class Renegotiated
{
    /// <summary>
    /// Whole months since the newest words of any agreement applied; for one that never changed, since it began. What is known
    /// to the month counts from its first day. <see cref="Answer.Counted"/> is how often it had changed. An agreement that was
    /// not renegotiated in 18 months and more is a sign of decay in the pattern text.
    /// </summary>
    public static readonly Measure Measure = new("renegotiated", Unit.Months, Bound.AtMost(18), basis =>
    {
        var changes = AgreementChanges.Of(basis);
        var none = basis.Corpus.Count(Records.Platform.OfKind) == 0;
        return day =>
        {
            var known = changes.UpTo(day).ToList();
            if (none) return Answer.Without(Unknown.Nothing);
            // A year alone is too coarse to count months from.
            if (known is not [{ On.Month: not null } last, ..]) return Answer.Without(Unknown.NotRecorded);
            return new Answer
            {
                Number = Amount.MonthsBetween(last.On.First, day),
                Counted = known.Count(c => !c.Begins),
                Behind = [.. known.Select(c => new Behind(c.Record) { On = c.On })],
            };
        };
    });
}
