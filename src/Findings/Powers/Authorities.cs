using System.Collections.Frozen;
using PublicLedger.Diagnostics;
using PublicLedger.Findings.Agreements;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Findings.Powers;

/// <summary>By what right each decision was taken. Found records say it in too many ways to be held to any.</summary>
public sealed class Authorities
{
    private readonly FrozenDictionary<string, Authority> byDecision;

    private Authorities(FrozenDictionary<string, Authority> byDecision) => this.byDecision = byDecision;

    /// <summary>The authority of a decision that was taken; null for others, and where the record names none.</summary>
    public Authority? Of(Decision decision) => byDecision.GetValueOrDefault(decision.Id);

    internal static Authorities Of(Rulebook book, Timelines timelines, DiagnosticBag say)
    {
        var reader = new AuthorityReader(book, timelines);
        var found = new Dictionary<string, Authority>(StringComparer.Ordinal);
        foreach (var decision in book.Corpus.All<Decision>(Decision.OfKind))
        {
            if (decision.Core.Foreign) continue;
            if (decision.Amount is { } written && Amount.Parse(written.Value) is null) say.AmountUnreadable(written.At, written.Value);
            if (!decision.WasTaken || reader.Read(decision) is not { } authority) continue;
            found[decision.Id] = authority;
            AuthorityCheck.Check(decision, authority, say);
        }

        return new Authorities(found.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
