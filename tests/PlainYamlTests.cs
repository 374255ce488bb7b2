using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The short reader of YAML says what the library says, places included, or nothing.</summary>
public sealed class PlainYamlTests
{
    /// <summary>Lines that it reads, lines that it must leave alone, and pieces that make either of each other.</summary>
    private static readonly string[] Keys = ["a", "key", "b-2", "by_whom", "2", "", "two words", "é", "\"q\"", "? c", "- d", "- e: f\n  g", "#"];

    private static readonly string[] Values =
    [
        "word", "two words", " after blanks ", "2026-03-04", "a:b", "http://example.org/#x", "a #b", "a#b", "a: b", "end:", "naïve – yes", "x@example.org", "O'Neill",
        "\"quoted\"", "\"with: colon, [and] more\"", "\"a\\nb\"", "\"open", "'single'", "'it''s'", "\"a\" b", "\"\"", "''",
        "[]", "[a]", "[a, b-c , \"d, e\"]", "[a,b]", "[a, [b, {c: d}]]", "[a,]", "[,]", "[a b", "[a: b]", "[\"a\": b]", "[a] b", "[a\n", "{}", "{a: b}", "{a: b, c: \"d\"}", "{a: b,}",
        "{a: , b: c}", "{a}", "{a: b, a: c}", "{a:b}", "{ a: [b] }", "[é, x.y/z (w)]", "[a-b, -c]", "[a#b]", "[a #b]", "[x@example.org]",
        "", " ", "-", "- a", "|", "|\n  text\n  more", ">-\n    folded", "&x y", "*x", "!t v", "~", "null", "%", "@a", "`b`", "- - a", "a\n  goes on", "\t", "\ttab", "a\tb", "\u2028", "\u00A0x", "😀", "# note",
    ];

    private static readonly string[] Indents = ["", "", "", "  ", "  ", "    ", "- ", "  - ", " ", "  -", "\t"];

    private static readonly string[] Ends = ["\n", "\n", "\n", "\n", "\n", "\r\n", " \n", "\n\n", "\n# note\n", ""];

    private static readonly Gen<string> Line =
        Gen.Elements(Indents).SelectMany(indent => Gen.Elements(Keys).SelectMany(key => Gen.Elements(": ", ": ", ": ", ":", " : ", "")
            .SelectMany(colon => Gen.Elements(Values).SelectMany(value => Gen.Elements(Ends).Select(end => indent + key + colon + value + end)))));

    /// <summary>Keys at one indentation, some with more below them; now and then with a value that is for the library.</summary>
    private static Gen<string> Block(string indent, int depth) =>
        Entry("a", indent, depth).SelectMany(a => Entry("b-2", indent, depth).SelectMany(b => Entry("c", indent, depth).Select(c => a + b + c)));

    private static Gen<string> Entry(string key, string indent, int depth)
    {
        var plain = Gen.Elements("word", "two words ", "\"quoted\"", "'single'", "[a, \"b c\"]", "{d: e, f: []}", "", "x:y", "# note", "[a: b]").Select(value => $"{indent}{key}: {value}\n");
        if (depth == 0) return Gen.OneOf(plain, Gen.Constant(""));
        var deeper = Gen.Elements("  ", "    ").SelectMany(step => Block(indent + step, depth - 1)).Select(block => $"{indent}{key}:\n{block}");
        var items = Block(indent + "    ", depth - 1).Select(block => block.Length == 0 ? "" : $"{indent}{key}:\n{indent}  - {block.TrimStart(' ')}{indent}  - last\n");
        return Gen.OneOf(plain, plain, plain, Gen.Constant(""), deeper, items);
    }

    private int read;

    [Fact]
    public void It_agrees_with_the_library_on_anything() =>
        Prop.ForAll(Gen.ListOf(Line).Select(lines => string.Concat(lines.Take(6))).ToArbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void It_agrees_with_the_library_on_what_is_indented()
    {
        Prop.ForAll(Block("", 2).ToArbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
        Assert.True(read > 1000, $"Only {read} of the texts were read at all.");
    }

    [Fact]
    public void It_reads_what_clerks_write()
    {
        const string Front = "title: \"Should we meet?\"\nstatus: accepted\nproposed-by: [a, b]\nvote:\n  rule: ordinary\n  for: [c]\n  absent: []\nperiods:\n  - {from: 2001-01-08}\n  - from: 2002\n    to: 2003\nsunset:\n";
        Assert.NotNull(Short(Front));
        Agrees(Front);
    }

    private void Agrees(string text)
    {
        if (Short(text) is not { } mapping) return;
        read++;
        var say = new DiagnosticBag();
        var expected = FrontMatter.ByLibrary(new SourceText("a.md", text), 0, text.Length, false, say, null);
        Assert.Empty(say.Sorted());
        Assert.Equal(Print(expected), Print(mapping));
    }

    private static Mapping? Short(string text) => PlainYaml.Read(new SourceText("a.md", text), text, 0, text.Length, false);

    private static string Print(Node? node)
    {
        var to = new StringBuilder();
        Print(node, to);
        return to.ToString();
    }

    private static void Print(Node? node, StringBuilder to)
    {
        to.Append(node?.GetType().Name).Append('@').Append(node?.At.Start).Append('+').Append(node?.At.Length);
        if (node is Scalar scalar) to.Append(scalar.Quoted ? '"' : '\'').Append(scalar.Text);
        if (node is Sequence list) foreach (var item in list.Items) Print(item, to.Append("\n- "));
        if (node is Mapping mapping)
            foreach (var entry in mapping.Entries) Print(entry.Value, to.Append('\n').Append(entry.Key.Value).Append('@').Append(entry.Key.At.Start).Append('+').Append(entry.Key.At.Length).Append(": "));
    }
}
