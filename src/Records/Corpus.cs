using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>All records of the coalition, and how a name finds one.</summary>
public sealed class Corpus
{
    private readonly FrozenDictionary<(string Kind, string Id), Record> byKey;
    private readonly FrozenDictionary<string, Record> byPath;
    private readonly FrozenDictionary<(string Kind, string Number), ImmutableArray<Record>> byNumber;
    private readonly FrozenDictionary<string, ImmutableArray<Record>> byKind;
    private readonly ConcurrentDictionary<(string Kind, Type Type), object> typed = [];
    private readonly FrozenDictionary<string, Platform> byVersion;

    internal Corpus(Coalition? coalition, ImmutableArray<Record> records)
    {
        Coalition = coalition;
        Records = records;
        byKey = records.ToFrozenDictionary(r => r.Key);
        byPath = records.SelectMany(WithVersions).GroupBy(r => r.Core.File.Text.Path, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        byKind = records.GroupBy(r => r.Kind.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        byVersion = records.OfType<Platform>().SelectMany(p => p.Versions.Select(v => (v.Core.File.Text.Path, Agreement: p)))
            .GroupBy(p => p.Path, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Agreement, StringComparer.Ordinal);
        byNumber = records.SelectMany(r => Numbers(r).Distinct().Select(n => (Key: (r.Kind.Name, n), Record: r)))
            .GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Record).ToImmutableArray());
    }

    /// <summary>The same records, with some agreements in the place of those of their ids.</summary>
    public Corpus With(IEnumerable<Platform> agreements)
    {
        var changed = agreements.ToDictionary(a => a.Key);
        return new Corpus(Coalition, [.. Records.Select(r => changed.TryGetValue(r.Key, out var other) ? other : r)]);
    }

    /// <summary>What the coalition says of itself, or null where no <c>index.md</c> says it.</summary>
    public Coalition? Coalition { get; }

    /// <summary>Every record but the coalition itself, by kind as the kinds are listed, then by id.</summary>
    public ImmutableArray<Record> Records { get; }

    /// <summary>The records of one kind, by id.</summary>
    public ImmutableArray<T> All<T>(Kind kind) where T : Record =>
        (ImmutableArray<T>)typed.GetOrAdd((kind.Name, typeof(T)), _ => byKind.TryGetValue(kind.Name, out var found) ? found.Cast<T>().ToImmutableArray() : ImmutableArray<T>.Empty);

    /// <summary>How many records of a kind there are.</summary>
    public int Count(Kind kind) => byKind.TryGetValue(kind.Name, out var found) ? found.Length : 0;

    /// <summary>The ids of one kind; put together anew at each call, for messages.</summary>
    public IReadOnlyCollection<string> Ids(string? kind) =>
        [.. (kind is null ? Records : byKind.GetValueOrDefault(kind, [])).Select(r => r.Id)];

    /// <summary>The record a file became, or null.</summary>
    public Record? At(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The agreement of which a record is one of the dated texts, or null.</summary>
    public Platform? AgreementOf(Record text) => text is Platform { Versions.IsEmpty: true } ? byVersion.GetValueOrDefault(text.Core.File.Text.Path) : null;

    /// <summary>The record of a kind and id, or null.</summary>
    public Record? Find(string kind, string id) => byKey.GetValueOrDefault((kind, id));

    /// <summary>The record a name means, or null: by id, then by address, then by number where only one record has it.</summary>
    public Record? Find(Ref reference) =>
        reference.Kind is { } kind && byKey.TryGetValue((kind, reference.Id), out var exact) ? exact
        : Candidates(reference) is [var only] ? only : null;

    /// <summary>The record a name means, as its own type, or null.</summary>
    public T? Find<T>(Ref? reference) where T : Record => reference is null ? null : Find(reference) as T;

    /// <summary>Every record a name could mean; several only where a number is shared.</summary>
    public ImmutableArray<Record> Candidates(Ref reference)
    {
        var id = reference.Id;
        if (reference.Kind is { } kind)
        {
            if (byKey.TryGetValue((kind, id), out var exact)) return [exact];
        }
        else if (Records.FirstOrDefault(r => r.Id == id) is { } any)
        {
            return [any];
        }

        if (id.Contains('/') || id.EndsWith(".md", StringComparison.Ordinal))
        {
            var path = RelativePath.Resolve(reference.Written.At.Source.Folder, Uri.UnescapeDataString(id));
            if (path is not null && byPath.TryGetValue(path, out var linked)) return [linked];
            return [];
        }

        var number = NumberOf(id);
        return number is not null && byNumber.TryGetValue((reference.Kind ?? "decision", number), out var found) ? found : [];
    }

    private static IEnumerable<Record> WithVersions(Record record) =>
        // A file that is one of several texts means that text; the file that decisions amend means the agreement.
        record is Platform { Versions: [var first, ..] } platform && first.Core.File != record.Core.File ? platform.Versions : [record];

    private static IEnumerable<string> Numbers(Record record)
    {
        if (record.Core.Number is { } number)
        {
            yield return number;
            if (NumberOf(number) is { } bare) yield return bare;
        }
        else if (record.Core.Foreign && NumberOf(record.Id) is { } fromName)
        {
            yield return fromName;
        }
    }

    /// <summary>The number in "0012", "12-use-x", "ADR 0012", "#0033" or "SE-0258", without leading zeros; null where there is none.</summary>
    internal static string? NumberOf(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsAsciiDigit(text[at]))
        {
            if (!(char.IsAsciiLetter(text[at]) || text[at] is '-' or ' ' or '#' or '_') || at > 12) return null;
            at++;
        }

        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == at || (end < text.Length && text[end] is not ('-' or '_' or '.' or ' '))) return null;
        // 2024-10-09-rent-cap starts with a date, not with a number.
        if (end - at == 4 && text.Length >= end + 3 && text[end] == '-' && char.IsAsciiDigit(text[end + 1])) return null;
        var digits = text[at..end].TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }
}
