using System.Text;

namespace PublicLedger.Outputs;

/// <summary>One file of the site, before it exists.</summary>
/// <param name="Path">Its path within the site, with forward slashes: <c>decisions/2026-014.html</c>.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record Artifact(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A text file, in UTF-8 without a byte order mark.</summary>
    public static Artifact Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
