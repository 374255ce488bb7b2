using System.Collections.Immutable;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Tests;

/// <summary>
/// The same question answered another way: what the unrecorded may have done is tried out, every way; shares are compared by
/// multiplying whole numbers by hand; thresholds, bases and quorums are read from their words here again.
/// </summary>
internal static class SecondTally
{
    public static bool? Evaluate(VotingRule rule, ImmutableArray<Voter> voters)
    {
        var unknown = Enumerable.Range(0, voters.Length).Where(i => voters[i].Position is null).ToArray();
        var (ever, always) = (false, true);
        var did = voters.Select(v => v.Position ?? VoteValue.For).ToArray();
        for (var way = 0; way < (int)Math.Pow(8, unknown.Length); way++)
        {
            var rest = way;
            foreach (var i in unknown) (did[i], rest) = ((VoteValue)(rest % 8), rest / 8);
            if (Decide(rule, voters, did)) ever = true;
            else always = false;
            if (ever && !always) return null;
        }

        return ever;
    }

    public static string Show(VotingRule rule, ImmutableArray<Voter> voters) =>
        $"{rule.Source.Threshold} of {rule.Source.Of}, quorum {rule.Source.Quorum ?? "none"}, weights {string.Join(" ", rule.Weights.Select(w => $"{w.Key}={w.Value}"))}, groups {string.Join(" | ", rule.Groups.Select(g => string.Join(" ", g.Members)))}; {string.Join(" ", voters.Select(v => $"{v.Id}:{v.Position?.ToString() ?? "?"}{(v.ByProxy ? "*" : "")}"))}";

    private static bool Decide(VotingRule rule, ImmutableArray<Voter> voters, VoteValue[] did)
    {
        if (rule.Source.Quorum is { } quorum)
        {
            var there = 0;
            for (var i = 0; i < did.Length; i++)
            {
                var away = did[i] == VoteValue.Absent || did[i] == VoteValue.Excused || (did[i] == VoteValue.Paired && !rule.PairsPresent) || (voters[i].ByProxy && !rule.ProxiesPresent);
                if (!away) there++;
            }

            if (!Enough(quorum.Replace(" of members", "", StringComparison.Ordinal), there, did.Length)) return false;
        }

        if (rule.Groups.IsEmpty) return InFavour(rule, voters, did, _ => true);
        foreach (var (_, members) in rule.Groups)
            if (!InFavour(rule, voters, did, members.Contains)) return false;
        return true;
    }

    private static bool InFavour(VotingRule rule, ImmutableArray<Voter> voters, VoteValue[] did, Func<string, bool> counts)
    {
        // Weights are thirds and halves at most: six times each is a whole number.
        long inFavour = 0, all = 0;
        for (var i = 0; i < did.Length; i++)
        {
            if (!counts(voters[i].Id)) continue;
            var six = rule.Weights.TryGetValue(voters[i].Id, out var weight) ? (long)(weight.Above * 6 / weight.Below) : 6;
            if (did[i] == VoteValue.For) inFavour += six;
            var inBase = (rule.Source.Of, did[i]) switch
            {
                (_, VoteValue.For or VoteValue.Against) => true,
                ("votes cast", _) => false,
                (_, VoteValue.Abstain) => true,
                ("votes cast including abstentions", _) => false,
                (_, VoteValue.NotVoting) => true,
                ("members present", VoteValue.Paired) => rule.PairsPresent,
                ("members present", _) => false,
                (_, VoteValue.Recused) => rule.RecusedCount,
                _ => true,
            };
            if (inBase) all += six;
        }

        return Enough(rule.Source.Threshold!, inFavour, all, 6);
    }

    private static bool Enough(string written, long amount, long of, long unit = 1)
    {
        // (numerator, denominator, whether more is asked for); a count has denominator 0.
        var (above, below, more) = written switch
        {
            "more than half" => (1L, 2L, true),
            "half" => (1L, 2L, false),
            "two thirds" or "at least two thirds" => (2L, 3L, false),
            "three quarters" => (3L, 4L, false),
            "60 %" => (60L, 100L, false),
            "66.6 %" => (666L, 1000L, false),
            "more than 1/3" => (1L, 3L, true),
            "all" => (1L, 1L, false),
            "at least 3" or "3" => (3L, 0L, false),
            "more than 2" => (2L, 0L, true),
            "1" => (1L, 0L, false),
            _ => throw new ArgumentException(written),
        };
        if (below == 0) return more ? amount > above * unit : amount >= above * unit;
        if (of == 0) return false;
        return more ? amount * below > above * of : amount * below >= above * of;
    }
}
