using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>One record naming another.</summary>
/// <param name="From">The record that names.</param>
/// <param name="Relation">The field it does so in, or "text" for a link in its text.</param>
public sealed record Backlink(Record From, string Relation);

/// <summary>The inverse of every link: who names this record.</summary>
public sealed class Backlinks
{
    private readonly FrozenDictionary<(string, string), ImmutableArray<Backlink>> to;

    private Backlinks(FrozenDictionary<(string, string), ImmutableArray<Backlink>> to) => this.to = to;

    /// <summary>Everything that names a record, newest first; each naming record once, by its first relation.</summary>
    public ImmutableArray<Backlink> To(Record record) => to.GetValueOrDefault(record.Key, []);

    internal static Backlinks Of(Corpus corpus, LinkIndex links)
    {
        var found = new Dictionary<(string, string), ImmutableArray<Backlink>.Builder>();
        // Newest first, so that each list is in order as it grows.
        foreach (var record in corpus.Records.OrderByDescending(r => r.Date).ThenBy(r => r.Kind.Name, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            foreach (var reference in record.Core.References)
                if (corpus.Find(reference) is { } named) Note(named, new Backlink(record, reference.Relation));
            foreach (var link in record.Body.Links)
                if (links.Resolve(record, link) is { Kind: LinkKind.Record, Record: { } linked })
                    Note(corpus.AgreementOf(linked) ?? linked, new Backlink(record, "text")); // who names a dated text names the agreement
        }

        return new Backlinks(found.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutable()));

        void Note(Record named, Backlink backlink)
        {
            if (named.Key == backlink.From.Key) return;
            if (!found.TryGetValue(named.Key, out var from)) found[named.Key] = from = ImmutableArray.CreateBuilder<Backlink>();
            // A record's links come one after another: it has been noted already if it was noted last.
            if (from.Count == 0 || !ReferenceEquals(from[^1].From, backlink.From)) from.Add(backlink);
        }
    }
}
