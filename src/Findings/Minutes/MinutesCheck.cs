using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Minutes;

/// <summary>
/// What minutes say of a decision and what its own record says must agree. Where either was written for another system, only
/// names and counts are compared: how such minutes say that something was decided, and when, is not known for certain.
/// </summary>
internal static class MinutesCheck
{
    /// <summary>Reports every contradiction between minutes and decisions, with both places.</summary>
    public static void Check(Corpus corpus, LinkIndex links, DiagnosticBag say)
    {
        var meetings = corpus.All<Meeting>(Meeting.OfKind).RemoveAll(m => m.IsRetracted);
        var bound = meetings.SelectMany(m => BoundMark.Of(m, corpus, links)).ToImmutableArray();
        var confirmed = bound.Select(b => (b.Meeting.Id, b.Decision.Id)).ToHashSet();
        var votes = new VoteComparison(corpus, say);
        foreach (var line in bound)
        {
            // A decision of another meeting, which that meeting's minutes confirm, is only talked about here.
            var named = corpus.Find<Meeting>(line.Decision.Meeting);
            if (named is not null && named.Id != line.Meeting.Id && confirmed.Contains((named.Id, line.Decision.Id))) continue;
            votes.Compare(line);
            if (line.Meeting.Core.Foreign || line.Decision.Core.Foreign) continue;
            CompareOccasion(line, named, say);
            CompareResult(line, say);
        }

        foreach (var meeting in meetings.Where(m => !m.Core.Foreign))
        {
            foreach (var mark in meeting.Marks.Where(m => BoundMark.Decides(m) && m.Kind != Documents.MarkKind.Motion))
                if (BoundMark.LinkedFrom(meeting, mark.Links, links).IsEmpty) say.ResolutionWithoutRecord(mark.At);
        }

        FindUnmentioned(corpus, links, say);
    }

    /// <summary>The meeting and the day. What was put off is decided elsewhere, and only talked about here.</summary>
    private static void CompareOccasion(BoundMark line, Meeting? named, DiagnosticBag say)
    {
        var decision = line.Decision;
        if (line.Ending is Ending.PutOff) return;
        if (named is not null && named.Id != line.Meeting.Id)
            say.MinutesMeetingDiffers(line.Mark.At, decision.Title, named.Title, decision.Meeting!.Written.At);
        else if (line.Meeting.Date is { } met && decision.Date is { } decided && (met.Last < decided.First || decided.Last < met.First))
            say.MinutesDateDiffers(line.Mark.At, decision.Title, met.ToString(), decided.ToString(), decision.Core.DateAt);
    }

    /// <summary>
    /// Whether it was carried, where both say so: by the status, and by the result of the vote. A decision that was withdrawn or
    /// put off may have been so later.
    /// </summary>
    private static void CompareResult(BoundMark line, DiagnosticBag say)
    {
        var decision = line.Decision;
        if (line.Ending is not (Ending.Carried or Ending.Lost)) return;
        var carried = line.Ending is Ending.Carried;
        bool? byStatus = decision.Status switch
        {
            "accepted" or "implemented" or "superseded" or "deprecated" => true,
            "rejected" => false,
            "draft" or "proposed" when carried => false,
            _ => null,
        };
        bool? byVote = decision.Vote?.Result switch { "carried" => true, "lost" or "tied" => false, _ => null };
        if (byStatus is { } status && status != carried)
            say.MinutesResultDiffers(line.Mark.At, carried, decision.Title, $"status: {decision.Status}", decision.Core.StatusAt);
        else if (byVote is { } vote && vote != carried)
            say.MinutesResultDiffers(line.Mark.At, carried, decision.Title, $"result: {decision.Vote!.Result}", decision.Vote.ResultAt);
    }

    /// <summary>Decisions that name a meeting whose minutes neither link to them nor have their title.</summary>
    private static void FindUnmentioned(Corpus corpus, LinkIndex links, DiagnosticBag say)
    {
        foreach (var group in corpus.All<Decision>(Decision.OfKind).GroupBy(d => corpus.Find<Meeting>(d.Meeting)?.Id ?? "", StringComparer.Ordinal))
        {
            if (group.Key.Length == 0 || corpus.Find("meeting", group.Key) is not Meeting meeting) continue;
            if (meeting.IsRetracted || !Mentions.CanTell(meeting)) continue;
            var text = new Mentions(meeting, links);
            foreach (var decision in group)
            {
                if (decision.Core.Foreign || decision.IsRetracted || decision.Status is "draft" or "proposed" || text.Has(decision)) continue;
                say.DecisionNotInMinutes(decision.Meeting!.Written.At, meeting.Title, meeting.Core.At);
            }
        }
    }
}
