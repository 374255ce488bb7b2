using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>One decision taking the place of another, wholly or in part.</summary>
/// <param name="Old">The decision that was replaced.</param>
/// <param name="New">The one in its place.</param>
/// <param name="Part">What of it was replaced; null for all of it.</param>
/// <param name="Named">Where the record says so.</param>
public sealed record Replacement(Decision Old, Decision New, string? Part, Ref Named);

/// <summary>
/// Which decisions replaced which. The link is written once, on the newer decision; found records often write it on the
/// older one, which means the same.
/// </summary>
public sealed class Replacements
{
    private readonly FrozenDictionary<string, ImmutableArray<Replacement>> byOld;
    private readonly FrozenDictionary<string, ImmutableArray<Replacement>> byNew;
    private readonly FrozenDictionary<string, ImmutableArray<Decision>> undoneBy;

    private Replacements(List<Replacement> all, FrozenDictionary<string, ImmutableArray<Decision>> undoneBy)
    {
        this.undoneBy = undoneBy;
        byOld = Index(all, r => r.Old.Id);
        byNew = Index(all, r => r.New.Id);
    }

    /// <summary>What took the place of a decision.</summary>
    public ImmutableArray<Replacement> Of(Decision old) => byOld.GetValueOrDefault(old.Id, []);

    /// <summary>What a decision took the place of.</summary>
    public ImmutableArray<Replacement> By(Decision @new) => byNew.GetValueOrDefault(@new.Id, []);

    /// <summary>The decisions that undid what a decision changed in an agreement, or would.</summary>
    public ImmutableArray<Decision> UndoneBy(Decision old) => undoneBy.GetValueOrDefault(old.Id, []);

    /// <summary>Whether another decision that stands took its place as a whole.</summary>
    public bool IsReplaced(Decision decision) =>
        Of(decision).Any(r => r.Part is null && r.New.Status is not ("draft" or "proposed" or "rejected" or "withdrawn" or "deferred") && !r.New.IsRetracted);

    /// <summary>The status to show: what follows from newer records comes before what the file says.</summary>
    public string? StatusOf(Decision decision) => !decision.IsRetracted && IsReplaced(decision) ? "superseded" : decision.Status;

    internal static Replacements Of(Corpus corpus)
    {
        var all = new List<Replacement>();
        var known = new HashSet<(string, string)>();
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
        {
            foreach (var reference in decision.Supersedes)
                if (corpus.Find<Decision>(reference) is { } old) Add(new Replacement(old, decision, reference.Part, reference));
            foreach (var reference in decision.SupersededBy)
                if (corpus.Find<Decision>(reference) is { } newer) Add(new Replacement(decision, newer, reference.Part, reference));
        }

        var undoing = corpus.All<Decision>(Decision.OfKind)
            .Select(d => (New: d, Old: corpus.Find<Decision>(d.Reverses))).Where(d => d.Old is not null && d.Old.Id != d.New.Id)
            .GroupBy(d => d.Old!.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(d => d.New).OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        return new Replacements(all, undoing);

        void Add(Replacement replacement)
        {
            // Nothing takes its own place; that is said where the records are checked.
            if (replacement.Old.Id != replacement.New.Id && known.Add((replacement.Old.Id, replacement.New.Id))) all.Add(replacement);
        }
    }

    private static FrozenDictionary<string, ImmutableArray<Replacement>> Index(List<Replacement> all, Func<Replacement, string> key) =>
        all.GroupBy(key, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
}
