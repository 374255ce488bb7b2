using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Changes to an agreement that are proposed, with the text as it would become.</summary>
/// <param name="Decision">The proposal.</param>
/// <param name="Base">The text it would change: the one in force when it would start, as far as is known today.</param>
/// <param name="Text">The text as it would become; null where the changes do not fit the text.</param>
/// <param name="Conflicts">Other changes to the same clauses that are proposed, or agreed and not in force yet.</param>
public sealed record Proposal(Decision Decision, Platform Base, Platform? Text, ImmutableArray<Conflict> Conflicts)
{
    /// <summary>What would change, clause by clause.</summary>
    public ImmutableArray<ClauseChange> Changes => Text is null ? [] : Pair!.Between(0, 1);

    /// <summary>The two texts as a timeline of their own; null where the changes do not fit.</summary>
    public Timeline? Pair { get; } = Text is null ? null
        : new Timeline(Base with { Versions = [Base with { Versions = [] }, Text] }, ClauseMatch.Follow([Base, Text]), [[], [Decision]]);

    internal static ImmutableArray<Proposal> Of(Platform agreement, AmendedText text, IReadOnlyList<Decision> decisions, DateOnly today, DiagnosticBag say)
    {
        var pending = decisions.Where(IsPending).OrderBy(d => d.DecideBy is null).ThenBy(d => d.DecideBy).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        var tomorrow = today < DateOnly.MaxValue ? today.AddDays(1) : today;
        var tried = new List<(Decision Decision, Platform? Text, ImmutableHashSet<string> Touched)>();
        foreach (var decision in pending)
        {
            var own = text.Copy();
            var touched = own.Apply(decision, decision.InForce?.Exact ?? tomorrow, true, say);
            var result = touched is null ? null : ConsolidatedText.Of(agreement, own.Now, [decision], decision.InForce?.Exact, say, "proposal-" + decision.Id);
            tried.Add((decision, result, touched ?? []));
        }

        var coming = decisions.Where(d => d.WasTaken && d.InForce?.First > today).ToList();
        var proposals = ImmutableArray.CreateBuilder<Proposal>();
        foreach (var (decision, result, touched) in tried)
        {
            var conflicts = tried.Where(other => other.Decision != decision && other.Touched.Overlaps(touched)).Select(other => new Conflict(other.Decision, [.. other.Touched.Intersect(touched).Order(StringComparer.Ordinal)]))
                .Concat(coming.Select(other => new Conflict(other, [.. Named(other).Intersect(touched).Order(StringComparer.Ordinal)])).Where(c => !c.Clauses.IsEmpty));
            proposals.Add(new Proposal(decision, Versions.TextsOf(agreement)[^1], result, [.. conflicts]));
        }

        return proposals.ToImmutable();
    }

    private static bool IsPending(Decision decision) => decision.Status is "proposed" or "draft";

    private static IEnumerable<string> Named(Decision decision) =>
        decision.Changes.Select(c => c switch
        {
            ReplaceChange replace => replace.Clause.Anchor,
            RepealChange repeal => repeal.Clause.Anchor,
            RenumberChange renumber => renumber.Clause.Anchor,
            RetitleChange retitle => retitle.Clause.Anchor,
            MoveChange move => move.Clause.Anchor,
            MarkChange mark => mark.Clause.Anchor,
            InsertChange insert => insert.Clause.Anchor,
            _ => null,
        }).OfType<string>();
}

/// <summary>Another change to the same clauses.</summary>
/// <param name="Other">The other decision.</param>
/// <param name="Clauses">The anchors of the clauses that both change.</param>
public sealed record Conflict(Decision Other, ImmutableArray<string> Clauses);
