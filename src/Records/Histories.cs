using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// The order and the days of dated texts that were kept in version control. The order is that of the history, because the
/// days in it may run backwards: a change is often written long before it is taken in, and clocks differ.
/// </summary>
internal static class Histories
{
    /// <summary>The line of each text that has one, by the text's path. Lines that name no text, or one that has a line already, are said and left out.</summary>
    public static FrozenDictionary<string, HistoryLine> Read(ImmutableArray<SourceFile> files, ImmutableArray<Document> documents, DiagnosticBag say)
    {
        var lines = new Dictionary<string, HistoryLine>(StringComparer.Ordinal);
        if (files.IsEmpty) return lines.ToFrozenDictionary(StringComparer.Ordinal);
        var names = documents.ToLookup(d => d.Source.Folder, d => d.Source.Path, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var folder = file.Text.Folder;
            var texts = names[folder].Select(path => path[(path.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal);
            var orders = new Dictionary<int, HistoryLine>();
            foreach (var line in HistoryFile.Read(file, say))
            {
                var path = folder.Length > 0 ? $"{folder}/{line.File.Value}" : line.File.Value;
                if (!texts.Contains(line.File.Value)) say.HistoryFileUnknown(file.Folder.Foreign, line.File.At, line.File.Value, texts);
                else if (lines.TryGetValue(path, out var first)) say.HistoryLineTwice(file.Folder.Foreign, line.File.At, line.File.Value, first.File.At);
                else if (!orders.TryAdd(line.Order, line)) say.HistoryOrderTwice(file.Folder.Foreign, line.File.At, line.Order, orders[line.Order].File.At);
                else lines[path] = line;
            }

            // An empty history has had its sentence.
            if (orders.Count == 0) continue;
            foreach (var document in documents.Where(d => d.Source.Folder == folder && !d.AboutFolder && !lines.ContainsKey(d.Source.Path)))
                say.HistoryLineMissing(document.Source.At(0), document.Source.Path[(folder.Length == 0 ? 0 : folder.Length + 1)..], file.Text.At(0));
        }

        return lines.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>
    /// The texts of one agreement, oldest first, with what the history says of each. Texts without a line stand where their dates
    /// put them, or at the end.
    /// </summary>
    public static List<Platform> Order(List<Platform> texts, FrozenDictionary<string, HistoryLine> histories)
    {
        var byDate = texts.OrderBy(t => Versions.DateOf(t) is { } date ? date.First : DateOnly.MaxValue)
            .ThenBy(t => t.Core.File.Text.Stem, StringComparer.Ordinal).ThenBy(t => t.Core.File.Text.Path, StringComparer.Ordinal).ToList();
        var ordered = Dated([.. byDate.Where(Known).OrderBy(t => histories[t.Core.File.Text.Path].Order)], histories);
        if (ordered.Count == 0) return byDate;
        foreach (var text in byDate.Where(t => !Known(t)))
        {
            var place = ordered.Count;
            if (Versions.DateOf(text) is { } date)
                while (place > 0 && (Versions.DateOf(ordered[place - 1]) is not { } before || before.First > date.First)) place--;
            ordered.Insert(place, text);
        }

        return ordered;

        bool Known(Platform text) => histories.ContainsKey(text.Core.File.Text.Path);
    }

    /// <summary>
    /// Texts in the order of their history, each with the day from which it applies: the one it names (<c>in-force</c>) where the
    /// text before did not name the same, because a file in version control keeps its front matter when its text changes; else
    /// the day on which it was taken in. No text applies before the one that it replaced.
    /// </summary>
    private static List<Platform> Dated(List<Platform> texts, FrozenDictionary<string, HistoryLine> histories)
    {
        var dated = new List<Platform>(texts.Count);
        PartialDate? latest = null;
        PartialDate? named = null;
        foreach (var text in texts)
        {
            var line = histories[text.Core.File.Text.Path];
            var own = text.InForce is { } inForce && inForce != named ? inForce : line.Committed?.Value ?? Versions.DateOf(text);
            if (own is { } day && (latest is not { } before || day.First >= before.First)) latest = day;
            named = text.InForce;
            dated.Add(text with
            {
                Revision = new Revision(line.Author, line.Authored, line.Committed?.Value, line.Subject, line.Commit),
                AppliesFrom = latest,
            });
        }

        return dated;
    }
}
