using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The page of a concern: the words of those who raised and answered it, and no verdict.</summary>
public sealed record ConcernView : RecordView
{
    /// <summary>Who raised it.</summary>
    public Anchor? RaisedBy { get; init; }

    /// <summary>Whom it is about.</summary>
    public Anchor? About { get; init; }

    /// <summary>The clause it is about.</summary>
    public Anchor? Clause { get; init; }

    /// <summary>What settled it.</summary>
    public Anchor? SettledBy { get; init; }

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var concern = (Concern)record;
        var view = new ConcernView
        {
            StatusTag = StatusTags.Concern(concern.Status, record.Core.StatusWritten),
            RaisedBy = concern.RaisedBy is { } who ? page.To(who) : null,
            About = concern.About is { } whom ? page.To(whom) : null,
            Clause = concern.Clause is { } clause ? page.To(clause) : null,
            SettledBy = concern.SettledBy is { } settled ? page.To(settled) : null,
        }.Common(page, record);
        return view with { Toc = [.. RecordParts.Toc(view.Sections), new("at-cite", "Link to this page")] };
    }

    /// <summary>The list.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => RecordListView.Plans(
        site, Concern.OfKind, "What members felt went against the agreement, and what came of it. A concern is not a verdict.", (page, record) =>
        {
            var concern = (Concern)record;
            return RecordItem.Of(page, record, StatusTags.Concern(concern.Status, record.Core.StatusWritten), null,
                FactView.Of("Raised", page.Day(concern.Date)), FactView.Of("By", concern.RaisedBy is { } who ? page.To(who) : null),
                FactView.Of("About", concern.About is { } whom ? page.To(whom) : null));
        });
}
