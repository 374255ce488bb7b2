using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Findings.Minutes;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>Whether a decision was on an agenda. Minutes take the place of the agenda after a meeting, so that either counts.</summary>
public enum AgendaState
{
    /// <summary>The agenda or the minutes of its meeting name it.</summary>
    Named,

    /// <summary>They do not: it was on no agenda, as far as the record says.</summary>
    NotNamed,

    /// <summary>It was taken between meetings, by lazy consensus or by one to whom it is left.</summary>
    OutsideMeeting,

    /// <summary>No meeting is recorded, and the way in which it was taken needs one or is not recorded.</summary>
    NoMeeting,

    /// <summary>The meeting has no text from which it could be told.</summary>
    NotKnown,
}

/// <summary>Where the notice of a decision stands to the notice that was asked for.</summary>
public enum NoticeState
{
    /// <summary>Nothing asked for notice.</summary>
    NotAsked,

    /// <summary>As much as was asked, or more.</summary>
    Enough,

    /// <summary>Less than was asked.</summary>
    Short,

    /// <summary>The record says why it was decided without the usual notice, and not when notice was given.</summary>
    Waived,

    /// <summary>Notice was asked for, and the record does not say clearly when it was given.</summary>
    NotRecorded,
}

/// <summary>How members were told of a decision before it was taken.</summary>
/// <param name="Decision">The decision; it was taken.</param>
/// <param name="Agenda">Whether it was on an agenda.</param>
public sealed record Notice(Decision Decision, AgendaState Agenda)
{
    /// <summary>The meeting at which it was taken; null where none is recorded.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>How many days before the decision notice was given, below 0 for after it; null where one of the days is not recorded exactly.</summary>
    public int? Days { get; init; }

    /// <summary>How many days were asked for by the rule of that day or the profile, whichever asked for more; null where neither did.</summary>
    public int? Asked { get; init; }

    /// <summary>The rule that asked; null where the profile did, or nothing.</summary>
    public DecisionRule? Rule { get; init; }

    /// <summary>Why it was decided without the usual notice, as the record says; null where it does not.</summary>
    public string? Reason => Decision.NoticeWaived;

    /// <summary>Where the notice stands.</summary>
    public NoticeState State => (Days, Asked, Reason) switch
    {
        ({ } given, { } asked, _) => given < asked ? NoticeState.Short : NoticeState.Enough,
        (null, _, not null) => NoticeState.Waived,
        (null, not null, _) => NoticeState.NotRecorded,
        _ => NoticeState.NotAsked,
    };
}

/// <summary>The notice of every decision that was taken, newest first. Found records do not say when notice was given, so that they are left out.</summary>
public sealed class Notices
{
    private readonly FrozenDictionary<string, Notice> byDecision;

    private Notices(ImmutableArray<Notice> all)
    {
        All = all;
        HasExceptions = all.Any(n => n.Agenda is not (AgendaState.Named or AgendaState.NotKnown) || n.State is not (NoticeState.Enough or NoticeState.NotAsked));
        byDecision = all.ToFrozenDictionary(n => n.Decision.Id, StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public ImmutableArray<Notice> All { get; }

    /// <summary>Whether any decision was on no agenda, outside a meeting or without one on the record, or had less notice than was asked for.</summary>
    public bool HasExceptions { get; }

    /// <summary>The notice of a decision; null where it was not taken, or is a found record.</summary>
    public Notice? Of(Decision decision) => byDecision.GetValueOrDefault(decision.Id);

    /// <summary>Those with an agenda state.</summary>
    public ImmutableArray<Notice> With(AgendaState agenda) => [.. All.Where(n => n.Agenda == agenda)];

    /// <summary>Those whose notice was shorter than asked for, or that were decided without it for a reason.</summary>
    public ImmutableArray<Notice> Short => [.. All.Where(n => n.State is NoticeState.Short or NoticeState.Waived)];

    /// <summary>Those for which notice was asked for and none is recorded.</summary>
    public ImmutableArray<Notice> NotRecorded => [.. All.Where(n => n.State is NoticeState.NotRecorded)];

    internal static Notices Of(Rulebook book, LinkIndex links, Profile? profile)
    {
        var reader = new NoticeReader(book, links, profile);
        return new([.. book.Corpus.All<Decision>(Decision.OfKind).Where(d => d.WasTaken && !d.Core.Foreign)
            .OrderByDescending(d => d.Date).ThenByDescending(d => d.Id, StringComparer.Ordinal).Select(reader.Read)]);
    }
}

/// <summary>Reads the notice of decisions, and each meeting's text once.</summary>
internal sealed class NoticeReader(Rulebook book, LinkIndex links, Profile? profile)
{
    private readonly Dictionary<string, Mentions> texts = new(StringComparer.Ordinal);
    private readonly Lazy<FrozenDictionary<string, Meeting>> minuted = new(() => MeetingsByMinutes(book.Corpus, links));

    /// <summary>The notice of a decision that was taken.</summary>
    public Notice Read(Decision decision)
    {
        var meeting = book.Corpus.Find<Meeting>(decision.Meeting) ?? minuted.Value.GetValueOrDefault(decision.Id);
        var rule = RuleOf(decision, book);
        var asked = decision.Date is { } day && profile is not null && profile.Covers(day) ? profile.Notice : null;
        var byRule = rule?.NoticeDays is { } days && !(asked > days);
        return new Notice(decision, AgendaOf(decision, meeting))
        {
            Meeting = meeting,
            Days = decision.Date?.Exact is { } decided && decision.NoticeGiven?.Exact is { } told ? decided.DayNumber - told.DayNumber : null,
            Asked = byRule ? rule!.NoticeDays : asked,
            Rule = byRule ? rule!.Source : null,
        };
    }

    /// <summary>The rule of the day, in the agreement that gives the authority or else in the one that is changed.</summary>
    private static VotingRule? RuleOf(Decision decision, Rulebook book) =>
        Proof.WithRule(decision, book).Rule
        ?? decision.Amends.Select(amended => Proof.WithRule(decision with { Under = amended }, book).Rule).FirstOrDefault(r => r is not null);

    private AgendaState AgendaOf(Decision decision, Meeting? meeting)
    {
        if (meeting is null)
        {
            // A meeting of a name that is not ours is a meeting all the same.
            if (decision.Meeting is not null) return AgendaState.NotKnown;
            return decision.Method is "lazy-consensus" or "delegated" ? AgendaState.OutsideMeeting : AgendaState.NoMeeting;
        }

        if (!texts.TryGetValue(meeting.Id, out var text)) texts[meeting.Id] = text = new Mentions(meeting, links);
        if (text.Has(decision)) return AgendaState.Named;
        return Mentions.CanTell(meeting) ? AgendaState.NotNamed : AgendaState.NotKnown;
    }

    /// <summary>For decisions that name no meeting themselves: the meeting whose minutes record them, where it is only one.</summary>
    private static FrozenDictionary<string, Meeting> MeetingsByMinutes(Corpus corpus, LinkIndex links) =>
        corpus.All<Meeting>(Meeting.OfKind)
            .SelectMany(m => m.Marks.Where(BoundMark.Decides).SelectMany(mark => BoundMark.LinkedFrom(m, mark.Links, links)).Select(d => (d.Id, Meeting: m)))
            .GroupBy(p => p.Id, StringComparer.Ordinal).Where(g => g.DistinctBy(p => p.Meeting.Id).Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First().Meeting, StringComparer.Ordinal);
}
