using PublicLedger.Diagnostics;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A member can only have endorsed a version that there is.</summary>
internal static class EndorsementCheck
{
    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        foreach (var member in corpus.All<Member>(Member.OfKind))
        {
            if (member.Core.Foreign) continue;
            foreach (var endorsement in member.Endorsements)
            {
                if (endorsement.Version is not { } version || corpus.Find<Platform>(endorsement.Platform) is not { } agreement) continue;
                if (Currencies.PlaceOf(agreement, version.Value) is null)
                    say.EndorsedVersionUnknown(version.At, agreement.Title, version.Value, Versions.TextsOf(agreement).Length);
            }
        }
    }
}
