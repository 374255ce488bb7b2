using System.Collections.Immutable;
using System.Text.Json.Serialization;
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

    /// <summary>The clause as it stood when the concern was raised; null where that is not known.</summary>
    public ClauseThen? ClauseThen { get; init; }

    /// <summary>What settled it.</summary>
    public Anchor? SettledBy { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public ImmutableArray<ConcernStepView> History { get; init; } = [];

    /// <summary>Whether the members parted, and no end of a membership is on record.</summary>
    [JsonIgnore] public bool PartedWithoutEnd { get; init; }

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
            ClauseThen = ClauseThen.Of(page, concern),
            SettledBy = concern.SettledBy is { } settled ? page.To(settled) : null,
            History = ConcernStepView.Of(page, concern),
            PartedWithoutEnd = concern.Status == "parted" && Findings.Promises.ConcernLife.LeftAfter(concern, page.Corpus, page.Consequences.Memberships) is null,
        }.Common(page, record);
        return view with { Toc = [.. view.Contents()] };
    }

    /// <summary>The list.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => RecordListView.Plans(
        site, Concern.OfKind, "What members felt went against the agreement, and what came of it. A concern is not a verdict.", (page, record) =>
        {
            var concern = (Concern)record;
            var last = ConcernStepView.Of(page, concern)[^1];
            return RecordItem.Of(page, record, StatusTags.Concern(concern.Status, record.Core.StatusWritten), null,
                FactView.Of("Raised", page.Day(concern.Date)), FactView.Of("By", concern.RaisedBy is { } who ? page.To(who) : null),
                FactView.Of("About", concern.About is { } whom ? page.To(whom) : null),
                FactView.Of("Clause", concern.Clause is { } clause ? page.To(clause) : null),
                FactView.Of("Last step", last.Status == "raised" ? null : last.Date));
        });

    private IEnumerable<TocEntry> Contents()
    {
        foreach (var entry in RecordParts.Toc(Sections)) yield return entry;
        yield return new("at-steps", "What happened");
        if (ClauseThen is not null) yield return new("at-clause", "The clause when this was raised");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }
}
