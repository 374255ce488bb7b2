using System.Collections.Immutable;
using PublicLedger.Documents;

namespace PublicLedger.Findings.Agreements;

/// <summary>Two states of a text, word by word.</summary>
public sealed record TextDiff
{
    /// <summary>Nothing differs.</summary>
    public static readonly TextDiff None = new();

    /// <summary>
    /// All of both texts in reading order, removed before added. Leaving out what was added gives the words before, leaving
    /// out what was removed the words after. Where only the layout differs, it is that of the later text.
    /// </summary>
    public ImmutableArray<DiffBlock> Blocks { get; init; } = [];

    /// <summary>The earlier text alone.</summary>
    public ImmutableArray<TextBlock> Before { get; init; } = [];

    /// <summary>The later text alone.</summary>
    public ImmutableArray<TextBlock> After { get; init; } = [];

    /// <summary>How many words went. Words that only moved are not among them, and no punctuation.</summary>
    public int WordsRemoved { get; init; }

    /// <summary>How many words came.</summary>
    public int WordsAdded { get; init; }

    /// <summary>Whether so much changed that the two texts are better read one after the other: both have words, and more than 60 % of those of the shorter text are not in the other.</summary>
    public bool Mostly { get; init; }

    /// <summary>Whether the words are the same but for punctuation, capital letters and typography.</summary>
    public bool PunctuationOnly { get; init; }

    /// <summary>Whether words and punctuation are the same, and only links, emphasis, blanks or the shape of the text differ.</summary>
    public bool LayoutOnly { get; init; }

    /// <summary>What changed, in reading order.</summary>
    public ImmutableArray<WordChange> Changes { get; init; } = [];

    /// <summary>The addresses, as written, that only the earlier text links to.</summary>
    public ImmutableArray<string> LinksRemoved { get; init; } = [];

    /// <summary>The addresses, as written, that only the later text links to.</summary>
    public ImmutableArray<string> LinksAdded { get; init; } = [];

    /// <summary>Whether any word or sign differs or stands elsewhere.</summary>
    public bool AnyWords => !Changes.IsEmpty;
}

/// <summary>Words that went and the words that came in their place.</summary>
/// <param name="Removed">The words that went; empty where there were none.</param>
/// <param name="Added">The words that came; empty where there are none.</param>
/// <param name="Moved">Whether they are the same words at another place.</param>
public sealed record WordChange(string Removed, string Added, bool Moved = false);

/// <summary>What became of a piece of text.</summary>
public enum PieceKind
{
    /// <summary>It is in both texts.</summary>
    Same,

    /// <summary>It is in the earlier text only.</summary>
    Removed,

    /// <summary>It is in the later text only.</summary>
    Added,
}

/// <summary>A run of words with one fate.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Space">What stands before it unless it is the first: empty, a blank, or in preformatted text any run of blanks and line ends.</param>
/// <param name="Text">The words with what stands between them.</param>
public sealed record DiffPiece(PieceKind Kind, string Space, string Text);

/// <summary>A paragraph, list item or table of either text or both.</summary>
/// <param name="Shape">Its place in the layout: of the later text, or where it went, of the earlier.</param>
/// <param name="Kind">Whether it is in both texts or in one.</param>
/// <param name="Pieces">Its words; empty for a table.</param>
public sealed record DiffBlock(TextBlock Shape, PieceKind Kind, ImmutableArray<DiffPiece> Pieces)
{
    /// <summary>Whether the block with all its words is in both texts, at different places: shown once as removed and once as added.</summary>
    public bool Moved { get; init; }

    /// <summary>The rows of a table.</summary>
    public ImmutableArray<DiffRow> Rows { get; init; } = [];

    /// <summary>Its pieces, those of a table cell by cell.</summary>
    public IEnumerable<DiffPiece> AllPieces => Rows.IsEmpty ? Pieces : Rows.SelectMany(r => r.Cells).SelectMany(c => c);
}

/// <summary>A row of a table.</summary>
/// <param name="Header">Whether it names the columns.</param>
/// <param name="Kind">Whether it is in both tables or in one.</param>
/// <param name="Cells">The pieces of each cell. All rows of a table have the same columns: those of both texts.</param>
public sealed record DiffRow(bool Header, PieceKind Kind, ImmutableArray<ImmutableArray<DiffPiece>> Cells);
