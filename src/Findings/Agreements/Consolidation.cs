using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// The texts of agreements that decisions change: the founding text, and one more text for each day on which changes start or
/// end. The result has the shape of dated full texts, so that nothing after this place knows the difference.
/// </summary>
/// <param name="Corpus">The records, with each amended agreement in all its texts.</param>
/// <param name="Steps">For each amended agreement, by id, what made each of its texts.</param>
/// <param name="Proposals">For each agreement, by id, the changes that are proposed and those agreed but not in force yet.</param>
public sealed record Consolidation(
    Corpus Corpus, FrozenDictionary<string, ImmutableArray<Step>> Steps, FrozenDictionary<string, ImmutableArray<Proposal>> Proposals)
{
    /// <summary>Carries out the changes of all decisions. A contradiction is reported with both of its places.</summary>
    /// <param name="corpus">The records as read.</param>
    /// <param name="today">The day of the build: an agreed change that starts after it is still to come.</param>
    /// <param name="say">Where trouble is reported.</param>
    public static Consolidation Of(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        var steps = new Dictionary<string, ImmutableArray<Step>>(StringComparer.Ordinal);
        var proposals = new Dictionary<string, ImmutableArray<Proposal>>(StringComparer.Ordinal);
        var amended = new List<Platform>();
        var amendments = ByAgreement(corpus, say);
        foreach (var founding in corpus.All<Platform>(Platform.OfKind))
        {
            if (!amendments.TryGetValue(founding.Id, out var decisions)) continue;
            var agreement = founding;
            AmendedText text;
            if (founding.Versions.IsEmpty)
            {
                text = new AmendedText(founding);
                var made = Texts(founding, text, decisions.Where(d => d.WasTaken), say);
                steps[founding.Id] = made.Steps;
                agreement = Gathered(founding, made.Texts);
                amended.Add(agreement);
            }
            else
            {
                text = new AmendedText(founding.Versions[^1]);
            }

            proposals[founding.Id] = Proposal.Of(agreement, text, decisions, today, say);
        }

        return new Consolidation(amended.Count == 0 ? corpus : corpus.With(amended), steps.ToFrozenDictionary(), proposals.ToFrozenDictionary());
    }

    private static Dictionary<string, List<Decision>> ByAgreement(Corpus corpus, DiagnosticBag say)
    {
        var found = new Dictionary<string, List<Decision>>(StringComparer.Ordinal);
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
        {
            if (decision.Core.Foreign) continue;
            if (decision.Amends.IsEmpty && WithoutAmends(decision, corpus) is { } at) say.AmendsMissing(at);
            if (decision.Amends.IsEmpty) continue;
            if (!ChangesAnything(decision))
            {
                // Where the texts themselves are on the record, nothing has to follow from the decision.
                if (decision.WasTaken && corpus.Find<Platform>(decision.Amends[0]) is { Versions.IsEmpty: true }) say.AmendsNothing(decision.Amends[0].Written.At);
                continue;
            }

            if (decision.Amends is [_, _, ..]) say.AmendsSeveral(decision.Amends[1].Written.At);
            else if (decision.Amends is [var only] && corpus.Find<Platform>(only) is { } agreement)
            {
                if (!found.TryGetValue(agreement.Id, out var decisions)) found[agreement.Id] = decisions = [];
                decisions.Add(decision);
                if (decision.Status is null) say.AmendmentWithoutStatus(decision.Changes is [var first, ..] ? first.At : decision.Core.At);
            }
        }

        return found;
    }

    private static bool ChangesAnything(Decision decision) =>
        !decision.Changes.IsEmpty || decision.Reverses is not null || !decision.Rules.IsEmpty || decision.AgreementReview is not null;

    /// <summary>Where a decision that names no agreement says that it changes one; null where it does not.</summary>
    private static Location? WithoutAmends(Decision decision, Corpus corpus) =>
        decision.Rules is [var rule, ..] ? rule.Name.At
        : decision.Reverses is { } reverses && corpus.Find<Decision>(reverses) is { Changes: [_, ..] } ? reverses.Written.At
        : null;

    private static (ImmutableArray<Platform> Texts, ImmutableArray<Step> Steps) Texts(Platform founding, AmendedText text, IEnumerable<Decision> decisions, DiagnosticBag say)
    {
        var states = new List<(DateOnly Day, Standing Now, List<Decision> By)>();
        var steps = ImmutableArray.CreateBuilder<Step>();
        var first = founding with { VersionName = Versions.DateOf(founding)?.ToString() ?? "1" };
        steps.Add(new Step([], FrozenDictionary<string, ImmutableArray<Decision>>.Empty, []));
        foreach (var day in Events(founding, decisions, say).GroupBy(e => e.Day))
        {
            var by = new List<Decision>();
            var touched = new Dictionary<string, ImmutableArray<Decision>>(StringComparer.Ordinal);
            foreach (var (_, decision, ends) in day)
            {
                var clauses = ends ? text.End(decision, day.Key, say) : text.Apply(decision, day.Key, false, say);
                if (clauses is null || (ends && clauses.IsEmpty)) continue;
                by.Add(decision);
                foreach (var anchor in clauses) touched[anchor] = touched.GetValueOrDefault(anchor, []).Add(decision);
            }

            if (by.Count == 0) continue;
            steps.Add(new Step([.. by], touched.ToFrozenDictionary(StringComparer.Ordinal), [.. day.Where(e => e.Ends && by.Contains(e.Decision)).Select(e => e.Decision)]));
            states.Add((day.Key, text.Now, by));
        }

        // Each state follows from the one before, but to read its text takes nothing else.
        var texts = states.AsParallel().AsOrdered().Select(s => ConsolidatedText.Of(founding, s.Now, s.By, s.Day, say)).ToList();
        // Amended before it ever applied: the day is the address of the text that did.
        if (texts is [var next, ..] && next.VersionName == first.VersionName) first = first with { VersionName = "founding" };
        return ([first, .. texts], steps.ToImmutable());
    }

    /// <summary>
    /// The beginnings and ends of changes, in the order in which they happen: by day; on one day first what ends, then what
    /// starts, by the day of the decision and then by its id. No order of files decides anything.
    /// </summary>
    private static IEnumerable<(DateOnly Day, Decision Decision, bool Ends)> Events(Platform founding, IEnumerable<Decision> decisions, DiagnosticBag say)
    {
        var events = new List<(DateOnly Day, Decision Decision, bool Ends)>();
        foreach (var decision in decisions)
        {
            if (AmendmentCheck.DayOf(decision, founding, say) is not { } day) continue;
            events.Add((day, decision, false));
            if (AmendmentCheck.EndOf(decision, day, say) is { } end) events.Add((end, decision, true));
        }

        return events.OrderBy(e => e.Day).ThenBy(e => !e.Ends).ThenBy(e => e.Decision.Date).ThenBy(e => e.Decision.Id, StringComparer.Ordinal);
    }

    private static Platform Gathered(Platform founding, ImmutableArray<Platform> texts) =>
        texts.Length == 1 ? founding : texts[^1] with { Core = texts[^1].Core with { Id = founding.Id, File = founding.Core.File, References = founding.Core.References }, Versions = texts };
}

/// <summary>What made one text of an amended agreement.</summary>
/// <param name="By">The decisions, in the order in which they apply; none for the founding text.</param>
/// <param name="Touched">Which of them changed a clause, by its anchor.</param>
/// <param name="Ended">Those that only ran out that day: nobody decided anything.</param>
public sealed record Step(ImmutableArray<Decision> By, FrozenDictionary<string, ImmutableArray<Decision>> Touched, ImmutableArray<Decision> Ended);
