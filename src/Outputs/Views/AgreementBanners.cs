using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>What a reader of an agreement must know first: whether this text applies, and what is about to change.</summary>
internal static class AgreementBanners
{
    /// <summary>Those of the agreement's own page.</summary>
    public static IEnumerable<Banner> Of(PageContext page, Platform agreement, int place)
    {
        var today = page.Consequences.Today;
        var texts = Versions.TextsOf(agreement);
        var state = Versions.StateOn(agreement, place, today);
        if (page.Consequences.Ended is { } end)
        {
            yield return Over(page, texts[place], state, end);
            if (Corrected(page, texts[place]) is { } mended) yield return mended;
            yield break;
        }

        if (page.Consequences.End is { } coming)
            yield return new("warn", $"This coalition ends on {page.Day(coming.Date)}.", new($"This agreement applies until then.{Decided(page, coming)}"));
        if (state == TextState.Future)
            yield return new("info", "This agreement does not apply yet.", new($"It starts on {page.Day(Versions.DateOf(texts[place]))!.Element}."));
        if (state == TextState.Unknown && texts.Length > 1)
            yield return new("old", "The record does not say which text applies.", Html.Of("None of the texts has a date. This is the last one on the record."));
        if (Next(agreement, place, today) is { } next)
        {
            var link = page.ToVersion(agreement, agreement.Versions[next], $"Read version {next + 1}");
            yield return new("info", $"This text will change on {page.Day(Versions.DateOf(texts[next]))}.", new($"{link.Element}, which applies from that day."));
        }

        if (state != TextState.Future && texts[place].ReviewDate is { } review && review.Last < today)
            yield return new("warn", "It is time to look at this agreement again.", new($"Members said that they would do so by {page.Day(review)!.Element}."));
        if (Corrected(page, texts[place]) is { } corrected) yield return corrected;
    }

    private static Banner Over(PageContext page, Platform text, TextState state, Ending end)
    {
        var on = page.Day(end.Date)!.Element;
        return state == TextState.Future
            ? new("old", "This agreement never applied.", new($"It was to start on {page.Day(Versions.DateOf(text))!.Element}. The coalition ended on {on}."))
            : new("old", "This agreement no longer applies.", new($"It applied until {on}, when the coalition ended.{Decided(page, end)}"));
    }

    private static string Decided(PageContext page, Ending end) => end.By is { } decision ? $" Decided here: {page.To(decision).Element}" : "";

    /// <summary>Those of the page of one text.</summary>
    public static IEnumerable<Banner> OfVersion(PageContext page, Platform agreement, int place)
    {
        var today = page.Consequences.Today;
        var text = agreement.Versions[place];
        switch (Versions.StateOn(agreement, place, today))
        {
            case TextState.Past:
                var now = agreement.Versions[Versions.InForceOn(agreement, today)!.Value];
                var link = page.To(agreement, now.InForce is null ? "Read the newest version" : page.Consequences.Ended is null ? "Read the version that applies now" : "Read the last version that applied");
                var timeline = page.Consequences.Timelines.Of(agreement);
                var changed = AgreementPages.ToComparison(page, timeline, place, agreement.Versions.IndexOf(now), "see what changed");
                yield return new("old", "This is an old version.", new($"{Stretch(page, agreement, place)} {link.Element}, or {changed.Element}."));
                break;
            case TextState.Future when page.Consequences.Ended is { } end:
                yield return new("old", "This version never applied.", new($"It was to start on {page.Day(Versions.DateOf(text))!.Element}. The coalition ended on {page.Day(end.Date)!.Element}."));
                break;
            case TextState.InForce when page.Consequences.Ended is { } end:
                yield return Over(page, text, TextState.InForce, end);
                break;
            case TextState.Future:
                yield return new("info", "This version does not apply yet.", new($"It starts on {page.Day(Versions.DateOf(text))!.Element}."));
                break;
            case TextState.Unknown:
                yield return new("old", "The record does not say when this text applied.", Html.Of("It has no date."));
                break;
        }

        if (Corrected(page, text) is { } corrected) yield return corrected;
    }

    /// <summary>From when to when a text applied; where that is not recorded, the dates of the two texts.</summary>
    private static string Stretch(PageContext page, Platform agreement, int place)
    {
        var text = agreement.Versions[place];
        var next = agreement.Versions[place + 1];
        var (from, until) = (Versions.DateOf(text), Versions.DateOf(next));
        if (from is null || until is null) return "A newer text took its place.";
        if (text.InForce is null || next.InForce is null)
            return $"It is dated {page.Day(from)!.Element}. The next version is dated {page.Day(until)!.Element}.";
        if (from == until) return $"It was replaced on {page.Day(until)!.Element}, the day on which it started.";
        return until.Value.Exact is { } day
            ? $"It applied from {page.Day(from)!.Element} to {page.Day(PartialDate.Of(day.AddDays(-1)))!.Element}."
            : $"It applied from {page.Day(from)!.Element} until {page.Day(until)!.Element}.";
    }

    /// <summary>The next text to come after one, or null.</summary>
    private static int? Next(Platform agreement, int place, DateOnly today)
    {
        for (var later = place + 1; later < agreement.Versions.Length; later++)
            if (Versions.StateOn(agreement, later, today) == TextState.Future) return later;
        return null;
    }

    private static Banner? Corrected(PageContext page, Platform text) =>
        !text.Core.Corrections.IsEmpty && text.Core.Corrections[^1].Date is { } day
            ? new("info", $"This page was corrected on {page.Day(day)}.", new("<a href=\"#at-history\">See what changed</a>."))
            : null;
}
