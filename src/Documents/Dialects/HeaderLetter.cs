using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// Fields as in the head of a letter (RFC 822), from the first line of the file to the first empty one, as PEPs have them:
/// <c>Title: …</c>, <c>Status: Final</c>; a line that starts with a blank continues the one before it.
/// </summary>
internal static partial class HeaderLetter
{
    /// <summary>The head at the very top of the text, or null where the text does not start with one.</summary>
    public static HeaderPart? Read(Document document)
    {
        var source = document.Source;
        var start = document.BodyStart;
        while (start < source.Text.Length && char.IsWhiteSpace(source.Text[start])) start++;
        var fields = ImmutableArray.CreateBuilder<WrittenField>();
        var stop = start;
        for (var at = start; at < source.Text.Length;)
        {
            var end = source.Text.IndexOf('\n', at);
            if (end < 0) end = source.Text.Length;
            var line = new Located<string>(source.Text[at..end].TrimEnd(), source.At(at, end - at));
            if (line.Value.Length == 0) break;
            if (char.IsWhiteSpace(line.Value[0]) && fields.Count > 0) fields[^1] = Longer(fields[^1], line);
            else if (Line().Match(line.Value) is { Success: true } match)
                fields.Add(Header.Field(WrittenText.Part(line, 0, match.Groups[1].Length), WrittenText.Trimmed(line, match.Length, line.Value.Length)));
            else return null;
            stop = at + line.Value.Length;
            at = end + 1;
        }

        return Has(fields, "Title") && Has(fields, "Status") ? new HeaderPart(source.At(start, stop - start), fields.ToImmutable()) : null;
    }

    private static WrittenField Longer(WrittenField field, Located<string> line)
    {
        var at = field.Value.At.Source.At(field.Value.At.Start, line.At.Start + line.Value.Length - field.Value.At.Start);
        return field with { Value = new Scalar(at.Source.Text.Substring(at.Start, at.Length), true, at) };
    }

    private static bool Has(ImmutableArray<WrittenField>.Builder fields, string key)
    {
        foreach (var field in fields)
            if (field.Key.Value.Equals(key, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9-]{0,30}):(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
