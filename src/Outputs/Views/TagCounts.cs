using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>How many there are of each state, in a sentence: counts with their total, never a share.</summary>
internal static class TagCounts
{
    /// <summary>"6 promises: 4 kept, 1 late, 1 not started." Null for none.</summary>
    public static string? Promises(ImmutableArray<PromiseView> promises) =>
        promises.IsEmpty ? null : $"{Lengths.Count(promises.Length, "promise")}: {InWords(promises.Select(p => p.Tag))}.";

    /// <summary>"Meetings asked it for 12 of 79 actions: 10 done, 2 open." Null for none.</summary>
    public static string? Actions(ImmutableArray<ActionRow> actions, int all) =>
        actions.IsEmpty ? null : $"Meetings asked it for {actions.Length} of {Lengths.Count(all, "action")}: {InWords(actions.Select(a => a.Tag))}.";

    private static string InWords(IEnumerable<Tag> tags) =>
        string.Join(", ", tags.GroupBy(t => t.Label, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Count()} {g.Key.ToLowerInvariant()}"));
}
