using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>The timelines of all agreements.</summary>
public sealed class Timelines
{
    private readonly FrozenDictionary<string, Timeline> byId;

    private Timelines(FrozenDictionary<string, Timeline> byId) => this.byId = byId;

    /// <summary>The timeline of an agreement.</summary>
    public Timeline Of(Platform agreement) => byId[agreement.Id];

    internal static Timelines Of(Corpus corpus) =>
        new(corpus.All<Platform>(Platform.OfKind).ToFrozenDictionary(a => a.Id, a => Of(a, corpus), StringComparer.Ordinal));

    private static Timeline Of(Platform agreement, Corpus corpus)
    {
        var texts = Versions.TextsOf(agreement);
        return new Timeline(agreement, ClauseMatch.Follow(texts), [.. texts.Select(t => By(t, corpus))]);
    }

    private static ImmutableArray<Decision> By(Platform text, Corpus corpus) =>
        text.AdoptedBy is { } named && corpus.Find<Decision>(named) is { } decision ? [decision] : [];
}
