using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Powers;

/// <summary>Whether the clause that a decision names was in the text of its day.</summary>
public enum ClauseStanding
{
    /// <summary>The decision names no clause and no agreement.</summary>
    NotNamed,

    /// <summary>The day of the decision, or the days of the agreement's texts, are not recorded clearly enough.</summary>
    NotKnown,

    /// <summary>It was in the text of that day.</summary>
    InForce,

    /// <summary>It came later.</summary>
    NotYet,

    /// <summary>It had ended.</summary>
    Ended,
}

/// <summary>Why a decision may be outside its authority.</summary>
public enum Excess
{
    /// <summary>The clause it names came into the agreement later.</summary>
    ClauseNotYet,

    /// <summary>The clause it names had ended.</summary>
    ClauseEnded,

    /// <summary>It was left to, or taken by, another than the one who may take it.</summary>
    Another,

    /// <summary>It was left to, or taken by, a member that held the role at another time.</summary>
    AnotherTime,

    /// <summary>Nobody held the role that it was left to.</summary>
    Vacant,

    /// <summary>It is about more than the limit.</summary>
    AboveLimit,
}

/// <summary>One reason why a decision may be outside its authority, with both places.</summary>
/// <param name="Why">The reason.</param>
/// <param name="At">Where the decision says it.</param>
/// <param name="Other">What speaks against it: the rule, the role's term, the text of the agreement.</param>
public sealed record Doubt(Excess Why, Location At, Location Other)
{
    /// <summary>For a clause, the day on which it began or ended; for a term that was another, the day on which it ended, or else began.</summary>
    public PartialDate? Day { get; init; }

    /// <summary>Whether <see cref="Day"/> lies after the decision.</summary>
    public bool Later { get; init; }

    /// <summary>Who decided, or was to.</summary>
    public Member? Who { get; init; }

    /// <summary>Who may.</summary>
    public LeftTo? Allowed { get; init; }
}

/// <summary>By what right a decision was taken, as the agreement stood on its day. What is not recorded is null, and never held against anybody.</summary>
public sealed record Authority
{
    /// <summary>Whether the clause it names was in force.</summary>
    public ClauseStanding Standing { get; init; }

    /// <summary>The agreement that gives the authority; null where none is named.</summary>
    public Platform? Agreement { get; init; }

    /// <summary>The place of its text of that day; null where there was none or the day is not known.</summary>
    public int? Place { get; init; }

    /// <summary>The clause in that text; where it was not in force, as the nearest text has it. Null where only an agreement is named.</summary>
    public Clause? Clause { get; init; }

    /// <summary>The place of the text that <see cref="Clause"/> is from.</summary>
    public int? ClausePlace { get; init; }

    /// <summary>Whether it was one member's or role's to decide, and not for all to vote on.</summary>
    public bool IsDelegated { get; init; }

    /// <summary>The rule of that day: the one that the decision names, else for a delegated decision the one that bears the clause's anchor as its name.</summary>
    public DecisionRule? Rule { get; init; }

    /// <summary>The agreement that has the rule, and the place of the text.</summary>
    public (Platform Agreement, int Place)? RuleIn { get; init; }

    /// <summary>To whom the decision says that it was left.</summary>
    public LeftTo? LeftTo { get; init; }

    /// <summary>To whom the rule leaves it.</summary>
    public LeftTo? RuleLeavesTo { get; init; }

    /// <summary>The limit of the rule as a number; null where the rule has none or says it in other words.</summary>
    public Amount? Limit { get; init; }

    /// <summary>How much the decision is about; null where that is not recorded or no number.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Whether it is within the limit; null where the two cannot be compared.</summary>
    public bool? WithinLimit => Limit is { } limit && Amount is { } amount && limit.IsLike(amount) ? amount.Number <= limit.Number : null;

    /// <summary>What the table of the agreement's delegated clauses says of the matter, column by column. It is shown, and nothing is calculated from it.</summary>
    public ImmutableArray<(string Column, string Words)> Table { get; init; } = [];

    /// <summary>Why it may be outside its authority; empty for most.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];
}
