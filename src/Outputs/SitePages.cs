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
        ("open-questions", typeof(OpenQuestionsView)),
        ("unread", typeof(UnreadView)),
        ("feeds", typeof(FeedsView)),
        ("search", typeof(PlainView)),
        ("accessibility", typeof(PlainView)),
        ("404", typeof(NotFoundView)),
        ("calendar", typeof(CalendarView)),
        ("health", typeof(HealthView)),
        ("meetings", typeof(MeetingListView)),
        ("meeting-history", typeof(MeetingHistoryView)),
        ("actions", typeof(ActionListView)),
        ("members", typeof(MemberListView)),
        ("member-votes", typeof(MemberVotesView)),
        ("notices", typeof(NoticeListView)),
        ("votes", typeof(VoteTableView)),
        ("vote-agreement", typeof(VoteAgreementView)),
        ("member-agreement", typeof(MemberAgreementView)),
        ("platforms", typeof(PlatformListView)),
        ("platform-version", typeof(PlatformVersionView)),
        ("agreement-history", typeof(AgreementHistoryView)),
        ("membership-history", typeof(MembershipHistoryView)),
        ("join", typeof(JoinView)),
        ("agreement-endorsements", typeof(EndorsementsView)),
        ("agreement-print", typeof(PrintView)),
        ("clause", typeof(ClausePageView)),
        ("compare", typeof(CompareView)),
        ("proposal", typeof(ProposalView)),
        ("records", typeof(RecordListView)),
    ];

    /// <summary>All such pages of a site.</summary>
    public static IEnumerable<PagePlan> All(Site site) =>
    [
        new(Routes.Home, "home", HomeView.Of),
        .. DecisionListView.Plans(site),
        .. OpenQuestionsView.Plans(site),
        .. UnreadView.Plans(site),
        new("feeds/index.html", "feeds", FeedsView.Of),
        new("search/index.html", "search", PlainView.Search),
        new("accessibility/index.html", "accessibility", PlainView.Accessibility),
        new("404.html", "404", NotFoundView.Of),
        .. CalendarView.Plans(site),
        .. HealthView.Plans(site),
        .. MeetingListView.Plans(site),
        .. MeetingHistoryView.Plans(site),
        .. ActionListView.Plans(site),
        .. MemberListView.Plans(site),
        .. MembershipHistoryView.Plans(site),
        .. MemberVotesView.Plans(site),
        .. VoteTableView.Plans(site),
        .. NoticeListView.Plans(site),
        .. VoteAgreementView.Plans(site),
        .. PlatformListView.Plans(site),
        .. AgreementHistoryView.Plans(site),
        .. EndorsementsView.Plans(site),
        .. PrintView.Plans(site),
        .. ClausePageView.Plans(site),
        .. CompareView.Plans(site),
        .. ProposalView.Plans(site),
        .. JoinView.Plans(site),
        .. CommitmentLists.Plans(site),
        .. WorkingAgreementView.Plans(site),
        .. RoleView.Plans(site),
        .. OutcomeView.Plans(site),
        .. ConcernView.Plans(site),
        .. PageRecordView.Plans(site),
    ];
}
