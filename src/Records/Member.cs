using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>An organisation or person that belongs to the coalition, watches it, or adopted its agreement without joining.</summary>
public sealed record Member(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("member", "members", "Member", "Members", [], null, Bind);

    /// <summary>organisation or person; null when not given.</summary>
    public string? MemberKind { get; init; }

    /// <summary>voting, observer, adopter or emeritus; null when not given.</summary>
    public string? Category { get; init; }

    /// <summary>What it looks after.</summary>
    public string? Function { get; init; }

    /// <summary>When it belonged, oldest first as written.</summary>
    public ImmutableArray<Period> Periods { get; init; } = [];

    /// <summary>The decision that admitted it.</summary>
    public Ref? AdmittedBy { get; init; }

    /// <summary>Who brought it in.</summary>
    public Ref? ReferredBy { get; init; }

    /// <summary>Who speaks for it.</summary>
    public ImmutableArray<Delegate> Delegates { get; init; } = [];

    /// <summary>When it affirmed the shared purpose.</summary>
    public PartialDate? PurposeAffirmed { get; init; }

    /// <summary>What it measures itself by.</summary>
    public string? SuccessMetric { get; init; }

    /// <summary>What limits it.</summary>
    public ImmutableArray<Limit> Constraints { get; init; } = [];

    /// <summary>On whom it depends, and for what.</summary>
    public ImmutableArray<Dependency> DependsOn { get; init; } = [];

    /// <summary>Whom it reaches.</summary>
    public string? Reach { get; init; }

    /// <summary>The person who cultivates its function.</summary>
    public string? Steward { get; init; }

    /// <summary>Which version of which agreement it endorsed, declined or left.</summary>
    public ImmutableArray<Endorsement> Endorsements { get; init; } = [];

    /// <summary>Whether it belonged on a day; null when the record does not say.</summary>
    public bool? BelongedOn(PartialDate day)
    {
        if (Periods.IsEmpty) return null;
        var known = true;
        foreach (var period in Periods)
        {
            var covers = period.Covers(day);
            if (covers == true) return true;
            known &= covers is not null;
        }

        return known ? false : null;
    }

    /// <summary>The delegate with an id, or null.</summary>
    public Delegate? FindDelegate(string id) => Delegates.FirstOrDefault(d => d.Id == id);

    private static Member Bind(Fields fields, RecordCore core) => new(core)
    {
        MemberKind = fields.Word("kind", ["organisation", "person"]),
        Category = fields.Word("category", ["voting", "observer", "adopter", "emeritus"]),
        Function = fields.Text("function"),
        Periods = [.. fields.Maps("periods").Select(Period.Read)],
        AdmittedBy = fields.Link("admitted-by", "decision"),
        ReferredBy = fields.Link("referred-by", "member", strict: false),
        Delegates = [.. fields.Maps("delegates").Select(Delegate.Read)],
        PurposeAffirmed = fields.Date("purpose-affirmed"),
        SuccessMetric = fields.Text("success-metric"),
        Constraints = [.. fields.Maps("constraints").Select(Limit.Read)],
        DependsOn = [.. fields.Maps("depends-on").Select(Dependency.Read)],
        Reach = fields.Text("reach"),
        Steward = fields.Text("steward"),
        Endorsements = [.. fields.Maps("endorsements").Select(Endorsement.Read)],
    };
}

/// <summary>A stretch of membership. The last day belongs to it.</summary>
public sealed record Period(PartialDate? From, PartialDate? Until, string? Why)
{
    internal static Period Read(Fields fields)
    {
        var read = new Period(fields.Date("from"), fields.Date("until"), fields.Text("why"));
        if (!fields.Foreign && read is { From: { } from, Until: { } until } && until.Last < from.First) fields.Say.TermEndsBeforeStart(fields.At, until.ToString(), from.ToString());
        fields.Finish();
        return read;
    }

    /// <summary>Whether a day lies in it; null when the dates are too coarse to say.</summary>
    public bool? Covers(PartialDate day)
    {
        if (From is not { } from) return null;
        if (day.Last < from.First) return false;
        if (Until is { } until && day.First > until.Last) return false;
        var surelyAfterStart = day.First >= from.Last;
        var surelyBeforeEnd = Until is not { } end || day.Last <= end.First;
        return surelyAfterStart && surelyBeforeEnd ? true : null;
    }
}

/// <summary>A person who speaks for a member.</summary>
public sealed record Delegate(string Id, string Name, PartialDate? From, PartialDate? Until)
{
    internal static Delegate Read(Fields fields)
    {
        var id = fields.Text("id");
        var read = new Delegate(id ?? "", fields.Text("name") ?? id ?? "", fields.Date("from"), fields.Date("until"));
        if (id is null) fields.Say.KeyMissing(fields.At, "id", "delegates");
        fields.Finish();
        return read;
    }
}

/// <summary>Something that limits a member.</summary>
public sealed record Limit(string? Kind, string? Text, PartialDate? Until)
{
    internal static Limit Read(Fields fields)
    {
        var read = new Limit(fields.Text("kind"), fields.Text("text"), fields.Date("until"));
        fields.Finish();
        return read;
    }
}

/// <summary>What a member needs from another.</summary>
public sealed record Dependency(Ref? Member, string? For)
{
    internal static Dependency Read(Fields fields)
    {
        var read = new Dependency(fields.Link("member", "member", strict: false), fields.Text("for"));
        fields.Finish();
        return read;
    }
}

/// <summary>A member's word on one version of an agreement.</summary>
public sealed record Endorsement
{
    /// <summary>The agreement.</summary>
    public Ref? Platform { get; init; }

    /// <summary>The version, counted from 1, or a date, as written.</summary>
    public Located<string>? Version { get; init; }

    /// <summary>When.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Where that is written.</summary>
    public Location DateAt { get; init; }

    /// <summary>endorsed, endorsed-with-reservations, declined, withdrawn or pending; null when not given.</summary>
    public string? Position { get; init; }

    /// <summary>Who decided it within the member.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The member's own vote, in words.</summary>
    public string? OwnVote { get; init; }

    /// <summary>What it does not accept, by clause.</summary>
    public ImmutableArray<(string? Clause, string? Text)> Reservations { get; init; } = [];

    /// <summary>Where it can be seen.</summary>
    public string? Evidence { get; init; }

    internal static Endorsement Read(Fields fields)
    {
        var vote = fields.Map("vote")?.Entries() ?? [];
        var read = new Endorsement
        {
            Platform = fields.Link("platform", "platform"),
            Version = fields.Place("version"),
            Date = fields.Date("date"),
            DateAt = fields.Where("date") ?? fields.At,
            Position = fields.Word("position", ["endorsed", "endorsed-with-reservations", "declined", "withdrawn", "pending"]),
            DecidedBy = fields.Text("decided-by"),
            OwnVote = vote.IsEmpty ? null : string.Join(", ", vote.Select(v => $"{v.Text} {v.Key.Value}")),
            Reservations = [.. fields.Maps("reservations").Select(Reservation)],
            Evidence = fields.Text("evidence"),
        };
        fields.Finish();
        return read;
    }

    private static (string?, string?) Reservation(Fields fields)
    {
        var read = (fields.Text("clause"), fields.Text("text"));
        fields.Finish();
        return read;
    }
}
