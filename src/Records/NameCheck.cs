using PublicLedger.Diagnostics;

namespace PublicLedger.Records;

/// <summary>Every name that one record writes for another is looked up once; a name that names nothing is said where it stands.</summary>
internal sealed class NameCheck
{
    private readonly Corpus corpus;
    private readonly DiagnosticBag say;
    private readonly ILookup<(string, string), Decision> amendments;
    private readonly Dictionary<(string, string), HashSet<string>> clauses = [];

    private NameCheck(Corpus corpus, DiagnosticBag say)
    {
        (this.corpus, this.say) = (corpus, say);
        amendments = corpus.All<Decision>(Decision.OfKind).Where(d => !d.Changes.IsEmpty)
            .SelectMany(d => d.Amends.Select(corpus.Find<Platform>).OfType<Platform>().Select(a => (a.Key, Decision: d)))
            .ToLookup(p => p.Key, p => p.Decision);
    }

    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        var check = new NameCheck(corpus, say);
        foreach (var record in corpus.Coalition is { } coalition ? corpus.Records.Prepend(coalition) : corpus.Records)
            foreach (var reference in record.Core.References)
                check.Check(reference, record.Core.Foreign);
    }

    private void Check(Ref reference, bool foreign)
    {
        var at = reference.Written.At;
        var kind = WordFor(reference.Kind);
        switch (corpus.Candidates(reference))
        {
            case []:
                if (reference.Strict && !(foreign && IsElsewhere(reference.Written.Value)))
                    say.ReferenceUnresolved(foreign, at, kind, reference.Id, corpus.Ids(reference.Kind));
                else if (!reference.Strict && !foreign && Nearly(reference) is { } near)
                    say.NameMisspelt(at, kind, reference.Id, near);
                break;
            case [var found]:
                CheckPart(reference, found, foreign);
                break;
            case var several:
                say.NumberShared(foreign, at, reference.Id, several.Select(r => r.Id));
                break;
        }
    }

    private static string WordFor(string? kind) => kind is null ? "record" : kind == Platform.OfKind.Name ? "agreement" : kind.Replace('-', ' ');

    /// <summary>The id that a name in the form of an id is nearly; a name in words, or that of a role or of a record by its title, is none.</summary>
    private string? Nearly(Ref reference)
    {
        var id = reference.Id;
        if (id.Length < 4 || reference.Kind is null || id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')) return null;
        var known = corpus.Ids(reference.Kind);
        if (reference.Relation == "delegated-to") known = [.. known, .. corpus.Ids(Role.OfKind.Name)];
        return known.Contains(id) ? null : Spelling.Nearest(id, known);
    }

    private void CheckPart(Ref reference, Record found, bool foreign)
    {
        if (reference.Fragment is { } fragment)
        {
            IReadOnlyCollection<string> anchors = found is Platform agreement ? ClausesOf(agreement) : found.Body.Anchors;
            if (!anchors.Contains(fragment)) say.FragmentUnresolved(foreign, reference.Written.At, found.Title, fragment, anchors);
        }

        if (reference.Delegate is { } person && found is Member member && member.FindDelegate(person) is null)
            say.DelegateUnknown(reference.Written.At, member.Title, person, [.. member.Delegates.Select(d => d.Id)]);
    }

    /// <summary>The clauses of all texts of an agreement, and those that decisions insert.</summary>
    private HashSet<string> ClausesOf(Platform agreement)
    {
        if (clauses.TryGetValue(agreement.Key, out var known)) return known;
        var anchors = Versions.TextsOf(agreement).SelectMany(t => t.Body.Anchors).ToHashSet(StringComparer.Ordinal);
        anchors.UnionWith(amendments[agreement.Key].SelectMany(d => d.Changes).OfType<InsertChange>().Select(c => c.Anchor));
        return clauses[agreement.Key] = anchors;
    }

    /// <summary>An address on another site is no name of ours.</summary>
    private static bool IsElsewhere(string written) => written.Contains("://", StringComparison.Ordinal);
}
