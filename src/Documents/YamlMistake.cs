using System.Buffers;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>
/// Finds out what somebody did who wrote front matter that YAML cannot read. The library's own complaint ("found invalid
/// mapping") helps nobody, and often stands where the mistake was noticed and not where it was made. So the lines are
/// read again, as a person would, and the first that looks wrong is named.
/// </summary>
internal static class YamlMistake
{
    // What a plain value cannot start with: https://yaml.org/spec/1.2.2/#733-plain-style. Quotes and brackets are looked at apart.
    private const string Signs = "@`%&*!|>,]}";

    /// <summary>What may follow <c>|</c> or <c>&gt;</c> where they start a block of text.</summary>
    private static readonly SearchValues<char> BlockSigns = SearchValues.Create("+-0123456789");

    /// <summary>Says the mistake.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">Where the front matter starts.</param>
    /// <param name="length">Its length.</param>
    /// <param name="noticed">Where the library gave up, counted from <paramref name="start"/>: the place to name where nothing looks wrong.</param>
    /// <param name="say">Where it is reported.</param>
    public static void Say(SourceText source, int start, int length, int noticed, DiagnosticBag say)
    {
        var text = source.Text.Substring(start, Math.Min(length, source.Text.Length - start));
        var before = (Indent: 0, HasValue: false);
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var next and >= 0 ? next : text.Length;
            var line = new Line(text, at, end);
            at = end + 1;
            if (line.IsEmpty) continue;
            if (line.Tab is { } tab) { say.YamlTab(source.At(start + tab)); return; }
            if (line.Colon is null && !line.IsItem)
            {
                if (line.Indent > before.Indent && before.HasValue) continue;
                say.YamlNoColon(source.At(start + line.First, line.Length));
                return;
            }

            if (before.HasValue && line.Indent > before.Indent && line.Colon is not null) { say.YamlIndented(source.At(start + line.First, line.Length)); return; }
            if (SaidOfValue(source, start, text, line, say, out var after)) return;
            before = (line.Indent, line.Value < line.End && line.Colon is not null && after is null);
            if (after is { } past) at = past;
        }

        say.YamlBroken(source.At(start + Math.Clamp(noticed, 0, length)));
    }

    /// <summary>Looks at the value of one line. Gives where the next line starts, where the value goes on over several.</summary>
    private static bool SaidOfValue(SourceText source, int start, string text, Line line, DiagnosticBag say, out int? after)
    {
        after = null;
        if (line.Value >= line.End) return false;
        var sign = text[line.Value];
        var whole = text[line.Value..line.End].TrimEnd();
        if (sign is '|' or '>' && whole.AsSpan(1).IndexOfAnyExcept(BlockSigns) < 0)
        {
            after = PastBlock(text, line);
            return false;
        }

        if (sign is '"' or '\'' or '[' or '{')
        {
            var close = sign is '"' or '\'' ? EndOfQuote(text, line.Value) : EndOfBracket(text, line.Value);
            if (close < 0)
            {
                if (sign is '"' or '\'') say.YamlQuoteOpen(source.At(start + line.Value));
                else say.YamlBracketOpen(source.At(start + line.Value), sign, sign == '[' ? ']' : '}');
                return true;
            }

            var lineEnd = text.IndexOf('\n', close) is var next and >= 0 ? next : text.Length;
            var rest = text[(close + 1)..lineEnd].TrimEnd();
            if (rest.TrimStart() is { Length: > 0 } words && words[0] != '#' && !words.StartsWith(':'))
            {
                say.YamlWordsAfter(source.At(start + close + 1 + rest.Length - words.Length, words.Length), text[close], Quoted(whole));
                return true;
            }

            after = lineEnd + 1;
            return false;
        }

        if (Signs.Contains(sign))
        {
            say.YamlSign(source.At(start + line.Value), sign, Quoted(whole));
            return true;
        }

        var colon = whole.EndsWith(':') ? whole.Length - 1 : whole.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) return false;
        say.YamlColon(source.At(start + line.Value + colon), Quoted(whole));
        return true;
    }

    /// <summary>The value in quotes that need no further thought: single ones, where it has double ones itself.</summary>
    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny('"', '\\') >= 0 ? $"'{value.Replace("'", "''")}'" : $"\"{value}\"";

    /// <summary>The closing quote, or -1. A quoted value may go on over indented lines, and no clerk's value goes on over the next key.</summary>
    private static int EndOfQuote(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[open] == '"') i++;
            else if (text[i] == '\n' && (i + 1 == text.Length || !char.IsWhiteSpace(text[i + 1]))) return -1;
            else if (text[i] == text[open])
            {
                if (text[open] == '\'' && i + 1 < text.Length && text[i + 1] == '\'') i++;
                else return i;
            }
        }

        return -1;
    }

    private static int EndOfBracket(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] is '[' or '{') depth++;
            else if (text[i] is ']' or '}' && --depth == 0) return i;
            else if (text[i] == '"' && EndOfQuote(text, i) is var end and > 0) i = end;
            else if (text[i] == '\n' && new Line(text, i + 1, text.IndexOf('\n', i + 1) is var next and >= 0 ? next : text.Length) is { Indent: 0, Colon: not null }) return -1;
        }

        return -1;
    }

    /// <summary>Where the first line stands that is not part of a block of text after <c>|</c> or <c>&gt;</c>.</summary>
    private static int PastBlock(string text, Line line)
    {
        var at = Math.Min(line.End + 1, text.Length);
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is var next and >= 0 ? next : text.Length;
            var inner = new Line(text, at, end);
            if (!inner.IsEmpty && inner.Indent <= line.Indent) break;
            at = end + 1;
        }

        return at;
    }

    /// <summary>A line of front matter: how far it is indented, its key, and where its value starts.</summary>
    private readonly struct Line
    {
        private readonly string text;

        public Line(string text, int start, int end)
        {
            this.text = text;
            End = end > start && text[end - 1] == '\r' ? end - 1 : end;
            First = start;
            while (First < End && text[First] is ' ' or '\t') First++;
            Indent = First - start;
            Tab = text.AsSpan(start, First - start).IndexOf('\t') is var tab and >= 0 ? start + tab : null;
            Value = First;
            while (Value + 1 < End && text[Value] == '-' && text[Value + 1] == ' ')
            {
                IsItem = true;
                for (Value++; Value < End && text[Value] == ' '; Value++) { }
            }

            IsItem |= Value + 1 == End && text[Value] == '-';
            for (var i = Value; i < End; i++)
            {
                if (text[i] is '"' or '\'' or '[' or '{' && i == Value) break;
                if (text[i] != ':' || (i + 1 < End && text[i + 1] is not (' ' or '\t'))) continue;
                Colon = i;
                for (Value = i + 1; Value < End && text[Value] is ' ' or '\t'; Value++) { }
                break;
            }

            if (Value < End && text[Value] == '#' && Colon is not null) Value = End;
        }

        public int First { get; }

        public int End { get; }

        public int Indent { get; }

        public int? Tab { get; }

        public bool IsItem { get; }

        public int? Colon { get; }

        public int Value { get; }

        public int Length => End - First;

        public bool IsEmpty => First >= End || text[First] == '#';
    }
}
