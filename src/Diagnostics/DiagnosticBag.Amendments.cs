using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>
/// What is said about changes to an agreement. For a decision that was taken a contradiction is an error; for a proposal
/// (<c>pending</c>) it is a warning: the text may have moved on since it was written, and nothing false is published.
/// </summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A heading below "Changes" that is none of the known forms.</summary>
    public void ChangeNotUnderstood(Location at, string heading) =>
        Error(at, $"\"{Short(heading)}\" is not a change that can be understood.", "Write \"Replace\", \"Insert after\", \"Repeal\", \"Renumber\", \"Retitle\", \"Move\" or \"Mark\", and the clause with its anchor in brackets: Replace 2.3 Food waste (weigh-waste).");

    /// <summary>A replacement without one of its two quotes.</summary>
    public void ChangeWithoutWords(Location at, string which) =>
        Error(at, $"This change has no \"{which}:\".", $"Write a line \"{which}:\" and below it the words, each line of them starting with \"> \".");

    /// <summary>A kind of clause that there is not.</summary>
    public void ClauseKindUnknown(Location at, string kind, IEnumerable<string> known) =>
        Error(at, $"\"{Short(kind)}\" is not a kind of clause.", Spelling.DidYouMean(kind, [.. known]));

    /// <summary>Changes of a decision that does not say which agreement it amends.</summary>
    public void AmendsMissing(Location at) =>
        Error(at, "This decision lists changes, but does not say which agreement they change.", "Write \"amends:\" with the agreement's id in the front matter.");

    /// <summary>Changes of a decision that amends several agreements.</summary>
    public void AmendsSeveral(Location at) =>
        Error(at, "The changes of one decision can only be to one agreement, and this one amends several.", "Write one decision for each agreement.");

    /// <summary>A decision taken, without the day from which its changes apply.</summary>
    public void AmendmentWithoutDay(Location at) =>
        Error(at, "This decision changes an agreement, but does not say from which day on.", "Write \"in-force:\" with the day in the front matter.");

    /// <summary>Changes that would apply before they were agreed.</summary>
    public void InForceBeforeAdoption(Location at, string inForce, string adopted) =>
        Error(at, $"The changes cannot apply from {inForce}, because they were agreed on {adopted}.", "Correct \"in-force:\" or \"date:\".");

    /// <summary>Changes that would apply before the agreement does.</summary>
    public void InForceBeforeAgreement(Location at, string inForce, string agreement, string from) =>
        Error(at, $"The changes cannot apply from {inForce}: the first text of \"{agreement}\" applies from {from}.", "Correct \"in-force:\" here, or in the agreement.");

    /// <summary>Changes of a vote that was lost.</summary>
    public void AmendmentNotCarried(Location at, string status, string result, Location vote) =>
        Error(at, $"The status is \"{status}\", but the vote on line {vote.Line} was {result}: the changes cannot apply.", "Write \"status: rejected\", or correct the result of the vote.", vote);

    /// <summary>Notice that the rule asks for and the decision does not record.</summary>
    public void NoticeMissing(Location at, string rule, string notice) =>
        Warning(at, $"The rule \"{rule}\" asks for notice of {notice}, and the decision does not say when notice was given.", "Write \"notice-given:\" with the day in the front matter.");

    /// <summary>Notice given too late for the rule.</summary>
    public void NoticeTooShort(Location at, string rule, string notice, int given, Location ruleAt) =>
        Error(at, $"Notice was given {given} days before the decision; the rule \"{rule}\" asks for {notice} (line {ruleAt.Line} of {ruleAt.Source.Path}).", "Correct the days, or the rule that applied.", ruleAt);

    /// <summary>A clause that the text of the day does not have.</summary>
    public void ClauseUnknown(bool pending, Location at, string clause, string day, IReadOnlyCollection<string> known) =>
        ErrorOrPending(pending, at, $"The text of {day} has no clause \"{Short(clause)}\".", Spelling.DidYouMean(clause, known));

    /// <summary>A label that fits several clauses.</summary>
    public void ClauseAmbiguous(bool pending, Location at, string clause, string day, IEnumerable<string> anchors) =>
        ErrorOrPending(pending, at, $"The text of {day} has several clauses \"{Short(clause)}\".", $"Write the anchor of one of them in brackets behind it: {string.Join(", ", anchors)}.");

    /// <summary>A clause that was repealed before.</summary>
    public void ClauseRepealed(bool pending, Location at, string clause, string day, Location by) =>
        ErrorOrPending(pending, at, $"The clause \"{Short(clause)}\" was already repealed on {day} ({by.Source.Path}, line {by.Line}).", "Take this change out, or insert the clause again.", by);

    /// <summary>An anchor with a number or title that belong to another clause.</summary>
    public void ClauseLabelDiffers(Location at, string written, string anchor, string label) =>
        Warning(at, $"The clause ({anchor}) is called \"{Short(label)}\" on that day, not \"{Short(written)}\".", "Correct the anchor, the number or the title.");

    /// <summary>A new clause with the anchor of one that stands.</summary>
    public void AnchorTaken(bool pending, Location at, string anchor, string label) =>
        ErrorOrPending(pending, at, $"The anchor \"{anchor}\" is taken: it is that of \"{Short(label)}\".", "Give the new clause another anchor in brackets.");

    /// <summary>Quoted old words that are not the words of the day before.</summary>
    public void OldWordsDiffer(bool pending, Location at, string clause, string day, string text, string quoted) =>
        ErrorOrPending(pending, at, $"The old words quoted are not the words of \"{Short(clause)}\" on {day}. The agreement says: {text}. The quote says: {quoted}.", "Quote the words as they stand on the day before the change, or correct the day.");

    /// <summary>A part that the clause does not have.</summary>
    public void PartNotFound(bool pending, Location at, string clause, string day, string text) =>
        ErrorOrPending(pending, at, $"The old words quoted are not a part of \"{Short(clause)}\" on {day}, which says: {text}.", "Quote the part exactly as it stands, with whole rows or whole words.");

    /// <summary>A part that the clause has several times.</summary>
    public void PartFoundTwice(bool pending, Location at, string clause) =>
        ErrorOrPending(pending, at, $"The old words quoted stand more than once in \"{Short(clause)}\".", "Quote more of the words around them.");

    /// <summary>A clause that would go below itself.</summary>
    public void MovedIntoItself(bool pending, Location at, string clause) =>
        ErrorOrPending(pending, at, $"\"{Short(clause)}\" cannot be moved to a place within itself.", "Name a clause that is not below it.");

    /// <summary>A heading within quoted words.</summary>
    public void HeadingInWords(bool pending, Location at) =>
        ErrorOrPending(pending, at, "The new words hold a heading, and a heading starts another clause.", "Write each clause as a change of its own: \"Insert after …\".");

    /// <summary>A reversal of a decision that changed nothing that stands.</summary>
    public void NothingToReverse(Location at, string decision) =>
        Error(at, $"The decision \"{decision}\" made no change to this agreement that could be undone on that day.", "Correct \"reverses:\" or \"in-force:\".");

    /// <summary>A reversal, or an end, of changes on which later ones rest.</summary>
    public void CannotUndo(bool pending, Location at, string clause, string decision, Location later) =>
        ErrorOrPending(pending, at, $"The change of \"{Short(clause)}\" by \"{decision}\" cannot be undone: the clause was changed again since ({later.Source.Path}, line {later.Line}).", "Write the change out: quote the words as they stand and the words that take their place.", later);

    private void ErrorOrPending(bool pending, Location at, string message, string hint, Location? other = null, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Add(new Diagnostic(pending ? Severity.Warning : Severity.Error, Spelling.Kebab(name), at, pending ? message + " The proposal cannot be shown as it would become." : message, hint) { Other = other });
}
