using System.Globalization;
using System.Text;

namespace PublicLedger.Outputs;

/// <summary>A text buffer that each thread fills again and again, so that ten thousand pages do not cost ten thousand buffers.</summary>
internal static class PageWriter
{
    [ThreadStatic]
    private static StringWriter? mine;

    /// <summary>An empty writer for this thread; to be read with <see cref="TakeBytes"/> before the next one is asked for.</summary>
    public static StringWriter Rent() => mine ??= new StringWriter(new StringBuilder(16 * 1024), CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>What was written, as UTF-8; the writer is empty afterwards.</summary>
    public static ReadOnlyMemory<byte> TakeBytes(this StringWriter writer)
    {
        var text = writer.GetStringBuilder();
        var length = 0;
        foreach (var chunk in text.GetChunks()) length += Encoding.UTF8.GetByteCount(chunk.Span);
        var bytes = new byte[length];
        var encoder = Encoding.UTF8.GetEncoder();
        var at = 0;
        foreach (var chunk in text.GetChunks()) at += encoder.GetBytes(chunk.Span, bytes.AsSpan(at), flush: false);
        text.Clear();
        return bytes;
    }
}
