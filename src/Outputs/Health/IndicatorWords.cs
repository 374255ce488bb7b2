using System.Collections.Immutable;
using PublicLedger.Findings.Health;

namespace PublicLedger.Outputs;

/// <summary>How the site speaks of one indicator. The numbers come from the findings; here are only sentences.</summary>
/// <param name="Id">The indicator's name.</param>
/// <param name="Group">The part of the page it stands in: one of <see cref="Groups"/>.</param>
/// <param name="Question">Its heading: "How soon are minutes published?"</param>
internal sealed record IndicatorWords(string Id, string Group, string Question)
{
    /// <summary>The parts of the page, in their order.</summary>
    public static readonly ImmutableArray<string> Groups =
    [
        "Are decisions being made?", "How long do decisions take?", "Are members turning up?", "Is the work shared?", "Do members agree to the newest text?", "Are promises kept?", "Are needs honoured?",
    ];

    /// <summary>The answer as a sentence, for a number that is known.</summary>
    public required Func<Answer, string> Sentence { get; init; }

    /// <summary>The same as a part of a longer sentence, without a capital and a full stop; for the first page.</summary>
    public Func<Answer, string>? Short { get; init; }

    /// <summary>What to say where there is nothing to count.</summary>
    public required string Nothing { get; init; }

    /// <summary>What to say where the record lacks what it takes; null where that cannot be.</summary>
    public string? NotRecorded { get; init; }

    /// <summary>What was left out and why, for a number of records: "2 meetings have no day of publication on record."; null where nothing can be.</summary>
    public Func<int, string>? LeftOut { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>How it is counted.</summary>
    public required string Counted { get; init; }

    /// <summary>The name of its chart and table: "Days from meeting to minutes, on average over a year".</summary>
    public required string Numbers { get; init; }

    /// <summary>What a record behind the number says beside its title and day, or null: "5 days".</summary>
    public Func<Behind, string?> Of { get; init; } = behind => behind.Amount is { } amount ? AmountWords.Of(amount) : null;

    /// <summary>The parts of which the counts by member are made, in the order of the findings; empty where nothing is counted by member.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>What the table of counts by member is called.</summary>
    public string PartsTitle { get; init; } = "";

    /// <summary>What the list of records behind it is called: "The meetings behind this number".</summary>
    public required string Behind { get; init; }

    /// <summary>The answer, or why there is none.</summary>
    public string Say(Answer answer) => answer.Why switch
    {
        null => Sentence(answer),
        Unknown.Nothing => Nothing,
        Unknown.NotRecorded => NotRecorded ?? "The record does not say.",
        Unknown.TooFew => "There is not enough on record yet to show a pattern.",
        _ => "The record shows only how it stands today.",
    };

    /// <summary>All of them, in the order of the page.</summary>
    public static readonly ImmutableArray<IndicatorWords> All =
    [
        DecisionHealthWords.WithReasons,
        DecisionHealthWords.MeetingsThatDecide,
        DecisionHealthWords.Outside,
        DecisionHealthWords.Dissent,
        DecisionHealthWords.DaysToDecide,
        MeetingHealthWords.MembersPresent,
        MemberHealthWords.Referred,
        MemberHealthWords.Load,
        MemberHealthWords.LongestInARole,
        AgreementHealthWords.NewestText,
        AgreementHealthWords.Renegotiated,
        AgreementHealthWords.Refounded,
        AgreementHealthWords.JoinedThenProposed,
        AgreementHealthWords.LeftThenRenegotiated,
        PromiseHealthWords.Late,
        MeetingHealthWords.MinutesPublished,
        PromiseHealthWords.Revisited,
        PromiseHealthWords.Needs,
    ];
}
