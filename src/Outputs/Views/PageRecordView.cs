using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A page of the coalition's own: about, how to take part.</summary>
public sealed record PageRecordView : RecordView
{
    /// <summary>Whether there is anything for its list of facts.</summary>
    [JsonIgnore] public bool HasFacts => !Extra.IsEmpty || !Topics.IsEmpty;

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var view = new PageRecordView().Common(page, record);
        return view with { Toc = [.. RecordParts.Toc(view.Sections), new("at-cite", "Link to this page")] };
    }

    /// <summary>The list.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => RecordListView.Plans(
        site, Page.OfKind, $"Other pages of {site.Name}.", (page, record) => RecordItem.Of(page, record, null, Summary.Of(record)));
}
