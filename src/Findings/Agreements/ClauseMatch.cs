using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Follows clauses from text to text: by anchor.</summary>
internal static class ClauseMatch
{
    /// <summary>The clauses of an agreement through all its texts.</summary>
    public static ImmutableArray<ClauseStory> Follow(ImmutableArray<Platform> texts)
    {
        var states = new SortedDictionary<string, Clause?[]>(StringComparer.Ordinal);
        for (var place = 0; place < texts.Length; place++)
        {
            foreach (var clause in texts[place].Clauses)
            {
                if (!states.TryGetValue(clause.Section.Anchor, out var found)) states[clause.Section.Anchor] = found = new Clause?[texts.Length];
                found[place] = clause;
            }
        }

        var stories = states.Select(s => new ClauseStory(s.Key, [.. s.Value])).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var order = texts[^1].Clauses.Select((c, i) => (c.Section.Anchor, i)).ToFrozenDictionary(p => p.Anchor, p => p.i, StringComparer.Ordinal);
        return [.. stories.Values.OrderBy(s => order.GetValueOrDefault(s.Id, int.MaxValue)).ThenByDescending(s => s.Last).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }
}
