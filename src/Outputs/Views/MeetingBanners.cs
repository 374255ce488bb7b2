using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The states of a meeting and its minutes that a reader must know before anything else.</summary>
internal static class MeetingBanners
{
    public static IEnumerable<Banner> Of(PageContext page, Meeting meeting)
    {
        if (meeting.Core.Retraction is { IsRemoval: true }) yield break;
        if (meeting.Status == "cancelled") yield return new("stop", "This meeting was cancelled.", Html.Of("It did not take place. We keep the page for the record."));
        if (meeting.Status == "scheduled") yield return Planned(page, meeting);
        if (meeting.MinutesStatus == "draft") yield return Draft(page, meeting);
        if (!meeting.Core.Corrections.IsEmpty) yield return Corrected(page, meeting);
        else if (meeting.MinutesStatus == "corrected")
            yield return new("info", "These minutes were corrected.", Html.Of("The record does not say what changed."));
    }

    private static Banner Planned(PageContext page, Meeting meeting)
    {
        if (meeting.Date is not { } date) return new("info", "This meeting is planned.", Html.Of("Its date is not recorded."));
        var on = page.Day(date)!.Element;
        if (page.Consequences.Ended is { } end && date.First > end.Date.Last)
            return new("old", "This meeting was not held.", new($"It was planned for {on}. The coalition ended before that. We keep the page for the record."));
        return date.Last < page.Consequences.Today
            ? new("warn", "The record does not say whether this meeting took place.", new($"It was planned for {on}."))
            : new("info", "This meeting has not taken place yet.", new($"It is planned for {on}."));
    }

    private static Banner Draft(PageContext page, Meeting meeting)
    {
        var approval = page.Corpus.Find<Meeting>(meeting.ApprovedAt) is { } next
            ? $"Members will be asked to approve these at {page.To(next).Element}{(next.Date is { } date ? $" on {page.Day(date)!.Element}" : "")}. " : "";
        return new("warn draft", "Draft minutes. Not yet approved.", new($"{approval}They may still change. Please do not quote them as final."));
    }

    private static Banner Corrected(PageContext page, Meeting meeting)
    {
        var on = page.Day(meeting.Core.Corrections[^1].Date);
        return new("info", on is null ? "These minutes were corrected." : $"These minutes were corrected on {on}.", new("<a href=\"#at-history\">See what changed</a>."));
    }
}
