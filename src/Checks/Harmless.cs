using PublicLedger.Diagnostics;

namespace PublicLedger.Checks;

/// <summary>
/// Nothing in a page runs, nothing comes from another host, and the page itself tells the browser so:
/// no script or style within the page, no address that is a program, and a strict Content-Security-Policy on every page.
/// </summary>
internal static class Harmless
{
    /// <summary>What a <c>script</c> may hold within the page, because it is data and never runs.</summary>
    private static readonly string[] DataTypes = ["application/ld+json", "application/json"];

    /// <summary>Notes what is dangerous in a tag.</summary>
    public static void Look(in Tag tag, List<Danger> found)
    {
        switch (tag.Element)
        {
            case Element.Script:
                if (!tag.TryGet(Attribute.Src, out _) && !IsData(tag)) found.Add(new Danger(DangerKind.Script, "script", tag.At));
                break;
            case Element.Style:
                found.Add(new Danger(DangerKind.Style, "style", tag.At));
                break;
            case Element.Base or Element.Frame or Element.Foreign:
                found.Add(new Danger(DangerKind.Element, "This element", tag.At));
                break;
            case Element.Meta when tag.TryGet(Attribute.HttpEquiv, out var name) && name.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase):
                found.Add(new Danger(DangerKind.Refresh, "meta", tag.At));
                break;
        }

        for (var i = 0; i < tag.Count; i++)
        {
            if (tag[i] == Attribute.Handler) found.Add(new Danger(DangerKind.Handler, tag.NameOf(i).ToString(), tag.At));
            else if (tag[i] == Attribute.Style) found.Add(new Danger(DangerKind.Style, "style", tag.At));
            else if (tag[i] == Attribute.Ping) found.Add(new Danger(DangerKind.Ping, "ping", tag.At));
            else if (tag[i] == Attribute.Document) found.Add(new Danger(DangerKind.Element, "srcdoc", tag.At));
        }
    }

    /// <summary>Says what is dangerous in the site's pages, drawings and style sheets.</summary>
    public static void Check(Reading site, DiagnosticBag say)
    {
        var weaknesses = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var page in site.Pages)
        {
            CheckDangers(site, page, say);
            CheckPolicy(site, page, weaknesses, say);
        }

        foreach (var drawing in site.Drawings) CheckDangers(site, drawing, say);
        foreach (var sheet in site.Sheets) CheckLoads(site, sheet, say);
    }

    private static void CheckDangers(Reading site, Page page, DiagnosticBag say)
    {
        foreach (var danger in page.Dangers)
        {
            var at = site.At(page, danger.At);
            switch (danger.Kind)
            {
                case DangerKind.Script:
                    say.PageScriptInline(at);
                    break;
                case DangerKind.Style:
                    say.PageStyleInline(at);
                    break;
                case DangerKind.Handler:
                    say.PageHandlerInline(at, danger.Name);
                    break;
                case DangerKind.Ping:
                    say.PagePing(at);
                    break;
                case DangerKind.Refresh:
                    say.PageRefreshes(at);
                    break;
                default:
                    say.PageElementForbidden(at, danger.Name);
                    break;
            }
        }

        CheckLoads(site, page, say);
    }

    private static void CheckLoads(Reading site, Page page, DiagnosticBag say)
    {
        foreach (var link in page.Links)
        {
            if (Address.Runs(link.Address)) say.PageAddressRuns(site.At(page, link.At), link.Address);
            else if (link.Use is Use.Loads or Use.Sends && Address.IsRemote(link.Address)) say.PageLoadsRemote(site.At(page, link.At), link.Address);
        }
    }

    private static void CheckPolicy(Reading site, Page page, Dictionary<string, string?> weaknesses, DiagnosticBag say)
    {
        if (page.Policy is not { } policy)
        {
            say.PagePolicyMissing(site.At(page, 0));
            return;
        }

        if (page.FirstLoad >= 0 && page.FirstLoad < policy.At) say.PagePolicyLate(site.At(page, policy.At));
        if (!weaknesses.TryGetValue(policy.Value, out var weakness)) weaknesses[policy.Value] = weakness = WeaknessOf(policy.Value);
        if (weakness is not null) say.PagePolicyWeak(site.At(page, policy.At), weakness);
    }

    /// <summary>The first reason why a policy is not strict, or null. A policy is strict when nothing may be loaded but from the site itself.</summary>
    internal static string? WeaknessOf(string policy)
    {
        var required = new HashSet<string>(["default-src 'none'", "base-uri 'none'"], StringComparer.Ordinal);
        var sendsOnlyHere = false;
        foreach (var directive in policy.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = directive.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            required.Remove(string.Join(' ', words));
            sendsOnlyHere |= words is ["form-action", "'self'" or "'none'"];
            foreach (var source in words.AsSpan(1))
            {
                var allowed = source is "'self'" or "'none'" || (source == "data:" && words[0] == "img-src");
                if (!allowed) return $"{words[0]} allows {source}";
            }
        }

        foreach (var missing in required.Order(StringComparer.Ordinal)) return $"it does not say {missing}";
        return sendsOnlyHere ? null : "it does not say form-action 'self'";
    }

    private static bool IsData(in Tag tag) =>
        tag.TryGet(Attribute.Type, out var type) && DataTypes.Contains(type.Trim().ToString().ToLowerInvariant(), StringComparer.Ordinal);
}
