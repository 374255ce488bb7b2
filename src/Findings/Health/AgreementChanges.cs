using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>A day on which an agreement began or changed.</summary>
/// <param name="On">From when the words applied.</param>
/// <param name="Record">The decision that changed it; the agreement where the record names none.</param>
/// <param name="Begins">Whether it is the first text.</param>
internal sealed record AgreementChange(PartialDate On, Record Record, bool Begins);

/// <summary>When the agreements of the coalition began and changed, oldest first.</summary>
internal sealed class AgreementChanges
{
    private readonly ImmutableArray<AgreementChange> oldestFirst;

    private AgreementChanges(IEnumerable<AgreementChange> changes) =>
        oldestFirst = [.. changes.OrderBy(c => c.On).ThenBy(c => !c.Begins).ThenBy(c => c.Record.Kind.Name, StringComparer.Ordinal).ThenBy(c => c.Record.Id, StringComparer.Ordinal)];

    /// <summary>All that had happened by a day, newest first.</summary>
    public IEnumerable<AgreementChange> UpTo(DateOnly day) => oldestFirst.Reverse().SkipWhile(c => c.On.First > day);

    /// <summary>Gathers them. A text with the same words as the one before it is no change, and neither is one that only ran out.</summary>
    public static AgreementChanges Of(Basis basis)
    {
        var all = new List<AgreementChange>();
        foreach (var agreement in basis.Corpus.All<Platform>(Platform.OfKind))
        {
            var timeline = basis.Consequences.Timelines.Of(agreement);
            for (var place = 0; place < timeline.Texts.Length; place++)
                if (Versions.DateOf(timeline.Texts[place]) is { } on && (place == 0 || IsChange(timeline, place)))
                    all.Add(new AgreementChange(on, DecisionOf(timeline, place) ?? (Record)agreement, place == 0));
        }

        // Decisions that say in words what they change, and not how: there is no text of it.
        foreach (var decision in basis.Corpus.All<Decision>(Decision.OfKind))
            if (decision.WasTaken && (decision.InForce ?? decision.Date) is { } on && decision.Amends.Any(a => basis.Corpus.Find<Platform>(a) is { Versions.IsEmpty: true }))
                all.Add(new AgreementChange(on, decision, false));
        return new AgreementChanges(all);
    }

    private static bool IsChange(Timeline timeline, int place) =>
        timeline.Steps.IsEmpty ? !Currencies.SayTheSame(timeline, place - 1, place) : DecisionOf(timeline, place) is not null;

    private static Decision? DecisionOf(Timeline timeline, int place) => timeline.By[place].FirstOrDefault(d => !timeline.RanOut(place, d));
}
