using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>Whether those who join later also change what they joined.</summary>
internal static class JoinedThenProposed
{
    /// <summary>
    /// Of the members that joined after the beginning: those that then proposed a change to an agreement, whatever became of
    /// it. That new members endorse the agreement and then propose amendments is a sign of life in the pattern text, which
    /// draws no line.
    /// </summary>
    public static readonly Measure Measure = new("joined-then-proposed", Unit.Share, null, basis =>
    {
        var newcomers = Newcomers.Of(basis.Corpus);
        var proposals = basis.Corpus.All<Decision>(Decision.OfKind)
            .Where(d => d.Status is not (null or "draft") && (d.Proposed ?? d.Date) is not null && d.Amends.Any(a => basis.Corpus.Find<Platform>(a) is not null))
            .SelectMany(d => d.ProposedBy.Select(m => (Decision: d, On: (d.Proposed ?? d.Date)!.Value, Member: basis.Corpus.Find<Member>(m)?.Id)))
            .Where(p => p.Member is not null).OrderBy(p => p.On).ThenBy(p => p.Decision.Id, StringComparer.Ordinal).ToLookup(p => p.Member!, StringComparer.Ordinal);
        return day =>
        {
            if (!newcomers.BeginningIsKnown) return Answer.Without(Unknown.NotRecorded);
            var joined = newcomers.By(day).Select(m => (m.Member, m.On, First: proposals[m.Member.Id].Where(p => p.On.First >= m.On.First && p.On.Last <= day).Select(p => p.Decision).FirstOrDefault())).ToList();
            if (joined.Count == 0) return Answer.Without(Unknown.Nothing);
            return new Answer
            {
                Number = Amount.ShareOf(joined.Count(m => m.First is not null), joined.Count),
                Counted = joined.Count,
                Behind = [.. joined.Select(m => m.First is { } first
                    ? new Behind(first) { Member = m.Member, On = first.Proposed ?? first.Date, Marked = true }
                    : new Behind(m.Member) { On = m.On })],
            };
        };
    });
}
