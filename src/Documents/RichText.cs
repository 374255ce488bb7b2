using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>A link or picture as it was written, before anybody knows what it points to.</summary>
/// <param name="Target">The address as written, with entities decoded.</param>
/// <param name="At">Where it was written.</param>
/// <param name="IsImage">Whether it was to be shown and not followed.</param>
public sealed record Link(string Target, Location At, bool IsImage)
{
    /// <summary>For a picture, the words that stand for it.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Whether it stands inside another link, where it cannot become a link itself.</summary>
    public bool InsideLink { get; init; }

    /// <summary>Whether the address names its own scheme or host.</summary>
    public bool IsAbsolute => Scheme is not null || Target.StartsWith("//", StringComparison.Ordinal) || Target.StartsWith("\\\\", StringComparison.Ordinal);

    /// <summary>The scheme in lower case, or null. Control characters and blanks are ignored as browsers ignore them.</summary>
    public string? Scheme
    {
        get
        {
            if (!Target.Contains(':')) return null; // most links are to files beside the record
            var bare = string.Concat(Target.Where(c => c > ' ' && !char.IsControl(c)));
            var colon = bare.IndexOf(':');
            return colon > 0 && char.IsAsciiLetter(bare[0]) && bare.AsSpan(0, colon).IndexOfAnyExcept(SchemeLetters) < 0
                ? bare[..colon].ToLowerInvariant()
                : null;
        }
    }

    private static readonly System.Buffers.SearchValues<char> SchemeLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}

/// <summary>
/// Sanitised HTML with holes where addresses go. Rendering Markdown depends on one file only; where its links lead
/// depends on the whole site. So a document keeps the first and the site fills in the second.
/// </summary>
/// <param name="Marked">HTML in which <see cref="Open"/>, a number and <see cref="Close"/> stand for an address.</param>
/// <param name="Links">The links, by number.</param>
public sealed record RichText(string Marked, ImmutableArray<Link> Links)
{
    /// <summary>A character that Unicode reserves for use inside programs; it is removed from everything read.</summary>
    public const char Open = '\uFDD0';

    /// <summary>The partner of <see cref="Open"/>.</summary>
    public const char Close = '\uFDD1';

    /// <summary>No text.</summary>
    public static readonly RichText Empty = new("", []);

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Marked.Length == 0;

    /// <summary>
    /// The finished HTML. For a link, <paramref name="markup"/> gives the attributes, escaped
    /// (<c>href="../x.html"</c>); for a picture, the whole element.
    /// </summary>
    public string Fill(Func<Link, string> markup)
    {
        if (Links.IsEmpty) return Marked;
        var html = new System.Text.StringBuilder(Marked.Length + (Links.Length * 32));
        var at = 0;
        for (var open = Marked.IndexOf(Open); open >= 0; open = Marked.IndexOf(Open, at))
        {
            html.Append(Marked, at, open - at);
            var close = Marked.IndexOf(Close, open);
            html.Append(markup(Links[int.Parse(Marked.AsSpan(open + 1, close - open - 1), System.Globalization.CultureInfo.InvariantCulture)]));
            at = close + 1;
        }

        return html.Append(Marked, at, Marked.Length - at).ToString();
    }
}
