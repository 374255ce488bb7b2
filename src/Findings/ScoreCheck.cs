using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Scores and weights are numbers, and each belongs to one criterion and one option.</summary>
internal static class ScoreCheck
{
    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
            if (!decision.Options.IsEmpty || !decision.Criteria.IsEmpty) Check(decision, say);
    }

    private static void Check(Decision decision, DiagnosticBag say)
    {
        var foreign = decision.Core.Foreign;
        OnlyOnce("criteria", decision.Criteria.Select(c => (c.Name, c.At)), foreign, say);
        OnlyOnce("options", decision.Options.Select(o => (o.Name, o.At)), foreign, say);
        foreach (var criterion in decision.Criteria)
            if (criterion.Weight is { } weight && Scores.Weight(weight.Value) is null) say.WeightUnreadable(foreign, weight.At, criterion.Name, weight.Value);
        var names = decision.Criteria.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var score in decision.Options.SelectMany(o => o.Scores))
        {
            if (Scores.Number(score.Written.Value) is null) say.ScoreUnreadable(foreign, score.Written.At, score.Criterion.Value, score.Written.Value);
            if (!names.Contains(score.Criterion.Value)) say.CriterionUnknown(foreign, score.Criterion.At, score.Criterion.Value, names);
        }
    }

    private static void OnlyOnce(string list, IEnumerable<(string Name, Location At)> named, bool foreign, DiagnosticBag say)
    {
        var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var (name, at) in named)
            if (!seen.TryAdd(name, at)) say.NamedTwice(foreign, at, list, name, seen[name]);
    }
}
