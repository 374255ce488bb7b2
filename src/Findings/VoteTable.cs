using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A vote of which it is recorded who did what.</summary>
/// <param name="Decision">What was voted on.</param>
/// <param name="Did">The members, by their number in the table, and what each did.</param>
public sealed record RollCall(Decision Decision, ImmutableArray<(int Member, VoteValue Value)> Did)
{
    // Where a decision was made another way, the names only say who was there and content with it.
    /// <summary>Whether votes decided it: it was decided by vote, or the record gives votes and does not say how it was decided.</summary>
    public bool ByVote => Decision.Method is null or "vote";

    /// <summary>The side on which more members voted, each counting once; null where both had as many.</summary>
    public VoteValue? Majority => Count(VoteValue.For).CompareTo(Count(VoteValue.Against)) switch
    {
        > 0 => VoteValue.For,
        < 0 => VoteValue.Against,
        _ => null,
    };

    /// <summary>The side that got its way: for where it was carried, against where it was lost; null where it was tied or nothing is recorded.</summary>
    public VoteValue? Won => Decision.Vote?.Result switch
    {
        "carried" => VoteValue.For,
        "lost" => VoteValue.Against,
        null when Decision.WasTaken => VoteValue.For,
        null when Decision.Status is "rejected" => VoteValue.Against,
        _ => null,
    };

    private int Count(VoteValue value) => Did.Count(d => d.Value == value);
}

/// <summary>What a member did in a vote.</summary>
/// <param name="Vote">What it did; null where nothing is recorded.</param>
/// <param name="NotMember">Whether nothing is recorded because it did not belong that day.</param>
public readonly record struct Stood(VoteValue? Vote, bool NotMember);

/// <summary>Some rows of the table, with the members that have anything to do with them.</summary>
/// <param name="Members">The members that belonged on one of the days or voted, by name.</param>
/// <param name="Rows">The votes, newest first, with what each of these members did.</param>
public sealed record VoteTablePart(ImmutableArray<Member> Members, ImmutableArray<(RollCall Call, ImmutableArray<Stood> Stood)> Rows);

/// <summary>Which member did what in which vote, as far as votes are recorded by name.</summary>
public sealed class VoteTable
{
    private VoteTable(ImmutableArray<Member> members, ImmutableArray<RollCall> calls, int notByName) => (Members, Calls, NotByName) = (members, calls, notByName);

    /// <summary>The members that have a vote, and all others that cast one, by name.</summary>
    public ImmutableArray<Member> Members { get; }

    /// <summary>The votes recorded by name, newest first; those without a date at the end.</summary>
    public ImmutableArray<RollCall> Calls { get; }

    /// <summary>How many decisions give a vote, but not who did what.</summary>
    public int NotByName { get; }

    /// <summary>Some of the votes, and what was done in them.</summary>
    /// <param name="from">How many votes come before.</param>
    /// <param name="count">How many votes at most.</param>
    public VoteTablePart Part(int from, int count)
    {
        var calls = Calls.Skip(from).Take(count).ToList();
        var rows = calls.Select(Row).ToList();
        var shown = Enumerable.Range(0, Members.Length).Where(m => rows.Exists(r => r[m].Vote is not null)
            || calls.Exists(c => c.Decision.Date is { } day && Members[m].BelongedOn(day) == true)).ToList();
        return new VoteTablePart(
            [.. shown.Select(m => Members[m])],
            [.. calls.Select((call, i) => (call, shown.Select(m => rows[i][m]).ToImmutableArray()))]);
    }

    internal static VoteTable Of(Corpus corpus)
    {
        var called = corpus.All<Decision>(Decision.OfKind).Where(d => d.Vote is not null)
            .Select(d => (Decision: d, Names: d.Vote!.Ballots.Select(b => (Member: corpus.Find<Member>(b.Member), b.Value)).Where(b => b.Member is not null).ToList()))
            .OrderByDescending(c => c.Decision.Date is not null).ThenByDescending(c => c.Decision.Date).ThenByDescending(c => c.Decision.Id, StringComparer.Ordinal)
            .ToList();
        var voters = called.SelectMany(c => c.Names.Select(n => n.Member!.Id)).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Member> members = [.. corpus.All<Member>(Member.OfKind).Where(m => voters.Contains(m.Id) || (Participation.HasVote(m) && !m.Periods.IsEmpty))
            .OrderBy(m => m.Title, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Id, StringComparer.Ordinal)];
        var numbers = members.Select((m, i) => (m.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return new VoteTable(
            members,
            [.. called.Where(c => c.Names.Count > 0).Select(c => new RollCall(c.Decision,
                [.. c.Names.Select(n => (numbers[n.Member!.Id], n.Value)).DistinctBy(n => n.Item1).OrderBy(n => n.Item1)]))],
            called.Count(c => c.Names.Count == 0));
    }

    private Stood[] Row(RollCall call)
    {
        var row = new Stood[Members.Length];
        foreach (var (member, value) in call.Did) row[member] = new Stood(value, false);
        if (call.Decision.Date is not { } day) return row;
        for (var m = 0; m < row.Length; m++)
            if (row[m].Vote is null && Members[m].BelongedOn(day) == false) row[m] = new Stood(null, true);
        return row;
    }
}
