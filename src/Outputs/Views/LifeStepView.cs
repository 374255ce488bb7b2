using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// One thing that happened to a decision, or is to happen. The page shows them as a list in order, drawn as a chain by the
/// stylesheet: a drawing of its own could hold no words (they shrink on phones), and would say less than the list.
/// </summary>
/// <param name="Date">When; null where that is not recorded.</param>
/// <param name="Event">decided, started, trial-judged, looked-at-again or ended.</param>
/// <param name="Decision">To which decision.</param>
/// <param name="Here">Whether that is the decision of the page.</param>
/// <param name="ToCome">Whether its day is still to come.</param>
/// <param name="Replaced">Whose place it took.</param>
/// <param name="Text">All that in sentences.</param>
public sealed record LifeStepView(
    Day? Date, string Event, Anchor Decision, bool Here, bool ToCome, ImmutableArray<ReplacementView> Replaced, [property: JsonIgnore] Html Text)
{
    internal static ImmutableArray<LifeStepView> Of(PageContext page, Decision decision, Afterlife afterlife) =>
        [.. afterlife.Steps.Select(s => Of(page, decision, s))];

    private static LifeStepView Of(PageContext page, Decision decision, LifeStep step)
    {
        var here = step.Decision.Id == decision.Id;
        var toCome = step.Date is { } day && day.First > page.Consequences.Today;
        return new LifeStepView(
            page.Day(step.Date), Names[(int)step.Event], page.To(step.Decision), here, toCome,
            [.. step.Replaced.Select(r => new ReplacementView(page.To(r.Old), r.Part, page.Day(r.Old.Date)))],
            new(step.Event == LifeEvent.Decided ? Decided(page, decision, step) : Html.Escape(Own(page, step, toCome))));
    }

    private static readonly ImmutableArray<string> Names = ["decided", "started", "trial-judged", "looked-at-again", "ended"];

    private static string Decided(PageContext page, Decision decision, LifeStep step)
    {
        var pending = step.Decision.Status is "proposed" or "draft";
        var name = step.Decision.Id == decision.Id ? "<strong>This decision</strong>" : page.To(step.Decision).Element.ToString();
        var text = $"{name} {What(step.Decision, page.Consequences.Ended is not null)}.";
        pending &= page.Consequences.Ended is null;
        var verb = pending ? "would replace" : Afterlife.IsTaken(step.Decision) ? "replaced" : "was to replace";
        foreach (var replaced in step.Replaced)
            text += $" It {verb} {(replaced.Part is { } part ? $"part of {Named(page, decision, replaced.Old)} ({Html.Escape(part)})" : Named(page, decision, replaced.Old))}.";
        if (step.Undid is { } undone) text += $" It {(pending ? "would undo" : Afterlife.IsTaken(step.Decision) ? "undid" : "was to undo")} what {Named(page, decision, undone)} had changed.";
        return text;
    }

    private static string Named(PageContext page, Decision decision, Decision other) =>
        other.Id == decision.Id ? "this decision" : page.To(other).Element.ToString();

    /// <summary>Nothing is said of a status that is not recorded.</summary>
    private static string What(Decision decision, bool over) => decision.Status switch
    {
        "proposed" or "draft" when over => "was not decided before the coalition ended",
        "proposed" or "draft" when decision.DecideBy is not null && decision.Date is null => "is proposed, and is to be decided by this day",
        "proposed" or "draft" => "is proposed",
        "rejected" => "was not agreed",
        "withdrawn" => "was withdrawn",
        "deferred" => "was put off",
        Retraction.Retracted or Retraction.Removed => "was retracted later",
        "accepted" or "implemented" => "was agreed",
        "superseded" or "deprecated" when !decision.Core.Foreign => "was agreed",
        _ => "was recorded",
    };

    private static string Own(PageContext page, LifeStep step, bool toCome)
    {
        var replaced = page.Consequences.Replacements.IsReplaced(step.Decision);
        return step.Event switch
        {
            LifeEvent.Started => toCome ? "It starts." : "It started.",
            LifeEvent.TrialJudged when step.Decision.PilotResult is { } result => $"The trial was judged. {result}",
            LifeEvent.TrialJudged => toCome ? "The trial is to be judged by this day." : "The trial was to be judged by this day. No result is recorded.",
            LifeEvent.LookedAtAgain when toCome => "Members look at it again by this day.",
            LifeEvent.LookedAtAgain => "Members were to look at it again by this day." + (replaced ? "" : " The record does not say whether they did."),
            _ => toCome ? "It ends by itself." : "It ended by itself.",
        };
    }
}
