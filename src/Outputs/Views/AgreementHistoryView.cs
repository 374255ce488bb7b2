using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>One text of an agreement on the page of its history.</summary>
public sealed record TextStep
{
    /// <summary>The number, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The text.</summary>
    public required Anchor Text { get; init; }

    /// <summary>The day it is filed under.</summary>
    public Day? Date { get; init; }

    /// <summary>What that day is: "In force since", "Starts on" …</summary>
    public required string DateWord { get; init; }

    /// <summary>Whether it applies, for readers; null for a text of the past.</summary>
    public Tag? State { get; init; }

    /// <summary>The decisions that made it.</summary>
    public ImmutableArray<DecisionMark> By { get; init; } = [];

    /// <summary>What version control says of it.</summary>
    public RevisionView? Revision { get; init; }

    /// <summary>What changed, in one sentence; null for the first.</summary>
    public string? Summary { get; init; }

    /// <summary>The page that shows each change since the text before; null for the first.</summary>
    public Anchor? Changes { get; init; }

    /// <summary>The page that shows what changed from this text to the one that applies; null where that is the same page or text.</summary>
    public Anchor? Since { get; init; }
}

/// <summary>What version control says of a text.</summary>
/// <param name="Subject">The note with the change.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Authored">When it was written.</param>
/// <param name="Committed">When it was taken in.</param>
public sealed record RevisionView(string? Subject, string? Author, Day? Authored, Day? Committed)
{
    /// <summary>Whether it was written on another day than it was taken in.</summary>
    public bool Waited => Authored is not null && Committed is not null && Authored != Committed;

    internal static RevisionView? Of(PageContext page, Platform text) =>
        text.Revision is { } revision ? new(revision.Subject, revision.Author, page.Day(revision.Authored), page.Day(revision.Committed)) : null;
}

/// <summary>How much each text asks, as a row of a table.</summary>
public sealed record StrengthRow(Anchor Text, Day? Date, Strength Strength, string Bar);

/// <summary>All texts of an agreement: what each changed, by which decision, and whether the agreement asks more or less than before.</summary>
public sealed record AgreementHistoryView(Frame Frame, string Title, Anchor Agreement, string Lead, ImmutableArray<TextStep> Steps, ImmutableArray<StrengthRow> Strengths, string? Drift)
{
    /// <summary>A page for every agreement.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) =>
        site.Corpus.All<Platform>(Platform.OfKind).Select(agreement => new PagePlan(Routes.History(agreement), "agreement-history", page => Of(page, agreement)));

    private static AgreementHistoryView Of(PageContext page, Platform agreement)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var title = $"How {agreement.Title} has changed";
        var steps = Enumerable.Range(0, timeline.Texts.Length).Reverse().Select(place => Step(page, timeline, place));
        var strengths = timeline.Texts.Select(Strength.Of).ToImmutableArray();
        var most = Math.Max(1, strengths.Max(s => s.NonNegotiables));
        var rows = strengths.Select((s, place) => new StrengthRow(
            AgreementPages.ToText(page, timeline, place), page.Day(Versions.DateOf(timeline.Texts[place])), s, Bar(s.NonNegotiables, most))).Reverse();
        return new AgreementHistoryView(
            AgreementPages.Frame(page, timeline, $"{title}{AgreementPages.Distinction(page, agreement)}", $"Every version of {agreement.Title}, and what each changed.", "agreement-history"),
            title, page.To(agreement), LeadOf(timeline), [.. steps],
            strengths.Any(s => s.NonNegotiables > 0) ? [.. rows] : [], DriftOf(strengths))
        {
            Everybody = EndorsementsView.Link(page, agreement, "Who has agreed to which version"),
        };
    }

    /// <summary>The page of all endorsements, or null.</summary>
    public Anchor? Everybody { get; init; }

    private static TextStep Step(PageContext page, Timeline timeline, int place)
    {
        var text = timeline.Texts[place];
        var today = page.Consequences.Today;
        var state = Versions.StateOn(timeline.Agreement, place, today);
        var shown = Versions.ShownOn(timeline.Agreement, today);
        return new TextStep
        {
            Number = place + 1,
            Text = AgreementPages.ToText(page, timeline, place),
            Date = page.Day(Versions.DateOf(text)),
            DateWord = AgreementTextView.DateWordOf(page, text, state),
            State = state switch
            {
                TextState.InForce when page.Consequences.Ended is not null => new Tag("Applied at the end", "old"),
                TextState.Future when page.Consequences.Ended is not null => new Tag("Never applied", "old"),
                TextState.InForce => new Tag(text.InForce is null ? "Newest" : "Applies now", "ok"),
                TextState.Future => new Tag("Not yet", "info"),
                _ => null,
            },
            By = [.. AgreementPages.Makers(page, timeline, place)],
            Revision = RevisionView.Of(page, text),
            Summary = place == 0 ? null : AgreementPages.Summary(timeline, place - 1, place),
            Changes = place == 0 ? null : AgreementPages.ToComparison(page, timeline, place - 1, place, "See each change"),
            Since = Math.Abs(place - shown) <= 1 ? null : AgreementPages.ToComparison(page, timeline, Math.Min(place, shown), Math.Max(place, shown), place < shown ? "See all changes since then" : "See all changes until then"),
        };
    }

    private static string LeadOf(Timeline timeline)
    {
        var count = timeline.Texts.Length;
        var first = Versions.DateOf(timeline.Texts[0]);
        return count == 1 ? "There is one version. It has not changed."
            : $"There are {count} versions{(first is null ? "" : $" since {first.Value.Year}")}. Every one of them stays here.";
    }

    /// <summary>Said with the counts, and without a judgement.</summary>
    private static string? DriftOf(ImmutableArray<Strength> strengths)
    {
        if (strengths.Length < 2) return null;
        var (first, last) = (strengths[0].NonNegotiables, strengths[^1].NonNegotiables);
        return first == last ? $"The number of non-negotiables is {last}, as in the first version."
            : $"The first version had {first} {(first == 1 ? "non-negotiable" : "non-negotiables")}. The newest has {last}.";
    }

    private static string Bar(int count, int most) => (100.0 * count / most).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
