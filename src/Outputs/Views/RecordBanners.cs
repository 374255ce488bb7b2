using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>States that a record of any kind can be in, and that a reader must know before anything else.</summary>
internal static class RecordBanners
{
    public static IEnumerable<Banner> Of(PageContext page, Record record, RetractionView? retraction)
    {
        if (retraction is not null) yield return retraction.Banner;
        if (record.Core.Withheld.Length is var parts and > 0)
        {
            yield return new("old", parts == 1 ? "Something on this page is not published." : $"{parts} things on this page are not published.",
                new("<a href=\"#at-withheld\">See what is withheld, and why</a>."));
        }

        if (record.Core.EmbargoedUntil is { } until)
            yield return new("info", $"Published after an embargo until {page.Day(until)}.", Html.Of("Before that day this page was not public."));
    }
}
