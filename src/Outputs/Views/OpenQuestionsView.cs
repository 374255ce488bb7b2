using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A question that members have not decided yet.</summary>
public sealed record OpenItem(Anchor Decision, string? Summary, Day? DecideBy, bool Overdue, ImmutableArray<PositionView> Positions)
{
    /// <summary>Makes the item.</summary>
    public static OpenItem Of(PageContext page, Decision decision) => new(
        page.To(decision), Outputs.Summary.Of(decision), page.Day(decision.DecideBy),
        decision.DecideBy is { } day && day.Last < page.Consequences.Today,
        [.. PositionView.Of(page, decision)]);
}

/// <summary>The page of all questions that are open.</summary>
public sealed record OpenQuestionsView(Frame Frame, ImmutableArray<OpenItem> Items)
{
    /// <summary>Its address.</summary>
    public const string Path = "open-questions/index.html";

    /// <summary>Drafts and proposals: those to be decided soonest first, then those without a day.</summary>
    public static IEnumerable<Decision> Open(Site site) =>
        site.Lists.Of<Decision>(Decision.OfKind)
            .Where(d => site.Consequences.Replacements.StatusOf(d) is "proposed" or "draft")
            .OrderBy(d => d.DecideBy is null).ThenBy(d => d.DecideBy).ThenBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>Makes the page.</summary>
    public static OpenQuestionsView Of(PageContext page) => new(
        Frame.Of(page, "Open questions", "What members have not decided yet.", "open-questions", null) with { Crumbs = [new("Home", page.To(Routes.Home))] },
        [.. Open(page.Site).Select(d => OpenItem.Of(page, d))]);
}
