using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said where the records fall short of the profile in the configuration.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A vote without names.</summary>
    public void RollCallMissing(Location at) =>
        Warning(at, "The profile asks for the name of each member with its vote, and this decision has none.", "Write them under \"vote:\": for, against, abstain.");

    /// <summary>No word about alternatives.</summary>
    public void AlternativesMissing(Location at) =>
        Warning(at, "The profile asks for the alternatives that were looked at, and this decision names none.", "Write a heading \"## Options considered\", and below it the options, or \"No alternatives were considered.\"");

    /// <summary>No reasons.</summary>
    public void RationaleMissing(Location at) =>
        Warning(at, "The profile asks for reasons, and this decision gives none.", "Write a heading \"## Rationale\", and below it why.");

    /// <summary>No day of notice.</summary>
    public void NoticeNotRecorded(Location at, int asked) =>
        Warning(at, $"The profile asks for notice of {asked} days, and the record does not say when notice was given.", "Write \"notice-given:\" with the day, or \"notice-waived:\" with the reason.");

    /// <summary>Notice too late.</summary>
    public void NoticeShort(Location at, int given, int asked) =>
        Warning(at, $"Notice was given {(given == 1 ? "one day" : $"{given} days")} before the decision; the profile asks for {asked}.", "Correct the days, or write \"notice-waived:\" with the reason.");

    /// <summary>Minutes published late.</summary>
    public void MinutesLate(Location at, int days, int asked) =>
        Warning(at, $"These minutes were published {days} days after the meeting; the profile asks for {asked}.", "Nothing to correct, if the days are right: the page says so.");

    /// <summary>Minutes of which nobody can tell when they were published.</summary>
    public void MinutesDayMissing(Location at, int asked) =>
        Warning(at, $"The profile asks for minutes within {asked} days, and the record does not say when these were published.", "Write \"published:\" with the day.");
}
