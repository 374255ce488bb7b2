namespace PublicLedger.Outputs;

/// <summary>What is said about what members agreed on.</summary>
internal static class AgreementHealthWords
{
    private const string Group = "Do members agree to the newest text?";

    public static readonly IndicatorWords NewestText = new("newest-text-agreed", Group, "Have members agreed to the words in force?")
    {
        Sentence = a => $"{CountWords.Part(a)} of {a.Counted} {(a.Counted == 1 ? "member" : "members")} with a vote agreed to the words in force ({AmountWords.Of(a.Number!.Value)}).",
        Nothing = "There is no agreement on record.",
        NotRecorded = "The record does not say which members agreed to which text.",
        Why = "A member that agreed to older words may not agree to the new ones. Nobody knows until it says so.",
        Counted = "We count the members with a vote that agreed to the text in force, or to one with the same words.",
        Numbers = "Members that agreed to the words in force",
        Of = b => b.Marked ? "not to these words" : null,
        Behind = "The members behind this number",
    };

    public static readonly IndicatorWords Renegotiated = new("renegotiated", Group, "When did we last change the agreement?")
    {
        Sentence = a => a.Counted > 0 ? $"The agreement was last changed {CountWords.Ago(a.Number!.Value)}." : $"The agreement began {CountWords.Ago(a.Number!.Value)}, and its words have not changed since.",
        Short = a => a.Counted > 0 ? $"the agreement was last changed {CountWords.Ago(a.Number!.Value)}" : $"the agreement began {CountWords.Ago(a.Number!.Value)} and has not changed since",
        Nothing = "There is no agreement on record.",
        NotRecorded = "The record does not say when the words of the agreement began.",
        Why = "The world around us changes. An agreement that never does may break when it is tested.",
        Counted = "We count whole months from the day on which the newest words of the agreement began.",
        Numbers = "Months since the words of the agreement changed",
        Behind = "What began or changed the agreement",
    };

    public static readonly IndicatorWords Refounded = new("refounded", Group, "When did we last begin again?")
    {
        Sentence = a => a.Counted > 0 ? $"The coalition was founded anew {CountWords.Ago(a.Number!.Value)}." : $"The coalition was founded {CountWords.Ago(a.Number!.Value)}.",
        Nothing = "The record does not say when the coalition was founded.",
        NotRecorded = "The record does not say when the coalition was founded.",
        Why = "To begin again every few years, on purpose, is easier than to break up one day.",
        Counted = "We count whole years from the day on which the coalition was founded, or founded anew.",
        Numbers = "Years since the coalition was founded or founded anew",
        Behind = "Where the day is recorded",
    };

    public static readonly IndicatorWords JoinedThenProposed = new("joined-then-proposed", Group, "Do new members help to shape the agreement?")
    {
        Sentence = a => $"A proposed change to the agreement came from {CountWords.Share(a, "member", " that joined later")}.",
        Nothing = "Nobody has joined since the beginning.",
        NotRecorded = "The record does not say when the coalition began, so nobody can tell who joined later.",
        Why = "Who joins takes on the agreement of others. Who then proposes a change has made it its own.",
        Counted = "We count the members that joined after the beginning, and those that proposed a change to the agreement after that.",
        Numbers = "Members that proposed a change, of those that joined later",
        Of = b => b.Marked ? "its first proposal" : "joined, and no proposal yet",
        Behind = "The members that joined later, and what they proposed",
    };

    public static readonly IndicatorWords LeftThenRenegotiated = new("left-then-renegotiated", Group, "Do we change when a member leaves?")
    {
        Sentence = a => $"After {CountWords.Share(a, "parting")}, the agreement was changed within 12 months.",
        Nothing = "No member has left.",
        NotRecorded = "Members have left, and the record does not say when.",
        LeftOut = n => n == 1 ? "One parting is left out: its day is not recorded." : $"{n} partings are left out: their days are not recorded.",
        Why = "When a member leaves, those who stay can ask what would have kept it.",
        Counted = "We count the times that a member left, and those after which the words of the agreement changed within 12 months.",
        Numbers = "Partings after which the agreement was changed",
        Of = b => b.Marked ? "left, and the agreement was changed after that" : "left, and the agreement was not changed within 12 months so far",
        Behind = "The members that left",
    };
}
