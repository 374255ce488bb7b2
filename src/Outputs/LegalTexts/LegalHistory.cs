using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Findings.Agreements;

namespace PublicLedger.Outputs;

/// <summary>A change of one clause, in the words of Akoma Ntoso.</summary>
/// <param name="Type">substitution, insertion, repeal, renumbering, split or join.</param>
/// <param name="Sources">What brought it about.</param>
/// <param name="Destination">The clause as it stands, or, where it ended, as it stood.</param>
/// <param name="Period">The name of the period from which it applies, or null.</param>
/// <param name="Previous">The clause whose words changed, moved or ended, in the text before; null where that has no name.</param>
internal sealed record LegalChange(string Type, ImmutableArray<string> Sources, string Destination, string? Period, string? Previous);

/// <summary>A stretch of time, from the start of one text to the start of another.</summary>
/// <param name="Id">Its name within the document.</param>
/// <param name="From">The place of the text with which it starts.</param>
/// <param name="To">The place of the text with which it ends; null while it lasts, or where that day is not known.</param>
internal sealed record LegalPeriod(string Id, int From, int? To);

/// <summary>
/// How each clause of one text came to read as it does: since when, until when, and by what change. Of each clause the last
/// change before the day of the text is listed, and what ended with this very text; earlier changes are in the documents
/// of earlier texts. So a document is never much longer than its text, however long the history.
/// </summary>
internal sealed class LegalHistory
{
    private readonly LegalWork work;
    private readonly int place;
    private readonly SortedDictionary<(int From, int To), LegalPeriod> periods = [];
    private readonly Dictionary<string, string> periodOf = new(StringComparer.Ordinal);

    /// <summary>Finds it out.</summary>
    /// <param name="work">The agreement.</param>
    /// <param name="place">The text.</param>
    public LegalHistory(LegalWork work, int place)
    {
        (this.work, this.place) = (work, place);
        var changes = ImmutableArray.CreateBuilder<LegalChange>();
        foreach (var clause in Opening.WithClauses(work.Timeline.Texts[place]))
        {
            var story = work.Timeline.At(place, clause.Section.Anchor)!;
            var all = work.Timeline.ChangesOf(story);
            var at = all.Length - 1;
            while (at >= 0 && all[at].Place > place) at--;
            var period = Period(at < 0 ? 0 : all[at].Place, at + 1 < all.Length ? all[at + 1].Place : null);
            if (period is not null) periodOf[clause.Section.Anchor] = period;
            if (at >= 0) changes.AddRange(Standing(all[at].Place, all[at].Change, period));
        }

        foreach (var change in work.Timeline.ChangesAt(place))
            if (change.Removed) changes.Add(Ended(change));
        Changes = changes.ToImmutable();
    }

    /// <summary>The changes: of the clauses in their order, then of those that ended.</summary>
    public ImmutableArray<LegalChange> Changes { get; }

    /// <summary>The periods that clauses and changes name, by their starts.</summary>
    public IEnumerable<LegalPeriod> Periods => periods.Values;

    /// <summary>The name of the period in which a clause reads as it does in this text; null where the day of its start is not known.</summary>
    public string? PeriodOf(string anchor) => periodOf.GetValueOrDefault(anchor);

    private IEnumerable<LegalChange> Standing(int at, ClauseChange change, string? period)
    {
        var story = change.Story;
        var here = "#" + work.IdOf(place, story);
        var before = change.Before is null ? null : work.NameOf(at - 1, story);
        ImmutableArray<string> sources = [.. work.SourcesOf(at, work.Timeline.ByFor(at, story.States[at]!.Section.Anchor))];
        foreach (var kin in story.Kin)
        {
            if (kin.Place != at || kin.Kind is not (KinshipKind.SplitFrom or KinshipKind.MergedFrom)) continue;
            var other = work.Timeline.Story(kin.Other);
            var words = other is null || at == 0 ? null : work.NameOf(at - 1, other);
            yield return new LegalChange(kin.Kind == KinshipKind.SplitFrom ? "split" : "join", sources, here, period, words);
        }

        if (change.Added && !story.Kin.Any(k => k.Place == at && k.Kind == KinshipKind.SplitFrom)) yield return new LegalChange("insertion", sources, here, period, null);
        if (change.Rewritten || change.Retitled || change.KindChanged) yield return new LegalChange("substitution", sources, here, period, before);
        // The form has no word for a clause that stands elsewhere with the same words; a new place in the order is closest to a new number.
        if (change.Renumbered || (change.Moved && !change.Added)) yield return new LegalChange("renumbering", sources, here, period, before);
    }

    private LegalChange Ended(ClauseChange change)
    {
        var before = work.NameOf(place - 1, change.Story);
        ImmutableArray<string> sources = [.. work.SourcesOf(place, work.Timeline.ByFor(place, change.Before!.Section.Anchor))];
        return new LegalChange("repeal", sources, before ?? work.Name, Period(place, null), before);
    }

    private string? Period(int from, int? to)
    {
        if (work.StartOf(from) is null) return null;
        if (to is { } end && work.StartOf(end) is null) to = null;
        var key = (from, to ?? int.MaxValue);
        if (!periods.TryGetValue(key, out var period))
            periods[key] = period = new LegalPeriod(string.Create(CultureInfo.InvariantCulture, $"tg{from + 1}{(to is { } last ? $"-{last + 1}" : "")}"), from, to);
        return period.Id;
    }
}
