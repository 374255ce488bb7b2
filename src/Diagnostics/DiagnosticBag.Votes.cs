using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said about votes and the rules they are held against.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A rule that the agreement of the day does not have.</summary>
    public void RuleUnknown(Location at, string rule, string day, IReadOnlyCollection<string> known) =>
        Warning(at, $"No agreement in force on {day} has a rule \"{Short(rule)}\", so that the vote cannot be checked.", Spelling.DidYouMean(rule, known));

    /// <summary>A rule whose words are no arithmetic.</summary>
    public void RuleNotUnderstood(Location at, string rule, IEnumerable<string> parts) =>
        Warning(at, $"The rule \"{Short(rule)}\" cannot be turned into arithmetic{(string.Join("; ", parts) is { Length: > 0 } what ? $" ({what})" : "")}, so that votes under it are not checked.", "Write threshold (more than half, two thirds, 60 %, all, at least 5), of (votes cast, members present, all members), quorum and notice (14 days).");

    /// <summary>A recorded result that the arithmetic contradicts.</summary>
    public void ResultAgainstRoll(Location at, string result, string arithmetic, Location rule) =>
        Error(at, $"The record says that the vote was {result}. The votes and the rule (line {rule.Line} of {rule.Source.Path}) say otherwise: {arithmetic}", "Correct the roll call, the result, the name of the rule, or the rule.", rule);

    /// <summary>A status that the recorded result contradicts.</summary>
    public void StatusAgainstResult(Location at, string status, string result) =>
        Error(at, $"The status is \"{status}\", but the vote was {result}.", "Write \"status: rejected\", or correct the result of the vote.");

    /// <summary>Members who could vote and of whom the roll call says nothing.</summary>
    public void PositionsNotRecorded(Location at, IReadOnlyList<string> members) =>
        Warning(at, $"The roll call says nothing of {string.Join(", ", members.Take(8))}{(members.Count > 8 ? $" and {members.Count - 8} more" : "")}, who {(members.Count == 1 ? "was a member" : "were members")} that day.", "List each under for, against, abstain, recused, absent, excused or not-voting.");
}
