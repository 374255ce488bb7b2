using System.Text.RegularExpressions;

namespace PublicLedger.Documents;

/// <summary>Addresses of people: none is published unless the file says <c>publish-contact: true</c>.</summary>
public static partial class Contacts
{
    /// <summary>What stands where an e-mail address stood.</summary>
    public const string Placeholder = "[e-mail address not shown]";

    /// <summary>Whether front matter says that the addresses in its file may be published.</summary>
    public static bool ArePublished(ReadOnlySpan<char> front) => Permission().IsMatch(front);

    /// <summary>Whether a whole file says so in its front matter.</summary>
    public static bool ArePublishedIn(string text) =>
        text.StartsWith("---", StringComparison.Ordinal) && text.IndexOf("\n---", StringComparison.Ordinal) is var end and > 0
        && ArePublished(text.AsSpan(0, end + 1));

    /// <summary>The text with every e-mail address replaced.</summary>
    public static string Mask(string text) => text.AsSpan().IndexOfAny('@', '&') >= 0 ? Address().Replace(text, Placeholder) : text;

    [GeneratedRegex(@"(?:mailto:)?[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\\?(?:@|&#0*64;|&#[xX]0*40;|&commat;)[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^publish-contact:[ \t]*[""']?(?:true|yes)[""']?[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Permission();
}
