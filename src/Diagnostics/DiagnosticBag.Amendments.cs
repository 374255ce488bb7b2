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
        Error(at, $"\"{Short(heading)}\" is not a change that can be understood.", heading.Split(' ')[0].ToLowerInvariant() switch
        {
            "insert" or "add" => "Write where, a colon, and the new clause with its anchor in brackets: Insert after 2.3 Food waste (weigh-waste): 2.4 Glass (glass).",
            "move" => "Write where to: Move 2.3 Food waste (weigh-waste) after 2.1 Boxes (boxes).",
            "renumber" => "Write a colon and the number in figures: Renumber 2.3 Food waste (weigh-waste): 2.4.",
            "retitle" or "rename" => "Write a colon and the new title: Retitle 2.3 Food waste (weigh-waste): Waste.",
            "mark" => "Write a colon and the kind of clause: Mark 2.3 Food waste (weigh-waste): delegated.",
            "old" or "new" => "Write \"Old words:\" and \"New words:\" as lines of their own, not as headings.",
            _ => "Write \"Replace\", \"Insert after\", \"Repeal\", \"Renumber\", \"Retitle\", \"Move\" or \"Mark\", and the clause with its anchor in brackets: Replace 2.3 Food waste (weigh-waste).",
        });

    /// <summary>A change without its quotes.</summary>
    public void ChangeWithoutWords(Location at, bool old, bool now) =>
        Error(
            at, $"This change quotes no {(old && now ? "old and no new" : old ? "old" : "new")} words.",
            $"Write a line \"{(old ? "Old" : "New")} words:\" and below it the words, each line of them starting with \"> \"{(old && now ? "; then the same with \"New words:\"" : "")}.");

    /// <summary>A kind of clause that there is not.</summary>
    public void ClauseKindUnknown(Location at, string kind, IEnumerable<string> known) =>
        Error(at, $"\"{Short(kind)}\" is not a kind of clause.", Spelling.DidYouMean(kind, [.. known]));

    /// <summary>A class of a heading that is nearly a kind of clause.</summary>
    public void ClauseKindMisspelt(Location at, string written, string near) =>
        Warning(at, $"\"{Short(written)}\" is not a kind of clause, and looks like \"{near}\".", $"Write \".{near}\" behind the anchor if that was meant.");

    /// <summary>Changes of a decision that does not say which agreement it amends.</summary>
    public void AmendsMissing(Location at) =>
        Error(at, "This decision changes an agreement, but does not say which one.", "Write \"amends:\" with the agreement's id in the front matter.");

    /// <summary>A decision that amends an agreement, and no change that could be found.</summary>
    public void AmendsNothing(Location at) =>
        Warning(at, "This decision says that it amends an agreement, but lists no changes.", "Write a heading \"## Changes\", and below it one heading a change: ### Replace 2.3 Food waste (weigh-waste).");

    /// <summary>Changes of a decision that amends several agreements.</summary>
    public void AmendsSeveral(Location at) =>
        Error(at, "The changes of one decision can only be to one agreement, and this one amends several.", "Write one decision for each agreement.");

    /// <summary>Changes of which nobody can tell whether they were agreed.</summary>
    public void AmendmentWithoutStatus(Location at) =>
        Warning(at, "The record does not say whether this change was agreed, so that the agreement stays as it is.", "Write \"status:\" in the front matter: proposed, accepted or rejected.");

    /// <summary>A decision taken, without the day from which its changes apply.</summary>
    public void AmendmentWithoutDay(Location at) =>
        Error(at, "This decision changes an agreement, but does not say from which day on.", "Write \"in-force:\" with the day in the front matter.");

    /// <summary>A month or a year where a day is needed.</summary>
    public void AmendmentDayUnclear(Location at, string key, string written) =>
        Error(at, $"Changes to an agreement start and end on a day, and \"{key}: {written}\" is not one.", $"Write the whole date: {key}: {written}{(written.Length == 4 ? "-01-01" : "-01")}.");

    /// <summary>Changes that would end before they start.</summary>
    public void SunsetBeforeStart(Location at, string end, string start) =>
        Error(at, $"The changes cannot end on {end}, because they apply only from {start}.", "Correct \"sunset:\" or \"in-force:\".");

    /// <summary>Changes that would apply before they were agreed.</summary>
    public void InForceBeforeAdoption(Location at, string inForce, string adopted) =>
        Error(at, $"The changes cannot apply from {inForce}, because they were agreed on {adopted}.", "Correct \"in-force:\" or \"date:\".");

    /// <summary>Changes that would apply before the agreement does.</summary>
    public void InForceBeforeAgreement(Location at, string inForce, string agreement, string from) =>
        Error(at, $"The changes cannot apply from {inForce}: the first text of \"{agreement}\" applies from {from}.", "Correct \"in-force:\" here, or in the agreement.");

    /// <summary>Changes of a vote that was lost.</summary>
    public void AmendmentNotCarried(Location at, string status, string result) =>
        Error(at, $"The vote was {result}, but the status is \"{status}\": the changes to the agreement cannot apply.", "Write \"status: rejected\", or correct the result of the vote.");

    /// <summary>Notice that the rule asks for and the decision does not record.</summary>
    public void NoticeMissing(Location at, string rule, string notice) =>
        Warning(at, $"The rule \"{rule}\" asks for notice of {notice}, and the decision does not say when notice was given.", "Write \"notice-given:\" with the day in the front matter.");

    /// <summary>Notice given too late for the rule.</summary>
    public void NoticeTooShort(Location at, string rule, string notice, int given, Location ruleAt) =>
        Error(at, $"Notice was given {(given < 0 ? "after" : $"{given} {(given == 1 ? "day" : "days")} before")} the decision; the rule \"{rule}\" asks for {notice} (line {ruleAt.Line} of {ruleAt.Source.Path}).", "Correct \"notice-given:\" or \"date:\", or name the rule that applied.", ruleAt);

    /// <summary>A clause that the text of the day does not have.</summary>
    public void ClauseUnknown(bool pending, Location at, string clause, string day, IReadOnlyCollection<string> known, string? meant = null) =>
        ErrorOrPending(pending, at, $"The text of {day} has no clause \"{Short(clause)}\".", meant is null ? Spelling.DidYouMean(clause, known) : $"Did you mean \"{meant}\"?");

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

    /// <summary>An anchor that could not be told from other places of the page.</summary>
    public void AnchorUnusable(bool pending, Location at, string anchor) =>
        ErrorOrPending(pending, at, $"\"{Short(anchor)}\" cannot be the anchor of a clause.", "An anchor holds letters, digits and hyphens, does not start with \"at-\", and is no id of HTML within the text.");

    /// <summary>Quoted old words that are not the words of the day before.</summary>
    public void OldWordsDiffer(bool pending, Location at, string clause, string when, string text, string quoted) =>
        ErrorOrPending(pending, at, $"The old words quoted are not the words of \"{Short(clause)}\" {when}. The agreement says: {Ended(text)} The quote says: {Ended(quoted)}", "Quote the words as they stand on the day before the change, or correct the day.");

    /// <summary>A part that the clause does not have.</summary>
    public void PartNotFound(bool pending, Location at, string clause, string when, string text) =>
        ErrorOrPending(pending, at, $"The old words quoted are not a part of \"{Short(clause)}\" {when}. It says: {Ended(text)}", "Quote the part exactly as it stands, with whole rows or whole words.");

    /// <summary>A part that the clause has several times.</summary>
    public void PartFoundTwice(bool pending, Location at, string clause) =>
        ErrorOrPending(pending, at, $"The old words quoted stand more than once in \"{Short(clause)}\".", "Quote more of the words around them.");

    /// <summary>A clause that would go below itself.</summary>
    public void MovedIntoItself(bool pending, Location at, string clause) =>
        ErrorOrPending(pending, at, $"\"{Short(clause)}\" cannot be moved to a place within itself.", "Name a clause that is neither this one nor below it.");

    /// <summary>A clause that would stand below five others.</summary>
    public void ClauseTooDeep(bool pending, Location at, string clause) =>
        ErrorOrPending(pending, at, $"\"{Short(clause)}\" cannot stand that deep: an agreement has at most five levels of clauses.", "Put it after a clause of a higher level, not within one.");

    /// <summary>A heading within quoted words.</summary>
    public void HeadingInWords(bool pending, Location at, string heading) =>
        ErrorOrPending(pending, at, $"The new words hold a heading (\"{Short(heading.ReplaceLineEndings(" "))}\"), and a heading starts another clause.", "Write each clause as a change of its own: \"Insert after …\".");

    /// <summary>New words that would swallow the clauses after them.</summary>
    public void WordsNotClosed(bool pending, Location at) =>
        ErrorOrPending(pending, at, "The new words open something that they do not close (a block of code, or HTML): the clauses after it would become part of it.", "Close it within the quote: \"```\" with another \"```\", and \"<!--\" with \"-->\".");

    /// <summary>A reversal of a decision that changed nothing that stands.</summary>
    public void NothingToReverse(bool pending, Location at, string decision) =>
        ErrorOrPending(pending, at, $"The decision \"{decision}\" made no change to this agreement that could be undone on that day.", "Correct \"reverses:\" or \"in-force:\".");

    /// <summary>A reversal, or an end, of changes on which later ones rest.</summary>
    public void CannotUndo(bool pending, Location at, string clause, string decision, string? other, Location later) =>
        ErrorOrPending(pending, at, $"The change of \"{Short(clause)}\" by \"{Short(decision)}\" cannot be undone, because {(other is null ? "the clause" : $"\"{Short(other)}\"")} was changed since ({later.Source.Path}, line {later.Line}).", "Write the change out: quote the words as they stand and the words that take their place.", later);

    /// <summary>A quote at the end of a sentence: with a full stop, where the quote itself does not end in one.</summary>
    private static string Ended(string quote) => quote.EndsWith(".\"", StringComparison.Ordinal) || quote.EndsWith(".]\"", StringComparison.Ordinal) ? quote : quote + ".";

    private void ErrorOrPending(bool pending, Location at, string message, string hint, Location? other = null, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Add(new Diagnostic(pending ? Severity.Warning : Severity.Error, Spelling.Kebab(name), at, pending ? message + " The proposal cannot be shown as it would become." : message, hint) { Other = other });
}
