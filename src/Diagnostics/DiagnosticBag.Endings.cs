using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said about the end of a coalition.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>An end that nobody decided, as far as the record says.</summary>
    public void EndWithoutDecision(Location at) =>
        Warning(at, "The record says that the coalition ended, but not by which decision.", "Write \"by:\" and the id of the decision below \"dissolved:\".");

    /// <summary>An end by a decision that was not taken.</summary>
    public void EndNotDecided(Location at, string decision, string status, Location statusAt) =>
        Error(at, $"The coalition cannot have ended by \"{Short(decision)}\", because that was not agreed: its status is \"{status}\" ({Place(statusAt)}).", "Correct the status of the decision, or name the decision that ended the coalition.", statusAt);

    /// <summary>An end before the decision about it.</summary>
    public void EndedBeforeDecided(Location at, string end, string decision, string decided, Location decidedAt) =>
        Error(at, $"The coalition cannot have ended on {end}, because the decision that ended it, \"{Short(decision)}\", is of {decided} ({Place(decidedAt)}).", "Correct one of the two dates.", decidedAt);

    /// <summary>Something that happened when there was no coalition any more.</summary>
    public void AfterTheEnd(bool foreign, Location at, string what, string day, string end, Location endAt) =>
        ErrorOrUnread(foreign, at, $"{what} is of {day}, but the coalition ended on {end} ({Place(endAt)}).", "Correct one of the two dates. A meeting that was only planned has \"status: scheduled\" or \"status: cancelled\".", day, other: endAt);
}
