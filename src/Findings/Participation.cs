using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>How a member stood to one meeting.</summary>
public enum Attendance
{
    /// <summary>It was represented.</summary>
    Present,

    /// <summary>It sent apologies.</summary>
    Apologies,

    /// <summary>It belonged, and the minutes name neither presence nor apologies.</summary>
    NotNamed,
}

/// <summary>One meeting of a member that belonged on its day.</summary>
public sealed record Attended(Meeting Meeting, Member Member, Attendance How, ImmutableArray<string> People);

/// <summary>One recorded vote of a member.</summary>
public sealed record Cast(Decision Decision, Ballot Ballot);

/// <summary>Who belonged on which day, came to which meeting, and voted how.</summary>
public sealed class Participation
{
    private readonly FrozenDictionary<string, ImmutableArray<Attended>> byMember;
    private readonly FrozenDictionary<string, ImmutableArray<Attended>> byMeeting;
    private readonly FrozenDictionary<string, ImmutableArray<Cast>> votes;
    private readonly PartialDate today;

    private Participation(List<Attended> attended, FrozenDictionary<string, ImmutableArray<Cast>> votes, PartialDate today)
    {
        this.votes = votes;
        this.today = today;
        byMember = attended.GroupBy(a => a.Member.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        byMeeting = attended.GroupBy(a => a.Meeting.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>A member's meetings, newest first: those for all members, with recorded attendance, while it belonged.</summary>
    public ImmutableArray<Attended> Of(Member member) => byMember.GetValueOrDefault(member.Id, []);

    /// <summary>The members of the day and how each stood to a meeting; empty where attendance is not recorded.</summary>
    public ImmutableArray<Attended> At(Meeting meeting) => byMeeting.GetValueOrDefault(meeting.Id, []);

    /// <summary>A member's recorded votes, newest first.</summary>
    public ImmutableArray<Cast> VotesOf(Member member) => votes.GetValueOrDefault(member.Id, []);

    /// <summary>Whether a member belongs on the day of the build; null when the record does not say.</summary>
    public bool? BelongsNow(Member member) => member.BelongedOn(today);

    /// <summary>Whether a member has a vote, as far as the record says.</summary>
    public static bool HasVote(Member member) => member.Category is null or "voting";

    /// <summary>
    /// Whether every member is expected. Who belongs to a steering body is not recorded, so that nobody can be counted as
    /// missing from its meetings.
    /// </summary>
    private static bool IsForAll(Meeting meeting) => meeting.MeetingKind is not "steering";

    internal static Participation Of(Corpus corpus, DateOnly day)
    {
        var members = corpus.All<Member>(Member.OfKind);
        var attended = new List<Attended>();
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind).OrderByDescending(m => m.Date?.ToString(), StringComparer.Ordinal))
        {
            if (meeting.Date is not { } date || meeting.Present.IsEmpty || meeting.IsRetracted || !IsForAll(meeting)) continue;
            var present = meeting.Present.ToLookup(r => r.Id, StringComparer.Ordinal);
            var apologies = meeting.Apologies.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var member in members)
            {
                if (!HasVote(member) || member.BelongedOn(date) != true) continue;
                var people = present[member.Id].Select(r => r.Delegate).OfType<string>()
                    .Select(d => member.FindDelegate(d)?.Name ?? d).ToImmutableArray();
                var how = present.Contains(member.Id) ? Attendance.Present
                    : apologies.Contains(member.Id) ? Attendance.Apologies
                    : Attendance.NotNamed;
                attended.Add(new Attended(meeting, member, how, people));
            }
        }

        return new Participation(attended, Votes(corpus), PartialDate.Of(day));
    }

    private static FrozenDictionary<string, ImmutableArray<Cast>> Votes(Corpus corpus) =>
        corpus.All<Decision>(Decision.OfKind)
            .Where(d => d.Vote is not null)
            .OrderByDescending(d => d.Date?.ToString(), StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)
            .SelectMany(d => d.Vote!.Ballots.Select(b => (b.Member.Id, Cast: new Cast(d, b))))
            .GroupBy(v => v.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(v => v.Cast).ToImmutableArray(), StringComparer.Ordinal);
}
