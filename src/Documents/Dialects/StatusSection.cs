using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// The <c>## Status</c> section of a decision in the form of Nygard and adr-tools: the first line is the status, and lines such as
/// <c>Supersedes [2. X](0002-x.md)</c> are relations to other records.
/// </summary>
internal static partial class StatusSection
{
    /// <summary>The section as fields, or null where there is none. Other headings of its name further down are text.</summary>
    public static HeaderPart? Read(Document document)
    {
        var sections = document.Body.Sections;
        var index = 0;
        while (index < sections.Length && !IsStatus(sections[index])) index++;
        if (index == sections.Length) return null;
        var section = sections[index];
        var fields = ImmutableArray.CreateBuilder<WrittenField>();
        var complete = index + 1 == sections.Length || sections[index + 1].Level <= section.Level;
        var statusSeen = false;
        foreach (var line in section.Lines())
        {
            if (string.IsNullOrWhiteSpace(line.Value)) continue;
            var text = Bullet().Match(line.Value) is { Success: true } bullet ? WrittenText.Trimmed(line, bullet.Length, line.Value.Length) : WrittenText.Trimmed(line, 0, line.Value.Length);
            if (Relations.Read(text) is { } relation && (statusSeen || !relation.IsStatus)) fields.Add(relation.Field);
            else if (!statusSeen && !text.Value.StartsWith('['))
            {
                fields.Add(Header.Field(new Located<string>("status", section.At), text));
                statusSeen = true;
            }
            else
            {
                // A line of explanation: it stays on the page, and so does the section.
                complete = false;
            }
        }

        var end = section.ContentAt;
        return fields.Count == 0 ? null : new HeaderPart(Header.Span(section.At, end), fields.ToImmutable(), complete);
    }

    private static bool IsStatus(Section section) => section.Level > 0 && Headings.Normal(section.Title) == "status";

    [GeneratedRegex(@"^\s*[*-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}

/// <summary>Lines that relate a record to another: some words and a link (adr-tools, and the <c>## Links</c> of MADR 2).</summary>
internal static partial class Relations
{
    /// <summary>A relation, and whether its words are a status as well ("Superseded by …").</summary>
    public readonly record struct Relation(WrittenField Field, bool IsStatus);

    /// <summary>Reads one line; null where it is not words followed by a link.</summary>
    public static Relation? Read(Located<string> line)
    {
        if (Form().Match(line.Value) is not { Success: true } match) return null;
        var words = match.Groups["words"];
        var phrase = WrittenText.Plain(words.Value).ToLowerInvariant();
        var key = phrase switch
        {
            "supersedes" or "supercedes" or "replaces" or "obsoletes" => "supersedes",
            "superseded by" or "superceded by" or "replaced by" or "obsoleted by" => "superseded-by",
            "partly superseded by" or "partially superseded by" or "superseded in part by" => "partly-superseded-by",
            "amends" or "updates" => "amends",
            "amended by" or "updated by" or "refined by" => "amended-by",
            _ => "related",
        };
        var field = Header.Field(new Located<string>(key, WrittenText.Trimmed(line, words.Index, words.Index + words.Length).At),
            WrittenText.Trimmed(line, match.Groups["links"].Index, line.Value.Length));
        var isStatus = key is "superseded-by" or "partly-superseded-by" || (key == "related" && StatusWords.Read(phrase, "decision", "nygard", null).Word is not null);
        return new Relation(field, isStatus);
    }

    [GeneratedRegex(@"^(?<words>[A-Za-z*_][A-Za-z *_-]{2,40}?):?\s+(?<links>\[.+\](?:\([^()\s]*\)|\[[^\[\]]*\])\.?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
