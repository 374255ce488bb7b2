using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace PublicLedger.Documents;

/// <summary>
/// Reads YAML as text with places: <see cref="PlainYaml"/> what is simple, and else events of YamlDotNet's parser, never its deserialiser.
/// Anchors, aliases and tags are refused (they can make a small file huge, and no clerk needs them), as are equal keys,
/// of which the library would silently take the last.
/// </summary>
public static class FrontMatter
{
    private const int MaxDepth = 24;
    private const int MaxLength = 512 * 1024;

    /// <summary>An empty mapping for a file without front matter.</summary>
    public static Mapping None(SourceText source) => new([], source.At(0));

    /// <summary>
    /// The block between two lines of three dashes at the top of a file, and the offset at which the text after it starts.
    /// A block that cannot be read is reported once and comes back null; the file's id stays declared.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="say">Where trouble is reported.</param>
    /// <param name="instead">A text of the same length to read in the place of the file's own, or null.</param>
    public static (Mapping? Front, int BodyStart) Split(SourceText source, DiagnosticBag say, string? instead = null)
    {
        var text = instead ?? source.Text;
        if (!IsFence(text, 0, out var start)) return (None(source), 0);
        for (var at = start; at < text.Length;)
        {
            if (IsFence(text, at, out var after)) return (Read(source, start, at - start, say, instead), after);
            var next = text.IndexOf('\n', at);
            if (next < 0) break;
            at = next + 1;
        }

        say.FrontMatterNotClosed(source.At(0, 3));
        return (null, text.Length);
    }

    /// <summary>Reads a stretch of a file (or all of it) as one YAML mapping; null when it cannot be read, which was reported.</summary>
    public static Mapping? Read(SourceText source, int start, int length, DiagnosticBag say, string? instead = null)
    {
        if (length > MaxLength)
        {
            say.FrontMatterTooLong(source.At(start), length, MaxLength);
            return null;
        }

        var publishContact = Contacts.ArePublished(source.Text.AsSpan(start, length));
        return PlainYaml.Read(source, instead ?? source.Text, start, length, publishContact) ?? ByLibrary(source, start, length, publishContact, say, instead);
    }

    /// <summary>Reads all of YAML, and says what is wrong with it.</summary>
    internal static Mapping? ByLibrary(SourceText source, int start, int length, bool publishContact, DiagnosticBag say, string? instead)
    {
        try
        {
            return new Reader(source, instead ?? source.Text, start, length, publishContact, say).Read();
        }
        catch (Unreadable)
        {
            return null;
        }
        catch (YamlException e)
        {
            YamlMistake.Say(source, start, length, (int)Math.Clamp(e.Start.Index, 0, length), say);
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner stumbles over some texts ("a: [b" and a key with two colons on the next line) instead of refusing them.
            YamlMistake.Say(source, start, length, length, say);
            return null;
        }
    }

    private static bool IsFence(string text, int at, out int after)
    {
        after = at;
        if (string.CompareOrdinal(text, at, "---", 0, 3) != 0) return false;
        var end = text.IndexOf('\n', at);
        after = end < 0 ? text.Length : end + 1;
        return text.AsSpan(at + 3, (end < 0 ? text.Length : end) - at - 3).Trim().IsEmpty;
    }

    private sealed class Reader(SourceText source, string text, int start, int length, bool publishContact, DiagnosticBag say)
    {
        private readonly YamlDotNet.Core.Parser yaml = new(new StringReader(text.Substring(start, length)));
        private bool broken;

        public Mapping? Read()
        {
            yaml.Consume<StreamStart>();
            if (!yaml.Accept<DocumentStart>(out _)) return None(source);
            yaml.Consume<DocumentStart>();
            var node = Next(0);
            if (!broken && !yaml.Accept<DocumentEnd>(out _)) return None(source);
            if (broken) return null;
            if (node is Mapping mapping) return mapping;
            if (node is Scalar { IsAbsent: true }) return None(source);
            say.FrontMatterNotKeys(node.At);
            return null;
        }

        private Node Next(int depth)
        {
            if (depth > MaxDepth)
            {
                say.YamlTooDeep(Here(yaml.Current), MaxDepth);
                throw new Unreadable();
            }

            var found = yaml.Consume<ParsingEvent>();
            if (found is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            {
                say.YamlAnchor(Here(found));
                throw new Unreadable();
            }

            if (found is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
            {
                var at = Here(found);
                var written = source.Text.AsSpan(at.Start, at.Length);
                say.YamlTag(at, written.StartsWith("!") ? written[..(written.IndexOfAny(' ', '\n') is var end and > 0 ? end : written.Length)].ToString() : tagged.Tag.Value);
                throw new Unreadable();
            }

            return found switch
            {
                YamlScalar scalar => Text(scalar),
                SequenceStart => List(found, depth),
                MappingStart => Keys(found, depth),
                _ => new Scalar("", false, Here(found)),
            };
        }

        private Scalar Text(YamlScalar scalar)
        {
            var text = publishContact ? scalar.Value : Contacts.Mask(scalar.Value);
            return new Scalar(text.ReplaceLineEndings("\n"), scalar.Style != ScalarStyle.Plain, Here(scalar));
        }

        private Sequence List(ParsingEvent first, int depth)
        {
            var items = ImmutableArray.CreateBuilder<Node>();
            while (!yaml.Accept<SequenceEnd>(out _)) items.Add(Next(depth + 1));
            return new Sequence(items.ToImmutable(), Span(first, yaml.Consume<SequenceEnd>()));
        }

        private Mapping Keys(ParsingEvent first, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<Entry>();
            var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
            while (!yaml.Accept<MappingEnd>(out _))
            {
                var key = Next(depth + 1);
                var value = Next(depth + 1);
                if (key is not Scalar name)
                {
                    say.KeyNotText(key.At);
                    broken = true;
                }
                else if (!seen.TryAdd(name.Text, name.At))
                {
                    say.KeyTwice(name.At, name.Text, seen[name.Text]);
                    broken = true;
                }
                else
                {
                    entries.Add(new Entry(new Located<string>(name.Text, name.At), value));
                }
            }

            return new Mapping(entries.ToImmutable(), Span(first, yaml.Consume<MappingEnd>()));
        }

        private Location Here(ParsingEvent? found) =>
            found is null ? source.At(start) : source.At(start + (int)found.Start.Index, (int)Math.Max(0, found.End.Index - found.Start.Index));

        private Location Span(ParsingEvent first, ParsingEvent last) =>
            source.At(start + (int)first.Start.Index, (int)Math.Max(0, last.End.Index - first.Start.Index));
    }

    /// <summary>Ends the reading of one file after its trouble has been said.</summary>
    private sealed class Unreadable() : YamlException("said already");
}
