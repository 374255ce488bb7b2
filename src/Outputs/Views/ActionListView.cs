using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>Actions that are alike, under one heading.</summary>
public sealed record ActionGroup(string Heading, string Anchor, ImmutableArray<ActionRow> Items);

/// <summary>A page of what meetings asked members to do: what is open, soonest first, then what was done in the last year.</summary>
public sealed record ActionListView
{
    /// <summary>How many actions there are on a page.</summary>
    public const int PageSize = 100;

    private const int MaxMembers = 60;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>The actions of this page.</summary>
    public ImmutableArray<ActionGroup> Groups { get; init; } = [];

    /// <summary>How many were done before the last year.</summary>
    public int Earlier { get; init; }

    /// <summary>Whether it was one.</summary>
    public bool OnlyOneEarlier => Earlier == 1;

    /// <summary>Members that have something to do, by name, with how much.</summary>
    public ImmutableArray<ListChoice> Members { get; init; } = [];

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }

    /// <summary>Where a part of the list is.</summary>
    public static string PathOf(int part) => part == 1 ? Routes.Actions : $"actions/index-{part.ToString(System.Globalization.CultureInfo.InvariantCulture)}.html";

    /// <summary>All pages; none where no meeting asked for anything.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var actions = site.Consequences.Actions.All;
        if (actions.IsEmpty) yield break;
        var shown = Shown(actions, site.Consequences.Today);
        var parts = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(PathOf(part), "actions", page => Of(page, shown, part, parts));
        }
    }

    /// <summary>Open ones by the day they are due, then the others with the newest first.</summary>
    internal static IEnumerable<ActionStory> Sorted(IEnumerable<ActionStory> actions) =>
        actions.Select((a, i) => (Action: a, Index: i)).OrderBy(a => Group(a.Action))
            .ThenBy(a => Group(a.Action) == 0 ? a.Action.Due?.Last ?? DateOnly.MaxValue : default)
            .ThenByDescending(a => Group(a.Action) == 0 ? null : Settled(a.Action)).ThenByDescending(a => a.Index).Select(a => a.Action);

    private static ActionListView Of(PageContext page, ImmutableArray<ActionStory> shown, int part, int parts)
    {
        var today = page.Consequences.Today;
        var all = page.Consequences.Actions.All;
        var title = parts > 1 ? $"Actions, page {part} of {parts}" : "Actions";
        return new ActionListView
        {
            Title = title,
            Lead = InWords(all.Count(a => a.State == "open"), all.Count(a => a.IsLate(today))),
            Groups =
            [
                .. shown.Skip((part - 1) * PageSize).Take(PageSize).GroupBy(Group).Select(g => new ActionGroup(
                    Heading(g.Key), Anchor(g.Key), [.. g.Select(a => ActionRow.Of(page, a))])),
            ],
            Earlier = part == parts ? all.Length - shown.Length : 0,
            Members =
            [
                .. all.Where(a => a.State == "open" && a.Owner is not null).GroupBy(a => a.Owner!.Id, StringComparer.Ordinal)
                    .Select(g => (Owner: g.First().Owner!, Count: g.Count())).OrderBy(g => g.Owner.Title, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.Owner.Id, StringComparer.Ordinal)
                    .Take(MaxMembers).Select(g => new ListChoice(g.Owner.Title, page.To(g.Owner, fragment: "at-actions").Href!, g.Count, false)),
            ],
            Before = part > 1 ? page.To(PathOf(part - 1)) : null,
            After = part < parts ? page.To(PathOf(part + 1)) : null,
            Frame = Frame.Of(page, title, $"What meetings of {page.Site.Name} asked somebody to do, and what became of it.", "action-list", Meeting.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new("Meetings", page.To(Routes.Index(Meeting.OfKind)))],
            },
        };
    }

    /// <summary>All but those that were done more than a year ago.</summary>
    private static ImmutableArray<ActionStory> Shown(ImmutableArray<ActionStory> actions, DateOnly today)
    {
        var from = today.AddYears(-1);
        return [.. Sorted(actions.Where(a => a.State != "done" || Settled(a) is not { } day || day.Last >= from))];
    }

    /// <summary>The last day that is known of an action: when it was found done, else when it was due, else when it was asked for.</summary>
    private static PartialDate? Settled(ActionStory action) => action.ClosedOn ?? action.Due ?? action.Last.Meeting.Date;

    private static int Group(ActionStory action) => action.State switch { "open" => 0, "done" => 1, _ => 2 };

    private static string Heading(int group) => group switch { 0 => "Open", 1 => "Done in the last year", _ => "The minutes do not say if it is done" };

    private static string Anchor(int group) => group switch { 0 => "at-open", 1 => "at-done", _ => "at-unknown" };

    private static string InWords(int open, int late) => "What meetings asked somebody to do. " + (open, late) switch
    {
        (0, _) => "Nothing is recorded as open.",
        (_, 0) => $"{open} {(open == 1 ? "is" : "are")} open.",
        _ => $"{open} {(open == 1 ? "is" : "are")} open, {late} of them late.",
    };
}
