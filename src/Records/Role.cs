using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>A duty that passes from hand to hand.</summary>
public sealed record Role(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("role", "roles", "Role", "Roles", [], null, Bind);

    /// <summary>What its holder does.</summary>
    public string? Duty { get; init; }

    /// <summary>Who held it when, oldest first as written.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>How often it passes on, as written.</summary>
    public string? Rotates { get; init; }

    /// <summary>Where that is written; the start of the file where it is not.</summary>
    public Location RotatesAt { get; init; }

    /// <summary>Whether several may hold it at a time.</summary>
    public bool Shared { get; init; }

    private static Role Bind(Fields fields, RecordCore core) => new(core)
    {
        Duty = fields.Text("duty"),
        Terms = [.. fields.Maps("terms").Select(Term.Read)],
        Rotates = fields.Text("rotates"),
        RotatesAt = fields.Where("rotates") ?? core.At,
        Shared = fields.Word("shared", ["true", "false", "yes", "no"]) is "true" or "yes",
    };
}

/// <summary>A stretch of time in which somebody holds a role. The last day belongs to it.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Holder">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while it goes on.</param>
public sealed record Term(Location At, Ref? Holder, PartialDate? From, PartialDate? Until)
{
    /// <summary>Whether a day lies in it, its last day included; null when the dates are missing or too coarse to say.</summary>
    public bool? Covers(PartialDate day) => new Period(From, Until, null).Covers(day);

    internal static Term Read(Fields fields)
    {
        var read = new Term(fields.At, fields.Link("holder", "member", strict: false), fields.Date("from"), fields.Date("until"));
        fields.Finish();
        return read;
    }
}
