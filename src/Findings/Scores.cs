using System.Collections.Immutable;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A criterion with its weight as a number; null where none is recorded or it is no number.</summary>
public sealed record WeightedCriterion(Criterion Criterion, Ratio? Weight);

/// <summary>An option with what its scores add up to.</summary>
/// <param name="Option">The option.</param>
/// <param name="Scores">Its score on each criterion, in the order of the criteria; null where none is recorded.</param>
/// <param name="Total">The sum of score times weight; null where a score or a weight is missing.</param>
/// <param name="Place">1 for the highest total; options with the same total have the same place. Null where the totals cannot be compared.</param>
public sealed record ScoredOption(Option Option, ImmutableArray<Ratio?> Scores, Ratio? Total, int? Place);

/// <summary>What would lead if some criteria were left out.</summary>
/// <param name="Criteria">Those left out.</param>
/// <param name="From">The function whose criteria they all are; null where it is a single criterion.</param>
/// <param name="Leading">The options that would have the highest total then; empty where no criterion would be left.</param>
/// <param name="Decides">Whether these are others than those that lead with all criteria.</param>
public sealed record WithoutPart(ImmutableArray<Criterion> Criteria, string? From, ImmutableArray<Option> Leading, bool Decides);

/// <summary>
/// Options scored against weighted criteria, added up exactly. A missing score or weight is not taken for nothing: the options
/// are then not compared.
/// </summary>
public sealed record Scores
{
    /// <summary>The greatest score or weight that is read; a greater one is a slip of the pen.</summary>
    private static readonly Ratio Most = 1_000_000_000;

    /// <summary>The criteria, in the order written.</summary>
    public required ImmutableArray<WeightedCriterion> Criteria { get; init; }

    /// <summary>The options: by place where they can be compared, else by name.</summary>
    public required ImmutableArray<ScoredOption> Options { get; init; }

    /// <summary>Whether every option has a score on every criterion and every criterion a weight.</summary>
    public bool Comparable => !Criteria.IsEmpty && Options.All(o => o.Total is not null);

    /// <summary>The options with the highest total; empty where they cannot be compared.</summary>
    public ImmutableArray<Option> Leading => [.. Options.Where(o => o.Place == 1).Select(o => o.Option)];

    /// <summary>What would lead without each criterion, in their order; empty where the options cannot be compared or there is one criterion only.</summary>
    public ImmutableArray<WithoutPart> WithoutEach { get; private init; } = [];

    /// <summary>What would lead without all criteria of each function, by its name; only functions with several of them.</summary>
    public ImmutableArray<WithoutPart> WithoutFunction { get; private init; } = [];

    /// <summary>The scores of a decision; null where no options are recorded.</summary>
    public static Scores? Of(Decision decision) => decision.Options.IsEmpty ? null : Of(decision.Criteria, decision.Options);

    /// <summary>A score or a weight as a number; null where it is none. Scores may be below zero.</summary>
    public static Ratio? Number(string written)
    {
        var text = written.Trim().Replace('−', '-');
        var negative = text.StartsWith('-');
        if (!Ratio.TryParse(negative ? text[1..] : text, out var number) || number > Most) return null;
        return negative ? Ratio.Zero - number : number;
    }

    /// <summary>A weight as a number; null where it is none, or below zero.</summary>
    public static Ratio? Weight(string written) => Number(written) is { } weight && weight >= Ratio.Zero ? weight : null;

    internal static Scores Of(ImmutableArray<Criterion> criteria, ImmutableArray<Option> options)
    {
        ImmutableArray<WeightedCriterion> weighted = [.. criteria.Select(c => new WeightedCriterion(c, c.Weight is { } w ? Weight(w.Value) : null))];
        var scored = options.Select(o => Scored(o, weighted)).OrderBy(o => o.Option.Name, StringComparer.Ordinal).ToList();
        var scores = new Scores { Criteria = weighted, Options = [.. scored] };
        if (!scores.Comparable) return scores;
        scores = scores with
        {
            Options = [.. scored.Select(o => o with { Place = 1 + scored.Count(other => other.Total > o.Total) }).OrderBy(o => o.Place)],
        };
        return criteria.Length < 2 ? scores : scores with
        {
            WithoutEach = [.. criteria.Select(c => scores.Without([c], null))],
            WithoutFunction = [.. criteria.Where(c => c.From is not null).GroupBy(c => c.From!.Value.Value, StringComparer.Ordinal)
                .Where(g => g.Count() > 1).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => scores.Without([.. g], g.Key))],
        };
    }

    private static ScoredOption Scored(Option option, ImmutableArray<WeightedCriterion> criteria)
    {
        ImmutableArray<Ratio?> scores = [.. criteria.Select(c => option.ScoreOn(c.Criterion.Name) is { } score ? Number(score) : null)];
        Ratio? total = criteria.IsEmpty ? null : Ratio.Zero;
        for (var i = 0; i < criteria.Length; i++) total += scores[i] * criteria[i].Weight;
        return new ScoredOption(option, scores, total, null);
    }

    private WithoutPart Without(ImmutableArray<Criterion> left, string? from)
    {
        if (left.Length == Criteria.Length) return new WithoutPart(left, from, [], true);
        var totals = Options.Select(o => (o.Option, Total: Criteria.Select((c, i) => left.Contains(c.Criterion) ? Ratio.Zero : o.Scores[i]!.Value * c.Weight!.Value)
            .Aggregate(Ratio.Zero, (sum, part) => sum + part))).ToList();
        var highest = totals.Max(t => t.Total);
        ImmutableArray<Option> leading = [.. totals.Where(t => t.Total == highest).Select(t => t.Option)];
        return new WithoutPart(left, from, leading, !leading.ToHashSet().SetEquals(Leading));
    }
}
