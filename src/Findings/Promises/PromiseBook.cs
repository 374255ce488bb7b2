using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Promises;

/// <summary>Every commitment as it stands on the day of the build.</summary>
public sealed class PromiseBook
{
    private readonly FrozenDictionary<string, Promise> byId;

    private PromiseBook(FrozenDictionary<string, Promise> byId) => this.byId = byId;

    /// <summary>A commitment as it stands.</summary>
    public Promise Of(Commitment commitment) => byId[commitment.Id];

    internal static PromiseBook Of(Corpus corpus, DateOnly today)
    {
        var all = corpus.All<Commitment>(Commitment.OfKind).Select(c => Promise.Of(c, today)).ToList();
        var parts = all.Select(p => (Whole: corpus.Find<Commitment>(p.Commitment.PartOf), Part: p))
            .Where(p => p.Whole is { } whole && whole.Id != p.Part.Commitment.Id)
            .GroupBy(p => p.Whole!.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Part).OrderBy(p => p.Commitment.Id, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        return new PromiseBook(all.ToFrozenDictionary(
            p => p.Commitment.Id, p => parts.TryGetValue(p.Commitment.Id, out var own) ? p with { Parts = own } : p, StringComparer.Ordinal));
    }
}
