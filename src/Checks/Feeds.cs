using System.Xml;
using System.Xml.Linq;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>
/// Every XML file but legal documents, which have a check of their own, is well formed; Atom feeds have what RFC 4287 (§4.1.1, §4.1.2) requires, with an id for each entry that
/// no other has; the sitemap (sitemaps.org, protocol 0.9) lists pages of this site and nothing else.
/// </summary>
internal static class Feeds
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Required = ["id", "title", "updated"];

    /// <summary>Says what is wrong with feeds and the sitemap.</summary>
    public static void Check(Reading site, DiagnosticBag say)
    {
        var sitemaps = new List<(SourceText Source, List<XElement> Places)>();
        foreach (var path in site.Published.Paths)
        {
            if (!path.EndsWith(".xml", StringComparison.Ordinal) || path.EndsWith(LegalTexts.Extension, StringComparison.Ordinal)) continue;
            var source = site.Published.TextOf(path);
            if (Load(source, say) is not { Root: { } root }) continue;
            if (root.Name == Atom + "feed") CheckFeed(site, source, root, say);
            else if (root.Name == Sitemap + "urlset") sitemaps.Add((source, [.. root.Elements(Sitemap + "url").Elements(Sitemap + "loc")]));
        }

        // A large site has several sitemaps, and only one of them lists the first page.
        var home = RootOf(sitemaps.SelectMany(sitemap => sitemap.Places));
        foreach (var (source, places) in sitemaps) CheckSitemap(site, source, places, home, say);
    }

    private static XDocument? Load(SourceText source, DiagnosticBag say)
    {
        try
        {
            // A document type could name files elsewhere; neither a feed nor a sitemap has one.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(source.Text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException problem)
        {
            say.FeedBroken(At(source, problem.LineNumber, problem.LinePosition), problem.Message.Split(" Line ")[0]);
            return null;
        }
    }

    private static void CheckFeed(Reading site, SourceText source, XElement feed, DiagnosticBag say)
    {
        CheckRequired(source, feed, say);
        var ids = new HashSet<string>(StringComparer.Ordinal) { feed.Element(Atom + "id")?.Value.Trim() ?? "" };
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            CheckRequired(source, entry, say);
            if (feed.Element(Atom + "author") is null && entry.Element(Atom + "author") is null) say.FeedElementMissing(At(source, entry), "author");
            if (entry.Element(Atom + "content") is null && !entry.Elements(Atom + "link").Any(IsPage)) say.FeedElementMissing(At(source, entry), "link");
            if (entry.Element(Atom + "id") is { } id && !ids.Add(id.Value.Trim())) say.FeedIdRepeated(At(source, id), id.Value.Trim());
        }

        foreach (var link in feed.Descendants(Atom + "link"))
        {
            if (link.Attribute("href") is { } address) CheckLink(site, source, link, address.Value, say);
        }
    }

    private static void CheckRequired(SourceText source, XElement element, DiagnosticBag say)
    {
        foreach (var name in Required)
        {
            if (element.Element(Atom + name) is null) say.FeedElementMissing(At(source, element), name);
        }
    }

    private static bool IsPage(XElement link) => link.Attribute("rel")?.Value is null or "alternate";

    /// <summary>Relative addresses count from <c>xml:base</c> where the feed has one, and that is an address of the whole web.</summary>
    private static void CheckLink(Reading site, SourceText source, XElement element, string address, DiagnosticBag say)
    {
        if (element.AncestorsAndSelf().Any(outer => outer.Attribute(XNamespace.Xml + "base") is not null)) return;
        var link = new Link(address, Use.Follows, At(source, element).Start);
        Links.Judge(site, new Page(source.Path), link, Address.Resolve(site, source.Path, address), say);
    }

    private static void CheckSitemap(Reading site, SourceText source, List<XElement> places, string root, DiagnosticBag say)
    {
        foreach (var place in places)
        {
            var address = place.Value.Trim();
            var path = address.StartsWith(root, StringComparison.Ordinal) ? Uri.UnescapeDataString(address[root.Length..]) : address;
            if (path.Length == 0 || path.EndsWith('/')) path += "index.html";
            if (site.PageAt(path) is null) say.SitemapPageMissing(At(source, place), address);
        }
    }

    /// <summary>
    /// The address of the site itself, which its files do not say: the folder of the shortest address in the sitemaps,
    /// since that of the first page is shorter than all others.
    /// </summary>
    private static string RootOf(IEnumerable<XElement> places)
    {
        var shortest = places.Select(place => place.Value.Trim()).MinBy(address => address.Length) ?? "";
        return shortest[..(shortest.LastIndexOf('/') + 1)];
    }

    private static Location At(SourceText source, XElement element)
    {
        IXmlLineInfo place = element;
        return At(source, place.LineNumber, place.LinePosition - 1);
    }

    private static Location At(SourceText source, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++) start = source.Text.IndexOf('\n', start) + 1;
        return source.At(Math.Clamp(start + column - 1, 0, source.Text.Length));
    }
}
