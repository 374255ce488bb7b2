using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many promises are past their day and not kept.</summary>
internal static class CommitmentsLate
{
    /// <summary>
    /// Of the commitments that had come due by a day and were not taken back: those past their day that were not complete.
    /// What a promise stood at on a day in the past is known only from its history; where one lacks it, that day is unknown,
    /// as it may have been late. In the pattern text free riders are visible on a public commitment board; that none is late
    /// is the line. <see cref="Answer.ByMember"/> gives late and not late.
    /// </summary>
    public static readonly Measure Measure = new("commitments-late", Unit.Count, Bound.AtMost(0), basis =>
    {
        var all = basis.Corpus.All<Commitment>(Commitment.OfKind).Where(c => !c.IsRetracted).ToList();
        var dated = all.Where(c => c.Due is not null).OrderBy(c => c.Due).ThenBy(c => c.Id, StringComparer.Ordinal).ToImmutableArray();
        var undated = all.Where(c => c.Due is null && c.Status is not "withdrawn").ToImmutableArray();
        return day => On(day, basis, dated, undated.Count(c => !(c.Date?.First > day)));
    });

    private static Answer On(DateOnly day, Basis basis, ImmutableArray<Commitment> byDue, int withoutDay)
    {
        var due = byDue.TakeWhile(c => c.Due!.Value.First <= day).Where(c => c.Due!.Value.Last <= day && !(c.Date?.First > day))
            .Select(c => (Commitment: c, Status: c.StatusOn(day, basis.Today))).ToList();
        if (day < basis.Today && due.Exists(c => c.Status is null)) return Answer.Without(Unknown.OnlyToday);
        var known = due.Where(c => c.Status is not (null or "unknown" or "withdrawn")).ToList();
        var left = withoutDay + due.Count(c => c.Status is null or "unknown");
        if (known.Count == 0) return Answer.Without(left > 0 ? Unknown.NotRecorded : Unknown.Nothing, left);
        var late = known.Where(c => IsLate(c.Commitment, c.Status, day)).Select(c => c.Commitment).ToList();
        return new Answer
        {
            Number = Amount.Of(late.Count),
            Counted = known.Count,
            LeftOut = left,
            ByMember = MemberParts.Of(known.SelectMany(c => By(c.Commitment, basis.Corpus).Select(m => (m, IsLate(c.Commitment, c.Status, day) ? 0 : 1))), 2),
            Behind = [.. late.SelectMany(c => Lines(c, day, basis.Corpus))],
        };
    }

    private static bool IsLate(Commitment commitment, string? status, DateOnly day) => status is not "complete" && commitment.Due!.Value.Last < day;

    private static IEnumerable<Member> By(Commitment commitment, Corpus corpus) => commitment.By.Select(corpus.Find<Member>).OfType<Member>().DistinctBy(m => m.Id);

    /// <summary>A line for each of those that promised it together.</summary>
    private static IEnumerable<Behind> Lines(Commitment commitment, DateOnly day, Corpus corpus)
    {
        var line = new Behind(commitment) { On = commitment.Due, Amount = new(day.DayNumber - commitment.Due!.Value.Last.DayNumber, Unit.Days), Marked = true };
        var members = By(commitment, corpus).ToList();
        return members.Count == 0 ? [line] : members.ByNameOf(m => m).Select(m => line with { Member = m });
    }
}
