using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A decision that changed a text, with its vote and its reason.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Vote">"8 for, 1 against", or null where no vote is recorded.</param>
/// <param name="Why">The first sentence of its reasons, or null.</param>
/// <param name="RanOut">Whether its time ran out that day, so that nothing was decided anew; then there is no vote and no reason.</param>
public sealed record DecisionMark(Anchor Decision, string? Vote, string? Why, bool RanOut)
{
    /// <summary>The full stop of a sentence that ends here: none behind a question.</summary>
    [JsonIgnore] public string Stop => Vote is null ? Sentences.StopAfter(Decision.Text) : ".";

    /// <summary>A decision that made the text at a place.</summary>
    internal static DecisionMark Of(PageContext page, Timeline timeline, int place, Decision decision) =>
        timeline.RanOut(place, decision) ? new(page.To(decision), null, null, true) : Of(page, decision);

    private static DecisionMark Of(PageContext page, Decision decision) =>
        new(page.To(decision), VoteView.InWords(decision.Vote)?.TrimEnd('.'), Reason.Of(decision), false);
}

/// <summary>A change of a clause that is still to come.</summary>
/// <param name="Day">From when on; null for a proposal.</param>
/// <param name="By">The decision or proposal.</param>
/// <param name="Proposed">Whether it is not agreed yet.</param>
public sealed record ComingChange(Day? Day, Anchor By, bool Proposed)
{
    /// <summary>The full stop of a sentence that ends here: none behind a question.</summary>
    [JsonIgnore] public string Stop => Sentences.StopAfter(By.Text);
}

/// <summary>The line below a clause: since when it says what it says, by which decision and why.</summary>
public sealed record ClauseNote
{
    /// <summary>Since when the clause has its words: the day of the text that brought them.</summary>
    public Day? Since { get; init; }

    /// <summary>Whether it is as it was first agreed.</summary>
    public bool Unchanged { get; init; }

    /// <summary>The decisions that gave it its words.</summary>
    public ImmutableArray<DecisionMark> By { get; init; } = [];

    /// <summary>Where no decision is recorded, the note with the change in version control.</summary>
    public string? Subject { get; init; }

    /// <summary>Who wrote the change, as version control says.</summary>
    public string? Author { get; init; }

    /// <summary>Changes that are agreed or proposed.</summary>
    public ImmutableArray<ComingChange> Coming { get; init; } = [];

    /// <summary>Members who do not accept the clause as it stands.</summary>
    public ImmutableArray<Anchor> Doubts { get; init; } = [];

    /// <summary>The page of the clause.</summary>
    [JsonIgnore] public Anchor History { get; init; } = null!;

    /// <summary>The note of a clause as a text has it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="timeline">The agreement.</param>
    /// <param name="place">The place of the text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="doubts">What members said who do not accept a clause.</param>
    public static ClauseNote? Of(PageContext page, Timeline timeline, int place, Clause clause, IEnumerable<EndorsementView> doubts)
    {
        if (timeline.At(place, clause.Section.Anchor) is not { } story) return null;
        // A heading that only gathers the clauses below it says nothing of its own.
        if (!ClausePageView.Has(timeline, story)) return null;
        var last = timeline.ChangesOf(story).LastOrDefault(c => c.Place <= place && c.Change.Matters);
        var since = last.Change is null ? 0 : last.Place;
        var by = last.Change is null ? [] : timeline.ByFor(since, clause.Section.Anchor);
        var revision = by.IsEmpty && last.Change is not null ? timeline.Texts[since].Revision : null;
        return new ClauseNote
        {
            Since = page.Day(Versions.DateOf(timeline.Texts[since])),
            Unchanged = last.Change is null,
            By = [.. by.Select(d => DecisionMark.Of(page, timeline, since, d))],
            Subject = revision?.Subject,
            Author = revision?.Author,
            Coming = [.. ComingTo(page, timeline, place, story)],
            Doubts = [.. doubts.Where(d => IsAbout(d, clause, story)).Select(d => d.Member).Distinct()],
            History = new Anchor($"History of {ClauseChangeWords.Name(clause.Section)}", page.To(Routes.Clause(timeline.Agreement, story))),
        };
    }

    /// <summary>A doubt about words that have changed since then says nothing about the words as they stand, and one of a member that left is history.</summary>
    internal static bool IsAbout(EndorsementView doubt, Clause clause, ClauseStory story) =>
        doubt.Position != "withdrawn" && doubt.Reservations.Any(r => r.Names(clause.Section.Anchor))
        && (doubt.Place is not { } place || (story.States[place] is { } then && ClauseWords.Same(then.Section.Content, clause.Section.Content)));

    /// <summary>What is agreed for later, and what is proposed; said only of the text that applies today.</summary>
    private static IEnumerable<ComingChange> ComingTo(PageContext page, Timeline timeline, int place, ClauseStory story)
    {
        var today = page.Consequences.Today;
        if (page.Consequences.Ended is not null || Versions.ShownOn(timeline.Agreement, today) != place) yield break;
        foreach (var (later, change) in timeline.ChangesOf(story))
        {
            if (later <= place || Versions.StateOn(timeline.Agreement, later, today) != TextState.Future) continue;
            foreach (var decision in timeline.ByFor(later, (change.After ?? change.Before)!.Section.Anchor))
                yield return new ComingChange(page.Day(Versions.DateOf(timeline.Texts[later])), page.To(decision), false);
        }

        foreach (var proposal in page.Consequences.Timelines.ProposalsTo(timeline.Agreement))
            if (proposal.Changes.Any(c => (c.Matters || c.Moved) && c.Before?.Section.Anchor == story.States[place]!.Section.Anchor))
                yield return new ComingChange(null, new Anchor(proposal.Decision.Title, page.To(Routes.Proposal(timeline.Agreement, proposal.Decision)), proposal.Decision.Id), true);
    }
}
