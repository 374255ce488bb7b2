using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What an open question needs to be agreed, in words.</summary>
/// <param name="Rule">"Ordinary: More than half of votes cast"; null where the record names no rule, or none that the agreement has.</param>
/// <param name="Takes">What that comes to, in sentences.</param>
public sealed record DemandView(string? Rule, string Takes)
{
    /// <summary>The words for a question; null where there is nothing to say of it.</summary>
    internal static DemandView? Of(PageContext page, Decision decision, Demand demand)
    {
        var name = (decision.Vote?.Rule ?? decision.Rule)?.Value;
        var sentences = Sentences(page, decision, demand, name).ToList();
        var rule = demand.Rule is null ? null : $"{StatusTags.Words(name!)}: {Rules.InWords(demand.Rule.Source)}";
        return rule is null && sentences.Count == 0 ? null : new DemandView(rule, string.Join(" ", sentences));
    }

    private static IEnumerable<string> Sentences(PageContext page, Decision decision, Demand demand, string? name)
    {
        if (demand.State is ProofState.NoRule && !decision.Core.Foreign) yield return "The record does not name the rule for it.";
        if (demand.State is ProofState.RuleNotFound) yield return $"It names the rule “{name}”, which the agreement does not have.";
        if (demand.RuleFrom is { } from) yield return $"This rule applies from {page.Day(from)}.";
        if (demand.State is ProofState.RuleNotUnderstood) yield break;
        if (demand.Rule is not { IsRollCall: true } rule)
        {
            if (WithoutCount(page, decision, demand) is { } words && (demand.Rule is not null || decision.Method is not null)) yield return words;
            yield break;
        }

        var members = demand.Members is { Length: > 0 } all ? $" of {all.Length}" : "";
        if (demand.Needed is { } needed) yield return $"{needed}{members} members must agree{(members.Length > 0 ? ", as members stand today" : "")}.";
        else if (!rule.Groups.IsEmpty) yield return $"That much is needed in each of {rule.Groups.Length} groups.";
        else if (!rule.Weights.IsEmpty) yield return "Some votes count for more than others, so it is not a number of members.";
        else yield return WhyNoNumber(rule.Base, demand.Members is not null);
        if (demand.Quorum is { } quorum) yield return $"At least {quorum}{members} members must be there.";
    }

    private static string WhyNoNumber(VoteBase? of, bool membersKnown) => of switch
    {
        VoteBase.AllMembers when !membersKnown => "How many members there are today is not recorded.",
        VoteBase.AllMembers => "How many that is depends on who takes part.",
        VoteBase.MembersPresent => "How many that is depends on how many are there.",
        _ => "How many that is depends on how many vote.",
    };

    /// <summary>For a rule that counts no votes, what its own words do not say already.</summary>
    private static string? WithoutCount(PageContext page, Decision decision, Demand demand) => demand.Method switch
    {
        "consent" when demand.Rule is null => "It is agreed if no member objects.",
        "consensus" => demand.Members is { Length: > 0 } all ? $"All {all.Length} members must agree." : demand.Rule is null ? "All members must agree." : null,
        "lazy-consensus" => decision.Silence?.Until is { } until ? $"It is agreed if nobody objects by {page.Day(until)}." : demand.Rule is null ? "It is agreed if nobody objects in the time set." : null,
        "without-objection" when demand.Rule is null => "It is agreed if nobody at the meeting objects.",
        "delegated" => decision.DelegatedTo is { } to ? $"It is left to {AuthorityView.To(page, to).Text}." : demand.Rule is null ? "It is left to one member or group." : null,
        _ => null,
    };
}
