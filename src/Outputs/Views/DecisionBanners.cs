using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The states of a decision that a reader must know before anything else.</summary>
internal static class DecisionBanners
{
    public static IEnumerable<Banner> Of(PageContext page, Decision decision, string? status)
    {
        switch (status)
        {
            case "superseded": yield return Replaced(page, decision); break;
            case "proposed" or "draft" when page.Consequences.Ended is { } over:
                yield return new("old", status == "draft" ? "This draft was not decided before the coalition ended." : "This was not decided before the coalition ended.", new($"It never applied. The coalition ended on {page.Day(over.Date)!.Element}. We keep it here for the record."));
                break;
            case "proposed" or "draft": yield return Proposed(page, decision, status); break;
            case "withdrawn": yield return new("old", "This proposal was withdrawn.", Html.Of("It was never decided. We keep it here for the record.")); break;
            case "rejected": yield return new("stop", "This was not agreed.", Html.Of("It does not apply. We keep it here for the record.")); break;
            case "deferred": yield return new("warn", "This was put off.", Html.Of("It has not been decided.")); break;
            case "deprecated": yield return new("old", "This is no longer advised.", Html.Of("We keep it here for the record.")); break;
            case null:
                yield return decision.Core.StatusWritten is { } written
                    ? new("old", "Its status could not be read.", Html.Of($"The record says: “{written}”."))
                    : new("old", "Its status is not recorded.", Html.Of("The record does not say whether this was agreed."));
                break;
        }

        if (status is "accepted" or "implemented" && decision.Sunset is { } end && end.Last <= page.Consequences.Today)
            yield return new("old", "This decision has ended.", new($"It was to end by itself on {page.Day(end)!.Element}. We keep it here for the record."));
        foreach (var undone in page.Consequences.Replacements.UndoneBy(decision).Where(d => d.WasTaken))
            yield return new("old", "What this decision changed was undone.", new($"{page.To(undone).Element} put the words before it back{(undone.InForce is { } day ? $", from {page.Day(day)!.Element}" : "")}."));
        foreach (var part in page.Consequences.Replacements.Of(decision).Where(r => r.Part is not null))
            yield return new("warn", "Part of this decision no longer applies.", new($"{Html.Escape(StatusTags.Words(part.Part!))} was replaced by {page.To(part.New).Element}."));
        if (AuthorityWords.Doubts(page, decision) is { } doubts) yield return new("warn", "This decision may go further than was allowed.", Html.Of(doubts));
        if (!decision.Core.Corrections.IsEmpty && decision.Core.Corrections[^1].Date is { } corrected)
            yield return new("info", $"This page was corrected on {page.Day(corrected)}.", new("<a href=\"#at-history\">See what changed</a>."));
    }

    private static Banner Replaced(PageContext page, Decision decision)
    {
        var by = page.Consequences.Replacements.Of(decision).Where(r => r.Part is null).ToList();
        if (by.Count == 0) return new("old", "This decision no longer applies.", Html.Of("The record does not say what replaced it. We keep it here for the record."));
        var names = string.Join(" and ", by.Select(r => page.To(r.New).Element.ToString() + (r.New.Date is { } date ? $" on {page.Day(date)!.Element}" : "")));
        return new("old", "This decision no longer applies.", new($"It was replaced by {names}. We keep it here for the record."));
    }

    private static Banner Proposed(PageContext page, Decision decision, string status) =>
        new(status == "draft" ? "warn" : "info", status == "draft" ? "This is a draft. It does not apply." : "This is a proposal. It does not apply.",
            decision.DecideBy is { } day ? new($"Members will decide on it by {page.Day(day)!.Element}.") : Html.Of("No date has been set for the decision."));
}
