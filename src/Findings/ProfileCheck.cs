using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Holds the records against what the coalition promised to publish. What is late or missing is said, and published all the same.</summary>
internal sealed class ProfileCheck
{
    private readonly Profile profile;
    private readonly DateOnly today;
    private readonly DiagnosticBag say;

    private ProfileCheck(Profile profile, DateOnly today, DiagnosticBag say) => (this.profile, this.today, this.say) = (profile, today, say);

    public static void Check(Corpus corpus, Profile? profile, DateOnly today, DiagnosticBag say)
    {
        if (profile is null) return;
        var check = new ProfileCheck(profile, today, say);
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
            if (!decision.Core.Foreign && decision.Date is { } day && profile.Covers(day) && decision.WasSettled) check.Check(decision, day);
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind))
            if (!meeting.Core.Foreign && meeting.Date is { } day && profile.Covers(day) && WasHeld(meeting, today)) check.Check(meeting, day);
    }

    private static bool WasHeld(Meeting meeting, DateOnly today) => !meeting.IsRetracted && meeting.Status is not ("scheduled" or "cancelled") && meeting.Date!.Value.Last <= today;

    private void Check(Decision decision, PartialDate day)
    {
        var at = decision.Core.At;
        if (profile.RollCall && (decision.Method == "vote" || decision.Vote is not null) && decision.Vote is not { Ballots: [_, ..] }) say.RollCallMissing(at);
        if (profile.Alternatives && decision.Options.IsEmpty && !DecisionHeadings.Alternatives.HaveWordsIn(decision.Body)) say.AlternativesMissing(at);
        if (profile.Rationale && !DecisionHeadings.Reasons.HaveWordsIn(decision.Body)) say.RationaleMissing(at);
        if (profile.Notice is not { } asked || decision.NoticeWaived is not null) return;
        if (decision.NoticeGiven is not { } given) say.NoticeNotRecorded(at, asked);
        else if (day.Exact is { } decided && given.Exact is { } told && decided.DayNumber - told.DayNumber is var days && days < asked) say.NoticeShort(at, days, asked);
    }

    private void Check(Meeting meeting, PartialDate day)
    {
        if (profile.MinutesWithin is not { } asked || day.Exact is not { } held) return;
        if (meeting.Published?.Exact is { } published)
        {
            if (published.DayNumber - held.DayNumber is var days && days > asked) say.MinutesLate(meeting.Core.At, days, asked);
        }
        else if (today.DayNumber - held.DayNumber > asked)
        {
            say.MinutesDayMissing(meeting.Core.At, asked);
        }
    }
}
