using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The page of one dated text of an agreement, whether it still applies or not.</summary>
public sealed record PlatformVersionView : AgreementTextView
{
    /// <summary>The agreement.</summary>
    public Anchor Agreement { get; init; } = null!;

    /// <summary>What it changed in the version before it.</summary>
    [JsonIgnore] public Anchor? ChangedBefore { get; init; }

    /// <summary>What the version after it changed.</summary>
    [JsonIgnore] public Anchor? ChangedAfter { get; init; }

    /// <summary>The page of all versions.</summary>
    [JsonIgnore] public Anchor History { get; init; } = null!;

    /// <summary>What it changed in the version before it, in one sentence; null for the first.</summary>
    public string? Summary { get; init; }

    /// <summary>The pages of all dated texts of all agreements.</summary>
    public static IEnumerable<RecordPlan> Plans(Site site) =>
        from agreement in site.Corpus.All<Platform>(Platform.OfKind)
        from place in Enumerable.Range(0, agreement.Versions.Length)
        select new RecordPlan(Routes.Version(agreement, agreement.Versions[place]), "platform-version", page => Of(page, agreement, place));

    /// <summary>The state of a text as data has it; null when it is not recorded.</summary>
    internal static string? StatusOf(TextState state) => state switch
    {
        TextState.InForce => "in-force",
        TextState.Past => "past",
        TextState.Future => "future",
        _ => null,
    };

    private static PlatformVersionView Of(PageContext page, Platform agreement, int place)
    {
        var text = agreement.Versions[place];
        var timeline = page.Consequences.Timelines.Of(agreement);
        var state = Records.Versions.StateOn(agreement, place, page.Consequences.Today);
        var all = EndorsementView.All(page, agreement).Where(e => e.Place == place).ToList();
        var view = WithText(new PlatformVersionView(), page, agreement, place, [.. all.Where(e => !e.Reservations.IsEmpty)]) with
        {
            Agreement = page.To(agreement),
            Endorsements = [.. all.Where(e => !e.ByAdopter)],
            Adopters = [.. all.Where(e => e.ByAdopter)],
            Banners = [.. AgreementBanners.OfVersion(page, agreement, place)],
            ChangedBefore = place == 0 ? null : AgreementPages.ToComparison(page, timeline, place - 1, place, $"From version {place} to this one"),
            ChangedAfter = place + 1 == timeline.Texts.Length ? null : AgreementPages.ToComparison(page, timeline, place, place + 1, $"From this version to version {place + 2}"),
            History = new Anchor("All versions", page.To(Routes.History(agreement))),
            Summary = place == 0 ? null : AgreementPages.Summary(timeline, place - 1, place),
        };
        view = view.Common(page, text) with
        {
            Kind = "platform-version",
            Id = $"{agreement.Id}/{text.VersionName}",
            Status = StatusOf(state),
            Date = page.Day(Records.Versions.DateOf(text)),
            Eyebrow = $"Agreement, version {place + 1} of {agreement.Versions.Length}",
            LinkedFrom = [],
            Previous = Neighbour(page, agreement, place - 1),
            Next = Neighbour(page, agreement, place + 1),
        };
        return view with { Frame = FrameOf(page, agreement, place, view), Cite = CiteOf(page, view, place), Toc = [.. view.Contents()] };
    }

    private static Frame FrameOf(PageContext page, Platform agreement, int place, PlatformVersionView view)
    {
        var distinction = page.Site.Lists.SharesTitle(agreement) ? $" {agreement.Id}" : "";
        return Frame.Of(
            page, $"{view.Title} (agreement{distinction}, version {place + 1})", $"Version {place + 1} of {view.Title}{(view.TextDate is { } day ? $", {day.Text}" : "")}.",
            "platform-version", Platform.OfKind) with
        {
            Crumbs = [new("Home", page.To(Routes.Home)), new(Platform.OfKind.Labels, page.To(Routes.Index(Platform.OfKind))), page.To(agreement)],
            LegalText = AgreementPages.LegalText(page, agreement, place),
        };
    }

    private static CiteView CiteOf(PageContext page, PlatformVersionView view, int place) => view.Cite with
    {
        Text = $"{page.Site.Name}, agreement: {view.Title}, version {place + 1}{(view.TextDate is { } day ? $", {day}" : "")}",
    };

    private static Anchor? Neighbour(PageContext page, Platform agreement, int place) =>
        place < 0 || place >= agreement.Versions.Length ? null
        : page.ToVersion(agreement, agreement.Versions[place], $"Version {place + 1}");
}
