using PublicLedger.Diagnostics;

namespace PublicLedger.Checks;

/// <summary>
/// Every address in the site leads to a file of the site, with the exact capital letters, and every fragment to a place
/// in that page. Addresses of other hosts are left alone where a reader may follow them; nothing is fetched.
/// </summary>
internal static class Links
{
    /// <summary>The one page that a host shows at addresses of any depth, and so the one that needs addresses from the root.</summary>
    private const string NotFoundPage = "404.html";

    /// <summary>Says which addresses lead nowhere.</summary>
    public static void Check(Reading site, DiagnosticBag say)
    {
        // Pages of one folder repeat the same addresses hundreds of times, and a reader keeps one string for each:
        // every address is resolved once, and found again by its identity.
        var folders = new Dictionary<string, Dictionary<object, Target>>(StringComparer.Ordinal);
        foreach (var file in (Page[])[.. site.Pages, .. site.Drawings, .. site.Sheets])
        {
            if (file.Path == NotFoundPage)
            {
                CheckNotFoundPage(site, file, say);
                continue;
            }

            var folder = file.Path[..(file.Path.LastIndexOf('/') + 1)];
            if (!folders.TryGetValue(folder, out var known)) folders[folder] = known = new(ReferenceEqualityComparer.Instance);
            foreach (var link in file.Links)
            {
                if (link.Address.Length == 0 || link.Address[0] is '#' or '?')
                {
                    CheckWithin(site, file, link, say);
                    continue;
                }

                if (!known.TryGetValue(link.Address, out var target)) known[link.Address] = target = Address.Resolve(site, file.Path, link.Address);
                if (target.Leads == Leads.Here && target.Fragment.Length == 0) continue;
                Judge(site, file, link, target, say);
            }
        }
    }

    /// <summary>Says what is wrong with where an address leads, if anything.</summary>
    internal static void Judge(Reading site, Page file, Link link, Target target, DiagnosticBag say)
    {
        // What loads from another host or runs by itself is said once, where harm is judged.
        if (Address.Runs(link.Address) || (link.Use is Use.Loads or Use.Sends && Address.IsRemote(link.Address))) return;
        if (target.Leads == Leads.Here)
        {
            CheckFragment(site, file, link, target, say);
            return;
        }

        if (target.Leads == Leads.Elsewhere) return;
        var at = site.At(file, link.At);
        switch (target.Leads)
        {
            case Leads.Nowhere:
                say.PageLinkBroken(at, link.Address, site.Nearest(target.Path));
                break;
            case Leads.OtherCase:
                say.PageLinkOtherCase(at, link.Address, target.Path);
                break;
            case Leads.Folder:
                say.PageLinkToFolder(at, link.Address, target.Path);
                break;
            case Leads.Outside:
                say.PageLinkOutside(at, link.Address);
                break;
            case Leads.FromRoot:
                say.PageLinkFromRoot(at, link.Address);
                break;
            case Leads.OddScheme:
                say.PageLinkScheme(at, link.Address);
                break;
        }
    }

    private static void CheckWithin(Reading site, Page file, Link link, DiagnosticBag say)
    {
        if (link.Use == Use.Loads && link.Address.Length == 0) say.PageLinkBroken(site.At(file, link.At), "", null);
        if (link.Address.Length < 2 || link.Address[0] != '#' || file.Ids.Contains(link.Address[1..])) return;
        Judge(site, file, link, Address.Resolve(site, file.Path, link.Address), say);
    }

    private static void CheckFragment(Reading site, Page file, Link link, Target target, DiagnosticBag say)
    {
        var fragment = target.Fragment;
        if (fragment.IndexOf(":~:", StringComparison.Ordinal) is var words and >= 0) fragment = fragment[..words];
        if (fragment.Length == 0 || fragment.Equals("top", StringComparison.OrdinalIgnoreCase)) return;
        var page = site.PageAt(target.Path) ?? site.DrawingAt(target.Path);
        if (page is not null && !page.Ids.Contains(fragment))
            say.PageLinkPlaceMissing(site.At(file, link.At), link.Address, target.Path, fragment, Spelling.Nearest(fragment, page.Ids));
    }

    /// <summary>
    /// The page for wrong addresses uses addresses from the root. A site that lives below the root has one prefix in all
    /// of them; the first address that ends in a file of the site shows it.
    /// </summary>
    private static void CheckNotFoundPage(Reading site, Page page, DiagnosticBag say)
    {
        var prefix = PrefixOf(site, page);
        foreach (var link in page.Links)
        {
            if (link.Address.Length == 0 || link.Address[0] is '#' or '?')
            {
                CheckWithin(site, page, link, say);
                continue;
            }

            var target = Address.Resolve(site, page.Path, link.Address);
            if (target.Leads == Leads.FromRoot)
                target = target.Path.StartsWith(prefix, StringComparison.Ordinal)
                    ? Address.Find(site, target.Path[prefix.Length..], target.Fragment)
                    : new Target(Leads.Outside, target.Path);
            else if (target.Leads is Leads.Here or Leads.Folder)
                say.PageLinkFromNowhere(site.At(page, link.At), link.Address);
            Judge(site, page, link, target, say);
        }
    }

    private static string PrefixOf(Reading site, Page page)
    {
        foreach (var link in page.Links)
        {
            var target = Address.Resolve(site, page.Path, link.Address);
            if (target.Leads != Leads.FromRoot) continue;
            for (var cut = 0; cut >= 0; cut = target.Path.IndexOf('/', cut) is var slash and >= 0 ? slash + 1 : -1)
            {
                if (site.Published.Has(target.Path[cut..])) return target.Path[..cut];
            }
        }

        return "";
    }
}
