using System.Buffers;
using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>
/// Reads the part of YAML that nearly all front matter keeps to, five times as fast as the library: keys by indentation, values
/// on one line that are plain words, quoted words without escapes, or lists and mappings in brackets, and lists with dashes
/// below their key. It never judges: what it does not know (comments, blocks of text, anchors, mistakes of any sort) is left to the
/// library, and a test holds it to giving the very same nodes and places.
/// </summary>
internal ref struct PlainYaml
{
    private const int MaxDepth = 8;

    /// <summary>Control characters, line ends other than ours, byte order marks and halves of characters.</summary>
    private static readonly SearchValues<char> Strange = SearchValues.Create(
        [.. Range('\0', '\t'), .. Range('\v', '\u001F'), .. Range('\u007F', '\u00A0'), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF', .. Range('\uD800', '\uDFFF')]);

    private readonly SourceText source;
    private readonly int start;
    private readonly ReadOnlySpan<char> text;
    private readonly bool publishContact;
    private int at;

    private PlainYaml(SourceText source, string text, int start, int length, bool publishContact)
    {
        (this.source, this.start, this.publishContact) = (source, start, publishContact);
        this.text = text.AsSpan(start, length);
    }

    /// <summary>Reads a stretch of a text as one mapping; null where anything in it is for the library.</summary>
    /// <param name="source">The file, for the places.</param>
    /// <param name="text">The text, as long as the file's.</param>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="length">Its length.</param>
    /// <param name="publishContact">Whether e-mail addresses may be shown.</param>
    public static Mapping? Read(SourceText source, string text, int start, int length, bool publishContact)
    {
        var yaml = new PlainYaml(source, text, start, length, publishContact);
        if (yaml.text.ContainsAny(Strange)) return null;
        var mapping = yaml.Keys(0, 0);
        return yaml.at == yaml.text.Length ? mapping : null;
    }

    /// <summary>A mapping whose keys stand at one indentation. The first may follow a dash on its line.</summary>
    private Mapping? Keys(int indent, int depth, bool afterDash = false)
    {
        if (depth > MaxDepth) return null;
        var first = afterDash ? at : at + indent;
        var entries = ImmutableArray.CreateBuilder<Entry>();
        while (afterDash || Indent() == indent)
        {
            if (!afterDash) at += indent;
            afterDash = false;
            if (Key(entries) is not { } key || Value(indent, depth) is not { } value) return null;
            entries.Add(new Entry(key, value));
        }

        return entries.Count == 0 ? null : new Mapping(entries.ToImmutable(), Place(first, NextWord()));
    }

    private Sequence? Items(int indent, int depth)
    {
        if (depth > MaxDepth) return null;
        var first = at + indent;
        var items = ImmutableArray.CreateBuilder<Node>();
        while (Indent() == indent && IsDash(at + indent))
        {
            at += indent + 2;
            if (Item(indent, depth) is not { } item) return null;
            items.Add(item);
        }

        return new Sequence(items.ToImmutable(), Place(first, NextWord()));
    }

    private Node? Item(int indent, int depth)
    {
        var word = at;
        if (Key(ImmutableArray.CreateBuilder<Entry>(0)) is not null)
        {
            at = word;
            return Keys(indent + 2, depth + 1, afterDash: true);
        }

        at = word;
        return OnLine(depth) is { } item && EndOfLine() ? item : null;
    }

    /// <summary>What stands after a key and its colon: on the line, or on the lines below it that are indented further.</summary>
    private Node? Value(int indent, int depth)
    {
        var colon = at;
        if (!EndOfLine())
        {
            if (text[at] != ' ') return null;
            SkipBlanks();
            return OnLine(depth) is { } value && EndOfLine() ? value : null;
        }

        var inner = Indent();
        if (inner > indent) return IsDash(at + inner) ? Items(inner, depth + 1) : Keys(inner, depth + 1);
        return inner == indent && IsDash(at + inner) ? null : new Scalar("", false, Place(colon, colon));
    }

    /// <summary>A value that ends on its line.</summary>
    private Node? OnLine(int depth)
    {
        if (at >= text.Length || depth > MaxDepth) return null;
        if (text[at] is '[' or '{' or '"' or '\'') return InBrackets(depth);
        if (!char.IsLetterOrDigit(text[at])) return null;
        var line = text[at..];
        if (line.IndexOf('\n') is var end and >= 0) line = line[..end];
        line = line.TrimEnd(' ');
        if (line[^1] == ':' || line.IndexOf(": ") >= 0 || line.IndexOf(" #") >= 0) return null;
        at += line.Length;
        return Words(at - line.Length, at, line, quoted: false);
    }

    /// <summary>A value inside brackets, or a value that starts with a bracket or a quote.</summary>
    private Node? InBrackets(int depth)
    {
        if (at >= text.Length || depth > MaxDepth) return null;
        switch (text[at])
        {
            case '[': return BracketList(depth + 1);
            case '{': return BracketKeys(depth + 1);
            case '"' or '\'': return Quoted();
        }

        var first = at;
        if (!char.IsLetterOrDigit(text[at])) return null;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is ' ' or '-' or '_' or '.' or '/' or '(' or ')')) at++;
        while (text[at - 1] == ' ') at--;
        return Words(first, at, text[first..at], quoted: false);
    }

    private Scalar? Quoted()
    {
        var (first, quote) = (at, text[at]);
        var length = text[(at + 1)..].IndexOfAny(quote, '\\', '\n');
        if (length < 0 || text[at + 1 + length] != quote) return null;
        at += length + 2;
        return at < text.Length && text[at] == quote ? null : Words(first, at, text.Slice(first + 1, length), quoted: true);
    }

    private Sequence? BracketList(int depth)
    {
        var first = at++;
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!Closes(']', items.Count))
        {
            if (InBrackets(depth) is not { } item) return null;
            items.Add(item);
        }

        return new Sequence(items.ToImmutable(), Place(first, at - 1));
    }

    private Mapping? BracketKeys(int depth)
    {
        var first = at++;
        var entries = ImmutableArray.CreateBuilder<Entry>();
        while (!Closes('}', entries.Count))
        {
            if (Key(entries) is not { } key || at >= text.Length || text[at] != ' ') return null;
            SkipBlanks();
            if (InBrackets(depth) is not { } value) return null;
            entries.Add(new Entry(key, value));
        }

        return new Mapping(entries.ToImmutable(), Place(first, at - 1));
    }

    /// <summary>
    /// Steps over the closing bracket (which the library does not count as part of the place), or over the comma before the next part; anything else is found there by whoever reads that part.
    /// </summary>
    private bool Closes(char bracket, int before)
    {
        SkipBlanks();
        if (at < text.Length && text[at] == bracket)
        {
            at++;
            return true;
        }

        if (before > 0)
        {
            if (at < text.Length && text[at] == ',') at++;
            else at = text.Length;
            SkipBlanks();
        }

        return false;
    }

    /// <summary>A new key with its colon, which a blank or the end of the line follows; the reader then stands behind the colon.</summary>
    private Located<string>? Key(ImmutableArray<Entry>.Builder others)
    {
        var first = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' && at > first)) at++;
        if (at == first || at >= text.Length || text[at] != ':' || (at + 1 < text.Length && text[at + 1] is not (' ' or '\n'))) return null;
        var name = text[first..at++];
        foreach (var other in others)
            if (name.SequenceEqual(other.Key.Value)) return null;
        return new Located<string>(name.ToString(), Place(first, at - 1));
    }

    private readonly Scalar Words(int first, int end, ReadOnlySpan<char> words, bool quoted)
    {
        var value = words.ToString();
        return new Scalar(publishContact ? value : Contacts.Mask(value), quoted, Place(first, end));
    }

    /// <summary>Steps over the rest of a line that is empty; false, and the reader does not move, where it is not.</summary>
    private bool EndOfLine()
    {
        var end = at;
        while (end < text.Length && text[end] == ' ') end++;
        if (end < text.Length && text[end] != '\n') return false;
        at = Math.Min(end + 1, text.Length);
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    /// <summary>The blanks before the first word of the line the reader is at the start of; -1 behind the last line.</summary>
    private readonly int Indent() => at == text.Length ? -1 : NextWord() - at;

    private readonly int NextWord() => text[at..].IndexOfAnyExcept(' ') is var blanks and >= 0 ? at + blanks : text.Length;

    private readonly bool IsDash(int place) => place + 1 < text.Length && text[place] == '-' && text[place + 1] == ' ';

    private readonly Location Place(int from, int to) => source.At(start + from, to - from);

    private static IEnumerable<char> Range(char from, char to) => Enumerable.Range(from, to - from + 1).Select(c => (char)c);
}
