using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A decision with what is to be said of its notice or its agenda.</summary>
public sealed record NoticeItem(Anchor Decision, Day? Date, Html Words);

/// <summary>Decisions that are alike in this.</summary>
public sealed record NoticeGroup(string Heading, string Anchor, string About, ImmutableArray<NoticeItem> Items);

/// <summary>A page of which decisions had less notice than was asked for, were on no agenda, or were taken outside a meeting.</summary>
public sealed record NoticeListView
{
    /// <summary>How many decisions there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What was counted, in sentences.</summary>
    public ImmutableArray<string> Counts { get; init; } = [];

    /// <summary>The decisions of this page.</summary>
    public ImmutableArray<NoticeGroup> Groups { get; init; } = [];

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }

    /// <summary>A list of decisions: its heading, its anchor, what it is, which are in it, and what is said of each.</summary>
    private sealed record List(string Heading, string Anchor, string About, Func<Notices, ImmutableArray<Notice>> Which, Func<PageContext, Notice, Html> Words);

    /// <summary>A decision in a list of so many.</summary>
    private sealed record Entry(List List, int Of, Notice Notice);

    private static readonly ImmutableArray<List> Lists =
    [
        new("With less notice", "at-short", "Members were told later than was asked for, or not told before.", n => n.Short, Short),
        new("Notice not recorded", "at-not-recorded", "Notice was asked for. The record does not say when it was given.", n => n.NotRecorded, (_, notice) => Html.Of(NoticeWords.Asked(notice) + ".")),
        new("On no agenda", "at-no-agenda", "A meeting decided these. Neither its agenda nor its minutes name them.", n => n.With(AgendaState.NotNamed), (page, notice) => new($"Decided at {page.To(notice.Meeting!).Element}.")),
        new("Outside a meeting", "at-outside", "These were decided between meetings.", n => n.With(AgendaState.OutsideMeeting), Outside),
        new("No meeting is recorded", "at-no-meeting", "The record does not say at which meeting these were decided.", n => n.With(AgendaState.NoMeeting), (_, notice) => Html.Of(NoticeWords.How(notice.Decision))),
    ];

    /// <summary>The pages; none where there is nothing to say.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        if (!Exists(site)) yield break;
        var notices = site.Consequences.Notices;
        var all = Lists.SelectMany(list => list.Which(notices) is var some ? some.Select(notice => new Entry(list, some.Length, notice)) : []).ToImmutableArray();
        var counts = NoticeWords.Counts(notices).ToImmutableArray();
        var parts = (all.Length + PageSize - 1) / PageSize;
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(Routes.Notices(part), "notices", page => Of(page, all, counts, part, parts));
        }
    }

    /// <summary>Whether any decision is in one of the lists.</summary>
    public static bool Exists(Site site) => site.Consequences.Notices.HasExceptions;

    private static NoticeListView Of(PageContext page, ImmutableArray<Entry> all, ImmutableArray<string> counts, int part, int parts)
    {
        var title = parts > 1 ? $"Notice and agendas, page {part} of {parts}" : "Notice and agendas";
        return new NoticeListView
        {
            Title = title,
            Counts = counts,
            Groups =
            [
                .. all.Skip((part - 1) * PageSize).Take(PageSize).GroupBy(p => p.List).Select(g => new NoticeGroup(
                    $"{g.Key.Heading} ({g.First().Of})", g.Key.Anchor, g.Key.About,
                    [.. g.Select(p => new NoticeItem(page.To(p.Notice.Decision), page.Day(p.Notice.Decision.Date), p.List.Words(page, p.Notice)))])),
            ],
            Before = part > 1 ? page.To(Routes.Notices(part - 1)) : null,
            After = part < parts ? page.To(Routes.Notices(part + 1)) : null,
            Frame = Frame.Of(page, title, $"Which decisions of {page.Site.Name} had less notice than was asked for, were on no agenda, or were taken outside a meeting.", "notice-list", Decision.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new(Decision.OfKind.Labels, page.To(Routes.Index(Decision.OfKind)))],
            },
        };
    }

    private static Html Short(PageContext page, Notice notice) =>
        Html.Of($"{NoticeWords.Given(notice)}{(notice.Asked is null ? "" : " " + NoticeWords.Asked(notice) + ".")} {(notice.Reason is { } reason ? $"Reason given: {reason}" : "No reason is recorded.")}");

    private static Html Outside(PageContext page, Notice notice)
    {
        var decision = notice.Decision;
        var authority = page.Consequences.Authorities.Of(decision);
        var allowed = authority is not null && AuthorityWords.Clause(page, decision, authority) is { } clause ? $"It names {clause.Element} as allowing this." : "The record does not say which clause allows this.";
        return new($"{Html.Escape(NoticeWords.How(decision))} {allowed}");
    }
}
