using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The order in which records are listed, and what that order says: who comes before and after whom.</summary>
public sealed class Lists
{
    private readonly FrozenDictionary<string, ImmutableArray<Record>> ordered;
    private readonly FrozenDictionary<(string, string), int> places;
    private readonly FrozenDictionary<string, int> titles;

    /// <summary>Orders all records: dated kinds newest first, the others by title.</summary>
    public Lists(Corpus corpus, ImmutableArray<KindPages> kinds)
    {
        ordered = kinds.ToFrozenDictionary(k => k.Kind.Name, k => Order(corpus, k.Kind), StringComparer.Ordinal);
        places = ordered.Values.SelectMany(list => list.Select((r, i) => (r.Key, i))).ToFrozenDictionary(p => p.Key, p => p.i);
        titles = corpus.Records.GroupBy(r => $"{r.Kind.Name} {r.Title}", StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>The records of a kind in their order.</summary>
    public ImmutableArray<T> Of<T>(Kind kind) where T : Record => [.. Of(kind).Cast<T>()];

    /// <summary>The records of a kind in their order.</summary>
    public ImmutableArray<Record> Of(Kind kind) => ordered.GetValueOrDefault(kind.Name, []);

    /// <summary>The older and the newer neighbour of a record (for undated kinds the one before and the one after).</summary>
    public (Record? Previous, Record? Next) Neighbours(Record record)
    {
        if (!places.TryGetValue(record.Key, out var at)) return (null, null);
        var list = ordered[record.Kind.Name];
        var before = at > 0 ? list[at - 1] : null;
        var after = at + 1 < list.Length ? list[at + 1] : null;
        return record.Kind.DateKey is null ? (before, after) : (after, before);
    }

    /// <summary>Whether another record of the kind has the same title.</summary>
    public bool SharesTitle(Record record) => titles.GetValueOrDefault($"{record.Kind.Name} {record.Title}") > 1;

    /// <summary>The list of the decisions on one subject.</summary>
    public static string TagPath(string tag) => $"decisions/by-tag/{Name(tag)}.html";

    /// <summary>The list of the decisions of one year.</summary>
    public static string YearPath(string year) => $"decisions/by-year/{year}.html";

    /// <summary>The list of the decisions of one status.</summary>
    public static string StatusPath(string? status) => $"decisions/by-status/{status ?? "unknown"}.html";

    private static string Name(string tag) => Slug.Of(tag.Trim()) is { Length: > 0 } slug ? RecordId.From(slug) : "untagged";

    private static ImmutableArray<Record> Order(Corpus corpus, Kind kind) =>
        kind.DateKey is null || kind.Name == "page"
            ? [.. corpus.All<Record>(kind).OrderBy(r => r.Title, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Id, StringComparer.Ordinal)]
            : [.. corpus.All<Record>(kind).OrderByDescending(r => r.Date is not null).ThenByDescending(r => r.Date).ThenByDescending(r => r.Id, StringComparer.Ordinal)];
}
