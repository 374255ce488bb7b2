namespace PublicLedger.Outputs;

/// <summary>What is said about meetings.</summary>
internal static class MeetingHealthWords
{
    public static readonly IndicatorWords MinutesPublished = new("minutes-published", "Are promises kept?", "How soon are minutes published?")
    {
        Sentence = a => $"In the last year, minutes were published {AmountWords.Of(a.Number!.Value)} after the meeting on average.",
        Short = a => $"minutes are published {AmountWords.Of(a.Number!.Value)} after a meeting on average",
        Nothing = "No meeting was held in the last year.",
        NotRecorded = "The record does not say when minutes were published.",
        LeftOut = n => n == 1 ? "One meeting is left out: no day is recorded on which its minutes were published." : $"{n} meetings are left out: no day is recorded on which their minutes were published.",
        Why = "Who was not there learns from the minutes what was decided. If they come late, it is too late to say anything.",
        Counted = "We count the days from each meeting of the last year to the day its minutes were published, and take the mean.",
        Numbers = "Days from meeting to minutes, on average over a year",
        Behind = "The meetings behind this number",
    };

    public static readonly IndicatorWords MembersPresent = new("members-present", "Are members turning up?", "How many members come to meetings?")
    {
        Sentence = a => $"In the last year, {AmountWords.Of(a.Number!.Value)} of members came to a meeting on average.",
        Short = a => $"{AmountWords.Of(a.Number!.Value)} of members come to a meeting on average",
        Nothing = "No meeting of all members was held in the last year.",
        NotRecorded = "The record does not say which of the members of the day came.",
        LeftOut = n => n == 1 ? "One meeting is left out: it is not recorded who of the members came." : $"{n} meetings are left out: it is not recorded who of the members came.",
        Why = "Decisions bind those who were not there too. A coalition that few come to decides for people it does not hear.",
        Counted = "We count the members that came to each meeting of all members in the last year, of those that belonged on that day.",
        Numbers = "Members that came, on average over a year",
        Behind = "The meetings behind this number",
    };
}
