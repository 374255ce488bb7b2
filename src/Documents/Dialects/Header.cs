using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>One field as a record writes it.</summary>
/// <param name="Key">Their name for it.</param>
/// <param name="Value">Its value; outside YAML one <see cref="Scalar"/> with the text exactly as it stands in the file.</param>
internal sealed record WrittenField(Located<string> Key, Node Value);

/// <summary>A stretch of a record's text that holds fields, and could be left out of the page once they are all understood.</summary>
/// <param name="At">The stretch, with its heading where it has one.</param>
/// <param name="Fields">The fields in it.</param>
/// <param name="Complete">Whether every line of it became a field, so that nothing is lost when it is left out.</param>
internal sealed record HeaderPart(Location At, ImmutableArray<WrittenField> Fields, bool Complete = true);

/// <summary>Where the fields of a record are found, by the form it is written in.</summary>
internal static class Header
{
    /// <summary>The text before any heading but the title, or null.</summary>
    public static Section? Preamble(Document document) => document.Body.Sections is [{ Level: 0 } first, ..] ? first : null;

    /// <summary>A field of a stretch of text, with the place of both its sides.</summary>
    public static WrittenField Field(Located<string> key, Located<string> value) => new(key, new Scalar(value.Value, true, value.At));

    /// <summary>From the start of one place to the end of another.</summary>
    public static Location Span(Location first, Location last) => first.Source.At(first.Start, last.Start + last.Length - first.Start);
}
