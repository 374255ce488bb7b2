using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>The page of a working agreement.</summary>
public sealed record WorkingAgreementView : RecordView
{
    /// <summary>After how many months such an agreement is looked at again.</summary>
    private const int MonthsToRevisit = 6;

    /// <summary>Between whom.</summary>
    public ImmutableArray<Anchor> Between { get; init; } = [];

    /// <summary>What is asked.</summary>
    public string? Asks { get; init; }

    /// <summary>What is given.</summary>
    public string? Gives { get; init; }

    /// <summary>When it was looked at again.</summary>
    public ImmutableArray<Day> Revisited { get; init; } = [];

    /// <summary>Six months after it was last looked at; null for one that ended or where no whole date is recorded.</summary>
    public Day? RevisitBy { get; init; }

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var agreement = (WorkingAgreement)record;
        var view = new WorkingAgreementView
        {
            StatusTag = StatusTags.WorkingAgreement(agreement.Status, record.Core.StatusWritten),
            Between = page.To(agreement.Between),
            Asks = agreement.Asks,
            Gives = agreement.Gives,
            Revisited = [.. agreement.Revisited.Order().Select(d => page.Site.Dates.Of(d))],
            RevisitBy = page.Day(RevisitByOf(agreement)),
        }.Common(page, record);
        return view with { Toc = [.. RecordParts.Toc(view.Sections), new("at-cite", "Link to this page")] };
    }

    /// <summary>The list.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => RecordListView.Plans(
        site, WorkingAgreement.OfKind, "What two or more members ask of each other, and what they give.", (page, record) =>
        {
            var agreement = (WorkingAgreement)record;
            return RecordItem.Of(page, record, StatusTags.WorkingAgreement(agreement.Status, record.Core.StatusWritten), null,
                FactView.Of("Between", page.To(agreement.Between)), FactView.Of("Since", page.Day(agreement.Date)), FactView.Of("Look again by", page.Day(RevisitByOf(agreement))));
        });

    private static PartialDate? RevisitByOf(WorkingAgreement agreement)
    {
        if (agreement.Status == "ended") return null;
        var last = agreement.Revisited.IsEmpty ? agreement.Date : agreement.Revisited.Max();
        return last?.Exact is { } day ? PartialDate.Of(day.AddMonths(MonthsToRevisit)) : null;
    }
}
