namespace PublicLedger.Findings.Tallies;

/// <summary>What a proof comes to, in sentences that are the same for a message and for a page.</summary>
public static class ProofWords
{
    /// <summary>All of it: "6 of 8 votes cast; more than half was needed. Quorum: 9 of 10 present, 5 needed." Empty where nothing was proved.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="title">The title of a member of an id.</param>
    public static string Of(Proof proof, Func<string, string> title)
    {
        if (proof.Tally is { } tally)
            return Capital(string.Join("; in ", tally.Parts.Select(p => p.Name is null ? Threshold(tally.Rule, p) : $"{p.Name}, {Threshold(tally.Rule, p)}")), tally) + (tally.Quorum is { } quorum ? " " + Quorum(quorum) : "");
        return proof.Assent is { } assent ? Of(assent, title) : "";
    }

    /// <summary>"6 of 8 votes cast; more than half was needed"</summary>
    public static string Threshold(VotingRule rule, Part part)
    {
        if (rule.Threshold!.IsCount) return $"{part.Votes.For} {(part.Votes.For == Ratio.One ? "vote" : "votes")} for; {Needed(rule.Threshold)}";
        return part.Base <= Ratio.Zero ? $"no votes counted; {Needed(rule.Threshold)}" : $"{part.Votes.For} of {part.Base} {BaseInWords(rule, part)}; {Needed(rule.Threshold)}";
    }

    /// <summary>"Quorum: 9 of 10 present, 5 needed."</summary>
    public static string Quorum(QuorumPart quorum) => $"Quorum: {quorum.Present} of {quorum.Of} present, {quorum.Needed} needed.";

    /// <summary>"Nobody was against."</summary>
    public static string Of(Assent assent, Func<string, string> title)
    {
        if (assent.Method == "delegated") return assent.DelegatedTo is { } to ? $"Left to {to}." : "It is not recorded to whom this was left.";
        var said = new List<string>();
        foreach (var objection in assent.Standing)
            said.Add($"{(objection.Member is { } who ? title(who.Id) : "A member that is not named")} objected, and the record does not say that this was settled.");
        if (!assent.Against.IsEmpty) said.Add($"{Names(assent.Against)} {(assent.Against.Length == 1 ? "was" : "were")} against, and {MethodInWords(assent.Method)} needs that nobody is.");
        else if (assent.HasRoll) said.Add("Nobody was against.");
        else if (assent.Standing.IsEmpty && assent.Settled == 0) said.Add("No objection is recorded.");
        if (assent.Settled > 0) said.Add($"{assent.Settled} {(assent.Settled == 1 ? "objection was" : "objections were")} made and settled.");
        if (assent.Method == "lazy-consensus") said.Add(Silence(assent));
        return string.Join(" ", said);
    }

    /// <summary>A method for readers.</summary>
    public static string MethodInWords(string method) => method switch
    {
        "lazy-consensus" => "lazy consensus",
        "without-objection" => "a decision without objection",
        VotingRule.RollCall => "a vote",
        "delegated" => "a delegated decision",
        _ => method,
    };

    /// <summary>Names as in a sentence.</summary>
    internal static string Names(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string Silence(Assent assent)
    {
        var needed = assent.DaysNeeded is { } asked ? $"; the rule asks for {asked}" : "";
        return assent.Days is { } days ? $"Members had {days} {(days == 1 ? "day" : "days")} to object{needed}." : $"How long members had to object is not recorded{needed}.";
    }

    /// <summary>"more than half was needed"</summary>
    public static string Needed(Measure threshold)
    {
        var words = threshold.AsWritten.Trim().TrimEnd('.');
        var several = words.EndsWith('s') || words.Equals("all", StringComparison.OrdinalIgnoreCase) || (threshold.IsCount && threshold.Share > Ratio.One);
        return $"{words} {(several ? "were" : "was")} needed";
    }

    private static string Capital(string words, Tally tally) => (tally.Parts[0].Name is null ? char.ToUpperInvariant(words[0]) + words[1..] : "In " + words) + ".";

    private static string BaseInWords(VotingRule rule, Part part)
    {
        var one = part.Base == Ratio.One;
        return rule.Base switch
        {
            VoteBase.VotesCast => one ? "vote cast" : "votes cast",
            VoteBase.VotesWithAbstentions => one ? "vote or abstention" : "votes and abstentions",
            VoteBase.MembersPresent => one ? "member present" : "members present",
            _ => one ? "member" : "members",
        };
    }
}
