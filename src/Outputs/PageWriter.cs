using System.Buffers;
using System.Globalization;
using System.Text;

namespace PublicLedger.Outputs;

/// <summary>
/// Buffers that each thread fills again and again, so that ten thousand pages do not cost ten thousand buffers.
/// What stands in one is good until the same thread asks for the next.
/// </summary>
internal static class PageWriter
{
    [ThreadStatic]
    private static StringWriter? text;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? bytes;

    /// <summary>An empty writer of text for this thread; to be read with <see cref="TakeBytes"/> before the next one is asked for.</summary>
    public static StringWriter Rent() => text ??= new StringWriter(new StringBuilder(16 * 1024), CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>An empty buffer of bytes for this thread.</summary>
    public static ArrayBufferWriter<byte> RentBytes()
    {
        bytes ??= new ArrayBufferWriter<byte>(64 * 1024);
        bytes.ResetWrittenCount();
        return bytes;
    }

    /// <summary>What was written, as UTF-8 in this thread's buffer; the writer is empty afterwards.</summary>
    public static ReadOnlyMemory<byte> TakeBytes(this StringWriter writer)
    {
        var written = writer.GetStringBuilder();
        var buffer = RentBytes();
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in written.GetChunks()) encoder.Convert(chunk.Span, buffer, flush: false, out _, out _);
        written.Clear();
        return buffer.WrittenMemory;
    }

    /// <summary>A text as UTF-8 in this thread's buffer.</summary>
    public static ReadOnlyMemory<byte> BytesOf(string text)
    {
        var buffer = RentBytes();
        Encoding.UTF8.GetBytes(text, buffer);
        return buffer.WrittenMemory;
    }
}
