using System.Collections.Frozen;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>The votes of all decisions, each held against the rule in force on its day.</summary>
public sealed class Proofs
{
    private readonly FrozenDictionary<string, Proof> byDecision;

    private Proofs(FrozenDictionary<string, Proof> byDecision) => this.byDecision = byDecision;

    /// <summary>The proof of a decision's vote; null where it has no vote.</summary>
    public Proof? Of(Decision decision) => byDecision.GetValueOrDefault(decision.Id);

    internal static Proofs Of(Corpus corpus, DiagnosticBag say)
    {
        var proofs = new Dictionary<string, Proof>(StringComparer.Ordinal);
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
        {
            if (decision.Vote is not { } vote) continue;
            var proof = Proof.Of(decision, vote, corpus);
            proofs[decision.Id] = proof;
            if (!decision.Core.Foreign) Check(decision, vote, proof, corpus, say);
        }

        return new Proofs(proofs.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void Check(Decision decision, Vote vote, Proof proof, Corpus corpus, DiagnosticBag say)
    {
        if (proof.State == ProofState.RuleNotFound && vote.Rule is { } name && decision.Date is { } day)
            say.RuleUnknown(name.At, name.Value, day.ToString(), RulesOn(corpus, day));
        if (proof.State == ProofState.RuleNotUnderstood)
            say.RuleNotUnderstood(proof.Rule!.Source.Name.At, proof.Rule.Source.Name.Value, proof.Rule.NotUnderstood);
        if (vote.Result == "lost" && decision.Status is "accepted" or "implemented") say.StatusAgainstResult(vote.At, decision.Status!, vote.Result);
        if (proof.Tally is not { } tally) return;
        if (!tally.NotRecorded.IsEmpty && tally.NotRecorded[0].Length > 0)
            say.PositionsNotRecorded(vote.At, [.. tally.NotRecorded.Select(id => corpus.Find("member", id)?.Title ?? id)]);
        var contradicted = vote.Result switch
        {
            "carried" => tally.Carried == false,
            "lost" => tally.Carried == true,
            "tied" => tally.Carried == true || (tally.NotRecorded.IsEmpty && !tally.Even),
            _ => false,
        };
        if (contradicted) say.ResultAgainstRoll(vote.At, vote.Result!, TallyWords.Of(tally), proof.Rule!.Source.Name.At);
    }

    private static IReadOnlyCollection<string> RulesOn(Corpus corpus, Sources.PartialDate day) =>
        [.. corpus.All<Platform>(Platform.OfKind).SelectMany(a => Versions.InForceOn(a, day.Last) is { } place ? Versions.TextsOf(a)[place].Rules : []).Select(r => r.Name.Value).Distinct()];
}
