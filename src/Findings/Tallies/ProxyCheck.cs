using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>A vote by proxy is cast by a member that is there, for one that is not.</summary>
internal static class ProxyCheck
{
    public static void Check(Decision decision, Vote vote, Corpus corpus, DiagnosticBag say)
    {
        foreach (var proxy in vote.Proxies)
        {
            if (corpus.Find<Member>(proxy.Member) is not { } member || corpus.Find<Member>(proxy.Holder) is not { } holder) continue;
            CheckMember(decision, vote, proxy, member, corpus, say);
            CheckHolder(decision, vote, proxy, holder, member, corpus, say);
        }
    }

    private static void CheckMember(Decision decision, Vote vote, Proxy proxy, Member member, Corpus corpus, DiagnosticBag say)
    {
        var at = proxy.Member.Written.At;
        if (BallotOf(member, vote, corpus) is not { } ballot) say.ProxyWithoutVote(at, member.Title);
        else if (!Voted(ballot.Value)) say.ProxyOfAway(at, member.Title, ballot.Value.ToString().ToLowerInvariant(), ballot.Member.Written.At);
        if (corpus.Find<Meeting>(decision.Meeting) is not { } meeting) return;
        foreach (var there in meeting.Present)
            if (corpus.Find<Member>(there)?.Id == member.Id) say.ProxyOfPresent(at, member.Title, there.Written.At);
    }

    private static void CheckHolder(Decision decision, Vote vote, Proxy proxy, Member holder, Member member, Corpus corpus, DiagnosticBag say)
    {
        var at = proxy.Holder.Written.At;
        if (holder.Id == member.Id)
        {
            say.ProxyOfItself(at, member.Title);
            return;
        }

        if (decision.Date is { } day && holder.BelongedOn(day) == false) say.ProxyHolderNotMember(at, holder.Title, day.ToString(), holder.Core.At);
        if (vote.Proxies.FirstOrDefault(p => corpus.Find<Member>(p.Member)?.Id == holder.Id) is { } own) say.ProxyHandedOn(at, holder.Title, own.Member.Written.At);
        else if (BallotOf(holder, vote, corpus) is { Value: VoteValue.Absent or VoteValue.Excused } away) say.ProxyHolderAway(at, holder.Title, away.Member.Written.At);
    }

    private static bool Voted(VoteValue value) => value is VoteValue.For or VoteValue.Against or VoteValue.Abstain;

    private static Ballot? BallotOf(Member member, Vote vote, Corpus corpus) =>
        vote.Ballots.FirstOrDefault(b => corpus.Find<Member>(b.Member)?.Id == member.Id);
}
