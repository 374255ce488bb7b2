using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>Whether members get their way: what they asked of decisions and what became of it, and how often somebody voted against. Counted over the whole record.</summary>
/// <param name="Balance">What became of every need that was stated.</param>
/// <param name="Votes">How many decisions have votes recorded by name.</param>
/// <param name="Contested">How many of them had a vote against.</param>
/// <param name="Against">How many votes against there were.</param>
/// <param name="LostAgainst">How many of them were about something that was decided all the same.</param>
public sealed record Voice(NeedBalance Balance, int Votes, int Contested, int Against, int LostAgainst)
{
    /// <summary>What became of the needs of one member.</summary>
    public NeedBalance Of(Member member) => ByMember.GetValueOrDefault(member.Id, NeedBalance.Empty);

    private FrozenDictionary<string, NeedBalance> ByMember { get; } = Balance.Needs.GroupBy(n => n.Member?.Id ?? "", StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => new NeedBalance([.. g]), StringComparer.Ordinal);

    internal static Voice Of(Corpus corpus)
    {
        var needs = ImmutableArray.CreateBuilder<NeedStated>();
        var (votes, contested, against, lost) = (0, 0, 0, 0);
        foreach (var decision in corpus.All<Decision>(Decision.OfKind).OrderByDescending(d => d.Date).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            needs.AddRange(decision.Constraints.Select(c => new NeedStated(decision, c, corpus.Find<Member>(c.Member))));
            if (decision.Vote is not { Ballots.IsEmpty: false } vote) continue;
            votes++;
            var no = vote.Ballots.Count(b => b.Value == VoteValue.Against);
            if (no == 0) continue;
            contested++;
            against += no;
            if (decision.WasTaken) lost += no;
        }

        return new Voice(new NeedBalance(needs.ToImmutable()), votes, contested, against, lost);
    }
}
