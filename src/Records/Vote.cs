using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>What a member did when a vote was taken. Each is its own value: recused is never an abstention, absent never against.</summary>
public enum VoteValue
{
    /// <summary>In favour.</summary>
    For,

    /// <summary>Against.</summary>
    Against,

    /// <summary>Present, and neither for nor against.</summary>
    Abstain,

    /// <summary>Took no part because of an interest.</summary>
    Recused,

    /// <summary>Not there.</summary>
    Absent,

    /// <summary>Not there, with apologies.</summary>
    Excused,

    /// <summary>There, and not voting.</summary>
    NotVoting,
}

/// <summary>A vote as the record gives it.</summary>
public sealed record Vote
{
    private static readonly (VoteValue Value, string[] Keys)[] Lists =
    [
        (VoteValue.For, ["for", "yes", "ayes", "in-favour", "in-favor"]),
        (VoteValue.Against, ["against", "no", "noes", "opposed"]),
        (VoteValue.Abstain, ["abstain", "abstained", "abstentions"]),
        (VoteValue.Recused, ["recused"]),
        (VoteValue.Absent, ["absent"]),
        (VoteValue.Excused, ["excused"]),
        (VoteValue.NotVoting, ["not-voting"]),
    ];

    /// <summary>Where it is recorded.</summary>
    public required Location At { get; init; }

    /// <summary>The rule of the agreement that applied.</summary>
    public Located<string>? Rule { get; init; }

    /// <summary>Who moved it.</summary>
    public Ref? MovedBy { get; init; }

    /// <summary>Who seconded it.</summary>
    public Ref? SecondedBy { get; init; }

    /// <summary>What each member did, in the order written.</summary>
    public ImmutableArray<Ballot> Ballots { get; init; } = [];

    /// <summary>Totals, where the record gives numbers and no names.</summary>
    public ImmutableSortedDictionary<VoteValue, int> Counts { get; init; } = ImmutableSortedDictionary<VoteValue, int>.Empty;

    /// <summary>carried, lost or tied; null when not given.</summary>
    public string? Result { get; init; }

    /// <summary>The words of a found record from which the totals were read.</summary>
    public string? AsWritten { get; init; }

    /// <summary>How many did this: by name where names are recorded, else the total given; null where neither is.</summary>
    public int? Count(VoteValue value) =>
        Counts.TryGetValue(value, out var count) ? count
        : Ballots.IsEmpty ? null
        : Ballots.Count(b => b.Value == value);

    /// <summary>Reads <c>vote:</c> and the reasons that go with it; null where no vote is recorded.</summary>
    internal static Vote? Read(Fields record)
    {
        var reasons = (record.Map("reasons-given")?.Entries() ?? [])
            .ToImmutableDictionary(r => r.Key.Value, r => r.Text, StringComparer.Ordinal);
        if (record.Map("vote") is not { } fields) return null;
        var ballots = ImmutableArray.CreateBuilder<Ballot>();
        var counts = ImmutableSortedDictionary.CreateBuilder<VoteValue, int>();
        foreach (var (value, keys) in Lists)
        {
            foreach (var key in keys)
            {
                if (fields.Places(key) is [var only] && int.TryParse(only.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                {
                    counts[value] = count;
                    continue;
                }

                foreach (var member in fields.Links(key, "member"))
                    ballots.Add(new Ballot(value, member, reasons.GetValueOrDefault(member.Id)));
            }
        }

        var vote = new Vote
        {
            At = fields.At,
            Rule = fields.Place("rule"),
            MovedBy = fields.Link("moved-by", "member"),
            SecondedBy = fields.Link("seconded-by", "member"),
            Ballots = ballots.ToImmutable(),
            Counts = counts.ToImmutable(),
            Result = fields.Word("result", ["carried", "lost", "tied"]),
            AsWritten = fields.Text("as-written"),
        };
        fields.Finish();
        return vote;
    }
}

/// <summary>What one member did in a vote, and the reason it gave.</summary>
public sealed record Ballot(VoteValue Value, Ref Member, string? Reason);
