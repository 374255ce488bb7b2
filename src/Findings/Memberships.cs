using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>What happened to a membership.</summary>
public enum MembershipChange
{
    /// <summary>It began for the first time.</summary>
    Joined,

    /// <summary>It began again.</summary>
    Rejoined,

    /// <summary>It ended.</summary>
    Left,
}

/// <summary>The beginning or the end of a stretch of membership.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Change">What happened.</param>
/// <param name="Date">The first day, or the last.</param>
/// <param name="Decision">For a beginning, the decision that admitted the member.</param>
/// <param name="Why">For an end, why.</param>
/// <param name="Statements">For an end, what the member said with it: the words with which it took back its endorsement.</param>
public sealed record MembershipEvent(Member Member, MembershipChange Change, PartialDate? Date, Decision? Decision, string? Why, ImmutableArray<Said> Statements);

/// <summary>Who joined, left and joined again, and what the agreement did after somebody left.</summary>
public sealed class Memberships
{
    /// <summary>How many months after somebody left a change of the agreement is still told with it.</summary>
    public const int MonthsAfter = 12;

    private readonly FrozenDictionary<string, ImmutableArray<MembershipEvent>> byMember;

    private Memberships(ImmutableArray<MembershipEvent> events)
    {
        Events = events;
        byMember = events.GroupBy(e => e.Member.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>All of them, newest first; those without a date at the end.</summary>
    public ImmutableArray<MembershipEvent> Events { get; }

    /// <summary>Those of one member, newest first.</summary>
    public ImmutableArray<MembershipEvent> Of(Member member) => byMember.GetValueOrDefault(member.Id, []);

    /// <summary>What a member is on a day: member, left, observer, adopter, emeritus or joining; null when the record does not say.</summary>
    public static string? StandingOf(Member member, DateOnly day) => (member.Category, member.BelongedOn(PartialDate.Of(day))) switch
    {
        (_, false) when member.Periods.All(p => p.From is { } from && from.First > day) => "joining",
        (_, false) => "left",
        ("observer" or "adopter" or "emeritus", _) => member.Category,
        (_, true) => "member",
        _ => null,
    };

    /// <summary>The places of the texts of an agreement that came into force in the months after a day, up to the day of the build.</summary>
    public static ImmutableArray<int> ChangesAfter(Timeline timeline, PartialDate left, DateOnly today)
    {
        var until = left.Last.AddMonths(MonthsAfter);
        if (until > today) until = today;
        return [.. Enumerable.Range(1, Math.Max(0, timeline.Texts.Length - 1)).Where(place => Versions.DateOf(timeline.Texts[place]) is { } day && day.First > left.Last && day.First <= until)];
    }

    internal static Memberships Of(Corpus corpus, Currencies currencies)
    {
        var events = corpus.All<Member>(Member.OfKind).SelectMany(m => EventsOf(m, corpus, currencies));
        return new Memberships([.. events.OrderByDescending(e => e.Date).ThenBy(e => e.Member.Title, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Member.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<MembershipEvent> EventsOf(Member member, Corpus corpus, Currencies currencies)
    {
        var periods = member.Periods.OrderBy(p => p.From).ToList();
        var admitted = corpus.Find<Decision>(member.AdmittedBy);
        var by = admitted is null ? -1 : Math.Max(0, periods.FindIndex(p => admitted.Date is not { } day || p.From?.Last >= day.First));
        var withdrawn = currencies.Of(member).SelectMany(c => c.Words).Where(w => w.Words.Position == "withdrawn").ToList();
        for (var i = 0; i < periods.Count; i++)
        {
            var (from, until, why) = periods[i];
            yield return new MembershipEvent(member, i == 0 ? MembershipChange.Joined : MembershipChange.Rejoined, from, i == by ? admitted : null, null, []);
            if (until is null && why is null) continue;
            var next = i + 1 < periods.Count ? periods[i + 1].From : null;
            var said = withdrawn.Where(w => w.Words.Date is { } day ? (from is null || day >= from) && (next is null || day < next) : periods.Count == 1);
            yield return new MembershipEvent(member, MembershipChange.Left, until, null, why, [.. said]);
        }
    }
}
