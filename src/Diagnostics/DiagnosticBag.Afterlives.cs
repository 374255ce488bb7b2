using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said about what happens to decisions after they were taken.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A decision in its own place.</summary>
    public void ReplacesItself(bool foreign, Location at, string key, string written) =>
        ErrorOrUnread(foreign, at, $"This decision says that it {(key == "reverses" ? "undoes" : "replaces")} itself.", $"Write the id of the other decision under \"{key}:\", or take this one out.", written);

    /// <summary>Decisions each of which would be newer than the next, and the last newer than the first.</summary>
    public void ReplacedInACircle(bool foreign, Location at, IReadOnlyList<string> titles, Location last) =>
        ErrorOrUnread(
            foreign, at, $"These decisions replace one another in a circle, so that none of them can stand: \"{Short(titles[0])}\" replaces {string.Join(", which replaces ", titles.Skip(1).Append(titles[0]).Select(t => $"\"{Short(t)}\""))} ({last.Source.Path}, line {last.Line}).",
            "The newer decision names the older one. Take out the link that says it the other way round.", string.Join(", ", titles), other: last);

    /// <summary>An older decision in the place of a newer one.</summary>
    public void ReplacesNewer(Location at, string day, string other, string otherDay, Location otherAt) =>
        Error(at, $"This decision is of {day} and cannot replace \"{Short(other)}\", which is of {otherDay} ({otherAt.Source.Path}, line {otherAt.Line}).", "Correct one of the two dates, or write the link on the newer decision.", otherAt);

    /// <summary>A decision that would end before it starts.</summary>
    public void DecisionEndsBeforeStart(bool foreign, Location at, string end, string start, Location startAt) =>
        ErrorOrUnread(foreign, at, $"The decision cannot end on {end}, because it applies only from {start} (line {startAt.Line}).", "Correct \"sunset:\", \"in-force:\" or \"date:\".", end, other: startAt);

    /// <summary>A review of something not decided yet.</summary>
    public void ReviewBeforeDecision(bool foreign, Location at, string review, string decided, Location decidedAt) =>
        ErrorOrUnread(foreign, at, $"Members cannot look at it again on {review}, because it was decided on {decided} (line {decidedAt.Line}).", "Correct \"review-date:\" or \"date:\".", review, other: decidedAt);

    /// <summary>A trial that would be judged before it began.</summary>
    public void TrialJudgedBeforeDecision(bool foreign, Location at, string judged, string decided, Location decidedAt) =>
        ErrorOrUnread(foreign, at, $"The trial cannot be judged on {judged}, because it was decided on {decided} (line {decidedAt.Line}).", "Correct \"evaluate:\" or \"date:\".", judged, other: decidedAt);
}
