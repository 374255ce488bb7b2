using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said where a decision may be outside its authority, was taken without the usual notice, or by somebody with an interest.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>A clause that came into the agreement after the decision that names it.</summary>
    public void ClauseNotYetInForce(Location at, string clause, string day, string from, Location text) =>
        Warning(at, $"This decision of {day} names \"{Short(clause)}\" as its authority, but that applies only from {from} ({Place(text)}).", "Correct \"under:\" or \"date:\". If both are right, the page says so.", text);

    /// <summary>A clause that ended before the decision that names it.</summary>
    public void ClauseNoLongerInForce(Location at, string clause, string day, string end, Location text) =>
        Warning(at, $"This decision of {day} names \"{Short(clause)}\" as its authority, but that clause ended on {end} ({Place(text)}).", "Correct \"under:\" or \"date:\". If both are right, the page says so.", text);

    /// <summary>A decision of one who may not take it.</summary>
    public void DecidedByAnother(Location at, string who, string allowed, Location rule) =>
        Warning(at, $"{who} is named here, but this was left to {Short(allowed)} ({Place(rule)}).", "Correct the name here or there. If both are right, the page says that this may be outside the authority.", rule);

    /// <summary>A decision of one who held the role at another time.</summary>
    public void TermNotThen(Location at, string who, string role, string day, string other, bool later, Location term) =>
        Warning(at, $"{who} did not hold the role \"{Short(role)}\" on {day}: its term {(later ? "began" : "ended")} on {other} ({Place(term)}).", "Correct the name, the date of the decision, or the term. If all are right, the page says that this may be outside the authority.", term);

    /// <summary>A decision left to a role that nobody held.</summary>
    public void RoleVacant(Location at, string role, string day, Location terms) =>
        Warning(at, $"Nobody held the role \"{Short(role)}\" on {day} ({terms.Source.Path}).", "Correct the terms of the role, or \"delegated-to:\". If both are right, the page says that this may be outside the authority.", terms);

    /// <summary>More than the limit.</summary>
    public void AboveLimit(Location at, string amount, string limit, string day, Location rule) =>
        Warning(at, $"This decision is for {amount}, but the limit on {day} was {limit} ({Place(rule)}).", "Correct the amount, the date or the name of the rule. If all are right, the page says that this may be outside the authority.", rule);

    /// <summary>An amount that cannot be held against the limit.</summary>
    public void AmountNotComparable(Location at, string amount, string limit, Location rule) =>
        Warning(at, $"The amount \"{Short(amount)}\" cannot be compared with the limit \"{Short(limit)}\" ({Place(rule)}).", "Write both as a number with the same word: 640 crowns.", rule);

    /// <summary>An amount that is no number.</summary>
    public void AmountUnreadable(Location at, string written) =>
        Warning(at, $"\"{Short(written)}\" is no amount that can be read for certain.", "Write a number and a word: 640 crowns, or 1,250.50 crowns.");

    /// <summary>Less notice than the rule asks for, of a decision that changes no agreement.</summary>
    public void NoticeBelowRule(Location at, string rule, int asked, int given, Location ruleAt) =>
        Warning(at, $"Notice was given {(given < 0 ? "after" : $"{given} {(given == 1 ? "day" : "days")} before")} the decision; the rule \"{Short(rule)}\" ({Place(ruleAt)}) asks for {asked}.", "Correct the days, or write \"notice-waived:\" with the reason.", ruleAt);

    /// <summary>Recused by its own word, and in the roll call.</summary>
    public void RecusedButVoted(Location at, string member, string list, Location roll) =>
        Error(at, $"The record says here that {member} took no part because of its interest, but line {roll.Line} lists it under \"{list}\".", "Correct the roll call, or write \"handled: took-part\".", roll);

    /// <summary>Took part by its own word, and did not in the roll call.</summary>
    public void TookPartButDidNot(Location at, string member, string list, Location roll) =>
        Error(at, $"The record says here that {member} took part in spite of its interest, but line {roll.Line} lists it under \"{list}\".", "Correct the roll call, or write \"handled: recused\".", roll);
}
