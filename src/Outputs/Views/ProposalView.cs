using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Another change to the same clauses.</summary>
/// <param name="Other">The other decision.</param>
/// <param name="Clauses">The clauses that both change.</param>
/// <param name="Agreed">Whether it is agreed already, and starts later.</param>
public sealed record ConflictView(Anchor Other, ImmutableArray<Anchor> Clauses, bool Agreed);

/// <summary>A proposed change of an agreement: the change word by word, and the text as it would become.</summary>
public sealed record ProposalView(Frame Frame, string Title, Anchor Agreement, Anchor Decision)
{
    /// <summary>That it does not apply, and when it is decided.</summary>
    public ImmutableArray<Banner> Banners { get; init; } = [];

    /// <summary>Who put it forward.</summary>
    public ImmutableArray<Anchor> ProposedBy { get; init; } = [];

    /// <summary>When.</summary>
    public Day? Proposed { get; init; }

    /// <summary>When it is to be decided.</summary>
    public Day? DecideBy { get; init; }

    /// <summary>From when it would apply.</summary>
    public Day? InForce { get; init; }

    /// <summary>The text it would change.</summary>
    public Anchor Base { get; init; } = null!;

    /// <summary>What would change, in one sentence; null where the changes do not fit the text.</summary>
    public string? Summary { get; init; }

    /// <summary>The changes.</summary>
    public ImmutableArray<ClauseChangeView> Changes { get; init; } = [];

    /// <summary>Other changes to the same clauses.</summary>
    public ImmutableArray<ConflictView> Conflicts { get; init; } = [];

    /// <summary>What members have said.</summary>
    public ImmutableArray<PositionView> Positions { get; init; } = [];

    /// <summary>The whole text as it would become.</summary>
    public ImmutableArray<SectionView> Sections { get; init; } = [];

    /// <summary>A page for every proposal.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) =>
        from agreement in site.Corpus.All<Platform>(Platform.OfKind)
        from proposal in site.Consequences.Timelines.ProposalsTo(agreement)
        select new PagePlan(Routes.Proposal(agreement, proposal.Decision), "proposal", page => Of(page, agreement, proposal));

    private static ProposalView Of(PageContext page, Platform agreement, Proposal proposal)
    {
        var decision = proposal.Decision;
        var timeline = page.Consequences.Timelines.Of(agreement);
        var basePlace = timeline.Texts.IndexOf(proposal.Base);
        return new ProposalView(
            AgreementPages.Frame(page, timeline, $"Proposed change: {decision.Title} ({agreement.Title}{AgreementPages.Distinction(page, agreement)})", $"What {agreement.Title} would say if “{decision.Title}” were agreed.", "proposal"),
            decision.Title, page.To(agreement), page.To(decision))
        {
            Banners = [.. DecisionBanners.Of(page, decision, page.Consequences.Replacements.StatusOf(decision))],
            ProposedBy = page.To(decision.ProposedBy),
            Proposed = page.Day(decision.Proposed),
            DecideBy = page.Day(decision.DecideBy),
            InForce = page.Day(decision.InForce),
            Base = AgreementPages.ToText(page, timeline, basePlace),
            Summary = proposal.Pair is { } pair ? AgreementPages.Summary(pair, 0, 1) : null,
            Changes = proposal.Pair is { } both ? AgreementPages.Changes(both) : [],
            Conflicts = [.. proposal.Conflicts.Select(c => Conflict(page, timeline, c))],
            Positions = [.. PositionView.Of(page, decision)],
            Sections = proposal.Text is { } text ? RecordParts.Sections(page, text) : [],
        };
    }

    private static ConflictView Conflict(PageContext page, Timeline timeline, Conflict conflict)
    {
        var last = timeline.Texts.Length - 1;
        var clauses = conflict.Clauses.Select(anchor => timeline.At(last, anchor) is { } story && story.States[last] is { Section: var section }
            ? AgreementPages.ToClause(page, timeline, story, ClauseChangeWords.Label(section))
            : new Anchor(anchor, null));
        return new ConflictView(page.To(conflict.Other), [.. clauses], conflict.Other.WasTaken);
    }
}
