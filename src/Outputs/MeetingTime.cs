using System.Globalization;
using System.Text.RegularExpressions;

namespace PublicLedger.Outputs;

/// <summary>
/// When on its day a meeting is, where the record says it so that it can be read: "18:00", "18:00-20:10". Anything else
/// stays words.
/// </summary>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends; null where that is not recorded, or is before the start.</param>
/// <param name="Offset">
/// How far its clock is ahead of UTC; null where no zone is recorded, or one whose clock changes. Which offset Lisbon has on
/// a day to come is in no record: it is in tables that differ from machine to machine and that governments change, so that
/// such a time is given as the clock at the place shows it, with the name of the zone beside it.
/// </param>
internal sealed partial record MeetingTime(TimeOnly Start, TimeOnly? End, TimeSpan? Offset)
{
    /// <summary>Reads a time and a time zone as written; null where the time cannot be read.</summary>
    public static MeetingTime? Of(string? time, string? zone)
    {
        if (time is null || Written().Match(time.Trim()) is not { Success: true } read) return null;
        if (Clock(read.Groups[1].Value) is not { } start) return null;
        var end = read.Groups[2].Success ? Clock(read.Groups[2].Value) : null;
        return new MeetingTime(start, end > start ? end : null, OffsetOf(zone));
    }

    /// <summary>The offset of a zone whose clock never changes: UTC by any of its names, or a number of hours from it.</summary>
    private static TimeSpan? OffsetOf(string? zone)
    {
        if (zone is null) return null;
        var name = zone.Trim().ToUpperInvariant();
        if (name is "UTC" or "ETC/UTC" or "Z" or "GMT" or "ETC/GMT" or "ETC/UCT" or "UCT" or "ZULU") return TimeSpan.Zero;
        if (FromUtc().Match(name) is not { Success: true } read) return null;
        var hours = int.Parse(read.Groups[2].Value, CultureInfo.InvariantCulture);
        var minutes = read.Groups[3].Success ? int.Parse(read.Groups[3].Value, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return read.Groups[1].Value == "+" ? offset : -offset;
    }

    private static TimeOnly? Clock(string written)
    {
        var parts = written.Split(':', '.');
        var (hour, minute) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return hour > 23 || minute > 59 ? null : new TimeOnly(hour, minute);
    }

    [GeneratedRegex(@"^(\d{1,2}[:.]\d\d)(?:\s*(?:[-–—]|to)\s*(\d{1,2}[:.]\d\d))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$", RegexOptions.CultureInvariant)]
    private static partial Regex FromUtc();
}
