using System.Collections.Immutable;
using PublicLedger.Diagnostics;

namespace PublicLedger.Outputs;

/// <summary>A page that has nothing but its frame and its words.</summary>
public sealed record PlainView(Frame Frame)
{
    /// <summary>The search page: its own script, and lists to browse where scripts do not run.</summary>
    public static PlainView Search(PageContext page) => new(
        Frame.Of(page, "Search", "Search the record.", "search") with { Script = true, Crumbs = Crumbs(page) });

    /// <summary>The accessibility statement.</summary>
    public static PlainView Accessibility(PageContext page) => new(
        Frame.Of(page, "Accessibility", "What works on this site for everybody, and what does not yet.", "accessibility") with { Crumbs = Crumbs(page) });

    internal static ImmutableArray<Anchor> Crumbs(PageContext page) => [new("Home", page.To(Routes.Home))];
}

/// <summary>The page that a host shows for an address that is not there. It may be shown at any depth, so its links start at the site's root.</summary>
public sealed record NotFoundView(Frame Frame)
{
    /// <summary>Makes the page.</summary>
    public static NotFoundView Of(PageContext page)
    {
        var root = page.Site.Settings.Url?.AbsolutePath ?? "/";
        var frame = Frame.Of(page, "Page not found", "There is no page at this address.", "404");
        return new(frame with
        {
            Root = root,
            Canonical = null,
            Ended = frame.Ended?.From(root),
            Nav = [.. frame.Nav.Select(n => n with { Href = root + n.Href })],
            Foot = [.. frame.Foot.Select(g => g with { Items = [.. g.Items.Select(n => n with { Href = root + n.Href })] })],
        });
    }
}

/// <summary>A place of the record that was kept as written because it was not understood.</summary>
/// <param name="Record">The record's page, or the file's path where it became none.</param>
/// <param name="Line">The line in the file.</param>
/// <param name="Why">What could not be read about it.</param>
/// <param name="Written">The words as written.</param>
public sealed record UnreadItem(Anchor Record, int Line, string Why, string Written);

/// <summary>"What we could not read": the honest list.</summary>
public sealed record UnreadView(Frame Frame, int Total, ImmutableArray<UnreadGroup> Groups, string? Newer, string? Older)
{
    private const int PageSize = 200;

    /// <summary>The first page of the list.</summary>
    public const string Path = "unread/index.html";

    /// <summary>As many pages as the list needs, and one that says there is nothing where there is nothing.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        // The same trouble in file after file is one thing to know, so the list goes by trouble first.
        var all = site.Unread.OrderBy(d => d.Code, StringComparer.Ordinal).ToImmutableArray();
        var pages = Math.Max(1, (all.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= pages; number++)
        {
            var part = number;
            yield return new(PathOf(part), "unread", page => Of(page, all, part, pages));
        }
    }

    private static UnreadView Of(PageContext page, ImmutableArray<Diagnostic> all, int part, int pages)
    {
        var title = part == 1 ? "What we could not read" : $"What we could not read, page {part} of {pages}";
        return new UnreadView(
            Frame.Of(page, title, "Places of the record that are shown as written because the program did not understand them.", "unread") with { Crumbs = PlainView.Crumbs(page) },
            all.Length,
            [.. all.Skip((part - 1) * PageSize).Take(PageSize).GroupBy(d => d.Code, StringComparer.Ordinal).Select(g => new UnreadGroup(
                StatusTags.Words(g.Key), all.Count(d => d.Code == g.Key), [.. g.Select(d => Item(page, d))]))],
            part > 1 ? page.To(PathOf(part - 1)) : null,
            part < pages ? page.To(PathOf(part + 1)) : null);
    }

    private static UnreadItem Item(PageContext page, Diagnostic found) => new(
        page.Corpus.At(found.At.Source.Path) is { } record ? page.To(record) : new Anchor(found.At.Source.Path, null),
        found.At.Line, found.Message, Shortened(found.Unread!));

    private static string Shortened(string text) => text.Length <= 300 ? text : text[..299] + "…";

    private static string PathOf(int part) => part == 1 ? Path : $"unread/page-{part}.html";
}

/// <summary>Places with the same trouble.</summary>
public sealed record UnreadGroup(string Label, int Count, ImmutableArray<UnreadItem> Items);

/// <summary>A feed: its name, its address and what it holds.</summary>
public sealed record FeedChoice(string Label, string Href, string About);

/// <summary>The page that lists the feeds.</summary>
public sealed record FeedsView(Frame Frame, ImmutableArray<FeedChoice> Feeds)
{
    /// <summary>Whether nothing more comes, because the coalition ended.</summary>
    public bool Over => Frame.Ended is not null;

    /// <summary>Makes the page.</summary>
    public static FeedsView Of(PageContext page) => new(
        Frame.Of(page, "Feeds", "Follow the record with a feed reader.", "feeds") with { Crumbs = PlainView.Crumbs(page) },
        [.. Outputs.Feeds.Of(page.Site).Select(f => new FeedChoice(f.Title, page.To(f.Path), f.About))]);
}
