using System.Collections.Immutable;
using PublicLedger.Findings.Promises;

namespace PublicLedger.Outputs;

/// <summary>Commitments sorted by the words that readers see for their status.</summary>
internal static class CommitmentTags
{
    private static readonly string[] Order = ["Late", "Not started", "Some progress", "Mostly done", "Kept", "Withdrawn", "Retracted", "Removed"];

    /// <summary>The status for readers: late when its day has passed and it is neither kept nor withdrawn.</summary>
    public static Tag Of(Promise promise) =>
        StatusTags.Commitment(promise.Commitment.Status, promise.State == PromiseState.Late, promise.Commitment.Core.StatusWritten);

    /// <summary>Commitments by their tags, in the order in which lists have them; other words come last.</summary>
    public static ImmutableArray<(string Label, ImmutableArray<Promise> Promises)> Sorted(IEnumerable<Promise> promises) =>
        [.. promises.GroupBy(p => Of(p).Label, StringComparer.Ordinal)
            .OrderBy(g => Array.IndexOf(Order, g.Key) is var at and >= 0 ? at : Order.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Key == "Late" ? [.. g.OrderBy(p => p.Commitment.Due)] : g.ToImmutableArray()))];

    /// <summary>"2 kept, 1 late": the states that occur, in their order.</summary>
    public static string Counted(IReadOnlyCollection<Promise> promises)
    {
        var counts = States.Select(s => (s.Words, Count: promises.Count(p => p.State == s.State))).Where(c => c.Count > 0).ToList();
        return string.Join(", ", counts.Select(c => $"{c.Count} {c.Words}"));
    }

    /// <summary>The states with their names, in the order of charts and sentences.</summary>
    public static readonly ImmutableArray<(PromiseState State, string Label, string Words)> States =
    [
        (PromiseState.Kept, "Kept", "kept"),
        (PromiseState.Late, "Late", "late"),
        (PromiseState.Open, "Open", "open"),
        (PromiseState.Withdrawn, "Withdrawn", "withdrawn"),
        (PromiseState.Unknown, "Not recorded", "without a status on record"),
        (PromiseState.Retracted, "Retracted", "retracted"),
    ];

    /// <summary>A chart of commitments with a row for each group. The first three states are always there, so that a state has one shape in all charts of the site.</summary>
    public static Chart Chart(ChartSubject subject, ImmutableArray<(Anchor Label, ImmutableArray<Promise> Promises)> rows)
    {
        var states = States.Where((s, at) => at < 3 || rows.Any(r => r.Promises.Any(p => p.State == s.State))).ToImmutableArray();
        return Stacks.Of(subject, [.. states.Select(s => s.Label)], [.. rows.Select(r => new ChartStack(r.Label, [.. states.Select(s => r.Promises.Count(p => p.State == s.State))]))]);
    }
}
