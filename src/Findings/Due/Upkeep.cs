using System.Collections.Immutable;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Due;

/// <summary>What the record asks of those who keep it: minutes to publish and to approve, evidence to add, terms that end.</summary>
internal static class Upkeep
{
    /// <summary>All of it, oldest first. Of found records, whose keys may mean something else, only what they promise.</summary>
    public static ImmutableArray<Appointment> Of(Corpus corpus, Profile? profile, DateOnly today)
    {
        var all = new List<Appointment>();
        foreach (var promise in corpus.All<Commitment>(Commitment.OfKind)) Add(promise, EvidenceClock.Of(promise, today) is { } clock ? PartialDate.Of(clock.Due) : null, Occasion.ShowProgress);
        var byBody = corpus.All<Meeting>(Meeting.OfKind).Where(m => m.Date is not null && m.Status != "cancelled").OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal)
            .ToLookup(m => m.Assembly, StringComparer.Ordinal);
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind))
        {
            if (meeting.Core.Foreign || meeting.IsRetracted || meeting.Status is "scheduled" or "cancelled") continue;
            Add(meeting, PublishBy(meeting, profile), Occasion.PublishMinutes);
            if (meeting.MinutesStatus == "draft") Add(meeting, (corpus.Find<Meeting>(meeting.ApprovedAt) ?? Next(meeting, byBody))?.Date, Occasion.ApproveMinutes);
        }

        foreach (var member in corpus.All<Member>(Member.OfKind))
            foreach (var person in member.Delegates)
                if (person.Until is { } until) all.Add(new Appointment(member, until, Occasion.TermEnds, false) { Person = person });
        return [.. all.OrderBy(a => a.Date).ThenBy(a => a.For).ThenBy(a => a.Record.Id, StringComparer.Ordinal).ThenBy(a => a.Person?.Id, StringComparer.Ordinal)];

        void Add(Record record, PartialDate? date, Occasion what)
        {
            if (date is { } day) all.Add(new Appointment(record, day, what, false));
        }
    }

    /// <summary>The last day on which minutes are published in time; null where they are published, or the coalition promised no time.</summary>
    private static PartialDate? PublishBy(Meeting meeting, Profile? profile)
    {
        if (profile?.MinutesWithin is not { } within || meeting.Published is not null || meeting.Date?.Exact is not { } held) return null;
        if (profile.Since is { } since && held < since.First) return null;
        return held.DayNumber + (long)within > DateOnly.MaxValue.DayNumber ? null : PartialDate.Of(held.AddDays(within));
    }

    /// <summary>The next meeting of the same body, held or planned; null where none is recorded.</summary>
    private static Meeting? Next(Meeting meeting, ILookup<string?, Meeting> byBody)
    {
        if (meeting.Date is not { } day) return null;
        foreach (var other in byBody[meeting.Assembly])
            if (other.Date!.Value.First > day.Last) return other;
        return null;
    }
}
