using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Dated full texts of one agreement, gathered into one record: the newest text, with all of them beside it.</summary>
public static class Versions
{
    /// <summary>Replaces the texts of each dated folder by one record. A folder is dated when the source says so, or in our own form when it lies below the platform folder.</summary>
    internal static List<Record> Gather(List<Record> records)
    {
        var others = new List<Record>(records.Count);
        var dated = new SortedDictionary<string, List<Platform>>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record is Platform platform && AgreementOf(platform) is { } agreement)
            {
                if (!dated.TryGetValue(agreement, out var texts)) dated[agreement] = texts = [];
                texts.Add(platform);
            }
            else
            {
                others.Add(record);
            }
        }

        foreach (var (agreement, texts) in dated) others.Add(Gather(agreement, texts));
        return others;
    }

    /// <summary>The date a text says it applies from, else the one its file name starts with.</summary>
    public static PartialDate? DateOf(Platform text) =>
        text.InForce ?? text.Date ?? (text.Core.File.Text.Stem is { Length: >= 10 } stem && PartialDate.TryParse(stem[..10], out var named) ? named : null);

    private static Platform Gather(string agreement, List<Platform> texts)
    {
        // A history file's order is better than a name's where several texts share a date; the stem keeps it total.
        var ordered = texts.OrderBy(t => DateOf(t) is { } date ? date.First : DateOnly.MaxValue)
            .ThenBy(t => t.Core.File.Text.Stem, StringComparer.Ordinal).ToList();
        var newest = ordered[^1];
        return newest with
        {
            Core = newest.Core with { Id = agreement, References = [.. ordered.SelectMany(t => t.Core.References)] },
            Versions = [.. ordered],
        };
    }

    private static string? AgreementOf(Platform text)
    {
        var folder = text.Core.File.Folder;
        if (folder.Dated) return RecordId.From(folder.Id ?? folder.Path[(folder.Path.LastIndexOf('/') + 1)..]);
        if (folder.Foreign) return null;
        var parts = text.Core.File.Inner.Split('/');
        return parts.Length == 3 && parts[0] == "platform" ? RecordId.From(parts[1]) : null;
    }
}
