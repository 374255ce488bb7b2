using System.Runtime.CompilerServices;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The first sentences of a record, for lists and previews: its own words, never ours.</summary>
internal static class Summary
{
    private static readonly string[] DecisionHeadings =
        ["decision", "decision outcome", "recommendation", "recommendation - decision outcome", "proposal", "proposed solution", "abstract", "summary"];

    /// <summary>At most so many characters.</summary>
    private const int Length = 200;

    /// <summary>A record's own page, its lists (four for most decisions), the search and the feeds ask for the same words.</summary>
    private static readonly ConditionalWeakTable<Record, StrongBox<string?>> Known = [];

    /// <summary>The section that says what was decided, or null.</summary>
    public static Section? DecisionSection(Record record) =>
        record.Body.Sections.FirstOrDefault(s => DecisionHeadings.AsSpan(0, 4).Contains(Plain(s.Title)));

    /// <summary>The start of the text that says what the record is about, at most <see cref="Length"/> characters; null when there is no text.</summary>
    public static string? Of(Record record) => Known.GetValue(record, r => new(Read(r))).Value;

    private static string? Read(Record record)
    {
        var section = record.Body.Sections.FirstOrDefault(s => DecisionHeadings.Contains(Plain(s.Title)) && !s.Content.IsEmpty)
            ?? record.Body.Sections.FirstOrDefault(s => !s.Content.IsEmpty);
        return section is null ? null : Cut(Text(section.Content), Length);
    }

    /// <summary>The first paragraph as HTML, and whether anything follows it; empty when the text does not start with a paragraph.</summary>
    public static (RichText First, bool IsAll) FirstParagraph(RichText text)
    {
        if (!text.Marked.StartsWith("<p", StringComparison.Ordinal)) return (RichText.Empty, false);
        var end = text.Marked.IndexOf("</p>", StringComparison.Ordinal);
        if (end < 0) return (RichText.Empty, false);
        end += 4;
        return (text with { Marked = text.Marked[..end] }, text.Marked.AsSpan(end).Trim().IsEmpty);
    }

    /// <summary>The words of rendered text, without markup.</summary>
    public static string Text(RichText text)
    {
        var words = new System.Text.StringBuilder(text.Marked.Length);
        for (var i = 0; i < text.Marked.Length; i++)
        {
            switch (text.Marked[i])
            {
                case '<':
                    i = text.Marked.IndexOf('>', i);
                    if (i < 0) return Decode(words);
                    if (words.Length > 0 && words[^1] != ' ' && text.Marked[i - 1] is 'p' or 'i' or 'd' or 'r' or '/' or 'h') words.Append(' ');
                    break;
                case RichText.Open:
                    i = text.Marked.IndexOf(RichText.Close, i);
                    break;
                case '\n' or '\r' or ' ':
                    if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
                    break;
                default:
                    words.Append(text.Marked[i]);
                    break;
            }
        }

        return Decode(words);
    }

    private static string Decode(System.Text.StringBuilder words) => System.Net.WebUtility.HtmlDecode(words.ToString()).Trim();

    /// <summary>The start of a text, at most so many characters and cut between words; null when there is none.</summary>
    internal static string? Cut(string text, int length)
    {
        if (text.Length == 0) return null;
        if (text.Length <= length) return text;
        var cut = text.LastIndexOf(' ', length);
        cut = cut < length / 2 ? length : cut;
        if (char.IsHighSurrogate(text[cut - 1])) cut--;
        return text[..cut].TrimEnd(',', ';', ':', ' ') + "…";
    }

    private static string Plain(string heading) => heading.Trim().TrimEnd(':', '#').ToLowerInvariant();
}
