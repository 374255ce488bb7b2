using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What the pages about an agreement's past and future have in common.</summary>
internal static class AgreementPages
{
    /// <summary>A link to one text: its own page, or the agreement's where there is only one.</summary>
    public static Anchor ToText(PageContext page, Timeline timeline, int place, string? text = null, string? fragment = null) =>
        timeline.Agreement.Versions.IsEmpty
            ? page.To(timeline.Agreement, text ?? "The text", fragment is "" ? null : fragment)
            : page.ToVersion(timeline.Agreement, timeline.Texts[place], text ?? $"Version {place + 1}", fragment is "" ? null : fragment);

    /// <summary>That a text is the one in force: "applies now", or of a coalition that ended, "applied at the end".</summary>
    public static string AppliesNow(PageContext page) => page.Consequences.Ended is null ? "applies now" : "applied at the end";

    /// <summary>The address of the legal document of a text; null where there is none.</summary>
    public static string? LegalText(PageContext page, Platform agreement, int place) =>
        AkomaNtoso.PathOf(agreement, place) is { } path ? page.To(path) : null;

    /// <summary>A clause's own page, under a name; the name alone where it has none.</summary>
    public static Anchor ToClause(PageContext page, Timeline timeline, ClauseStory? story, string name, string? id = null) =>
        new(name, story is not null && ClausePageView.Has(timeline, story) ? page.To(Routes.Clause(timeline.Agreement, story)) : null, id);

    /// <summary>A link to what differs between two texts.</summary>
    public static Anchor ToComparison(PageContext page, Timeline timeline, int from, int to, string text) =>
        new(text, page.To(Routes.Compare(timeline.Agreement, timeline.Texts[from], timeline.Texts[to])));

    /// <summary>The decisions that made a text; for the first, the one that adopted it.</summary>
    public static IEnumerable<DecisionMark> Makers(PageContext page, Timeline timeline, int place) =>
        (place == 0 ? Founders(page, timeline) : timeline.By[place]).Select(d => DecisionMark.Of(page, timeline, place, d));

    /// <summary>The decisions that made a text, without those that only ran out; a name that is no decision of ours stays as written.</summary>
    public static IEnumerable<Anchor> AdoptedBy(PageContext page, Timeline timeline, int place)
    {
        var decisions = (place == 0 ? Founders(page, timeline) : timeline.By[place]).Where(d => !timeline.RanOut(place, d)).ToList();
        if (decisions.Count > 0) return decisions.Select(d => page.To(d));
        return timeline.Texts[place].AdoptedBy is { } named && timeline.By[place].IsEmpty ? [page.To(named)] : [];
    }

    /// <summary>The decision that adopted the first text, where it is recorded.</summary>
    public static ImmutableArray<Decision> Founders(PageContext page, Timeline timeline) =>
        !timeline.By[0].IsEmpty ? timeline.By[0]
        : page.Corpus.Find<Decision>(timeline.Texts[0].AdoptedBy) is { } decision ? [decision]
        : [];

    /// <summary>A meeting, at the line of its minutes that records a decision where one does.</summary>
    public static Anchor ToMinutes(PageContext page, Meeting meeting, Decision decision)
    {
        var line = meeting.Body.Marks.FirstOrDefault(m => m.Links.Any(l => page.Consequences.Links.Resolve(meeting, l).Record?.Key == decision.Key));
        return page.To(meeting, line is null ? meeting.Title : $"The minutes of {meeting.Title}", line?.Anchor);
    }

    /// <summary>What differs between two texts, in one sentence.</summary>
    public static string Summary(Timeline timeline, int from, int to) =>
        ClauseChangeWords.Sentence(ChangeSummary.Of(DiffedChange.Between(timeline, from, to), timeline.Texts[from], timeline.Texts[to]));

    /// <summary>What a proposal would change.</summary>
    public static ImmutableArray<ClauseChangeView> Changes(Timeline pair) =>
        [.. ClauseChangeView.Of(pair, 0, 1).Select(c => c with { BeforeLabel = "As it stands", AfterLabel = "As it would become", AnchorPrefix = "at-change-" })];

    /// <summary>The frame of such a page.</summary>
    public static Frame Frame(PageContext page, Timeline timeline, string title, string description, string type) =>
        Outputs.Frame.Of(page, title, description, type, Platform.OfKind) with
        {
            Crumbs = [new("Home", page.To(Routes.Home)), new(Platform.OfKind.Labels, page.To(Routes.Index(Platform.OfKind))), page.To(timeline.Agreement)],
        };

    /// <summary>What tells two agreements of one title apart in the titles of pages: empty for most.</summary>
    public static string Distinction(PageContext page, Platform agreement) => page.Site.Lists.SharesTitle(agreement) ? $" ({agreement.Id})" : "";
}
