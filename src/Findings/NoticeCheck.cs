using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>Whether decisions had the notice that the rule of their day asks for, or say why not. A change to an agreement must have it.</summary>
internal static class NoticeCheck
{
    public static void Check(Notices notices, Corpus corpus, DiagnosticBag say)
    {
        foreach (var notice in notices.All)
        {
            // What the profile asks for is said by ProfileCheck.
            if (notice is not { Rule: { } rule, Asked: { } asked, Reason: null }) continue;
            var decision = notice.Decision;
            if (notice.State is NoticeState.NotRecorded && decision.NoticeGiven is null)
                say.NoticeMissing((decision.Vote?.Rule ?? decision.Rule)!.Value.At, rule.Name.Value, rule.Notice!);
            else if (notice.State is NoticeState.Short && decision.Amends.Any(a => corpus.Find<Platform>(a) is not null))
                say.NoticeTooShort((decision.Vote?.Rule ?? decision.Rule)!.Value.At, rule.Name.Value, rule.Notice!, notice.Days!.Value, rule.Name.At);
            else if (notice.State is NoticeState.Short)
                say.NoticeBelowRule(decision.NoticeGivenAt, rule.Name.Value, asked, notice.Days!.Value, rule.Name.At);
        }
    }
}
