using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Documents;

/// <summary>One file, read: front matter, text, and nothing that any other file could change.</summary>
/// <param name="File">The file and the source it belongs to.</param>
/// <param name="Front">The front matter, in the project's own keys; for a foreign file its dialect's translation.</param>
/// <param name="Body">The Markdown, rendered and cut into sections.</param>
public sealed record Document(SourceFile File, Mapping Front, Body Body)
{
    /// <summary>The name of the form it was written in, or null for the project's own.</summary>
    public string? Dialect { get; init; }

    /// <summary>Whether the front matter could not be read, so that only the id is known.</summary>
    public bool Broken { get; init; }

    /// <summary>The offset at which the text starts, after the front matter.</summary>
    public int BodyStart { get; init; }

    /// <summary>Whether this is a page about its folder (README, index) and not one of the folder's records.</summary>
    public bool AboutFolder { get; init; }

    /// <summary>The text it was read from.</summary>
    public SourceText Source => File.Text;
}

/// <summary>The text of a record.</summary>
/// <param name="Title">The text of its first level-one heading, or null.</param>
/// <param name="Sections">The sections in order; the first may be untitled: what stands before any heading.</param>
/// <param name="Marks">The resolutions, actions and votes that are marked as such in minutes, in order.</param>
public sealed record Body(Located<string>? Title, ImmutableArray<Section> Sections, ImmutableArray<Mark> Marks)
{
    /// <summary>No text at all.</summary>
    public static readonly Body Empty = new(null, [], []);

    /// <summary>Every link in the text, headings included.</summary>
    public IEnumerable<Link> Links => Sections.SelectMany(s => s.Heading.Links.Concat(s.Content.Links));

    /// <summary>Every address a link may have after the <c>#</c>.</summary>
    public ImmutableHashSet<string> Anchors { get; init; } = [];
}

/// <summary>A heading with what follows it up to the next heading of any level.</summary>
public sealed record Section
{
    /// <summary>2 for the highest below the title; levels never skip. 0 for the text before any heading.</summary>
    public required int Level { get; init; }

    /// <summary>The heading as plain text, without number, anchor and classes.</summary>
    public required string Title { get; init; }

    /// <summary>The number written before the heading ("3.2"), or empty. A label, not an identity.</summary>
    public string Number { get; init; } = "";

    /// <summary>Number and heading in words: "3.2 Floods".</summary>
    public string Label => Number.Length > 0 ? $"{Number} {Title}" : Title;

    /// <summary>The heading as HTML, with its number.</summary>
    public RichText Heading { get; init; } = RichText.Empty;

    /// <summary>The address within the page: as written in <c>{#…}</c>, else made from the heading as code hosts do.</summary>
    public required string Anchor { get; init; }

    /// <summary>Whether the anchor was written by hand, so that it can serve as an identity.</summary>
    public bool OwnAnchor { get; init; }

    /// <summary>Classes written in <c>{.…}</c>.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>The text below the heading, up to the next one.</summary>
    public RichText Content { get; init; } = RichText.Empty;

    /// <summary>Where the heading is; for the untitled section, where the text starts.</summary>
    public required Location At { get; init; }

    /// <summary>The stretch of the source that <see cref="Content"/> came from.</summary>
    public required Location ContentAt { get; init; }

    /// <summary>The lines of the content as written, each with its place and without its line end.</summary>
    public IEnumerable<Located<string>> Lines()
    {
        var text = ContentAt.Source.Text;
        var end = Math.Min(text.Length, ContentAt.Start + ContentAt.Length);
        for (var at = ContentAt.Start; at < end;)
        {
            var next = text.IndexOf('\n', at, end - at);
            var stop = next < 0 ? end : next;
            var length = stop > at && text[stop - 1] == '\r' ? stop - at - 1 : stop - at;
            yield return new Located<string>(text.Substring(at, length), ContentAt.Source.At(at, length));
            at = stop + 1;
        }
    }
}

/// <summary>What a line of minutes is marked as.</summary>
public enum MarkKind
{
    /// <summary>RESOLUTION, RESOLVED or DECISION: something was decided.</summary>
    Resolution,

    /// <summary>CONSENSUS: decided without a count.</summary>
    Consensus,

    /// <summary>MOTION: put to the meeting.</summary>
    Motion,

    /// <summary>VOTE: a count.</summary>
    Vote,

    /// <summary>ACTION or AI: somebody is to do something.</summary>
    Action,

    /// <summary>WITHHELD: something is not published.</summary>
    Withheld,

    /// <summary>A section whose heading says that it holds what was decided.</summary>
    Conclusion,
}

/// <summary>The counts of a vote as minutes give them; null where a number was not written.</summary>
/// <param name="For">Votes for.</param>
/// <param name="Against">Votes against.</param>
/// <param name="Abstain">Abstentions.</param>
public sealed record WrittenTally(int? For, int? Against, int? Abstain);

/// <summary>A marked line of minutes with the lines that continue it.</summary>
/// <param name="Kind">What it is marked as.</param>
/// <param name="Word">The mark as written, with a number where it has one and without the colon.</param>
/// <param name="Text">What follows the mark, as plain text.</param>
/// <param name="Links">The links in it.</param>
/// <param name="Anchor">The address of the line within the page.</param>
/// <param name="Section">The index of the section it stands in.</param>
/// <param name="At">Where it stands.</param>
public sealed record Mark(MarkKind Kind, string Word, string Text, ImmutableArray<Link> Links, string Anchor, int Section, Location At)
{
    /// <summary>The items of the list right after the line: the votes by name, as written.</summary>
    public ImmutableArray<Located<string>> Items { get; init; } = [];

    /// <summary>What follows the mark without the words of its links; empty for marks that are none of ours.</summary>
    public string OwnWords { get; init; } = "";

    /// <summary>The counts written in it, or null.</summary>
    public WrittenTally? Tally { get; init; }

    /// <summary>Whether it says in so many words, or by being empty, that nothing was decided.</summary>
    public bool NothingDecided { get; init; }

    /// <summary>Who moved, as written, or null.</summary>
    public Located<string>? MovedBy { get; init; }

    /// <summary>Who seconded, as written, or null.</summary>
    public Located<string>? SecondedBy { get; init; }

    /// <summary>Who abstained by name, as written.</summary>
    public ImmutableArray<Located<string>> Abstained { get; init; } = [];

    /// <summary>How a motion ended, as written ("passed", "failed", "carried"), or null.</summary>
    public string? Outcome { get; init; }
}
