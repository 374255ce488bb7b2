using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Who endorsed which text of an agreement, and whether it is still the text: members, those who left, those who use it without joining.</summary>
public sealed record EndorsementsView(Frame Frame, string Title, Anchor Agreement, string Lead)
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>The counts behind the lead, each of members of today; they add up to all of them.</summary>
    public ImmutableArray<string> Counts { get; init; } = [];

    /// <summary>Members of today.</summary>
    public ImmutableArray<EndorsementItem> Members { get; init; } = [];

    /// <summary>Those who use the agreement without joining.</summary>
    public ImmutableArray<EndorsementItem> Adopters { get; init; } = [];

    /// <summary>Members that left.</summary>
    public ImmutableArray<EndorsementItem> Former { get; init; } = [];

    /// <summary>Observers, names that the text lists, and those of whom the record does not say whether they belong.</summary>
    public ImmutableArray<EndorsementItem> Others { get; init; } = [];

    /// <summary>The history of the agreement.</summary>
    public Anchor History { get; init; } = null!;

    /// <summary>The page before, where there are many.</summary>
    public string? Before { get; init; }

    /// <summary>The page after, where there are many.</summary>
    public string? After { get; init; }

    /// <summary>The pages of every agreement that has some.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        foreach (var agreement in site.Corpus.All<Platform>(Platform.OfKind).Where(a => Exists(site, a)))
        {
            var parts = (Entry.All(site, agreement).Length + PageSize - 1) / PageSize;
            for (var number = 1; number <= parts; number++)
            {
                var part = number;
                yield return new(Routes.Endorsements(agreement, part), "agreement-endorsements", page => Of(page, agreement, part, parts));
            }
        }
    }

    /// <summary>A link to the page; null where there is none.</summary>
    internal static Anchor? Link(PageContext page, Platform agreement, string text) =>
        Exists(page.Site, agreement) ? new Anchor(text, page.To(Routes.Endorsements(agreement))) : null;

    /// <summary>
    /// An agreement of others that nobody of ours spoke of has no such page, and neither has one in a coalition whose record
    /// does not say who belongs: it would only say that nothing is known.
    /// </summary>
    private static bool Exists(Site site, Platform agreement) =>
        !site.Consequences.Currencies.Of(agreement).IsEmpty
        || (!agreement.Core.Foreign && site.Corpus.Count(Platform.OfKind) == 1 && !Entry.All(site, agreement).IsEmpty);

    /// <summary>"8 of 11 members have agreed to the text that applies now."</summary>
    internal static string Counted(PageContext page, Platform agreement)
    {
        var members = Entry.Members(page.Site, agreement);
        var agreed = members.Count(m => m.Currency?.Covers == true);
        var all = members.Length == 1 ? "The one member has" : $"{agreed} of {members.Length} members {(agreed == 1 ? "has" : "have")}";
        if (members.IsEmpty) return "The record names no member of today.";
        if (members.All(m => m.Currency is null)) return "No word of a member of today about it is recorded.";
        if (page.Consequences.Currencies.InForce(agreement) is not { } place) return $"The record does not say which text {AgreementPages.AppliesNow(page)}.";
        var text = Versions.StateOn(agreement, place, page.Consequences.Today) == TextState.Future ? "the text that is to apply first" : $"the text that {AgreementPages.AppliesNow(page)}";
        return members.Length == 1 && agreed == 0 ? $"The one member has not agreed to {text}." : $"{all} agreed to {text}.";
    }

    /// <summary>How many of the members of today stand how; the numbers add up to all of them.</summary>
    internal static ImmutableArray<string> CountsOf(Site site, Platform agreement)
    {
        var members = Entry.Members(site, agreement);
        int Of(Func<Currency, bool> stands) => members.Count(m => m.Currency is { } currency && stands(currency));
        (int Count, string What)[] counts =
        [
            (Of(c => c.Standing == Held.InForce), "agreed to this very text"),
            (Of(c => c.Standing == Held.SameWords), "agreed to another version with the same words"),
            (Of(c => c.Standing == Held.Behind), "agreed to an older version, and words have changed since"),
            (Of(c => c.Standing == Held.Ahead), "agreed to a version that is still to come"),
            (Of(c => c.Standing == Held.Unknown), "agreed to a version that the record does not make clear"),
            (Of(c => c.Standing == Held.None && c.Last.Words.Position == "declined"), "did not agree"),
            (Of(c => c.Standing == Held.None && c.Last.Words.Position == "pending"), "not decided yet"),
            (Of(c => c.Standing == Held.None && c.TookBack), "no longer agrees"),
            (Of(c => c.Standing == Held.None && c.Last.Words.Position is not ("declined" or "pending" or "withdrawn")), "said something that the record does not make clear"),
            (members.Count(m => m.Currency is null), "not recorded"),
        ];
        return [.. counts.Where(c => c.Count > 0).Select(c => $"{c.Count} {c.What}"), .. Newer(members)];
    }

    /// <summary>Reservations, and what those said of a newer text whose older endorsement stands: beside the counts, not among them.</summary>
    private static IEnumerable<string> Newer(ImmutableArray<Entry> members)
    {
        var open = members.Count(m => m.Currency is { Standing: not Held.None, Last.Words.Position: "pending" });
        var refused = members.Count(m => m.Currency is { Standing: not Held.None, Last.Words.Position: "declined" });
        var doubts = members.Count(m => m.Currency is { Holds: { } holds } && (holds.Words.Position == "endorsed-with-reservations" || !holds.Words.Reservations.IsEmpty));
        var all = members.Length == 1 ? "" : $" of these {members.Length}";
        if (doubts > 0) yield return doubts == 1 ? $"1{all} has reservations about the text that it agreed to" : $"{doubts}{all} have reservations about the text that they agreed to";
        if (open > 0) yield return $"{open}{all} {(open == 1 ? "has" : "have")} not decided yet about a newer version";
        if (refused > 0) yield return $"{refused}{all} did not agree to a newer version";
    }

    private static EndorsementsView Of(PageContext page, Platform agreement, int part, int parts)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var all = Entry.All(page.Site, agreement);
        var here = all.Skip((part - 1) * PageSize).Take(PageSize).ToList();
        var title = $"Who has agreed to {agreement.Title}";
        var name = parts > 1 ? $"{title}, page {part} of {parts}" : title;
        return new EndorsementsView(
            AgreementPages.Frame(page, timeline, name + AgreementPages.Distinction(page, agreement), $"Which version of {agreement.Title} each member agreed to, and what changed since.", "agreement-endorsements"),
            name, page.To(agreement), Counted(page, agreement))
        {
            Counts = CountsOf(page.Site, agreement),
            Members = Items('m'),
            Adopters = Items('a'),
            Former = Items('f'),
            Others = Items('o'),
            History = new Anchor("How the agreement has changed", page.To(Routes.History(agreement))),
            Before = part > 1 ? page.To(Routes.Endorsements(agreement, part - 1)) : null,
            After = part < parts ? page.To(Routes.Endorsements(agreement, part + 1)) : null,
        };

        ImmutableArray<EndorsementItem> Items(char group) =>
            [.. here.Where(e => e.Group == group).Select(e => e.Currency is { } c ? EndorsementItem.Of(page, c) : EndorsementItem.Silent(page, e.Member!))];
    }

    /// <summary>Somebody in the list: a member, with what it said or without.</summary>
    internal sealed record Entry(char Group, Member? Member, Currency? Currency)
    {
        private static readonly string Order = "mafo";

        /// <summary>The members of today, by name.</summary>
        public static ImmutableArray<Entry> Members(Site site, Platform agreement) => [.. All(site, agreement).Where(e => e.Group == 'm')];

        /// <summary>Everybody who spoke, and every member and adopter who did not.</summary>
        public static ImmutableArray<Entry> All(Site site, Platform agreement)
        {
            var spoke = site.Consequences.Currencies.Of(agreement);
            var byMember = spoke.Where(c => c.Member is not null).ToDictionary(c => c.Member!.Id, StringComparer.Ordinal);
            var entries = new List<Entry>();
            foreach (var member in site.Lists.Of<Member>(Member.OfKind))
            {
                var currency = byMember.GetValueOrDefault(member.Id);
                var group = GroupOf(MembershipView.StandingOf(site, member));
                if (currency is not null || group is 'm' or 'a' or 'f') entries.Add(new Entry(group, member, currency));
            }

            entries.AddRange(spoke.Where(c => c.Member is null).Select(c => new Entry('o', null, c)));
            return [.. entries.OrderBy(e => Order.IndexOf(e.Group))];
        }

        private static char GroupOf(string? standing) => standing switch
        {
            "member" => 'm',
            "adopter" => 'a',
            "left" => 'f',
            _ => 'o',
        };
    }
}
