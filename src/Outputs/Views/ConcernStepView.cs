using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Something that happened to a concern.</summary>
/// <param name="Date">When; null where that is not recorded.</param>
/// <param name="Status">Where the concern was from then on; null where it did not move.</param>
/// <param name="Record">The meeting or decision that did it, or the member that left.</param>
/// <param name="What">What happened, in the record's words.</param>
/// <param name="Text">All that in a sentence.</param>
/// <param name="Here">Whether it is the last step.</param>
public sealed record ConcernStepView(Day? Date, string? Status, Anchor? Record, string? What, [property: JsonIgnore] Html Text, [property: JsonIgnore] bool Here)
{
    internal static ImmutableArray<ConcernStepView> Of(PageContext page, Concern concern)
    {
        var life = ConcernLife.Of(concern, page.Corpus, page.Consequences.Memberships);
        return [.. life.Select((e, i) => new ConcernStepView(
            page.Day(e.Date), e.Status, e.Record is null ? null : page.To(e.Record), e.What, new(Told(page, concern, e)), i == life.Length - 1))];
    }

    private static string Told(PageContext page, Concern concern, ConcernEvent told)
    {
        var named = told.Record is null ? null : page.To(told.Record).Element.Text;
        var what = told.What is { } words ? $" {Html.Escape(words)}" : "";
        return told.Status switch
        {
            "raised" when concern.RaisedBy is { } who && what.Length == 0 => $"Raised by {page.To(who).Element}.",
            "raised" => $"Raised.{what}",
            "discussed" when named is not null => $"Talked about at {named}.{what}",
            "renegotiated" when named is not null => $"New terms were agreed: {named}{Sentences.StopAfter(told.Record!.Title)}{what}",
            "settled" when named is not null => $"Settled by {named}{Sentences.StopAfter(told.Record!.Title)}{what}",
            "parted" when named is not null => $"{named} left.{(told.What is { } why ? $" Why: {Html.Escape(why)}{Sentences.StopAfter(why)}" : "")}",
            { } status => $"<strong>{StatusTags.Concern(status).Label}.</strong>{what}",
            null => what.Trim() is { Length: > 0 } text ? text : "What happened is not recorded.",
        };
    }
}

/// <summary>A change of the clause since the concern was raised.</summary>
/// <param name="Date">From when on.</param>
/// <param name="By">The decisions that made it; empty where the record does not say.</param>
/// <param name="Removed">Whether the clause was taken out.</param>
public sealed record ClauseChangedSince(Day? Date, ImmutableArray<DecisionMark> By, bool Removed);

/// <summary>The clause that a concern is about, in the words of the day on which it was raised.</summary>
/// <param name="Text">The text of that day.</param>
/// <param name="Words">The words; empty where that text had no such clause.</param>
/// <param name="Since">What changed in the clause from then to the day of the build.</param>
/// <param name="History">The page of the clause, or null.</param>
public sealed record ClauseThen(Anchor Text, [property: JsonIgnore] Html Words, ImmutableArray<ClauseChangedSince> Since, Anchor? History)
{
    /// <summary>Whether the text of that day had the clause.</summary>
    public bool Stood => !Words.IsEmpty;

    /// <summary>The clause then; null where the record names none, or where it does not say exactly enough which text was in force.</summary>
    internal static ClauseThen? Of(PageContext page, Concern concern)
    {
        if (concern.Clause is not { Fragment: { } anchor } || concern.Date is not { } raised || page.Corpus.Find<Platform>(concern.Clause) is not { } agreement) return null;
        if (Versions.InForceOn(agreement, raised.First) is not { } place || Versions.InForceOn(agreement, raised.Last) != place) return null;
        var timeline = page.Consequences.Timelines.Of(agreement);
        if (StoryOf(timeline, place, anchor) is not { } story) return null;
        var then = story.States[place];
        return new ClauseThen(
            AgreementPages.ToText(page, timeline, place, null, then?.Section.Anchor),
            then is null ? default : TextDiffView.Of(TextBlocks.Of(then.Section.Content), "the text"),
            [.. timeline.ChangesOf(story).Where(c => c.Place > place && c.Change.Matters && Versions.StateOn(agreement, c.Place, page.Consequences.Today) is TextState.Past or TextState.InForce)
                .Select(c => new ClauseChangedSince(
                    page.Day(Versions.DateOf(timeline.Texts[c.Place])),
                    [.. timeline.ByFor(c.Place, (c.Change.After ?? c.Change.Before)!.Section.Anchor).Select(d => DecisionMark.Of(page, timeline, c.Place, d))], c.Change.Removed))],
            ClausePageView.Has(timeline, story) ? new Anchor("See the words that changed", page.To(Routes.Clause(agreement, story))) : null);
    }

    /// <summary>The clause by its anchor in the text of that day, or in another one.</summary>
    private static ClauseStory? StoryOf(Timeline timeline, int place, string anchor)
    {
        if (timeline.At(place, anchor) is { } story) return story;
        for (var other = timeline.Texts.Length - 1; other >= 0; other--)
            if (timeline.At(other, anchor) is { } found) return found;
        return null;
    }
}
