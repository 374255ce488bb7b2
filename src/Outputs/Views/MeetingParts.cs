using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>How one member stood to a meeting.</summary>
public sealed record AttendedView(Anchor Member, string Attendance, [property: JsonIgnore] string Label, ImmutableArray<string> People)
{
    /// <summary>What stands where nobody is named.</summary>
    [JsonIgnore] public string Nobody => Attendance == "present" ? "Not recorded" : "No one";
}

/// <summary>Who was at a meeting, as far as the record says.</summary>
public sealed record AttendanceView
{
    /// <summary>The members of the day and how each stood to the meeting; empty where that is not known.</summary>
    public ImmutableArray<AttendedView> Members { get; init; } = [];

    /// <summary>How many of them came; null where it is not known who the members were.</summary>
    public int? MembersPresent => Members.IsEmpty ? null : Members.Count(m => m.Attendance == "present");

    /// <summary>Names of people who were there and are not in the table.</summary>
    public ImmutableArray<Anchor> OtherNames { get; init; } = [];

    /// <summary>Names in apologies that are not in the table.</summary>
    public ImmutableArray<Anchor> OtherApologies { get; init; } = [];

    /// <summary>Who watched.</summary>
    public ImmutableArray<Anchor> Observers { get; init; } = [];

    /// <summary>"6 of 7 members", "12 names", or null where nobody is named.</summary>
    [JsonIgnore] public string? Present { get; init; }

    /// <summary>Whether anybody is named at all.</summary>
    [JsonIgnore] public bool IsRecorded { get; init; }

    /// <summary>What the record says about who came.</summary>
    public static AttendanceView Of(PageContext page, Meeting meeting)
    {
        var attended = page.Consequences.Participation.At(meeting);
        var listed = attended.Select(a => a.Member.Id).ToHashSet(StringComparer.Ordinal);
        var names = Others(meeting.Present);
        return new AttendanceView
        {
            Members = [.. attended.OrderBy(a => a.How).ThenBy(a => a.Member.Title, StringComparer.OrdinalIgnoreCase).Select(a => Row(page, a))],
            OtherNames = names,
            OtherApologies = Others(meeting.Apologies),
            Observers = page.To(meeting.Observers),
            Present = Counted(page, meeting),
            IsRecorded = !attended.IsEmpty || !names.IsEmpty || !meeting.Apologies.IsEmpty || !meeting.Observers.IsEmpty,
        };

        ImmutableArray<Anchor> Others(ImmutableArray<Ref> references) =>
            [.. references.Where(r => page.Corpus.Find<Member>(r) is not { } member || !listed.Contains(member.Id)).Select(page.To).Distinct()];
    }

    /// <summary>"6 of 7" members where they are known, else "12 names"; null where nobody is named.</summary>
    public static string? Counted(PageContext page, Meeting meeting, string unit = " members")
    {
        var attended = page.Consequences.Participation.At(meeting);
        if (meeting.Status == "cancelled") return "Did not meet";
        if (!attended.IsEmpty) return $"{attended.Count(a => a.How == Attendance.Present)} of {attended.Length}{unit}";
        var names = meeting.Present.Select(r => r.Written.Value).Distinct(StringComparer.Ordinal).Count();
        return names switch { 0 => null, 1 => "1 name", _ => $"{names} names" };
    }

    private static AttendedView Row(PageContext page, Attended attended)
    {
        var (key, label) = attended.How switch
        {
            Attendance.Present => ("present", "Present"),
            Attendance.Apologies => ("apologies", "Sent apologies"),
            _ => ("not-named", "Not named in the minutes"),
        };
        return new AttendedView(page.To(attended.Member), key, label, attended.People);
    }
}

/// <summary>A marked line of the minutes, in short.</summary>
/// <param name="Mark">resolution, consensus, motion or action.</param>
/// <param name="Label">The mark for readers.</param>
/// <param name="Line">Its words, leading to its place in the page.</param>
/// <param name="Decisions">The decisions it names.</param>
public sealed record MarkedLine(string Mark, [property: JsonIgnore] string Label, Anchor Line, ImmutableArray<NamedDecision> Decisions)
{
    /// <summary>At most so many characters of a line are told.</summary>
    internal const int MaxLength = 200;

    /// <summary>The marked lines, and the decisions taken at the meeting that none of them names.</summary>
    internal static (ImmutableArray<MarkedLine> Lines, ImmutableArray<OtherDecision> Others) Of(PageContext page, Meeting meeting)
    {
        var lines = ImmutableArray.CreateBuilder<MarkedLine>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        var actions = page.Consequences.ActionsOf(meeting).ToDictionary(a => a.Mark, (IEqualityComparer<Mark>)ReferenceEqualityComparer.Instance);
        foreach (var mark in meeting.Marks)
        {
            if (Name(mark.Kind) is not { } label) continue;
            var decisions = DecisionsIn(page, meeting, mark.Links);
            named.UnionWith(decisions.Select(d => d.Id));
            var text = actions.TryGetValue(mark, out var action) ? Sentence(page, action) : mark.Text;
            lines.Add(new MarkedLine(
                mark.Kind.ToString().ToLowerInvariant(), label, new Anchor(Summary.Cut(text, MaxLength) ?? mark.Word, "#" + mark.Anchor),
                [.. decisions.Select(d => NamedDecision.Of(page, d))]));
        }

        var atMeeting = page.Consequences.DecisionsAt.GetValueOrDefault(meeting.Id, []);
        var linked = atMeeting.IsEmpty ? [] : DecisionsIn(page, meeting, meeting.Body.Links).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return (lines.ToImmutable(), [.. atMeeting.Where(d => !named.Contains(d.Id)).Select(d => new OtherDecision(NamedDecision.Of(page, d), linked.Contains(d.Id)))]);
    }

    /// <summary>"Parks to invite Harbour Kitchens, by 23 September 2025"; the state is in the table of actions.</summary>
    private static string Sentence(PageContext page, ActionItem action) =>
        (action.Owner is { } owner ? $"{owner.Title} to {action.Text}" : action.Text) + (page.Day(action.Due) is { } day ? $", by {day}" : "");

    private static List<Decision> DecisionsIn(PageContext page, Meeting meeting, IEnumerable<Link> links) =>
        [.. links.Where(l => !l.IsImage).Select(l => page.Consequences.Links.Resolve(meeting, l).Record).OfType<Decision>().DistinctBy(d => d.Id)];

    /// <summary>What a reader calls a marked line; null for those that are not told in short.</summary>
    internal static string? Name(MarkKind kind) => kind switch
    {
        MarkKind.Resolution => "Decided",
        MarkKind.Consensus => "Agreed",
        MarkKind.Motion => "Motion",
        MarkKind.Action => "Action",
        _ => null,
    };
}

/// <summary>A decision with what became of it.</summary>
public sealed record NamedDecision(Anchor Decision, [property: JsonIgnore] Tag Tag)
{
    internal static NamedDecision Of(PageContext page, Decision decision) =>
        new(page.To(decision), StatusTags.Of(page.Consequences, decision));
}

/// <summary>A decision whose own record names the meeting.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="InMinutes">Whether the minutes link to it anywhere.</param>
public sealed record OtherDecision(NamedDecision Decision, bool InMinutes);
