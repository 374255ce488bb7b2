using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A kind of record on the home page: how many there are, and where.</summary>
public sealed record KindCount(string Label, string Href, int Count);

/// <summary>The first page: who they are, what they decided last, what they agreed, what is open.</summary>
public sealed record HomeView
{
    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The coalition's name.</summary>
    public required string Title { get; init; }

    /// <summary>The shared purpose, or null.</summary>
    public string? Purpose { get; init; }

    /// <summary>How many members affirmed the purpose; null where nobody is recorded to have.</summary>
    public string? Affirmed { get; init; }

    /// <summary>Who affirmed it, and when; null where the record does not say.</summary>
    public Anchor? WhoAffirmed { get; init; }

    /// <summary>When it is to end; null where it is not, or has ended already, which every page says.</summary>
    public Day? EndsOn { get; init; }

    /// <summary>The decision about that, or null.</summary>
    public Anchor? EndsBy { get; init; }

    /// <summary>What the coalition says of itself.</summary>
    public ImmutableArray<SectionView> Sections { get; init; } = [];

    /// <summary>Whether its own words begin without a heading, and would seem to belong to what stands above them.</summary>
    [JsonIgnore] public bool NeedsHeading => !Sections.IsEmpty && !Sections[0].HasHeading && !Sections[0].Content.IsEmpty;

    /// <summary>The three newest decisions.</summary>
    public ImmutableArray<DecisionItem> Latest { get; init; } = [];

    /// <summary>All decisions.</summary>
    public required string DecisionsHref { get; init; }

    /// <summary>The agreements.</summary>
    public ImmutableArray<Anchor> Agreements { get; init; } = [];

    /// <summary>Questions that members have not decided yet.</summary>
    public ImmutableArray<OpenItem> Open { get; init; } = [];

    /// <summary>All open questions.</summary>
    public required string OpenHref { get; init; }

    /// <summary>The next meeting on the record, or null.</summary>
    public Anchor? NextMeeting { get; init; }

    /// <summary>Its day.</summary>
    public Day? NextMeetingOn { get; init; }

    /// <summary>The calendar; null where there is none.</summary>
    public string? CalendarHref { get; init; }

    /// <summary>What the record holds.</summary>
    public ImmutableArray<KindCount> Counts { get; init; } = [];

    /// <summary>The state of the record in one sentence, or null.</summary>
    public string? State { get; init; }

    /// <summary>The page about it.</summary>
    public required string HealthHref { get; init; }

    /// <summary>The coalition's own pages.</summary>
    public ImmutableArray<Anchor> Pages { get; init; } = [];

    /// <summary>How many places could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>The page about them.</summary>
    public required string UnreadHref { get; init; }

    /// <summary>Makes the page.</summary>
    public static HomeView Of(PageContext page)
    {
        var site = page.Site;
        var end = site.Consequences.End;
        var next = end is { IsOver: true } ? null : site.Lists.Of<Meeting>(Meeting.OfKind).Where(m => m.Status != "cancelled" && !m.IsRetracted && m.Date is { } d && d.First > site.Consequences.Today)
            .OrderBy(m => m.Date).FirstOrDefault();
        return new HomeView
        {
            Title = site.Name,
            Purpose = site.Purpose,
            Affirmed = MapView.AffirmedBy(site, "this purpose"),
            WhoAffirmed = MapView.Link(page, "Who, and when", "at-purpose"),
            EndsOn = end is { IsOver: false } ? page.Day(end.Date) : null,
            EndsBy = end is { IsOver: false, By: { } decision } ? page.To(decision) : null,
            Sections = site.Corpus.Coalition is { } coalition ? RecordParts.Sections(page, coalition) : [],
            Latest = [.. site.Lists.Of<Decision>(Decision.OfKind).Take(3).Select(d => DecisionItem.Of(page, d))],
            DecisionsHref = page.To(Routes.Index(Decision.OfKind)),
            Agreements = [.. site.Corpus.All<Platform>(Platform.OfKind).Select(p => page.To(p))],
            Open = [.. OpenQuestionsView.Open(site).Take(5).Select(d => OpenItem.Short(page, d))],
            OpenHref = page.To(OpenQuestionsView.Path),
            NextMeeting = next is null ? null : page.To(next),
            NextMeetingOn = page.Day(next?.Date),
            CalendarHref = CalendarView.Exists(site) ? page.To(Routes.Calendar) : null,
            Counts = [.. site.Kinds.Where(k => k.Kind.Name != "page").Select(k => new KindCount(k.Kind.Labels, page.To(Routes.Index(k.Kind)), site.Corpus.Count(k.Kind))).Where(k => k.Count > 0)],
            Pages = [.. site.Lists.Of<Page>(Page.OfKind).Where(p => !p.IsRetracted).Select(p => page.To(p))],
            State = HealthView.InOneLine(site),
            HealthHref = page.To(Routes.Health),
            Unread = site.Unread.Length,
            UnreadHref = page.To("unread/index.html"),
            Frame = Frame.Of(page, "Home", site.Purpose ?? $"The public record of {site.Name}.", "home"),
        };
    }
}
