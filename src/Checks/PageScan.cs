using System.Buffers;
using System.Net;
using System.Text;

namespace PublicLedger.Checks;

/// <summary>Reads pages by scanning their tags. Fast, and right for pages whose tags are closed as ours are.</summary>
internal sealed class PageScan
{
    private readonly PageNotes notes = new();
    private readonly AttributeSpan[] attributes = new AttributeSpan[64];

    /// <summary>Reads one page or drawing.</summary>
    /// <param name="path">Its path in the site.</param>
    /// <param name="bytes">Its bytes; what is not UTF-8 becomes replacement characters.</param>
    public Page Read(string path, ReadOnlySpan<byte> bytes)
    {
        bytes = Published.WithoutMark(bytes);
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            return Read(path, buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private Page Read(string path, Span<char> text)
    {
        notes.Begin(path);
        var scanner = new TagScanner(text, attributes);
        int drawings = 0, headlineTag = -1, headlineText = -1;
        var hasHeadline = false;
        for (var token = scanner.Move(); token != Token.End; token = scanner.Move())
        {
            switch (token)
            {
                case Token.Doctype:
                    notes.Doctype();
                    break;
                case Token.Open:
                    notes.Open(scanner.Tag);
                    if (scanner.Element == Element.Title && drawings == 0) notes.Title(WebUtility.HtmlDecode(scanner.Content.ToString()), scanner.At);
                    else if (scanner.Element == Element.Svg && !scanner.SelfClosing) drawings++;
                    else if (scanner.Element == Element.H1 && !hasHeadline) (hasHeadline, headlineTag, headlineText) = (true, scanner.At, scanner.Next);
                    break;
                case Token.Close when scanner.Element == Element.Svg:
                    drawings = Math.Max(0, drawings - 1);
                    break;
                case Token.Close when scanner.Element == Element.H1 && headlineText >= 0:
                    notes.Headline(TextOf(text[headlineText..scanner.At]), headlineTag);
                    headlineText = -1;
                    break;
            }
        }

        return notes.End(text.IndexOf('\uFFFD'));
    }

    /// <summary>The words of a piece of a page, without its tags.</summary>
    private static string TextOf(Span<char> piece)
    {
        var words = new StringBuilder(piece.Length);
        var scanner = new TagScanner(piece, new AttributeSpan[8]);
        var from = 0;
        while (scanner.Move() != Token.End)
        {
            words.Append(piece[from..scanner.At]);
            from = scanner.Next;
        }

        return WebUtility.HtmlDecode(words.Append(piece[from..]).ToString());
    }
}
