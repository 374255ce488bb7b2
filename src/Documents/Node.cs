using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>A piece of front matter. Every scalar is text: YAML's own guesses (no, 0012, 2026-03-04) never apply.</summary>
/// <param name="At">Where it was written.</param>
public abstract record Node(Location At);

/// <summary>One value, as text.</summary>
/// <param name="Text">The value, with addresses of people masked unless the file publishes them.</param>
/// <param name="Quoted">Whether it was written in quotes or as a block, so that an empty text was meant.</param>
/// <param name="At">Where it was written.</param>
public sealed record Scalar(string Text, bool Quoted, Location At) : Node(At)
{
    /// <summary>The value, with addresses of people masked, and without characters that no page can show.</summary>
    public string Text { get; init => field = Letters.Clean(value); } = Letters.Clean(Text);

    /// <summary>Whether nothing was written: absent is not a value.</summary>
    public bool IsAbsent => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
public sealed record Sequence(ImmutableArray<Node> Items, Location At) : Node(At);

/// <summary>Keys and values in the order written; keys are unique.</summary>
public sealed record Mapping(ImmutableArray<Entry> Entries, Location At) : Node(At)
{
    /// <summary>The value under a key, or null.</summary>
    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key.Value == key) return entry.Value;
            return null;
        }
    }

    /// <summary>The text under a key, or null where there is none or it is not a single value.</summary>
    public Located<string>? Text(string key) =>
        this[key] is Scalar { IsAbsent: false } scalar ? new Located<string>(scalar.Text, scalar.At) : null;

    /// <summary>This mapping with an entry more (or in the place of the one of that key).</summary>
    public Mapping With(string key, Node value, Location keyAt) =>
        this with
        {
            Entries = Entries.FirstOrDefault(e => e.Key.Value == key) is { } old
                ? Entries.Replace(old, old with { Value = value })
                : Entries.Add(new Entry(new Located<string>(key, keyAt), value)),
        };

    /// <summary>This mapping without a key.</summary>
    public Mapping Without(string key) => this with { Entries = Entries.RemoveAll(e => e.Key.Value == key) };
}

/// <summary>A key and its value.</summary>
public sealed record Entry(Located<string> Key, Node Value);
