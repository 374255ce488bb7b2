using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>Whether members bring in members.</summary>
internal static class Referred
{
    /// <summary>
    /// Of the members that joined after the beginning: those of which it is recorded that a member brought them in. That members
    /// refer others to the coalition by name is a sign of life in the pattern text, which draws no line. Where it is recorded
    /// of none, nobody can tell whether nobody was or nobody wrote it down.
    /// </summary>
    public static readonly Measure Measure = new("referred", Unit.Share, null, basis =>
    {
        var newcomers = Newcomers.Of(basis.Corpus);
        return day =>
        {
            if (!newcomers.BeginningIsKnown) return Answer.Without(Unknown.NotRecorded);
            var joined = newcomers.By(day).Select(m => (m.Member, m.On, By: basis.Corpus.Find<Member>(m.Member.ReferredBy))).ToList();
            if (joined.Count == 0) return Answer.Without(Unknown.Nothing);
            if (joined.TrueForAll(m => m.Member.ReferredBy is null)) return Answer.Without(Unknown.NotRecorded, joined.Count);
            return new Answer
            {
                Number = Amount.ShareOf(joined.Count(m => m.By is not null), joined.Count),
                Counted = joined.Count,
                Behind = [.. joined.Select(m => new Behind(m.Member) { On = m.On, Member = m.By, Marked = m.By is not null })],
            };
        };
    });
}
