using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>A member who could vote that day.</summary>
/// <param name="Id">The member.</param>
/// <param name="Position">What it did; null where the record does not say.</param>
public sealed record Voter(string Id, VoteValue? Position);

/// <summary>A sum of votes, by what they were. Members count as many times as their weight.</summary>
/// <param name="For">In favour.</param>
/// <param name="Against">Against.</param>
/// <param name="Abstain">Neither.</param>
/// <param name="NotVoting">There, and not voting, or paired.</param>
/// <param name="Recused">Took no part because of an interest.</param>
/// <param name="Away">Absent or excused.</param>
/// <param name="Unknown">Nothing is recorded.</param>
public sealed record Sums(Ratio For, Ratio Against, Ratio Abstain, Ratio NotVoting, Ratio Recused, Ratio Away, Ratio Unknown)
{
    /// <summary>Everybody.</summary>
    public Ratio All => For + Against + Abstain + NotVoting + Recused + Away + Unknown;

    /// <summary>Everybody who was there.</summary>
    public Ratio Present => For + Against + Abstain + NotVoting + Recused;
}

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

    /// <summary>Holds votes against a rule that is arithmetic.</summary>
    public static Tally Of(VotingRule rule, ImmutableArray<Voter> voters)
    {
        var groups = rule.Groups.IsEmpty ? [((string?)null, voters)]
            : rule.Groups.Select(g => ((string?)g.Name, voters.Where(v => g.Members.Contains(v.Id)).ToImmutableArray())).ToImmutableArray();
        return new Tally(
            rule, [.. groups.Select(g => PartOf(rule, g.Item1, SumsOf(rule, g.Item2)))], QuorumOf(rule, voters),
            [.. voters.Where(v => v.Position is null).Select(v => v.Id).Order(StringComparer.Ordinal)]);
    }

    private static Part PartOf(VotingRule rule, string? name, Sums votes)
    {
        var threshold = rule.Threshold!;
        var known = BaseOf(rule, votes);
        if (votes.Unknown == Ratio.Zero) return new Part(name, votes, known, threshold.LeastOf(known), threshold.IsMetBy(votes.For, known));

        // Whatever they did lies between all of them for and all of them against; being away lies between the two.
        var best = votes with { For = votes.For + votes.Unknown, Unknown = Ratio.Zero };
        var worst = votes with { Against = votes.Against + votes.Unknown, Unknown = Ratio.Zero };
        var away = votes with { Away = votes.Away + votes.Unknown, Unknown = Ratio.Zero };
        var outcomes = new[] { best, worst, away }.Select(v => threshold.IsMetBy(v.For, BaseOf(rule, v))).Distinct().ToList();
        return new Part(name, votes, known, threshold.LeastOf(known), outcomes is [var same] ? same : null);
    }

    private static QuorumPart? QuorumOf(VotingRule rule, ImmutableArray<Voter> voters)
    {
        if (rule.Quorum is not { } quorum) return null;
        // Who is there is counted by heads, whatever weight their votes have.
        Ratio present = voters.Count(v => IsPresent(v.Position));
        Ratio unknown = voters.Count(v => v.Position is null);
        Ratio all = voters.Length;
        bool? met = quorum.IsMetBy(present, all) ? true : quorum.IsMetBy(present + unknown, all) ? null : false;
        return new QuorumPart(present, all, quorum.LeastOf(all), met);
    }

    private static bool IsPresent(VoteValue? position) => position is not (null or VoteValue.Absent or VoteValue.Excused);

    private static Ratio BaseOf(VotingRule rule, Sums votes) => rule.Base switch
    {
        VoteBase.VotesCast => votes.For + votes.Against,
        VoteBase.VotesWithAbstentions => votes.For + votes.Against + votes.Abstain,
        VoteBase.MembersPresent => votes.For + votes.Against + votes.Abstain + votes.NotVoting,
        _ => votes.For + votes.Against + votes.Abstain + votes.NotVoting + votes.Away + votes.Unknown + (rule.RecusedCount ? votes.Recused : Ratio.Zero),
    };

    private static Sums SumsOf(VotingRule rule, ImmutableArray<Voter> voters)
    {
        Ratio Sum(params VoteValue?[] values)
        {
            var sum = Ratio.Zero;
            foreach (var voter in voters)
                if (values.Contains(voter.Position)) sum += rule.Weights.GetValueOrDefault(voter.Id, Ratio.One);
            return sum;
        }

        return new Sums(
            Sum(VoteValue.For), Sum(VoteValue.Against), Sum(VoteValue.Abstain), Sum(VoteValue.NotVoting), Sum(VoteValue.Recused),
            Sum(VoteValue.Absent, VoteValue.Excused), Sum((VoteValue?)null));
    }
}
