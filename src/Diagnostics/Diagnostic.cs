using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>How much a message weighs.</summary>
public enum Severity
{
    /// <summary>The site would state something false or contradictory; nothing is published.</summary>
    Error,

    /// <summary>Something is incomplete; the site says "not recorded".</summary>
    Warning,

    /// <summary>Something was put in order, or kept as written because it was not understood.</summary>
    Info,
}

/// <summary>One thing to tell the clerk.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Code">The name of the sentence in kebab-case: stable, for filters and for links to an explanation.</param>
/// <param name="At">The place it is about.</param>
/// <param name="Message">What is wrong, in one or two plain sentences.</param>
/// <param name="Hint">What to write instead, or empty.</param>
public sealed record Diagnostic(Severity Severity, string Code, Location At, string Message, string Hint = "")
{
    /// <summary>Whether it says that a record must wait; of such a record nothing else is said.</summary>
    public bool IsAboutEmbargo => Code is "under-embargo" or "embargo-unclear";

    /// <summary>The other place, where two places contradict each other.</summary>
    public Location? Other { get; init; }

    /// <summary>The words as written, where the public page "What we could not read" should quote them; else null.</summary>
    public string? Unread { get; init; }
}
