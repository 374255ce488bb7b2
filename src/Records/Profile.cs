using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>What a coalition has promised to publish, and by when; the records are held against it. Nothing is asked for unless a profile says so.</summary>
public sealed record Profile
{
    /// <summary>The day from which it holds; records from before it are left alone. Null: it holds for all.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>Within how many days after a meeting its minutes must be published.</summary>
    public int? MinutesWithin { get; init; }

    /// <summary>How many days before a decision notice of it must be given.</summary>
    public int? Notice { get; init; }

    /// <summary>Whether every vote must be recorded by name.</summary>
    public bool RollCall { get; init; }

    /// <summary>Whether a decision must name the alternatives, or say that there were none.</summary>
    public bool Alternatives { get; init; }

    /// <summary>Whether a decision must give its reasons.</summary>
    public bool Rationale { get; init; }

    /// <summary>
    /// What laws on open meetings commonly ask for. Notice of three days is the 72 hours of California's Brown Act
    /// (Government Code § 54954.2) and of many like it; names with votes are its § 54953(c)(2).
    /// </summary>
    public static readonly Profile OpenMeetings = new() { MinutesWithin = 14, Notice = 3, RollCall = true, Alternatives = true, Rationale = true };

    /// <summary>Whether it holds for what is of a day.</summary>
    public bool Covers(PartialDate day) => Since is not { } since || day.First >= since.First;

    /// <summary>The profile in the configuration: a name, or keys of its own; null where there is none.</summary>
    internal static Profile? Read(Fields settings, DiagnosticBag say)
    {
        if (!settings.Has("profile")) return null;
        if (settings.IsMap("profile") && settings.Map("profile") is { } fields) return Own(fields, say);
        return settings.Word("profile", ["open-meetings"]) is null ? null : OpenMeetings;
    }

    private static Profile Own(Fields fields, DiagnosticBag say)
    {
        var like = fields.Word("like", ["open-meetings"]) is null ? new Profile() : OpenMeetings;
        var profile = like with
        {
            Since = fields.Date("since"),
            MinutesWithin = Days(fields, "minutes-within", say) ?? like.MinutesWithin,
            Notice = Days(fields, "notice", say) ?? like.Notice,
            RollCall = Required(fields, "roll-call") ?? like.RollCall,
            Alternatives = Required(fields, "alternatives") ?? like.Alternatives,
            Rationale = Required(fields, "rationale") ?? like.Rationale,
        };
        foreach (var extra in fields.Finish(report: false)) say.SettingUnknown(extra.Key.At, extra.Key.Value, fields.Near(extra.Key.Value));
        return profile;
    }

    private static bool? Required(Fields fields, string key) =>
        fields.Word(key, ["required", "not-required"]) is { } word ? word == "required" : null;

    private static int? Days(Fields fields, string key, DiagnosticBag say)
    {
        if (fields.Place(key) is not { } place) return null;
        if (WrittenPeriod.DaysIn(place.Value) is { } days) return days;
        say.SettingUnusable(place.At, key, place.Value, "Write a number of days or weeks: 14 days.");
        return null;
    }
}
