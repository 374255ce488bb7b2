using System.Collections.Immutable;
using System.Numerics;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A count with its total: 19 of 22. It is never made into a share, since a share hides how few there were.</summary>
/// <param name="Part">How many.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct CountOf(int Part, int Total)
{
    /// <summary>Below this many, a count says more of chance than of members.</summary>
    public const int Enough = 10;

    /// <summary>Whether there are too few to say anything.</summary>
    public bool TooFew => Total < Enough;
}

/// <summary>How often two members voted the same way, of the votes in which both voted for or against.</summary>
public sealed record AgreedWith(Member Other, CountOf Same);

/// <summary>
/// How members voted beside each other. Only votes for and against are counted, and only where votes decided: nobody who
/// abstained, was absent or took no part is counted on a side.
/// </summary>
public sealed class VoteAgreement
{
    private readonly ImmutableArray<Member> members;
    private readonly ImmutableDictionary<string, int> numbers;

    // One bit a vote, in rows of a member: two members are compared 64 votes at a time.
    private readonly ulong[][] @for;
    private readonly ulong[][] against;
    private readonly ulong[] majorityFor;
    private readonly ulong[] majorityAgainst;
    private readonly ulong[] wonFor;
    private readonly ulong[] wonAgainst;

    private VoteAgreement(VoteTable table)
    {
        var calls = table.Calls.Where(c => c.ByVote).ToList();
        (members, Counted, MadeOtherwise) = (table.Members, calls.Count, table.Calls.Length - calls.Count);
        numbers = members.Select((m, i) => KeyValuePair.Create(m.Id, i)).ToImmutableDictionary(StringComparer.Ordinal);
        var words = (calls.Count + 63) / 64;
        ulong[] None() => new ulong[words];
        (@for, against) = ([.. members.Select(_ => None())], [.. members.Select(_ => None())]);
        (majorityFor, majorityAgainst, wonFor, wonAgainst) = (None(), None(), None(), None());
        for (var i = 0; i < calls.Count; i++)
        {
            foreach (var (member, value) in calls[i].Did)
                Mark(value, @for[member], against[member], i);
            Mark(calls[i].Majority, majorityFor, majorityAgainst, i);
            Mark(calls[i].Won, wonFor, wonAgainst, i);
        }
    }

    /// <summary>How many votes are counted.</summary>
    public int Counted { get; }

    /// <summary>How many decisions name members, but were made by consent, consensus or another way than a vote.</summary>
    public int MadeOtherwise { get; }

    /// <summary>The members that voted for or against at least once, by name.</summary>
    public ImmutableArray<Member> Members => [.. members.Where(m => Voted(m) > 0)];

    /// <summary>In how many votes a member voted for or against.</summary>
    public int Voted(Member member) => numbers.TryGetValue(member.Id, out var m) ? Both(@for[m], @for[m]) + Both(against[m], against[m]) : 0;

    /// <summary>How often a member voted as most others did, of its votes in which one side had more members.</summary>
    public CountOf WithMajority(Member member) => Beside(numbers[member.Id], majorityFor, majorityAgainst);

    /// <summary>How often a member voted against what was carried, or for what was lost, of its votes whose outcome is recorded.</summary>
    public CountOf Dissent(Member member)
    {
        var agreed = Beside(numbers[member.Id], wonFor, wonAgainst);
        return agreed with { Part = agreed.Total - agreed.Part };
    }

    /// <summary>How often two members voted the same way.</summary>
    public CountOf Same(Member one, Member other) => Beside(numbers[one.Id], @for[numbers[other.Id]], against[numbers[other.Id]]);

    /// <summary>Every other member with which a member voted at least once, by name.</summary>
    public ImmutableArray<AgreedWith> With(Member member) =>
        [.. members.Where(other => other.Id != member.Id).Select(other => new AgreedWith(other, Same(member, other))).Where(a => a.Same.Total > 0)];

    internal static VoteAgreement Of(VoteTable table) => new(table);

    private CountOf Beside(int member, ulong[] otherFor, ulong[] otherAgainst)
    {
        var same = Both(@for[member], otherFor) + Both(against[member], otherAgainst);
        return new CountOf(same, same + Both(@for[member], otherAgainst) + Both(against[member], otherFor));
    }

    private static void Mark(VoteValue? side, ulong[] onFor, ulong[] onAgainst, int vote)
    {
        var on = side switch
        {
            VoteValue.For => onFor,
            VoteValue.Against => onAgainst,
            _ => null,
        };
        if (on is not null) on[vote / 64] |= 1UL << (vote % 64);
    }

    private static int Both(ulong[] one, ulong[] other)
    {
        var count = 0;
        for (var i = 0; i < one.Length; i++) count += BitOperations.PopCount(one[i] & other[i]);
        return count;
    }
}
