using System.Collections.Frozen;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>All decisions that were taken, each held against the rule in force on its day.</summary>
public sealed class Proofs
{
    private readonly FrozenDictionary<string, Proof> byDecision;

    private Proofs(FrozenDictionary<string, Proof> byDecision) => this.byDecision = byDecision;

    /// <summary>The proof of a decision; null where there is nothing to prove.</summary>
    public Proof? Of(Decision decision) => byDecision.GetValueOrDefault(decision.Id);

    internal static Proofs Of(Rulebook book, DiagnosticBag say)
    {
        var proofs = new Dictionary<string, Proof>(StringComparer.Ordinal);
        var corpus = book.Corpus;
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
        {
            if (decision.Vote is { Claims.IsEmpty: false } stated) StatedArithmetic.Check(stated, say);
            if (decision.Vote is null && (decision.Core.Foreign || !decision.WasTaken)) continue;
            if (Proof.Of(decision, book) is not { } proof) continue;
            proofs[decision.Id] = proof;
            if (!decision.Core.Foreign) VoteCheck.Check(decision, proof, corpus, say);
        }

        return new Proofs(proofs.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
