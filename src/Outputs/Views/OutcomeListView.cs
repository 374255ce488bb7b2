using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>An outcome with those that it helps.</summary>
public sealed record OutcomeHelps(Anchor Outcome, ImmutableArray<Anchor> Helps);

/// <summary>All outcomes: where each is beside its line, and which helps which.</summary>
public sealed record OutcomeListView(Frame Frame, string Lead, ImmutableArray<RecordItem> Items)
{
    /// <summary>The outcomes of this page that help others.</summary>
    public ImmutableArray<OutcomeHelps> Map { get; init; } = [];

    /// <summary>Outcomes that help each other all the way round, each circle from its first by title; a fact and no mistake.</summary>
    public ImmutableArray<ImmutableArray<Anchor>> Circles { get; init; } = [];

    /// <summary>The page before this one.</summary>
    public string? Before { get; init; }

    /// <summary>The page after this one.</summary>
    public string? After { get; init; }

    /// <summary>The pages, a hundred outcomes on each; none where there is no outcome.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var kind = Outcome.OfKind;
        var all = site.Lists.Of<Outcome>(kind);
        var pages = (all.Length + RecordListView.PageSize - 1) / RecordListView.PageSize;
        for (var part = 1; part <= pages; part++)
        {
            var number = part;
            yield return new(PathOf(number), "outcomes", page =>
            {
                ImmutableArray<Outcome> shown = [.. all.Skip((number - 1) * RecordListView.PageSize).Take(RecordListView.PageSize)];
                return new OutcomeListView(
                    RecordListView.FrameOf(page, kind, pages > 1 ? $"{kind.Labels}, page {number} of {pages}" : kind.Labels, Routes.Index(kind)),
                    $"What we want to change, and what was measured. {Counted(all, page.Consequences.Today)}",
                    [.. shown.Select(o => Item(page, o))])
                {
                    Map = [.. shown.Where(o => !o.Strengthens.IsEmpty).Select(o => new OutcomeHelps(page.To(o), page.To(o.Strengthens)))],
                    Circles = number == 1 ? CirclesOf(page, all) : [],
                    Before = number > 1 ? page.To(PathOf(number - 1)) : null,
                    After = number < pages ? page.To(PathOf(number + 1)) : null,
                };
            });
        }
    }

    /// <summary>"Of 4 outcomes, 1 is ahead of its line or on it, 3 are short of it."</summary>
    private static string Counted(ImmutableArray<Outcome> all, DateOnly today)
    {
        var states = all.Select(o => Track.Of(o, today)?.State).ToList();
        var parts = new List<string>();
        void Add(int count, string one, string several) { if (count > 0) parts.Add($"{count} {(count == 1 ? one : several)}"); }
        Add(states.Count(s => s is TrackState.Ahead or TrackState.OnTheLine), "is on its line or ahead of it", "are on their line or ahead of it");
        Add(states.Count(s => s is TrackState.Short), "is short of its line", "are short of their line");
        Add(states.Count(s => s is TrackState.Reached), "reached its target", "reached their target");
        Add(states.Count(s => s is TrackState.NotReached), "did not reach its target", "did not reach their target");
        Add(states.Count(s => s is null), "cannot be held against a line, as the record lacks what it takes", "cannot be held against a line, as the record lacks what it takes");
        return $"Of {(all.Length == 1 ? "one outcome" : $"{all.Length} outcomes")}, {string.Join(", ", parts)}.";
    }

    private static RecordItem Item(PageContext page, Outcome outcome)
    {
        var track = TrackView.Of(page, outcome);
        return RecordItem.Of(
            page, outcome, track?.Tag, track?.InWords,
            FactView.Of("Measured in", outcome.Measure),
            Figure(page, "Start", outcome.Baseline), Figure(page, "Newest", outcome.Readings.OrderBy(r => r.Date).LastOrDefault()), Figure(page, "Target", outcome.Target));
    }

    private static FactView? Figure(PageContext page, string label, Reading? reading) =>
        reading?.Value is not { } value ? null
        : new(label, new Html(Html.Escape(value) + (page.Day(reading.Date) is { } day ? $" ({day.Element})" : "")));

    /// <summary>One circle for each group of outcomes that all help each other in the end: the shortest through its first.</summary>
    private static ImmutableArray<ImmutableArray<Anchor>> CirclesOf(PageContext page, ImmutableArray<Outcome> all)
    {
        var places = all.Select((o, at) => (o.Id, at)).ToDictionary(p => p.Id, p => p.at, StringComparer.Ordinal);
        IReadOnlyList<int>[] next = [.. all.Select(o => (IReadOnlyList<int>)[.. o.Strengthens.Select(s => page.Corpus.Find<Outcome>(s)).OfType<Outcome>().Select(s => places[s.Id]).Distinct().Order()])];
        return [.. Findings.Circles.Groups(next).Select(g => g.Min()).Order().Select(first => Findings.Circles.Shortest(next, first).Select(at => page.To(all[at])).ToImmutableArray()).Where(c => c.Length > 1)];
    }

    private static string PathOf(int part) =>
        part == 1 ? Routes.Index(Outcome.OfKind) : Routes.Index(Outcome.OfKind)[..^".html".Length] + $"-{part}.html";
}
