using System.Collections.Immutable;
using System.Text;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>The files that are no pages, one line each.</summary>
internal static class Files
{
    /// <summary>The stylesheet, the icon and the scripts.</summary>
    private static readonly (string Template, string Path)[] AssetNames =
        [("assets/site.css", "site.css"), ("assets/icon.svg", "icon.svg")];

    /// <summary>Everything that makes such files.</summary>
    public static readonly ImmutableArray<Func<Site, IEnumerable<Artifact>>> All = [Assets, Attachments, CoalitionData.Render, Feeds.Render, Calendar.Render, SearchEntries.Render, Popolo.Render];

    private static IEnumerable<Artifact> Assets(Site site)
    {
        foreach (var (name, path) in AssetNames) yield return new Artifact(path, Asset(site, name));
    }

    /// <summary>The bytes of an asset: the site's own where it has one.</summary>
    public static byte[] Asset(Site site, string name) =>
        site.Sources.Templates.FirstOrDefault(t => t.Path == "templates/" + name) is { } own ? Encoding.UTF8.GetBytes(own.Text) : BuiltIn.Bytes(name);

    private static IEnumerable<Artifact> Attachments(Site site) =>
        site.Sources.Attachments.Values.Select(a => new Artifact(Routes.Attachment(a.Path), a.Bytes));
}

/// <summary>The templates and assets that come with the program.</summary>
public static class BuiltIn
{
    /// <summary>The templates.</summary>
    public static ImmutableArray<SourceText> Templates { get; } =
        [.. Names().Where(n => n.EndsWith(".html", StringComparison.Ordinal)).Select(n => new SourceText(n, Encoding.UTF8.GetString(Read(n))))];

    /// <summary>The bytes of an asset.</summary>
    public static byte[] Bytes(string name) => Read("templates/" + name);

    private static IEnumerable<string> Names() =>
        typeof(BuiltIn).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("templates/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        var assembly = typeof(BuiltIn).Assembly;
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks its own file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
