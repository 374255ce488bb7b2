using System.Collections.Immutable;

namespace PublicLedger.Findings.Health;

/// <summary>How an indicator stands to its line.</summary>
public enum Standing
{
    /// <summary>There is a number and no line.</summary>
    NoLine,

    /// <summary>On the right side of the line, or on it.</summary>
    Within,

    /// <summary>On the wrong side of it.</summary>
    Past,

    /// <summary>There is no number.</summary>
    Unknown,
}

/// <summary>A sign of life or decay: a question, its answer of today, and its answers on days before.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Unit">In what its number is counted.</param>
/// <param name="Line">Where the number should stay, or null.</param>
/// <param name="OwnLine">Whether the coalition drew that line itself.</param>
/// <param name="Now">The answer of today.</param>
/// <param name="Trend">The answers on days in the coalition's life, oldest first, today last.</param>
public sealed record Indicator(string Id, Unit Unit, Bound? Line, bool OwnLine, Answer Now, ImmutableArray<(DateOnly On, Answer Answer)> Trend)
{
    /// <summary>How it stands to its line today.</summary>
    public Standing Standing =>
        Now.Number is not { } number ? Standing.Unknown
        : Line is not { } line ? Standing.NoLine
        : line.IsPast(number.Value) ? Standing.Past : Standing.Within;
}
