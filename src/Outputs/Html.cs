using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PublicLedger.Documents;

namespace PublicLedger.Outputs;

/// <summary>
/// Text that is HTML already: sanitised Markdown, or put together here from escaped parts. Templates escape every other
/// value; only this type passes as it is, so that no template can let raw text through by mistake.
/// </summary>
[JsonConverter(typeof(HtmlJson))]
public readonly record struct Html(string Text)
{
    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>Plain text as HTML.</summary>
    public static Html Of(string text) => new(Escape(text));

    /// <summary>
    /// Escapes text for element content and for attribute values in double quotes. What no page can show (control characters,
    /// lost letters) becomes a box here at the latest, so that words quoted as written cannot break a page or a feed.
    /// </summary>
    public static string Escape(string text)
    {
        text = Letters.Clean(text);
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                default: escaped.Append(letter); break;
            }
        }

        return escaped.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>A date as a reader sees it; in data it is the ISO date.</summary>
/// <param name="Iso">As precise as the record: <c>2026-03-04</c>, <c>2026-03</c> or <c>2026</c>.</param>
/// <param name="Text">In the site's language: "4 March 2026".</param>
[JsonConverter(typeof(DayJson))]
public sealed record Day(string Iso, string Text)
{
    /// <summary>The element with both forms.</summary>
    public Html Element { get; } = new($"<time datetime=\"{Iso}\">{Html.Escape(Text)}</time>");

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A name that may lead somewhere.</summary>
/// <param name="Text">The name.</param>
/// <param name="Href">The address as seen from the page, or null where there is no page for it.</param>
/// <param name="Id">The id of the record it names, or null.</param>
public sealed record Anchor(string Text, [property: JsonIgnore] string? Href, string? Id = null)
{
    /// <summary>The element, or the bare name.</summary>
    [JsonIgnore]
    public Html Element => Href is null
        ? new($"<bdi>{Html.Escape(Text)}</bdi>")
        : new($"<a href=\"{Html.Escape(Href)}\">{Html.Escape(Text)}</a>");
}

internal sealed class HtmlJson : JsonConverter<Html>
{
    public override Html Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Html value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text ?? "");
}

internal sealed class DayJson : JsonConverter<Day>
{
    public override Day Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString() ?? "", "");

    public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) => writer.WriteStringValue(value.Iso);
}
