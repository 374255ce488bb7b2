using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>What a found record says of its own arithmetic, done again.</summary>
/// <param name="Claim">What it says.</param>
/// <param name="Sentence">The arithmetic in words: "10 is at least 60% of 16, which is 9.6".</param>
/// <param name="Faults">What of it is wrong, in words; empty where all of it is right.</param>
public sealed record StatedArithmetic(VoteClaim Claim, string Sentence, ImmutableArray<string> Faults)
{
    /// <summary>The claims of a vote; those that are no arithmetic are left out.</summary>
    public static ImmutableArray<StatedArithmetic> Of(Vote vote) => [.. vote.Claims.Select(c => Of(c, vote)).OfType<StatedArithmetic>()];

    /// <summary>Two claims that take one share of different totals, neither of which is the number of votes; null where there are none.</summary>
    public static (VoteClaim One, VoteClaim Other)? TotalsDiffer(Vote vote)
    {
        foreach (var one in vote.Claims)
        {
            foreach (var other in vote.Claims)
            {
                // "60% of 21" members and "60% of 15" votes are two rules, and no contradiction.
                if (ReferenceEquals(one, other) || one.Share != other.Share || one.Of == other.Of || IsVotes(one, vote) || IsVotes(other, vote)) continue;
                return (one, other);
            }
        }

        return null;
    }

    internal static void Check(Vote vote, DiagnosticBag say)
    {
        foreach (var stated in Of(vote))
            foreach (var fault in stated.Faults) say.StatedArithmeticWrong(stated.Claim.At, fault);
        if (TotalsDiffer(vote) is var (one, other)) say.StatedTotalsDiffer(other.At, one.Share!, one.Of!, other.Of!, one.At);
    }

    private static StatedArithmetic? Of(VoteClaim claim, Vote vote)
    {
        if (Number(claim.Amount) is not { } amount || Number(claim.Of) is not { } of || !Ratio.TryParse(claim.Share ?? "", out var share)) return null;
        var measure = new Measure(share, claim.Relation == "more than", false, claim.Share!);
        var met = measure.IsMetBy(amount, of);
        var line = share * of;
        var sentence = $"{amount} is {(met ? "" : "not ")}{claim.Relation} {claim.Share} of {of}, which is {line}";
        var faults = ImmutableArray.CreateBuilder<string>();
        if (!met) faults.Add(sentence);
        if (!claim.Added.IsEmpty && claim.Added.Aggregate(Ratio.Zero, (sum, a) => sum + (Number(a) ?? Ratio.Zero)) is var sum && sum != amount)
            faults.Add($"{string.Join(" + ", claim.Added)} is {sum}, not {amount}");
        if (CountOf(claim, vote) is { Length: > 0 } counts && !counts.Contains(amount)) faults.Add($"the record counts {counts[0]} votes, not {amount}");
        if (claim.OfVotes is { } total && Number(total) is { } votes && CastOf(vote) is { Length: > 0 } cast && !cast.Contains(votes)) faults.Add($"the record counts {cast[0]} votes, not {votes}");
        return new StatedArithmetic(claim, sentence, faults.ToImmutable());
    }

    private static bool IsVotes(VoteClaim claim, Vote vote) => Number(claim.Of) is not { } of || CastOf(vote).Contains(of);

    private static ImmutableArray<Ratio> CountOf(VoteClaim claim, Vote vote) =>
        claim.Kind == "quorum" ? CastOf(vote) : vote.Count(VoteValue.For) is { } inFavour ? [inFavour] : [];

    /// <summary>The votes for and against, and the same with abstentions: either may be meant.</summary>
    private static ImmutableArray<Ratio> CastOf(Vote vote)
    {
        if (vote.Count(VoteValue.For) is not { } inFavour || vote.Count(VoteValue.Against) is not { } against) return [];
        return [inFavour + against, inFavour + against + (vote.Count(VoteValue.Abstain) ?? 0)];
    }

    private static Ratio? Number(string? written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
