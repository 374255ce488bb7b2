using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>An entry of a navigation.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">Whether that is this page, or the part of the site that it belongs to.</param>
/// <param name="Outside">Whether it leads away from the site.</param>
public sealed record NavItem(string Label, string Href, bool Current, bool Outside = false);

/// <summary>Links at the foot that belong together.</summary>
/// <param name="Heading">What they lead to.</param>
/// <param name="Items">The links.</param>
public sealed record FootGroup(string Heading, ImmutableArray<NavItem> Items);

/// <summary>What surrounds the content of every page.</summary>
public sealed record Frame
{
    /// <summary>The kinds that most readers come for; the others are at the foot and on the first page.</summary>
    private static readonly ImmutableArray<string> MainKinds = ["decision", "platform", "meeting", "member"];

    /// <summary>What leads from the page to the site's root: empty, or <c>../</c> as often as needed.</summary>
    public required string Root { get; init; }

    /// <summary>The language tag.</summary>
    public required string Language { get; init; }

    /// <summary>ltr or rtl.</summary>
    public required string Direction { get; init; }

    /// <summary>The coalition's name.</summary>
    public required string SiteName { get; init; }

    /// <summary>The page's own title, unique on the site.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search engines and previews.</summary>
    public required string Description { get; init; }

    /// <summary>The type of page, for checks and styles.</summary>
    public required string PageType { get; init; }

    /// <summary>The permanent address, or null while the site's address is not known.</summary>
    public string? Canonical { get; init; }

    /// <summary>The address of the legal document beside the page of an agreement's text, or null.</summary>
    public string? LegalText { get; init; }

    /// <summary>The notice on every page, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>That the coalition ended; null while it goes on.</summary>
    public EndedView? Ended { get; init; }

    /// <summary>The licence sentence, or null.</summary>
    public string? Licence { get; init; }

    /// <summary>Where an error in this page can be reported, or null.</summary>
    public string? ReportError { get; init; }

    /// <summary>The main navigation.</summary>
    public required ImmutableArray<NavItem> Nav { get; init; }

    /// <summary>The links at the foot.</summary>
    public required ImmutableArray<FootGroup> Foot { get; init; }

    /// <summary>The way from the home page to here, without this page.</summary>
    public ImmutableArray<Anchor> Crumbs { get; init; } = [];

    /// <summary>Whether the page loads the search script.</summary>
    public bool Script { get; init; }

    /// <summary>The frame of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">One sentence about it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="section">The kind of record whose part of the site it belongs to, or null.</param>
    public static Frame Of(PageContext page, string title, string description, string type, Kind? section = null)
    {
        var site = page.Site;
        var path = page.Path;
        return new Frame
        {
            Root = string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/'))),
            Language = site.Settings.Language,
            Direction = site.Settings.Language.Split('-')[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "dv" ? "rtl" : "ltr",
            SiteName = site.Name,
            Title = title,
            Description = description,
            PageType = type,
            Canonical = site.Settings.Url is { } url ? new Uri(url, path == Routes.Home ? "" : path).AbsoluteUri : null,
            Notice = site.Settings.Notice,
            Ended = EndedView.Of(page),
            Licence = site.Settings.Licence,
            ReportError = ReportAddress(site.Settings, path),
            Nav =
            [
                .. site.Kinds.Where(k => MainKinds.Contains(k.Kind.Name) && site.Corpus.Count(k.Kind) > 0)
                    .Select(k => new NavItem(k.Kind.Name == "platform" ? "Agreement" : k.Kind.Labels, page.To(Routes.Index(k.Kind)), k.Kind == section)),
                .. HealthView.Exists(site) ? new[] { new NavItem("Health", page.To(Routes.Health), type == "health") } : [],
                .. site.ToJoin is null ? [] : new[] { new NavItem("Join", page.To(Routes.Join), type == "join") },
            ],
            Foot = FootOf(page, type, section),
        };
    }

    private static ImmutableArray<FootGroup> FootOf(PageContext page, string type, Kind? section)
    {
        var site = page.Site;
        ImmutableArray<FootGroup> groups =
        [
            new("What we do",
            [
                .. site.Kinds.Where(k => !MainKinds.Contains(k.Kind.Name) && k.Kind.Folder.Length > 0 && site.Corpus.Count(k.Kind) > 0)
                    .Select(k => new NavItem(k.Kind.Labels, page.To(Routes.Index(k.Kind)), k.Kind == section)),
                .. site.Consequences.Actions.All.IsEmpty ? [] : new[] { new NavItem("Actions", page.To(Routes.Actions), type == "action-list") },
            ]),
            new("How we work together",
            [
                .. MapView.Exists(site) ? new[] { new NavItem("Map of members", page.To(Routes.Map()), type == "map") } : [],
                .. site.Consequences.Votes.Calls.IsEmpty ? [] : new[] { new NavItem("How members voted", page.To(Routes.Votes()), page.Path == Routes.Votes()) },
                .. NoticeListView.Exists(site) ? new[] { new NavItem("Notice and agendas", page.To(Routes.Notices()), type == "notice-list") } : [],
                .. CalendarView.Exists(site) ? new[] { new NavItem("Calendar", page.To(Routes.Calendar), type == "calendar") } : [],
                new("Open questions", page.To("open-questions/index.html"), type == "open-questions"),
                .. site.Consequences.Topics.All.IsEmpty ? [] : new[] { new NavItem("Topics", page.To(Routes.Topics()), type is "topics" or "topic") },
            ]),
            new("This record",
            [
                new("Search", page.To("search/index.html"), type == "search"),
                new("Feeds", page.To("feeds/index.html"), type == "feeds"),
                .. site.Consequences.Registers.Exist ? new[] { new NavItem(RegisterPages.Label, page.To(RegistersView.Path), type == "registers") } : [],
                new("What we could not read", page.To("unread/index.html"), type == "unread"),
                new("Accessibility", page.To("accessibility/index.html"), type == "accessibility"),
                .. ReportAddress(site.Settings, page.Path) is { } report ? new[] { new NavItem("Report an error on this page", report, false, Outside: true) } : [],
            ]),
        ];
        return [.. groups.Where(g => !g.Items.IsEmpty)];
    }

    private static string? ReportAddress(Settings settings, string path)
    {
        if (settings.ReportErrorsTo is not { } address) return null;
        var subject = Uri.EscapeDataString("Error on " + path);
        if (address.StartsWith("mailto:", StringComparison.Ordinal)) return address + (address.Contains('?') ? "&" : "?") + "subject=" + subject;
        return address.Contains("{page}", StringComparison.Ordinal) ? address.Replace("{page}", Uri.EscapeDataString(path)) : address;
    }
}
