using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What one member did.</summary>
public sealed record BallotView(Anchor Member, string Vote, [property: JsonIgnore] string Label, string? Reason)
{
    /// <summary>Who cast it, where that was another member.</summary>
    public Anchor? ByProxy { get; init; }

    /// <summary>With whom it agreed that neither votes.</summary>
    public Anchor? PairedWith { get; init; }

    /// <summary>How often it counts; null where every vote counts once.</summary>
    public string? Weight { get; init; }
}

/// <summary>One value of a vote, with how many did it.</summary>
/// <param name="Vote">The value: for, against …</param>
/// <param name="Label">"3 for".</param>
/// <param name="Count">How many.</param>
/// <param name="Key">The shape of its piece in the bar.</param>
public sealed record VoteCount(string Vote, [property: JsonIgnore] string Label, int Count, [property: JsonIgnore] Html Key);

/// <summary>A vote for its page: a sentence, a bar and a table.</summary>
public sealed record VoteView
{
    /// <summary>The result in the record's word: carried, lost or tied; null when not given.</summary>
    public string? Result { get; init; }

    /// <summary>The result as a word at the start of a sentence.</summary>
    [JsonIgnore] public string? ResultInWords => Result is null ? null : StatusTags.Words(Result);

    /// <summary>The name of the rule, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether members' votes count differently.</summary>
    [JsonIgnore] public bool Weighted { get; init; }

    /// <summary>"By weight: 12 for, 5 against. By member: 4 for, 3 against." Null where every vote counts once.</summary>
    [JsonIgnore] public string? Totals { get; init; }

    /// <summary>Who moved it.</summary>
    public Anchor? MovedBy { get; init; }

    /// <summary>Who seconded it.</summary>
    public Anchor? SecondedBy { get; init; }

    /// <summary>How many did what.</summary>
    public ImmutableArray<VoteCount> Counts { get; init; } = [];

    /// <summary>The counts as a bar; null where there are none.</summary>
    [JsonIgnore] public Html? Bar { get; init; }

    /// <summary>Who did what.</summary>
    public ImmutableArray<BallotView> Ballots { get; init; } = [];


    /// <summary>"6 for, 2 against, 1 recused."</summary>
    [JsonIgnore] public string Sentence { get; init; } = "";

    /// <summary>The words from which totals without names were read.</summary>
    public string? AsWritten { get; init; }

    /// <summary>Whether any member's vote is recorded by name.</summary>
    [JsonIgnore] public bool ByName => !Ballots.IsEmpty;

    /// <summary>Whether there are totals to show.</summary>
    [JsonIgnore] public bool HasCounts => !Counts.IsEmpty;

    private static readonly (VoteValue Value, string Word, PartShape Shape)[] Order =
    [
        (VoteValue.For, "for", PartShape.Whole), (VoteValue.Against, "against", PartShape.Slim), (VoteValue.Abstain, "abstained", PartShape.Thin),
        (VoteValue.Recused, "recused", PartShape.ThinOutline), (VoteValue.NotVoting, "not voting", PartShape.ThinOutline), (VoteValue.Paired, "paired", PartShape.ThinOutline),
        (VoteValue.Excused, "excused", PartShape.SlimOutline), (VoteValue.Absent, "absent", PartShape.Outline),
    ];

    /// <summary>The shapes as the key of a bar has them; every vote has the same few.</summary>
    private static readonly FrozenDictionary<PartShape, Html> Keys =
        Order.Select(o => o.Shape).Distinct().ToFrozenDictionary(s => s, s => Drawing.Key(Drawing.Piece(s, 0, 10)));

    /// <summary>The vote of a decision, or null where none is recorded.</summary>
    public static VoteView? Of(PageContext page, Decision decision)
    {
        if (decision.Vote is not { } vote) return null;
        var counts = CountsOf(vote);
        var words = InWords(counts) ?? "";
        var rule = page.Consequences.Proofs.Of(decision)?.Rule;
        var weights = rule is { Weights.IsEmpty: false } ? rule.Weights : null;
        return new VoteView
        {
            Result = vote.Result,
            Rule = vote.Rule?.Value,
            MovedBy = vote.MovedBy is { } mover ? page.To(mover) : null,
            SecondedBy = vote.SecondedBy is { } seconder ? page.To(seconder) : null,
            Counts = [.. counts.Select(c => new VoteCount(Key(c.Value), $"{c.Count} {c.Word}", c.Count, Keys[c.Shape]))],
            Sentence = words,
            Bar = counts.Count == 0 ? null : Drawing.Bar("at-vote", "How members voted", words + (vote.Ballots.IsEmpty ? "" : " The table below lists each vote."),
                Stacks.Pieces(counts.Select(c => (c.Count, c.Shape)), counts.Sum(c => c.Count))),
            Weighted = weights is not null && !vote.Ballots.IsEmpty,
            Totals = weights is null || vote.Ballots.IsEmpty ? null : TotalsOf(vote, weights, words),
            Ballots = [.. vote.Ballots.OrderBy(b => Array.FindIndex(Order, o => o.Value == b.Value)).Select(b => BallotOf(page, b, weights))],
            AsWritten = vote.AsWritten,
        };
    }

    private static BallotView BallotOf(PageContext page, Ballot ballot, ImmutableDictionary<string, Ratio>? weights) =>
        new(page.To(ballot.Member), Key(ballot.Value), StatusTags.Words(Word(ballot.Value)), ballot.Reason)
        {
            ByProxy = ballot.Holder is { } holder ? page.To(holder) : null,
            PairedWith = ballot.PairedWith is { } other ? page.To(other) : null,
            Weight = weights?.GetValueOrDefault(ballot.Member.Id, Ratio.One).ToString(),
        };

    private static string TotalsOf(Vote vote, ImmutableDictionary<string, Ratio> weights, string byMember)
    {
        var byWeight = Order.Select(o => (o.Word, Sum: vote.Ballots.Where(b => b.Value == o.Value).Aggregate(Ratio.Zero, (sum, b) => sum + weights.GetValueOrDefault(b.Member.Id, Ratio.One))))
            .Where(t => t.Sum > Ratio.Zero).Select(t => $"{t.Sum} {t.Word}");
        return $"By weight: {string.Join(", ", byWeight)}. By member: {byMember}";
    }

    /// <summary>"6 for, 2 against." or null where no vote is recorded.</summary>
    public static string? InWords(Vote? vote) => vote is null ? null : InWords(CountsOf(vote));

    private static string? InWords(List<(VoteValue Value, string Word, PartShape Shape, int Count)> counts) =>
        counts.Count == 0 ? null : string.Join(", ", counts.Select(c => $"{c.Count} {c.Word}")) + ".";

    private static List<(VoteValue Value, string Word, PartShape Shape, int Count)> CountsOf(Vote vote) =>
        [.. Order.Select(o => (o.Value, o.Word, o.Shape, Count: vote.Count(o.Value) ?? 0)).Where(c => c.Count > 0)];

    /// <summary>"For", "Against" … as a table says it.</summary>
    public static string Word(VoteValue value) => Order.First(o => o.Value == value).Word;

    /// <summary>The value in data.</summary>
    public static string Key(VoteValue value) => value switch
    {
        VoteValue.NotVoting => "not-voting",
        var other => other.ToString().ToLowerInvariant(),
    };
}
