using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>Records in the order of their days, so that those of one year are found without looking at all others.</summary>
internal sealed class ByDay<T> where T : Record
{
    private readonly ImmutableArray<(DateOnly First, DateOnly Last, T Record)> oldestFirst;

    /// <summary>Sorts them. Those without a day are left out: nobody knows in which year they lie.</summary>
    public ByDay(IEnumerable<T> records) =>
        oldestFirst = [.. records.Where(r => r.Date is not null).Select(r => (r.Date!.Value.First, r.Date.Value.Last, r)).OrderBy(r => r.Last).ThenByDescending(r => r.r.Id, StringComparer.Ordinal)];

    /// <summary>Those that surely lie in the year that ends with a day, newest first; of one day, by their names.</summary>
    public List<T> InYearOf(DateOnly day)
    {
        var found = new List<T>();
        var before = Measure.YearBefore(day);
        for (var i = CountUpTo(day) - 1; i >= 0 && oldestFirst[i].Last > before; i--)
            if (oldestFirst[i].First > before) found.Add(oldestFirst[i].Record);
        return found;
    }

    /// <summary>How many were over by a day.</summary>
    private int CountUpTo(DateOnly day)
    {
        var (low, high) = (0, oldestFirst.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (oldestFirst[middle].Last <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>What several questions ask about.</summary>
internal static class Asked
{
    /// <summary>The decisions that were settled, with a yes or a no.</summary>
    public static ByDay<Decision> Settled(Corpus corpus) => new(corpus.All<Decision>(Decision.OfKind).Where(d => d.WasSettled));

    /// <summary>Things in the order of the names of members: nobody comes first for having most.</summary>
    public static IOrderedEnumerable<T> ByNameOf<T>(this IEnumerable<T> things, Func<T, Member> member) =>
        things.OrderBy(t => member(t).Title, StringComparer.OrdinalIgnoreCase).ThenBy(t => member(t).Id, StringComparer.Ordinal);
}
