using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>The timelines of all agreements.</summary>
public sealed class Timelines
{
    private readonly FrozenDictionary<string, Timeline> byId;
    private readonly FrozenDictionary<string, ImmutableArray<Proposal>> proposals;

    private Timelines(FrozenDictionary<string, Timeline> byId, FrozenDictionary<string, ImmutableArray<Proposal>> proposals) =>
        (this.byId, this.proposals) = (byId, proposals);

    /// <summary>The timeline of an agreement.</summary>
    public Timeline Of(Platform agreement) => byId[agreement.Id];

    /// <summary>The changes that are proposed to an agreement.</summary>
    public ImmutableArray<Proposal> ProposalsTo(Platform agreement) => proposals.GetValueOrDefault(agreement.Id, []);

    internal static Timelines Of(Consolidation consolidation) =>
        new(consolidation.Corpus.All<Platform>(Platform.OfKind).ToFrozenDictionary(a => a.Id, a => Of(a, consolidation), StringComparer.Ordinal), consolidation.Proposals);

    private static Timeline Of(Platform agreement, Consolidation consolidation)
    {
        var texts = Versions.TextsOf(agreement);
        var by = texts.Select(t => By(t, consolidation.Corpus)).ToArray();
        if (!consolidation.Steps.TryGetValue(agreement.Id, out var steps)) return new Timeline(agreement, ClauseMatch.Follow(texts), [.. by]);
        for (var place = 1; place < by.Length; place++) by[place] = steps[place].By;
        return new Timeline(agreement, ClauseMatch.Follow(texts), [.. by]) { Steps = steps };
    }

    private static ImmutableArray<Decision> By(Platform text, Corpus corpus) =>
        text.AdoptedBy is { } named && corpus.Find<Decision>(named) is { } decision ? [decision] : [];
}
