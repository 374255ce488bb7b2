using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of commitments, working agreements and concerns.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A promise that was due before it was made.</summary>
    public void DueBeforeMade(bool foreign, Location at, string due, string made, Location madeAt) =>
        ErrorOrUnread(foreign, at, $"This cannot be due on {due}, because it was promised on {made} (line {madeAt.Line}).", "Correct \"due:\" or \"made:\".", due, other: madeAt);

    /// <summary>A stretch of time that cannot be read, so that nobody can tell when it is over.</summary>
    public void PeriodUnreadable(bool foreign, Location at, string key, string written) =>
        WarningOrUnread(foreign, at, $"\"{Short(written)}\" is not a stretch of time (under \"{key}\").", $"Write `{key}: 30 days`, `{key}: 6 weeks` or `{key}: 3 months`.", written);

    /// <summary>A status that is not the one the last step of the history led to.</summary>
    public void StatusNotOfLastStep(bool foreign, Location at, string status, string last, string? day, Location lastAt) =>
        ErrorOrUnread(foreign, at, $"The status is \"{status}\", but the last step of the history{(day is null ? "" : $", of {day},")} says \"{last}\" (line {lastAt.Line}).",
            "Add the step that is missing to \"history:\", or correct one of the two.", status, other: lastAt);

    /// <summary>A step of a history that has no day.</summary>
    public void StepWithoutDate(bool foreign, Location at) =>
        WarningOrUnread(foreign, at, "This step of the history has no date, so nobody can tell since when it was so.", "Add `date:` to it.", "history");

    /// <summary>Something that happened before the record began.</summary>
    public void StepBeforeStart(bool foreign, Location at, string day, string key, string start, Location startAt) =>
        ErrorOrUnread(foreign, at, $"This cannot have happened on {day}, because it began on {start} (\"{key}\", line {startAt.Line}).", $"Correct this date or \"{key}:\".", day, other: startAt);

    /// <summary>Two steps of one day, of which nobody can tell which came last.</summary>
    public void TwoStepsOnOneDay(bool foreign, Location at, string day, Location other) =>
        ErrorOrUnread(foreign, at, $"The history has two statuses for {day} (the other is on line {other.Line}).", "Keep the one that stood at the end of that day.", day, other: other);

    /// <summary>Steps that are not written oldest first; they are put in order.</summary>
    public void StepsNotInOrder(Location at, string day, string earlier) =>
        Info(at, $"The step of {earlier} stands below that of {day}. The page shows the oldest first.", "");

    /// <summary>Something told as having happened on a day that is still to come.</summary>
    public void DayStillToCome(bool foreign, Location at, string day) =>
        WarningOrUnread(foreign, at, $"This tells what happened on {day}, which is still to come.", "Correct the date, or add this when it has happened.", day);

    /// <summary>Somebody who asks or gives, and is none of those between whom the agreement is.</summary>
    public void SideNotBetween(bool foreign, Location at, string member, IReadOnlyCollection<string> between) =>
        ErrorOrUnread(foreign, at, $"\"{Short(member)}\" is not one of the members between whom this agreement is.", between.Count == 0 ? "Add it under \"between:\"." : Spelling.DidYouMean(member, between), member);

    /// <summary>A concern that is settled, without what settled it.</summary>
    public void SettledByMissing(Location at, string status) =>
        Warning(at, $"This concern is \"{status}\", but the record does not say by what.", "Add `settled-by:` with the id of the decision or the meeting.");

    /// <summary>A concern that something settled which can settle nothing.</summary>
    public void SettledByAnother(Location at, string title) =>
        Error(at, $"\"{Short(title)}\" is neither a decision nor a meeting, so it cannot have settled this concern.", "Write the id of the decision or the meeting that did.");

    /// <summary>A meeting or decision about a concern that nobody had raised yet.</summary>
    public void AnsweredBeforeRaised(bool foreign, Location at, string title, string day, string raised, Location raisedAt) =>
        ErrorOrUnread(foreign, at, $"\"{Short(title)}\" is of {day}, but this concern was raised only on {raised} (line {raisedAt.Line}).", "Correct the link, or the date under \"raised:\".", title, other: raisedAt);

    /// <summary>A target for a day on or before the first figure.</summary>
    public void TargetBeforeStart(bool foreign, Location at, string target, string start, Location startAt) =>
        ErrorOrUnread(foreign, at, $"The target is for {target}, which is not after the start of {start} (line {startAt.Line}).", "Correct the date of \"baseline:\" or of \"target:\".", target, other: startAt);

    /// <summary>Two figures for one day.</summary>
    public void TwoFiguresOnOneDay(bool foreign, Location at, string day, string first, string second, Location firstAt) =>
        ErrorOrUnread(foreign, at, $"There are two figures for {day}: \"{Short(first)}\" (line {firstAt.Line}) and \"{Short(second)}\".", "Keep one, or correct its date.", day, other: firstAt);

    /// <summary>A figure of which only the part before its comma is read.</summary>
    public void FigureSplit(bool foreign, Location at, string read, string lost) =>
        ErrorOrUnread(foreign, at, $"The comma ends this figure, so that only \"{Short(read)}\" is read.", $"Write `value: \"{Short(read)},{lost}\"`.", lost);
}
