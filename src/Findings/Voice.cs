using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>Whether members get their way: what they asked of decisions and what became of it, and how often somebody voted against. Counted over the whole record.</summary>
/// <param name="Needs">Every need that was stated, those of the newest decision first.</param>
/// <param name="Votes">How many decisions have votes recorded by name.</param>
/// <param name="Contested">How many of them had a vote against.</param>
/// <param name="Against">How many votes against there were.</param>
/// <param name="LostAgainst">How many of them were about something that was decided all the same.</param>
public sealed record Voice(ImmutableArray<NeedStated> Needs, int Votes, int Contested, int Against, int LostAgainst)
{
    /// <summary>The needs of one treatment: honoured, partly-honoured, overridden, withdrawn, or null where none is recorded.</summary>
    public ImmutableArray<NeedStated> Treated(string? treatment) => [.. Needs.Where(n => n.Need.Treatment == treatment)];

    internal static Voice Of(Corpus corpus)
    {
        var needs = ImmutableArray.CreateBuilder<NeedStated>();
        var (votes, contested, against, lost) = (0, 0, 0, 0);
        foreach (var decision in corpus.All<Decision>(Decision.OfKind).OrderByDescending(d => d.Date).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            needs.AddRange(decision.Constraints.Select(c => new NeedStated(decision, c)));
            if (decision.Vote is not { Ballots.IsEmpty: false } vote) continue;
            votes++;
            var no = vote.Ballots.Count(b => b.Value == VoteValue.Against);
            if (no == 0) continue;
            contested++;
            against += no;
            if (decision.WasTaken) lost += no;
        }

        return new Voice(needs.ToImmutable(), votes, contested, against, lost);
    }
}
