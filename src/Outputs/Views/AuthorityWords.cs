using PublicLedger.Findings.Powers;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The authority of a decision in sentences. What is not recorded is said to be not recorded, and nothing is judged.</summary>
internal static class AuthorityWords
{
    /// <summary>The clause in the text of that day, else the agreement; null where the decision names none.</summary>
    public static Anchor? Clause(PageContext page, Decision decision, Authority authority)
    {
        if (decision.Under is not { } under) return null;
        if (authority.Agreement is not { } agreement || (authority.ClausePlace ?? authority.Place) is not { } place) return page.To(under);
        var timeline = page.Consequences.Timelines.Of(agreement);
        return authority.Clause is { } clause
            ? AgreementPages.ToText(page, timeline, place, (clause.Section.Number.Length > 0 ? "Clause " : "") + clause.Section.Label, clause.Section.Anchor)
            : AgreementPages.ToText(page, timeline, place, page.To(under).Text, under.Fragment);
    }

    /// <summary>The clause, whom it was left to, the limit and the amount.</summary>
    public static IEnumerable<Html> Sentences(PageContext page, Decision decision, Authority authority)
    {
        if (Clause(page, decision, authority) is { } clause)
            yield return new(clause.Element + authority.Standing switch
            {
                ClauseStanding.InForce => ", as it stood that day.",
                ClauseStanding.NotYet => ". It was not in force yet that day.",
                ClauseStanding.Ended => ". It was no longer in force that day.",
                _ => ". Which text applied that day is not recorded.",
            });
        if (!authority.IsDelegated) yield break;
        yield return LeftTo(page, authority);
        if (authority is { LeftTo: not null, RuleLeavesTo: { } rule } && authority.Doubts.Any(d => ReferenceEquals(d.Allowed, rule)))
            yield return new($"The rule leaves it to {Name(page, rule)}.");
        foreach (var sentence in Limits(page, decision, authority)) yield return sentence;
    }

    /// <summary>Why a decision may be outside its authority, in sentences; null for most.</summary>
    public static string? Doubts(PageContext page, Decision decision) =>
        page.Consequences.Authorities.Of(decision) is { Doubts.IsEmpty: false } authority ? string.Join(" ", authority.Doubts.Select(d => InWords(page, authority, d))) : null;

    private static Html LeftTo(PageContext page, Authority authority) => (authority.LeftTo, authority.RuleLeavesTo) switch
    {
        // Whom the decision names, and by which role the rule allows it.
        ({ Record: Member member }, { Role: { } role, Members: { } holders }) when holders.Any(h => h.Id == member.Id) =>
            new($"Left to {page.To(member).Element}, who held the role {page.To(role).Element} that day."),
        ({ } left, _) => new($"Left to {Name(page, left)}."),
        (null, { } rule) => new($"The rule leaves it to {Name(page, rule)}."),
        _ => Html.Of("It is not recorded to whom this was left."),
    };

    private static string Name(PageContext page, LeftTo left)
    {
        if (left.Role is not { } role) return LeftToView.Of(page, left).Name.Element.ToString();
        var name = $"the role {page.To(role).Element}";
        if (left.Vacant) return name + ". Nobody held it that day";
        // A holder who is no member of ours is still a name.
        var holders = left.Terms.Select(t => t.Holder).OfType<Ref>().Select(h => page.To(h).Element.ToString()).ToList();
        return holders.Count == 0 ? name + ". Who held it that day is not recorded" : $"{name}, held by {ProofWords.Names(holders)} that day";
    }

    private static IEnumerable<Html> Limits(PageContext page, Decision decision, Authority authority)
    {
        var limit = authority.Limit?.Words ?? authority.Rule?.Limit;
        if (limit is not null)
        {
            var (agreement, place) = authority.RuleIn!.Value;
            yield return new($"Limit: {AgreementPages.ToText(page, page.Consequences.Timelines.Of(agreement), place, limit, "at-rules").Element}.");
        }
        else if (!authority.Table.IsEmpty)
        {
            yield return Html.Of($"The agreement’s table says: {string.Join("; ", authority.Table.Select(c => $"{c.Column}: {c.Words}"))}.");
        }

        if (decision.Amount is { } amount) yield return Html.Of($"This decision: {authority.Amount?.Words ?? amount.Value}.");
        else if (authority.Limit is not null) yield return Html.Of("The amount is not recorded.");
        if (limit is not null && decision.Amount is not null && authority.WithinLimit is null) yield return Html.Of("These two cannot be compared.");
    }

    private static string InWords(PageContext page, Authority authority, Doubt doubt)
    {
        var date = page.Day(doubt.Day)?.Text ?? "a day that is not recorded";
        var clause = authority.Clause?.Section.Label ?? authority.Agreement?.Title ?? "";
        return doubt.Why switch
        {
            Excess.ClauseNotYet => $"It names “{clause}”, which applies only from {date}.",
            Excess.ClauseEnded => $"It names “{clause}”, which ended on {date}.",
            Excess.Vacant => $"Nobody held the role “{doubt.Allowed!.Title}” on that day.",
            Excess.AnotherTime => $"{doubt.Who!.Title} did not hold the role “{doubt.Allowed!.Title}” on that day: its term {(doubt.Later ? "began" : "ended")} on {date}.",
            Excess.Another => Another(doubt),
            _ => $"The limit was {authority.Limit!.Words} on that day. This decision is for {authority.Amount!.Words}.",
        };
    }

    private static string Another(Doubt doubt)
    {
        var who = doubt.Who!.Title;
        return doubt.Allowed switch
        {
            { Role: not null, Members: [_, ..] members } role => $"It was for the role “{role.Title}”, held by {ProofWords.Names([.. members.Select(m => m.Title)])} that day. The record names {who}.",
            { Vacant: true } role => $"Nobody held the role “{role.Title}” on that day. The record names {who}.",
            var allowed => $"It was for {allowed!.Title}. The record names {who}.",
        };
    }
}
