using System.Text;
using System.Xml;

namespace PublicLedger.Outputs;

/// <summary>
/// sitemap.xml (sitemaps.org 0.9) and robots.txt. Both need whole addresses, so a site whose address is not known has
/// a robots.txt alone. A sitemap holds at most 50,000 addresses; larger sites get several and an index.
/// </summary>
internal static class Sitemap
{
    private const int MaxAddresses = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The files, for the pages that the site has.</summary>
    public static IEnumerable<Artifact> Render(Site site, IEnumerable<string> pages)
    {
        if (site.Settings.Url is not { } url)
        {
            yield return Artifact.Text("robots.txt", "User-agent: *\nAllow: /\n");
            yield break;
        }

        yield return Artifact.Text("robots.txt", $"User-agent: *\nAllow: /\nSitemap: {new Uri(url, "sitemap.xml").AbsoluteUri}\n");
        var addresses = pages.Where(p => p.EndsWith(".html", StringComparison.Ordinal) && p != "404.html").Order(StringComparer.Ordinal)
            .Select(p => new Uri(url, p == Routes.Home ? "" : p).AbsoluteUri).ToList();
        if (addresses.Count <= MaxAddresses)
        {
            yield return new Artifact("sitemap.xml", Render("urlset", "url", addresses));
            yield break;
        }

        var parts = addresses.Chunk(MaxAddresses).Select((chunk, i) => (Path: $"sitemap-{i + 1}.xml", chunk)).ToList();
        foreach (var (path, chunk) in parts) yield return new Artifact(path, Render("urlset", "url", chunk));
        yield return new Artifact("sitemap.xml", Render("sitemapindex", "sitemap", parts.Select(p => new Uri(url, p.Path).AbsoluteUri)));
    }

    private static byte[] Render(string root, string item, IEnumerable<string> addresses)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var address in addresses)
            {
                xml.WriteStartElement(item, Namespace);
                xml.WriteElementString("loc", Namespace, address);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
