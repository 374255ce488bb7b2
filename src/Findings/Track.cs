using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>Where a figure is beside the straight line from where it started to where it should be.</summary>
public enum TrackState
{
    /// <summary>Further towards the target than the line.</summary>
    Ahead,

    /// <summary>Exactly on it.</summary>
    OnTheLine,

    /// <summary>Less far.</summary>
    Short,

    /// <summary>The day of the target has passed, and the figure was as the target says, or further.</summary>
    Reached,

    /// <summary>The day of the target has passed, and the figure was not there.</summary>
    NotReached,
}

/// <summary>
/// How far an outcome is, by arithmetic alone: the straight line from the first figure to the target has a height on each day,
/// and the newest figure is on it, ahead of it or short of it. Nothing is said of why, or of what will be.
/// </summary>
/// <param name="State">Where the figure is.</param>
/// <param name="Start">The figure at the start.</param>
/// <param name="Target">The figure aimed at.</param>
/// <param name="TargetDay">The day by which.</param>
/// <param name="Figure">The newest figure; after the day of the target, the newest up to that day.</param>
/// <param name="On">The day it is of.</param>
/// <param name="Line">The height of the line on that day, exact; after the day of the target, the target.</param>
public sealed record Track(TrackState State, MeasuredValue Start, MeasuredValue Target, DateOnly TargetDay, MeasuredValue Figure, DateOnly On, Ratio Line)
{
    /// <summary>A newer figure, from after the day of the target; null where there is none or it cannot be read.</summary>
    public (MeasuredValue Figure, DateOnly On)? Later { get; init; }

    /// <summary>How far the figure is from the line, exact; never negative.</summary>
    public Ratio Gap => Figure.Number > Line ? Figure.Number - Line : Line - Figure.Number;

    /// <summary>
    /// The outcome on a day. Null where a start, a target or the newest figure is missing, has no whole date or is not a number,
    /// where they do not count the same thing, and where the target is not after the start or is no other number.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="today">The day; what is to come after it has not been measured.</param>
    public static Track? Of(Outcome outcome, DateOnly today)
    {
        if (outcome.IsRetracted || Read(outcome.Baseline) is not var (start, from) || Read(outcome.Target) is not var (target, until)) return null;
        if (until <= from || start.Number == target.Number || !start.Counts(target)) return null;
        var newest = Newest(outcome, today);
        if (today <= until) return newest is var (figure, on) && on > from && start.Counts(figure) ? Underway(start, from, target, until, figure, on) : null;
        if (Newest(outcome, until) is not var (last, day) || day <= from || !start.Counts(last)) return null;
        var ended = new Track(Beyond(start, target, last.Number, target.Number) >= 0 ? TrackState.Reached : TrackState.NotReached, start, target, until, last, day, target.Number);
        return newest is var (later, after) && after > until && start.Counts(later) ? ended with { Later = (later, after) } : ended;
    }

    /// <summary>Whether a figure is as far as the target, or further.</summary>
    public bool Reaches(MeasuredValue figure) => Beyond(Start, Target, figure.Number, Target.Number) >= 0;

    /// <summary>The height of the line between two figures on a day.</summary>
    internal static Ratio LineOn(Ratio start, DateOnly from, Ratio target, DateOnly until, DateOnly day) =>
        start + (target - start) * new Ratio(day.DayNumber - from.DayNumber, until.DayNumber - from.DayNumber);

    private static Track Underway(MeasuredValue start, DateOnly from, MeasuredValue target, DateOnly until, MeasuredValue figure, DateOnly on)
    {
        var line = LineOn(start.Number, from, target.Number, until, on);
        var state = Beyond(start, target, figure.Number, line) switch { > 0 => TrackState.Ahead, 0 => TrackState.OnTheLine, _ => TrackState.Short };
        return new Track(state, start, target, until, figure, on, line);
    }

    /// <summary>Above zero where a number is further in the direction of the target than another; down is further where the target is lower.</summary>
    private static int Beyond(MeasuredValue start, MeasuredValue target, Ratio number, Ratio other) =>
        number.CompareTo(other) * target.Number.CompareTo(start.Number);

    /// <summary>The newest reading up to a day. An older one does not stand in for it where it cannot be read.</summary>
    private static (MeasuredValue Figure, DateOnly On)? Newest(Outcome outcome, DateOnly day)
    {
        Reading? newest = null;
        foreach (var reading in outcome.Readings)
            if (reading.Date is { } on && on.First <= day && (newest is null || on > newest.Date!.Value)) newest = reading;
        return Read(newest);
    }

    private static (MeasuredValue Figure, DateOnly On)? Read(Reading? reading) =>
        reading is { Date.Exact: { } day } && MeasuredValue.Read(reading.Value) is { } value ? (value, day) : null;
}
