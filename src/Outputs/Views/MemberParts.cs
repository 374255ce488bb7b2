using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Somebody who speaks or spoke for a member.</summary>
public sealed record DelegateView(string Name, Day? From, Day? Until);

/// <summary>Something that limits a member.</summary>
public sealed record LimitView(string? Kind, [property: JsonIgnore] string? KindInWords, string? Text, Day? Until);

/// <summary>Another member, and what it is needed for.</summary>
public sealed record DependencyView(Anchor? Member, string? For);

/// <summary>A member's word on one version of an agreement.</summary>
public sealed record OwnEndorsementView(
    Anchor? Agreement, Anchor Version, Day? Date, string? Position, [property: JsonIgnore] Tag Tag, string? DecidedBy, string? OwnVote,
    ImmutableArray<ReservationView> Reservations, string? Evidence, [property: JsonIgnore] string? EvidenceHref)
{
    internal static OwnEndorsementView Of(PageContext page, Endorsement word)
    {
        var agreement = page.Corpus.Find<Platform>(word.Platform);
        var number = agreement is null ? null : Acceptance.NumberOf(agreement, word);
        var text = number is { } n && n <= agreement!.Versions.Length ? agreement.Versions[n - 1] : agreement;
        var label = number is { } known ? "Version " + known.ToString(CultureInfo.InvariantCulture)
            : word.Version is { } written ? $"Version “{written.Value}”" : "Version not recorded";
        var href = text is null ? null : page.To(PathOf(agreement!, text));
        return new OwnEndorsementView(
            agreement is null ? null : page.To(agreement), new Anchor(label, href), page.Day(word.Date), word.Position, StatusTags.Endorsement(word.Position),
            word.DecidedBy, word.OwnVote, [.. word.Reservations.Select(r => new ReservationView(Clause(text, href, r.Clause), r.Text))],
            word.Evidence, Uri.TryCreate(word.Evidence, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url!.AbsoluteUri : null);
    }

    /// <summary>A link to the clause in the text the member spoke about; its name alone where that text has no such clause.</summary>
    private static Anchor? Clause(Platform? text, string? href, string? clause)
    {
        if (clause is null) return null;
        var section = text?.Body.Sections.FirstOrDefault(s => s.Anchor == clause);
        if (section is null) return new Anchor(clause, null);
        return new Anchor(section.Number.Length > 0 ? $"{section.Number} {section.Title}" : section.Title, $"{href}#{Uri.EscapeDataString(section.Anchor)}");
    }

    private static string PathOf(Platform agreement, Platform text) => agreement.Versions.IsEmpty ? Routes.Of(agreement) : Routes.Version(agreement, text);
}

/// <summary>Something a member said it would do.</summary>
public sealed record PromiseView(Anchor Promise, Day? Due, string? Status, bool Late, [property: JsonIgnore] Tag Tag)
{
    internal static PromiseView Of(PageContext page, Commitment promise)
    {
        var late = promise.Due is { } due && due.Last < page.Consequences.Today && promise.Status is not (null or "complete" or "withdrawn");
        return new PromiseView(page.To(promise), page.Day(promise.Due), promise.Status, late, StatusTags.Commitment(promise.Status, late));
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
