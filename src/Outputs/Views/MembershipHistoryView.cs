using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Somebody who joined or left.</summary>
/// <param name="Member">Who.</param>
/// <param name="Tag">What happened.</param>
/// <param name="Date">When.</param>
/// <param name="Coming">Whether that day is still to come.</param>
/// <param name="Decision">The decision that admitted it.</param>
/// <param name="Leaving">For one that left, how.</param>
public sealed record MembershipItem(Anchor Member, Tag Tag, Day? Date, bool Coming, Anchor? Decision, LeavingView? Leaving)
{
    internal static MembershipItem Of(PageContext page, MembershipEvent told) => new(
        page.To(told.Member), new Tag(Label(told), told.Change == MembershipChange.Left ? "old" : "ok"), page.Day(told.Date),
        told.Date?.First > page.Consequences.Today, told.Decision is null ? null : page.To(told.Decision),
        told.Change == MembershipChange.Left ? LeavingView.Of(page, told) : null);

    private static string Label(MembershipEvent told) => (told.Member.Category, told.Change) switch
    {
        ("observer", MembershipChange.Left) => "Stopped as observer",
        ("observer", _) => "Became observer",
        ("adopter", MembershipChange.Left) => "Stopped as adopter",
        ("adopter", _) => "Became adopter",
        (_, MembershipChange.Joined) => "Joined",
        (_, MembershipChange.Rejoined) => "Joined again",
        _ => "Left",
    };
}

/// <summary>All who joined, left and joined again, newest first.</summary>
public sealed record MembershipHistoryView(Frame Frame, string Title, string Lead, ImmutableArray<MembershipItem> Items, string? Before, string? After)
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>The pages; none where no member's record says when it belonged.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var parts = (site.Consequences.Memberships.Events.Length + PageSize - 1) / PageSize;
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(Routes.Memberships(part), "membership-history", page => Of(page, part, parts));
        }
    }

    /// <summary>A link to the page; null where there is none.</summary>
    internal static Anchor? Link(PageContext page, string text) =>
        page.Consequences.Memberships.Events.IsEmpty ? null : new Anchor(text, page.To(Routes.Memberships()));

    private static MembershipHistoryView Of(PageContext page, int part, int parts)
    {
        var events = page.Consequences.Memberships.Events;
        var title = parts > 1 ? $"Who joined and who left, page {part} of {parts}" : "Who joined and who left";
        return new MembershipHistoryView(
            Frame.Of(page, title, $"Who joined {page.Site.Name}, who left, and why.", "membership-history", Member.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new(Member.OfKind.Labels, page.To(Routes.Index(Member.OfKind)))],
            },
            title, Counted([.. events.Where(e => e.Member.Category is not ("observer" or "adopter") && !(e.Date?.First > page.Consequences.Today))]),
            [.. events.Skip((part - 1) * PageSize).Take(PageSize).Select(e => MembershipItem.Of(page, e))],
            part > 1 ? page.To(Routes.Memberships(part - 1)) : null, part < parts ? page.To(Routes.Memberships(part + 1)) : null);
    }

    private static string Counted(ImmutableArray<MembershipEvent> events)
    {
        int Count(MembershipChange change) => events.Count(e => e.Change == change);
        var (joined, left, again) = (Count(MembershipChange.Joined), Count(MembershipChange.Left), Count(MembershipChange.Rejoined));
        var words = $"{joined} {(joined == 1 ? "member has" : "members have")} joined.";
        words += left == 0 ? " None has left." : $" {left} {(left == 1 ? "has" : "have")} left.";
        return again == 0 ? words : words + $" {again} joined again.";
    }
}
