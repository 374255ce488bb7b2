using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PublicLedger.Outputs;

/// <summary>
/// A JSON object of named lists, with one entry a line: written as it goes, so that three hundred thousand votes need no tree
/// in memory, and so that two states of a record can be compared line by line.
/// </summary>
internal sealed class JsonLists : IDisposable
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> bytes = new(64 * 1024);
    private readonly Utf8JsonWriter json;
    private bool started;

    public JsonLists() => json = new Utf8JsonWriter(bytes, Form);

    /// <summary>Adds a list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="entries">What it is of.</param>
    /// <param name="write">Writes the keys of one entry.</param>
    public void Add<T>(string name, IEnumerable<T> entries, Action<Utf8JsonWriter, T> write)
    {
        bytes.Write(started ? ",\n"u8 : "{\n"u8);
        started = true;
        Write(() => json.WriteStringValue(name));
        bytes.Write(": ["u8);
        var between = "\n"u8;
        foreach (var entry in entries)
        {
            bytes.Write(between);
            between = ",\n"u8;
            Write(() =>
            {
                json.WriteStartObject();
                write(json, entry);
                json.WriteEndObject();
            });
        }

        bytes.Write("\n]"u8);
    }

    /// <summary>The whole, with nothing to be added.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        bytes.Write(started ? "\n}\n"u8 : "{}\n"u8);
        return bytes.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void Write(Action value)
    {
        value();
        json.Flush();
        json.Reset(bytes);
    }
}

/// <summary>Keys that are left out where there is nothing to say.</summary>
internal static class JsonKeys
{
    /// <summary>A text, unless there is none.</summary>
    public static void Text(this Utf8JsonWriter json, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(key, text);
    }
}
