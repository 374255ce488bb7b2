using System.Collections.Concurrent;
using System.Text;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>A site as a stranger has it: paths and bytes, and nothing of what they were made from.</summary>
/// <param name="files">Bytes by path within the site, with forward slashes and the letter case a host would see.</param>
public sealed class Published(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    private readonly ConcurrentDictionary<string, SourceText> texts = new(StringComparer.Ordinal);

    /// <summary>Bytes by path.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; } = files;

    /// <summary>Every path, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is a file of exactly this name.</summary>
    public bool Has(string path) => Files.ContainsKey(path);

    /// <summary>The text of a file, decoded when something is to be said about it; empty where there is no such file.</summary>
    public SourceText TextOf(string path) =>
        texts.GetOrAdd(path, static (name, site) => new SourceText(name, site.Files.TryGetValue(name, out var bytes) ? Decode(bytes.Span) : ""), this);

    /// <summary>Where a byte of a file stands in its text.</summary>
    internal Location At(string path, long byteOffset) =>
        TextOf(path).At(Encoding.UTF8.GetCharCount(WithoutMark(Files[path].Span)[..(int)byteOffset]));

    /// <summary>The bytes without the byte order mark that some editors write.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(WithoutMark(bytes));
}
