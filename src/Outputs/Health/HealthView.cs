using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Health;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>Indicators about one thing.</summary>
/// <param name="Heading">The question they answer together.</param>
/// <param name="Anchor">The place on the page.</param>
/// <param name="Indicators">In the order of the page.</param>
public sealed record HealthGroup(string Heading, [property: JsonIgnore] string Anchor, ImmutableArray<IndicatorView> Indicators);

/// <summary>A figure with what it means.</summary>
public sealed record Figure(string Number, string Words, string Href);

/// <summary>How the coalition is doing: every sign of life and decay that the record itself shows.</summary>
public sealed record HealthView
{
    /// <summary>The signs that the first page tells, the most telling first.</summary>
    private static readonly ImmutableArray<string> First = ["minutes-published", "renegotiated", "commitments-late", "members-present"];

    private const int MostFacts = 3;
    private const int MostFigures = 4;

    /// <summary>What surrounds the page.</summary>
    [JsonIgnore] public Frame? Frame { get; init; }

    /// <summary>The day for which it was counted.</summary>
    public required Day Today { get; init; }

    /// <summary>The heading.</summary>
    [JsonIgnore] public string Title { get; init; } = "";

    /// <summary>The answer in up to three sentences.</summary>
    public required string Lead { get; init; }

    /// <summary>How many signs are past their line, within it, without a line, and unknown.</summary>
    [JsonIgnore] public string Overview { get; init; } = "";

    /// <summary>The signs past their line, as links to their place on the page.</summary>
    [JsonIgnore] public ImmutableArray<Anchor> Closer { get; init; } = [];

    /// <summary>The figures at the top.</summary>
    [JsonIgnore] public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The indicators.</summary>
    public ImmutableArray<HealthGroup> Groups { get; init; } = [];

    /// <summary>The page as data.</summary>
    [JsonIgnore] public string DataHref { get; init; } = "";

    /// <summary>Whether there is a page: for a coalition of which nothing was ever known there is none.</summary>
    public static bool Exists(Site site) => site.Vitality.Indicators.Any(i => i.Trend.Any(t => t.Answer.Number is not null));

    /// <summary>The page, where there is one.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => Exists(site) ? [new(Routes.Health, "health", Of) { Data = Routes.HealthData }] : [];

    /// <summary>The state of the record in up to three short sentences, for the first page; null where nothing is known.</summary>
    internal static string? InOneLine(Site site)
    {
        var parts = Telling(site).Take(MostFacts).Select(p => p.Words.Short!(p.Indicator.Now)).Select(s => char.ToUpperInvariant(s[0]) + s[1..] + ".").ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static IEnumerable<(Indicator Indicator, IndicatorWords Words)> Telling(Site site) =>
        First.Select(id => (Indicator: site.Vitality.Indicators.FirstOrDefault(i => i.Id == id), Words: IndicatorWords.All.FirstOrDefault(w => w.Id == id)))
            .Where(p => p is { Indicator.Now.Number: not null, Words.Short: not null }).Select(p => (p.Indicator!, p.Words!));

    private static HealthView Of(PageContext page)
    {
        var all = IndicatorWords.All.Select(w => (Words: w, View: IndicatorView.Of(page, page.Site.Vitality[w.Id], w))).ToList();
        var title = page.Consequences.Ended is null ? "How is the coalition doing?" : "How was the coalition doing at its end?";
        return new HealthView
        {
            Title = title,
            Today = page.Site.Dates.Of(PartialDate.Of(page.Consequences.Today)),
            Lead = string.Join(' ', Telling(page.Site).Take(MostFacts).Select(p => p.Words.Sentence(p.Indicator.Now))),
            Overview = Counted([.. all.Select(i => i.View.Standing)]),
            Closer = [.. all.Where(i => i.View.Standing == "past").Select(i => new Anchor(i.Words.Question, "#" + i.Words.Id))],
            Figures = [.. Telling(page.Site).Take(MostFigures).Select(p => new Figure(AmountWords.Of(p.Indicator.Now.Number!.Value), p.Words.Numbers, "#" + p.Indicator.Id))],
            Groups = [.. IndicatorWords.Groups.Select((g, i) => new HealthGroup(g, $"at-part-{i + 1}", [.. all.Where(a => a.Words.Group == g).Select(a => a.View)])).Where(g => !g.Indicators.IsEmpty)],
            DataHref = page.To(Routes.HealthData),
            Frame = Frame.Of(page, title, $"Signs of life and decay of {page.Site.Name}, counted from its own record.", "health") with { Crumbs = PlainView.Crumbs(page) },
        };
    }

    private static string Counted(ImmutableArray<string> standings)
    {
        int Of(string standing) => standings.Count(s => s == standing);
        var parts = new List<string>();
        if (Of("within") is > 0 and var within) parts.Add($"{within} within {(within == 1 ? "its" : "their")} line");
        if (Of("past") is > 0 and var past) parts.Add($"{past} past it");
        if (Of("no-line") is > 0 and var without) parts.Add($"{without} without a line");
        if (Of("unknown") is > 0 and var unknown) parts.Add($"{unknown} unknown, as the record lacks what it takes");
        return $"Of {standings.Length} signs: {string.Join(", ", parts)}. A line is where we look closer. It is not a grade.";
    }
}
