using System.Collections.Immutable;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>What a day of the calendar is for.</summary>
public enum Occasion
{
    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>The last day to decide an open question.</summary>
    DecideBy,

    /// <summary>The last day to object to one.</summary>
    ObjectBy,

    /// <summary>What was agreed starts.</summary>
    Starts,

    /// <summary>The last day to judge a trial.</summary>
    JudgeTrial,

    /// <summary>Something is looked at again.</summary>
    LookAgain,

    /// <summary>A decision ends by itself.</summary>
    Ends,

    /// <summary>The last day of a promise.</summary>
    PromiseDue,

    /// <summary>A role passes on.</summary>
    PassesOn,

    /// <summary>Those between whom something was agreed look at it again.</summary>
    Revisit,

    /// <summary>The coalition ends.</summary>
    CoalitionEnds,

    /// <summary>It is to be shown how far a promise is.</summary>
    ShowProgress,

    /// <summary>Minutes are to be published.</summary>
    PublishMinutes,

    /// <summary>A meeting is asked to approve the minutes of an earlier one.</summary>
    ApproveMinutes,

    /// <summary>The term of somebody who speaks for a member ends.</summary>
    TermEnds,
}

/// <summary>A day that the record sets for something.</summary>
/// <param name="Record">What sets it.</param>
/// <param name="Date">The day, or the month or year where no day is recorded.</param>
/// <param name="For">What it is for.</param>
/// <param name="CalledOff">Whether it was set and no longer holds: a meeting cancelled, a proposal withdrawn, a decision replaced or retracted before that day.</param>
public sealed record Appointment(Record Record, PartialDate Date, Occasion For, bool CalledOff)
{
    /// <summary>Whose term ends; null for everything else.</summary>
    public Records.Delegate? Person { get; init; }

    /// <summary>Whether members have something to decide, or something they decided takes effect or ends.</summary>
    public bool IsDecisionPoint => For is Occasion.DecideBy or Occasion.ObjectBy or Occasion.Starts or Occasion.JudgeTrial or Occasion.LookAgain or Occasion.Ends or Occasion.CoalitionEnds;

    /// <summary>All of them, oldest first.</summary>
    internal static ImmutableArray<Appointment> Of(Corpus corpus, Replacements replacements, Tenures tenures, DateOnly today)
    {
        var all = new List<Appointment>();
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind)) Add(meeting, meeting.Date, Occasion.Meeting, meeting.Status == "cancelled" || (meeting.IsRetracted && meeting.Date?.First > today));
        foreach (var decision in corpus.All<Decision>(Decision.OfKind)) OfDecision(decision);
        foreach (var promise in corpus.All<Commitment>(Commitment.OfKind))
            if (promise.Status != "complete") Add(promise, promise.Due, Occasion.PromiseDue, promise.Status == "withdrawn" || promise.IsRetracted);
        foreach (var agreement in corpus.All<Platform>(Platform.OfKind))
        {
            var shown = Versions.TextsOf(agreement)[Versions.ShownOn(agreement, today)];
            Add(agreement, shown.ReviewDate, Occasion.LookAgain, false);
            if (Versions.TextsOf(agreement)[0].InForce is { } start) Add(agreement, start, Occasion.Starts, false);
        }

        foreach (var role in corpus.All<Role>(Role.OfKind)) Add(role, tenures.Of(role).Due, Occasion.PassesOn, false);
        foreach (var agreement in corpus.All<WorkingAgreement>(WorkingAgreement.OfKind)) Add(agreement, agreement.Status != "proposed" && Revisiting.Of(agreement, today).DueBy is { } by ? PartialDate.Of(by) : null, Occasion.Revisit, false);
        if (corpus.Coalition is { Dissolved: { } end } coalition) Add(coalition, end.Date, Occasion.CoalitionEnds, false);
        return [.. all.OrderBy(a => a.Date).ThenBy(a => a.For).ThenBy(a => a.Record.Kind.Name, StringComparer.Ordinal).ThenBy(a => a.Record.Id, StringComparer.Ordinal)];

        void OfDecision(Decision decision)
        {
            var status = decision.Core.StatusBefore ?? replacements.StatusOf(decision);
            if (status is "proposed" or "draft" or "withdrawn" or "deferred")
            {
                var open = status is "proposed" or "draft" && !decision.IsRetracted;
                Add(decision, decision.DecideBy, Occasion.DecideBy, !open);
                Add(decision, decision.Silence?.Until, Occasion.ObjectBy, !open);
            }

            if (!Decision.MeansTaken(status)) return;
            var replaced = decision.Core.Retraction?.Date?.First ?? Afterlife.ReplacedOn(decision, replacements);
            bool Past(PartialDate? date) => date?.First > replaced || (replaced is null && status == "superseded" && date?.First > today);
            Add(decision, decision.InForce, Occasion.Starts, Past(decision.InForce));
            Add(decision, decision.PilotEvaluate, Occasion.JudgeTrial, Past(decision.PilotEvaluate) && decision.PilotResult is null);
            Add(decision, decision.ReviewDate, Occasion.LookAgain, Past(decision.ReviewDate));
            Add(decision, decision.Sunset, Occasion.Ends, Past(decision.Sunset));
        }

        void Add(Record record, PartialDate? date, Occasion what, bool calledOff)
        {
            if (date is { } day) all.Add(new Appointment(record, day, what, calledOff));
        }
    }
}
