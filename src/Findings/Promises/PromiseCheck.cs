using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Promises;

/// <summary>Whether what the record says of a commitment can be: nothing is due or happens before it is made, and its status is that of its last step.</summary>
internal static class PromiseCheck
{
    public static void Check(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        foreach (var commitment in corpus.All<Commitment>(Commitment.OfKind)) Check(commitment, today, say);
    }

    private static void Check(Commitment commitment, DateOnly today, DiagnosticBag say)
    {
        var foreign = commitment.Core.Foreign;
        if (commitment.Due is { } due && commitment.Date is { } made && due.Last < made.First)
            say.DueBeforeMade(foreign, commitment.DueAt, due.ToString(), made.ToString(), commitment.Core.DateAt);
        if (commitment.CheckEvery is { } every && WrittenPeriod.Every(every) is null)
            say.PeriodUnreadable(foreign, commitment.CheckEveryAt, "check-every", every);
        foreach (var evidence in commitment.Evidence) ToCome(foreign, evidence.Date, evidence.At, today, say);
        CheckSteps(commitment, today, say);
        if (!commitment.IsRetracted && commitment.History is [.., { Status: { } last } step] && commitment.Status is { } status && last != status)
            say.StatusNotOfLastStep(foreign, commitment.Core.StatusAt, status, last, step.Date?.ToString(), step.StatusAt);
    }

    private static void CheckSteps(Commitment commitment, DateOnly today, DiagnosticBag say)
    {
        var foreign = commitment.Core.Foreign;
        StatusStep? before = null;
        var inOrder = true;
        foreach (var step in commitment.History)
        {
            ToCome(foreign, step.Date, step.StatusAt, today, say);
            if (step.Date is not { } day)
            {
                say.StepWithoutDate(foreign, step.StatusAt);
                continue;
            }

            if (commitment.Date is { } made && day.Last < made.First)
                say.StepBeforeStart(foreign, step.StatusAt, day.ToString(), "made", made.ToString(), commitment.Core.DateAt);
            if (before is { Date: { } earlier })
            {
                if (earlier == day && before.Status != step.Status) say.TwoStepsOnOneDay(foreign, step.StatusAt, day.ToString(), before.StatusAt);
                else if (inOrder && before.StatusAt.Start > step.StatusAt.Start)
                {
                    inOrder = false; // said once a file
                    say.StepsNotInOrder(before.StatusAt, day.ToString(), earlier.ToString());
                }
            }

            before = step;
        }
    }

    /// <summary>What is told as having happened cannot be still to come.</summary>
    internal static void ToCome(bool foreign, PartialDate? date, Location at, DateOnly today, DiagnosticBag say)
    {
        if (date is { } day && day.First > today) say.DayStillToCome(foreign, at, day.ToString());
    }
}
