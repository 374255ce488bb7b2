using System.Collections.Immutable;
using System.Net;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// What stands before the first heading. It is part of what was agreed, and in a text without headings all of it; so it
/// has a story as a clause has, although nothing can be linked to: its level is 0 and its anchor is empty.
/// </summary>
internal static class Opening
{
    /// <summary>What the opening is called in lists of clauses.</summary>
    public const string Title = "Opening text";

    /// <summary>The id of its story.</summary>
    public const string StoryId = "opening";

    private static readonly RichText Heading = new(Title, []);

    /// <summary>The clauses of a text in order, with its opening, if it has one, before them.</summary>
    public static ImmutableArray<Clause> WithClauses(Platform text) =>
        text.Body.Sections is [{ Level: 0, Content.IsEmpty: false } opening, ..] ? [new Clause(Named(opening, text), null), .. text.Clauses] : text.Clauses;

    /// <summary>Whether the opening has a heading of its own: the first heading, where the text has its title from elsewhere.</summary>
    public static bool HasHeading(Section opening) => !ReferenceEquals(opening.Heading, Heading);

    private static Section Named(Section opening, Platform text) => text.Body.Title?.Value is { Length: > 0 } first && first != text.Title
        ? opening with { Title = first, Heading = new RichText(WebUtility.HtmlEncode(first), []) }
        : opening with { Title = Title, Heading = Heading };
}
