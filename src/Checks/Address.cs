using System.Text;

namespace PublicLedger.Checks;

/// <summary>What an address leads to.</summary>
internal enum Leads
{
    /// <summary>To a file of the site.</summary>
    Here,

    /// <summary>To another host, or to a mailbox or a telephone: left alone.</summary>
    Elsewhere,

    /// <summary>To no file of the site.</summary>
    Nowhere,

    /// <summary>To a file whose name has other capital letters.</summary>
    OtherCase,

    /// <summary>To a folder: a file listing, when the site is opened from a disk.</summary>
    Folder,

    /// <summary>Out of the site's folder.</summary>
    Outside,

    /// <summary>From the root of the host, which breaks at a sub-path and on a disk.</summary>
    FromRoot,

    /// <summary>By a scheme that has no place on a page.</summary>
    OddScheme,
}

/// <summary>Where an address leads.</summary>
/// <param name="Leads">What kind of place.</param>
/// <param name="Path">The file of the site, or the one that was probably meant, or the path that was looked for.</param>
/// <param name="Fragment">The part behind the hash, resolved; empty where there is none.</param>
internal sealed record Target(Leads Leads, string Path, string Fragment = "");

/// <summary>Reads addresses as a browser does, as far as a site of flat files needs.</summary>
internal static class Address
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "webcal"];
    private static readonly string[] Programs = ["javascript", "vbscript", "data"];

    /// <summary>The scheme in lower case, or empty. Browsers skip spaces and control characters in it, and so do we.</summary>
    public static string SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || address.AsSpan(0, colon).IndexOfAny('/', '?', '#') >= 0) return "";
        var scheme = new StringBuilder(colon);
        foreach (var letter in address.AsSpan(0, colon))
        {
            if (letter > ' ') scheme.Append(char.ToLowerInvariant(letter));
        }

        return scheme.ToString();
    }

    /// <summary>Whether following the address runs or shows something that came with it.</summary>
    public static bool Runs(string address) => Programs.Contains(SchemeOf(address), StringComparer.Ordinal);

    /// <summary>Whether the address names a host.</summary>
    public static bool IsRemote(string address) =>
        SchemeOf(address) is { Length: > 0 } scheme ? !Programs.Contains(scheme, StringComparer.Ordinal) : StartsWithHost(address);

    /// <summary>Where an address in a file leads.</summary>
    /// <param name="site">The site.</param>
    /// <param name="from">The path of the file that holds the address.</param>
    /// <param name="address">The address as written, character references resolved.</param>
    public static Target Resolve(Reading site, string from, string address)
    {
        if (SchemeOf(address) is { Length: > 0 } scheme)
            return new Target(Schemes.Contains(scheme, StringComparer.Ordinal) ? Leads.Elsewhere : Leads.OddScheme, address);
        if (StartsWithHost(address)) return new Target(Leads.OddScheme, address);
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(address[(hash + 1)..]);
        var path = Uri.UnescapeDataString((hash < 0 ? address : address[..hash]).Split('?')[0]);
        if (path.Length == 0) return new Target(Leads.Here, from, fragment);
        if (path[0] is '/' or '\\') return new Target(Leads.FromRoot, path.TrimStart('/'), fragment);
        return Join(from, path) is { } joined ? Find(site, joined, fragment) : new Target(Leads.Outside, path);
    }

    /// <summary>A path of the site, looked up.</summary>
    public static Target Find(Reading site, string path, string fragment)
    {
        if (site.Published.Has(path)) return new Target(Leads.Here, path, fragment);
        var index = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path + "/index.html";
        if (site.Published.Has(index)) return new Target(Leads.Folder, index, fragment);
        return site.OtherCase(path) is { } real ? new Target(Leads.OtherCase, real, fragment) : new Target(Leads.Nowhere, path, fragment);
    }

    /// <summary>A relative path seen from a file; null when it climbs out of the site.</summary>
    private static string? Join(string from, string path)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in path.Split('/'))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts) + (path.EndsWith("/.", StringComparison.Ordinal) || path.EndsWith("..", StringComparison.Ordinal) ? "/" : "");
    }

    private static bool StartsWithHost(string address) => address.Length > 1 && address[0] is '/' or '\\' && address[1] is '/' or '\\';
}
