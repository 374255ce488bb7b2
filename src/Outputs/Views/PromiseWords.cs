using PublicLedger.Findings.Promises;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>What became of a commitment, in sentences. Nothing is said that the record does not.</summary>
internal static class PromiseWords
{
    /// <summary>"Kept on 24 August 2026, 54 days late. It was due by 1 July 2026."</summary>
    public static string Sentence(PageContext page, Promise promise) => promise.State switch
    {
        PromiseState.Kept => Kept(page, promise),
        PromiseState.Withdrawn => Withdrawn(page, promise),
        PromiseState.Late => $"Late by {Days(promise.DaysLate!.Value)}. It was due by {Due(page, promise)}, and it is not complete.",
        PromiseState.Open when promise.DaysLeft is 0 => "Open, and due today.",
        PromiseState.Open when promise.DaysLeft is { } left => $"Open, and due by {Due(page, promise)}: {Days(left)} left.",
        PromiseState.Open => "Open. No day is recorded by which it is due.",
        PromiseState.Retracted => "", // the banner says it
        _ when promise.Commitment.Core.StatusWritten is { Length: <= 80 } written => $"The record says how far it is in words of its own: “{written}”.",
        _ => "The record does not say how far it is.",
    };

    /// <summary>"Evidence was due every 30 days. The newest is from 7 April 2026, 54 days ago." Null where it is as new as it was to be.</summary>
    public static string? OldEvidence(PageContext page, Promise promise)
    {
        if (promise.Evidence is not { IsOld: true } clock) return null;
        var every = promise.Commitment.CheckEvery!.Trim();
        if (every.StartsWith("every ", StringComparison.OrdinalIgnoreCase)) every = every["every ".Length..];
        var due = every.Contains(' ') ? $"Evidence was due every {every}." : $"Evidence was due: {every}.";
        if (clock.Newest is not { } newest) return $"{due} None is recorded since it was promised {On(page, promise.Commitment.Date!.Value)}{Ago(page, promise.Commitment.Date!.Value)}.";
        return $"{due} The newest is from {page.Day(newest)}{Ago(page, newest)}.";
    }

    /// <summary>"on 3 May 2026", "in May 2026", "in 2026".</summary>
    public static string On(PageContext page, PartialDate date) => $"{(date.Exact is null ? "in" : "on")} {page.Day(date)}";

    /// <summary>"One day", "54 days".</summary>
    public static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Kept(PageContext page, Promise promise)
    {
        if (promise.Ended is not { } on) return "Complete. The record does not say since when.";
        var kept = $"Kept {On(page, on)}";
        if (promise.Commitment.Due is not { } due) return $"{kept}. No day is recorded by which it was due.";
        return promise.DaysLate switch
        {
            > 0 and var late => $"{kept}, {Days(late)} late. It was due by {Due(page, promise)}.",
            not null => $"{kept}, in time. It was due by {Due(page, promise)}.",
            _ when on.First > due.Last => $"{kept}, late. It was due by {Due(page, promise)}.",
            _ => $"{kept}. It was due by {Due(page, promise)}, and the record is not exact enough to say whether that was in time.",
        };
    }

    private static string Withdrawn(PageContext page, Promise promise)
    {
        if (promise.Ended is not { } on) return "Withdrawn. The record does not say since when.";
        var withdrawn = $"Withdrawn {On(page, on)}";
        if (promise.Commitment.Due is not { } due) return withdrawn + ".";
        return on.First > due.Last ? $"{withdrawn}, after it was due by {Due(page, promise)}." : $"{withdrawn}. It was due by {Due(page, promise)}.";
    }

    private static string Due(PageContext page, Promise promise) => page.Day(promise.Commitment.Due)!.Text;

    private static string Ago(PageContext page, PartialDate date) =>
        date.Exact is { } day ? $", {Days(page.Consequences.Today.DayNumber - day.DayNumber)} ago" : "";
}
