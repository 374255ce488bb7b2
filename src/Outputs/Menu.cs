using System.Collections.Concurrent;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>An entry of a navigation, as seen from one page.</summary>
public sealed record NavItem(string Label, string Href, bool Current);

/// <summary>Links at the foot that belong together.</summary>
/// <param name="Heading">What they lead to.</param>
/// <param name="Items">The links.</param>
public sealed record FootGroup(string Heading, ImmutableArray<NavItem> Items);

/// <summary>
/// The links that every page has, at its head and at its foot. What there is to lead to is found out once for the site, and
/// how it is addressed once for each folder, since ten thousand pages lie in a few.
/// </summary>
public sealed class Menu
{
    /// <summary>The kinds that most readers come for; the others are at the foot and on the first page.</summary>
    private static readonly ImmutableArray<string> MainKinds = ["decision", "platform", "meeting", "member"];

    private readonly ConcurrentDictionary<(string Folder, int Head, int Foot), (ImmutableArray<NavItem> Head, ImmutableArray<FootGroup> Foot)> known = new();
    private readonly ImmutableArray<Entry> head;
    private readonly ImmutableArray<Entry> foot;

    private Menu(IEnumerable<Entry> head, IEnumerable<Entry> foot) => (this.head, this.foot) = ([.. head], [.. foot]);

    /// <summary>The links as a page has them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="type">Its type.</param>
    /// <param name="section">The kind of record whose part of the site it belongs to, or null.</param>
    public (ImmutableArray<NavItem> Head, ImmutableArray<FootGroup> Foot) On(PageContext page, string type, Kind? section)
    {
        var here = Place(head, e => e.IsAt(page.Path, type, section));
        var below = Place(foot, e => e.IsAt(page.Path, type, section));
        // An entry that leads to the page itself is addressed by its file, which others in its folder are not.
        if ((here >= 0 && head[here].Path == page.Path) || (below >= 0 && foot[below].Path == page.Path)) return (On(page, head, here), Grouped(page, below));
        var folder = page.Path[..(page.Path.LastIndexOf('/') + 1)];
        return known.TryGetValue((folder, here, below), out var links) ? links : known.GetOrAdd((folder, here, below), (On(page, head, here), Grouped(page, below)));
    }

    internal static Menu Of(Site site)
    {
        IEnumerable<Entry> Kinds(bool main) => site.Kinds.Select(k => k.Kind)
            .Where(k => MainKinds.Contains(k.Name) == main && k.Folder.Length > 0 && site.Corpus.Count(k) > 0)
            .Select(k => new Entry(main && k.Name == "platform" ? "Agreement" : k.Labels, Routes.Index(k), k));
        IEnumerable<Entry> Where(bool exists, string label, string path, params string[] types) => exists ? [new Entry(label, path, null, types)] : [];
        var found = site.Consequences;
        return new Menu(
            [.. Kinds(true), .. Where(HealthView.Exists(site), "Health", Routes.Health, "health"), .. Where(site.ToJoin is not null, "Join", Routes.Join, "join")],
            [
                .. In("What we do", [.. Kinds(false), .. Where(!found.Actions.All.IsEmpty, "Actions", Routes.Actions, "action-list")]),
                .. In("How we work together",
                [
                    .. Where(MapView.Exists(site), "Map of members", Routes.Map(), "map"),
                    .. Where(!found.Votes.Calls.IsEmpty, "How members voted", Routes.Votes()),
                    .. Where(NoticeListView.Exists(site), "Notice and agendas", Routes.Notices(), "notice-list"),
                    .. Where(CalendarView.Exists(site), "Calendar", Routes.Calendar, "calendar"),
                    .. Where(true, "Open questions", OpenQuestionsView.Path, "open-questions"),
                    .. Where(!found.Topics.All.IsEmpty, "Topics", Routes.Topics(), "topics", "topic"),
                ]),
                .. In("This record",
                [
                    .. Where(true, "Search", "search/index.html", "search"),
                    .. Where(true, "Feeds", "feeds/index.html", "feeds"),
                    .. Where(found.Registers.Exist, RegisterPages.Label, RegistersView.Path, "registers"),
                    .. Where(true, "What we could not read", UnreadView.Path, "unread"),
                    .. Where(true, "Accessibility", "accessibility/index.html", "accessibility"),
                ]),
            ]);
    }

    private static IEnumerable<Entry> In(string group, IEnumerable<Entry> entries) => entries.Select(e => e with { Group = group });

    private static int Place(ImmutableArray<Entry> entries, Func<Entry, bool> isAt)
    {
        for (var i = 0; i < entries.Length; i++)
            if (isAt(entries[i])) return i;
        return -1;
    }

    private ImmutableArray<FootGroup> Grouped(PageContext page, int current) =>
        [.. foot.Zip(On(page, foot, current)).GroupBy(e => e.First.Group).Select(g => new FootGroup(g.Key, [.. g.Select(e => e.Second)]))];

    private static ImmutableArray<NavItem> On(PageContext page, ImmutableArray<Entry> entries, int current) =>
        [.. entries.Select((e, i) => new NavItem(e.Label, page.To(e.Path), i == current))];

    /// <summary>A place that is linked from everywhere.</summary>
    /// <param name="Label">Its name.</param>
    /// <param name="Path">Its path.</param>
    /// <param name="Section">The kind of record it is the part of the site for, or null.</param>
    /// <param name="Types">The types of page that belong to it.</param>
    private sealed record Entry(string Label, string Path, Kind? Section, params string[] Types)
    {
        /// <summary>What it stands among at the foot.</summary>
        public string Group { get; init; } = "";

        public bool IsAt(string path, string type, Kind? section) =>
            Section is not null ? Section == section : Path == path || Types.Contains(type);
    }
}
