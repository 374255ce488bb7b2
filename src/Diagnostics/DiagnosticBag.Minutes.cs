using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>
/// What is said where minutes and the record of a decision differ. Each sentence names both places. For minutes or
/// decisions of another system (<c>found</c>) it is reported and listed for the public, and forbids nothing.
/// </summary>
public sealed partial class DiagnosticBag
{
    private const string CorrectOne = "Correct the one that is wrong.";

    /// <summary>Another number of votes.</summary>
    public void MinutesCountDiffers(bool found, Location at, string votes, int inMinutes, int inRecord, Location record) =>
        ErrorOrUnread(found, at, $"The minutes count {inMinutes} {votes}; the record of the decision has {inRecord} ({Place(record)}).", CorrectOne, $"{inMinutes} {votes}", other: record);

    /// <summary>A line of a vote that counts more or fewer than it names.</summary>
    public void MinutesNamesDiffer(Location at, string votes, int count, int names) =>
        Error(at, $"This line counts {count} {votes}, but names {names}.", "Correct the number or the names.");

    /// <summary>A member that did one thing by the minutes and another by the record.</summary>
    public void MinutesVoteDiffers(bool found, Location at, string member, string inMinutes, string inRecord, Location record) =>
        ErrorOrUnread(found, at, $"The minutes say that {member} {inMinutes}; the record of the decision says that it {inRecord} ({Place(record)}).", CorrectOne, member, other: record);

    /// <summary>A member that voted by the minutes and is not in the record.</summary>
    public void MinutesVoteNotRecorded(bool found, Location at, string member, string inMinutes, Location record) =>
        ErrorOrUnread(found, at, $"The minutes say that {member} {inMinutes}; the record of the decision does not name it ({Place(record)}).", "Add it there, or correct the minutes.", member, other: record);

    /// <summary>A member that voted by the record and is not in the line of the minutes.</summary>
    public void MinutesVoteMissing(bool found, Location at, string member, string inRecord, Location record) =>
        ErrorOrUnread(found, at, $"The record of the decision says that {member} {inRecord} ({Place(record)}); this line of the minutes does not name it.", "Add it here, or correct the record of the decision.", member, other: record);

    /// <summary>Another mover or seconder.</summary>
    public void MinutesMoverDiffers(bool found, Location at, string what, string inMinutes, string inRecord, Location record) =>
        ErrorOrUnread(found, at, $"The minutes say that {inMinutes} {what}; the record of the decision says that {inRecord} did ({Place(record)}).", CorrectOne, inMinutes, other: record);

    /// <summary>Decided on another day.</summary>
    public void MinutesDateDiffers(Location at, string decision, string meetingDay, string decisionDay, Location record) =>
        Error(at, $"The minutes of {meetingDay} say what became of \"{Short(decision)}\"; its record gives {decisionDay} as the day of the decision ({Place(record)}).", "Correct the date that is wrong, or link to the decision in another line.", record);

    /// <summary>Decided at another meeting.</summary>
    public void MinutesMeetingDiffers(Location at, string decision, string meeting, Location record) =>
        Error(at, $"These minutes say what became of \"{Short(decision)}\"; its record says that it was decided at \"{Short(meeting)}\" ({Place(record)}), whose minutes do not say so.", "Correct \"meeting:\" in the record, or link to the decision in another line.", record);

    /// <summary>Carried by the one and not by the other.</summary>
    public void MinutesResultDiffers(Location at, bool carried, string decision, string inRecord, Location record) =>
        Error(at, $"The minutes say that \"{Short(decision)}\" was {(carried ? "decided" : "not carried")}; its record says \"{inRecord}\" ({Place(record)}).", carried ? "Correct the record, or write in the minutes how it ended: \"Lost.\" or \"Put off.\"" : CorrectOne, record);

    /// <summary>A vote in the minutes and none in the record.</summary>
    public void VoteOnlyInMinutes(Location at, string decision, Location record) =>
        Warning(at, $"The minutes give a vote on \"{Short(decision)}\"; its record has none ({Place(record)}), so that its page says that no vote is recorded.", "Write the vote under \"vote:\" in the record of the decision.", record);

    /// <summary>A decision of a meeting whose minutes do not mention it.</summary>
    public void DecisionNotInMinutes(Location at, string meeting, Location minutes) =>
        Warning(at, $"This decision names the meeting \"{Short(meeting)}\", but its minutes do not mention the decision ({minutes.Source.Path}).", "Link to the decision in the minutes, or correct \"meeting:\".", minutes);

    /// <summary>A day or a state of an action that is not written as one.</summary>
    public void ActionPartNotRead(Location at, string part) =>
        Warning(at, $"\"{Short(part)}\" is not read as the day or the state of this action, so that it has none.", "Write the end of the line like this: - due 2026-03-10 - open. The state is open or done.");

    /// <summary>Something decided that has only its line in the minutes.</summary>
    public void ResolutionWithoutRecord(Location at) =>
        Info(at, "This was decided and has no record of its own.", "If its reasons should be found, write a decision and link to it in this line.");
}
