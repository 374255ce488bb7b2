using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What surrounds the content of every page.</summary>
public sealed record Frame
{
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
        var links = site.Menu.On(page, type, section);
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
            Nav = links.Head,
            Foot = links.Foot,
        };
    }

    private static string? ReportAddress(Settings settings, string path)
    {
        if (settings.ReportErrorsTo is not { } address) return null;
        var subject = Uri.EscapeDataString("Error on " + path);
        if (address.StartsWith("mailto:", StringComparison.Ordinal)) return address + (address.Contains('?') ? "&" : "?") + "subject=" + subject;
        return address.Contains("{page}", StringComparison.Ordinal) ? address.Replace("{page}", Uri.EscapeDataString(path)) : address;
    }
}
