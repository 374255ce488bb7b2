using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// Fields written as lines under the title: bullets (<c>* Status: accepted</c>, as in MADR 2, log4brains and Swift),
/// plain lines (<c>Date: 2020-09-04</c>), bold ones, and reStructuredText's (<c>:Status: Final</c>, <c>* - Status</c>).
/// </summary>
internal static partial class HeaderLines
{
    /// <summary>The lines at the top of the text that are fields; null when there is none. What follows them is text.</summary>
    /// <param name="document">The record.</param>
    /// <param name="known">Whether a key is one we have a name for: a plain line with any other word before a colon is prose.</param>
    public static HeaderPart? Read(Document document, Func<string, bool> known)
    {
        if (Header.Preamble(document) is not { } preamble) return null;
        var fields = ImmutableArray.CreateBuilder<WrittenField>();
        Location first = default, last = default;
        Located<string>? openKey = null;
        foreach (var line in preamble.Lines())
        {
            if (string.IsNullOrWhiteSpace(line.Value) || Admonition().IsMatch(line.Value)) continue;
            if (openKey is { } key && Value().Match(line.Value) is { Success: true } value)
            {
                fields.Add(Header.Field(key, Part(line, value.Groups["value"])));
                openKey = null;
            }
            else if (RowKey().Match(line.Value) is { Success: true } row)
            {
                openKey = Part(line, row.Groups["key"]);
            }
            else if (Bulleted().Match(line.Value) is { Success: true } bullet)
            {
                fields.Add(FieldOf(line, bullet));
            }
            else if (Bare().Match(line.Value) is { Success: true } bare && known(bare.Groups["key"].Value))
            {
                fields.Add(FieldOf(line, bare));
            }
            else if (fields.Count > 0 && Continued().IsMatch(line.Value) && last.Source is not null && IsNextLine(last, line.At))
            {
                fields[^1] = Longer(fields[^1], line);
            }
            else
            {
                break;
            }

            if (first.Source is null) first = line.At;
            last = line.At;
        }

        return fields.Count > 0 && fields.Exists(f => known(f.Key.Value)) ? new HeaderPart(Header.Span(first, last), fields.ToImmutable()) : null;
    }

    private static bool Exists(this ImmutableArray<WrittenField>.Builder fields, Predicate<WrittenField> match)
    {
        foreach (var field in fields)
            if (match(field)) return true;
        return false;
    }

    private static bool IsNextLine(Location before, Location line) =>
        string.IsNullOrWhiteSpace(before.Source.Text[(before.Start + before.Length)..line.Start]) && line.Line == before.Line + 1;

    private static WrittenField FieldOf(Located<string> line, Match match) => Header.Field(Part(line, match.Groups["key"]), Part(line, match.Groups["value"]));

    private static Located<string> Part(Located<string> line, Group group) => WrittenText.Trimmed(line, group.Index, group.Index + group.Length);

    private static WrittenField Longer(WrittenField field, Located<string> line)
    {
        var at = Header.Span(field.Value.At, line.At);
        return field with { Value = new Scalar(at.Source.Text.Substring(at.Start, at.Length), true, at) };
    }

    private const string Key = @"(?<key>[A-Za-z][A-Za-z0-9 ()/_-]{0,40}?)";

    [GeneratedRegex($@"^\s*[*-]\s+(?:\*\*|__|`)?{Key}(?:(?:\*\*|__|`)\s*:|:(?:\*\*|__|`)|:)(?=\s|$)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bulleted();

    [GeneratedRegex($@"^\s*(?:\*\*{Key}(?:\*\*\s*:|:\*\*)|:{Key}:|{Key}:)(?=\s|$)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex($@"^\s*\* - {Key}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RowKey();

    [GeneratedRegex(@"^\s+- (?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s{2,}\S", RegexOptions.CultureInvariant)]
    private static partial Regex Continued();

    [GeneratedRegex(@"^!!! \w+|^\.\. list-table::", RegexOptions.CultureInvariant)]
    private static partial Regex Admonition();
}
