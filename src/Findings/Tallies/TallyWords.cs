namespace PublicLedger.Findings.Tallies;

/// <summary>The arithmetic of a vote in one sentence, the same for a message and for a page.</summary>
public static class TallyWords
{
    /// <summary>"6 of 8 votes cast were for; more than half was needed, which is 5. 9 of 10 members were there; 5 were needed."</summary>
    public static string Of(Tally tally) => Threshold(tally) + (tally.Quorum is null ? "" : " " + Quorum(tally.Quorum));

    /// <summary>The threshold.</summary>
    public static string Threshold(Tally tally) => string.Join(" ", tally.Parts.Select(part => Threshold(tally.Rule, part)));

    /// <summary>The quorum.</summary>
    public static string Quorum(QuorumPart quorum) =>
        $"{quorum.Present} of {quorum.Of} members were there; {quorum.Needed} {(quorum.Needed == Ratio.One ? "was" : "were")} needed.";

    private static string Threshold(VotingRule rule, Part part)
    {
        var inGroup = part.Name is null ? "" : $"In {part.Name}, ";
        var needed = $"{rule.Threshold!.AsWritten} was needed";
        if (rule.Threshold.IsCount) return $"{inGroup}{part.Votes.For} were for; {needed}.";
        return part.Base <= Ratio.Zero ? $"{(inGroup.Length > 0 ? inGroup + "no" : "No")} votes were cast; {needed}."
            : $"{inGroup}{part.Votes.For} of {part.Base} {BaseInWords(rule, part)} were for; {needed}, which is {part.Needed}.";
    }

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
