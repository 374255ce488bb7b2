using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Powers;

/// <summary>Finds the clause, the delegate and the limit of a decision in the texts of its day.</summary>
internal sealed class AuthorityReader(Rulebook book, Timelines timelines)
{
    private const string Delegated = "delegated";

    private readonly Corpus corpus = book.Corpus;
    private readonly Dictionary<(string Agreement, string Anchor), ClauseStory?> stories = [];

    /// <summary>The authority of a decision; null where the record names none.</summary>
    public Authority? Read(Decision decision)
    {
        var authority = WithRule(decision, new Authority());
        if (decision.Under is null && !authority.IsDelegated) return null;
        authority = WithClause(decision, authority) with
        {
            LeftTo = decision.DelegatedTo is { } left ? LeftTo.Of(left.Written, decision.Date, corpus) : null,
            Amount = decision.Amount is { } amount ? Amount.Parse(amount.Value) : null,
        };
        if (!IsSure(decision, authority)) authority = authority with { Standing = ClauseStanding.NotKnown, Place = null, Rule = null, RuleIn = null, RuleLeavesTo = null, Limit = null };
        return authority with { Table = TableOf(authority), Doubts = AuthorityDoubts.Of(decision, authority, corpus) };
    }

    /// <summary>The rule that the decision names, else for a delegated decision the one that is named like its clause.</summary>
    private Authority WithRule(Decision decision, Authority authority)
    {
        var named = (decision.Vote?.Rule ?? decision.Rule) is not null;
        var asked = named || decision.Under is not { Fragment: { } anchor } under ? decision : decision with { Rule = new Located<string>(anchor, under.Written.At) };
        var proof = Proof.WithRule(asked, book);
        var rule = proof.Rule?.Source;
        if (rule is not null && !named && !IsDelegated(rule)) rule = null;
        var delegated = decision.Method is { } method ? method == Delegated : decision.DelegatedTo is not null || (rule is not null && IsDelegated(rule));
        if (rule is null || !delegated || !IsDelegated(rule)) return authority with { IsDelegated = delegated };
        return authority with
        {
            IsDelegated = true,
            Rule = rule,
            RuleIn = (proof.Agreement!, proof.Place!.Value),
            RuleLeavesTo = rule.DelegatedTo is { } to ? LeftTo.Of(new Located<string>(to, rule.Name.At), decision.Date, corpus) : null,
            Limit = rule.Limit is { } limit ? Amount.Parse(limit) : null,
        };
    }

    private static bool IsDelegated(DecisionRule rule) => rule.Method?.ToLowerInvariant() == Delegated;

    private Authority WithClause(Decision decision, Authority authority)
    {
        if (corpus.Find<Platform>(decision.Under) is not { } agreement) return authority;
        authority = authority with { Agreement = agreement, Standing = ClauseStanding.NotKnown };
        if (decision.Date is not { } day) return authority;
        var place = Proof.PlaceFor(decision, day, agreement);
        if (place is null && Versions.DateOf(Versions.TextsOf(agreement)[0]) is null) return authority;
        authority = authority with { Place = place };
        if (decision.Under!.Fragment is not { } anchor)
            return authority with { Standing = place is null ? ClauseStanding.NotYet : ClauseStanding.InForce };
        if (StoryOf(timelines.Of(agreement), anchor) is not { } story)
            return place is { } at && Versions.TextsOf(agreement)[at].Body.Anchors.Contains(anchor) ? authority with { Standing = ClauseStanding.InForce } : authority;
        if (place is { } then && story.States[then] is { } clause)
            return authority with { Standing = ClauseStanding.InForce, Clause = clause, ClausePlace = then };
        var before = place ?? -1;
        while (before >= 0 && story.States[before] is null) before--;
        var shown = before >= 0 ? before : story.First;
        return authority with { Standing = before >= 0 ? ClauseStanding.Ended : ClauseStanding.NotYet, Clause = story.States[shown], ClausePlace = shown };
    }

    /// <summary>The clause that has an anchor in any text of an agreement; looked for once.</summary>
    private ClauseStory? StoryOf(Timeline timeline, string anchor)
    {
        if (stories.TryGetValue((timeline.Agreement.Id, anchor), out var known)) return known;
        var story = timeline.Stories.FirstOrDefault(s => !s.IsOpening && s.States.Any(c => c?.Section.Anchor == anchor));
        return stories[(timeline.Agreement.Id, anchor)] = story;
    }

    /// <summary>Whether the record says for certain which text was in force: the day may be a month in which the text changed.</summary>
    private static bool IsSure(Decision decision, Authority authority) =>
        decision.Date is { } day && (day.Exact is not null || (authority.Agreement ?? authority.RuleIn?.Agreement) is not { } agreement
            || Versions.InForceOn(agreement, day.First) == Versions.InForceOn(agreement, day.Last));

    /// <summary>
    /// The row about the clause in a table of the delegated clauses of that day: the one whose first cell is the clause's title.
    /// </summary>
    private static ImmutableArray<(string Column, string Words)> TableOf(Authority authority)
    {
        if (authority is not { IsDelegated: true, Standing: ClauseStanding.InForce, Agreement: { } agreement, Place: { } place, Clause: { } clause }) return [];
        var title = ClauseTitle.Bare(clause.Section.Title);
        foreach (var section in Versions.TextsOf(agreement)[place].Clauses.Where(c => c.Kind == Delegated && title.Length > 0).Select(c => c.Section))
        {
            foreach (var table in TextBlocks.Of(section.Content).Where(b => b is { Kind: TextBlockKind.Table, Rows: [{ Header: true }, ..] }))
            {
                var row = table.Rows.Skip(1).FirstOrDefault(r => ClauseTitle.Bare(r.Cells[0]) == title);
                if (row is not null) return [.. table.Rows[0].Cells.Zip(row.Cells).Skip(1).Where(c => c.First.Length > 0 && c.Second.Length > 0)];
            }
        }

        return [];
    }
}
