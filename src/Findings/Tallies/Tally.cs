using System.Collections.Immutable;
using System.Numerics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>A member who could vote that day.</summary>
/// <param name="Id">The member.</param>
/// <param name="Position">What it did; null where the record does not say.</param>
public sealed record Voter(string Id, VoteValue? Position)
{
    /// <summary>How many members this stands for: more than one only where totals are recorded and no names.</summary>
    public int Heads { get; init; } = 1;

    /// <summary>Whether another member cast its vote.</summary>
    public bool ByProxy { get; init; }
}

/// <summary>A sum of votes, by what they were. Members count as many times as their weight.</summary>
/// <param name="For">In favour.</param>
/// <param name="Against">Against.</param>
/// <param name="Abstain">Neither.</param>
/// <param name="NotVoting">There, and not voting.</param>
/// <param name="Paired">Agreed with a member of the other view that neither votes.</param>
/// <param name="Recused">Took no part because of an interest.</param>
/// <param name="Away">Absent or excused.</param>
/// <param name="Unknown">Nothing is recorded.</param>
public sealed record Sums(Ratio For, Ratio Against, Ratio Abstain, Ratio NotVoting, Ratio Paired, Ratio Recused, Ratio Away, Ratio Unknown);

/// <summary>A threshold held against votes.</summary>
/// <param name="Name">The group, or null for all members.</param>
/// <param name="Votes">The votes.</param>
/// <param name="Base">What the share is taken of.</param>
/// <param name="Needed">The least that is enough.</param>
/// <param name="Met">Whether it is met; null where that depends on what members did of whom nothing is recorded.</param>
public sealed record Part(string? Name, Sums Votes, Ratio Base, Ratio Needed, bool? Met);

/// <summary>A quorum held against who was there.</summary>
/// <param name="Present">How many were there.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Needed">The least that is enough.</param>
/// <param name="Met">Whether it is met; null where that depends on members of whom nothing is recorded.</param>
public sealed record QuorumPart(Ratio Present, Ratio Of, Ratio Needed, bool? Met);

/// <summary>
/// A roll call held against the rule in force on its day, exactly. Where nothing is recorded of a member, the outcome is said
/// only if it is the same whatever that member did.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Parts">The threshold among all members, or in each group.</param>
/// <param name="Quorum">The quorum; null where the rule asks for none.</param>
/// <param name="NotRecorded">Members of whom nothing is recorded.</param>
public sealed record Tally(VotingRule Rule, ImmutableArray<Part> Parts, QuorumPart? Quorum, ImmutableArray<string> NotRecorded)
{
    /// <summary>Whether it is carried; null where the record does not tell.</summary>
    public bool? Carried
    {
        get
        {
            if (Parts.Any(p => p.Met == false) || Quorum is { Met: false }) return false;
            return Parts.Any(p => p.Met is null) || Quorum is { Met: null } ? null : true;
        }
    }

    /// <summary>Whether as many were for as against, so that a record may call it tied.</summary>
    public bool Even => Parts.All(p => p.Votes.For == p.Votes.Against);

    /// <summary>Holds votes against a rule of counted votes.</summary>
    public static Tally Of(VotingRule rule, ImmutableArray<Voter> voters)
    {
        var step = new Ratio(1, rule.Weights.Values.Aggregate(BigInteger.One, (all, w) => all / BigInteger.GreatestCommonDivisor(all, w.Below) * w.Below));
        ImmutableArray<Part> parts = rule.Groups.IsEmpty
            ? [PartOf(rule, null, SumsOf(rule, voters), step)]
            : [.. rule.Groups.Select(g => PartOf(rule, g.Name, SumsOf(rule, voters.Where(v => g.Members.Contains(v.Id))), step))];
        return new Tally(rule, parts, QuorumOf(rule, voters), [.. voters.Where(v => v.Position is null).Select(v => v.Id).Order(StringComparer.Ordinal)]);
    }

    private static Part PartOf(VotingRule rule, string? name, Sums votes, Ratio step)
    {
        var threshold = rule.Threshold!;
        var known = BaseOf(rule, votes);
        var needed = threshold.LeastOf(known, step);
        // Whatever those of whom nothing is recorded did, the share lies between all of them for and all of them against; and
        // of nothing, nothing is enough, so that none of them having voted is no third case to fear.
        var best = votes with { For = votes.For + votes.Unknown, Unknown = Ratio.Zero };
        var worst = votes with { Against = votes.Against + votes.Unknown, Unknown = Ratio.Zero };
        var (atBest, atWorst) = (threshold.IsMetBy(best.For, BaseOf(rule, best)), threshold.IsMetBy(worst.For, BaseOf(rule, worst)));
        return new Part(name, votes, known, needed, atBest == atWorst ? atBest : null);
    }

    private static QuorumPart? QuorumOf(VotingRule rule, ImmutableArray<Voter> voters)
    {
        if (rule.Quorum is not { } quorum) return null;
        // Who is there is counted by heads, whatever weight their votes have.
        var (present, unknown, all) = (0, 0, 0);
        foreach (var voter in voters)
        {
            all += voter.Heads;
            if (voter.Position is null) unknown += voter.Heads;
            else if (IsPresent(rule, voter)) present += voter.Heads;
        }

        bool? met = quorum.IsMetBy(present, all) ? true : quorum.IsMetBy(present + unknown, all) ? null : false;
        return new QuorumPart(present, all, quorum.LeastOf(all, Ratio.One), met);
    }

    private static bool IsPresent(VotingRule rule, Voter voter) => voter.Position switch
    {
        VoteValue.Absent or VoteValue.Excused => false,
        VoteValue.Paired => rule.PairsPresent,
        _ => !voter.ByProxy || rule.ProxiesPresent,
    };

    private static Ratio BaseOf(VotingRule rule, Sums votes)
    {
        var cast = votes.For + votes.Against;
        return rule.Base switch
        {
            VoteBase.VotesCast => cast,
            VoteBase.VotesWithAbstentions => cast + votes.Abstain,
            VoteBase.MembersPresent => cast + votes.Abstain + votes.NotVoting + (rule.PairsPresent ? votes.Paired : Ratio.Zero),
            _ => cast + votes.Abstain + votes.NotVoting + votes.Paired + votes.Away + votes.Unknown + (rule.RecusedCount ? votes.Recused : Ratio.Zero),
        };
    }

    private static Sums SumsOf(VotingRule rule, IEnumerable<Voter> voters)
    {
        var values = Enum.GetValues<VoteValue>().Length;
        var weighted = new Ratio[values + 1]; // the last is for those of whom nothing is recorded
        var once = new int[values + 1];
        foreach (var voter in voters)
        {
            var place = voter.Position is { } position ? (int)position : values;
            if (rule.Weights.TryGetValue(voter.Id, out var weight)) weighted[place] += weight * voter.Heads;
            else once[place] += voter.Heads;
        }

        Ratio SumAt(int place) => weighted[place] + once[place];
        Ratio Sum(VoteValue value) => SumAt((int)value);
        return new Sums(
            Sum(VoteValue.For), Sum(VoteValue.Against), Sum(VoteValue.Abstain), Sum(VoteValue.NotVoting), Sum(VoteValue.Paired),
            Sum(VoteValue.Recused), Sum(VoteValue.Absent) + Sum(VoteValue.Excused), SumAt(values));
    }
}
