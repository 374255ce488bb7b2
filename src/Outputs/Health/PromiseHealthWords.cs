namespace PublicLedger.Outputs;

/// <summary>What is said about promises and needs.</summary>
internal static class PromiseHealthWords
{
    private const string Group = "Are promises kept?";

    public static readonly IndicatorWords Late = new("commitments-late", Group, "Are commitments late?")
    {
        Sentence = a => a.Counted == 1 ? $"The one commitment that has come due is {(HowMany(a.Number!.Value) is "0" ? "not late" : "late")}."
            : HowMany(a.Number!.Value) is "0" ? $"None of {a.Counted} commitments that have come due is late."
            : $"{HowMany(a.Number.Value)} of {a.Counted} commitments that have come due {(HowMany(a.Number.Value) is "1" ? "is" : "are")} late.",
        Short = a => a.Counted == 1 ? $"the one commitment that has come due is {(HowMany(a.Number!.Value) is "0" ? "not late" : "late")}"
            : $"{HowMany(a.Number!.Value)} of {a.Counted} commitments that have come due {(HowMany(a.Number.Value) is "1" ? "is" : "are")} late",
        Nothing = "No commitment has come due yet.",
        NotRecorded = "The record does not say when commitments are due, or how far they are.",
        LeftOut = n => n == 1 ? "One commitment is left out: its last day, or how far it is, is not recorded." : $"{n} commitments are left out: their last day, or how far they are, is not recorded.",
        Why = "Others plan with what a member has promised. A late promise that is seen can be talked about.",
        Counted = "We count the commitments whose last day has passed and that are not complete. Those taken back do not count. A day in the past is unknown if a commitment does not say how far it was then.",
        Numbers = "Commitments that are late",
        PartsTitle = "Commitments that have come due, by member",
        Parts = ["Late", "Not late"],
        Of = b => b.Amount is { } late ? $"{AmountWords.Of(late)} late" : null,
        Behind = "The commitments that are late",
    };

    public static readonly IndicatorWords Revisited = new("working-agreements-revisited", Group, "Are working agreements looked at again?")
    {
        Sentence = a => HowMany(a.Number!.Value) is "0"
            ? $"Of {a.Counted} working agreements, all were made or looked at again within 6 months."
            : $"Of {a.Counted} working agreements, {HowMany(a.Number.Value)} {(HowMany(a.Number.Value) is "1" ? "was" : "were")} not looked at again for more than 6 months.",
        Nothing = "There is no working agreement on record.",
        NotRecorded = "The record does not say when working agreements were last looked at.",
        LeftOut = n => n == 1 ? "One working agreement is left out: its state or its days are not recorded." : $"{n} working agreements are left out: their state or their days are not recorded.",
        Why = "What two members ask of each other changes. A short talk twice a year keeps it true.",
        Counted = "We count the working agreements in use that were not made or looked at again in the 6 months before. A day in the past is unknown if one has ended since then.",
        Numbers = "Working agreements not looked at again for 6 months",
        Of = b => b.Marked ? "last looked at on that day, more than 6 months before" : null,
        Behind = "The working agreements, with the day each was last looked at",
    };

    public static readonly IndicatorWords Needs = new("needs-honoured", "Are needs honoured?", "What becomes of the needs that members state?")
    {
        Sentence = a => $"Decisions of the last year honoured {CountWords.Share(a, "need")}, wholly or in part.",
        Short = a => $"decisions honoured {CountWords.Share(a, "need")}, wholly or in part",
        Nothing = "No need was stated for a decision of the last year.",
        NotRecorded = "The record does not say what became of the needs that members stated.",
        LeftOut = n => n == 1 ? "One need is left out: it is not recorded what became of it." : $"{n} needs are left out: it is not recorded what became of them.",
        Why = "A member whose needs are passed over again and again has little reason to stay.",
        Counted = "We count the needs that members stated for decisions of the last year, and those that were honoured or partly honoured. Needs taken back do not count.",
        Numbers = "Needs that were honoured, wholly or in part, over a year",
        PartsTitle = "Needs stated in the last year, by member",
        Parts = ["Honoured", "Partly honoured", "Overridden"],
        Of = b => b.Marked ? "overridden" : null,
        Behind = "The decisions for which needs were stated",
    };

    private static string HowMany(Findings.Health.Amount amount) => AmountWords.Of(amount);
}
