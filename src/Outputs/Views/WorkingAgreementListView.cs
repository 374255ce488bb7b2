using System.Collections.Immutable;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A working agreement in the table of all.</summary>
public sealed record WorkingAgreementRow(Anchor Agreement, ImmutableArray<Anchor> Between, Day? Since, Tag Tag, string Last, Tag? Overdue);

/// <summary>All working agreements, with the day on which each was last looked at.</summary>
public sealed record WorkingAgreementListView(Frame Frame, string Lead, ImmutableArray<WorkingAgreementRow> Rows, string? Before, string? After)
{
    private const int PageSize = RecordListView.PageSize;

    /// <summary>The pages, a hundred agreements on each; none where there is no agreement.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var kind = WorkingAgreement.OfKind;
        var all = site.Lists.Of<WorkingAgreement>(kind);
        var pages = (all.Length + PageSize - 1) / PageSize;
        for (var part = 1; part <= pages; part++)
        {
            var number = part;
            yield return new(PathOf(number), "working-agreements", page => new WorkingAgreementListView(
                RecordListView.FrameOf(page, kind, pages > 1 ? $"{kind.Labels}, page {number} of {pages}" : kind.Labels, Routes.Index(kind)),
                LeadOf(all, page.Consequences.Today),
                [.. all.Skip((number - 1) * PageSize).Take(PageSize).Select(a => Row(page, a))],
                number > 1 ? page.To(PathOf(number - 1)) : null, number < pages ? page.To(PathOf(number + 1)) : null));
        }
    }

    private static string LeadOf(ImmutableArray<WorkingAgreement> all, DateOnly today)
    {
        var running = all.Count(a => a.Status is "working" or "strained");
        var overdue = all.Count(a => Revisiting.Of(a, today).Overdue);
        return $"What two or more members ask of each other, and what they give. {Count(running)} in use. "
            + $"{(overdue == 0 ? "None of them has" : overdue == 1 ? "One of them has" : $"{overdue} of them have")} gone without a look for more than {Revisiting.Months} months.";
    }

    private static string Count(int count) => count switch { 0 => "None is", 1 => "One is", _ => $"{count} are" };

    private static WorkingAgreementRow Row(PageContext page, WorkingAgreement agreement)
    {
        var revisiting = Revisiting.Of(agreement, page.Consequences.Today);
        return new WorkingAgreementRow(
            page.To(agreement), page.To(agreement.Between), page.Day(agreement.Date), StatusTags.WorkingAgreement(agreement.Status, agreement.Core.StatusWritten),
            WorkingAgreementView.Shortly(page, revisiting), WorkingAgreementView.OverdueTagOf(revisiting));
    }

    private static string PathOf(int part) =>
        part == 1 ? Routes.Index(WorkingAgreement.OfKind) : Routes.Index(WorkingAgreement.OfKind)[..^".html".Length] + $"-{part}.html";
}
