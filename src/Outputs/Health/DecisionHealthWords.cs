namespace PublicLedger.Outputs;

/// <summary>What is said about decisions.</summary>
internal static class DecisionHealthWords
{
    private const string Group = "Are decisions being made?";

    public static readonly IndicatorWords WithReasons = new("decisions-with-reasons", Group, "Do decisions say why?")
    {
        Sentence = a => $"Reasons are given for {CountWords.Share(a, "decision")} of the last year.",
        Short = a => $"reasons are given for {CountWords.Share(a, "decision")}",
        Nothing = "Nothing was decided in the last year.",
        NotRecorded = "Decisions of the last year come in a form that has no place of its own for reasons.",
        LeftOut = n => n == 1 ? "One decision is left out: its form has no place of its own for reasons." : $"{n} decisions are left out: their form has no place of its own for reasons.",
        Why = "Who lives with a decision may ask why. Without reasons, nobody can tell later whether it should be changed.",
        Counted = "We count the decisions of the last year, yes or no, that have words below a heading for reasons.",
        Numbers = "Decisions that say why, over a year",
        Of = b => b.Marked ? "no reasons given" : null,
        Behind = "The decisions behind this number",
    };

    public static readonly IndicatorWords MeetingsThatDecide = new("meetings-that-decide", Group, "Do meetings decide something?")
    {
        Sentence = a => $"Something was decided at {CountWords.Share(a, "meeting")} of the last year.",
        Short = a => $"something was decided at {CountWords.Share(a, "meeting")}",
        Nothing = "No meeting that is there to decide was held in the last year.",
        NotRecorded = "The minutes of the last year do not show whether anything was decided.",
        LeftOut = n => n == 1 ? "One meeting is left out: its minutes do not show whether anything was decided." : $"{n} meetings are left out: their minutes do not show whether anything was decided.",
        Why = "Members give their time to decide things together. When meetings decide nothing, they soon stay away.",
        Counted = "We count the meetings of the last year with a decision or a resolution on record. Hearings, steering meetings and meetings to share limits are not there to decide. We leave them out.",
        Numbers = "Meetings that decided something, over a year",
        Of = b => b.Marked ? "nothing decided" : null,
        Behind = "The meetings behind this number",
    };

    public static readonly IndicatorWords Outside = new("decided-outside", Group, "Are decisions taken outside meetings?")
    {
        Sentence = a => $"Outside a meeting, we took {CountWords.Share(a, "decision")} of the last year.",
        Short = a => $"{CountWords.Share(a, "decision")} came outside a meeting",
        Nothing = "No decision was taken in the last year.",
        NotRecorded = "The record does not say at which meetings decisions were taken.",
        LeftOut = n => n == 1 ? "One decision is left out: it is not recorded where it was taken." : $"{n} decisions are left out: it is not recorded where they were taken.",
        Why = "Anyone can watch a meeting. What is decided elsewhere, fewer people see coming.",
        Counted = "We count the decisions taken in the last year that have no meeting on record. Some may be taken like that: when nobody objects in time, or when they are left to one member. We count those too.",
        Numbers = "Decisions taken outside a meeting, over a year",
        Of = b => b.Marked ? "no meeting" : null,
        Behind = "The decisions behind this number",
    };

    public static readonly IndicatorWords Dissent = new("dissent", Group, "Does the record show who disagrees?")
    {
        Sentence = a => a.Number!.Value.Value.Above.IsZero
            ? $"In the last year, nobody is on record against any of {a.Counted} decisions."
            : $"In the last year, somebody is on record against {AmountWords.Of(a.Number.Value)} of {a.Counted} decisions.",
        Short = a => $"somebody is on record against {AmountWords.Of(a.Number!.Value)} of {a.Counted} decisions",
        Nothing = "Nothing was decided in the last year.",
        NotRecorded = "The record of the last year does not say who voted how.",
        Why = "People who work together disagree at times. If nobody ever does on record, some may have stopped saying so.",
        Counted = "We count the decisions of the last year with a vote for the other side, an objection or words of dissent. With fewer than five decisions we cannot tell.",
        Numbers = "Decisions with dissent on record, over a year",
        Behind = "The decisions behind this number",
    };

    public static readonly IndicatorWords DaysToDecide = new("days-to-decide", "How long do decisions take?", "How long does a decision take?")
    {
        Sentence = a => $"In the last year, a decision took {AmountWords.Of(a.Number!.Value)} from question to answer on average.",
        Short = a => $"a decision takes {AmountWords.Of(a.Number!.Value)} on average",
        Nothing = "Nothing was decided in the last year.",
        NotRecorded = "The record does not say when questions were put forward.",
        LeftOut = n => n == 1 ? "One decision is left out: one of its two days is not recorded." : $"{n} decisions are left out: one of their two days is not recorded.",
        Why = "A question that waits too long is often answered by what happens meanwhile.",
        Counted = "We count the days from the day a question was put forward to the day it was decided, and take the mean over a year.",
        Numbers = "Days from question to decision, on average over a year",
        Behind = "The decisions behind this number",
    };
}
