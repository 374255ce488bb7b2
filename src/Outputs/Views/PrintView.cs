using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The text of an agreement alone, with its version, its day and its fingerprint: to print, sign and hang up.</summary>
public sealed record PrintView(Frame Frame, string Title, Tag? VersionTag, string DateWord, Day? Date, Html Preface, ImmutableArray<ClauseView> Clauses, CiteView Cite, Anchor Agreement)
{
    /// <summary>A page for every agreement.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) =>
        site.Corpus.All<Platform>(Platform.OfKind).Select(agreement => new PagePlan(Routes.ForPrint(agreement), "agreement-print", page => Of(page, agreement)));

    private static PrintView Of(PageContext page, Platform agreement)
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var place = Versions.ShownOn(agreement, page.Consequences.Today);
        var text = timeline.Texts[place];
        var several = timeline.Texts.Length > 1;
        var day = page.Day(Versions.DateOf(text));
        return new PrintView(
            AgreementPages.Frame(page, timeline, $"{agreement.Title}, to print{AgreementPages.Distinction(page, agreement)}", $"The text of {agreement.Title} alone, to print.", "agreement-print"),
            text.Title, several ? new Tag($"Version {place + 1}", "ok") : null,
            AgreementTextView.DateWordOf(page, text, Versions.StateOn(agreement, place, page.Consequences.Today)), day,
            new Html(string.Concat(text.Body.Sections.Where(s => s.Level == 0).Select(s => page.Fill(text, s.Content).Text))),
            Variant.Gathered([.. AgreementTextView.ClausesOf(page, timeline, place, []).Select(c => c with { Note = null })]),
            new CiteView(
                $"{page.Site.Name}, {text.Title}{(several ? $", version {place + 1}" : "")}{(day is null ? "" : $", {day}")}",
                page.Site.Settings.Url is { } url ? new Uri(url, Routes.Of(agreement)).AbsoluteUri : null, PageContext.Fingerprint(text)),
            page.To(agreement));
    }
}
