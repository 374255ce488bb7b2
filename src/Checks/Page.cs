using System.Collections.Immutable;

namespace PublicLedger.Checks;

/// <summary>What an address in a page is for.</summary>
internal enum Use
{
    /// <summary>A reader may go there.</summary>
    Follows,

    /// <summary>It says something about the page and nobody goes there: the page's lasting address, its licence.</summary>
    Names,

    /// <summary>The browser fetches it, or prepares to, without being asked.</summary>
    Loads,

    /// <summary>The browser sends something there.</summary>
    Sends,
}

/// <summary>An address in a page.</summary>
/// <param name="Address">The address, with character references resolved and without spaces around it.</param>
/// <param name="Use">What it is for.</param>
/// <param name="At">Offset of its tag, in UTF-16 units.</param>
internal readonly record struct Link(string Address, Use Use, int At);

/// <summary>A heading of level 1 to 6.</summary>
internal readonly record struct Heading(int Level, int At);

/// <summary>Something that no page of a record may hold.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The element or attribute that holds it.</param>
/// <param name="At">Offset of its tag.</param>
internal readonly record struct Danger(DangerKind Kind, string Name, int At);

/// <summary>Why something may not be in a page.</summary>
internal enum DangerKind
{
    /// <summary>A script written into the page.</summary>
    Script,

    /// <summary>A style written into the page.</summary>
    Style,

    /// <summary>An attribute that holds a script.</summary>
    Handler,

    /// <summary>An element that brings in a foreign document or changes what addresses mean.</summary>
    Element,

    /// <summary>An attribute that tells another address what the reader does.</summary>
    Ping,

    /// <summary>A page that moves the reader on by itself.</summary>
    Refresh,
}

/// <summary>A value and the offset of its tag.</summary>
internal readonly record struct Mark(string Value, int At);

/// <summary>What a page or a drawing says of itself, whichever reader read it.</summary>
/// <param name="Path">Its path in the site.</param>
internal sealed record Page(string Path)
{
    /// <summary>Whether it begins with a document type.</summary>
    public bool HasDoctype { get; init; }

    /// <summary>The language on its html element; empty where there is none.</summary>
    public string Language { get; init; } = "";

    /// <summary>What kind of page it calls itself (<c>data-page-type</c>); empty where it does not say.</summary>
    public string Type { get; init; } = "";

    /// <summary>The text of its title; empty where there is none.</summary>
    public Mark Title { get; init; } = new("", 0);

    /// <summary>How many title elements it has, those in drawings aside.</summary>
    public int Titles { get; init; }

    /// <summary>How many main elements it has.</summary>
    public int Mains { get; init; }

    /// <summary>The text of its first h1, with single spaces.</summary>
    public Mark Headline { get; init; } = new("", 0);

    /// <summary>Its headings in order.</summary>
    public ImmutableArray<Heading> Headings { get; init; } = [];

    /// <summary>The ids that a fragment can name.</summary>
    public IReadOnlySet<string> Ids { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Ids that are used more than once, at each use but the first.</summary>
    public ImmutableArray<Mark> RepeatedIds { get; init; } = [];

    /// <summary>Its addresses in order.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>What it should not hold.</summary>
    public ImmutableArray<Danger> Dangers { get; init; } = [];

    /// <summary>The policy in its meta element, or null where there is none.</summary>
    public Mark? Policy { get; init; }

    /// <summary>Offset of the first element that loads something, where a policy after it comes too late; -1 for none.</summary>
    public int FirstLoad { get; init; } = -1;

    /// <summary>Images without a text for those who cannot see them.</summary>
    public ImmutableArray<int> ImagesWithoutText { get; init; } = [];

    /// <summary>Offset of the first replacement character, which shows that bytes were lost; -1 for none.</summary>
    public int LostCharacter { get; init; } = -1;

    /// <summary>Tables that no labelled, focusable region holds. Only the parser can tell.</summary>
    public ImmutableArray<int> TablesOutsideRegion { get; init; } = [];

    /// <summary>What the parser had to guess. Only the parser can tell.</summary>
    public ImmutableArray<Mark> Guesses { get; init; } = [];
}
