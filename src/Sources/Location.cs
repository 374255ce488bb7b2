namespace PublicLedger.Sources;

/// <summary>A stretch of one source text. Line and column are worked out only when printed.</summary>
/// <param name="Source">The text it lies in.</param>
/// <param name="Start">Offset of its first character, in UTF-16 units.</param>
/// <param name="Length">How many characters it covers; 0 for a point.</param>
public readonly record struct Location(SourceText Source, int Start, int Length)
{
    /// <summary>One-based line of the first character.</summary>
    public int Line => Source.PositionOf(Start).Line;

    /// <summary>One-based column of the first character.</summary>
    public int Column => Source.PositionOf(Start).Column;

    /// <inheritdoc/>
    public override string ToString() => $"{Source.Path}:{Line}:{Column}";
}

/// <summary>A value that knows where it was written.</summary>
public readonly record struct Located<T>(T Value, Location At)
{
    /// <summary>The same place with another value.</summary>
    public Located<TOther> With<TOther>(TOther value) => new(value, At);

    /// <inheritdoc/>
    public override string ToString() => Value?.ToString() ?? "";
}
