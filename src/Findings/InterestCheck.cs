using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>What became of a declared interest must be what the roll call says. A member may be recused without saying why.</summary>
internal static class InterestCheck
{
    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
        {
            foreach (var interest in decision.Interests)
            {
                if (corpus.Find<Member>(interest.Member) is not { } member) continue;
                if (decision.Vote?.Ballots.FirstOrDefault(b => corpus.Find<Member>(b.Member)?.Id == member.Id) is not { } ballot) continue;
                var (roll, list) = (ballot.Member.Written.At, ballot.Member.Relation);
                if (interest.Handled == "recused" && ballot.Value is VoteValue.For or VoteValue.Against or VoteValue.Abstain)
                    say.RecusedButVoted(interest.At, member.Title, list, roll);
                else if (interest.Handled == "took-part" && ballot.Value is VoteValue.Recused or VoteValue.Absent or VoteValue.Excused)
                    say.TookPartButDidNot(interest.At, member.Title, list, roll);
            }
        }
    }
}
