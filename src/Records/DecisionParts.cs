using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>Something a member needed from the decision.</summary>
/// <param name="Member">Who.</param>
/// <param name="Kind">time, budget, risk, capacity or legal, as written.</param>
/// <param name="Needs">What, in the member's words.</param>
/// <param name="Treatment">honoured, partly-honoured, overridden or withdrawn; null when not given.</param>
/// <param name="Response">Why.</param>
public sealed record Constraint(Ref? Member, string? Kind, string? Needs, string? Treatment, string? Response)
{
    internal static Constraint Read(Fields fields)
    {
        var read = new Constraint(
            fields.Link("member", "member"), fields.Text("kind"), fields.Text("needs"),
            fields.Word("treatment", ["honoured", "partly-honoured", "overridden", "withdrawn"]), fields.Text("response"));
        fields.Finish();
        return read;
    }
}

/// <summary>What a member said before the decision.</summary>
/// <param name="Member">Who.</param>
/// <param name="Date">When.</param>
/// <param name="Stance">support, concern, block or abstain; null when not given.</param>
/// <param name="Text">In the member's words.</param>
public sealed record Position(Ref? Member, PartialDate? Date, string? Stance, string? Text)
{
    internal static Position Read(Fields fields)
    {
        var read = new Position(
            fields.Link("member", "member"), fields.Date("date"), fields.Word("position", ["support", "concern", "block", "abstain"]), fields.Text("text"));
        fields.Finish();
        return read;
    }
}

/// <summary>A program that took part in a decision.</summary>
public sealed record Assistance(string? System, string? UsedFor, string? CheckedBy)
{
    internal static Assistance Read(Fields fields)
    {
        var read = new Assistance(fields.Text("system"), fields.Text("used-for"), fields.Text("checked-by"));
        fields.Finish();
        return read;
    }
}

/// <summary>What a member said against a decision that needs that nobody objects.</summary>
/// <param name="At">Where it is recorded.</param>
/// <param name="Member">Who; null when not given.</param>
/// <param name="Text">In the member's words.</param>
/// <param name="Resolved">How it was settled, as written ("yes", a day, a sentence); null where it was not.</param>
public sealed record Objection(Location At, Ref? Member, string? Text, string? Resolved)
{
    /// <summary>Whether it was not settled: a decision by consent needs that none is like that.</summary>
    public bool Stands => Resolved is null || Resolved.ToLowerInvariant() is "no" or "false" or "not resolved";

    internal static Objection Read(Fields fields)
    {
        var read = new Objection(fields.At, fields.Link("member", "member"), fields.Text("text"), fields.Text("resolved"));
        fields.Finish();
        return read;
    }
}

/// <summary>The time in which members could object.</summary>
public sealed record Silence(Location At, PartialDate? From, PartialDate? Until)
{
    /// <summary>How many days it lasted; null where the days are not recorded exactly.</summary>
    public int? Days => From?.Exact is { } from && Until?.Exact is { } until ? until.DayNumber - from.DayNumber : null;

    internal static Silence Read(Fields fields)
    {
        var read = new Silence(fields.At, fields.Date("from"), fields.Date("until"));
        fields.Finish();
        return read;
    }
}
