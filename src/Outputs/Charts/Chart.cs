using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PublicLedger.Outputs;

/// <summary>
/// A drawing and the table of its numbers. The table is never left out: it is what a screen reader, a printer without ink
/// and a reader in a hurry go by. Up to <see cref="MostBars"/> rows the table is itself the chart, with a bar at the end of
/// each row; longer series are drawn as a line or as dots above it. There is no text inside a drawing, where it would shrink
/// on a phone; what tells two things apart is their shape first and their colour second, so that it holds in black and white.
/// </summary>
public sealed record Chart
{
    /// <summary>Up to so many rows the table itself is the chart.</summary>
    public const int MostBars = 24;

    /// <summary>The start of the ids on its page; unique there.</summary>
    [JsonIgnore] public string Id { get; init; } = "";

    /// <summary>What is shown, as a name: "Days from meeting to minutes".</summary>
    public required string Title { get; init; }

    /// <summary>The drawing above the table; null where the table is the chart.</summary>
    [JsonIgnore] public Html? Drawing { get; init; }

    /// <summary>What stands at the two ends of the drawing: the first and the last row, in words.</summary>
    [JsonIgnore] public string? First { get; init; }

    /// <inheritdoc cref="First"/>
    [JsonIgnore] public string? Last { get; init; }

    /// <summary>How the drawing is to be read: what is at the bottom, at the top, and what the line across it means.</summary>
    [JsonIgnore] public string? Note { get; init; }

    /// <summary>What each shape means; empty where there is only one.</summary>
    [JsonIgnore] public ImmutableArray<ChartKey> Keys { get; init; } = [];

    /// <summary>The heading of the first column: "Day", "Member".</summary>
    [JsonIgnore] public string RowsAre { get; init; } = "";

    /// <summary>The headings of the columns with numbers.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The rows, in the order of the drawing.</summary>
    public required ImmutableArray<ChartRow> Rows { get; init; }

    /// <summary>Whether the rows end with a bar.</summary>
    [JsonIgnore] public bool HasBars { get; init; }

    /// <summary>Whether the table is so long that it is folded below its drawing.</summary>
    [JsonIgnore] public bool Folded => !HasBars && Rows.Length > MostBars;

    /// <summary>Whether there is anything to show.</summary>
    [JsonIgnore] public bool HasRows => !Rows.IsEmpty;
}

/// <summary>A row of a chart's table.</summary>
/// <param name="Label">What the row is about; may lead somewhere.</param>
/// <param name="Cells">The numbers in words, one for each column: "5 days", or "Not recorded".</param>
/// <param name="Bar">The bar at its end; null where there is none.</param>
public sealed record ChartRow(Anchor Label, ImmutableArray<string> Cells, [property: JsonIgnore] Html? Bar);

/// <summary>A shape and what it means.</summary>
/// <param name="Shape">The drawing of the shape.</param>
/// <param name="Label">What it means.</param>
public sealed record ChartKey(Html Shape, string Label);

/// <summary>A number that a chart shows.</summary>
/// <param name="Label">What it is about; may lead somewhere.</param>
/// <param name="Value">The number, for drawing only; null where it is not known, which is never drawn as 0.</param>
/// <param name="Words">The number for readers: "5 days", "83%", or why there is none.</param>
/// <param name="On">The day it is for, where the order is one of time.</param>
public sealed record ChartPoint(Anchor Label, decimal? Value, string Words, DateOnly? On = null);

/// <summary>Numbers of one row that stand side by side: kept, late, dropped.</summary>
/// <param name="Label">What the row is about; may lead somewhere.</param>
/// <param name="Counts">One for each part.</param>
public sealed record ChartStack(Anchor Label, ImmutableArray<int> Counts);
