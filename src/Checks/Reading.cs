using System.Collections.Immutable;
using System.Text;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>A published site as one of the readers has read it.</summary>
/// <param name="Published">The site's bytes.</param>
/// <param name="Pages">Its pages, by path in ordinal order.</param>
internal sealed record Reading(Published Published, ImmutableArray<Page> Pages)
{
    private readonly Dictionary<string, Page> byPath = Pages.ToDictionary(page => page.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, string?> guesses = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>> byLowerCase = new(() => LowerCase(Published));

    /// <summary>Whether files are read to their end, and not only as far as what is looked for.</summary>
    public bool IsThorough { get; init; }

    /// <summary>Its drawings: SVG files, which may hold all that a page may.</summary>
    public ImmutableArray<Page> Drawings { get; init; } = [];

    /// <summary>Its style sheets: nothing but addresses.</summary>
    public ImmutableArray<Page> Sheets { get; init; } = [];

    /// <summary>A quick reading: every page's tags are scanned.</summary>
    public static Reading Scan(Published site)
    {
        using var scans = new ThreadLocal<PageScan>(() => new PageScan());
        return Read(site, path => scans.Value!.Read(path, site.BytesOf(path).Span));
    }

    /// <summary>A thorough reading: every page goes through an HTML parser.</summary>
    public static Reading Parse(Published site)
    {
        using var parsers = new ThreadLocal<PageParse>(() => new PageParse());
        return Read(site, path => parsers.Value!.Read(site.TextOf(path))) with { IsThorough = true };
    }

    /// <summary>The page of a path, or null where the path is no page.</summary>
    public Page? PageAt(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The drawing of a path, or null where the path is no drawing.</summary>
    public Page? DrawingAt(string path) => Drawings.FirstOrDefault(drawing => drawing.Path == path);

    /// <summary>The path that differs from this one only in capital letters, or null.</summary>
    public string? OtherCase(string path) => byLowerCase.Value.GetValueOrDefault(Fold(path));

    /// <summary>
    /// The path that was probably meant, or null. A broken template breaks every page: after a hundred different guesses
    /// nobody reads the next one, and the search would take longer than the build.
    /// </summary>
    public string? Nearest(string path)
    {
        if (guesses.TryGetValue(path, out var known) || guesses.Count >= 100) return known;
        return guesses[path] = Spelling.Nearest(path, Published.Paths);
    }

    /// <summary>A place in a page.</summary>
    public Location At(Page page, int offset) => Published.TextOf(page.Path).At(offset);

    /// <summary>One name for all that some disks hold to be the same: no capital letters, accents composed.</summary>
    internal static string Fold(string path) => Ascii.IsValid(path) ? path.ToLowerInvariant() : path.Normalize().ToLowerInvariant();

    private static Reading Read(Published site, Func<string, Page> readPage)
    {
        var paths = site.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToArray();
        var pages = new Page[paths.Length];
        Parallel.For(0, paths.Length, i => pages[i] = readPage(paths[i]));
        var scan = new PageScan();
        return new Reading(site, [.. pages])
        {
            Drawings = [.. site.Paths.Where(path => path.EndsWith(".svg", StringComparison.Ordinal)).Select(path => scan.Read(path, site.BytesOf(path).Span))],
            Sheets = [.. site.Paths.Where(path => path.EndsWith(".css", StringComparison.Ordinal)).Select(path => StyleSheet.Read(site.TextOf(path)))],
        };
    }

    private static Dictionary<string, string> LowerCase(Published site)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in site.Paths) names.TryAdd(Fold(path), path);
        return names;
    }
}
