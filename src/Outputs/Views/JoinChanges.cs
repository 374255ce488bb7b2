using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A text of the agreement that changed it, or will.</summary>
/// <param name="Text">The text.</param>
/// <param name="Date">From when on.</param>
/// <param name="Summary">What it changed, in a sentence.</param>
/// <param name="By">The decisions that made it.</param>
/// <param name="Changes">The page with the words that changed.</param>
public sealed record AgreementChange(Anchor Text, Day? Date, string Summary, ImmutableArray<DecisionMark> By, Anchor Changes);

/// <summary>A change that is proposed.</summary>
public sealed record ChangeProposed(Anchor Proposal, Day? DecideBy, string? Summary);

/// <summary>How often the agreement has changed, what changed in the last year, and what is about to change.</summary>
public sealed record JoinChanges(string Sentence, ImmutableArray<AgreementChange> LastYear, ImmutableArray<AgreementChange> Agreed, ImmutableArray<ChangeProposed> Proposed)
{
    private const int MaxRows = 50;

    internal static JoinChanges Of(PageContext page, Timeline timeline)
    {
        var today = page.Consequences.Today;
        var proposals = page.Consequences.Timelines.ProposalsTo(timeline.Agreement);
        return new JoinChanges(
            Counted(page, timeline), Texts(day => day > today.AddYears(-1) && day <= today, true), Texts(day => day > today, false),
            [.. proposals.Take(MaxRows).Select(p => new ChangeProposed(
                new Anchor(p.Decision.Title, page.To(Routes.Proposal(timeline.Agreement, p.Decision)), p.Decision.Id), page.Day(p.Decision.DecideBy),
                p.Pair is { } pair ? AgreementPages.Summary(pair, 0, 1) : null))]);

        ImmutableArray<AgreementChange> Texts(Func<DateOnly, bool> on, bool newestFirst)
        {
            var places = Enumerable.Range(1, timeline.Texts.Length - 1).Where(place => Versions.DateOf(timeline.Texts[place]) is { } day && on(day.First));
            return [.. (newestFirst ? places.Reverse() : places).Take(MaxRows).Select(place => Change(page, timeline, place))];
        }
    }

    private static AgreementChange Change(PageContext page, Timeline timeline, int place) => new(
        AgreementPages.ToText(page, timeline, place), page.Day(Versions.DateOf(timeline.Texts[place])), AgreementPages.Summary(timeline, place - 1, place),
        [.. AgreementPages.Makers(page, timeline, place)], AgreementPages.ToComparison(page, timeline, place - 1, place, "See each change"));

    private static string Counted(PageContext page, Timeline timeline)
    {
        var today = page.Consequences.Today;
        var first = page.Day(Versions.DateOf(timeline.Texts[0]));
        var since = first is null ? "" : $" since {first}";
        var changes = Enumerable.Range(1, timeline.Texts.Length - 1).Count(place => Versions.StateOn(timeline.Agreement, place, today) != TextState.Future);
        return changes switch
        {
            0 => $"The agreement has not changed{since}, as far as the record says.",
            1 => $"The agreement has changed once{since}.",
            _ => $"The agreement has changed {changes} times{since}.",
        };
    }
}
