using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Findings.Actors;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The page of a member: what it is, what it agreed to, what it promised, how it voted and whether it came.</summary>
public sealed record MemberView : RecordView
{
    private const int MaxRows = 50;

    private const int MaxActions = 10;

    /// <summary>Whether it belongs, and since when.</summary>
    public MembershipView Membership { get; init; } = null!;

    /// <summary>organisation or person; null when not recorded.</summary>
    public string? MemberKind { get; init; }

    /// <summary>The same for readers.</summary>
    [JsonIgnore] public string? KindInWords { get; init; }

    /// <summary>voting, observer, adopter or emeritus; null when not recorded.</summary>
    public string? Category { get; init; }

    /// <summary>What it looks after.</summary>
    public string? Function { get; init; }

    /// <summary>The person who looks after its part.</summary>
    public Anchor? Steward { get; init; }

    /// <summary>Whom it reaches.</summary>
    public string? Reach { get; init; }

    /// <summary>What it measures itself by.</summary>
    public string? SuccessMetric { get; init; }

    /// <summary>The decision that admitted it.</summary>
    public Anchor? AdmittedBy { get; init; }

    /// <summary>Who brought it in.</summary>
    public Anchor? ReferredBy { get; init; }

    /// <summary>Whom it brought in.</summary>
    public ImmutableArray<Anchor> Referred { get; init; } = [];

    /// <summary>When it affirmed the shared purpose.</summary>
    public Day? PurposeAffirmed { get; init; }

    /// <summary>Who speaks for it.</summary>
    public ImmutableArray<DelegateView> Delegates { get; init; } = [];

    /// <summary>What limits it.</summary>
    public ImmutableArray<LimitView> Constraints { get; init; } = [];

    /// <summary>On whom it depends.</summary>
    public ImmutableArray<DependencyView> DependsOn { get; init; } = [];

    /// <summary>Who depends on it.</summary>
    public ImmutableArray<DependencyView> Dependents { get; init; } = [];

    /// <summary>Whether it takes part no more, so that what it depended on is past.</summary>
    [JsonIgnore] public bool HasLeft => Membership.Standing == "left";

    /// <summary>The map of all members; null where there is none.</summary>
    [JsonIgnore] public Anchor? OnTheMap { get; init; }

    /// <summary>Which version of each agreement it endorsed last.</summary>
    public ImmutableArray<AcceptedVersion> Accepted { get; init; } = [];

    /// <summary>Its word on each version, newest first.</summary>
    public ImmutableArray<EndorsementView> Endorsements { get; init; } = [];

    /// <summary>What it promised, newest first.</summary>
    public ImmutableArray<PromiseView> Promises { get; init; } = [];

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<PromiseView> PromisesShown { get; init; } = [];

    /// <summary>How many more there are.</summary>
    [JsonIgnore] public int MorePromises { get; init; }

    /// <summary>"6 promises: 4 kept, 1 late, 1 not started."</summary>
    [JsonIgnore] public string? PromisesInWords { get; init; }

    /// <summary>What meetings asked it to do: open ones first, then the newest.</summary>
    public ImmutableArray<ActionRow> Actions { get; init; } = [];

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<ActionRow> ActionsShown { get; init; } = [];

    /// <summary>How many more there are.</summary>
    [JsonIgnore] public int MoreActions { get; init; }

    /// <summary>"Meetings asked it for 12 of 79 actions: 10 done, 2 open."</summary>
    [JsonIgnore] public string? ActionsInWords { get; init; }

    /// <summary>The page of all actions.</summary>
    [JsonIgnore] public string AllActions { get; init; } = "";

    /// <summary>Roles it holds or held.</summary>
    public ImmutableArray<HeldRoleView> Roles { get; init; } = [];

    /// <summary>Its recorded votes, newest first.</summary>
    public ImmutableArray<CastView> AllVotes { get; init; } = [];

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<CastView> Votes { get; init; } = [];

    /// <summary>Those on the page with a reason.</summary>
    [JsonIgnore] public ImmutableArray<CastView> Reasons { get; init; } = [];

    /// <summary>"Voted in 20 of 24 votes recorded by name while it was a member."</summary>
    [JsonIgnore] public string? VotesInWords { get; init; }

    /// <summary>Its votes beside those of others; null where it never voted for or against.</summary>
    [JsonIgnore] public Anchor? BesideOthers { get; init; }

    /// <summary>The table of all votes; null where there is none.</summary>
    [JsonIgnore] public Anchor? VoteTable { get; init; }

    /// <summary>The page with older votes.</summary>
    [JsonIgnore] public string? Older { get; init; }

    /// <summary>Needs it stated, newest first.</summary>
    public ImmutableArray<NeedView> Needs { get; init; } = [];

    /// <summary>The same by what became of them, counted.</summary>
    public ImmutableArray<NeedGroup> NeedBalance { get; init; } = [];

    /// <summary>Its attendance by year, newest first.</summary>
    public ImmutableArray<AttendanceYear> Attendance { get; init; } = [];

    /// <summary>"Came to 20 of 24 meetings with recorded attendance."</summary>
    [JsonIgnore] public string? AttendanceInWords { get; init; }

    /// <summary>Whether there is anything of which somebody could make a ranking.</summary>
    [JsonIgnore] public bool HasRecord => !AllVotes.IsEmpty || !Attendance.IsEmpty || !Needs.IsEmpty;

    /// <summary>Makes the page of a member.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var member = (Member)record;
        var membership = MembershipView.Of(page, member);
        var actor = page.Consequences.Actors.Of(member);
        var view = new MemberView
        {
            Status = membership.Standing,
            StatusTag = membership.Tag,
            Membership = membership,
            Banners = [.. Banner(membership)],
            MemberKind = member.MemberKind,
            KindInWords = member.MemberKind is { } kind ? StatusTags.Words(kind) : null,
            Category = member.Category,
            Function = member.Function,
            Steward = StewardOf(page, member),
            Reach = member.Reach,
            SuccessMetric = member.SuccessMetric,
            AdmittedBy = member.AdmittedBy is { } decision ? page.To(decision) : null,
            ReferredBy = member.ReferredBy is { } friend ? page.To(friend) : null,
            PurposeAffirmed = page.Day(member.PurposeAffirmed),
            Referred = [.. actor.Referred.Select(m => page.To(m))],
            Delegates = [.. member.Delegates.Select(d => new DelegateView(d.Name, page.Day(d.From), page.Day(d.Until), Actor.IsPast(d, page.Consequences.Today))).OrderBy(d => d.Past)],
            Constraints = LimitView.Of(page, member),
            DependsOn = DependencyView.Needs(page, actor),
            Dependents = DependencyView.NeededBy(page, actor),
            OnTheMap = MapView.Link(page, "What all members need from each other"),
            Accepted = AcceptedVersion.Of(page, member, membership),
            Endorsements = OwnWords(page, member),
        };
        view = view.WithPromises(page, member).WithVotes(page, member).WithAttendance(page, member).Common(page, record);
        return view with { Eyebrow = membership.Standing is "observer" or "adopter" ? membership.Tag.Label : view.Eyebrow, Toc = [.. view.Contents()] };
    }

    /// <summary>Newest first, and at the end those that do not say which agreement they are about.</summary>
    private static ImmutableArray<EndorsementView> OwnWords(PageContext page, Member member)
    {
        var words = page.Consequences.Currencies.Of(member).SelectMany(c => c.Words).Reverse().OrderByDescending(s => s.Words.Date).Select(s => EndorsementView.Of(page, s));
        var others = member.Endorsements.Where(e => page.Corpus.Find<Platform>(e.Platform) is null).Select(e => EndorsementView.OfNone(page, member, e));
        return [.. words, .. others];
    }

    private MemberView WithPromises(PageContext page, Member member)
    {
        var involvement = page.Consequences.Involvement;
        var promises = involvement.PromisesOf(member).Select(p => PromiseView.Of(page, p)).ToImmutableArray();
        var actions = ActionListView.Sorted(page.Consequences.Actions.Of(member)).Select(a => ActionRow.Of(page, a) with { OnOwnPage = true }).ToImmutableArray();
        var needs = page.Consequences.Voice.Of(member);
        return this with
        {
            Promises = promises,
            PromisesShown = [.. promises.Take(MaxRows)],
            MorePromises = Math.Max(0, promises.Length - MaxRows),
            PromisesInWords = TagCounts.Promises(promises),
            Actions = actions,
            ActionsShown = [.. actions.Take(MaxActions)],
            MoreActions = Math.Max(0, actions.Length - MaxActions),
            ActionsInWords = TagCounts.Actions(actions, page.Consequences.Actions.All.Length),
            AllActions = page.To(Routes.Actions),
            Roles = [.. involvement.RolesOf(member).Select(r => HeldRoleView.Of(page, r, member))],
            Needs = [.. needs.Needs.Select(n => NeedView.Of(page, n))],
            NeedBalance = NeedGroup.Of(page, needs),
        };
    }

    private MemberView WithVotes(PageContext page, Member member)
    {
        var cast = page.Consequences.Participation.VotesOf(member);
        var votes = cast.Select(c => CastView.Of(page, c)).ToImmutableArray();
        var shown = votes.Take(MemberVotesView.PageSize).ToImmutableArray();
        return this with
        {
            AllVotes = votes,
            Votes = shown,
            Reasons = [.. shown.Where(v => v.Reason is not null)],
            VotesInWords = InWords(page, member),
            BesideOthers = MemberAgreementView.Link(page, member, "How it voted beside others"),
            VoteTable = VoteTableView.Link(page, "How all members voted"),
            Older = votes.Length > shown.Length ? page.To(MemberVotesView.PathOf(member, 2)) : null,
        };
    }

    /// <summary>Counts with their total, and only where the record says when it was a member: never a share.</summary>
    private static string? InWords(PageContext page, Member member) =>
        Participation.HasVote(member) && page.Consequences.Involvement.RollCallsWhileMember(member) is > 0 and var all
            ? $"Voted in {MemberCounts.VotesCast(page, member)} of {all} votes that were recorded by name while it was a member."
            : null;

    private MemberView WithAttendance(PageContext page, Member member)
    {
        var years = AttendanceYear.Of(page.Consequences.Participation.Of(member));
        return this with
        {
            Attendance = years,
            AttendanceInWords = years.IsEmpty ? null
                : $"Came to {years.Sum(y => y.Came)} of {years.Sum(y => y.Meetings)} meetings for all members that recorded who came, while it was one.",
        };
    }

    private static IEnumerable<Banner> Banner(MembershipView membership)
    {
        if (membership.Standing != "left") yield break;
        var lead = membership.Left is { } day ? $"Left on {day}." : "This member has left.";
        yield return new("old", lead, Html.Of((membership.Why is { } why ? why + " " : "The record does not say why. ") + "We keep this page for the record."));
    }

    /// <summary>A person's name and member where the id is known, else the word as written.</summary>
    internal static Anchor? StewardOf(PageContext page, Member member)
    {
        if (member.Steward is not { } id) return null;
        return page.Consequences.Involvement.Person(member, id) is not var (of, person) ? new Anchor(id, null)
            : of.Id == member.Id ? new Anchor(person.Name, null)
            : page.To(of, $"{person.Name} ({of.Title})");
    }

    private IEnumerable<TocEntry> Contents()
    {
        foreach (var entry in RecordParts.Toc(Sections)) yield return entry;
        if (!Delegates.IsEmpty) yield return new("at-delegates", "Who speaks for it");
        if (!Constraints.IsEmpty) yield return new("at-limits", "What limits it");
        if (!DependsOn.IsEmpty || !Dependents.IsEmpty) yield return new("at-depends", "Who depends on whom");
        yield return new("at-agreement", "Which agreement it has agreed to");
        yield return new("at-promises", "What it has promised");
        if (!Actions.IsEmpty) yield return new("at-actions", "What it was asked to do");
        if (!Roles.IsEmpty) yield return new("at-roles", "Roles it has held");
        yield return new("at-votes", "How it has voted");
        if (!Needs.IsEmpty) yield return new("at-needs", "What it needed, and what happened");
        if (!Attendance.IsEmpty) yield return new("at-attendance", "Attendance");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }
}
