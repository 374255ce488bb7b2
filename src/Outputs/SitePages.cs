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
        ("platforms", typeof(PlatformListView)),
        ("platform-version", typeof(PlatformVersionView)),
        ("records", typeof(RecordListView)),
    ];

    /// <summary>All such pages of a site.</summary>
    public static IEnumerable<PagePlan> All(Site site) =>
    [
        new(Routes.Home, "home", HomeView.Of),
        .. DecisionListView.Plans(site),
        .. PlatformListView.Plans(site),
        .. CommitmentLists.Plans(site),
        .. WorkingAgreementView.Plans(site),
        .. RoleView.Plans(site),
        .. OutcomeView.Plans(site),
        .. ConcernView.Plans(site),
        .. PageRecordView.Plans(site),
    ];
}
