using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Minutes;

/// <summary>Compares votes and movers in minutes with those in the record of the decision.</summary>
internal sealed class VoteComparison(Corpus corpus, DiagnosticBag say)
{
    private readonly ILookup<string, Member> byTitle = corpus.All<Member>(Member.OfKind).ToLookup(m => m.Title, StringComparer.Ordinal);

    public void Compare(BoundMark line)
    {
        if (line.Decision.Vote is { } vote)
        {
            var votes = new Comparison(line, vote, IsFound(line), line.Votes.IsEmpty ? [] : BallotsOf(vote));
            foreach (var written in line.Votes) CompareLine(votes, written);
            CompareMover(line, line.Mover.Moved, "moved it", vote.MovedBy);
            CompareMover(line, line.Mover.Seconded, "seconded it", vote.SecondedBy);
        }
        else if (!line.Votes.IsEmpty && !IsFound(line))
        {
            say.VoteOnlyInMinutes(line.Votes[0].At, line.Decision.Title, line.Decision.Core.At);
        }
    }

    private static bool IsFound(BoundMark line) => line.Meeting.Core.Foreign || line.Decision.Core.Foreign;

    /// <summary>The vote in minutes and that in the record.</summary>
    /// <param name="Line">The minutes.</param>
    /// <param name="Vote">The record.</param>
    /// <param name="Found">Whether either was written for another system.</param>
    /// <param name="Ballots">What each member did by the record, by its id.</param>
    private sealed record Comparison(BoundMark Line, Vote Vote, bool Found, Dictionary<string, Ballot> Ballots);

    /// <summary>By name where both give names, else by number; one difference is said once.</summary>
    private void CompareLine(Comparison votes, WrittenVote written)
    {
        if (!written.NamesAll && !written.Names.IsEmpty)
        {
            if (!votes.Found) say.MinutesNamesDiffer(written.At, Counted(written.Value), written.Count, written.Names.Length);
            return;
        }

        var named = written.Names.Select(n => WrittenMover.MemberOf(n, corpus, byTitle)).OfType<Member>().ToList();
        var byName = named.Count > 0 && named.Count == written.Names.Length && !votes.Vote.Ballots.IsEmpty && !votes.Vote.Counts.ContainsKey(written.Value);
        if (byName) CompareNames(votes, written, named);
        else if (votes.Vote.Count(written.Value) is { } inRecord && inRecord != written.Count)
            say.MinutesCountDiffers(votes.Found, written.At, Counted(written.Value), written.Count, inRecord, PlaceOf(votes.Vote, written.Value));
    }

    private void CompareNames(Comparison votes, WrittenVote written, List<Member> named)
    {
        foreach (var member in named)
        {
            if (!votes.Ballots.TryGetValue(member.Id, out var ballot))
                say.MinutesVoteNotRecorded(votes.Found, written.At, member.Title, Did(written.Value), votes.Vote.At);
            else if (ballot.Value != written.Value)
                say.MinutesVoteDiffers(votes.Found, written.At, member.Title, Did(written.Value), Did(ballot.Value), ballot.Member.Written.At);
        }

        var ids = named.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var ballot in votes.Vote.Ballots.Where(b => b.Value == written.Value))
        {
            if (corpus.Find<Member>(ballot.Member) is not { } member || ids.Contains(member.Id) || IsNamed(votes.Line, member)) continue;
            say.MinutesVoteMissing(votes.Found, written.At, member.Title, Did(ballot.Value), ballot.Member.Written.At);
        }
    }

    /// <summary>Whether another line of the vote names the member: its difference is said there.</summary>
    private bool IsNamed(BoundMark line, Member member) =>
        line.Votes.Any(v => v.Names.Any(n => WrittenMover.MemberOf(n, corpus, byTitle)?.Id == member.Id));

    private Dictionary<string, Ballot> BallotsOf(Vote vote)
    {
        var ballots = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var ballot in vote.Ballots)
            if (corpus.Find<Member>(ballot.Member) is { } member) ballots.TryAdd(member.Id, ballot);
        return ballots;
    }

    private void CompareMover(BoundMark line, Located<string>? written, string what, Ref? recorded)
    {
        if (written is not { } name || corpus.Find<Member>(recorded) is not { } inRecord) return;
        if (WrittenMover.MemberOf(name.Value, corpus, byTitle) is not { } inMinutes || inMinutes == inRecord) return;
        say.MinutesMoverDiffers(IsFound(line), name.At, what, inMinutes.Title, inRecord.Title, recorded!.Written.At);
    }

    /// <summary>Where the record gives those that did this, else where the vote is.</summary>
    private static Location PlaceOf(Vote vote, VoteValue value) =>
        vote.Ballots.FirstOrDefault(b => b.Value == value)?.Member.Written.At ?? vote.At;

    /// <summary>The words after a number: "7 for", "2 abstaining".</summary>
    private static string Counted(VoteValue value) => value switch
    {
        VoteValue.For => "for",
        VoteValue.Against => "against",
        VoteValue.Abstain => "abstaining",
        VoteValue.Recused => "recused",
        VoteValue.Absent => "absent",
        VoteValue.Excused => "excused",
        VoteValue.Paired => "paired",
        _ => "not voting",
    };

    private static string Did(VoteValue value) => value switch
    {
        VoteValue.For => "voted for",
        VoteValue.Against => "voted against",
        VoteValue.Abstain => "abstained",
        VoteValue.Recused => "took no part because of an interest",
        VoteValue.Absent => "was absent",
        VoteValue.Excused => "was excused",
        VoteValue.Paired => "was paired",
        _ => "did not vote",
    };
}
