using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What is counted of one member: always counts with their total, in words where there are too few.</summary>
/// <param name="Member">The member, leading to its votes beside those of others.</param>
/// <param name="Majority">How often it voted as most others did.</param>
/// <param name="Dissent">How often it voted against what was carried, or for what was lost.</param>
/// <param name="Voted">In how many votes it voted at all, of those taken while it was a member.</param>
/// <param name="Attended">To how many meetings it came, of those of all members.</param>
public sealed record MemberCounts(Anchor Member, string Majority, string Dissent, string Voted, string Attended)
{
    private const string NotRecorded = "Not recorded";

    internal static MemberCounts Of(PageContext page, Member member)
    {
        var agreement = page.Consequences.VoteAgreement;
        var meetings = page.Consequences.Participation.Of(member);
        var calls = Participation.HasVote(member) ? page.Consequences.Involvement.RollCallsWhileMember(member) : null;
        return new MemberCounts(
            new(member.Title, page.To(Routes.VoteAgreement(member)), member.Id),
            InWords(agreement.WithMajority(member)), InWords(agreement.Dissent(member)),
            calls is > 0 and var all ? $"{VotesCast(page, member)} of {all}" : NotRecorded,
            meetings.IsEmpty ? NotRecorded : $"{meetings.Count(a => a.How == Attendance.Present)} of {meetings.Length}");
    }

    /// <summary>"19 of 22"; where there are too few votes, only how few.</summary>
    internal static string InWords(CountOf count) => count switch
    {
        { Total: 0 } => "No such vote",
        { TooFew: true } => $"Too few to say ({count.Total} {(count.Total == 1 ? "vote" : "votes")})",
        _ => $"{count.Part} of {count.Total}",
    };

    /// <summary>In how many votes of its time a member voted for, against or neither.</summary>
    internal static int VotesCast(PageContext page, Member member) => page.Consequences.Participation.VotesOf(member)
        .Where(c => c.Ballot.Value is VoteValue.For or VoteValue.Against or VoteValue.Abstain)
        .Where(c => c.Decision.Date is { } day && member.BelongedOn(day) == true).Select(c => c.Decision.Id).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>The page of how often members agreed, with what such counts do not say.</summary>
public sealed record VoteAgreementView
{
    /// <summary>What the page is called.</summary>
    public const string Heading = "How often members voted the same way";

    /// <summary>How many members there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>What the counts leave out.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>The table of all votes.</summary>
    public required Anchor Votes { get; init; }

    /// <summary>The members, by name.</summary>
    public ImmutableArray<MemberCounts> Members { get; init; } = [];

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }

    /// <summary>The pages: the list of members, and one page a member; none where no vote is recorded by name.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        if (site.Consequences.Votes.Calls.IsEmpty) yield break;
        var members = site.Consequences.VoteAgreement.Members;
        var parts = Math.Max(1, (members.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(Routes.VoteAgreement(part), "vote-agreement", page => Of(page, members, part, parts));
        }

        foreach (var plan in members.SelectMany(member => MemberAgreementView.Plans(site, member))) yield return plan;
    }

    /// <summary>What such counts do not say, for readers who are about to compare.</summary>
    internal static ImmutableArray<string> CaveatsOf(PageContext page)
    {
        var agreement = page.Consequences.VoteAgreement;
        return
        [
            "Only votes for and against are counted. A member that abstained, was absent or took no part is on no side.",
            agreement.MadeOtherwise switch
            {
                0 => "Decisions by consent or by consensus are not counted. No vote decided them.",
                1 => "Decisions by consent or by consensus are not counted. No vote decided them. One such decision names members.",
                var n => $"Decisions by consent or by consensus are not counted. No vote decided them. {n} such decisions name members.",
            },
            "Many members agree before a vote. That never shows up as a vote.",
            $"Where there are fewer than {CountOf.Enough} votes, we say that there are too few. Small numbers mislead.",
            "Two members can vote the same way for different reasons. The decision page has the reasons they gave.",
        ];
    }

    private static VoteAgreementView Of(PageContext page, ImmutableArray<Member> members, int part, int parts)
    {
        var title = parts > 1 ? $"{Heading}, page {part} of {parts}" : Heading;
        var counted = page.Consequences.VoteAgreement.Counted;
        return new VoteAgreementView
        {
            Title = title,
            Lead = counted switch
            {
                0 => "No vote with the names of members on the record was decided by voting.",
                1 => "Counted from the one vote that has the name of each member on the record.",
                _ => $"Counted from {counted} votes that have the name of each member on the record.",
            },
            Caveats = CaveatsOf(page),
            Votes = VoteTableView.Link(page, "See what each member did in each vote")!,
            Members = [.. members.Skip((part - 1) * PageSize).Take(PageSize).Select(m => MemberCounts.Of(page, m))],
            Before = part > 1 ? page.To(Routes.VoteAgreement(part - 1)) : null,
            After = part < parts ? page.To(Routes.VoteAgreement(part + 1)) : null,
            Frame = Frame.Of(page, title, $"How often members of {page.Site.Name} voted the same way, and what that does not say.", "vote-agreement", Member.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new("How members voted", page.To(Routes.Votes()))],
            },
        };
    }
}
