namespace PublicLedger.Sources;

/// <summary>Arithmetic on paths with forward slashes, without a disk.</summary>
public static class RelativePath
{
    /// <summary>
    /// The path that a relative address means when it stands in a file of a folder; a leading <c>../</c> beyond the
    /// root is kept as such. Null for an absolute address.
    /// </summary>
    public static string? Resolve(string folder, string address)
    {
        if (address.StartsWith('/') || address.Contains('\\')) return null;
        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in address.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add("..");
        }

        return string.Join('/', parts);
    }

    /// <summary>The address of one site file as seen from another.</summary>
    public static string Between(string from, string to)
    {
        var fromFolder = from.AsSpan(0, from.LastIndexOf('/') + 1);
        var common = 0;
        for (var i = 0; i < fromFolder.Length && i < to.Length && fromFolder[i] == to[i]; i++)
            if (fromFolder[i] == '/') common = i + 1;
        var up = 0;
        for (var i = common; i < fromFolder.Length; i++)
            if (fromFolder[i] == '/') up++;
        var way = up switch
        {
            0 => "",
            1 => "../",
            2 => "../../",
            _ => string.Concat(Enumerable.Repeat("../", up)),
        };
        return string.Concat(way, to.AsSpan(common));
    }
}
