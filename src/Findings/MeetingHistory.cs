using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A meeting with how many came.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="On">Its day.</param>
/// <param name="Came">How many members came; where it is not known who the members were, how many names the minutes list. Null where nobody is named.</param>
/// <param name="Of">How many members there were, or null.</param>
public sealed record MeetingHeld(Meeting Meeting, DateOnly On, int? Came, int? Of);

/// <summary>The longest time without a meeting.</summary>
/// <param name="Before">The meeting before it.</param>
/// <param name="After">The one after it.</param>
public sealed record MeetingGap(MeetingHeld Before, MeetingHeld After)
{
    /// <summary>From the one day to the other.</summary>
    public int Days => After.On.DayNumber - Before.On.DayNumber;
}

/// <summary>How often members met and how many came, from the first meeting on record to the last.</summary>
/// <param name="Held">The meetings that were held and have a day, oldest first.</param>
/// <param name="WithoutDay">How many have none.</param>
/// <param name="Years">How many were held in each year from the first to the last of them, oldest first; a year without any is there with none.</param>
/// <param name="CountsMembers">Whether those who came are counted as members; else as names, as the minutes list them.</param>
public sealed record MeetingHistory(ImmutableArray<MeetingHeld> Held, int WithoutDay, ImmutableArray<(int Year, int Count)> Years, bool CountsMembers)
{
    /// <summary>The longest time without one; null with fewer than two.</summary>
    public MeetingGap? LongestGap => Gaps.OrderByDescending(g => g.Days).ThenBy(g => g.Before.On).FirstOrDefault();

    /// <summary>The number of days from one meeting to the next that half of them kept to; null with fewer than three meetings.</summary>
    public int? UsualGap => Held.Length < 3 ? null : Gaps.Select(g => g.Days).Order().ElementAt((Held.Length - 1) / 2);

    private IEnumerable<MeetingGap> Gaps => Held.Zip(Held.Skip(1), (before, after) => new MeetingGap(before, after));

    internal static MeetingHistory Of(Corpus corpus, Participation participation, DateOnly today)
    {
        var meetings = corpus.All<Meeting>(Meeting.OfKind).Where(m => !m.IsRetracted && m.Status is not ("cancelled" or "scheduled")).ToList();
        var countsMembers = meetings.Any(m => !participation.At(m).IsEmpty);
        var held = meetings.Where(m => m.Date?.Exact <= today)
            .OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => Of(m, participation, countsMembers)).ToImmutableArray();
        var byYear = held.GroupBy(h => h.On.Year).ToDictionary(g => g.Key, g => g.Count());
        var years = held.IsEmpty ? [] : Enumerable.Range(held[0].On.Year, held[^1].On.Year - held[0].On.Year + 1).Select(y => (y, byYear.GetValueOrDefault(y)));
        return new MeetingHistory(held, meetings.Count(m => m.Date?.Exact is null), [.. years], countsMembers);
    }

    private static MeetingHeld Of(Meeting meeting, Participation participation, bool countsMembers)
    {
        var on = meeting.Date!.Value.Exact!.Value;
        if (!countsMembers) return new MeetingHeld(meeting, on, meeting.Present.IsEmpty ? null : meeting.Present.Select(r => r.Written.Value).Distinct(StringComparer.Ordinal).Count(), null);
        var members = participation.At(meeting);
        return members.IsEmpty ? new MeetingHeld(meeting, on, null, null) : new MeetingHeld(meeting, on, members.Count(m => m.How == Attendance.Present), members.Length);
    }
}
