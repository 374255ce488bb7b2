using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>What <c>site.config.yml</c> says. Every key has a meaning without it.</summary>
public sealed partial record Settings
{
    /// <summary>The coalition's name, where content/index.md does not give it.</summary>
    public string? Name { get; init; }

    /// <summary>The shared purpose in one sentence, where content/index.md does not give it.</summary>
    public string? Purpose { get; init; }

    /// <summary>The address the site will have, with a trailing slash; null when not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The language of the record, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A sentence shown at the top of every page, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>The licence sentence, or null.</summary>
    public string? Licence { get; init; }

    /// <summary>Where readers report an error: an https address; null when there is none.</summary>
    public string? ReportErrorsTo { get; init; }

    /// <summary>What the records are held against, or null.</summary>
    public Profile? Profile { get; init; }

    /// <summary>The matters that have a page of their own.</summary>
    public ImmutableArray<TopicName> Topics { get; init; } = [];

    /// <summary>Where the coalition drew its own lines on the health page, by the name of the indicator, as written.</summary>
    public ImmutableArray<(Located<string> Name, Located<string> Line)> Health { get; init; } = [];

    /// <summary>The folders that are read.</summary>
    public ImmutableArray<SourceFolder> Sources { get; init; } = [new SourceFolder("content")];

    /// <summary>The most that is taken in.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>The place of the configuration, for messages about the whole of it.</summary>
    public required Location At { get; init; }

    /// <summary>Reads the configuration; a missing one means the defaults.</summary>
    /// <param name="config">The text of site.config.yml, or null.</param>
    /// <param name="kinds">The kinds a source may name.</param>
    /// <param name="say">Where trouble is reported.</param>
    public static Settings Bind(SourceText? config, ImmutableArray<Kind> kinds, DiagnosticBag say)
    {
        var source = config ?? new SourceText("site.config.yml", "");
        var front = FrontMatter.Read(source, 0, source.Text.Length, say) ?? FrontMatter.None(source);
        var file = new SourceFile(source, new SourceFolder(""));
        var fields = Fields.Of(new Document(file, front, Body.Empty), say);
        var sources = fields.Maps("sources");
        var limits = fields.Map("limits");
        var settings = new Settings
        {
            Name = fields.Text("name"),
            Purpose = fields.Text("purpose"),
            Url = ReadUrl(fields, say),
            Language = ReadLanguage(fields, say),
            Notice = fields.Text("notice"),
            Licence = fields.Text("licence"),
            ReportErrorsTo = ReadAddress(fields, "report-errors-to", say),
            Limits = limits is null ? new Limits() : new Limits() with { MaxFileSize = (limits.Number("max-file-size") ?? 2048) * 1024L },
            Profile = Profile.Read(fields, say),
            Topics = TopicName.ReadAll(fields, say),
            Health = fields.Map("health")?.PlacedEntries() ?? [],
            At = source.At(0),
        };
        if (!sources.IsEmpty) settings = settings with { Sources = [.. sources.Select(s => ReadSource(s, kinds, say)).OfType<SourceFolder>()] };
        foreach (var extra in limits?.Finish(report: false) ?? []) say.SettingUnknown(extra.Key.At, extra.Key.Value, limits!.Near(extra.Key.Value));
        foreach (var extra in fields.Finish(report: false)) say.SettingUnknown(extra.Key.At, extra.Key.Value, fields.Near(extra.Key.Value));
        return settings;
    }

    private static SourceFolder? ReadSource(Fields fields, ImmutableArray<Kind> kinds, DiagnosticBag say)
    {
        if (fields.Place("path") is not { } path)
        {
            say.KeyMissing(fields.At, "path", "sources");
            return null;
        }

        var keys = fields.Map("keys")?.Entries() ?? [];
        var values = fields.Map("values");
        var folder = new SourceFolder(path.Value.Replace('\\', '/').TrimEnd('/'))
        {
            Kind = fields.Word("kind", [.. kinds.Select(k => k.Name)]),
            Dialect = fields.Text("dialect"),
            Id = fields.Text("id"),
            Dated = fields.Word("history", ["dated-files"]) is not null,
            Include = fields.Texts("include"),
            Exclude = fields.Texts("exclude"),
            Keys = keys.ToImmutableDictionary(k => k.Key.Value, k => k.Text, StringComparer.Ordinal),
            Values = ReadValues(values),
            DateOrder = fields.Word("date-order", ["day", "month"]),
        };
        foreach (var extra in fields.Finish(report: false)) say.SettingUnknown(extra.Key.At, extra.Key.Value, fields.Near(extra.Key.Value));
        // A folder with a kind of its own was written by and for somebody else unless it says otherwise.
        return folder.Dialect == "none" ? folder with { Dialect = null }
            : folder.Dialect is null && folder.Dated && path.Value.StartsWith("content/", StringComparison.Ordinal) ? folder
            : folder.Dialect is null && folder.Kind is not null ? folder with { Dialect = "auto" }
            : folder;
    }

    private static ImmutableDictionary<string, ImmutableDictionary<string, string>> ReadValues(Fields? values)
    {
        var read = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (key, _) in values?.Entries() ?? [])
        {
            if (values!.Map(key.Value) is { } words)
                read[key.Value] = words.Entries().ToImmutableDictionary(w => w.Key.Value, w => w.Text, StringComparer.OrdinalIgnoreCase);
        }

        return read.ToImmutable();
    }

    private static Uri? ReadUrl(Fields fields, DiagnosticBag say)
    {
        if (fields.Place("url") is not { } place) return null;
        var text = place.Value.EndsWith('/') ? place.Value : place.Value + "/";
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0) return url;
        say.SettingUnusable(place.At, "url", place.Value, "Write the whole address of the site: https://example.org/ledger/");
        return null;
    }

    private static string ReadLanguage(Fields fields, DiagnosticBag say)
    {
        if (fields.Place("language") is not { } place) return "en";
        if (LanguageTag().IsMatch(place.Value)) return place.Value;
        say.SettingUnusable(place.At, "language", place.Value, "Write the code of a language: en, fr, cy, pt-BR.");
        return "en";
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    private static string? ReadAddress(Fields fields, string key, DiagnosticBag say)
    {
        if (fields.Place(key) is not { } place) return null;
        if (Uri.TryCreate(place.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "mailto") return place.Value;
        say.SettingUnusable(place.At, key, place.Value, "Write an address that starts with https://, or mailto: and a mailbox made for this.");
        return null;
    }
}
