using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The parts that pages of all kinds have in common, made once here.</summary>
internal static class RecordParts
{
    private const int MaxLinks = 12;

    /// <summary>Fills what every record's page shows.</summary>
    /// <param name="view">The view with its own parts filled.</param>
    /// <param name="page">The page.</param>
    /// <param name="record">The record.</param>
    /// <param name="description">One sentence about it; a made one when null.</param>
    public static T Common<T>(this T view, PageContext page, Record record, string? description = null) where T : RecordView
    {
        var (previous, next) = page.Site.Lists.Neighbours(record);
        var label = record.Core.Number is { } number ? $"{record.Kind.Label} {number}" : record.Kind.Label;
        var frameTitle = record.Core.Number is { } n ? $"{record.Kind.Label} {n}: {record.Title}{(Distinction(page, record) is { Length: > 0 } id ? $" ({id.Trim()})" : "")}" : $"{record.Title} ({record.Kind.Label.ToLowerInvariant()}{Distinction(page, record)})";
        // A view that shows all its sections elsewhere has none left, which is not the same as one that says nothing of them.
        var sections = view.Sections.IsDefault ? Sections(page, record) : view.Sections;
        var topics = page.Consequences.Topics.Of(record);
        var retraction = RetractionView.Of(page, record, sections);
        description ??= RetractionView.InShort(page, record);
        return view with
        {
            StatusTag = StatusTags.Gone(record.Status) ?? view.StatusTag,
            Banners = [.. RecordBanners.Of(page, record, retraction), .. view.Banners],
            Retraction = retraction,
            Withheld = [.. record.Core.Withheld.Select(w => WithheldView.OnOwnPage(page, record, w))],
            EmbargoedUntil = page.Day(record.Core.EmbargoedUntil),
            Kind = record.Kind.Name,
            Id = record.Id,
            Title = record.Title,
            Status = view.Status ?? record.Status,
            Date = view.Date ?? page.Day(record.Date),
            Eyebrow = label,
            StatusWritten = record.Core.StatusWritten,
            StatusNote = record.Core.StatusNote,
            Number = record.Core.Number,
            FoundAs = record.Core.Dialect,
            Tags = [.. record.Core.Tags.Select(t => new Anchor(t, record is Decision ? page.To(Lists.TagPath(t)) : null))],
            Topics = [.. topics.Take(MaxLinks).Select(t => new Anchor(t.Name.Name, page.To(Routes.Topic(t.Name.Id)), t.Name.Id))],
            TopicsMore = Math.Max(0, topics.Length - MaxLinks),
            Sections = retraction is null ? sections : [],
            Extra = [.. record.Core.Extra.Select(e => record.Core.Foreign ? new ExtraView(e.Key.Value, e.Text) { Shown = ForeignWords.Shown(e.Text) } : new ExtraView(e.Key.Value, e.Text))],
            Corrections = [.. record.Core.Corrections.Select(c => new CorrectionView(page.Day(c.Date), c.What, c.Why))],
            LinkedFrom = LinkedFrom(page, record),
            Previous = previous is null ? null : page.To(previous),
            Next = next is null ? null : page.To(next),
            Cite = new CiteView(
                $"{page.Site.Name}, {label.ToLowerInvariant()}: {record.Title}{(record.Date is { } date ? ", " + page.Day(date) : "")}",
                page.Site.Settings.Url is { } url ? new Uri(url, page.Path).AbsoluteUri : null,
                PageContext.Fingerprint(record)),
            Source = record,
            DataHref = page.To(Routes.DataBeside(page.Path)),
            SourceHref = page.To(Routes.SourceBeside(page.Path)),
            Frame = Frame.Of(page, frameTitle, description ?? Summary.Of(record) ?? $"{label}: {record.Title}", record.Kind.Name, record.Kind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new(record.Kind.Labels, page.To(Routes.Index(record.Kind)))],
            },
        };
    }

    /// <summary>The sections of a record's text for its page.</summary>
    public static ImmutableArray<SectionView> Sections(PageContext page, Record record) =>
        [.. record.Body.Sections.Where(s => s.Level > 0 || !s.Content.IsEmpty).Select(s => Section(page, record, s))];

    /// <summary>One section for its page.</summary>
    public static SectionView Section(PageContext page, Record record, Section section) =>
        new(section.Level, section.Anchor, section.Title, page.Fill(record, section.Heading), page.Fill(record, section.Content));

    /// <summary>The headings of the highest level, for "On this page".</summary>
    public static IEnumerable<TocEntry> Toc(IEnumerable<SectionView> sections) =>
        sections.Where(s => s.Level == 2).Select(s => new TocEntry(s.Anchor, s.Title));

    /// <summary>Two records of one title are told apart by their ids.</summary>
    private static string Distinction(PageContext page, Record record) =>
        page.Site.Lists.SharesTitle(record) ? " " + record.Id : "";

    private static ImmutableArray<LinkGroup> LinkedFrom(PageContext page, Record record) =>
        [.. page.Consequences.Backlinks.To(record)
            .GroupBy(b => b.From.Kind.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LinkGroup(g.Count() == 1 ? g.First().From.Kind.Label : g.First().From.Kind.Labels, [.. g.Take(MaxLinks).Select(b => page.To(b.From))], Math.Max(0, g.Count() - MaxLinks)))];
}
