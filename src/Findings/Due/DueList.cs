using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Due;

/// <summary>Something that falls due.</summary>
/// <param name="For">What for, and which record says so.</param>
/// <param name="On">The last day; of a month or a year its last one.</param>
/// <param name="Overdue">Whether that day has passed and, as far as the record says, it was not done.</param>
/// <param name="Who">Whose it is, as the record names them.</param>
public sealed record DueItem(Appointment For, DateOnly On, bool Overdue, ImmutableArray<Ref> Who);

/// <summary>What is overdue on a day, and what falls due from that day on.</summary>
/// <param name="From">The day.</param>
/// <param name="Until">The last day that is looked at.</param>
/// <param name="Items">What falls due: what is overdue first, then by day.</param>
public sealed record DueList(DateOnly From, DateOnly Until, ImmutableArray<DueItem> Items)
{
    /// <summary>The list for so many days from today; empty for a coalition that has ended, of which nothing is asked any more.</summary>
    /// <param name="consequences">What follows from the records.</param>
    /// <param name="days">How many days; 0 for today alone.</param>
    public static DueList Of(Consequences consequences, int days)
    {
        var from = consequences.Today;
        var until = from.DayNumber + (long)days > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : from.AddDays(days);
        if (consequences.Ended is not null) return new DueList(from, until, []);
        var end = consequences.End?.Date.Last is { } last && last < until ? last : until;
        var items = consequences.Appointments.Concat(consequences.Upkeep)
            .Where(a => !a.CalledOff && !a.Record.IsRetracted && a.Date.Last <= end && (a.Date.Last >= from ? IsToCome(a) : IsLeftUndone(a, consequences)))
            .Select(a => new DueItem(a, a.Date.Last, a.Date.Last < from, WhoseIs(a, from)));
        return new DueList(from, until, [.. items.OrderBy(i => i.On).ThenBy(i => i.For.For).ThenBy(i => i.For.Record.Kind.Name, StringComparer.Ordinal).ThenBy(i => i.For.Record.Id, StringComparer.Ordinal).ThenBy(i => i.For.Person?.Id, StringComparer.Ordinal)]);
    }

    private static bool IsToCome(Appointment appointment) => appointment.For switch
    {
        Occasion.Meeting => appointment.Record.Status is not "held",
        Occasion.JudgeTrial => appointment.Record is not Decision { PilotResult: not null },
        _ => true,
    };

    /// <summary>Whether somebody still has to do something about a day that has passed: what starts or ends by itself does so without us.</summary>
    private static bool IsLeftUndone(Appointment appointment, Consequences consequences) => appointment.For switch
    {
        Occasion.Meeting => appointment.Record.Status == "scheduled",
        Occasion.JudgeTrial => appointment.Record is Decision { PilotResult: null } trial && Applies(trial, consequences),
        Occasion.LookAgain => appointment.Record is not Decision decision || Applies(decision, consequences),
        Occasion.ObjectBy or Occasion.Starts or Occasion.Ends or Occasion.CoalitionEnds or Occasion.TermEnds => false,
        _ => true,
    };

    private static bool Applies(Decision decision, Consequences consequences) =>
        consequences.Replacements.StatusOf(decision) is "accepted" or "implemented" && !(decision.Sunset?.Last <= consequences.Today);

    private static ImmutableArray<Ref> WhoseIs(Appointment appointment, DateOnly today) => appointment.Record switch
    {
        Meeting meeting => appointment.For == Occasion.Meeting ? meeting.Chair : meeting.MinutesBy,
        Decision decision => decision.ProposedBy,
        Commitment promise => promise.By,
        WorkingAgreement agreement => agreement.Between,
        Role role => [.. role.Terms.Where(t => t.From?.First <= today && !(t.Until?.Last < today)).Select(t => t.Holder).OfType<Ref>()],
        _ => [],
    };
}
