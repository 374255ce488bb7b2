using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A change of an agreement after somebody left.</summary>
/// <param name="Changes">The page with the words that changed.</param>
/// <param name="Date">From when on.</param>
/// <param name="Summary">What changed, in a sentence.</param>
public sealed record ChangeAfter(Anchor Changes, Day? Date, string Summary);

/// <summary>How somebody left: why, in whose words, and what the agreement did after.</summary>
/// <param name="Member">Who.</param>
/// <param name="Date">The last day.</param>
/// <param name="Why">Why, as the record says.</param>
/// <param name="Statements">Its own words when it took back its endorsement.</param>
/// <param name="After">What changed in the agreement in the twelve months after.</param>
/// <param name="AfterInWords">The same as a count; null where there is no agreement of our own.</param>
public sealed record LeavingView(
    Anchor Member, Day? Date, string? Why, ImmutableArray<EndorsementView> Statements, ImmutableArray<ChangeAfter> After, string? AfterInWords)
{
    internal static LeavingView Of(PageContext page, MembershipEvent left)
    {
        var agreements = page.Corpus.All<Platform>(Platform.OfKind).Where(a => !a.Core.Foreign).ToList();
        var after = left.Date is { } day ? agreements.SelectMany(a => Changes(page, a, day)).ToImmutableArray() : [];
        return new LeavingView(
            page.To(left.Member), page.Day(left.Date), left.Why, [.. left.Statements.Select(s => EndorsementView.Of(page, s))], after,
            agreements.Count == 0 ? null : InWords(left.Date, after.Length, page.Consequences.Today));
    }

    private static IEnumerable<ChangeAfter> Changes(PageContext page, Platform agreement, PartialDate day)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        foreach (var place in Memberships.ChangesAfter(timeline, day, page.Consequences.Today))
            yield return new ChangeAfter(
                AgreementPages.ToComparison(page, timeline, place - 1, place, $"See what changed in version {place + 1}"),
                page.Day(Versions.DateOf(timeline.Texts[place])), AgreementPages.Summary(timeline, place - 1, place));
    }

    /// <summary>Said as a count: the record seldom says whether one thing led to the other.</summary>
    private static string InWords(PartialDate? left, int changes, DateOnly today)
    {
        if (left is not { } day) return "The record does not say when it left, so we cannot tell what changed after.";
        if (day.First > today) return "It has not left yet.";
        var open = day.Last.AddMonths(Memberships.MonthsAfter) > today;
        return (changes, open) switch
        {
            (0, true) => "The agreement has not changed since.",
            (0, false) => "The agreement did not change in the 12 months after.",
            (1, true) => "The agreement has changed once since. The two need not be linked.",
            (1, false) => "The agreement changed once in the 12 months after. The two need not be linked.",
            (_, true) => $"The agreement has changed {changes} times since. The two need not be linked.",
            _ => $"The agreement changed {changes} times in the 12 months after. The two need not be linked.",
        };
    }
}
