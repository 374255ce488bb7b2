using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Findings;
using PublicLedger.Findings.Due;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>Somebody whose turn it is.</summary>
/// <param name="Name">For readers.</param>
/// <param name="Id">The id of the member, or null where the name is none of ours.</param>
public sealed record ReminderPerson(string Name, string? Id);

/// <summary>Something that falls due, ready to be sent to somebody.</summary>
/// <param name="Date">The day, or the month or year where the record says no more.</param>
/// <param name="On">The last day of it.</param>
/// <param name="Overdue">Whether that day has passed.</param>
/// <param name="For">What for: meeting, decide-by, look-again …</param>
/// <param name="What">That in words.</param>
/// <param name="Who">Whose it is.</param>
/// <param name="Kind">The kind of the record.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Its file, for who has to change it.</param>
/// <param name="Url">Its page; null while the site's address is not known.</param>
public sealed record Reminder(
    Day Date, DateOnly On, bool Overdue, string For, string What, ImmutableArray<ReminderPerson> Who, string Kind, string Id, string Title, string Path, string? Url)
{
    internal DueItem Item { get; init; } = null!;
}

/// <summary>What falls due in a coalition in the next days, for whoever keeps its record.</summary>
/// <param name="Coalition">Its name.</param>
/// <param name="From">The first day that is looked at.</param>
/// <param name="Until">The last one.</param>
/// <param name="Days">How many days after the first that is.</param>
/// <param name="Ended">The day on which the coalition ended, after which nothing falls due; null while it goes on.</param>
/// <param name="Items">What falls due: what is overdue first, then by day.</param>
public sealed record Reminders(string Coalition, Day From, Day Until, int Days, Day? Ended, ImmutableArray<Reminder> Items)
{
    internal DateOnly FirstDay { get; init; }

    /// <summary>For so many days from the day of the build.</summary>
    public static Reminders Of(Site site, int days)
    {
        var list = DueList.Of(site.Consequences, days);
        var page = new PageContext(site, Routes.Home);
        return new Reminders(
            site.Name, site.Dates.Of(PartialDate.Of(list.From)), site.Dates.Of(PartialDate.Of(list.Until)), days, site.Consequences.Ended is { } end ? page.Day(end.Date) : null,
            [.. list.Items.Select(i => Of(page, i))])
        {
            FirstDay = list.From,
        };
    }

    /// <summary>As a calendar; null where there is nothing to put into it, because the format has no empty calendar.</summary>
    public string? Calendar(Site site) => Items.IsEmpty ? null
        : Outputs.Calendar.Text(site, "What falls due", Items.Select(n => new CalendarEntry(n.Item.For, n.What, About(n))));

    private static string About(Reminder reminder) =>
        reminder.Who.IsEmpty ? reminder.Path : $"{string.Join(", ", reminder.Who.Select(w => w.Name))}\n{reminder.Path}";

    private static Reminder Of(PageContext page, DueItem item)
    {
        var record = item.For.Record;
        return new Reminder(
            page.Day(item.For.Date)!, item.On, item.Overdue, Outputs.Calendar.NameOf(item.For.For), ReminderWords.Of(item),
            [.. page.To(item.Who).Select(w => new ReminderPerson(w.Text, w.Id))],
            record.Kind.Name, record.Id, record.Title, record.Core.File.Text.Path,
            page.Site.Settings.Url is { } url ? new Uri(url, Routes.Of(record)).AbsoluteUri : null)
        {
            Item = item,
        };
    }
}

/// <summary>What falls due, in words.</summary>
internal static class ReminderWords
{
    public static string Of(DueItem item)
    {
        var title = item.For.Record.Title;
        return item.For.For switch
        {
            Occasion.Meeting => item.Overdue ? $"Say whether this meeting took place: {title}" : $"Meeting: {title}",
            Occasion.DecideBy => $"Decide: {title}",
            Occasion.ObjectBy => $"Last day to object: {title}",
            Occasion.Starts => $"Starts: {title}",
            Occasion.JudgeTrial => $"Judge the trial: {title}",
            Occasion.LookAgain => $"Look at this again: {title}",
            Occasion.Ends => $"Ends by itself: {title}",
            Occasion.PromiseDue => $"Promise due: {title}",
            Occasion.PassesOn => $"Pass this role on: {title}",
            Occasion.Revisit => $"Look at this working agreement again: {title}",
            Occasion.CoalitionEnds => $"The coalition ends: {title}",
            Occasion.ShowProgress => $"Show how far this promise is: {title}",
            Occasion.PublishMinutes => $"Publish the minutes: {title}",
            Occasion.ApproveMinutes => $"Approve the minutes: {title}",
            _ => string.Create(CultureInfo.InvariantCulture, $"Last day of {item.For.Person!.Name}, who speaks for {title}"),
        };
    }
}
