using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>One recorded vote of a member, beside what the decision came to.</summary>
public sealed record CastView(Anchor Decision, Day? Date, string Vote, [property: JsonIgnore] string Label, [property: JsonIgnore] Tag Result, string? Reason)
{
    internal static CastView Of(PageContext page, Cast cast) => new(
        page.To(cast.Decision), page.Day(cast.Decision.Date), VoteView.Key(cast.Ballot.Value), StatusTags.Words(VoteView.Word(cast.Ballot.Value)),
        StatusTags.Of(page.Consequences, cast.Decision), cast.Ballot.Reason);
}

/// <summary>A page of older votes of a member that has more of them than its own page shows.</summary>
public sealed record MemberVotesView
{
    /// <summary>How many votes there are on a page.</summary>
    public const int PageSize = 50;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The votes, newest first.</summary>
    public ImmutableArray<CastView> Votes { get; init; } = [];

    /// <summary>Those for which the member gave a reason.</summary>
    public ImmutableArray<CastView> Reasons { get; init; } = [];

    /// <summary>The page with newer ones.</summary>
    public required string Newer { get; init; }

    /// <summary>The page with older ones.</summary>
    public string? Older { get; init; }

    /// <summary>Its votes beside those of others; null where it never voted for or against.</summary>
    public Anchor? BesideOthers { get; init; }

    /// <summary>The table of all votes; null where there is none.</summary>
    public Anchor? VoteTable { get; init; }

    /// <summary>The pages of all members with many votes.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        foreach (var member in site.Corpus.All<Member>(Member.OfKind))
        {
            var parts = (site.Consequences.Participation.VotesOf(member).Length + PageSize - 1) / PageSize;
            for (var number = 2; number <= parts; number++)
            {
                var part = number;
                yield return new(PathOf(member, part), "member-votes", page => Of(page, member, part, parts));
            }
        }
    }

    /// <summary>Where a part of a member's votes is; the first part is on its own page.</summary>
    public static string PathOf(Member member, int part) =>
        part == 1 ? Routes.Of(member) : $"{member.Kind.Folder}/{member.Id}-votes-{part.ToString(CultureInfo.InvariantCulture)}.html";

    private static MemberVotesView Of(PageContext page, Member member, int part, int parts)
    {
        var votes = page.Consequences.Participation.VotesOf(member).Skip((part - 1) * PageSize).Take(PageSize)
            .Select(c => CastView.Of(page, c)).ToImmutableArray();
        var title = $"How {member.Title} has voted, page {part} of {parts}";
        return new MemberVotesView
        {
            Title = title,
            Votes = votes,
            Reasons = [.. votes.Where(v => v.Reason is not null)],
            Newer = page.To(PathOf(member, part - 1)) + (part == 2 ? "#at-votes" : ""),
            Older = part < parts ? page.To(PathOf(member, part + 1)) : null,
            BesideOthers = MemberAgreementView.Link(page, member, "How it voted beside others"),
            VoteTable = VoteTableView.Link(page, "How all members voted"),
            Frame = Frame.Of(page, page.Site.Lists.SharesTitle(member) ? $"{title} ({member.Id})" : title, $"{title}.", "member-votes", Member.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new("Members", page.To(Routes.Index(Member.OfKind))), page.To(member)],
            },
        };
    }
}
