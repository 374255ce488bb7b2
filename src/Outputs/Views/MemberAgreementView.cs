using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Another member, and how often it voted the same way: "19 of 22".</summary>
public sealed record AgreedItem(Anchor Member, string Same);

/// <summary>The page of one member's votes beside those of each other member.</summary>
public sealed record MemberAgreementView
{
    /// <summary>How many other members there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>What is counted of the member alone.</summary>
    public required MemberCounts Counts { get; init; }

    /// <summary>What the counts leave out.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>The other members, by name.</summary>
    public ImmutableArray<AgreedItem> Others { get; init; } = [];

    /// <summary>The member's own votes.</summary>
    public required Anchor OwnVotes { get; init; }

    /// <summary>The table of all votes.</summary>
    public required Anchor Votes { get; init; }

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }

    /// <summary>The pages of one member.</summary>
    internal static IEnumerable<PagePlan> Plans(Site site, Member member)
    {
        var others = site.Consequences.VoteAgreement.With(member);
        var parts = Math.Max(1, (others.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(Routes.VoteAgreement(member, part), "member-agreement", page => Of(page, member, others, part, parts));
        }
    }

    /// <summary>A link to the page of a member; null where it never voted for or against.</summary>
    internal static Anchor? Link(PageContext page, Member member, string text) =>
        page.Consequences.VoteAgreement.Voted(member) == 0 ? null : new Anchor(text, page.To(Routes.VoteAgreement(member)));

    private static MemberAgreementView Of(PageContext page, Member member, ImmutableArray<AgreedWith> others, int part, int parts)
    {
        var title = $"How {member.Title} voted beside others" + (parts > 1 ? $", page {part} of {parts}" : "");
        var voted = page.Consequences.VoteAgreement.Voted(member);
        return new MemberAgreementView
        {
            Title = title,
            Lead = $"It voted for or against in {voted} counted {(voted == 1 ? "vote" : "votes")}. For each other member we count the votes in which both did.",
            Counts = MemberCounts.Of(page, member),
            Caveats = VoteAgreementView.CaveatsOf(page),
            Others = [.. others.Skip((part - 1) * PageSize).Take(PageSize).Select(a => new AgreedItem(page.To(a.Other), MemberCounts.InWords(a.Same)))],
            OwnVotes = page.To(member, $"How {member.Title} has voted", "at-votes"),
            Votes = VoteTableView.Link(page, "See what each member did in each vote")!,
            Before = part > 1 ? page.To(Routes.VoteAgreement(member, part - 1)) : null,
            After = part < parts ? page.To(Routes.VoteAgreement(member, part + 1)) : null,
            Frame = Frame.Of(page, page.Site.Lists.SharesTitle(member) ? $"{title} ({member.Id})" : title, $"{title}, in counts with their totals.", "member-agreement", Member.OfKind) with
            {
                Crumbs =
                [
                    new("Home", page.To(Routes.Home)), new("How members voted", page.To(Routes.Votes())),
                    new(VoteAgreementView.Heading, page.To(Routes.VoteAgreement())),
                ],
            },
        };
    }
}
