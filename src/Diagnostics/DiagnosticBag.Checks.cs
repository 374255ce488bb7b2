using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of a site that was built, by those who check it as a stranger would.</summary>
public sealed partial class DiagnosticBag
{
    private const string RebuildHint = "Build the site again. If it stays, the template of this page needs a change.";

    /// <summary>A file that every site has is not there.</summary>
    public void SiteFileMissing(Location at, string path) => Error(at, $"The site has no {path}.", RebuildHint);

    /// <summary>Two names that a disk may hold to be one.</summary>
    public void SiteNamesAlike(Location at, string path, string other) =>
        Error(at, $"The names {path} and {other} differ only in capital letters or accents. On many computers they are the same file.", "Give one of the two records another id.");

    /// <summary>The search page has nothing to search in.</summary>
    public void SiteSearchIndexMissing(Location at) => Error(at, "This is the search page, but the site has no search index.", RebuildHint);

    /// <summary>An address leads to no file.</summary>
    public void PageLinkBroken(Location at, string address, string? nearest) =>
        Error(at, address.Length == 0 ? "This needs an address, and has an empty one." : $"The address {address} leads to no file of this site.",
            nearest is null ? "" : $"Did you mean {nearest}?");

    /// <summary>An address with other capital letters than the file.</summary>
    public void PageLinkOtherCase(Location at, string address, string real) =>
        Error(at, $"The address {address} leads nowhere on most hosts, because the file is called {real}.", "Write capital and small letters exactly as in the file's name.");

    /// <summary>An address of a folder.</summary>
    public void PageLinkToFolder(Location at, string address, string file) =>
        Error(at, $"The address {address} leads to a folder. Opened from a disk it shows a list of files.", $"Link to {file}.");

    /// <summary>A relative address that climbs too far.</summary>
    public void PageLinkOutside(Location at, string address) =>
        Error(at, $"The address {address} leads out of the site.", "Use fewer ../ at its start.");

    /// <summary>An address that begins with a slash.</summary>
    public void PageLinkFromRoot(Location at, string address) =>
        Error(at, $"The address {address} begins with a slash. It breaks when the site moves to a folder of a host, or to a disk.", "Write it relative to the page, for example ../decisions/index.html.");

    /// <summary>A relative address on the one page that is shown at any depth.</summary>
    public void PageLinkFromNowhere(Location at, string address) =>
        Error(at, $"The address {address} is relative, but this page is shown for wrong addresses in every folder.", "On this page, write addresses with a slash at the start.");

    /// <summary>An address with an unusual scheme, or none but a host.</summary>
    public void PageLinkScheme(Location at, string address) =>
        Error(at, $"The address {address} begins in a way that a public record should not use.", "Use https:, mailto: or tel:.");

    /// <summary>A fragment that names no place.</summary>
    public void PageLinkPlaceMissing(Location at, string address, string page, string fragment, string? nearest) =>
        Error(at, $"The address {address} leads to a place called \"{fragment}\", but {page} has no such place.",
            nearest is null ? "" : $"Did you mean \"{nearest}\"?");

    /// <summary>An address that is itself a program or a document.</summary>
    public void PageAddressRuns(Location at, string address) =>
        Error(at, $"The address {Short(address)} is a program or a document of its own. It could do anything to the reader.", "Link to a page instead.");

    /// <summary>Something comes from, or goes to, another host.</summary>
    public void PageLoadsRemote(Location at, string address) =>
        Error(at, $"Opening or using this page would contact another host: {address}.", "Keep a copy of the file in the site, or make it a link that the reader may follow.");

    /// <summary>A script within the page.</summary>
    public void PageScriptInline(Location at) => Error(at, "There is a script in this page.", "Put it in a file of the site.");

    /// <summary>A style within the page.</summary>
    public void PageStyleInline(Location at) => Error(at, "There is a style in this page.", "Put it in the style sheet of the site.");

    /// <summary>An attribute that is a script.</summary>
    public void PageHandlerInline(Location at, string name) => Error(at, $"The attribute {name} is a script in this page.", "Remove it.");

    /// <summary>An attribute that reports what the reader does.</summary>
    public void PagePing(Location at) => Error(at, "This link would tell another address that the reader followed it.", "Remove the attribute ping.");

    /// <summary>The page leaves by itself.</summary>
    public void PageRefreshes(Location at) => Error(at, "This page moves the reader on by itself.", "Show a link to the new place instead.");

    /// <summary>An element that brings in what was not checked.</summary>
    public void PageElementForbidden(Location at, string name) =>
        Error(at, $"{name} has no place on a page of a public record: it brings in a foreign document, or changes what addresses mean.", "Remove it.");

    /// <summary>No policy.</summary>
    public void PagePolicyMissing(Location at) =>
        Error(at, "This page has no Content-Security-Policy, so nothing stops a foreign script.", "Add the meta element of the other pages to its head.");

    /// <summary>A policy that lets something through.</summary>
    public void PagePolicyWeak(Location at, string weakness) =>
        Error(at, $"The Content-Security-Policy of this page is not strict: {weakness}.", "Use the policy of the other pages.");

    /// <summary>A policy that comes too late.</summary>
    public void PagePolicyLate(Location at) =>
        Error(at, "The Content-Security-Policy stands after something that is loaded already.", "Put it at the start of the head.");

    /// <summary>No document type.</summary>
    public void PageDoctypeMissing(Location at) => Error(at, "This page does not begin with <!DOCTYPE html>.", RebuildHint);

    /// <summary>No language.</summary>
    public void PageLanguageMissing(Location at) =>
        Error(at, "This page does not say its language, so a screen reader may read it wrongly.", "Add lang to the html element.");

    /// <summary>Not one title.</summary>
    public void PageTitleMissing(Location at, int count) =>
        Error(at, count <= 1 ? "This page has no title." : $"This page has {count} titles.", "Each page needs one title.");

    /// <summary>The title of another page.</summary>
    public void PageTitleRepeated(Location at, string title, Location other) =>
        Error(at, $"The title \"{title}\" is also that of {other.Source.Path}. A reader with both open cannot tell them apart.", "Give one of the two records another title.", other);

    /// <summary>Not one main part.</summary>
    public void PageMainNotOne(Location at, int count) => Error(at, $"This page has {count} main elements.", "Each page needs exactly one.");

    /// <summary>Not one headline.</summary>
    public void PageHeadlineNotOne(Location at, int count) => Error(at, $"This page has {count} headings of the first level.", "Each page needs exactly one.");

    /// <summary>A level is left out.</summary>
    public void PageHeadingSkipped(Location at, int before, int level) =>
        Error(at, $"A heading of level {level} follows one of level {before}. Somebody who hears the page thinks that a part is missing.", $"Use level {before + 1}.");

    /// <summary>The same id twice.</summary>
    public void PageIdRepeated(Location at, string id) =>
        Error(at, id.Length == 0 ? "There is an empty id on this page." : $"The id \"{id}\" is on this page more than once, so a link to it can only reach the first.", "Give one of the two another heading or number.");

    /// <summary>An image without words.</summary>
    public void PageImageWithoutText(Location at) =>
        Error(at, "This image has no text for those who cannot see it.", "Add alt with what the image shows, or with nothing when it only decorates.");

    /// <summary>A table that cannot be scrolled.</summary>
    public void PageTableOutsideRegion(Location at) =>
        Error(at, "This table does not stand in a region that scrolls. On a phone it would push the page sideways.", "Put it in a section with aria-label and tabindex=\"0\".");

    /// <summary>A replacement character.</summary>
    public void PageCharacterLost(Location at) =>
        Error(at, "A character was lost here: there is a replacement character (U+FFFD), or bytes that are not UTF-8.", "Look at the same place in the source and write the character again.");

    /// <summary>The parser's own complaint.</summary>
    public void PageMarkupBroken(Location at, string reason) =>
        Error(at, $"The HTML is not correct here: {Lower(reason).TrimEnd('.')}.", "Browsers have to guess what is meant.");

    /// <summary>A record without its data or its text.</summary>
    public void RecordFileMissing(Location at, string path) => Error(at, $"Beside this record there should be {path}.", RebuildHint);

    /// <summary>Data that cannot be read.</summary>
    public void RecordDataBroken(Location at, string reason) => Error(at, $"These data cannot be read: {Lower(reason).TrimEnd('.')}.", RebuildHint);

    /// <summary>Data without a key that all have.</summary>
    public void RecordKeyMissing(Location at, string key) => Error(at, $"These data have no \"{key}\" at the top level.", RebuildHint);

    /// <summary>The page says something else than the data.</summary>
    public void RecordTitleDiffers(Location at, string title, string headline, Location page) =>
        Error(at, $"The title here is \"{title}\", but the page says \"{headline}\".", RebuildHint, page);

    /// <summary>XML that cannot be read.</summary>
    public void FeedBroken(Location at, string reason) => Error(at, $"This XML cannot be read: {Lower(reason).TrimEnd('.')}.", RebuildHint);

    /// <summary>A file by the name of a legal document is something else.</summary>
    public void LegalTextOfOtherKind(Location at, string element) =>
        Error(at, $"This is to be a legal document in the form Akoma Ntoso 3.0, but it starts with “{element}”, which is not of that form.", RebuildHint);

    /// <summary>Two parts of a legal document have one name.</summary>
    public void LegalTextNameTwice(Location at, string name) =>
        Error(at, $"Two parts of this legal document are called {name}, so nobody can refer to either.", RebuildHint);

    /// <summary>A reference within a legal document leads nowhere.</summary>
    public void LegalTextReferenceBroken(Location at, string address) =>
        Error(at, $"This refers to {address}, but nothing in this legal document has that name.", RebuildHint);

    /// <summary>A feed or entry without what it must have.</summary>
    public void FeedElementMissing(Location at, string element) => Error(at, $"There is no {element} here, and every Atom feed and entry needs one.", RebuildHint);

    /// <summary>Two entries with one id.</summary>
    public void FeedIdRepeated(Location at, string id) =>
        Error(at, $"The id {id} is in this feed more than once. Feed readers would show only one of the entries.", RebuildHint);

    /// <summary>A page in the sitemap that is not in the site.</summary>
    public void SitemapPageMissing(Location at, string address) => Error(at, $"The sitemap lists {address}, but the site has no such page.", RebuildHint);
}
