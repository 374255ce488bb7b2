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

    /// <summary>Agreed with a member of the other view that neither of them votes. It counts as there only where the rule says <c>pairs: present</c>.</summary>
    Paired,
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

    /// <summary>Where the result is written, else where the vote is.</summary>
    public Location ResultAt { get => field.Source is null ? At : field; init; }

    /// <summary>
    /// Whose vote was cast by whom, as written: <c>proxies: {north: south}</c> says that South cast the vote of North, which
    /// stands in the list of what it was. Such a vote counts like any other; the member whose vote it was counts as there only
    /// where the rule says <c>proxies: present</c>.
    /// </summary>
    public ImmutableArray<Proxy> Proxies { get; init; } = [];

    /// <summary>What a found record itself says of its arithmetic, in the order written.</summary>
    public ImmutableArray<VoteClaim> Claims { get; init; } = [];

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
        var reasons = (record.Map("reasons-given")?.ByName("reasons-given", "member") ?? [])
            .ToImmutableDictionary(r => r.Name.Id, r => r.Value.Value, StringComparer.Ordinal);
        if (record.Map("vote") is not { } fields) return null;
        var proxies = fields.Map("proxies")?.ByName("proxies", "member").Select(p => new Proxy(p.Name, fields.Note(new Ref("member", "proxies", p.Value, true)))).ToImmutableArray() ?? [];
        var (ballots, counts) = ReadRoll(fields, reasons, proxies);
        var vote = new Vote
        {
            At = fields.At,
            Rule = fields.Place("rule"),
            MovedBy = fields.Link("moved-by", "member"),
            SecondedBy = fields.Link("seconded-by", "member"),
            Ballots = [.. ballots, .. Pairs(fields, reasons)],
            Counts = counts,
            Result = fields.Word("result", ["carried", "lost", "tied"]),
            ResultAt = fields.Where("result") ?? default,
            Proxies = proxies,
            AsWritten = fields.Text("as-written"),
            Claims = [.. fields.Maps("claims").Select(VoteClaim.Read)],
        };
        fields.Finish();
        return vote;
    }

    private static (ImmutableArray<Ballot> Ballots, ImmutableSortedDictionary<VoteValue, int> Counts) ReadRoll(
        Fields fields, ImmutableDictionary<string, string> reasons, ImmutableArray<Proxy> proxies)
    {
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
                    ballots.Add(new Ballot(value, member, reasons.GetValueOrDefault(member.Id)) { Holder = proxies.FirstOrDefault(p => p.Member.Id == member.Id)?.Holder });
            }
        }

        return (ballots.ToImmutable(), counts.ToImmutable());
    }

    /// <summary><c>paired: [[north, south]]</c>, or only the names.</summary>
    private static IEnumerable<Ballot> Pairs(Fields fields, ImmutableDictionary<string, string> reasons)
    {
        foreach (var pair in fields.LinkGroups("paired", "member"))
            foreach (var member in pair)
                yield return new Ballot(VoteValue.Paired, member, reasons.GetValueOrDefault(member.Id)) { PairedWith = pair.FirstOrDefault(m => m != member) };
    }
}

/// <summary>A vote that one member cast for another.</summary>
/// <param name="Member">Whose vote it was.</param>
/// <param name="Holder">Who cast it.</param>
public sealed record Proxy(Ref Member, Ref Holder);

/// <summary>What a found record says of the arithmetic of its vote: "10 + 0 = 10 which is at least 60% of 16".</summary>
public sealed record VoteClaim
{
    /// <summary>Where it is written.</summary>
    public required Location At { get; init; }

    /// <summary>quorum or approval; null where that is not said.</summary>
    public string? Kind { get; init; }

    /// <summary>What was added up: 10 and 0; empty where the record only gives the sum.</summary>
    public ImmutableArray<string> Added { get; init; } = [];

    /// <summary>How many it says there were.</summary>
    public string? Amount { get; init; }

    /// <summary>Of how many votes, where it says so: "10/10".</summary>
    public string? OfVotes { get; init; }

    /// <summary>"at least" or "more than".</summary>
    public string? Relation { get; init; }

    /// <summary>The share: 60%.</summary>
    public string? Share { get; init; }

    /// <summary>The total that the share is taken of.</summary>
    public string? Of { get; init; }

    internal static VoteClaim Read(Fields fields)
    {
        var read = new VoteClaim
        {
            At = fields.At,
            Kind = fields.Text("kind"),
            Added = fields.Texts("added"),
            Amount = fields.Text("amount"),
            OfVotes = fields.Text("of-votes"),
            Relation = fields.Text("relation"),
            Share = fields.Text("share"),
            Of = fields.Text("of"),
        };
        fields.Finish();
        return read;
    }
}

/// <summary>What one member did in a vote, and the reason it gave.</summary>
public sealed record Ballot(VoteValue Value, Ref Member, string? Reason)
{
    /// <summary>Who cast the vote for the member; null where it did so itself.</summary>
    public Ref? Holder { get; init; }

    /// <summary>The member with which it agreed that neither votes; null where that is not the case or not recorded.</summary>
    public Ref? PairedWith { get; init; }
}
