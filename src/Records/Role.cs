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

    private static Role Bind(Fields fields, RecordCore core) => new(core)
    {
        Duty = fields.Text("duty"),
        Terms = [.. fields.Maps("terms").Select(Term.Read)],
        Rotates = fields.Text("rotates"),
    };
}

/// <summary>A stretch of time in which somebody holds a role.</summary>
public sealed record Term(Ref? Holder, PartialDate? From, PartialDate? Until)
{
    /// <summary>Where it is written.</summary>
    public Location At { get; init; }

    /// <summary>Whether a day lies in it, its last day included; null when the dates are missing or too coarse to say.</summary>
    public bool? Covers(PartialDate day) => new Period(From, Until, null).Covers(day);

    internal static Term Read(Fields fields)
    {
        var read = new Term(fields.Link("holder", "member", strict: false), fields.Date("from"), fields.Date("until")) { At = fields.At };
        fields.Finish();
        return read;
    }
}
