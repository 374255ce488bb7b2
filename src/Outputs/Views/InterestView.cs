using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A stake of its own that a member declared.</summary>
/// <param name="Member">Who; null when not recorded.</param>
/// <param name="Interest">The stake, in the member's words.</param>
/// <param name="Handled">recused, took-part or not-recorded.</param>
public sealed record InterestView(Anchor? Member, string? Interest, string Handled)
{
    /// <summary>What was done about it, for readers.</summary>
    [JsonIgnore]
    public string HandledInWords => Handled switch
    {
        "recused" => "It took no part in this decision.",
        "took-part" => "It took part in this decision.",
        _ => "What was done about it is not recorded.",
    };

    internal static ImmutableArray<InterestView> Of(PageContext page, Decision decision) =>
        [.. decision.Interests.Select(i => new InterestView(i.Member is { } who ? page.To(who) : null, i.What, i.Handled ?? "not-recorded"))];
}

/// <summary>A paper that members had before they decided.</summary>
/// <param name="Title">Its title, else the name of its file.</param>
/// <param name="Url">Where it is, as seen from the page; null where it is not published.</param>
/// <param name="External">Whether that is on another site.</param>
public sealed record PaperView(string Title, string? Url, [property: JsonIgnore] bool External)
{
    internal static ImmutableArray<PaperView> Of(PageContext page, Decision decision) => [.. decision.Papers.Select(p => Of(page, decision, p))];

    private static PaperView Of(PageContext page, Decision decision, Paper paper)
    {
        if (paper.Address is not { } address) return new PaperView(paper.Title ?? "", null, false);
        var written = address.Target.Split('#', '?')[0].TrimEnd('/');
        return new PaperView(paper.Title ?? written[(written.LastIndexOf('/') + 1)..], page.To(decision, address), page.Consequences.Links.Resolve(decision, address).Kind == LinkKind.External);
    }
}
