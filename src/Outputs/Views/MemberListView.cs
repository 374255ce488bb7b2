using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A member in a list.</summary>
public sealed record MemberItem(Anchor Member, string? Function, MembershipView Membership, ImmutableArray<AcceptedVersion> Accepted, string? Attended)
{
    internal static MemberItem Of(PageContext page, Member member, MembershipView membership)
    {
        var to = page.Consequences.Today;
        var from = to.AddYears(-1);
        var meetings = page.Consequences.Participation.Of(member)
            .Where(a => a.Meeting.Date is { } day && day.First > from && day.Last <= to).ToList();
        return new MemberItem(
            page.To(member), member.Function, membership, AcceptedVersion.Of(page, member, membership),
            meetings.Count == 0 ? null : $"{meetings.Count(a => a.How == Attendance.Present)} of {meetings.Count}");
    }
}

/// <summary>The page of all members, or a part of it where there are many: those who vote, those who left, those apart.</summary>
public sealed record MemberListView
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The sentence below the heading.</summary>
    public required string Lead { get; init; }

    /// <summary>What the first table is called: the members, or those of the last day.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Members that vote.</summary>
    public ImmutableArray<MemberItem> Voting { get; init; } = [];

    /// <summary>Members that left.</summary>
    public ImmutableArray<MemberItem> Former { get; init; } = [];

    /// <summary>Observers, adopters and others that do not vote.</summary>
    public ImmutableArray<MemberItem> Apart { get; init; } = [];

    /// <summary>Those of whom the record does not say whether they belong today.</summary>
    public ImmutableArray<MemberItem> Unknown { get; init; } = [];

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }

    /// <summary>The map of members, or null.</summary>
    public Anchor? Map { get; init; }

    /// <summary>The page of who joined and left, or null.</summary>
    public Anchor? History { get; init; }

    /// <summary>The table of all votes, or null.</summary>
    public Anchor? Votes { get; init; }

    /// <summary>All members as data.</summary>
    public Anchor? Data { get; init; }

    /// <summary>All list pages.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var count = (site.Lists.Of(Member.OfKind).Length + PageSize - 1) / PageSize;
        for (var number = 1; number <= count; number++)
        {
            var part = number;
            yield return new(PathOf(part), "members", page => Of(page, part, count));
        }
    }

    private static MemberListView Of(PageContext page, int part, int parts)
    {
        var all = page.Site.Lists.Of<Member>(Member.OfKind)
            .Select(m => (Member: m, Membership: MembershipView.Of(page, m))).OrderBy(m => Group(m.Membership)).ToList();
        var here = all.Skip((part - 1) * PageSize).Take(PageSize).ToList();
        var title = parts > 1 ? $"Members, page {part} of {parts}" : "Members";
        return new MemberListView
        {
            Lead = Counted(all.Count(m => Group(m.Membership) == 0), all.Count(m => Group(m.Membership) == 1), all.Count, page.Consequences.Ended is not null),
            Caption = page.Consequences.Ended is null ? "Members" : "Members at the end",
            Map = MapView.Link(page, "Who we are, and what we need from each other"),
            History = MembershipHistoryView.Link(page, "Who joined and who left, and why"),
            Votes = VoteTableView.Link(page, "How members voted"),
            Data = Popolo.Link(page),
            Voting = Items(0),
            Former = Items(1),
            Apart = Items(2),
            Unknown = Items(3),
            Before = part > 1 ? page.To(PathOf(part - 1)) : null,
            After = part < parts ? page.To(PathOf(part + 1)) : null,
            Frame = Frame.Of(page, title, $"The members of {page.Site.Name}, those who left, and observers.", "member-list", Member.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home))],
            },
        };

        ImmutableArray<MemberItem> Items(int group) =>
            [.. here.Where(m => Group(m.Membership) == group).Select(m => MemberItem.Of(page, m.Member, m.Membership))];
    }

    private static int Group(MembershipView membership) => membership.Standing switch
    {
        "member" => 0,
        "left" => 1,
        "observer" or "adopter" or "emeritus" => 2,
        _ => 3,
    };

    private static string Counted(int voting, int left, int all, bool over)
    {
        if (all == 0) return "No members are recorded.";
        if (voting == 0 && left == 0) return all == 1 ? "One name is on the record." : $"{all} names are on the record.";
        if (over) return $"{voting} {(voting == 1 ? "member" : "members")} belonged to it on its last day. " + (left == 0 ? "None had left before." : $"{left} had left before, and {(left == 1 ? "stays" : "stay")} on the record.");
        return $"{(voting == 1 ? "1 member belongs" : $"{voting} members belong")} today. "
            + (left == 0 ? "None has left." : $"{left} {(left == 1 ? "has" : "have")} left, and {(left == 1 ? "stays" : "stay")} on the record.");
    }

    private static string PathOf(int part) => part == 1 ? Routes.Index(Member.OfKind) : $"{Member.OfKind.Folder}/index-{part}.html";
}
