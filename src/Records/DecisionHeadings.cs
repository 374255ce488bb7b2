using PublicLedger.Documents;

namespace PublicLedger.Records;

/// <summary>What the parts of a decision are called in the records of different traditions.</summary>
internal static class DecisionHeadings
{
    /// <summary>Why it was decided.</summary>
    public static readonly string[] Reasons = ["rationale", "why", "reasons", "reason", "motivation", "justification"];

    /// <summary>What else could have been decided.</summary>
    public static readonly string[] Alternatives = ["options considered", "options", "alternatives", "alternatives considered", "considered options", "rejected ideas"];

    /// <summary>Whether a section is called by one of some names; case and a colon at the end do not count.</summary>
    public static bool Names(this string[] names, Section section) => names.Contains(section.Title.Trim().TrimEnd(':').ToLowerInvariant());
}
