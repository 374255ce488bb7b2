using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>One step in the life of a clause: the words that changed, and everything that led to it.</summary>
public sealed record ClauseStep(Anchor Text, Day? Date, ImmutableArray<DecisionStep> By, RevisionView? Revision, ClauseChangeView? Change, ImmutableArray<Anchor> Kin);

/// <summary>A decision in the life of a clause, with the chain of evidence behind it.</summary>
/// <param name="Decision">The decision, its vote and its reason.</param>
/// <param name="RollCall">The roll call on the decision's page; null where none is recorded.</param>
/// <param name="Dissent">Who was against, with the reason each gave.</param>
/// <param name="Meeting">The meeting, at the paragraph of its minutes that records the decision.</param>
public sealed record DecisionStep(DecisionMark Decision, Anchor? RollCall, ImmutableArray<BallotView> Dissent, Anchor? Meeting);

/// <summary>A clause of an agreement from its first words to its last.</summary>
public sealed record ClausePageView(Frame Frame, string Title, string Eyebrow, Anchor Agreement)
{
    /// <summary>Whether it stands, for readers.</summary>
    public Tag State { get; init; } = null!;

    /// <summary>The words as they stand, or as they last stood.</summary>
    public Html Words { get; init; }

    /// <summary>Where the clause stands in the agreement.</summary>
    public Anchor Text { get; init; } = null!;

    /// <summary>Its kind for readers, or null.</summary>
    public Tag? KindTag { get; init; }

    /// <summary>Since when, by which decision and why; null for a heading alone.</summary>
    public ClauseNote? Note { get; init; }

    /// <summary>For a clause that the agreement no longer has, when and by which decision it was taken out.</summary>
    public ClauseNote? Gone { get; init; }

    /// <summary>"6 of 7 members accept it as it stands", counted from endorsements; null where there are none.</summary>
    public string? Accepted { get; init; }

    /// <summary>What members said who do not accept it.</summary>
    public ImmutableArray<EndorsementView> Doubts { get; init; } = [];

    /// <summary>The changes, newest first, and the first text last.</summary>
    public ImmutableArray<ClauseStep> Steps { get; init; } = [];

    /// <summary>Whether it is as it was first agreed.</summary>
    public bool Unchanged => Steps.Length <= 1;

    /// <summary>How to cite the page.</summary>
    public string Cite { get; init; } = "";

    /// <summary>The permanent address, or null while the site's address is not known.</summary>
    public string? Permalink { get; init; }

    /// <summary>Whether a clause has a page: not a heading that only gathers others, and never changed.</summary>
    public static bool Has(Timeline timeline, ClauseStory story) =>
        !timeline.ChangesOf(story).IsEmpty || story.States.Any(state => state is { Section.Content.IsEmpty: false });

    /// <summary>A page for every clause that ever was.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) =>
        from agreement in site.Corpus.All<Platform>(Platform.OfKind)
        let timeline = site.Consequences.Timelines.Of(agreement)
        from story in timeline.Stories
        where Has(timeline, story)
        select new PagePlan(Routes.Clause(agreement, story), "clause", page => Of(page, agreement, story));

    private static ClausePageView Of(PageContext page, Platform agreement, ClauseStory story)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var shown = Versions.ShownOn(agreement, page.Consequences.Today);
        var place = story.States[shown] is not null ? shown : Nearest(story, shown);
        var clause = story.States[place]!;
        var section = clause.Section;
        var name = section.Number.Length > 0 ? $"Clause {section.Number}" : "Clause";
        var all = EndorsementView.Current(EndorsementView.All(page, agreement));
        var doubts = all.Where(e => e.Reservations.Any(r => r.Names(section.Anchor))).ToImmutableArray();
        return new ClausePageView(
            AgreementPages.Frame(page, timeline, $"{name} {section.Title} ({agreement.Title}, {story.Id}{AgreementPages.Distinction(page, agreement)})", $"{name} of {agreement.Title}: what it says, and how it has changed.", "clause"),
            section.Title, $"{name} of the agreement", page.To(agreement))
        {
            State = StateOf(page, timeline, story, shown),
            // Without links and notes: places on the agreement's page are not on this one.
            Words = TextDiffView.Of(TextBlocks.Of(section.Content), "the text"),
            Text = AgreementPages.ToText(page, timeline, place, place == shown ? "Read it in the agreement" : $"Read it in version {place + 1}", section.Anchor),
            KindTag = clause.Kind is { } kind ? AgreementTextView.KindTagOf(kind) : null,
            Note = ClauseNote.Of(page, timeline, place, clause, doubts),
            Gone = story.Last < shown ? GoneAt(page, timeline, story) : null,
            Accepted = story.States[shown] is null ? null : AcceptedBy(all, doubts, timeline, shown),
            Doubts = doubts,
            Steps = [.. StepsOf(page, timeline, story)],
            Cite = $"{page.Site.Name}, {agreement.Title}, {name.ToLowerInvariant()}: {section.Title}",
            Permalink = page.Site.Settings.Url is { } url ? new Uri(url, page.Path).AbsoluteUri : null,
        };
    }

    private static ClauseNote GoneAt(PageContext page, Timeline timeline, ClauseStory story) => new()
    {
        Since = page.Day(Versions.DateOf(timeline.Texts[story.Last + 1])),
        By = [.. timeline.ByFor(story.Last + 1, story.States[story.Last]!.Section.Anchor).Select(d => DecisionMark.Of(page, timeline, story.Last + 1, d))],
    };

    /// <summary>The text nearest to the one shown that has the clause: the last before it, else the first after.</summary>
    private static int Nearest(ClauseStory story, int shown)
    {
        for (var place = shown; place >= 0; place--)
            if (story.States[place] is not null) return place;
        return story.First;
    }

    private static Tag StateOf(PageContext page, Timeline timeline, ClauseStory story, int shown)
    {
        if (story.States[shown] is not null && page.Consequences.Ended is not null) return new("In the last text", "old");
        if (story.States[shown] is not null)
            return Versions.StateOn(timeline.Agreement, shown, page.Consequences.Today) == TextState.InForce ? new("In force", "ok") : new("In the text shown", "info");
        return story.First > shown ? page.Consequences.Ended is null ? new("Not yet in force", "info") : new("Never in force", "old") : new("No longer in the agreement", "old");
    }

    /// <summary>Counted only where the endorsement is of the text that is shown: of another text nobody knows.</summary>
    private static string? AcceptedBy(ImmutableArray<EndorsementView> all, ImmutableArray<EndorsementView> doubts, Timeline timeline, int shown)
    {
        var spoke = all.Where(e => !e.ByAdopter && e.Place == shown && e.Position is "endorsed" or "endorsed-with-reservations").ToList();
        if (spoke.Count == 0) return null;
        var without = spoke.Count(e => !doubts.Contains(e));
        return $"{without} of the {spoke.Count} members that endorsed {(timeline.Texts.Length > 1 ? $"version {shown + 1}" : "the text")} accept it without reservation.";
    }

    private static IEnumerable<ClauseStep> StepsOf(PageContext page, Timeline timeline, ClauseStory story)
    {
        var changes = timeline.ChangesOf(story);
        for (var i = changes.Length - 1; i >= 0; i--)
        {
            var (place, change) = changes[i];
            var text = timeline.Texts[place];
            var by = timeline.ByFor(place, (change.After ?? change.Before)!.Section.Anchor);
            yield return new ClauseStep(
                AgreementPages.ToText(page, timeline, place, null, change.After?.Section.Anchor), page.Day(Versions.DateOf(text)), [.. by.Select(d => StepBy(page, timeline, place, d))],
                by.IsEmpty ? RevisionView.Of(page, text) : null, ClauseChangeView.Of(timeline, place - 1, place, DiffedChange.Of(timeline, change), i + 1),
                [.. story.Kin.Where(k => k.Place == place).Select(k => ToKin(page, timeline, k))]);
        }

        if (changes.IsEmpty || !changes[0].Change.Added)
        {
            var first = timeline.Texts[0];
            yield return new ClauseStep(
                AgreementPages.ToText(page, timeline, 0, null, story.States[0]!.Section.Anchor), page.Day(Versions.DateOf(first)),
                [.. AgreementPages.Founders(page, timeline).Select(d => StepBy(page, timeline, 0, d))], RevisionView.Of(page, first), null, []);
        }
    }

    private static DecisionStep StepBy(PageContext page, Timeline timeline, int place, Decision decision)
    {
        if (timeline.RanOut(place, decision)) return new DecisionStep(DecisionMark.Of(page, timeline, place, decision), null, [], null);
        var ballots = VoteView.Of(page, decision)?.Ballots ?? [];
        var meeting = page.Corpus.Find<Meeting>(decision.Meeting);
        return new DecisionStep(
            DecisionMark.Of(page, timeline, place, decision), ballots.IsEmpty ? null : page.To(decision, "How each member voted", "at-votes"),
            [.. ballots.Where(b => b.Vote == "against")], meeting is null ? null : AgreementPages.ToMinutes(page, meeting, decision));
    }

    private static Anchor ToKin(PageContext page, Timeline timeline, Kinship kin)
    {
        var other = timeline.Story(kin.Other)!;
        var title = other.States[other.Last]!.Section.Title;
        var words = kin.Kind switch
        {
            KinshipKind.SplitFrom => $"Its words were part of “{title}”",
            KinshipKind.SplitInto => $"Some of its words became “{title}”",
            KinshipKind.MergedInto => $"Its words became part of “{title}”",
            _ => $"It took over the words of “{title}”",
        };
        return new Anchor(words, page.To(Routes.Clause(timeline.Agreement, other)));
    }
}
