using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Somebody who speaks or spoke for a member.</summary>
public sealed record DelegateView(string Name, Day? From, Day? Until);

/// <summary>Something that limits a member.</summary>
public sealed record LimitView(string? Kind, [property: JsonIgnore] string? KindInWords, string? Text, Day? Until);

/// <summary>Another member, and what it is needed for.</summary>
public sealed record DependencyView(Anchor? Member, string? For);

/// <summary>Something a member said it would do.</summary>
public sealed record PromiseView(Anchor Promise, Day? Due, string? Status, bool Late, [property: JsonIgnore] Tag Tag)
{
    internal static PromiseView Of(PageContext page, Commitment commitment)
    {
        var promise = page.Consequences.Promises.Of(commitment);
        return new PromiseView(page.To(commitment), page.Day(commitment.Due), commitment.Status, promise.State == PromiseState.Late, CommitmentTags.Of(promise));
    }
}

/// <summary>A stretch of time in which a member holds a role.</summary>
public sealed record HeldRoleView(Anchor Role, Day? From, Day? Until);

/// <summary>A need that a member stated, and what became of it.</summary>
public sealed record NeedView(Anchor Decision, Day? Date, string? Kind, string? Needs, string? Treatment, [property: JsonIgnore] Tag Tag, string? Response)
{
    /// <summary>Whether it was overridden without a reason on the record.</summary>
    [JsonIgnore] public bool Unexplained => Treatment == "overridden" && Response is null;

    internal static NeedView Of(PageContext page, NeedStated stated) => new(
        page.To(stated.Decision), page.Day(stated.Decision.Date), stated.Need.Kind, stated.Need.Needs, stated.Need.Treatment,
        StatusTags.Treatment(stated.Need.Treatment), stated.Need.Response);

    /// <summary>"5 needs stated: 3 honoured, 1 overridden, 1 not recorded."</summary>
    internal static string Counted(ImmutableArray<NeedStated> needs)
    {
        var counts = new[] { "honoured", "partly-honoured", "overridden", "withdrawn", null }
            .Select(t => (Label: StatusTags.Treatment(t).Label.ToLowerInvariant(), Count: needs.Count(n => n.Need.Treatment == t)))
            .Where(c => c.Count > 0).Select(c => $"{c.Count} {c.Label}");
        return $"{(needs.Length == 1 ? "One need" : $"{needs.Length} needs")} stated: {string.Join(", ", counts)}.";
    }
}

/// <summary>A member's attendance in one year.</summary>
public sealed record AttendanceYear(string Year, int Came, int Apologies, int NotNamed, int Meetings)
{
    internal static ImmutableArray<AttendanceYear> Of(ImmutableArray<Attended> attended) =>
        [.. attended.GroupBy(a => a.Meeting.Date!.Value.Year).OrderByDescending(g => g.Key)
            .Select(g => new AttendanceYear(
                g.Key.ToString("0000", CultureInfo.InvariantCulture), g.Count(a => a.How == Attendance.Present),
                g.Count(a => a.How == Attendance.Apologies), g.Count(a => a.How == Attendance.NotNamed), g.Count()))];
}
