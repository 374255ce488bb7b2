using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// Records as found in the wild, translated into the project's own keys. A string that is not in the tables is not guessed:
/// it stays as written, and the clerk is told.
/// </summary>
public static partial class Dialect
{
    /// <summary>The forms that are known, by the names a clerk may give under <c>dialect:</c>; <c>auto</c> looks at each file.</summary>
    public static readonly string[] Names = ["nygard", "madr", "log4brains", "html-table", "pep", "kep", "swift", "minutes", "yaml", "plain"];

    /// <summary>Finds the form a foreign document is written in and translates it.</summary>
    public static Document Translate(Document document, DiagnosticBag say)
    {
        if (FolderPages.IsOne(document.File)) return AboutFolder(document, say);
        var named = Array.Find(Names, n => n.Equals(document.File.Folder.Dialect, StringComparison.OrdinalIgnoreCase));
        var dialect = named ?? DialectFinder.Find(document);
        var publishContact = Contacts.ArePublished(document.Source.Text.AsSpan(0, document.BodyStart));
        var front = new FrontBuilder(document, dialect, publishContact, say);
        front.AddAll([.. document.Front.Entries.Select(e => new WrittenField(e.Key, e.Value))]);
        var parts = DialectFinder.PartsOf(document, dialect, front.Knows);
        var leftOut = new List<Location>();
        foreach (var part in parts)
            if (front.AddAll(part.Fields) && part.Complete) leftOut.Add(part.At);
        OfferTitle(document, front, dialect, say);
        var translated = document with { Dialect = dialect };
        if (document.BodyStart == 0 && TomlFence().Match(document.Source.Text) is { Success: true } toml)
            say.NotUnderstood(document.Source.At(0, 3), "The front matter in TOML", toml.Groups[1].Value.Trim());
        if (leftOut.Count > 0 && !ReferenceEquals(document.Body, Body.Empty))
            translated = translated with { Body = Markdown.Compile(document.Source, document.BodyStart, publishContact, dialect == "minutes", say, leftOut) };
        if (dialect == "minutes") translated = Minutes.Translate(translated, front, say);
        else FormalVotes.Offer(document, front, say);
        return translated with { Front = front.Front };
    }

    /// <summary>A page about its folder: its front matter is read, and its text left alone.</summary>
    private static Document AboutFolder(Document document, DiagnosticBag say)
    {
        var front = new FrontBuilder(document, "plain", Contacts.ArePublished(document.Source.Text.AsSpan(0, document.BodyStart)), say);
        front.AddAll([.. document.Front.Entries.Select(e => new WrittenField(e.Key, e.Value))]);
        if (document.Body.Title is { } title) front.Offer("title", new Scalar(title.Value, true, title.At));
        return document with { AboutFolder = true, Dialect = document.Front.Entries.Length > 0 ? "yaml" : "plain", Front = front.Front };
    }

    private static void OfferTitle(Document document, FrontBuilder front, string dialect, DiagnosticBag say)
    {
        if (dialect == "minutes")
        {
            if (document.Body.Title is { } name) front.Offer("title", new Scalar(Contacts.Mask(name.Value), true, name.At));
            return;
        }

        var stem = document.Source.Stem;
        var fromName = NumberInName().Match(stem) is { Success: true } numbered && !DateInName().IsMatch(stem) ? numbered.Groups[1].Value : null;
        if (fromName is not null) front.Offer("number", new Scalar(fromName, true, document.Source.At(0)));
        if (document.Body.Title is not { } title) return;
        var heading = NumberInTitle().Match(title.Value);
        if (heading.Success)
        {
            if (fromName is null) front.Offer("number", new Scalar(heading.Groups[1].Value, true, title.At));
            else if (heading.Groups[1].Value.TrimStart('0') != fromName.TrimStart('0')) say.NumbersDiffer(title.At, fromName, heading.Groups[1].Value);
        }

        var words = heading.Success ? title.Value[heading.Length..].Trim() : title.Value;
        if (words.Length > 0) front.Offer("title", new Scalar(Contacts.Mask(words), true, title.At));
    }

    /// <summary>"0012-use-x" and "cep-0012" have a number in their name; so many digits that they are a date are none.</summary>
    [GeneratedRegex(@"^(?:[A-Za-z]{2,5}-)?(\d{1,5})(?:[-_.]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInName();

    [GeneratedRegex(@"^\d{4}-\d{1,2}(?:-|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DateInName();

    [GeneratedRegex(@"^(?:ADR[- ]?)?(\d{1,5})(?:[.:]\s|\s+[-\u2013\u2014]\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInTitle();

    [GeneratedRegex(@"^\+\+\+[ \t]*\r?\n(.*?)\n\+\+\+[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex TomlFence();
}

/// <summary>Pages about a folder and forms to fill in, which are no records.</summary>
internal static partial class FolderPages
{
    /// <summary>Whether a file is a README, an index of its source, or a template.</summary>
    public static bool IsOne(SourceFile file)
    {
        // A source that is this one file, or that stands for one record, means the file itself.
        if (file.Folder.Path == file.Text.Path || file.Folder.Id is not null) return false;
        var stem = file.Text.Stem.ToLowerInvariant();
        if (stem is "readme" or "_index") return true;
        return (stem == "index" && !file.Inner.Contains('/')) || IsTemplate(stem);
    }

    /// <summary>"adr-template" and "0000-template" are templates; "0012-choose-a-template-engine" is a decision about one.</summary>
    private static bool IsTemplate(string stem)
    {
        var words = stem.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("template") && Array.TrueForAll(words, w => TemplateWord().IsMatch(w));
    }

    [GeneratedRegex(@"^(?:template|adr|madr|nygard|cep|rfc|pep|kep|oep|nnnn|x{2,4}|0+|decision|proposal|meeting|minutes|record|minimal|bare|short|long|full)$", RegexOptions.CultureInvariant)]
    private static partial Regex TemplateWord();
}
