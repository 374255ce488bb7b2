using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said about votes and the rules they are held against.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A rule that the agreement of the day does not have.</summary>
    public void RuleUnknown(Location at, string rule, string day, IReadOnlyCollection<string> known) =>
        Warning(at, $"No agreement in force on {day} has a rule \"{Short(rule)}\", so that this cannot be checked.", Spelling.DidYouMean(rule, known));

    /// <summary>A rule whose words are no arithmetic.</summary>
    public void RuleNotUnderstood(Location at, string rule, IReadOnlyCollection<string> parts) =>
        Warning(at, $"The rule \"{Short(rule)}\" cannot be turned into arithmetic{(parts.Count > 0 ? $" ({string.Join("; ", parts)})" : "")}, so that votes under it are not checked.",
            parts.Count == 0 ? $"Write {RuleWords("threshold")}; {RuleWords("of")}." : $"Write {string.Join("; ", parts.Select(p => RuleWords(p.Split(':')[0])).Distinct())}.");

    /// <summary>The words that a key of a rule takes.</summary>
    private static string RuleWords(string key) => key switch
    {
        "threshold" => "`threshold:` more than half, two thirds, 60 %, all, or at least 5",
        "of" => "`of:` votes cast, votes cast including abstentions, members present, or all members",
        "quorum" => "`quorum:` half of members, two thirds of members, 5, or none",
        "notice" or "silence" => $"`{key}:` 14 days, or 2 weeks",
        "method" => "`method:` vote, consent, consensus, lazy-consensus, without-objection, or delegated",
        "recused" or "abstentions" => $"`{key}:` counted, or not counted",
        "proxies" or "pairs" => $"`{key}:` present, or not present",
        _ => $"`{key}:` with a number for each member",
    };

    /// <summary>A recorded result that the arithmetic contradicts.</summary>
    public void ResultAgainstRoll(Location at, string result, string arithmetic, Location rule) =>
        Error(at, $"The record says that the vote was {result}. The votes and the rule ({Place(rule)}) say otherwise: {arithmetic}", "Correct the roll call, the result, the name of the rule, or the rule.", rule);

    /// <summary>A recorded result that the rest of the record contradicts, whatever the rule is.</summary>
    public void ResultAgainstRecord(Location at, string result, string arithmetic) =>
        Error(at, $"The record says that the vote was {result}. The rest of it says otherwise: {arithmetic}", "Correct the roll call, the result, the objections, or the method.");

    /// <summary>A status that the recorded result contradicts.</summary>
    public void StatusAgainstResult(Location at, string status, string result, Location recorded) =>
        Error(at, $"The status is \"{status}\", but line {recorded.Line} says that the vote was {result}.", $"Write \"status: {(result == "carried" ? "accepted" : "rejected")}\", or correct the result of the vote.", recorded);

    /// <summary>A status that votes or objections contradict, where no result is recorded.</summary>
    public void StatusAgainstRoll(Location at, string status, string arithmetic, Location recorded) =>
        Error(at, $"The status is \"{status}\", but what line {recorded.Line} records says otherwise: {arithmetic}", "Correct the status, or what is recorded there.", recorded);

    /// <summary>Members who could vote and of whom the roll call says nothing.</summary>
    public void PositionsNotRecorded(Location at, IReadOnlyList<string> members) =>
        Warning(at, $"The roll call says nothing of {string.Join(", ", members.Take(8))}{(members.Count > 8 ? $" and {members.Count - 8} more" : "")}, who {(members.Count == 1 ? "was a member" : "were members")} that day.", "List each under for, against, abstain, recused, absent, excused, paired or not-voting.");

    /// <summary>A decision made in another way than its rule asks for.</summary>
    public void MethodAgainstRule(Location at, string method, string rule, string asked, Location other) =>
        Error(at, $"The method is \"{method}\", but the rule \"{Short(rule)}\" ({Place(other)}) asks for \"{asked}\".", "Correct the method, the name of the rule, or the rule.", other);

    /// <summary>A vote that counts in no group.</summary>
    public void MemberInNoGroup(Location at, string rule, IReadOnlyList<string> members) =>
        Warning(at, $"The rule \"{Short(rule)}\" has {string.Join(", ", members.Take(8))} in none of its groups, so that {(members.Count == 1 ? "its vote does" : "their votes do")} not count.", "Add each to one of the groups.");

    /// <summary>A delegated decision without a delegate.</summary>
    public void DelegateNotNamed(Location at) =>
        Warning(at, "The method is \"delegated\", but the record does not say to whom this was left.", "Write \"delegated-to:\" and the id of the member.");

    /// <summary>Lazy consensus under a rule that asks for a time in which to object, and no such time on record.</summary>
    public void SilenceNotRecorded(Location at, string asked, Location rule) =>
        Warning(at, $"The rule ({Place(rule)}) gives members {asked} to object, but the record does not say from when until when they could.", "Write \"silence: {from: 2026-03-01, until: 2026-03-06}\".", rule);

    /// <summary>A time that ends before it starts.</summary>
    public void SilenceBackwards(Location at, string from, string until) =>
        Error(at, $"Members could object from {from} until {until}: that ends before it starts.", "Correct one of the two days.");

    /// <summary>Decided while members could still object.</summary>
    public void DecidedBeforeSilenceEnded(Location at, string day, string until, Location method) =>
        Error(at, $"Members could object until {until}, but the decision (line {method.Line}) was made on {day}.", "Correct the date of the decision, or the last day on which members could object.", method);

    /// <summary>A proxy for a member whose vote is not in the roll.</summary>
    public void ProxyWithoutVote(Location at, string member) =>
        Warning(at, $"{member} has a proxy here, but the roll call does not say what its vote was.", "List it under for, against or abstain as well.");

    /// <summary>A proxy for a member that took no part.</summary>
    public void ProxyOfAway(Location at, string member, string value, Location roll) =>
        Error(at, $"Somebody voted for {member} by proxy, but line {roll.Line} lists it as {value}.", "List it under what its vote was, or take the proxy out.", roll);

    /// <summary>A proxy for a member that was there.</summary>
    public void ProxyOfPresent(Location at, string member, Location minutes) =>
        Error(at, $"Somebody voted for {member} by proxy, but the minutes ({Place(minutes)}) say that it was there.", "Take the proxy out, or correct the minutes.", minutes);

    /// <summary>A proxy for oneself.</summary>
    public void ProxyOfItself(Location at, string member) =>
        Error(at, $"{member} cannot be its own proxy.", "Write who cast the vote, or take the proxy out.");

    /// <summary>A proxy held by somebody who did not belong.</summary>
    public void ProxyHolderNotMember(Location at, string holder, string day, Location memberFile) =>
        Error(at, $"{holder} voted by proxy for another member, but was not a member itself on {day} (its file is {memberFile.Source.Path}).", "Correct the proxy, the date of the decision, or the member's periods.", memberFile);

    /// <summary>A proxy held by a member whose own vote was cast by another.</summary>
    public void ProxyHandedOn(Location at, string holder, Location own) =>
        Error(at, $"{holder} voted for another member by proxy, but line {own.Line} says that {holder} had a proxy itself.", "Name who cast both votes.", own);

    /// <summary>A proxy held by a member that was not there.</summary>
    public void ProxyHolderAway(Location at, string holder, Location roll) =>
        Error(at, $"{holder} voted for another member by proxy, but line {roll.Line} says that {holder} was not there.", "Correct the proxy or the roll call.", roll);

    /// <summary>Arithmetic of a found record that is wrong.</summary>
    public void StatedArithmeticWrong(Location at, string fault) =>
        Unread(at, $"The arithmetic of this record is wrong: {fault}.", "Correct the numbers.", fault);

    /// <summary>One share taken of two totals in a found record.</summary>
    public void StatedTotalsDiffer(Location at, string share, string one, string other, Location first) =>
        ErrorOrUnread(true, at, $"The record takes {share} of {one} in one place (line {first.Line}) and of {other} in another, and does not say why.", "Correct the total that is wrong, or say why they differ.", $"{share} of {one}, {share} of {other}", other: first);

    private static string Place(Location at) => $"line {at.Line} of {at.Source.Path}";
}
