using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A roll call names each member once, and only members of that day.</summary>
internal static class RollCheck
{
    public static void Check(Corpus corpus, DiagnosticBag say)
    {
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
            if (decision.Vote is { } vote) Check(decision, vote, corpus, say);
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind)) CheckAttendance(meeting, corpus, say);
    }

    private static void Check(Decision decision, Vote vote, Corpus corpus, DiagnosticBag say)
    {
        var seen = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var ballot in vote.Ballots)
        {
            if (corpus.Find<Member>(ballot.Member) is not { } member) continue;
            if (!seen.TryAdd(member.Id, ballot))
            {
                var first = seen[member.Id];
                say.VotedTwice(ballot.Member.Written.At, member.Title, first.Value == ballot.Value, first.Member.Written.At);
                continue;
            }

            if (decision.Date is { } day && member.BelongedOn(day) == false)
                say.NotMemberThen(decision.Core.Foreign, ballot.Member.Written.At, member.Title, day.ToString(), Periods(member), member.Core.At);
        }
    }

    private static void CheckAttendance(Meeting meeting, Corpus corpus, DiagnosticBag say)
    {
        var present = new Dictionary<string, Ref>(StringComparer.Ordinal);
        foreach (var name in meeting.Present)
            if (corpus.Find<Member>(name) is { } member) present.TryAdd(member.Id, name);
        foreach (var name in meeting.Apologies)
            if (corpus.Find<Member>(name) is { } member && present.TryGetValue(member.Id, out var there))
                say.PresentAndAbsent(name.Written.At, member.Title, there.Written.At);
        if (meeting.Date is not { } day) return;
        foreach (var name in present.Values)
        {
            if (corpus.Find<Member>(name) is { } member && member.BelongedOn(day) == false)
                say.PresentNotMember(name.Written.At, member.Title, day.ToString(), Periods(member), member.Core.At);
        }
    }

    private static string Periods(Member member) =>
        string.Join(" and ", member.Periods.Select(p => p switch
        {
            { From: { } from, Until: { } until } => $"from {from} to {until}",
            { From: { } from } => $"since {from}",
            { Until: { } until } => $"until {until}",
            _ => "in an undated period",
        }));
}
