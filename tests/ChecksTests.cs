using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Each sentence about a published site, said of the smallest site that deserves it.</summary>
public sealed class ChecksTests
{
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'\">";
    private const string Home = "index.html";
    private const string Data = """{"kind":"decision","id":"d","title":"A decision","status":null,"date":null}""";

    /// <summary>What is put into a good site, and what is then said of it; more than one where the one brings the other.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "site-file-missing", "404.html", "" },
        { "site-names-alike", "Site.css", " " },
        { "site-search-index-missing", "search/index.html", Page("Search", body: "data-page-type=search") },
        { "page-link-broken", Home, Page("Home", "<a href=\"decisions/e.html\">E</a>") },
        { "page-link-broken", Home, Page("Home", "<img src=\"\" alt=\"\">") },
        { "page-link-broken", "site.css", "@import \"other.css\";" },
        { "page-link-broken", "site.css", "a { background: url( 'x.png' ) }" },
        { "page-link-broken", "feed.xml", Feed("<link href=\"decisions/e.html\"/>") },
        { "page-link-other-case", Home, Page("Home", "<a href=\"decisions/D.html\">D</a>") },
        { "page-link-to-folder", "decisions/index.html", Page("Decisions", "<a href=\"./\">Decisions</a>") },
        { "page-link-outside", Home, Page("Home", "<a href=\"../index.html\">Up</a>") },
        { "page-link-from-root", Home, Page("Home", "<a href=\"/index.html\">Home</a>") },
        { "page-link-from-nowhere", "404.html", Page("Not found", "<a href=\"index.html\">Home</a>") },
        { "page-link-broken", "404.html", Page("Not found", "<a href=\"/base/index.html\">Home</a><a href=\"/base/other.html\">Other</a>") },
        { "page-link-outside", "404.html", Page("Not found", "<a href=\"/base/index.html\">Home</a><a href=\"/index.html\">Other</a>") },
        { "page-link-scheme", Home, Page("Home", "<a href=\"ftp://host.example/\">Files</a>") },
        { "page-link-scheme", Home, Page("Home", "<a href=\"//host.example/\">Files</a>") },
        { "page-link-place-missing", Home, Page("Home", "<a href=\"#mian\">Text</a>") },
        { "page-link-place-missing", Home, Page("Home", "<a href=\"decisions/d.html#why\">Why</a>") },
        { "page-address-runs", Home, Page("Home", "<a href=\" java&#10;script:go()\">Go</a>") },
        { "page-address-runs", Home, Page("Home", "<img alt=\"\" src=\"data:image/svg+xml,x\">") },
        { "page-loads-remote", Home, Page("Home", "<img alt=\"\" src=\"https://host.example/x.png\">") },
        { "page-loads-remote", Home, Page("Home", "<img alt=\"\" src=\"site.css\" srcset=\"site.css 1x, //host.example/x.png 2x\">") },
        { "page-loads-remote", Home, Page("Home", "<form action=\"https://host.example/\"></form>") },
        { "page-loads-remote", Home, Page("Home", "<button formaction=\"https://host.example/\">Send</button>") },
        { "page-loads-remote", Home, Page("Home", head: "<link rel=preconnect href=https://host.example>") },
        { "page-loads-remote", Home, Page("Home", head: "<link rel=\"alternate stylesheet\" href=https://host.example>") },
        { "page-loads-remote", "site.css", "a { background: url(https://host.example/x.png) }" },
        { "page-loads-remote", "icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://host.example/x.png\"/></svg>" },
        { "page-script-inline", Home, Page("Home", "<SCRIPT>go()</SCRIPT>") },
        { "page-script-inline", "icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>go()</script></svg>" },
        { "page-style-inline", Home, Page("Home", head: "<style>a { color: red }</style>") },
        { "page-style-inline", Home, Page("Home", "<p style=\"color: red\">Red</p>") },
        { "page-handler-inline", Home, Page("Home", "<p OnClick=go()>Go</p>") },
        { "page-ping", Home, Page("Home", "<a href=\"#main\" ping=\"site.css\">Go</a>") },
        { "page-refreshes", Home, Page("Home", head: "<meta http-equiv=\"refresh\" content=\"0; url=decisions/d.html\">") },
        { "page-element-forbidden", Home, Page("Home", "<iframe title=\"x\"></iframe>") },
        { "page-element-forbidden", Home, Page("Home", "<object></object>") },
        { "page-element-forbidden", Home, Page("Home", head: "<base target=_blank>") },
        { "page-policy-missing", Home, Page("Home").Replace(Policy, "", StringComparison.Ordinal) },
        { "page-policy-weak", Home, Page("Home").Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal) },
        { "page-policy-weak", Home, Page("Home").Replace("default-src 'none'", "default-src 'self'", StringComparison.Ordinal) },
        { "page-policy-weak", Home, Page("Home").Replace("connect-src 'self'", "connect-src https:", StringComparison.Ordinal) },
        { "page-policy-weak", Home, Page("Home").Replace("form-action 'self'", "", StringComparison.Ordinal) },
        { "page-policy-late", Home, Page("Home").Replace("<head>", "<head><link rel=\"stylesheet\" href=\"site.css\">", StringComparison.Ordinal) },
        { "page-doctype-missing", Home, Page("Home").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal) },
        { "page-language-missing", Home, Page("Home").Replace(" lang=\"en\"", "", StringComparison.Ordinal) },
        { "page-title-missing", Home, Page("Home").Replace("<title>Home</title>", "", StringComparison.Ordinal) },
        { "page-title-missing", Home, Page("Home").Replace("</title>", "</title><title>Another</title>", StringComparison.Ordinal) },
        { "page-title-repeated", Home, Page("A decision") },
        { "page-main-not-one", Home, Page("Home").Replace("</main>", "</main><main></main>", StringComparison.Ordinal) },
        { "page-headline-not-one", Home, Page("Home", "<h1>Again</h1>") },
        { "page-heading-skipped", Home, Page("Home", "<h3>Deep</h3>") },
        { "page-id-repeated", Home, Page("Home", "<p id=main>Again</p>") },
        { "page-image-without-text", Home, Page("Home", "<img src=\"site.css\">") },
        { "page-character-lost", Home, Page("Home", "<p>\uFFFD</p>") },
        { "record-file-missing", "decisions/e.html", Page("E") + "\n<!-- with e.md -->" },
        { "record-data-broken", "decisions/d.json", "{\"kind\": }" },
        { "record-data-broken", "decisions/d.json", "[]" },
        { "record-key-missing", "decisions/d.json", Data.Replace("\"status\":null,", "", StringComparison.Ordinal) },
        { "record-key-missing", "decisions/d.json", Data.Replace("\"d\"", "null", StringComparison.Ordinal) },
        { "record-title-differs", "decisions/d.json", Data.Replace("A decision", "Another", StringComparison.Ordinal) },
        { "feed-broken", "feed.xml", "<feed>" },
        { "feed-broken", "feed.xml", "<!DOCTYPE feed SYSTEM \"x.dtd\"><feed/>" },
        { "feed-broken", "x.akn.xml", "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">" },
        { "legal-text-of-other-kind", "x.akn.xml", "<akomaNtoso xmlns=\"http://host.example/\"/>" },
        { "legal-text-name-twice", "x.akn.xml", Legal("<p eId=\"a\"/><p eId=\"a\"/>") },
        { "legal-text-reference-broken", "x.akn.xml", Legal("<p eId=\"a\" period=\"#b\"/>") },
        { "page-link-broken", "x.akn.xml", Legal("<source href=\"decisions/e.html\"/><source href=\"/akn/xx\"/><source href=\"decisions/d.html\"/>") },
        { "feed-element-missing", "feed.xml", Feed("").Replace("<updated>2026-01-01T00:00:00Z</updated>", "", StringComparison.Ordinal) },
        { "feed-id-repeated", "feed.xml", Feed("<link href=\"decisions/d.html\"/>").Replace("urn:e", "urn:f", StringComparison.Ordinal) },
        { "sitemap-page-missing", "sitemap.xml", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://host.example/a/index.html</loc></url><url><loc>https://host.example/a/decisions/e.html</loc></url></urlset>" },
    };

    private static string Legal(string content) => $"<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">{content}</akomaNtoso>";

    [Fact]
    public void OfSeveralSitemapsOnlyOneListsTheFirstPage()
    {
        var files = GoodSite();
        files["sitemap-1.xml"] = files["sitemap.xml"].Replace("<url><loc>https://host.example/a/decisions/d.html</loc></url>", "", StringComparison.Ordinal);
        files["sitemap-2.xml"] = files["sitemap.xml"].Replace("<url><loc>https://host.example/a/</loc></url>", "", StringComparison.Ordinal);
        files["sitemap.xml"] = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></sitemapindex>";
        Assert.Empty(Said(files, Verifier.Quick));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFaultIsSaidInOneSentence(string code, string path, string content)
    {
        var files = GoodSite();
        if (content.Length == 0) files.Remove(path);
        else files[path] = content;
        if (content.EndsWith("with e.md -->", StringComparison.Ordinal)) files["decisions/e.md"] = "E";
        foreach (var verify in (Action<Published, DiagnosticBag>[])[Verifier.Quick, Verifier.Full])
        {
            var said = Said(files, verify);
            Assert.Contains(said, message => message.Code == code);
            Assert.All(said, message => Assert.Contains(message.Code, (string[])[code, "page-markup-broken"]));
        }
    }

    [Theory]
    [InlineData("page-table-outside-region", "<table></table>")]
    [InlineData("page-markup-broken", "<p>One</b> two</p>")]
    public void TheParserSeesMore(string code, string text)
    {
        var files = GoodSite();
        files[Home] = Page("Home", text);
        Assert.Empty(Said(files, Verifier.Quick));
        Assert.Equal([code], Said(files, Verifier.Full).Select(message => message.Code).Distinct());
    }

    [Fact]
    public void AGoodSiteIsPassedOver()
    {
        Assert.Empty(Said(GoodSite(), Verifier.Quick));
        Assert.Empty(Said(GoodSite(), Verifier.Full));
    }

    /// <summary>The reference's data were written before the keys were settled, and its search has no index to load.</summary>
    [Fact]
    public void TheReferenceSiteIsPassedOverButForItsData()
    {
        var site = Shared.Site(Shared.Folder("design/reference/pages"));
        foreach (var verify in (Action<Published, DiagnosticBag>[])[Verifier.Quick, Verifier.Full])
        {
            var say = new DiagnosticBag();
            verify(site, say);
            Assert.Equal(["record-key-missing", "record-key-missing", "record-key-missing", "site-search-index-missing"], say.Sorted().Select(message => message.Code));
        }
    }

    [Fact]
    public void EverySentenceIsProvoked()
    {
        var provoked = Faults.Select(fault => fault.Data.Item1).Concat(["page-table-outside-region", "page-markup-broken"]).ToHashSet();
        var source = File.ReadAllText(Path.Combine(Shared.Root, "src", "Diagnostics", "DiagnosticBag.Checks.cs"));
        var sentences = System.Text.RegularExpressions.Regex.Matches(source, @"public void (\w+)\(").Select(match => Spelling.Kebab(match.Groups[1].Value));
        Assert.Empty(sentences.Except(provoked));
    }

    [Fact]
    public void ASentenceNamesThePlaceInThePage()
    {
        var files = GoodSite();
        files[Home] = "\uFEFF" + Page("Home", "<p>Größe</p>\n  <p>é<a href=\"no.html\">No</a></p>");
        var line = files[Home].Split('\n').ToList().FindIndex(text => text.Contains("no.html", StringComparison.Ordinal)) + 1;
        foreach (var verify in (Action<Published, DiagnosticBag>[])[Verifier.Quick, Verifier.Full])
            Assert.Equal($"index.html:{line}:7", Assert.Single(Said(files, verify)).At.ToString());
        files = GoodSite();
        files["decisions/d.json"] = Data.Replace("\"title\":", "\n  \"title\": ", StringComparison.Ordinal).Replace("A decision", "Größe", StringComparison.Ordinal);
        Assert.Equal("decisions/d.json:2:12", Assert.Single(Said(files, Verifier.Quick)).At.ToString());
    }

    [Fact]
    public void TheScanAndTheParserAgree()
    {
        var pages = Gen.Elements(Pieces).ListOf().Select(pieces => Page("A &amp; B", string.Join("\n", pieces)));
        Prop.ForAll(pages.ToArbitrary(), text => AssertAgree(new SourceText("a.html", text))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void TheScanAndTheParserAgreeOnTheReferenceSite()
    {
        var site = Shared.Site(Shared.Folder("design/reference/pages"));
        foreach (var path in site.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal))) AssertAgree(site.TextOf(path));
    }

    /// <summary>What pages are made of, with what could mislead a scan. Nesting is left correct, since a scan has no tree.</summary>
    private static readonly string[] Pieces =
    [
        "<a href=\"x.html\">x</a>", "<A HREF=x.html#y ID=up>X</A>", "<a  href = 'it&apos;s.html?a=1&amp;b=2' id='q'\n>q</a>", "<a href=\"a>b.html\">&lt;</a>",
        "<!-- <a href=\"hidden.html\" id=hidden> -->", "<!--><p id=after></p>", "<!-- a -- b > --><i id=\"c\"></i>", "<? <b> ?>", "</ >", "<>", "a < b", "<3",
        "<script src=\"s.js\">if (a</b/.test(x)) '<a href=\"no.html\">'</script>", "<textarea id=t><a href=\"no.html\"></textarea>", "<style><a id=no></style>",
        "<svg><title id=st>T</title><rect id=s /><a xlink:href=\"#s\" /></svg>", "<svg/>", "<h2 id=\"h\">H <em>2</em></h2>", "<h4>4</h4>", "<img src=i.png alt=\"\"/>", "<img src='j.png'>",
        "<p onclick=\"go('<a id=no>')\" style='x'>p</p>", "<div id=dup></div>", "<div id=dup class=a class=b id=not></div>", "<form action=go.html></form>", "<p id>empty</p>",
        "<template><a href=\"t.html\" id=in></a></template>", "<img srcset=\"a.png 1x, b.png 2x\" alt>", "<a name=old>old</a>", "<iframe src=\"f.html\"><p id=no></p></iframe>", "é😀<b id=ü>ü</b>",
        "<p title=\"a=b\"data-x=1 id=glued>g</p>", "<br / id=slash>", "<a/href=y.html>y</a>",
    ];

    private static void AssertAgree(SourceText source)
    {
        var scanned = new PageScan().Read(source.Path, Encoding.UTF8.GetBytes(source.Text));
        var parsed = new PageParse().Read(source);
        Assert.Equal(parsed.Ids.Order(StringComparer.Ordinal), scanned.Ids.Order(StringComparer.Ordinal));
        Assert.Equal<Link>(parsed.Links, scanned.Links);
        Assert.Equal<Mark>(parsed.RepeatedIds, scanned.RepeatedIds);
        Assert.Equal<Heading>(parsed.Headings, scanned.Headings);
        Assert.Equal<Danger>(parsed.Dangers, scanned.Dangers);
        Assert.Equal<int>(parsed.ImagesWithoutText, scanned.ImagesWithoutText);
        Assert.Equal((parsed.HasDoctype, parsed.Language, parsed.Title, parsed.Titles, parsed.Mains, parsed.Headline, parsed.Type, parsed.Policy),
            (scanned.HasDoctype, scanned.Language, scanned.Title, scanned.Titles, scanned.Mains, scanned.Headline, scanned.Type, scanned.Policy));
    }

    private static Dictionary<string, string> GoodSite() => new(StringComparer.Ordinal)
    {
        [Home] = Page("Home", "<a href=\"decisions/d.html#main\">D</a> <a href=\"https://host.example/\">Host</a> <a href=\"#main\">Top</a>"),
        ["404.html"] = Page("Not found", "<a href=\"/ledger/index.html\">Home</a>"),
        ["site.css"] = "/* url(none.png) */ a { color: red; background: url(icon.svg) }",
        ["icon.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
        ["decisions/d.html"] = Page("A decision", "<a href=\"../index.html?q=1\">Home</a>"),
        ["decisions/d.json"] = Data,
        ["decisions/d.md"] = "# A decision",
        ["feed.xml"] = Feed("<link href=\"decisions/d.html\"/>"),
        ["sitemap.xml"] = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://host.example/a/</loc></url><url><loc>https://host.example/a/decisions/d.html</loc></url></urlset>",
    };

    private static string Page(string title, string text = "", string head = "", string body = "") =>
        $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">{Policy}\n<title>{title}</title>{head}</head>\n<body {body}><main id=\"main\"><h1>{title}</h1>\n{text}\n</main></body></html>";

    private static string Feed(string inEntry) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:f</id><title>F</title><updated>2026-01-01T00:00:00Z</updated><author><name>A</name></author><entry><id>urn:e</id><title>E</title><updated>2026-01-01T00:00:00Z</updated>{inEntry}</entry></feed>";

    private static ImmutableArray<Diagnostic> Said(Dictionary<string, string> files, Action<Published, DiagnosticBag> verify)
    {
        var say = new DiagnosticBag();
        verify(new Published(files.ToDictionary(file => file.Key, file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value), StringComparer.Ordinal)), say);
        return say.Sorted();
    }
}
