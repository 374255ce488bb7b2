using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Findings.Actors;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Somebody who speaks or spoke for a member.</summary>
/// <param name="Name">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Past">Whether that day has passed.</param>
public sealed record DelegateView(string Name, Day? From, Day? Until, bool Past);

/// <summary>Something that limits a member.</summary>
/// <param name="Kind">time, budget, risk, capacity or legal, as written.</param>
/// <param name="KindInWords">The same for readers.</param>
/// <param name="Text">What, in the member's words.</param>
/// <param name="Until">How long it is to last.</param>
/// <param name="Past">Whether that day has passed.</param>
public sealed record LimitView(string? Kind, [property: JsonIgnore] string? KindInWords, string? Text, Day? Until, bool Past)
{
    internal static ImmutableArray<LimitView> Of(PageContext page, Member member) =>
        [.. member.Constraints.Select(c => new LimitView(c.Kind, c.Kind is { } k ? StatusTags.Words(k) : null, c.Text, page.Day(c.Until), Actor.IsPast(c, page.Consequences.Today)))];
}

/// <summary>Another member, and what it is needed for.</summary>
/// <param name="Member">Who; null when not named.</param>
/// <param name="For">What for.</param>
/// <param name="Standing">What that member is today; null where it is none, or the record does not say.</param>
/// <param name="Left">When it left.</param>
public sealed record DependencyView(Anchor? Member, string? For, string? Standing, Day? Left)
{
    /// <summary>Whether it takes part no more.</summary>
    [JsonIgnore] public bool HasLeft => Standing == "left";

    /// <summary>What ends the sentence about it.</summary>
    [JsonIgnore] public string Stop => Sentences.StopAfter(For ?? "");

    /// <summary>Whom a member needs, in the order of its file.</summary>
    internal static ImmutableArray<DependencyView> Needs(PageContext page, Actor actor) =>
        [.. actor.Member.DependsOn.Select(d => Of(page, d.Member is { } whom ? page.To(whom) : null, page.Corpus.Find<Member>(d.Member), d.For))];

    /// <summary>Who needs a member.</summary>
    internal static ImmutableArray<DependencyView> NeededBy(PageContext page, Actor actor) =>
        [.. actor.NeededBy.Select(n => Of(page, page.To(n.By), n.By, n.For))];

    private static DependencyView Of(PageContext page, Anchor? name, Member? member, string? what)
    {
        var membership = member is null ? null : MembershipView.Of(page, member);
        return new DependencyView(name, what, membership?.Standing, membership?.Left);
    }
}

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
/// <param name="Role">The role.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while it goes on.</param>
/// <param name="Now">Whether it goes on.</param>
/// <param name="Lasted">How long it lasted, or has lasted so far; null where the dates do not say.</param>
public sealed record HeldRoleView(Anchor Role, Day? From, Day? Until, bool Now, [property: JsonIgnore] string? Lasted)
{
    internal static HeldRoleView Of(PageContext page, RoleHeld held, Member member)
    {
        var term = TermView.Of(page, new TermSpan(held.Term, member));
        return new HeldRoleView(page.To(held.Role), term.From, term.Until, term.Now, term.Lasted);
    }
}

/// <summary>A need that a member stated, and what became of it.</summary>
public sealed record NeedView(Anchor Decision, Day? Date, string? Kind, string? Needs, string? Treatment, [property: JsonIgnore] Tag Tag, string? Response)
{
    /// <summary>Whether it was overridden without a reason on the record.</summary>
    [JsonIgnore] public bool Unexplained => Treatment == "overridden" && Response is null;

    internal static NeedView Of(PageContext page, NeedStated stated) => new(
        page.To(stated.Decision), page.Day(stated.Decision.Date), stated.Need.Kind, stated.Need.Needs, stated.Need.Treatment,
        StatusTags.Treatment(stated.Need.Treatment), stated.Need.Response);
}

/// <summary>The needs that were treated in one way.</summary>
/// <param name="Treatment">honoured, partly-honoured, overridden or withdrawn; null where the record does not say.</param>
/// <param name="Label">The same for readers.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Share">How many of all in percent; null where there are too few for a share to say anything.</param>
/// <param name="Decisions">The decisions they were stated for, newest first.</param>
public sealed record NeedGroup(string? Treatment, [property: JsonIgnore] string Label, int Count, string? Share, ImmutableArray<Anchor> Decisions)
{
    private const int MaxRows = 20;

    /// <summary>"Honoured: 3 of 5"</summary>
    [JsonIgnore] public string Heading { get; init; } = "";

    /// <summary>Those on the page.</summary>
    [JsonIgnore] public ImmutableArray<NeedView> Shown { get; init; } = [];

    /// <summary>How many more there are.</summary>
    [JsonIgnore] public int More => Math.Max(0, Count - Shown.Length);

    internal static ImmutableArray<NeedGroup> Of(PageContext page, NeedBalance balance) => [.. balance.ByTreatment.Select(g => Of(page, balance, g))];

    private static NeedGroup Of(PageContext page, NeedBalance balance, NeedsTreated group)
    {
        var (label, count) = (StatusTags.Treatment(group.Treatment).Label, group.Needs.Length);
        var share = balance.HasShares ? (100.0 * count / balance.Needs.Length).ToString("0", CultureInfo.InvariantCulture) + "%" : null;
        return new NeedGroup(group.Treatment, label, count, share, [.. group.Needs.Select(n => n.Decision).DistinctBy(d => d.Id, StringComparer.Ordinal).Select(d => page.To(d))])
        {
            Heading = $"{label}: {count} of {balance.Needs.Length}{(share is null ? "" : $" ({share})")}",
            Shown = [.. group.Needs.Take(MaxRows).Select(n => NeedView.Of(page, n))],
        };
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
