using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of scored options.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A weight that is no number.</summary>
    public void WeightUnreadable(bool foreign, Location at, string criterion, string written) =>
        ErrorOrUnread(foreign, at, $"The weight of \"{Short(criterion)}\" is no number of 0 or more: \"{Short(written)}\".", "Write digits, such as 3, 2.5 or 1/3.", written);

    /// <summary>A score that is no number.</summary>
    public void ScoreUnreadable(bool foreign, Location at, string criterion, string written) =>
        ErrorOrUnread(foreign, at, $"The score for \"{Short(criterion)}\" is no number: \"{Short(written)}\".", "Write digits, such as 4 or 2.5, or leave the criterion out where the option was not scored on it.", written);

    /// <summary>A score for a criterion that is not in the list.</summary>
    public void CriterionUnknown(bool foreign, Location at, string criterion, IReadOnlyCollection<string> known) =>
        ErrorOrUnread(foreign, at, $"There is no criterion called \"{Short(criterion)}\", so this score counts nowhere.",
            Spelling.DidYouMean(criterion, known) is { Length: > 0 } near ? near : "Add it to \"criteria\" with its weight.", criterion);

    /// <summary>Two criteria or two options of one name.</summary>
    public void NamedTwice(bool foreign, Location at, string list, string name, Location first) =>
        ErrorOrUnread(foreign, at, $"\"{Short(name)}\" is twice in \"{list}\"; the first is on line {first.Line}.", "Keep one, or give them different names.", name, other: first);
}
