using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A clause that a decision changed, and what happened to it.</summary>
/// <param name="Clause">The clause's own page.</param>
/// <param name="What">"added", "other words" …</param>
public sealed record ChangedClause(Anchor Clause, string What);

/// <summary>What a decision did to an agreement, or would do.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Text">The text that it made; null for a proposal, or where the record does not tell.</param>
/// <param name="WordByWord">The page that shows the change word by word, or null.</param>
/// <param name="Proposed">Whether it is not agreed yet.</param>
/// <param name="Clauses">The clauses it changed.</param>
public sealed record AgreementEffect(Anchor Agreement, Anchor? Text, Anchor? WordByWord, bool Proposed, ImmutableArray<ChangedClause> Clauses)
{
    /// <summary>What a decision did to each agreement it amends.</summary>
    internal static ImmutableArray<AgreementEffect> Of(PageContext page, Decision decision) =>
        [.. decision.Amends.Select(page.Corpus.Find<Platform>).OfType<Platform>().Select(agreement => Of(page, decision, agreement))];

    private static AgreementEffect Of(PageContext page, Decision decision, Platform agreement)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        if (page.Consequences.Timelines.ProposalsTo(agreement).FirstOrDefault(p => p.Decision.Id == decision.Id) is { } proposal)
        {
            return new AgreementEffect(
                page.To(agreement), null, new Anchor("See the change word by word, and the text as it would become", page.To(Routes.Proposal(agreement, decision))), true,
                [.. proposal.Changes.Select(c => Named(page, timeline, c, c.After is { } after && timeline.Texts.Length > 0 ? timeline.At(timeline.Texts.Length - 1, (c.Before ?? after).Section.Anchor) : null))]);
        }

        // A decision may make one text when it starts and another when it ends.
        for (var place = 1; place < timeline.Texts.Length; place++)
        {
            if (!timeline.By[place].Any(d => d.Id == decision.Id)) continue;
            var changes = timeline.ChangesAt(place).Where(c => timeline.ByFor(place, (c.After ?? c.Before)!.Section.Anchor).Any(d => d.Id == decision.Id));
            return new AgreementEffect(
                page.To(agreement), AgreementPages.ToText(page, timeline, place), AgreementPages.ToComparison(page, timeline, place - 1, place, "See the change word by word"), false,
                [.. changes.Select(c => Named(page, timeline, c, c.Story))]);
        }

        return new AgreementEffect(page.To(agreement), null, null, false, []);
    }

    private static ChangedClause Named(PageContext page, Timeline timeline, ClauseChange change, ClauseStory? story)
    {
        var section = (change.After ?? change.Before)!.Section;
        return new ChangedClause(AgreementPages.ToClause(page, timeline, story, ClauseChangeWords.Label(section), section.Anchor), What(change));
    }

    private static string What(ClauseChange change)
    {
        if (change.Added) return "added";
        if (change.Removed) return "taken out";
        (bool Is, string Word)[] parts =
        [
            (change.Rewritten, "other words"), (change.Retitled, "other heading"), (change.KindChanged, "other kind"), (change.Moved, "moved"),
            (change.Renumbered, $"was {change.Before!.Section.Number}, now {change.After!.Section.Number}"),
        ];
        return string.Join(", ", parts.Where(p => p.Is).Select(p => p.Word));
    }
}
