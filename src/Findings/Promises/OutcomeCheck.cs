using PublicLedger.Diagnostics;
using PublicLedger.Records;

namespace PublicLedger.Findings.Promises;

/// <summary>Whether the figures of an outcome can be: the target lies after the start, and a day has one figure.</summary>
internal static class OutcomeCheck
{
    public static void Check(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        foreach (var outcome in corpus.All<Outcome>(Outcome.OfKind))
        {
            var foreign = outcome.Core.Foreign;
            if (outcome is { Baseline: { Date: { } start } from, Target: { Date: { } until } to } && until.Last <= start.First)
                say.TargetBeforeStart(foreign, to.At, until.ToString(), start.ToString(), from.At);
            Reading? before = null;
            foreach (var reading in outcome.Readings.Where(r => r.Date is not null).OrderBy(r => r.Date))
            {
                PromiseCheck.ToCome(foreign, reading.Date, reading.At, today, say);
                if (before is not null && before.Date == reading.Date && before.Value != reading.Value)
                    say.TwoFiguresOnOneDay(foreign, reading.At, reading.Date.ToString()!, before.Value ?? "", reading.Value ?? "", before.At);
                before = reading;
            }
        }
    }
}
