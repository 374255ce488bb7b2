using System.Collections.Immutable;

namespace PublicLedger.Documents;

/// <summary>What a block of text is.</summary>
public enum TextBlockKind
{
    /// <summary>Running text, in a list or quotation or not.</summary>
    Paragraph,

    /// <summary>A heading that is not one of the record's own: in a quotation, a list, or raw HTML.</summary>
    Heading,

    /// <summary>Code or verse, whose line breaks and blanks are kept.</summary>
    Preformatted,

    /// <summary>A word that is explained.</summary>
    Term,

    /// <summary>Its explanation.</summary>
    Definition,

    /// <summary>A table, in <see cref="TextBlock.Rows"/>.</summary>
    Table,
}

/// <summary>What a block may stand in.</summary>
public enum TextFrame
{
    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>An item of a list without numbers.</summary>
    Bullets,

    /// <summary>An item of a numbered list.</summary>
    Numbers,

    /// <summary>A footnote.</summary>
    Notes,
}

/// <summary>A block of plain words with its place in the layout, without links, emphasis and footnote signs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words with single blanks; preformatted text as it is; for a table empty.</param>
public sealed record TextBlock(TextBlockKind Kind, string Text)
{
    /// <summary>What it stands in, from the outside in.</summary>
    public ImmutableArray<TextFrame> Frames { get; init; } = [];

    /// <summary>The index in <see cref="Frames"/> of the outermost list of which it starts an item; null where it continues one, or stands in none.</summary>
    public int? StartsAt { get; init; }

    /// <summary>The number of the item it starts in a numbered list.</summary>
    public int? Number { get; init; }

    /// <summary>The rows of a table.</summary>
    public ImmutableArray<TextRow> Rows { get; init; } = [];

    /// <summary>All its words; the cells of a table one after the other.</summary>
    public string Words => Kind == TextBlockKind.Table ? string.Join(' ', Rows.SelectMany(r => r.Cells).Where(c => c.Length > 0)) : Text;
}

/// <summary>A row of a table. A cell that spans several columns is followed by empty ones, so that column stands below column.</summary>
/// <param name="Header">Whether it names the columns.</param>
/// <param name="Cells">The words of each cell.</param>
public sealed record TextRow(bool Header, ImmutableArray<string> Cells);
