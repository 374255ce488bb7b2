using System.Collections.Immutable;
using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>What scored options come to, in sentences.</summary>
internal static class ScoreWords
{
    private const int MostMissing = 3;

    /// <summary>Which option has the highest total, and whether it is the one that was chosen. That it is not is no mistake: people may choose as they like.</summary>
    public static string Verdict(Scores scores, IReadOnlyList<ScoredOption> chosen)
    {
        if (scores.Criteria.IsEmpty) return "It is not recorded what they were scored by.";
        if (!scores.Comparable) return $"The totals cannot be compared: {Missing(scores)}.";
        var highest = scores.Options[0].Total;
        var leading = scores.Leading.Select(o => o.Name).ToList();
        var lead = leading.Count == 1 ? $"{Quoted(leading)} has the highest total: {highest}." : $"{Quoted(leading)} share the highest total: {highest}.";
        if (chosen.Count == 0) return lead + " No option is marked as chosen.";
        var names = chosen.Select(o => o.Option.Name).ToList();
        if (chosen.Count > 1) return $"{Quoted(names)} were chosen. {lead}";
        var said = $"{Quoted(names)} was chosen.";
        if (chosen[0].Place != 1) return $"{said} It does not have the highest total. Its total is {chosen[0].Total}. {lead}";
        return leading.Count == 1 ? $"{said} It has the highest total: {highest}."
            : $"{said} It shares the highest total, {highest}, with {Quoted([.. leading.Where(n => n != names[0])])}.";
    }

    /// <summary>Which part decides alone; null where there is nothing to leave out.</summary>
    public static string? Deciding(Scores scores, ImmutableArray<WithoutView> without)
    {
        if (!scores.Comparable || scores.Options.Length < 2) return null;
        if (without.IsEmpty) return "There is one criterion, so it decides alone.";
        var deciding = without.Where(w => w.Decides).Select(w => $"{w.Label} decides alone: without it, {w.Then}.").ToList();
        if (deciding.Count > 0) return string.Join(' ', deciding);
        return $"No criterion {(scores.WithoutFunction.IsEmpty ? "" : "and no one’s weight ")}decides alone. Leave out any one, and {Quoted([.. scores.Leading.Select(o => o.Name)])} would still lead.";
    }

    /// <summary>"“B” would have the highest total".</summary>
    public static string Then(WithoutPart part) => part.Leading switch
    {
        [] => "no criterion would be left",
        [var one] => $"{Quoted([one.Name])} would have the highest total",
        var several => $"{Quoted([.. several.Select(o => o.Name)])} would share the highest total",
    };

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    private static string Quoted(IReadOnlyList<string> names) => And([.. names.Select(n => $"“{n}”")]);

    private static string Missing(Scores scores)
    {
        var weights = scores.Criteria.Where(c => c.Weight is null)
            .Select(c => c.Criterion.Weight is null ? $"“{c.Criterion.Name}” has no weight" : $"the weight of “{c.Criterion.Name}” cannot be used");
        var missing = weights.Concat(
            from option in scores.Options
            from score in scores.Criteria.Zip(option.Scores)
            where score.Second is null
            let name = score.First.Criterion.Name
            select option.Option.ScoreOn(name) is null ? $"“{option.Option.Name}” has no score for “{name}”" : $"the score of “{option.Option.Name}” for “{name}” cannot be used").ToList();
        return string.Join("; ", missing.Take(MostMissing)) + (missing.Count > MostMissing ? $"; and {missing.Count - MostMissing} more" : "");
    }
}
