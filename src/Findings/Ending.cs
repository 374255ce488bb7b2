using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>
/// The end of a coalition that its record names. From the last day on the site is a final record: it speaks as of that day,
/// whenever it is built, so that nothing falls due, grows late or is counted after it.
/// </summary>
/// <param name="Date">The last day, or the month or year where no day is recorded: then its last day counts.</param>
/// <param name="By">The decision that ended it; null where none is recorded.</param>
/// <param name="Why">Why, in the record's words; null where it does not say.</param>
/// <param name="IsOver">Whether that day has come.</param>
public sealed record Ending(PartialDate Date, Decision? By, string? Why, bool IsOver)
{
    /// <summary>The end, seen from a day; null where the record names none.</summary>
    internal static Ending? Of(Corpus corpus, DateOnly today) =>
        corpus.Coalition?.Dissolved is { Date: { } date } end ? new Ending(date, corpus.Find<Decision>(end.By), end.Why, today >= date.Last) : null;

    /// <summary>The day as of which a site built on a day speaks: that day, or the coalition's last where that came before it.</summary>
    internal static DateOnly LastDay(Corpus corpus, DateOnly today) =>
        corpus.Coalition?.Dissolved?.Date is { } date && date.Last < today ? date.Last : today;

    /// <summary>Whether the record can be true: the end was decided, and nothing happened after it. Corrections after it are fine.</summary>
    internal static void Check(Corpus corpus, DiagnosticBag say)
    {
        if (corpus.Coalition is not { Dissolved: { } end } coalition) return;
        if (end.By is null && !coalition.Core.Foreign) say.EndWithoutDecision(end.At);
        var by = corpus.Find<Decision>(end.By);
        if (by is not null && !Afterlife.IsTaken(by)) say.EndNotDecided(end.By!.Written.At, by.Title, by.Status!, by.StatusAt);
        if (end.Date is not { } last) return;
        if (by?.Date is { } decided && decided.First > last.Last) say.EndedBeforeDecided(end.DateAt, last.ToString(), by.Title, decided.ToString(), by.DateAt);
        foreach (var (what, date, at, foreign) in Happened(corpus, coalition, by))
            if (date.First > last.Last) say.AfterTheEnd(foreign, at, what, date.ToString(), last.ToString(), end.DateAt);
    }

    /// <summary>Whatever the record says took place, with its day. What was planned or proposed and never came about did not.</summary>
    private static IEnumerable<(string What, PartialDate Date, Location At, bool Foreign)> Happened(Corpus corpus, Coalition coalition, Decision? by)
    {
        if (coalition.Date is { } founded) yield return ("The founding", founded, coalition.Core.DateAt, coalition.Core.Foreign);
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind))
            if (meeting.Date is { } held && meeting.Status is not ("scheduled" or "cancelled")) yield return ("This meeting", held, meeting.Core.DateAt, meeting.Core.Foreign);
        foreach (var decision in corpus.All<Decision>(Decision.OfKind))
            if (decision.Date is { } decided && (decision.WasTaken || decision.Status == "rejected") && decision.Id != by?.Id) yield return ("This decision", decided, decision.DateAt, decision.Core.Foreign);
        foreach (var member in corpus.All<Member>(Member.OfKind))
            foreach (var endorsement in member.Endorsements)
                if (endorsement.Date is { } said) yield return ("This endorsement", said, endorsement.DateAt, member.Core.Foreign);
    }
}
