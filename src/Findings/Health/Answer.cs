using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>Why there is no number. A missing date makes an indicator unknown, never good.</summary>
public enum Unknown
{
    /// <summary>There is nothing it could be counted from: no meeting, no promise, no member.</summary>
    Nothing,

    /// <summary>There are such records, and what is needed is not written in them: the day of publication, the roll.</summary>
    NotRecorded,

    /// <summary>There are too few to show anything.</summary>
    TooFew,

    /// <summary>The record of that day is not known: only how it stands today.</summary>
    OnlyToday,
}

/// <summary>What an indicator says on one day.</summary>
public sealed record Answer
{
    /// <summary>The number, or null where it is unknown.</summary>
    public Amount? Number { get; init; }

    /// <summary>Why it is unknown; null where it is not.</summary>
    public Unknown? Why { get; init; }

    /// <summary>How many records the number is made of: "of 12 meetings".</summary>
    public int Counted { get; init; }

    /// <summary>How many records it could not be asked of, as what it takes is not written in them.</summary>
    public int LeftOut { get; init; }

    /// <summary>The records behind it, those that matter most first. Only for the day of the build; empty for days in the past.</summary>
    public ImmutableArray<Behind> Behind { get; init; } = [];

    /// <summary>The same by member, in the order of their names: a count for each part the question has. Only for the day of the build.</summary>
    public ImmutableArray<MemberParts> ByMember { get; init; } = [];

    /// <summary>An answer without a number.</summary>
    public static Answer Without(Unknown why, int leftOut = 0) => new() { Why = why, LeftOut = leftOut };
}

/// <summary>What a question counts, for one member: needs honoured, partly honoured and overridden.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Counts">A count for each part.</param>
public sealed record MemberParts(Member Member, ImmutableArray<int> Counts)
{
    /// <summary>Counts things by member, in the order of the members' names: nobody comes first for having most.</summary>
    /// <param name="things">Whose each is, and which part it belongs to, from 0.</param>
    /// <param name="parts">How many parts there are.</param>
    internal static ImmutableArray<MemberParts> Of(IEnumerable<(Member Member, int Part)> things, int parts)
    {
        var counts = new Dictionary<string, (Member Member, int[] Counts)>(StringComparer.Ordinal);
        foreach (var (member, part) in things)
        {
            if (!counts.TryGetValue(member.Id, out var own)) counts[member.Id] = own = (member, new int[parts]);
            own.Counts[part]++;
        }

        return [.. counts.Values.ByNameOf(c => c.Member).Select(c => new MemberParts(c.Member, [.. c.Counts]))];
    }
}

/// <summary>A record behind a number.</summary>
/// <param name="Record">The record.</param>
public sealed record Behind(Record Record)
{
    /// <summary>What it adds: its own number; null where it only counts.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Whose it is, where the number is about members.</summary>
    public Member? Member { get; init; }

    /// <summary>The day it is about, or null.</summary>
    public PartialDate? On { get; init; }

    /// <summary>Whether it is one of those that the question looks for: late, without a reason, taken outside a meeting.</summary>
    public bool Marked { get; init; }
}
