using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>One of the two texts that are compared.</summary>
public sealed record ComparedText(Anchor Text, Day? Date, string DateWord);

/// <summary>A clause that differs, with the decisions that changed it between the two texts.</summary>
/// <param name="Change">What differs.</param>
/// <param name="By">The decisions, oldest first.</param>
/// <param name="History">The clause's own page; null for the words before the first clause.</param>
public sealed record ComparedClause(ClauseChangeView Change, ImmutableArray<DecisionMark> By, Anchor? History)
{
    /// <summary>All that differs between two texts.</summary>
    internal static ImmutableArray<ComparedClause> Of(PageContext page, Timeline timeline, int from, int to) =>
        [.. ClauseChangeView.Of(timeline, from, to).Select(view => Of(page, timeline, from, to, view))];

    private static ComparedClause Of(PageContext page, Timeline timeline, int from, int to, ClauseChangeView view)
    {
        if (view.Clause is not { } clause || timeline.Story(clause) is not { } story) return new ComparedClause(view, [], null);
        var by = timeline.ChangesOf(story).Where(c => c.Place > from && c.Place <= to)
            .SelectMany(c => timeline.ByFor(c.Place, (c.Change.After ?? c.Change.Before)!.Section.Anchor).Select(d => DecisionMark.Of(page, timeline, c.Place, d))).Distinct();
        return new ComparedClause(
            view, [.. by], new Anchor($"History of {view.Name}", page.To(Routes.Clause(timeline.Agreement, story))));
    }
}

/// <summary>What differs between two texts of an agreement, clause by clause and word by word.</summary>
public sealed record CompareView(Frame Frame, string Title, ComparedText From, ComparedText To, string Summary)
{
    /// <summary>The decisions that made the difference, oldest first.</summary>
    public ImmutableArray<DecisionMark> By { get; init; } = [];

    /// <summary>The changes.</summary>
    public ImmutableArray<ComparedClause> Changes { get; init; } = [];

    /// <summary>"39 clauses are the same in both versions."</summary>
    public string Same { get; init; } = "";

    /// <summary>The changes before these.</summary>
    public Anchor? Previous { get; init; }

    /// <summary>The changes after these.</summary>
    public Anchor? Next { get; init; }

    /// <summary>Each neighbouring pair, and each text against the one that stands for the agreement today.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        foreach (var agreement in site.Corpus.All<Platform>(Platform.OfKind))
        {
            var shown = Versions.ShownOn(agreement, site.Consequences.Today);
            for (var place = 0; place < agreement.Versions.Length; place++)
            {
                if (place > 0) yield return Plan(agreement, place - 1, place);
                if (Math.Abs(place - shown) > 1) yield return Plan(agreement, Math.Min(place, shown), Math.Max(place, shown));
            }
        }
    }

    private static PagePlan Plan(Platform agreement, int from, int to) =>
        new(Routes.Compare(agreement, agreement.Versions[from], agreement.Versions[to]), "compare", page => Of(page, agreement, from, to));

    private static CompareView Of(PageContext page, Platform agreement, int from, int to)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var title = $"What changed from version {from + 1} to version {to + 1}";
        var changes = ComparedClause.Of(page, timeline, from, to);
        var same = timeline.Texts[to].Clauses.Length - changes.Count(c => c.Change.Clause is not null && c.Change.HeadingAfter is not null);
        var neighbours = to == from + 1;
        return new CompareView(
            AgreementPages.Frame(page, timeline, $"{title}: {agreement.Title}{AgreementPages.Distinction(page, agreement)}", $"Every change from version {from + 1} to version {to + 1} of {agreement.Title}, word by word.", "compare"),
            title, Compared(page, timeline, from), Compared(page, timeline, to), AgreementPages.Summary(timeline, from, to))
        {
            By = [.. Enumerable.Range(from + 1, to - from).SelectMany(place => AgreementPages.Makers(page, timeline, place))],
            Changes = changes,
            Same = same switch
            {
                0 => "No clause is the same in both versions.",
                1 => "One clause is the same in both versions.",
                _ => $"{same} clauses are the same in both versions.",
            },
            Previous = neighbours && from > 0 ? AgreementPages.ToComparison(page, timeline, from - 1, from, $"Version {from} to version {from + 1}") : null,
            Next = neighbours && to + 1 < timeline.Texts.Length ? AgreementPages.ToComparison(page, timeline, to, to + 1, $"Version {to + 1} to version {to + 2}") : null,
        };
    }

    private static ComparedText Compared(PageContext page, Timeline timeline, int place)
    {
        var text = timeline.Texts[place];
        var state = Versions.StateOn(timeline.Agreement, place, page.Consequences.Today);
        return new ComparedText(AgreementPages.ToText(page, timeline, place), page.Day(Versions.DateOf(text)), AgreementTextView.DateWordOf(page, text, state).ToLowerInvariant());
    }
}
