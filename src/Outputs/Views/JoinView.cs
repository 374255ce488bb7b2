using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A member and when it affirmed the shared purpose.</summary>
public sealed record Affirmation(Anchor Member, Day? Date);

/// <summary>
/// "Thinking of joining?": what a prospective member would sign, how decisions are made and what happens to those who disagree,
/// all drawn from the record, with what the agreement leaves open said plainly.
/// </summary>
public sealed record JoinView(Frame Frame, Anchor Agreement, string Version)
{
    private const int MaxRows = 100;

    /// <summary>Other agreements there are.</summary>
    public ImmutableArray<Anchor> OtherAgreements { get; init; } = [];

    /// <summary>What is on the page.</summary>
    public ImmutableArray<TocEntry> Toc { get; init; } = [];

    /// <summary>The shared purpose, or null.</summary>
    public string? Purpose { get; init; }

    /// <summary>Which member of today affirmed it when.</summary>
    public ImmutableArray<Affirmation> Affirmed { get; init; } = [];

    /// <summary>What one would sign.</summary>
    public required JoinTerms Terms { get; init; }

    /// <summary>How often members meet, in sentences.</summary>
    public ImmutableArray<string> Rhythm { get; init; } = [];

    /// <summary>Decisions by year, newest first: "25 in 2026".</summary>
    public ImmutableArray<string> Decisions { get; init; } = [];

    /// <summary>The next planned meeting, or null.</summary>
    public Anchor? NextMeeting { get; init; }

    /// <summary>Its day.</summary>
    public Day? NextMeetingOn { get; init; }

    /// <summary>What happened to those who disagreed.</summary>
    public required JoinVoice Voice { get; init; }

    /// <summary>Who is in, in sentences.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>How the members of today stand to the text in force.</summary>
    public ImmutableArray<string> Endorsed { get; init; } = [];

    /// <summary>Where to read more about them.</summary>
    public ImmutableArray<Anchor> MemberPages { get; init; } = [];

    /// <summary>How the agreement changes.</summary>
    public required JoinChanges Changes { get; init; }

    /// <summary>All versions.</summary>
    public required Anchor History { get; init; }

    /// <summary>What members promised, in sentences.</summary>
    public ImmutableArray<string> Promises { get; init; } = [];

    /// <summary>Where to read more about what members do.</summary>
    public ImmutableArray<Anchor> WorkPages { get; init; } = [];

    /// <summary>How to join.</summary>
    public required JoinSteps Steps { get; init; }

    /// <summary>The page, where there is something to join.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        if (site.ToJoin is { } agreement) yield return new(Routes.Join, "join", page => Of(page, agreement));
    }

    /// <summary>
    /// The agreement that a new member would sign: one of our own before one that was found elsewhere, then the one that most
    /// have endorsed. None where there is neither an agreement of our own nor a member.
    /// </summary>
    internal static Platform? AgreementOf(Site site)
    {
        var agreements = site.Corpus.All<Platform>(Platform.OfKind);
        if (agreements.All(a => a.Core.Foreign) && !site.Corpus.All<Member>(Member.OfKind).Any(m => MembershipView.StandingOf(site, m) == "member")) return null;
        return agreements.OrderBy(a => a.Core.Foreign).ThenByDescending(a => site.Consequences.Currencies.Of(a).Count(c => c.Holds is not null))
            .ThenBy(a => a.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    private static JoinView Of(PageContext page, Platform agreement)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var place = Versions.ShownOn(agreement, page.Consequences.Today);
        var members = page.Site.Lists.Of<Member>(Member.OfKind).Where(m => MembershipView.StandingOf(page.Site, m) == "member").ToList();
        var rhythm = page.Consequences.Rhythm;
        var terms = JoinTerms.Of(page, timeline, place);
        return new JoinView(
            Frame.Of(page, "Thinking of joining?", $"What you would agree to, and how {page.Site.Name} decides.", "join") with { Crumbs = [new("Home", page.To(Routes.Home))] },
            page.To(agreement), timeline.Texts.Length > 1 ? $"version {place + 1}" : "the only version")
        {
            OtherAgreements = [.. page.Corpus.All<Platform>(Platform.OfKind).Where(a => a.Id != agreement.Id).Take(MaxRows).Select(a => page.To(a))],
            Purpose = page.Site.Purpose,
            Affirmed = [.. members.Take(MaxRows).Select(m => new Affirmation(page.To(m), page.Day(m.PurposeAffirmed)))],
            Terms = terms,
            Rhythm = [.. RhythmInWords(rhythm)],
            Decisions = [.. rhythm.DecisionsByYear.Take(5).Select(y => $"{(y.Count == 1 ? "one decision" : $"{y.Count} decisions")} in {y.Year.ToString("0000", CultureInfo.InvariantCulture)}")],
            NextMeeting = rhythm.Next is { } next ? page.To(next) : null,
            NextMeetingOn = page.Day(rhythm.Next?.Date),
            Voice = JoinVoice.Of(page),
            Members = [.. MembersInWords(page, agreement, members.Count)],
            Endorsed = members.Count == 0 ? [] : EndorsementsView.CountsOf(page.Site, agreement),
            MemberPages = [.. MemberPagesOf(page, agreement)],
            Changes = JoinChanges.Of(page, timeline),
            History = new Anchor("Every version, and what each changed", page.To(Routes.History(agreement))),
            Promises = [.. PromisesInWords(page)],
            WorkPages = [.. WorkPagesOf(page)],
            Steps = JoinSteps.Of(page, agreement, timeline.Texts[place]),
            Toc = Contents(page.Site.Purpose is not null),
        };
    }

    private static IEnumerable<string> RhythmInWords(Rhythm rhythm)
    {
        yield return rhythm.Meetings.Length switch
        {
            0 => "No meeting is recorded in the last 12 months.",
            1 => "Members met once in the last 12 months.",
            var count => $"Members met {count} times in the last 12 months.",
        };
        if (rhythm.MedianGap is { } days) yield return $"Half of the gaps between two meetings were {days.ToString("0.#", CultureInfo.InvariantCulture)} days or shorter.";
    }

    private static IEnumerable<string> MembersInWords(PageContext page, Platform agreement, int members)
    {
        int Count(string standing) => page.Corpus.All<Member>(Member.OfKind).Count(m => MembershipView.StandingOf(page.Site, m) == standing);
        yield return members switch { 0 => "The record names no member of today.", 1 => "One member belongs today.", _ => $"{members} members belong today." };
        if (Count("adopter") is > 0 and var adopters) yield return adopters == 1 ? "One more uses the agreement and has not joined." : $"{adopters} more use the agreement and have not joined.";
        if (Count("observer") is > 0 and var observers) yield return observers == 1 ? "One watches and does not vote." : $"{observers} watch and do not vote.";
        if (Count("left") is > 0 and var left) yield return left == 1 ? "One member has left." : $"{left} members have left.";
        if (members > 0) yield return EndorsementsView.Counted(page, agreement);
    }

    private static IEnumerable<Anchor> MemberPagesOf(PageContext page, Platform agreement)
    {
        if (EndorsementsView.Link(page, agreement, "Who has agreed to which version, with every reservation") is { } endorsements) yield return endorsements;
        if (page.Corpus.Count(Member.OfKind) > 0) yield return new Anchor("All members", page.To(Routes.Index(Member.OfKind)));
        if (MembershipHistoryView.Link(page, "Who joined and who left, and why") is { } history) yield return history;
    }

    private static IEnumerable<string> PromisesInWords(PageContext page)
    {
        var promises = page.Corpus.All<Commitment>(Commitment.OfKind).Where(c => !c.By.IsEmpty).ToList();
        if (promises.Count == 0)
        {
            yield return "No promise of a member is recorded.";
            yield break;
        }

        var members = promises.SelectMany(c => c.By.Select(b => page.Corpus.Find<Member>(b)?.Id)).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        yield return $"{(promises.Count == 1 ? "One promise is" : $"{promises.Count} promises are")} on the record, by {(members == 1 ? "one member" : $"{members} members")}.";
        var states = promises.GroupBy(c => PromiseView.Of(page, c).Tag.Label, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        yield return $"How they stand: {string.Join(", ", states.Select(g => $"{g.Count()} {g.Key.ToLowerInvariant()}"))}.";
    }

    private static IEnumerable<Anchor> WorkPagesOf(PageContext page)
    {
        (Kind Kind, string Text)[] kinds = [(Commitment.OfKind, "All promises"), (Role.OfKind, "Roles that members share"), (WorkingAgreement.OfKind, "What members agreed with each other"), (Meeting.OfKind, "All meetings")];
        foreach (var (kind, text) in kinds)
            if (page.Corpus.Count(kind) > 0) yield return new Anchor(text, page.To(Routes.Index(kind)));
    }

    private static ImmutableArray<TocEntry> Contents(bool purpose) =>
    [
        .. purpose ? new[] { new TocEntry("at-purpose", "What we are for") } : [],
        new("at-deal", "What you would agree to"), new("at-free", "What you would be free to do"), new("at-decide", "How decisions are made"),
        new("at-say", "Would you have a say?"), new("at-members", "Who is in"), new("at-changes", "How the agreement changes"), new("at-cost", "What it costs"),
        new("at-work", "What members do"), new("at-leave", "Can you leave?"), new("at-end", "How it ends"), new("at-join", "How to join"),
    ];
}
