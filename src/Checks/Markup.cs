using PublicLedger.Diagnostics;

namespace PublicLedger.Checks;

/// <summary>Each page is a page that every browser and screen reader understands: one title, one h1, one main, headings in order.</summary>
internal static class Markup
{
    /// <summary>Says what is wrong with the pages' own structure.</summary>
    public static void Check(Reading site, DiagnosticBag say)
    {
        var titles = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (var page in site.Pages)
        {
            CheckFrame(site, page, say);
            CheckHeadings(site, page, say);
            CheckContent(site, page, say);
            if (page.Title.Value.Length > 0 && !titles.TryAdd(page.Title.Value, page))
            {
                var first = titles[page.Title.Value];
                say.PageTitleRepeated(site.At(page, page.Title.At), page.Title.Value, site.At(first, first.Title.At));
            }
        }
    }

    private static void CheckFrame(Reading site, Page page, DiagnosticBag say)
    {
        if (!page.HasDoctype) say.PageDoctypeMissing(site.At(page, 0));
        if (page.Language.Length == 0) say.PageLanguageMissing(site.At(page, 0));
        if (page.Titles != 1 || page.Title.Value.Length == 0) say.PageTitleMissing(site.At(page, page.Title.At), page.Titles);
        if (page.Mains != 1) say.PageMainNotOne(site.At(page, 0), page.Mains);
        if (page.LostCharacter >= 0) say.PageCharacterLost(site.At(page, page.LostCharacter));
    }

    private static void CheckHeadings(Reading site, Page page, DiagnosticBag say)
    {
        var ones = 0;
        var before = 0;
        foreach (var heading in page.Headings)
        {
            if (heading.Level == 1) ones++;
            if (before > 0 && heading.Level > before + 1) say.PageHeadingSkipped(site.At(page, heading.At), before, heading.Level);
            before = heading.Level;
        }

        if (ones != 1) say.PageHeadlineNotOne(site.At(page, 0), ones);
    }

    private static void CheckContent(Reading site, Page page, DiagnosticBag say)
    {
        foreach (var id in page.RepeatedIds) say.PageIdRepeated(site.At(page, id.At), id.Value);
        foreach (var image in page.ImagesWithoutText) say.PageImageWithoutText(site.At(page, image));
        foreach (var table in page.TablesOutsideRegion) say.PageTableOutsideRegion(site.At(page, table));
        foreach (var guess in page.Guesses) say.PageMarkupBroken(site.At(page, guess.At), guess.Value);
    }
}
