using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>The site has its first page and its page for wrong addresses, and no two names that some disks hold to be one.</summary>
internal static class Inventory
{
    private static readonly string[] Required = ["index.html", "404.html"];

    /// <summary>Says what is missing and what is ambiguous.</summary>
    public static void Check(Reading site, DiagnosticBag say)
    {
        foreach (var path in Required)
        {
            if (!site.Published.Has(path)) say.SiteFileMissing(new SourceText(path, "").At(0), path);
        }

        foreach (var page in site.Pages)
        {
            if (page.Type == "search" && !HasIndex(site, page)) say.SiteSearchIndexMissing(site.At(page, 0));
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in site.Published.Paths)
        {
            if (!names.TryAdd(Reading.Fold(path), path)) say.SiteNamesAlike(site.Published.TextOf(path).At(0), path, names[Reading.Fold(path)]);
        }
    }

    /// <summary>The index is what lies below the search page's folder and is fetched by its script, not by the page.</summary>
    private static bool HasIndex(Reading site, Page page)
    {
        var folder = page.Path[..(page.Path.LastIndexOf('/') + 1)] + (page.Path.EndsWith("index.html", StringComparison.Ordinal) ? "" : "search/");
        var loaded = page.Links.Where(link => link.Use == Use.Loads).Select(link => Address.Resolve(site, page.Path, link.Address).Path).ToHashSet(StringComparer.Ordinal);
        return site.Published.Paths.Any(path => path.StartsWith(folder, StringComparison.Ordinal) && !loaded.Contains(path)
            && (path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal)));
    }
}
