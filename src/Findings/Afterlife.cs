using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>What can happen to a decision.</summary>
public enum LifeEvent
{
    /// <summary>It was decided, or is to be.</summary>
    Decided,

    /// <summary>It started to apply.</summary>
    Started,

    /// <summary>The trial that it is was judged, or is to be.</summary>
    TrialJudged,

    /// <summary>It is looked at again.</summary>
    LookedAtAgain,

    /// <summary>It ends by itself.</summary>
    Ended,
}

/// <summary>One thing that happened to a decision, or is to happen.</summary>
/// <param name="Decision">To which.</param>
/// <param name="Date">When; null where that is not recorded.</param>
/// <param name="Event">What.</param>
/// <param name="Replaced">For a decision that was taken, those decisions of the chain whose place it took.</param>
/// <param name="Undid">For a decision that was taken, the decision of the chain whose changes it undid; null where there is none.</param>
public sealed record LifeStep(Decision Decision, PartialDate? Date, LifeEvent Event, ImmutableArray<Replacement> Replaced, Decision? Undid);

/// <summary>
/// All that happened to a decision: the decisions whose place it took, and theirs, back to the first; what became of it; and
/// the decisions that took its place, on to the last. Oldest first.
/// </summary>
/// <param name="Steps">What happened; empty where nothing did but that it was decided and started.</param>
/// <param name="More">How many further decisions belong to the chain and are not in it, because it is so long.</param>
public sealed record Afterlife(ImmutableArray<LifeStep> Steps, int More)
{
    /// <summary>How many decisions of a chain are listed to each side.</summary>
    public const int MostDecisions = 25;

    private static readonly Afterlife None = new([], 0);

    /// <summary>What happened to a decision.</summary>
    public static Afterlife Of(Decision decision, Replacements replacements, Corpus corpus)
    {
        var depths = new Dictionary<string, (Decision Decision, int Depth)>(StringComparer.Ordinal) { [decision.Id] = (decision, 0) };
        var more = Walk(decision, depths, -1, d => Older(d, replacements, corpus)) + Walk(decision, depths, 1, d => Newer(d, replacements));
        var own = Own(decision, replacements).ToList();
        if (depths.Count == 1 && own.All(s => s.Event == LifeEvent.Started)) return None;
        var chain = depths.Values.Select(d => new LifeStep(
            d.Decision, DayOf(d.Decision), LifeEvent.Decided, [.. replacements.By(d.Decision).Where(r => depths.ContainsKey(r.Old.Id)).OrderBy(r => r.Old.Id, StringComparer.Ordinal)],
            corpus.Find<Decision>(d.Decision.Reverses) is { } undone && undone.Id != d.Decision.Id && depths.ContainsKey(undone.Id) ? undone : null));
        return new Afterlife(
            [.. chain.Concat(own).OrderBy(s => Order(s.Date, depths[s.Decision.Id].Depth)).ThenBy(s => depths[s.Decision.Id].Depth).ThenBy(s => s.Event).ThenBy(s => s.Decision.Id, StringComparer.Ordinal)],
            more);
    }

    /// <summary>Whether a decision was taken, as far as the record says: what it holds of days to come applies.</summary>
    public static bool IsTaken(Decision decision) => decision.Status is null || decision.WasTaken;

    /// <summary>The day from which a decision applies no longer because another took its place as a whole; null where none did or its day is not recorded.</summary>
    public static DateOnly? ReplacedOn(Decision decision, Replacements replacements) =>
        replacements.Of(decision).Where(r => r.Part is null && IsTaken(r.New) && r.New.Date is not null).Select(r => (DateOnly?)r.New.Date!.Value.First).Min();

    /// <summary>Where the day is not recorded, what came before comes first and what came after last.</summary>
    private static DateOnly Order(PartialDate? date, int depth) => date?.First ?? (depth > 0 ? DateOnly.MaxValue : DateOnly.MinValue);

    private static PartialDate? DayOf(Decision decision) => decision.Date ?? (decision.Status is "proposed" or "draft" ? decision.DecideBy : null);

    /// <summary>What the decision itself has days for; nothing that was to happen after another had taken its place.</summary>
    private static IEnumerable<LifeStep> Own(Decision decision, Replacements replacements)
    {
        if (!IsTaken(decision)) yield break;
        var until = ReplacedOn(decision, replacements) ?? DateOnly.MaxValue;
        (PartialDate? Date, LifeEvent Event)[] days =
        [
            (decision.InForce == decision.Date ? null : decision.InForce, LifeEvent.Started), (decision.PilotEvaluate, LifeEvent.TrialJudged),
            (decision.ReviewDate, LifeEvent.LookedAtAgain), (decision.Sunset, LifeEvent.Ended),
        ];
        foreach (var (date, what) in days)
            if (date is { } day && (day.First <= until || (what == LifeEvent.TrialJudged && decision.PilotResult is not null))) yield return new LifeStep(decision, day, what, [], null);
    }

    private static IEnumerable<Decision> Older(Decision decision, Replacements replacements, Corpus corpus)
    {
        foreach (var replacement in replacements.By(decision)) yield return replacement.Old;
        if (corpus.Find<Decision>(decision.Reverses) is { } undone) yield return undone;
    }

    private static IEnumerable<Decision> Newer(Decision decision, Replacements replacements) =>
        [.. replacements.Of(decision).Select(r => r.New), .. replacements.UndoneBy(decision)];

    /// <summary>Follows a chain to one side, the nearest first; the number of decisions at which it stopped.</summary>
    private static int Walk(Decision start, Dictionary<string, (Decision Decision, int Depth)> depths, int direction, Func<Decision, IEnumerable<Decision>> next)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>([start.Id], StringComparer.Ordinal); // in a circle, what came before comes after too
        var waiting = new Queue<(Decision Decision, int Depth)>([(start, 0)]);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var other in next(at.Decision).OrderBy(d => d.Id, StringComparer.Ordinal))
            {
                if (seen.Contains(other.Id)) continue;
                if (seen.Count > MostDecisions)
                {
                    left.Add(other.Id);
                    continue;
                }

                seen.Add(other.Id);
                depths.TryAdd(other.Id, (other, at.Depth + direction));
                waiting.Enqueue((other, at.Depth + direction));
            }
        }

        left.ExceptWith(depths.Keys);
        return left.Count;
    }
}
