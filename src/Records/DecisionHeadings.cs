using PublicLedger.Documents;

namespace PublicLedger.Records;

/// <summary>What the parts of a decision are called in the records of different traditions.</summary>
internal static class DecisionHeadings
{
    /// <summary>Why it was decided.</summary>
    public static readonly string[] Reasons = ["rationale", "why", "reasons", "reason", "motivation", "justification"];

    /// <summary>What else could have been decided.</summary>
    public static readonly string[] Alternatives = ["options considered", "options", "alternatives", "alternatives considered", "considered options", "rejected ideas"];

    /// <summary>Whether a section is the one that tells who disagreed.</summary>
    public static bool IsDissent(int level, string title) => level == 2 && title.StartsWith("Dissent", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text has words below a heading of one of some names, at once or below further headings.</summary>
    public static bool HaveWordsIn(this string[] names, Body body)
    {
        var sections = body.Sections;
        for (var i = 0; i < sections.Length; i++)
        {
            if (!names.Names(sections[i])) continue;
            if (!sections[i].Content.IsEmpty) return true;
            for (var below = i + 1; below < sections.Length && sections[below].Level > sections[i].Level; below++)
                if (!sections[below].Content.IsEmpty) return true;
        }

        return false;
    }

    /// <summary>Whether a section is called by one of some names; case and a colon at the end do not count.</summary>
    public static bool Names(this string[] names, Section section) => names.Contains(section.Title.Trim().TrimEnd(':').ToLowerInvariant());
}
