using System.Text.RegularExpressions;
using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said while documents become records.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A list or mapping where one value belongs.</summary>
    public void ExpectedOneValue(Location at, string key) => Error(at, $"\"{key}\" takes one value.", $"Write `{Shapes.Of(key) ?? $"{key}: value"}`.");

    /// <summary>A mapping where names belong.</summary>
    public void ExpectedList(Location at, string key) => Error(at, $"\"{key}\" takes a value or a list of values.", $"Write `{key}: [one, two]`.");

    /// <summary>A value where keys belong.</summary>
    public void ExpectedKeys(Location at, string key) => Error(at, $"\"{key}\" takes keys with values.", $"Write `{Shapes.Of(key) ?? $"{key}: {{key: value}}"}`, or each key on its own line, indented.");

    /// <summary>A key that a nested entry cannot do without.</summary>
    public void KeyMissing(Location at, string key, string within) => Error(at, $"\"{key}\" is missing here (under \"{within}\").", $"Add `{key}: …`.");

    /// <summary>A key that is nearly one of ours.</summary>
    public void KeyMisspelt(Location at, string written, string near, bool shown) =>
        Warning(at, $"The key \"{written}\" is not known, and looks like \"{near}\".", $"Write \"{near}\" if that was meant. Otherwise {(shown ? "the page shows the key as it is" : "it is not shown")}.");

    /// <summary>A key below another key that is none of ours: unlike one of the record itself, it has no place on the page.</summary>
    public void KeyNotShown(Location at, string written, IReadOnlyCollection<string> known) =>
        Warning(at, $"The key \"{Short(written)}\" is not known here, so it is not shown.", known.Count is > 0 and <= 12 ? $"Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}." : "Take it out, or write it in the text.");

    /// <summary>A name that may be written freely and looks like that of a record.</summary>
    public void NameMisspelt(Location at, string kind, string written, string near) =>
        Warning(at, $"There is no {kind} called \"{Short(written)}\", and it looks like \"{near}\".", $"Write \"{near}\" if that was meant. Otherwise it is shown as it is.");

    /// <summary>Not a date.</summary>
    public void DateUnreadable(bool foreign, Location at, string key, string written, string? meant) =>
        ErrorOrUnread(foreign, at, $"\"{Short(written)}\" {(IsoForm().IsMatch(written) ? "is a day that the calendar does not have" : "is not a date as we write it")} (under \"{key}\").",
            meant ?? "Write year, month and day: 2026-03-04. Year and month alone (2026-03) are fine when the day is not known.", written);

    [GeneratedRegex(@"^\d{4}-\d\d(-\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoForm();

    /// <summary>A word outside a closed list.</summary>
    public void WordUnknown(bool foreign, Location at, string key, string written, IReadOnlyCollection<string> allowed) =>
        ErrorOrUnread(foreign, at, $"\"{Short(written)}\" is not a word for \"{key}\".", Spelling.DidYouMean(written, allowed), written);

    /// <summary>Not a number.</summary>
    public void NumberUnreadable(Location at, string key, string written) => Error(at, $"\"{Short(written)}\" is not a whole number (under \"{key}\").", $"Write digits: `{key}: 3`.");

    /// <summary>No title anywhere.</summary>
    public void TitleMissing(bool foreign, Location at, string kind, string key) =>
        ErrorOrUnread(foreign, at, $"This {kind} has no title.", $"Add `{key}: …` to the front matter, or a first line `# Title` below it.", "(no title)");

    /// <summary>A title in the front matter and another in the text.</summary>
    public void TitlesDiffer(Location at, string front, string heading) =>
        Info(at, $"The heading \"{Short(heading)}\" differs from the title \"{Short(front)}\"; the page shows the title.");

    /// <summary>A type that is no kind.</summary>
    public void KindUnknown(Location at, string written, IReadOnlyCollection<string> kinds) =>
        Error(at, $"There is no kind of record called \"{written}\".", Spelling.DidYouMean(written, kinds));

    /// <summary>A folder of content that is no kind's.</summary>
    public void FolderUnknown(Location at, string folder, string near) =>
        Warning(at, $"The folder \"{folder}\" is none of ours, and looks like \"{near}\"; its files became plain pages.", $"Rename the folder to \"{near}\".");

    /// <summary>Two files with one id.</summary>
    public void IdTwice(Location at, string kind, string id, Location first) =>
        Error(at, $"Another {kind} has the id \"{id}\" already: {first.Source.Path}.", "Rename one of the files; the id is the file's name.", first);

    /// <summary>A found record whose id was taken, so that it got a longer one.</summary>
    public void IdLengthened(Location at, string id, string longer) =>
        Info(at, $"The id \"{id}\" belongs to another file; this record's address is \"{longer}\".");

    /// <summary>A name that names nothing.</summary>
    public void ReferenceUnresolved(bool foreign, Location at, string kind, string id, IReadOnlyCollection<string> known) =>
        ErrorOrUnread(foreign, at, $"There is no {kind} called \"{Short(id)}\".", id.Contains(", ", StringComparison.Ordinal) ? $"If these are several, write them in square brackets: [{Short(id)}]." : Spelling.Nearest(id, known) is { } near ? $"Did you mean \"{near}\"?" : $"Write the name of that {kind}'s file, without .md, or add the file.", id);

    /// <summary>A clause or section that is not there.</summary>
    public void FragmentUnresolved(bool foreign, Location at, string record, string fragment, IReadOnlyCollection<string> known) =>
        ErrorOrUnread(foreign, at, $"\"{record}\" has no clause or section called \"{Short(fragment)}\".", Spelling.DidYouMean(fragment, known), fragment);

    /// <summary>A number that several records share.</summary>
    public void NumberShared(bool foreign, Location at, string number, IEnumerable<string> ids) =>
        ErrorOrUnread(foreign, at, $"Several records have the number \"{number}\": {string.Join(", ", ids)}.", "Write the file's name instead of the number.", number);

    /// <summary>A delegate whom the member's file does not name.</summary>
    public void DelegateUnknown(Location at, string member, string name, IReadOnlyCollection<string> known) =>
        Warning(at, $"\"{member}\" has no delegate called \"{name}\".", known.Count == 0 ? $"Add `delegates: [{{id: {name}, name: …}}]` to the member's file." : Spelling.DidYouMean(name, known));

    /// <summary>A record that must not be published yet.</summary>
    public void UnderEmbargo(Location at, string until) =>
        Error(at, $"This record is under embargo until {until}, and this folder is published.", "Keep the file outside the content folder until that day.");

    /// <summary>A record that speaks of an embargo in a way that nobody understands: it must wait, and nobody knows how long.</summary>
    public void EmbargoUnclear(Location at) =>
        Error(at, "This record speaks of an embargo, and it cannot be read until when.", "Write `embargo-until: 2026-03-04`. Until then keep the file outside the folders that are read.");

    /// <summary>A value in the configuration that cannot be used.</summary>
    public void SettingUnusable(Location at, string key, string written, string wanted) =>
        Error(at, $"\"{Short(written)}\" cannot be used for \"{key}\".", wanted);

    /// <summary>No configuration and no coalition page: nobody knows whose site this is.</summary>
    public void NameMissing(Location at) =>
        Error(at, "The coalition has no name.", "Write `name: …` in content/index.md or in site.config.yml.");
}
