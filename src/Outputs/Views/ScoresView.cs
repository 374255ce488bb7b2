using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A criterion with its weight, and whose weight it is.</summary>
public sealed record CriterionView(string Name, string? Weight, Anchor? From);

/// <summary>A score and what it counts: "5 × 3 = 15".</summary>
public sealed record ScoreView(string Criterion, string? Score, [property: JsonIgnore] string Label);

/// <summary>An option with its scores, in the order of the criteria.</summary>
public sealed record OptionView(string Name, bool Chosen, ImmutableArray<ScoreView> Scores, string? Total, int? Place);

/// <summary>What would lead without a criterion, or without all that came from one function.</summary>
public sealed record WithoutView(ImmutableArray<string> Criteria, string? From, [property: JsonIgnore] string Label, ImmutableArray<string> Leading, bool Decides, [property: JsonIgnore] string Then);

/// <summary>How options scored: the arithmetic, the order, and what decides it.</summary>
public sealed record ScoresView
{
    /// <summary>The criteria.</summary>
    public ImmutableArray<CriterionView> Criteria { get; init; } = [];

    /// <summary>The options, the highest total first.</summary>
    public ImmutableArray<OptionView> Options { get; init; } = [];

    /// <summary>Whether the chosen option has the highest total; null where that cannot be said.</summary>
    public bool? ChosenLeads { get; init; }

    /// <summary>Which option has the highest total, and whether it is the one that was chosen.</summary>
    [JsonIgnore] public string Verdict { get; init; } = "";

    /// <summary>Whether there are totals to show.</summary>
    [JsonIgnore] public bool Added { get; init; }

    /// <summary>What would lead if one part were left out.</summary>
    public ImmutableArray<WithoutView> Without { get; init; } = [];

    /// <summary>Which of these parts decides the outcome alone.</summary>
    [JsonIgnore] public string? Deciding { get; init; }

    /// <summary>The scores of a decision; null where no options are recorded.</summary>
    internal static ScoresView? Of(PageContext page, Decision decision)
    {
        if (Scores.Of(decision) is not { } scores) return null;
        ImmutableArray<CriterionView> criteria = [.. scores.Criteria.Select(c => new CriterionView(c.Criterion.Name, c.Weight?.ToString() ?? c.Criterion.Weight?.Value, From(page, c.Criterion)))];
        ImmutableArray<WithoutView> without = [.. scores.WithoutEach.Select(w => Left(page, scores, w)), .. scores.WithoutFunction.Select(w => Left(page, scores, w))];
        var chosen = scores.Options.Where(o => o.Option.Chosen).ToList();
        return new ScoresView
        {
            Criteria = criteria,
            Options = [.. scores.Options.Select(o => Row(scores, o))],
            ChosenLeads = chosen.Count == 0 || !scores.Comparable ? null : chosen.TrueForAll(o => o.Place == 1),
            Verdict = ScoreWords.Verdict(scores, chosen),
            Added = scores.Options.Any(o => o.Total is not null),
            Without = without,
            Deciding = ScoreWords.Deciding(scores, without),
        };
    }

    private static OptionView Row(Scores scores, ScoredOption option) => new(
        option.Option.Name, option.Option.Chosen,
        [.. scores.Criteria.Select((c, i) => new ScoreView(c.Criterion.Name, option.Scores[i]?.ToString(), Arithmetic(option.Scores[i], c.Weight, option.Option.ScoreOn(c.Criterion.Name))))],
        option.Total?.ToString(), option.Place);

    private static string Arithmetic(Ratio? score, Ratio? weight, string? written) => (score, weight) switch
    {
        ({ } s, { } w) => $"{s} × {w} = {s * w}",
        ({ } s, null) => s.ToString(),
        _ => written ?? "Not scored",
    };

    private static Anchor? From(PageContext page, Criterion criterion) =>
        criterion.From is { } from ? page.To(new Ref("member", "from", from, Strict: false)) : null;

    private static WithoutView Left(PageContext page, Scores scores, WithoutPart part)
    {
        var names = part.Criteria.Select(c => c.Name).ToImmutableArray();
        var from = From(page, part.Criteria[0])?.Text;
        var label = part.From is not null ? $"All that came from {from} ({ScoreWords.And(names)})"
            : from is not null && scores.Criteria.Count(c => c.Criterion.From?.Value == part.Criteria[0].From?.Value) == 1 ? $"{names[0]} (all that came from {from})"
            : names[0];
        return new WithoutView(names, part.From, label, [.. part.Leading.Select(o => o.Name)], part.Decides, ScoreWords.Then(part));
    }
}
