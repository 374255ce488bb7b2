using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Health;

/// <summary>Days on which a member has something to do: a role, or an action that is open.</summary>
/// <param name="Record">The role, or the meeting that asked for the action.</param>
/// <param name="Member">Who; null where the record names nobody that is a member.</param>
/// <param name="From">The first day on which it surely is so.</param>
/// <param name="Until">The first day on which it is over; null while it goes on.</param>
internal sealed record Duty(Record Record, Member? Member, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it is so on a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>Who held which role when. Terms that do not say when they begin are left out; those known to the month or the year count while they surely last.</summary>
    public static IEnumerable<Duty> OfRoles(Corpus corpus)
    {
        foreach (var role in corpus.All<Role>(Role.OfKind).Where(r => !r.IsRetracted))
            foreach (var term in role.Terms)
                if (term.From is { } from && !(term.Until?.First < from.Last))
                    yield return new Duty(role, corpus.Find<Member>(term.Holder), from.Last, term.Until is { } until ? DayAfter(until) : null);
    }

    /// <summary>
    /// Who had which action open when: from the meeting that says that it is open to the one that says that it is done, or gives
    /// it to another member. Actions of which no minutes say that they are open are left out.
    /// </summary>
    public static IEnumerable<Duty> OfActions(ActionStories actions)
    {
        foreach (var story in actions.All)
        {
            (ActionItem Line, Member? Owner, DateOnly From)? open = null;
            Member? owner = null;
            foreach (var line in story.Lines)
            {
                if (line.Meeting.Date is not { } date) continue;
                owner = line.Owner ?? owner;
                var goesOn = line.State == "open" || (line.State is null && open is not null);
                if (open is { } one && (!goesOn || one.Owner?.Id != owner?.Id))
                {
                    yield return new Duty(one.Line.Meeting, one.Owner, one.From, date.Last);
                    open = null;
                }

                if (goesOn && open is null) open = (line, owner, date.Last);
            }

            if (open is { } last) yield return new Duty(last.Line.Meeting, last.Owner, last.From, null);
        }
    }

    /// <summary>The last day of a term belongs to it.</summary>
    private static DateOnly? DayAfter(PartialDate until) => until.First < DateOnly.MaxValue ? until.First.AddDays(1) : null;
}
