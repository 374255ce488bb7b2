using PublicLedger.Diagnostics;

namespace PublicLedger.Records;

/// <summary>Every name that one record writes for another is looked up once; a name that names nothing is said where it stands.</summary>
internal static class NameCheck
{
    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        foreach (var record in corpus.Coalition is { } coalition ? corpus.Records.Prepend(coalition) : corpus.Records)
            foreach (var reference in record.Core.References)
                Check(reference, record.Core.Foreign, corpus, say);
    }

    private static void Check(Ref reference, bool foreign, Corpus corpus, DiagnosticBag say)
    {
        var at = reference.Written.At;
        var kind = reference.Kind ?? "record";
        switch (corpus.Candidates(reference))
        {
            case []:
                if (reference.Strict && !(foreign && IsElsewhere(reference.Written.Value)))
                    say.ReferenceUnresolved(foreign, at, kind, reference.Id, corpus.Ids(reference.Kind));
                break;
            case [var found]:
                CheckPart(reference, found, foreign, say);
                break;
            case var several:
                say.NumberShared(foreign, at, reference.Id, several.Select(r => r.Id));
                break;
        }
    }

    private static void CheckPart(Ref reference, Record found, bool foreign, DiagnosticBag say)
    {
        // The clauses of an agreement are known only when its amendments are carried out (Findings/Agreements/ClauseNames.cs).
        if (reference.Fragment is { } fragment && found is not Platform && !found.Body.Anchors.Contains(fragment))
            say.FragmentUnresolved(foreign, reference.Written.At, found.Title, fragment, found.Body.Anchors);

        if (reference.Delegate is { } person && found is Member member && member.FindDelegate(person) is null)
            say.DelegateUnknown(reference.Written.At, member.Title, person, [.. member.Delegates.Select(d => d.Id)]);
    }

    /// <summary>An address on another site is no name of ours.</summary>
    private static bool IsElsewhere(string written) => written.Contains("://", StringComparison.Ordinal);
}
