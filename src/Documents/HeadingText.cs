using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PublicLedger.Documents;

/// <summary>A heading taken apart: number, words, and the anchor and classes written in braces at its end.</summary>
internal sealed partial class HeadingText
{
    private readonly LiteralInline? last;
    private readonly string braces;

    private HeadingText(string text, LiteralInline? last)
    {
        var match = last is null ? Match.Empty : Braces().Match(text);
        braces = match.Value;
        this.last = match.Success ? last : null;
        Text = (match.Success ? text[..match.Index] : text).Trim();
        Number = Label().Match(Text) is { Success: true } label ? label.Groups[1].Value : "";
        if (!match.Success) return;
        foreach (var word in match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '#' && word.Length > 1) Anchor = word[1..];
            else if (word[0] == '.' && word.Length > 1) Classes = Classes.Add(word[1..]);
        }
    }

    /// <summary>The words with the number, without the braces.</summary>
    public string Text { get; }

    /// <summary>The number at the start ("3.2"), or empty.</summary>
    public string Number { get; }

    /// <summary>The anchor written by hand, or null.</summary>
    public string? Anchor { get; }

    /// <summary>The classes written by hand.</summary>
    public ImmutableArray<string> Classes { get; } = [];

    public static HeadingText Of(HeadingBlock heading) =>
        heading.Inline is null ? new HeadingText("", null) : new HeadingText(Plain(heading.Inline), heading.Inline.LastChild as LiteralInline);

    /// <summary>The words, with or without the number.</summary>
    public string Title(bool withNumber) => withNumber || Number.Length == 0 ? Text : Label().Replace(Text, "", 1);

    /// <summary>Takes the braces out of the heading, so that they are not shown.</summary>
    public void RemoveAttributes()
    {
        if (last is null) return;
        var text = last.Content.ToString();
        var cut = text.Length - braces.TrimStart().Length;
        if (cut >= 0) last.Content = new StringSlice(text[..cut].TrimEnd());
    }

    /// <summary>The words of a piece of running text, without any markup.</summary>
    public static string Plain(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (var piece in inline.Descendants<LeafInline>())
        {
            switch (piece)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case LineBreakInline: text.Append(' '); break;
            }
        }

        return text.ToString().Trim();
    }

    [GeneratedRegex(@"\s*\{\s*([#.][^{}]*)\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(\d{1,4}(?:\.\d{1,3}){0,6})[.):]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}

/// <summary>Heading levels below the page's title: 2 for the highest, and none skipped.</summary>
internal sealed class HeadingLevels
{
    private readonly Stack<int> open = new();

    public int Next(int written)
    {
        while (open.Count > 0 && open.Peek() >= written) open.Pop();
        open.Push(written);
        return Math.Min(6, open.Count + 1);
    }
}

/// <summary>Addresses made from headings, the way code hosts make them, so that links within found texts keep working.</summary>
public static class Slug
{
    private static readonly string[] Reserved = ["at-", "fn:", "fnref:"];

    /// <summary>Whether an anchor written by hand stays as it is: it is not empty, can stand in braces, and the page's frame has no such names.</summary>
    public static bool IsUsable(string anchor) =>
        anchor.Length > 0 && anchor.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':') && !IsReserved(anchor);

    /// <summary>Whether an anchor is of those that the page's frame and footnotes use.</summary>
    public static bool IsReserved(string anchor) => Reserved.Any(start => anchor.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Lower case; letters, digits, <c>-</c> and <c>_</c> kept; blanks become <c>-</c>; the rest goes.</summary>
    public static string Of(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value is '-' or '_') slug.Append((char)rune.Value);
            else if (rune.Value == ' ') slug.Append('-');
        }

        return slug.ToString();
    }
}
