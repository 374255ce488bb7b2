using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A threshold held against votes: among all members, or in one group. Amounts are exact: "6", "7.5", "20/3".</summary>
public sealed record ThresholdView(
    string? Group, string For, string Against, string Abstain, string NotVoting, string Paired, string Recused, string Away, string NotRecorded, string Base, string Needed, bool? Met)
{
    /// <summary>Whether it was enough, for readers.</summary>
    [JsonIgnore] public string MetInWords => Met switch { true => "Yes", false => "No", null => "Cannot be told" };
}

/// <summary>A quorum held against who was there.</summary>
public sealed record QuorumView(string Present, string Of, string Needed, bool? Met);

/// <summary>What a found record says of its own arithmetic, done again.</summary>
/// <param name="Words">The arithmetic as a sentence.</param>
/// <param name="Right">Whether all of it is right.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record StatedView(string Words, bool Right, ImmutableArray<string> Faults);

/// <summary>A decision held against the rule of its day: for its page a sentence, for data the arithmetic.</summary>
public sealed record ProofView
{
    /// <summary>proved, or why it could not be: no-rule, day-unknown, rule-not-found …</summary>
    public required string State { get; init; }

    /// <summary>The method that was checked.</summary>
    public required string Method { get; init; }

    /// <summary>What the arithmetic comes to; null where the record does not tell.</summary>
    public bool? Carried { get; init; }

    /// <summary>The number of the agreement's text that was in force, from 1; null where the rule was not found.</summary>
    public int? AgreementVersion { get; init; }

    /// <summary>The threshold, once or for each group; empty where no votes are counted.</summary>
    public ImmutableArray<ThresholdView> Parts { get; init; } = [];

    /// <summary>The quorum; null where the rule asks for none.</summary>
    public QuorumView? Quorum { get; init; }

    /// <summary>Members of that day of whom the roll call says nothing.</summary>
    public ImmutableArray<Anchor> NotRecorded { get; init; } = [];

    /// <summary>What a found record says of its own arithmetic.</summary>
    public ImmutableArray<StatedView> Stated { get; init; } = [];

    /// <summary>Where a found record takes one share of two totals: that sentence.</summary>
    public string? TotalsDiffer { get; init; }

    /// <summary>"Carried", or null where nothing could be proved.</summary>
    [JsonIgnore] public string? Result { get; init; }

    /// <summary>"6 of 8 votes cast; more than half was needed"; for other methods whole sentences.</summary>
    [JsonIgnore] public string? Sentence { get; init; }

    /// <summary>The clause that gives the authority, else the agreement, in the text of that day.</summary>
    [JsonIgnore] public Anchor? Clause { get; init; }

    /// <summary>"version 3", at its rules; null where the agreement has one text.</summary>
    [JsonIgnore] public Anchor? Version { get; init; }

    /// <summary>"Quorum: 9 of 10 present, 5 needed."</summary>
    [JsonIgnore] public string? QuorumSentence { get; init; }

    /// <summary>Why it could not be checked, as a sentence; null where it was.</summary>
    [JsonIgnore] public string? Problem { get; init; }

    /// <summary>Whether the outcome depends on members of whom nothing is recorded.</summary>
    [JsonIgnore] public bool Depends { get; init; }

    /// <summary>Whether the threshold must be met in each of several groups.</summary>
    [JsonIgnore] public bool Grouped => Parts is [{ Group: not null }, ..];

    /// <summary>The proof of a decision, or null where there is nothing to prove.</summary>
    public static ProofView? Of(PageContext page, Decision decision)
    {
        if (page.Consequences.Proofs.Of(decision) is not { } proof) return null;
        var (clause, version) = Authority(page, decision, proof);
        var stated = decision.Vote is { } vote ? StatedArithmetic.Of(vote) : [];
        return new ProofView
        {
            State = Key(proof.State),
            Method = proof.Method,
            Carried = proof.Carried,
            AgreementVersion = proof.Place + 1,
            Parts = [.. (proof.Tally?.Parts ?? []).Select(PartOf)],
            Quorum = proof.Tally?.Quorum is { } quorum ? new QuorumView(quorum.Present.ToString(), quorum.Of.ToString(), quorum.Needed.ToString(), quorum.Met) : null,
            NotRecorded = [.. proof.NotRecorded.Where(id => id.Length > 0).Select(id => page.Corpus.Find("member", id)).OfType<Record>().Select(m => page.To(m))],
            Stated = [.. stated.Select(s => new StatedView(s.Sentence, s.Faults.IsEmpty, s.Faults))],
            TotalsDiffer = decision.Vote is { } roll && StatedArithmetic.TotalsDiffer(roll) is var (one, other)
                ? $"The record takes {one.Share} of {one.Of} in one place and of {other.Of} in another. It does not say why." : null,
            Result = ResultOf(decision, proof),
            Sentence = SentenceOf(page, proof),
            Clause = clause,
            Version = version,
            QuorumSentence = proof.Tally?.Quorum is { } there ? ProofWords.Quorum(there) : null,
            Problem = ProblemOf(decision, proof),
            Depends = proof.Carried is null && (proof.Tally is not null || !proof.NotRecorded.IsEmpty),
        };
    }

    private static ThresholdView PartOf(Part part) => new(
        part.Name, part.Votes.For.ToString(), part.Votes.Against.ToString(), part.Votes.Abstain.ToString(), part.Votes.NotVoting.ToString(), part.Votes.Paired.ToString(),
        part.Votes.Recused.ToString(), part.Votes.Away.ToString(), part.Votes.Unknown.ToString(), part.Base.ToString(), part.Needed.ToString(), part.Met);

    private static string? ResultOf(Decision decision, Proof proof) => (proof.Tally, proof.Carried) switch
    {
        (null, _) => null,
        (_, null) => "Not certain",
        (_, true) => "Carried",
        _ => decision.Vote!.Result == "tied" ? "Tied" : "Lost",
    };

    private static string? SentenceOf(PageContext page, Proof proof) => proof switch
    {
        { Tally: { Parts: [{ Name: null } all] } tally } => ProofWords.Threshold(tally.Rule, all),
        { Tally: { } tally } => $"{ProofWords.Needed(tally.Rule.Threshold!)} in each of {tally.Parts.Length} groups",
        { Assent: { } assent } => ProofWords.Of(assent, id => page.Corpus.Find("member", id)?.Title ?? id),
        _ => null,
    };

    /// <summary>The clause in the text of that day, and that text.</summary>
    private static (Anchor? Clause, Anchor? Version) Authority(PageContext page, Decision decision, Proof proof)
    {
        if (proof.Agreement is not { } agreement || proof.Place is not { } place) return default;
        var timeline = page.Consequences.Timelines.Of(agreement);
        var version = timeline.Texts.Length > 1 ? AgreementPages.ToText(page, timeline, place, $"version {place + 1}", "at-rules") : null;
        var named = decision.Under is { Fragment: { } anchor } under && page.Corpus.Find<Platform>(under)?.Id == agreement.Id
            ? timeline.Texts[place].Clauses.FirstOrDefault(c => c.Section.Anchor == anchor) : null;
        if (named is null) return (AgreementPages.ToText(page, timeline, place, agreement.Title, version is null ? "at-rules" : null), version);
        var label = named.Section.Number.Length > 0 ? $"clause {named.Section.Number.TrimEnd('.')}" : $"clause “{named.Section.Title}”";
        return (AgreementPages.ToText(page, timeline, place, label, named.Section.Anchor), version);
    }

    private static string? ProblemOf(Decision decision, Proof proof)
    {
        var name = (decision.Vote?.Rule ?? decision.Rule)?.Value ?? "";
        return proof.State switch
        {
            ProofState.Proved => null,
            // What counts no votes has nothing to count: only a rule that is named and missing is worth a word.
            ProofState.NoRule when proof.Assent is not null => null,
            ProofState.NoRule => "the record does not name the rule that applied",
            ProofState.DayUnknown => "the record gives no day, so we do not know which rules applied",
            ProofState.RuleNotFound => $"no agreement in force that day has a rule called “{name}”",
            ProofState.RuleNotUnderstood when proof.Rule!.NotUnderstood.IsEmpty => $"the rule “{name}” does not say how many votes are needed",
            ProofState.RuleNotUnderstood => $"the rule “{name}” has words that we cannot count with ({string.Join("; ", proof.Rule!.NotUnderstood)})",
            ProofState.NoRoll => "neither names nor totals are recorded",
            ProofState.NamesNeeded => "the rule gives members weights or groups, and only totals are recorded",
            _ => "the record does not say who all the members were that day",
        };
    }

    private static string Key(ProofState state) => state switch
    {
        ProofState.Proved => "proved",
        ProofState.NoRule => "no-rule",
        ProofState.DayUnknown => "day-unknown",
        ProofState.RuleNotFound => "rule-not-found",
        ProofState.RuleNotUnderstood => "rule-not-understood",
        ProofState.NoRoll => "no-roll",
        ProofState.NamesNeeded => "names-needed",
        _ => "members-unknown",
    };
}
