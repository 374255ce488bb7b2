using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Promises;

/// <summary>What became of a commitment, as far as the record says.</summary>
public enum PromiseState
{
    /// <summary>It is complete.</summary>
    Kept,

    /// <summary>Its day has passed, and it is neither complete nor withdrawn.</summary>
    Late,

    /// <summary>It is not complete, and its day has not passed, or it has none.</summary>
    Open,

    /// <summary>It was dropped.</summary>
    Withdrawn,

    /// <summary>The record does not say how far it is.</summary>
    Unknown,

    /// <summary>The record no longer counts.</summary>
    Retracted,
}

/// <summary>A commitment on a day: whether it is kept, and in time.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="State">What became of it.</param>
public sealed record Promise(Commitment Commitment, PromiseState State)
{
    /// <summary>When it was complete, or was withdrawn: the day on which its history says so; null where it does not say.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary>
    /// By how many days it was complete after its day, or is past it: 0 or less where it was complete in time. Null where it is
    /// neither complete nor late, or where the record does not say either day exactly enough.
    /// </summary>
    public int? DaysLate { get; init; }

    /// <summary>How many days are left for one that is open: 0 on its day. Null where it is not open or has no day.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>When evidence was due; null where the commitment does not say how often, or was withdrawn.</summary>
    public EvidenceClock? Evidence { get; init; }

    /// <summary>The commitments that are part of it, by id. What becomes of them says nothing about the whole.</summary>
    public ImmutableArray<Promise> Parts { get; init; } = [];

    /// <summary>The commitment on a day.</summary>
    /// <param name="commitment">The commitment, with the status that its file has now.</param>
    /// <param name="today">The day of the build.</param>
    internal static Promise Of(Commitment commitment, DateOnly today)
    {
        var promise = commitment.Status switch
        {
            "complete" => Kept(commitment),
            "withdrawn" => new Promise(commitment, PromiseState.Withdrawn) { Ended = Since(commitment) },
            "not-started" or "limited" or "substantial" => Unfinished(commitment, today),
            _ => new Promise(commitment, commitment.IsRetracted ? PromiseState.Retracted : PromiseState.Unknown),
        };
        return promise with { Evidence = EvidenceClock.Of(commitment, today) };
    }

    private static Promise Unfinished(Commitment commitment, DateOnly today)
    {
        // A promise for a month has until its last day; on that day itself it is not late yet.
        if (commitment.Due is not { } due) return new Promise(commitment, PromiseState.Open);
        var left = due.Last.DayNumber - today.DayNumber;
        return left < 0 ? new Promise(commitment, PromiseState.Late) { DaysLate = -left } : new Promise(commitment, PromiseState.Open) { DaysLeft = left };
    }

    private static Promise Kept(Commitment commitment)
    {
        var kept = new Promise(commitment, PromiseState.Kept) { Ended = Since(commitment) };
        if (kept.Ended is not { } on || commitment.Due is not { } due) return kept;
        if (on.Exact is { } day) return kept with { DaysLate = day.DayNumber - due.Last.DayNumber };
        // Of a promise kept at some time in a month only that is known which holds for every day of it.
        return on.Last <= due.Last ? kept with { DaysLate = on.Last.DayNumber - due.Last.DayNumber } : kept;
    }

    /// <summary>The day since which it has had the status it has, without a break; one may have been complete before and begun again.</summary>
    private static PartialDate? Since(Commitment commitment)
    {
        PartialDate? since = null;
        for (var i = commitment.History.Length - 1; i >= 0 && commitment.History[i].Status == commitment.Status; i--) since = commitment.History[i].Date;
        return since;
    }
}
