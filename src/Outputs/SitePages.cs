using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>The pages that are about more than one record, one line each.</summary>
internal static class SitePages
{
    /// <summary>Every template used here, with the type of its view.</summary>
    public static readonly ImmutableArray<(string Template, Type View)> Templates =
    [
        ("home", typeof(HomeView)),
        ("decisions", typeof(DecisionListView)),
        ("meetings", typeof(MeetingListView)),
        ("members", typeof(MemberListView)),
        ("member-votes", typeof(MemberVotesView)),
    ];

    /// <summary>All such pages of a site.</summary>
    public static IEnumerable<PagePlan> All(Site site) =>
    [
        new(Routes.Home, "home", HomeView.Of),
        .. DecisionListView.Plans(site),
        .. MeetingListView.Plans(site),
        .. MemberListView.Plans(site),
        .. MemberVotesView.Plans(site),
    ];
}
