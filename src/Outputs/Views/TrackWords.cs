using System.Globalization;
using System.Numerics;
using PublicLedger.Findings;
using PublicLedger.Findings.Tallies;

namespace PublicLedger.Outputs;

/// <summary>Where an outcome is beside its line, in words, with the arithmetic. Numbers are rounded here and nowhere else.</summary>
internal static class TrackWords
{
    private const int MostPlaces = 18;

    /// <summary>
    /// "On 30 September 2026 the straight line from 8 to 5 stands at about 5.5. The figure was 6, so it is about 0.5 short of the line."
    /// After the day of the target: "The target was 5 by 31 December 2026. The figure of that day was 6, which is 1 short of it."
    /// </summary>
    public static string Sentence(PageContext page, Track track) => track.State is TrackState.Reached or TrackState.NotReached ? After(page, track) : Underway(page, track);

    /// <summary>The same in two or three words.</summary>
    public static Tag TagOf(Track track) => track.State switch
    {
        TrackState.Ahead => new("Ahead of the line", "ok"),
        TrackState.OnTheLine => new("On the line", "ok"),
        TrackState.Short => new("Short of the line", "warn"),
        TrackState.Reached => new("Target reached", "ok"),
        _ => new("Target not reached", "warn"),
    };

    private static string Underway(PageContext page, Track track)
    {
        var (line, gap, exact) = Rounded(track);
        var about = exact ? "" : "about ";
        return $"On {page.Day(track.On)} the straight line from {Written(track.Start)} to {Written(track.Target)} stands at {about}{Written(track, line)}. The figure was {Written(track.Figure)}, so it is "
            + track.State switch
            {
                TrackState.Ahead => $"{about}{Text(track, gap)} ahead of the line.",
                TrackState.Short => $"{about}{Text(track, gap)} short of the line.",
                _ => "on the line.",
            };
    }

    private static string After(PageContext page, Track track)
    {
        var target = $"The target was {Written(track.Target)} by {page.Day(track.TargetDay)}.";
        var figure = track.On == track.TargetDay
            ? $"The figure of that day was {Written(track.Figure)}"
            : $"The newest figure up to then, of {page.Day(track.On)}, was {Written(track.Figure)}";
        var said = track.State == TrackState.NotReached ? $"which is {Text(track, track.Gap)} short of it."
            : track.Gap == Ratio.Zero ? "which reaches it." : $"which is {Text(track, track.Gap)} beyond it.";
        if (track.Later is not var (later, on)) return $"{target} {figure}, {said}";
        return $"{target} {figure}, {said} On {page.Day(on)} it was {Written(later)}, which {(track.Reaches(later) ? "reaches it" : "does not reach it")}.";
    }

    /// <summary>
    /// The line with one digit more than the figures have, or as many more as it takes to tell it from the figure; and what is
    /// between that and the figure, so that the reader who adds up finds the same.
    /// </summary>
    internal static (Ratio Line, Ratio Gap, bool Exact) Rounded(Track track)
    {
        for (var places = Places(track) + 1; ; places++)
        {
            var ten = BigInteger.Pow(10, places);
            var line = new Ratio((track.Line * new Ratio(ten, 1) + new Ratio(1, 2)).Floor, ten);
            var gap = track.Figure.Number > line ? track.Figure.Number - line : line - track.Figure.Number;
            if ((gap > Ratio.Zero) == (track.Gap > Ratio.Zero) || places >= MostPlaces) return (line, gap, line == track.Line);
        }
    }

    private static int Places(Track track) => Math.Max(track.Start.Places, Math.Max(track.Target.Places, track.Figure.Places));

    /// <summary>A figure as its record writes it, put together again from what was read.</summary>
    private static string Written(MeasuredValue value) => Number(value.Number, value.Grouped) + value.Unit;

    private static string Written(Track track, Ratio number) => Text(track, number) + track.Start.Unit;

    private static string Text(Track track, Ratio number) => Number(number, track.Start.Grouped || track.Target.Grouped || track.Figure.Grouped);

    private static string Number(Ratio number, bool grouped)
    {
        var value = (decimal)number.Above / (decimal)number.Below;
        return value.ToString(grouped ? "#,0.##################" : "0.##################", CultureInfo.InvariantCulture);
    }
}
