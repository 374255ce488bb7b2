using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Actors;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>That one member needs another, as a sentence.</summary>
/// <param name="By">Who.</param>
/// <param name="On">Whom.</param>
/// <param name="For">What for.</param>
/// <param name="Stop">What ends the sentence.</param>
public sealed record NeedSentence(Anchor By, Anchor On, string? For, string Stop);

/// <summary>Who brought in whom.</summary>
public sealed record ReferralView(Anchor By, ImmutableArray<Anchor> Members);

/// <summary>When a member affirmed the shared purpose; null where that is not recorded.</summary>
public sealed record AffirmationView(Anchor Member, Day? Date);

/// <summary>Who the members are and what they need from each other; further pages with the rest of the table where there are many.</summary>
public sealed record MapView
{
    /// <summary>How many members there are on a page.</summary>
    public const int PageSize = 100;

    private const int MostSentences = 200;

    private const int MostRows = 100;

    /// <summary>What surrounds the page.</summary>
    [JsonIgnore] public Frame Frame { get; init; } = null!;

    /// <summary>The heading.</summary>
    [JsonIgnore] public string Title { get; init; } = "";

    /// <summary>The sentence below it.</summary>
    [JsonIgnore] public string Lead { get; init; } = "";

    /// <summary>Those who take part, of this page.</summary>
    [JsonIgnore] public ImmutableArray<MapRow> Rows { get; init; } = [];

    /// <summary>Everybody, for the data; also those who left.</summary>
    public ImmutableArray<MapRow> Members { get; init; } = [];

    /// <summary>Whether this page has what is said of all.</summary>
    [JsonIgnore] public bool First { get; init; }

    /// <summary>Who needs whom, drawn; null where nobody does, or there is too much to draw.</summary>
    [JsonIgnore] public NeedDrawing? Drawing { get; init; }

    /// <summary>Why there is no drawing, where there are needs.</summary>
    [JsonIgnore] public string? NotDrawn { get; init; }

    /// <summary>A dot of the drawing, for its key.</summary>
    [JsonIgnore] public Html Dot { get; init; }

    /// <summary>An arrow of the drawing, for its key.</summary>
    [JsonIgnore] public Html Arrow { get; init; }

    /// <summary>Who needs whom, in sentences.</summary>
    [JsonIgnore] public ImmutableArray<NeedSentence> Needs { get; init; } = [];

    /// <summary>How many more there are.</summary>
    [JsonIgnore] public int MoreNeeds { get; init; }

    /// <summary>Pairs that need each other.</summary>
    [JsonIgnore] public ImmutableArray<ImmutableArray<Anchor>> Mutual { get; init; } = [];

    /// <summary>More than two, each of which needs each other one, directly or through others of them.</summary>
    [JsonIgnore] public ImmutableArray<ImmutableArray<Anchor>> Circles { get; init; } = [];

    /// <summary>Those who depend on nobody here, and on whom nobody depends.</summary>
    [JsonIgnore] public ImmutableArray<Anchor> Alone { get; init; } = [];

    /// <summary>Adopters, those who left, and those still to join.</summary>
    [JsonIgnore] public ImmutableArray<MapRow> Apart { get; init; } = [];

    /// <summary>How many more there are.</summary>
    [JsonIgnore] public int MoreApart { get; init; }

    /// <summary>Who brought in whom.</summary>
    [JsonIgnore] public ImmutableArray<ReferralView> Referrals { get; init; } = [];

    /// <summary>The shared purpose.</summary>
    public string? Purpose { get; init; }

    /// <summary>"12 of 13 members have affirmed it."</summary>
    [JsonIgnore] public string? AffirmedInWords { get; init; }

    /// <summary>Who affirmed it when.</summary>
    [JsonIgnore] public ImmutableArray<AffirmationView> Affirmed { get; init; } = [];

    /// <summary>What the record says and may no longer be so.</summary>
    [JsonIgnore] public ImmutableArray<Html> Doubtful { get; init; } = [];

    /// <summary>The map as data.</summary>
    [JsonIgnore] public string DataHref { get; init; } = "";

    /// <summary>The page before.</summary>
    [JsonIgnore] public string? Before { get; init; }

    /// <summary>The page after.</summary>
    [JsonIgnore] public string? After { get; init; }

    /// <summary>Whether the record tells enough of any member for a map.</summary>
    internal static bool Exists(Site site) => site.Consequences.Actors.All.Any(a => a.IsDescribed);

    /// <summary>A link to the map; null where there is none.</summary>
    internal static Anchor? Link(PageContext page, string text, string? fragment = null) =>
        Exists(page.Site) ? new Anchor(text, page.To(Routes.Map()) + (fragment is null ? "" : "#" + fragment)) : null;

    /// <summary>The pages.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        if (!Exists(site)) yield break;
        var parts = Math.Max(1, (site.Consequences.Actors.All.Count(a => a.TakesPart) + PageSize - 1) / PageSize);
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(Routes.Map(part), "map", page => Of(page, part, parts)) { Data = part == 1 ? Routes.MapData : null };
        }
    }

    /// <summary>"12 of 13 members have affirmed it."; null where no member's affirmation is recorded, or no purpose.</summary>
    internal static string? AffirmedBy(Site site, string what)
    {
        var members = site.Consequences.Actors.All.Where(a => a.Standing == "member").ToList();
        var affirmed = members.Count(a => a.Member.PurposeAffirmed is not null);
        if (site.Purpose is null || affirmed == 0) return null;
        return $"{affirmed} of {members.Count} {(members.Count == 1 ? "member has" : "members have")} agreed to {what}.";
    }

    private static MapView Of(PageContext page, int part, int parts)
    {
        const string name = "Who we are, and what we need from each other";
        var map = page.Consequences.Actors;
        var here = map.All.Where(a => a.TakesPart).ToList();
        var title = parts > 1 ? $"{name}, page {part} of {parts}" : name;
        var view = new MapView
        {
            Title = title,
            Lead = Counted(here.Count, map.Reliances.Length),
            Rows = [.. here.Skip((part - 1) * PageSize).Take(PageSize).Select(a => MapRow.Of(page, a))],
            First = part == 1,
            DataHref = page.To(Routes.MapData),
            Before = part > 1 ? page.To(Routes.Map(part - 1)) : null,
            After = part < parts ? page.To(Routes.Map(part + 1)) : null,
            Frame = Frame.Of(page, title, $"What each member of {page.Site.Name} works for, what limits it, and whom it needs.", "map", Member.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new(Member.OfKind.Labels, page.To(Routes.Index(Member.OfKind)))],
            },
        };
        return part == 1 ? view.WithNeeds(page, map).WithPeople(page, map) : view;
    }

    private MapView WithNeeds(PageContext page, ActorMap map)
    {
        var needs = map.Reliances;
        var drawing = NeedDrawing.Of(map);
        return this with
        {
            Drawing = drawing,
            Dot = NeedDrawing.Dot,
            Arrow = NeedDrawing.Arrow,
            NotDrawn = drawing is null && !needs.IsEmpty
                ? $"We draw up to {LineDiagram.MostRows} members and {LineDiagram.MostPairs} connections. There are more here, so that a drawing would help nobody."
                : null,
            Needs = [.. needs.Take(MostSentences).Select(n => new NeedSentence(page.To(n.By), page.To(n.On), n.For, Sentences.StopAfter(n.For ?? "")))],
            MoreNeeds = Math.Max(0, needs.Length - MostSentences),
            Mutual = [.. map.Mutual.Take(MostRows).Select(p => Names(page, [p.First, p.Second]))],
            Circles = [.. map.Circles.Where(c => c.Length > 2).Take(MostRows).Select(c => Names(page, c))],
            Alone = needs.IsEmpty ? [] : [.. map.All.Where(a => a.TakesPart && a.Needs.IsEmpty && a.NeedsOthers.IsEmpty && !a.NeededBy.Any(n => map.Of(n.By).TakesPart)).Take(MostRows).Select(a => page.To(a.Member))],
        };
    }

    private MapView WithPeople(PageContext page, ActorMap map)
    {
        var apart = map.All.Where(a => !a.TakesPart && (a.IsDescribed || a.Standing == "adopter")).ToList();
        var affirmed = AffirmedBy(page.Site, "it");
        return this with
        {
            Members = [.. map.All.Select(a => MapRow.Of(page, a))],
            Apart = [.. apart.Take(MostRows).Select(a => MapRow.Of(page, a))],
            MoreApart = Math.Max(0, apart.Count - MostRows),
            Referrals = [.. map.All.Where(a => !a.Referred.IsEmpty).Take(MostRows).Select(a => new ReferralView(page.To(a.Member), Names(page, a.Referred)))],
            Purpose = page.Site.Purpose,
            AffirmedInWords = affirmed,
            Affirmed = affirmed is null ? [] : [.. map.All.Where(a => a.Standing == "member").Take(MostRows).Select(a => new AffirmationView(page.To(a.Member), page.Day(a.Member.PurposeAffirmed)))],
            Doubtful = [.. MapDoubts.Of(page, map).Take(MostRows)],
        };
    }

    private static ImmutableArray<Anchor> Names(PageContext page, ImmutableArray<Member> members) => [.. members.Take(MostRows).Select(m => page.To(m))];

    private static string Counted(int members, int needs) =>
        "What each member works for, what limits it, and whom it needs. " + (members == 1 ? "One takes part today. " : $"{members} take part today. ") + needs switch
        {
            0 => "The record does not say that one needs another.",
            1 => "One need from another is recorded.",
            _ => $"{needs} needs from each other are recorded.",
        };
}
