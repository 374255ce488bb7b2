using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>What a drawing shows, for those who do not see it: how far the numbers reach, where from and to, and where they all are.</summary>
internal static class ChartWords
{
    /// <summary>"From 3 days to 12 days, between 4 March 2025 and 1 June 2026. The least was 3 days, for 4 March 2025. …"</summary>
    public static string Describe(ChartSubject subject, ImmutableArray<ChartPoint> points)
    {
        var known = points.Where(p => p.Value is not null).ToList();
        if (known.Count == 0) return "No number is known.";
        var least = known.MinBy(p => p.Value)!;
        var most = known.MaxBy(p => p.Value)!;
        var sentences = new List<string>
        {
            known.Count == 1 ? $"One number: {most.Words}, for {most.Label.Text}."
            : least.Value == most.Value ? $"{known.Count} numbers, all of them {most.Words}, from {known[0].Label.Text} to {known[^1].Label.Text}."
            : $"{known.Count} numbers, from {known[0].Label.Text} to {known[^1].Label.Text}. The lowest is {least.Words}, for {least.Label.Text}. The highest is {most.Words}, for {most.Label.Text}. {Trend(known)}",
        };
        if (points.Length > known.Count) sentences.Add($"{points.Length - known.Count} {(points.Length - known.Count == 1 ? "is" : "are")} not known and left out.");
        if (subject.Goal is { } goal) sentences.Add($"A line across is at {goal.Words}.");
        sentences.Add("The table below has all numbers.");
        return string.Join(' ', sentences);
    }

    /// <summary>The first and the last number, and which is higher: a fact, where a trend would be a judgement.</summary>
    private static string Trend(List<ChartPoint> known) =>
        known[^1].Value == known[0].Value ? $"The last is the same as the first, {known[^1].Words}."
        : $"The last, {known[^1].Words}, is {(known[^1].Value > known[0].Value ? "higher" : "lower")} than the first, {known[0].Words}.";
}
