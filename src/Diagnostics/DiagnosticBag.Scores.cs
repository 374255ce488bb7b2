using System.Runtime.CompilerServices;
using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of scored options.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A weight that is no number: it is shown as written, and nothing is added up.</summary>
    public void WeightUnreadable(bool foreign, Location at, string criterion, string written) =>
        WarningOrUnread(foreign, at, $"The weight of \"{Short(criterion)}\" is no number of 0 or more: \"{Short(written)}\". The options are not compared.", "Write digits, such as 3, 2.5 or 1/3.", written);

    /// <summary>A score that is no number: it is shown as written, and the option has no total.</summary>
    public void ScoreUnreadable(bool foreign, Location at, string criterion, string written) =>
        WarningOrUnread(foreign, at, $"The score for \"{Short(criterion)}\" is no number: \"{Short(written)}\". The options are not compared.", "Write digits, such as 4 or 2.5.", written);

    /// <summary>A score for a criterion that is not in the list.</summary>
    public void CriterionUnknown(bool foreign, Location at, string criterion, IReadOnlyCollection<string> known) =>
        WarningOrUnread(foreign, at, $"There is no criterion called \"{Short(criterion)}\", so this score is not shown and counts nowhere.",
            known.Count == 0 ? "Name it under \"criteria\", with its weight." : Spelling.DidYouMean(criterion, known), criterion);

    /// <summary>Two criteria or two options of one name.</summary>
    public void NamedTwice(bool foreign, Location at, string list, string name, Location first) =>
        ErrorOrUnread(foreign, at, $"\"{Short(name)}\" is twice in \"{list}\"; the first is on line {first.Line}.", "Keep one, or give them different names.", name, other: first);

    private void WarningOrUnread(bool foreign, Location at, string message, string hint, string written, [CallerMemberName] string name = "") =>
        Add(new Diagnostic(Severity.Warning, Spelling.Kebab(name), at, message, hint) { Unread = foreign ? written : null });
}
