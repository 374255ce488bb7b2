using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PublicLedger.Documents.Dialects;

/// <summary>Tells the forms apart by what a file looks like, and says where each keeps its fields.</summary>
internal static partial class DialectFinder
{
    /// <summary>The form of a document, by the first sign that fits.</summary>
    public static string Find(Document document)
    {
        if (Parser.KindOf(document.File) is "meeting") return "minutes";
        if (document.Source.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || document.Source.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)) return "kep";
        if (document.Front.Entries.Length > 0) return IsMadr(document) ? "madr" : "yaml";
        if (HeaderLetter.Read(document) is not null) return "pep";
        if (HeaderTable.Read(document) is not null) return "html-table";
        if (StatusSection.Read(document) is not null) return "nygard";
        return HeaderLines.Read(document, k => FieldNames.Ours("plain", k) is not null || Headings.Normal(k) == "proposal") is { } lines ? InLines(document, lines) : "plain";
    }

    /// <summary>The places in which a document of a form keeps its fields, front matter aside.</summary>
    public static ImmutableArray<HeaderPart> PartsOf(Document document, string dialect, Func<string, bool> known)
    {
        HeaderPart?[] found = dialect switch
        {
            "nygard" => [HeaderLines.Read(document, known), StatusSection.Read(document)],
            "madr" or "log4brains" => [HeaderLines.Read(document, known), LinksSection(document)],
            "swift" or "plain" or "yaml" => [HeaderLines.Read(document, known), StatusSection.Read(document)],
            "html-table" => [HeaderTable.Read(document)],
            "pep" => [HeaderLetter.Read(document)],
            _ => [],
        };
        return [.. found.OfType<HeaderPart>()];
    }

    private static bool IsMadr(Document document)
    {
        foreach (var entry in document.Front.Entries)
            if (Headings.Normal(entry.Key.Value) is "deciders" or "decision-makers" or "consulted" or "informed") return true;
        foreach (var section in document.Body.Sections)
            if (Headings.Normal(section.Title) is "decision-outcome" or "context-and-problem-statement") return true;
        return false;
    }

    private static string InLines(Document document, HeaderPart lines)
    {
        foreach (var field in lines.Fields)
            if (Headings.Normal(field.Key.Value) == "proposal") return "swift";
        if (DayInName().IsMatch(document.Source.Stem)) return "log4brains";
        return IsMadr(document) || lines.Fields.Any(f => Headings.Normal(f.Key.Value) is "deciders" or "technical-story") ? "madr" : "plain";
    }

    /// <summary>The relations under <c>## Links</c>: bullets with words and a link. The section itself stays on the page.</summary>
    private static HeaderPart? LinksSection(Document document)
    {
        foreach (var section in document.Body.Sections)
        {
            if (Headings.Normal(section.Title) != "links") continue;
            var fields = ImmutableArray.CreateBuilder<WrittenField>();
            foreach (var line in section.Lines())
            {
                if (Bullet().Match(line.Value) is { Success: true } bullet
                    && Relations.Read(WrittenText.Trimmed(line, bullet.Length, line.Value.Length)) is { } relation) fields.Add(relation.Field);
            }

            return new HeaderPart(section.At, fields.ToImmutable(), Complete: false);
        }

        return null;
    }

    [GeneratedRegex(@"^\d{8}-", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName();

    [GeneratedRegex(@"^\s*[*-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
