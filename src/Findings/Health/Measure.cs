using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>What measures ask: the records, and what follows from them.</summary>
/// <param name="Corpus">The records.</param>
/// <param name="Consequences">What follows from them.</param>
/// <param name="Today">The day of the build.</param>
public sealed record Basis(Corpus Corpus, Consequences Consequences, DateOnly Today);

/// <summary>
/// A question that is asked of the record for any day of the coalition's life, from what had happened by that day. The
/// number of today is its answer for today, and the trend is its answers for days in the past: what this page would have
/// said then.
/// </summary>
/// <param name="Id">Its name in settings and data, and its place on the page: <c>minutes-published</c>.</param>
/// <param name="Unit">In what its number is counted.</param>
/// <param name="Usual">Where the number should stay if the coalition draws no line of its own; null where there is no such line.</param>
/// <param name="Prepare">Gathers what it needs once, and gives the answer for each day that is asked about.</param>
internal sealed record Measure(string Id, Unit Unit, Bound? Usual, Func<Basis, Func<DateOnly, Answer>> Prepare)
{
    /// <summary>How far back a question about what happens looks: a year, so that every season is in it once.</summary>
    public static DateOnly YearBefore(DateOnly day) => day.AddYears(-1);

    /// <summary>Whether a day lies in the year that ends with another.</summary>
    public static bool InYearOf(DateOnly day, DateOnly last) => day > YearBefore(last) && day <= last;

    /// <summary>All of them, in the order of the page.</summary>
    public static readonly ImmutableArray<Measure> All =
    [
        DecisionsWithReasons.Measure,
        MeetingsThatDecide.Measure,
        DecidedOutside.Measure,
        DissentOnRecord.Measure,
        DaysToDecide.Measure,
        MembersPresent.Measure,
        Referred.Measure,
        WorkLoad.Measure,
        LongestInARole.Measure,
        NewestTextAgreed.Measure,
        Renegotiated.Measure,
        Refounded.Measure,
        JoinedThenProposed.Measure,
        LeftThenRenegotiated.Measure,
        CommitmentsLate.Measure,
        MinutesPublished.Measure,
        WorkingAgreementsRevisited.Measure,
        NeedsHonoured.Measure,
    ];
}
