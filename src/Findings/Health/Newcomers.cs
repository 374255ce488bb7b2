using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>Members that joined after the beginning: each in the order of names, with the day on which it first joined.</summary>
/// <param name="All">Who joined when.</param>
/// <param name="BeginningIsKnown">Whether the record says when the coalition began; else nobody can tell who joined later.</param>
internal sealed record Newcomers(ImmutableArray<(Member Member, PartialDate On)> All, bool BeginningIsKnown)
{
    /// <summary>Those that had joined by a day.</summary>
    public IEnumerable<(Member Member, PartialDate On)> By(DateOnly day) => All.Where(m => m.On.First <= day);

    /// <summary>The beginning is the day on which the coalition was founded, else the first day of its oldest agreement. Who watches or only adopted the agreement did not join.</summary>
    public static Newcomers Of(Corpus corpus)
    {
        var began = corpus.Coalition?.Date ?? corpus.All<Platform>(Platform.OfKind).Select(a => Versions.DateOf(Versions.TextsOf(a)[0])).Where(d => d is not null).Min();
        if (began is not { } beginning) return new([], false);
        var joined = corpus.All<Member>(Member.OfKind).Where(m => m.Category is not ("adopter" or "observer") && !m.Periods.IsEmpty && m.Periods.All(p => p.From is not null))
            .Select(m => (Member: m, On: m.Periods.Min(p => p.From!.Value))).Where(m => m.On.First > beginning.Last);
        return new([.. joined.ByNameOf(m => m.Member)], true);
    }
}
