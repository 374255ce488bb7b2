using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Findings.Actors;
using PublicLedger.Findings.Agreements;
using PublicLedger.Findings.Minutes;
using PublicLedger.Findings.Powers;
using PublicLedger.Findings.Promises;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Everything that follows from the records taken together.</summary>
public sealed record Consequences
{
    /// <summary>Where links lead.</summary>
    public required LinkIndex Links { get; init; }

    /// <summary>Which records name a record.</summary>
    public required Backlinks Backlinks { get; init; }

    /// <summary>Which decisions replaced which.</summary>
    public required Replacements Replacements { get; init; }

    /// <summary>Who belonged, attended and voted.</summary>
    public required Participation Participation { get; init; }

    /// <summary>What meetings asked somebody to do, each through all minutes that come back to it.</summary>
    public required ActionStories Actions { get; init; }

    /// <summary>What members promised and hold.</summary>
    public required Involvement Involvement { get; init; }

    /// <summary>Who needs whom, and who brought in whom.</summary>
    public required ActorMap Actors { get; init; }

    /// <summary>Who held which role for how long.</summary>
    public required Tenures Tenures { get; init; }

    /// <summary>Who endorsed which text of which agreement, and whether it is still the text.</summary>
    public required Currencies Currencies { get; init; }

    /// <summary>Who joined, left and joined again.</summary>
    public required Memberships Memberships { get; init; }

    /// <summary>What members asked of decisions, and what became of it.</summary>
    public required Voice Voice { get; init; }

    /// <summary>Which member did what in which vote.</summary>
    public required VoteTable Votes { get; init; }

    /// <summary>How often members voted the same way.</summary>
    public required VoteAgreement VoteAgreement { get; init; }

    /// <summary>How often members meet and decide.</summary>
    public required Rhythm Rhythm { get; init; }

    /// <summary>How often members met and how many came, through all years.</summary>
    public required MeetingHistory MeetingHistory { get; init; }

    /// <summary>Each vote held against the rule of its day.</summary>
    public required Proofs Proofs { get; init; }

    /// <summary>By what right each decision was taken.</summary>
    public required Authorities Authorities { get; init; }

    /// <summary>How members were told of each decision before it was taken.</summary>
    public required Notices Notices { get; init; }

    /// <summary>Each agreement through time.</summary>
    public required Timelines Timelines { get; init; }

    /// <summary>The decisions taken at each meeting.</summary>
    public required FrozenDictionary<string, ImmutableArray<Decision>> DecisionsAt { get; init; }

    /// <summary>What became of each commitment.</summary>
    public required PromiseBook Promises { get; init; }

    /// <summary>The days that the record sets for something, oldest first.</summary>
    public required ImmutableArray<Appointment> Appointments { get; init; }

    /// <summary>What is withheld, what was corrected, and what no longer counts.</summary>
    public required Registers Registers { get; init; }

    /// <summary>The matters that come back, and everything about each.</summary>
    public required Topics Topics { get; init; }

    /// <summary>The days on which whoever keeps the record has something to do, oldest first.</summary>
    public required ImmutableArray<Appointment> Upkeep { get; init; }

    /// <summary>The end of the coalition, past or to come; null where the record names none.</summary>
    public Ending? End { get; init; }

    /// <summary>The end of the coalition once it has come; null while it goes on.</summary>
    public Ending? Ended => End is { IsOver: true } ? End : null;

    /// <summary>The day as of which the record speaks: that of the build, or the coalition's last where that came before it.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The actions of one meeting, in the order of its minutes.</summary>
    public ImmutableArray<ActionItem> ActionsOf(Meeting meeting) => ActionsAt.GetValueOrDefault(meeting.Id, []);

    /// <summary>The actions by the meeting that asked for them.</summary>
    public required FrozenDictionary<string, ImmutableArray<ActionItem>> ActionsAt { get; init; }
}

/// <summary>Records to consequences, and the contradictions among them.</summary>
public static class Deriver
{
    /// <summary>Derives everything. A contradiction is reported with both of its places.</summary>
    public static Consequences Derive(Consolidation consolidation, SourceTree sources, Settings settings, DiagnosticBag say)
    {
        var corpus = consolidation.Corpus;
        var book = new Rulebook(corpus);
        var links = new LinkIndex(corpus, sources.Attachments);
        LinkCheck.Check(corpus, links, sources.Attachments.Keys, say);
        RollCheck.Check(corpus, say);
        MinutesCheck.Check(corpus, links, say);
        ScoreCheck.Check(corpus, say);
        ProfileCheck.Check(corpus, settings.Profile, sources.Today, say);
        AfterlifeCheck.Check(corpus, say);
        Ending.Check(corpus, say);
        PromiseCheck.Check(corpus, sources.Today, say);
        Revisiting.Check(corpus, sources.Today, say);
        OutcomeCheck.Check(corpus, sources.Today, say);
        ConcernLife.Check(corpus, sources.Today, say);
        var notices = Notices.Of(book, links, settings.Profile);
        NoticeCheck.Check(notices, corpus, say);
        InterestCheck.Check(corpus, say);
        var timelines = Timelines.Of(consolidation);
        var tenures = Tenures.Of(corpus, sources.Today, say);
        var replacements = Replacements.Of(corpus);
        var actions = ActionItem.Of(corpus);
        var votes = VoteTable.Of(corpus);
        var participation = Participation.Of(corpus, sources.Today);
        var currencies = Currencies.Of(corpus, timelines, sources.Today);
        return new Consequences
        {
            Links = links,
            Backlinks = Backlinks.Of(corpus, links),
            Replacements = replacements,
            Appointments = Appointment.Of(corpus, replacements, tenures, sources.Today),
            Upkeep = Due.Upkeep.Of(corpus, settings.Profile, sources.Today),
            Participation = participation,
            Actions = ActionStories.Of(actions),
            ActionsAt = actions.GroupBy(a => a.Meeting.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal),
            Involvement = Involvement.Of(corpus),
            Actors = ActorMap.Of(corpus, sources.Today),
            Tenures = tenures,
            Currencies = currencies,
            Memberships = Memberships.Of(corpus, currencies),
            Voice = Voice.Of(corpus),
            Votes = votes,
            VoteAgreement = VoteAgreement.Of(votes),
            Rhythm = Rhythm.Of(corpus, sources.Today),
            MeetingHistory = MeetingHistory.Of(corpus, participation, sources.Today),
            Proofs = Proofs.Of(book, say),
            Notices = notices,
            Authorities = Authorities.Of(book, timelines, say),
            Timelines = timelines,
            Promises = PromiseBook.Of(corpus, sources.Today),
            DecisionsAt = DecisionsByMeeting(corpus),
            Registers = Registers.Of(corpus),
            Topics = Topics.Of(corpus, links, settings.Topics, say),
            End = Ending.Of(corpus, sources.Today),
            Today = sources.Today,
        };
    }

    private static FrozenDictionary<string, ImmutableArray<Decision>> DecisionsByMeeting(Corpus corpus) =>
        corpus.All<Decision>(Decision.OfKind)
            .GroupBy(d => corpus.Find<Meeting>(d.Meeting)?.Id ?? "", StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
}
