using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Every clause that a record names is in one of the texts of its agreement, or in one that is proposed.</summary>
internal static class ClauseNames
{
    public static void Check(Corpus corpus, Timelines timelines, DiagnosticBag say)
    {
        foreach (var record in corpus.Coalition is { } coalition ? corpus.Records.Prepend(coalition) : corpus.Records)
        {
            foreach (var reference in record.Core.References)
            {
                if (reference.Fragment is not { } clause || corpus.Find(reference) is not Platform agreement) continue;
                var texts = Versions.TextsOf(agreement).Concat(timelines.ProposalsTo(agreement).Select(p => p.Text).OfType<Platform>());
                if (!texts.Any(t => t.Body.Anchors.Contains(clause)))
                    say.FragmentUnresolved(record.Core.Foreign, reference.Written.At, agreement.Title, clause, texts.SelectMany(t => t.Body.Anchors).ToHashSet(StringComparer.Ordinal));
            }
        }
    }
}
