using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>An agreement in the list of them.</summary>
public sealed record AgreementItem(Anchor Agreement, Tag? Version, string DateWord, Day? Date, string? Summary, int Texts)
{
    /// <summary>Whether it has more than one text.</summary>
    public bool HasVersions => Texts > 1;

    /// <summary>Makes the item.</summary>
    public static AgreementItem Of(PageContext page, Platform agreement)
    {
        var today = page.Consequences.Today;
        var place = Versions.ShownOn(agreement, today);
        var texts = Versions.TextsOf(agreement);
        var state = Versions.StateOn(agreement, place, today);
        return new AgreementItem(
            page.To(agreement), texts.Length > 1 ? new Tag($"Version {place + 1}", state == TextState.InForce ? "ok" : "info") : null,
            AgreementTextView.DateWordOf(page, texts[place], state), page.Day(Versions.DateOf(texts[place])), Outputs.Summary.Of(texts[place]), texts.Length);
    }
}

/// <summary>The list of all agreements, by title.</summary>
public sealed record PlatformListView(Frame Frame, ImmutableArray<AgreementItem> Items)
{
    /// <summary>The page; none where there is no agreement.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        if (!site.Lists.Of(Platform.OfKind).IsEmpty) yield return new(Routes.Index(Platform.OfKind), "platforms", Of);
    }

    private static PlatformListView Of(PageContext page) => new(
        Frame.Of(page, "Agreements", $"What {page.Site.Name} has agreed.", "platform-list", Platform.OfKind) with { Crumbs = [new("Home", page.To(Routes.Home))] },
        [.. page.Site.Lists.Of<Platform>(Platform.OfKind).OrderBy(p => p.Title, StringComparer.OrdinalIgnoreCase).Select(p => AgreementItem.Of(page, p))]);
}
