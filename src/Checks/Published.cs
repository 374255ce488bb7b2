using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using PublicLedger.Sources;

namespace PublicLedger.Checks;

/// <summary>A site as a stranger has it: paths and bytes, and nothing of what they were made from.</summary>
/// <param name="paths">Paths within the site, with forward slashes and the letter case a host would see.</param>
/// <param name="read">Gives the bytes of one of the paths; asked on several threads, and again where a file is looked at twice. They need be good only until the same thread asks for the next.</param>
public sealed class Published(IReadOnlyCollection<string> paths, Func<string, ReadOnlyMemory<byte>> read)
{
    private readonly ConcurrentDictionary<string, SourceText> texts = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> names = paths.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A site in memory.</summary>
    /// <param name="files">Bytes by path.</param>
    public Published(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) : this([.. files.Keys], path => files[path])
    {
    }

    /// <summary>Every path, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. paths.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is a file of exactly this name.</summary>
    public bool Has(string path) => names.Contains(path);

    /// <summary>The bytes of a file that is there, good until this thread asks for the next.</summary>
    public ReadOnlyMemory<byte> BytesOf(string path) => read(path);

    /// <summary>The text of a file, decoded when something is to be said about it; empty where there is no such file.</summary>
    public SourceText TextOf(string path) =>
        texts.GetOrAdd(path, static (name, site) => new SourceText(name, site.Has(name) ? Decode(site.BytesOf(name).Span) : ""), this);

    /// <summary>Where a byte of a file stands in its text.</summary>
    internal Location At(string path, long byteOffset) =>
        TextOf(path).At(Encoding.UTF8.GetCharCount(WithoutMark(BytesOf(path).Span)[..(int)byteOffset]));

    /// <summary>The bytes without the byte order mark that some editors write.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(WithoutMark(bytes));
}
