using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>
/// Whether what the record says of a decision's afterlife can be: nothing takes its own place, nor in a circle, nor that of
/// something newer; and nothing ends before it starts or is looked at again before it was decided.
/// </summary>
internal static class AfterlifeCheck
{
    /// <summary>One decision naming an older one that it replaces or undoes; found records also name the newer one.</summary>
    private sealed record Link(Decision New, Decision Old, Ref Named);

    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        var decisions = corpus.All<Decision>(Decision.OfKind).OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
        foreach (var decision in decisions) CheckDays(decision, say);

        var links = new List<Link>();
        foreach (var link in decisions.SelectMany(d => LinksOf(d, corpus)))
        {
            if (link.New.Id == link.Old.Id) say.ReplacesItself(link.New.Core.Foreign, link.Named.Written.At, link.Named.Relation, link.Named.Written.Value);
            else links.Add(link);
        }

        var circle = CheckCircles(decisions, links, say);
        foreach (var link in links)
            if (!(circle.TryGetValue(link.New.Id, out var one) && circle.TryGetValue(link.Old.Id, out var other) && one == other)) CheckOrder(link, say);
    }

    private static IEnumerable<Link> LinksOf(Decision decision, Corpus corpus)
    {
        foreach (var named in decision.Supersedes)
            if (corpus.Find<Decision>(named) is { } old) yield return new Link(decision, old, named);
        if (decision.Reverses is { } reversed && corpus.Find<Decision>(reversed) is { } undone) yield return new Link(decision, undone, reversed);
        foreach (var named in decision.SupersededBy)
            if (corpus.Find<Decision>(named) is { } newer) yield return new Link(newer, decision, named);
    }

    /// <summary>Says each group of circles once, by the shortest circle through its first decision; gives the number of its group to every decision in one.</summary>
    private static Dictionary<string, int> CheckCircles(List<Decision> decisions, List<Link> links, DiagnosticBag say)
    {
        var places = decisions.Select((d, i) => (d.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var from = links.ToLookup(l => l.New.Id, StringComparer.Ordinal);
        IReadOnlyList<int>[] next = [.. decisions.Select(d => (IReadOnlyList<int>)[.. from[d.Id].Select(l => places[l.Old.Id]).Distinct().Order()])];
        var circle = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in Circles.Groups(next))
        {
            foreach (var member in group) circle[decisions[member].Id] = group.Min();
            var way = Circles.Shortest(next, group.Min()).Select(i => decisions[i]).ToImmutableArray();
            var steps = way.Select((d, i) => from[d.Id].First(l => l.Old.Id == way[(i + 1) % way.Length].Id)).ToImmutableArray();
            say.ReplacedInACircle(way.All(d => d.Core.Foreign), steps[0].Named.Written.At, [.. way.Select(d => d.Title)], steps[^1].Named.Written.At);
        }

        return circle;
    }

    /// <summary>Found records date other things than the day of the decision, so that only our own are held to it.</summary>
    private static void CheckOrder(Link link, DiagnosticBag say)
    {
        var (@new, old) = (link.New, link.Old);
        if (@new.Core.Foreign || old.Core.Foreign || @new.Date is not { } day || old.Date is not { } before || day.Last >= before.First) return;
        say.ReplacesNewer(link.Named.Written.At, day.ToString(), old.Title, before.ToString(), old.DateAt);
    }

    private static void CheckDays(Decision decision, DiagnosticBag say)
    {
        var foreign = decision.Core.Foreign;
        if (decision.Date is { } decided)
        {
            if (decision.ReviewDate is { } review && review.Last < decided.First)
                say.ReviewBeforeDecision(foreign, decision.ReviewDateAt, review.ToString(), decided.ToString(), decision.DateAt);
            if (decision.PilotEvaluate is { } judged && judged.Last < decided.First)
                say.TrialJudgedBeforeDecision(foreign, decision.PilotEvaluateAt, judged.ToString(), decided.ToString(), decision.DateAt);
        }

        // What a decision changed in an agreement is checked where the changes are made.
        var changes = !decision.Changes.IsEmpty || !decision.Rules.IsEmpty || decision.Reverses is not null;
        if (decision.Sunset is not { } end || (changes && decision.WasTaken)) return;
        var (start, at) = decision.InForce is { } from ? (from, decision.InForceAt) : (decision.Date, decision.DateAt);
        if (start is { } first && end.Last < first.First) say.DecisionEndsBeforeStart(foreign, decision.SunsetAt, end.ToString(), first.ToString(), at);
    }
}
