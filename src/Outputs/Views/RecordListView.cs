using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Something worth saying of a record in a list: "By", "Due" …</summary>
public sealed record FactView(string Label, Html Value)
{
    /// <summary>A date, or null where there is none.</summary>
    public static FactView? Of(string label, Day? day) => day is null ? null : new(label, day.Element);

    /// <summary>Text, or null where there is none.</summary>
    public static FactView? Of(string label, string? text) => text is null ? null : new(label, Html.Of(text));

    /// <summary>Names, or null where there is none.</summary>
    public static FactView? Of(string label, params IEnumerable<Anchor?> names)
    {
        var all = string.Join(", ", names.OfType<Anchor>().Select(n => n.Element.Text));
        return all.Length == 0 ? null : new(label, new Html(all));
    }
}

/// <summary>A record in a list.</summary>
public sealed record RecordItem(Anchor Record, Tag? Tag, string? Line, ImmutableArray<FactView> Facts)
{
    /// <summary>Makes the item; facts that are not recorded are left out.</summary>
    public static RecordItem Of(PageContext page, Record record, Tag? tag, string? line, params IEnumerable<FactView?> facts) =>
        new(page.To(record), tag, line, [.. facts.OfType<FactView>()]);
}

/// <summary>Records of a list that belong together.</summary>
/// <param name="Heading">What they have in common; null for a list without groups.</param>
/// <param name="Anchor">The address of the group within the page.</param>
/// <param name="Items">The records.</param>
/// <param name="All">The page with all of them, where this one does not list them all.</param>
/// <param name="Count">How many there are.</param>
public sealed record RecordGroup(string? Heading, string Anchor, ImmutableArray<RecordItem> Items, string? All, int Count);

/// <summary>Other lists of the same kind: by member, by status …</summary>
public sealed record ListChoices(string Heading, ImmutableArray<ListChoice> Items, int More);

/// <summary>A page that lists records of one kind: its index, or a part of it.</summary>
public sealed record RecordListView
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>The records.</summary>
    public ImmutableArray<RecordGroup> Groups { get; init; } = [];

    /// <summary>Other lists.</summary>
    public ImmutableArray<ListChoices> Choices { get; init; } = [];

    /// <summary>The page before this one.</summary>
    public string? Before { get; init; }

    /// <summary>The page after this one.</summary>
    public string? After { get; init; }

    /// <summary>The index of a kind with all its records in their order, a hundred on a page; no page where there is none.</summary>
    /// <param name="site">The site.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="lead">The sentence below the heading.</param>
    /// <param name="item">A record as the list has it.</param>
    public static IEnumerable<PagePlan> Plans(Site site, Kind kind, string lead, Func<PageContext, Record, RecordItem> item)
    {
        var records = site.Lists.Of(kind);
        return records.IsEmpty ? [] : Pages(Routes.Index(kind), kind, kind.Labels, lead, records, item, _ => []);
    }

    /// <summary>A list as pages of a hundred.</summary>
    internal static IEnumerable<PagePlan> Pages(
        string path, Kind kind, string title, string lead, ImmutableArray<Record> records,
        Func<PageContext, Record, RecordItem> item, Func<PageContext, ImmutableArray<ListChoices>> choices)
    {
        var count = Math.Max(1, (records.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= count; number++)
        {
            var part = number;
            yield return new(PathOf(path, part), "records", page => new RecordListView
            {
                Title = title,
                Lead = lead,
                Frame = FrameOf(page, kind, count > 1 ? $"{title}, page {part} of {count}" : title, path),
                Groups = [new(null, "", [.. records.Skip((part - 1) * PageSize).Take(PageSize).Select(r => item(page, r))], null, records.Length)],
                Choices = choices(page),
                Before = part > 1 ? page.To(PathOf(path, part - 1)) : null,
                After = part < count ? page.To(PathOf(path, part + 1)) : null,
            });
        }
    }

    /// <summary>The frame of a list of a kind.</summary>
    internal static Frame FrameOf(PageContext page, Kind kind, string title, string path) =>
        Frame.Of(page, title, $"{title}: {page.Site.Name}.", kind.Name + "-list", kind) with
        {
            Crumbs = path == Routes.Index(kind)
                ? [new("Home", page.To(Routes.Home))]
                : [new("Home", page.To(Routes.Home)), new(kind.Labels, page.To(Routes.Index(kind)))],
        };

    private static string PathOf(string path, int part) => part == 1 ? path : path[..^".html".Length] + $"-{part}.html";
}
