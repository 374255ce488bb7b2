using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Documents.Dialects;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// Reads front matter by name. It remembers which keys were asked for: those that nobody asked for are kept as
/// <see cref="Extra"/>, and a near miss of a known key gets a message. Every read of a wrong shape is reported here, once.
/// </summary>
public sealed class Fields
{
    private readonly Mapping map;
    private readonly Shared shared;
    private readonly bool below;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private Fields(Mapping map, Shared shared, bool below) => (this.map, this.shared, this.below) = (map, shared, below);

    /// <summary>The fields of a document.</summary>
    public static Fields Of(Document document, DiagnosticBag say) =>
        new(document.Front, new Shared(say, document.File.Folder.Foreign, document.Body), below: false);

    /// <summary>Where this mapping stands.</summary>
    public Location At => map.At;

    /// <summary>The text of the record.</summary>
    public Body Body => shared.Body;

    /// <summary>Where trouble is reported.</summary>
    public DiagnosticBag Say => shared.Say;

    /// <summary>Whether the record was written for another system.</summary>
    public bool Foreign => shared.Foreign;

    /// <summary>Every name of another record read so far.</summary>
    public ImmutableArray<Ref> References => [.. shared.References];

    /// <summary>Whether a key is there with something written.</summary>
    public bool Has(string key) => Find(key) is not (null or Scalar { IsAbsent: true });

    /// <summary>A single value as text; null when absent.</summary>
    public string? Text(string key) => Place(key)?.Value;

    /// <summary>A single value as text, with its place.</summary>
    public Located<string>? Place(string key)
    {
        switch (Find(key))
        {
            case null or Scalar { IsAbsent: true }: return null;
            case Scalar scalar: return new(scalar.Text.Trim(), scalar.At);
            case Sequence { Items: [Scalar only] } when !only.IsAbsent: return new(only.Text.Trim(), only.At);
            case Sequence { Items.IsEmpty: true }: return null;
            case var other:
                shared.Say.ExpectedOneValue(other.At, key);
                return null;
        }
    }

    /// <summary>Where a key's value stands; null when the key is not there.</summary>
    public Location? Where(string key) => Find(key)?.At;

    /// <summary>One value or a list of them, as texts with places.</summary>
    public ImmutableArray<Located<string>> Places(string key)
    {
        var node = Find(key);
        if (node is null or Scalar { IsAbsent: true }) return [];
        if (node is Scalar scalar) return [new(scalar.Text.Trim(), scalar.At)];
        if (node is not Sequence list)
        {
            shared.Say.ExpectedList(node.At, key);
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in list.Items)
        {
            if (item is Scalar { IsAbsent: false } value) found.Add(new(value.Text.Trim(), value.At));
            else if (item is not Scalar) shared.Say.ExpectedList(item.At, key);
        }

        return found.ToImmutable();
    }

    /// <summary>One value or a list of them, as texts.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Places(key).Select(p => p.Value)];

    /// <summary>A date as precise as written; null when absent or, after a message, when it is none.</summary>
    public PartialDate? Date(string key)
    {
        if (Place(key) is not { } place) return null;
        if (PartialDate.TryParse(place.Value, out var date)) return date;
        Unreadable(place, key);
        return null;
    }

    /// <summary>One date or a list of them; those that are none are reported and left out.</summary>
    public IEnumerable<PartialDate> Dates(string key)
    {
        foreach (var place in Places(key))
        {
            if (PartialDate.TryParse(place.Value, out var date)) yield return date;
            else Unreadable(place, key);
        }
    }

    /// <summary>One of a few words; null when absent or, after a message, when it is none of them.</summary>
    public string? Word(string key, IReadOnlyCollection<string> allowed)
    {
        if (Place(key) is not { } place) return null;
        var word = place.Value.ToLowerInvariant().Replace(' ', '-');
        if (allowed.Contains(word)) return word;
        shared.Say.WordUnknown(shared.Foreign, place.At, key, place.Value, allowed);
        return null;
    }

    /// <summary>A whole number; null when absent or, after a message, when it is none.</summary>
    public int? Number(string key)
    {
        if (Place(key) is not { } place) return null;
        if (int.TryParse(place.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) return number;
        shared.Say.NumberUnreadable(place.At, key, place.Value);
        return null;
    }

    /// <summary>A name of another record.</summary>
    /// <param name="key">The field.</param>
    /// <param name="kind">The kind it must be of; null for any.</param>
    /// <param name="strict">Whether it must exist.</param>
    public Ref? Link(string key, string? kind, bool strict = true) => Place(key) is { } place ? Note(new Ref(kind, key, place, strict)) : null;

    /// <summary>Names of other records.</summary>
    public ImmutableArray<Ref> Links(string key, string? kind, bool strict = true) =>
        [.. Places(key).Select(p => Note(new Ref(kind, key, p, strict)))];

    /// <summary>Names of other records, each either an id or <c>{id: …, part: …}</c>.</summary>
    public ImmutableArray<Ref> LinksWithParts(string key, string kind)
    {
        if (Find(key) is not { } node) return [];
        var items = node is Sequence list ? list.Items : [node];
        var found = ImmutableArray.CreateBuilder<Ref>();
        foreach (var item in items)
        {
            if (item is Scalar { IsAbsent: false } id) found.Add(Note(new Ref(kind, key, new(id.Text.Trim(), id.At), true)));
            else if (item is Mapping parts)
            {
                var fields = new Fields(parts, shared, below: true);
                var part = fields.Text("part");
                if (fields.Place("id") is { } target) found.Add(Note(new Ref(kind, key, target, true) { Part = part }));
                else shared.Say.KeyMissing(item.At, "id", key);
                fields.Finish();
            }
            else if (item is Sequence) shared.Say.ExpectedList(item.At, key);
        }

        return found.ToImmutable();
    }

    /// <summary>A list of names or of groups of names (<c>[[a, b], [c, d]]</c>); a name by itself is a group of one.</summary>
    public ImmutableArray<ImmutableArray<Ref>> LinkGroups(string key, string kind)
    {
        if (Find(key) is not { } node || node is Scalar { IsAbsent: true }) return [];
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<Ref>>();
        foreach (var item in node is Sequence list ? list.Items : [node])
        {
            if (item is Scalar { IsAbsent: true }) continue;
            var names = item is Sequence inner ? inner.Items : [item];
            if (names.All(n => n is Scalar { IsAbsent: false })) groups.Add([.. names.Cast<Scalar>().Select(n => Note(new Ref(kind, key, new(n.Text.Trim(), n.At), true)))]);
            else shared.Say.ExpectedList(item.At, key);
        }

        return groups.ToImmutable();
    }

    /// <summary>The entries of this mapping, whose keys are names of other records (<c>{north: 2, south: 1}</c>).</summary>
    public ImmutableArray<(Ref Name, Located<string> Value)> ByName(string relation, string kind)
    {
        var found = ImmutableArray.CreateBuilder<(Ref, Located<string>)>();
        foreach (var entry in map.Entries)
        {
            known.Add(entry.Key.Value);
            if (entry.Value is Scalar value) found.Add((Note(new Ref(kind, relation, entry.Key, !Foreign)), new(value.Text.Trim(), value.At)));
            else shared.Say.ExpectedOneValue(entry.Value.At, entry.Key.Value);
        }

        return found.ToImmutable();
    }

    /// <summary>The keys of this mapping, for one whose keys are names.</summary>
    public ImmutableArray<Located<string>> Keys => [.. map.Entries.Select(e => e.Key)];

    /// <summary>Whether there are keys below a key, and not a single value.</summary>
    public bool IsMap(string key) => Find(key) is Mapping;

    /// <summary>A nested mapping, or null.</summary>
    public Fields? Map(string key)
    {
        switch (Find(key))
        {
            case Mapping mapping: return new Fields(mapping, shared, below: true);
            case null or Scalar { IsAbsent: true }: return null;
            case var other:
                shared.Say.ExpectedKeys(other.At, key);
                return null;
        }
    }

    /// <summary>A list of nested mappings; a single one counts as a list.</summary>
    public ImmutableArray<Fields> Maps(string key)
    {
        var node = Find(key);
        if (node is null or Scalar { IsAbsent: true }) return [];
        var found = ImmutableArray.CreateBuilder<Fields>();
        foreach (var item in node is Sequence list ? list.Items : [node])
        {
            if (item is Mapping mapping) found.Add(new Fields(mapping, shared, below: true));
            else shared.Say.ExpectedKeys(item.At, key);
        }

        return found.ToImmutable();
    }

    /// <summary>All entries as they are, for a mapping whose keys are names (<c>reasons-given</c>).</summary>
    public ImmutableArray<(Located<string> Key, string Text)> Entries()
    {
        foreach (var entry in map.Entries) known.Add(entry.Key.Value);
        return [.. map.Entries.Select(e => (e.Key, InWords(e.Value)))];
    }

    /// <summary>All entries with their places, for a mapping whose keys are names (<c>scores</c>). Those without a value are left out.</summary>
    public ImmutableArray<(Located<string> Key, Located<string> Value)> PlacedEntries()
    {
        var found = ImmutableArray.CreateBuilder<(Located<string>, Located<string>)>();
        foreach (var entry in map.Entries)
        {
            known.Add(entry.Key.Value);
            if (entry.Value is Scalar { IsAbsent: true }) continue;
            if (entry.Value is Scalar value) found.Add((entry.Key, new(value.Text.Trim(), value.At)));
            else shared.Say.ExpectedOneValue(entry.Value.At, entry.Key.Value);
        }

        return found.ToImmutable();
    }

    /// <summary>Notes a name of another record that was put together elsewhere.</summary>
    public Ref Note(Ref reference)
    {
        shared.References.Add(reference);
        return reference;
    }

    /// <summary>The known key that a key is nearly, or null.</summary>
    public string? Near(string key) => Spelling.Nearest(key, known);

    /// <summary>The keys nobody asked for.</summary>
    /// <param name="report">Whether those that are nearly a known key, or would be lost, are reported.</param>
    /// <param name="shown">Whether the page shows them; by itself only what belongs to the record as a whole.</param>
    public ImmutableArray<Extra> Finish(bool report = true, bool shown = false)
    {
        shown |= !below;
        var extra = ImmutableArray.CreateBuilder<Extra>();
        foreach (var entry in map.Entries)
        {
            if (known.Contains(entry.Key.Value)) continue;
            if (report && !shared.Foreign) Report(entry.Key, shown);
            if (entry.Value is Scalar { IsAbsent: true }) continue;
            extra.Add(new Extra(entry.Key, InWords(entry.Value)));
        }

        return extra.ToImmutable();
    }

    private void Report(Located<string> key, bool shown)
    {
        if (Near(key.Value) is { } near) shared.Say.KeyMisspelt(key.At, key.Value, near, shown);
        else if (!shown) shared.Say.KeyNotShown(key.At, key.Value, known);
    }

    private Node? Find(string key)
    {
        known.Add(key);
        return map[key];
    }

    private void Unreadable(Located<string> place, string key)
    {
        var written = char.IsAsciiDigit(place.Value[0]) && place.Value is [_, _, _, _, '/' or '.', ..] ? place.Value.Replace('/', '-').Replace('.', '-') : place.Value;
        var meant = WrittenDates.Read(written, null, out var date, out var other) switch
        {
            DateReading.Read => $"Write {date}.",
            DateReading.Ambiguous => $"Write {date} or {other}.",
            _ => null,
        };
        shared.Say.DateUnreadable(shared.Foreign, place.At, key, place.Value, meant);
    }

    private static string InWords(Node node) => node switch
    {
        Scalar scalar => scalar.Text.Trim(),
        Sequence list => string.Join(list.Items.Any(i => i is not Scalar) ? "; " : ", ", list.Items.Select(InWords)),
        Mapping map => string.Join(", ", map.Entries.Select(e => $"{e.Key.Value}: {InWords(e.Value)}")),
        _ => "",
    };

    /// <summary>What the fields of one file have in common.</summary>
    private sealed record Shared(DiagnosticBag Say, bool Foreign, Body Body)
    {
        public List<Ref> References { get; } = [];
    }
}
