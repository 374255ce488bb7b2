using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace PublicLedger.Documents;

/// <summary>
/// Rendered text as blocks of plain words: for comparing two texts, and for finding words in one. It reads the HTML that
/// this program made itself, which is balanced, escaped and of few elements; so one pass over it is enough.
/// </summary>
public sealed class TextBlocks
{
    private readonly RichText text;
    private readonly ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
    private readonly List<OpenFrame> frames = [];
    private readonly Stack<bool> divisions = new();
    private readonly StringBuilder words = new();
    private TextBlockKind kind;
    private TextTable? table;
    private int tables;
    private int skip;
    private string skipped = "";

    private TextBlocks(RichText text) => this.text = text;

    /// <summary>The blocks in order. Blocks without words are left out.</summary>
    public static ImmutableArray<TextBlock> Of(RichText text) => text.IsEmpty ? [] : new TextBlocks(text).Read();

    private ImmutableArray<TextBlock> Read()
    {
        var html = text.Marked;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<' && html.IndexOf('>', at) is var end and > 0)
            {
                Tag(html.AsSpan(at + 1, end - at - 1));
                at = end + 1;
            }
            else
            {
                var next = html.AsSpan(at + 1).IndexOfAny('<', RichText.Open);
                var stop = next < 0 ? html.Length : at + 1 + next;
                if (html[at] == RichText.Open) stop = Picture(at);
                else if (skip == 0) words.Append(WebUtility.HtmlDecode(html[at..stop]));
                at = stop;
            }
        }

        Flush();
        return blocks.ToImmutable();
    }

    /// <summary>A hole outside a tag is a picture: the words that stand for it are words of the text.</summary>
    private int Picture(int at)
    {
        var close = text.Marked.IndexOf(RichText.Close, at);
        var link = text.Links[int.Parse(text.Marked.AsSpan(at + 1, close - at - 1), CultureInfo.InvariantCulture)];
        if (skip == 0) words.Append(link.Alt);
        return close + 1;
    }

    private void Tag(ReadOnlySpan<char> tag)
    {
        var closing = tag.StartsWith('/');
        if (closing) tag = tag[1..];
        var length = tag.IndexOfAny(' ', '/', '\n');
        var name = (length < 0 ? tag : tag[..length]).ToString();
        if (skip > 0)
        {
            // Within what is left out only its own end counts.
            if (name == skipped) skip += closing ? -1 : 1;
        }
        else if (table is not null && (name != "table" || !closing || tables > 1))
        {
            InTable(name, tag, closing);
        }
        else if (closing)
        {
            Close(name);
        }
        else
        {
            Open(name, tag);
        }
    }

    private void Open(string name, ReadOnlySpan<char> tag)
    {
        if (LeavesOut(name, tag)) return;
        switch (name)
        {
            case "blockquote": Enter(TextFrame.Quote, 0); break;
            case "ul": Enter(TextFrame.Bullets, 0); break;
            case "ol": Enter(divisions.Contains(true) ? TextFrame.Notes : TextFrame.Numbers, Numbered(tag, "start", 1) - 1); break;
            case "li":
                Flush();
                if (frames.Count > 0) frames[^1] = frames[^1] with { Pending = true, Count = frames[^1].Count + 1 };
                break;
            case "div":
                Flush();
                divisions.Push(tag.Contains("\"footnotes\"", StringComparison.Ordinal));
                break;
            case "table":
                Flush();
                (table, tables) = (new TextTable(), 1);
                break;
            case "pre" or "dt" or "dd":
                Flush();
                kind = name switch { "pre" => TextBlockKind.Preformatted, "dt" => TextBlockKind.Term, _ => TextBlockKind.Definition };
                break;
            case "strong" when words.Length == 0 && kind == TextBlockKind.Paragraph: kind = TextBlockKind.Heading; break;
            case "br": words.Append(kind == TextBlockKind.Preformatted ? '\n' : ' '); break;
            default:
                if (IsBlock(name) && kind is TextBlockKind.Paragraph or TextBlockKind.Heading) Flush();
                else if (IsBlock(name)) words.Append(' ');
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "blockquote" or "ul" or "ol":
                Flush();
                if (frames.Count > 0) frames.RemoveAt(frames.Count - 1);
                break;
            case "div":
                Flush();
                divisions.TryPop(out _);
                break;
            case "table":
                if (table?.Rows() is { IsEmpty: false } rows) Add(new TextBlock(TextBlockKind.Table, "") { Rows = rows });
                (table, tables) = (null, 0);
                words.Clear();
                break;
            case "strong": words.Append(StrongEnd); break;
            default:
                if (name is "pre" or "dt" or "dd" or "li") Flush();
                else if (IsBlock(name) && kind is TextBlockKind.Paragraph or TextBlockKind.Heading) Flush();
                else if (IsBlock(name)) words.Append(' ');
                break;
        }
    }

    private void InTable(string name, ReadOnlySpan<char> tag, bool closing)
    {
        if (!closing && LeavesOut(name, tag)) return;
        switch (name)
        {
            // A table within a cell is part of the cell's words.
            case "table": tables += closing ? -1 : 1; break;
            case "caption" when closing && tables == 1:
                var caption = Single(words);
                words.Clear();
                if (caption.Length > 0) Add(new TextBlock(TextBlockKind.Paragraph, caption));
                break;
            case "tr" when tables == 1 && !closing: table!.StartRow(); break;
            case "td" or "th" when tables == 1 && closing:
                table!.EndCell(Single(words));
                words.Clear();
                break;
            case "td" or "th" when tables == 1:
                words.Clear();
                table!.StartCell(name == "th" && tag.Contains("\"col\"", StringComparison.Ordinal), Numbered(tag, "colspan", 1), Numbered(tag, "rowspan", 1));
                break;
            default:
                if (IsBlock(name) || name is "br" or "li" or "ul" or "ol" or "pre" or "dt" or "dd" or "div" or "blockquote" or "td" or "th" or "tr") words.Append(' ');
                break;
        }
    }

    /// <summary>The sign of a footnote and its way back are places and no words.</summary>
    private bool LeavesOut(string name, ReadOnlySpan<char> tag)
    {
        if (name != "a" || !tag.Contains("\"footnote-", StringComparison.Ordinal)) return false;
        (skip, skipped) = (1, name);
        return true;
    }

    private void Enter(TextFrame frame, int count)
    {
        Flush();
        frames.Add(new OpenFrame(frame, count, false));
    }

    /// <summary>Ends the block that is being read.</summary>
    private void Flush()
    {
        var isHeading = kind == TextBlockKind.Heading && IsAllStrong(words);
        words.Replace(StrongEnd.ToString(), "");
        var read = kind == TextBlockKind.Preformatted ? words.ToString().Trim('\n') : Single(words);
        if (kind == TextBlockKind.Heading && !isHeading) kind = TextBlockKind.Paragraph;
        if (read.AsSpan().Trim().Length > 0) Add(new TextBlock(kind, read));
        words.Clear();
        kind = TextBlockKind.Paragraph;
    }

    private void Add(TextBlock block)
    {
        var starts = frames.FindIndex(f => f.Pending);
        blocks.Add(block with
        {
            Frames = [.. frames.Select(f => f.Frame)],
            StartsAt = starts < 0 ? null : starts,
            Number = starts >= 0 && frames[^1] is { Frame: TextFrame.Numbers or TextFrame.Notes, Pending: true } list ? list.Count : null,
        });
        for (var i = 0; i < frames.Count; i++) frames[i] = frames[i] with { Pending = false };
    }

    private static string Single(StringBuilder words) =>
        string.Join(' ', words.Replace(StrongEnd.ToString(), "").ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsAllStrong(StringBuilder words) => words.ToString().AsSpan().TrimEnd() is var all && all.IndexOf(StrongEnd) == all.Length - 1;

    private static bool IsBlock(string name) =>
        name is "p" or "section" or "figure" or "figcaption" or "details" or "summary" or "dl" or "hr" or "caption";

    private static int Numbered(ReadOnlySpan<char> tag, string name, int otherwise)
    {
        var at = tag.IndexOf($" {name}=\"");
        if (at < 0) return otherwise;
        var value = tag[(at + name.Length + 3)..];
        var end = value.IndexOf('"');
        return end > 0 && int.TryParse(value[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }

    /// <summary>Where emphasis ended, while a block is read; the character is in no text that is read.</summary>
    private const char StrongEnd = '\uFDD2';

    private sealed record OpenFrame(TextFrame Frame, int Count, bool Pending);
}
