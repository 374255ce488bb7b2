using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Dated full texts of one agreement, gathered into one record: the newest text, with all of them beside it.</summary>
public static class Versions
{
    /// <summary>Replaces the texts of each dated folder by one record. A folder is dated when the source says so, or in our own form when it lies below the platform folder.</summary>
    /// <param name="records">All records.</param>
    /// <param name="histories">What version control says of some texts, by the path of the text.</param>
    internal static List<Record> Gather(List<Record> records, FrozenDictionary<string, HistoryLine> histories)
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

        foreach (var (agreement, texts) in dated) others.Add(Gather(agreement, Histories.Order(texts, histories)));
        return others;
    }

    /// <summary>
    /// The date a text applies from: for one with a line in a history file, the day that <see cref="Histories"/> works out;
    /// else the one it says itself; else the one its file name starts with.
    /// </summary>
    public static PartialDate? DateOf(Platform text) =>
        text.AppliesFrom ?? text.InForce ?? text.Date ?? (text.Core.File.Text.Stem is { Length: >= 10 } stem && PartialDate.TryParse(stem[..10], out var named) ? named : null);

    /// <summary>
    /// The texts of an agreement, oldest first: its dated texts, or its only one. The order is that of the history file where
    /// there is one, else that of the dates and, within a day, of the names.
    /// </summary>
    public static ImmutableArray<Platform> TextsOf(Platform agreement) => agreement.Versions.IsEmpty ? [agreement] : agreement.Versions;

    /// <summary>The place (from 0) of the text that applies on a day: the last in order whose date is not after it; null when there is none.</summary>
    public static int? InForceOn(Platform agreement, DateOnly day)
    {
        var texts = TextsOf(agreement);
        for (var place = texts.Length - 1; place >= 0; place--)
            if (DateOf(texts[place]) is { } date && date.First <= day) return place;
        return null;
    }

    /// <summary>The place of the text that stands for the agreement on a day: the one in force, else the first to come, else (no dates at all) the last.</summary>
    public static int ShownOn(Platform agreement, DateOnly day)
    {
        if (InForceOn(agreement, day) is { } place) return place;
        var texts = TextsOf(agreement);
        return DateOf(texts[0]) is null ? texts.Length - 1 : 0;
    }

    /// <summary>What a text is to a day; the texts are those of <see cref="TextsOf"/>. Of several texts of one day, all but the last are past.</summary>
    public static TextState StateOn(Platform agreement, int place, DateOnly day)
    {
        if (DateOf(TextsOf(agreement)[place]) is not { } date) return TextState.Unknown;
        if (date.First > day) return TextState.Future;
        return InForceOn(agreement, day) == place ? TextState.InForce : TextState.Past;
    }

    private static Platform Gather(string agreement, List<Platform> ordered)
    {
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

/// <summary>Whether one of an agreement's texts applies.</summary>
public enum TextState
{
    /// <summary>It has no date, so that the record does not say.</summary>
    Unknown,

    /// <summary>A newer text took its place.</summary>
    Past,

    /// <summary>It applies.</summary>
    InForce,

    /// <summary>Its day is still to come.</summary>
    Future,
}
