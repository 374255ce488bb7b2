using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A decision in a list.</summary>
public sealed record DecisionItem(Anchor Decision, string? Answer, Tag Tag, string? Number, Day? Date, string? Votes)
{
    /// <summary>Makes the item.</summary>
    public static DecisionItem Of(PageContext page, Decision decision)
    {
        return new DecisionItem(
            page.To(decision), Summary.Of(decision), StatusTags.Of(page.Consequences, decision), decision.Core.Number,
            page.Day(decision.Date), VoteView.InWords(decision.Vote));
    }
}

/// <summary>A list to choose from: its label, its address and how many it has.</summary>
public sealed record ListChoice(string Label, string Href, int Count, bool Current);

/// <summary>The lists there are, counted once for all the pages that offer them.</summary>
internal sealed class DecisionChoices(Site site, ImmutableArray<Decision> all)
{
    private readonly ImmutableArray<(string Path, string Label, int Count)> years = Count(
        all.Select(d => DecisionListView.YearOf(d)), Lists.YearPath, y => y == "undated" ? "without a date" : y, newestFirst: true);

    private readonly ImmutableArray<(string Path, string Label, int Count)> subjects = Count(
        all.SelectMany(d => d.Core.Tags.DistinctBy(Lists.TagPath, StringComparer.Ordinal)), Lists.TagPath, t => t, newestFirst: false);

    private readonly ImmutableArray<(string Path, string Label, int Count)> statuses = Count(
        all.Select(d => site.Consequences.Replacements.StatusOf(d) ?? "unknown"), s => Lists.StatusPath(s),
        s => StatusTags.Decision(s == "unknown" ? null : s, over: site.Consequences.Ended is not null).Label.ToLowerInvariant(), newestFirst: false);

    /// <summary>The years, as seen from a page.</summary>
    public ImmutableArray<ListChoice> Years(PageContext page, string path) => From(page, path, years);

    /// <summary>The subjects, as seen from a page.</summary>
    public ImmutableArray<ListChoice> Subjects(PageContext page, string path) => From(page, path, subjects);

    /// <summary>The statuses, as seen from a page.</summary>
    public ImmutableArray<ListChoice> Statuses(PageContext page, string path) => From(page, path, statuses);

    private static ImmutableArray<ListChoice> From(PageContext page, string path, ImmutableArray<(string Path, string Label, int Count)> lists) =>
        [.. lists.Select(l => new ListChoice(l.Label, page.To(l.Path), l.Count, l.Path == path))];

    private static ImmutableArray<(string, string, int)> Count(
        IEnumerable<string> keys, Func<string, string> address, Func<string, string> label, bool newestFirst)
    {
        var groups = keys.GroupBy(address, StringComparer.Ordinal).Select(g => (g.Key, label(g.First()), g.Count()));
        return newestFirst ? [.. groups.OrderByDescending(g => g.Item2, StringComparer.Ordinal)] : [.. groups.OrderBy(g => g.Item2, StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>A page of a list of decisions: all of them, or those of a year, a subject or a status.</summary>
public sealed record DecisionListView
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>The years.</summary>
    public ImmutableArray<ListChoice> Years { get; init; } = [];

    /// <summary>The subjects.</summary>
    public ImmutableArray<ListChoice> Subjects { get; init; } = [];

    /// <summary>The statuses.</summary>
    public ImmutableArray<ListChoice> Statuses { get; init; } = [];

    /// <summary>The decisions, newest first.</summary>
    public ImmutableArray<DecisionItem> Items { get; init; } = [];

    /// <summary>The table of all votes, or null.</summary>
    public Anchor? Votes { get; init; }

    /// <summary>The page with newer ones.</summary>
    public string? Newer { get; init; }

    /// <summary>The page with older ones.</summary>
    public string? Older { get; init; }

    /// <summary>All list pages.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var all = site.Lists.Of<Decision>(Decision.OfKind);
        if (all.IsEmpty) return [];
        var replacements = site.Consequences.Replacements;
        var choices = new DecisionChoices(site, all);
        var lists = new List<(string Path, string Title, ImmutableArray<Decision> Decisions)> { (Routes.Index(Decision.OfKind), "Decisions", all) };
        lists.AddRange(all.GroupBy(YearOf, StringComparer.Ordinal)
            .Select(g => (Lists.YearPath(g.Key), g.Key == "undated" ? "Decisions without a date" : $"Decisions in {g.Key}", g.ToImmutableArray())));
        lists.AddRange(all.SelectMany(d => d.Core.Tags.Select(t => (Tag: t, Decision: d))).GroupBy(p => Lists.TagPath(p.Tag), StringComparer.Ordinal)
            .Select(g => (g.Key, $"Decisions about {g.First().Tag}", g.Select(p => p.Decision).DistinctBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray())));
        lists.AddRange(all.GroupBy(replacements.StatusOf)
            .Select(g => (Lists.StatusPath(g.Key), $"Decisions: {StatusTags.Decision(g.Key, over: site.Consequences.Ended is not null).Label.ToLowerInvariant()}", g.ToImmutableArray())));
        return lists.SelectMany(list => Pages(choices, list.Path, list.Title, list.Decisions));
    }

    private static IEnumerable<PagePlan> Pages(DecisionChoices choices, string path, string title, ImmutableArray<Decision> decisions)
    {
        var count = Math.Max(1, (decisions.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= count; number++)
        {
            var part = number;
            yield return new(PathOf(path, part), "decisions", page => Of(page, choices, path, title, decisions, part, count));
        }
    }

    private static DecisionListView Of(PageContext page, DecisionChoices choices, string path, string title, ImmutableArray<Decision> decisions, int part, int parts)
    {
        var heading = parts > 1 ? $"{title}, page {part} of {parts}" : title;
        var isAll = path == Routes.Index(Decision.OfKind);
        return new DecisionListView
        {
            Title = title,
            Lead = isAll ? "Every decision on the record, newest first. Nothing is ever deleted."
                : decisions.Length == 1 ? "One decision." : $"{decisions.Length} decisions, newest first.",
            Frame = Frame.Of(page, heading, $"{heading}: {page.Site.Name}.", "decision-list", Decision.OfKind) with
            {
                Crumbs = isAll ? [new("Home", page.To(Routes.Home))] : [new("Home", page.To(Routes.Home)), new("Decisions", page.To(Routes.Index(Decision.OfKind)))],
            },
            Years = choices.Years(page, path),
            Subjects = choices.Subjects(page, path),
            Statuses = choices.Statuses(page, path),
            Items = [.. decisions.Skip((part - 1) * PageSize).Take(PageSize).Select(d => DecisionItem.Of(page, d))],
            Votes = VoteTableView.Link(page, "How members voted"),
            Newer = part > 1 ? page.To(PathOf(path, part - 1)) : null,
            Older = part < parts ? page.To(PathOf(path, part + 1)) : null,
        };
    }

    internal static string YearOf(Decision decision) => decision.Date is { } date ? date.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture) : "undated";

    private static string PathOf(string path, int part) => part == 1 ? path : path[..^".html".Length] + $"-{part}.html";
}
