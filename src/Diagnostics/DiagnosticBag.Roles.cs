using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said about roles.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A term, or a stretch of membership, that would end before it begins.</summary>
    public void TermEndsBeforeStart(Location at, string until, string from) =>
        Error(at, $"This cannot end on {until}, because it begins on {from}.", "Correct \"from:\" or \"until:\".");

    /// <summary>A role in several hands that does not say that it may be.</summary>
    public void TermsOverlap(Location at, IReadOnlyList<string> holders, string from, string? until, Location first) =>
        Warning(
            at, $"{Short(string.Join(" and ", holders))} hold this role at the same time, {(until is null ? $"since {from}" : from == until ? $"on {from}" : $"from {from} to {until}")}.",
            "Correct \"from:\" or \"until:\" of a term. If several may hold it at a time, add `shared: true`.", first);
}
