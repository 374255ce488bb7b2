namespace PublicLedger.Sources;

/// <summary>The text of one file, and the only thing that can turn an offset into a line and a column.</summary>
/// <param name="path">Path relative to the site's root, with forward slashes; what messages print.</param>
/// <param name="text">The decoded text, without a byte order mark.</param>
public sealed class SourceText(string path, string text)
{
    private int[]? lineStarts;

    /// <summary>Path relative to the site's root, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>The file's name without folder and extension.</summary>
    public string Stem { get; } = StemOf(path);

    /// <summary>The folder part of the path, without a trailing slash; empty at the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var cut and >= 0 ? Path[..cut] : "";

    /// <summary>One-based line and column (in UTF-16 units) of an offset; computed only when something is printed.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var starts = lineStarts ??= FindLineStarts(Text);
        var line = Array.BinarySearch(starts, Math.Clamp(offset, 0, Text.Length));
        if (line < 0) line = ~line - 1;
        return (line + 1, Math.Clamp(offset, 0, Text.Length) - starts[line] + 1);
    }

    /// <summary>The text of a one-based line, without its line end.</summary>
    public string LineAt(int line)
    {
        var starts = lineStarts ??= FindLineStarts(Text);
        if (line < 1 || line > starts.Length) return "";
        var end = line < starts.Length ? starts[line] : Text.Length;
        return Text[starts[line - 1]..end].TrimEnd('\r', '\n');
    }

    /// <summary>A place in this text.</summary>
    public Location At(int start, int length = 0) => new(this, start, length);

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static string StemOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1)) starts.Add(at + 1);
        return [.. starts];
    }
}
