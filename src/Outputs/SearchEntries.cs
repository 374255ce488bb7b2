using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What the search knows of each record: the words of its page, and which of them weigh more.</summary>
internal static class SearchEntries
{
    /// <summary>The index as files.</summary>
    public static IEnumerable<Artifact> Render(Site site)
    {
        var page = new PageContext(site, Routes.Home);
        var entries = new SearchEntry[site.Corpus.Records.Length];
        Parallel.For(0, entries.Length, i => entries[i] = Of(page, site.Corpus.Records[i]));
        return SearchIndex.Build(entries).Append(new Artifact("search/search.js", Files.Asset(site, "assets/search.js")));
    }

    private static SearchEntry Of(PageContext page, Record record)
    {
        var status = record is Decision decision ? page.Consequences.Replacements.StatusOf(decision) : record.Status;
        var tag = record is Decision made ? StatusTags.Of(page.Consequences, made) : StatusTags.Plain(status) ?? StatusTags.Gone(status);
        return new SearchEntry(
            Routes.Of(record), record.Title, record.Kind.Label, page.Day(record.Date)?.Text, tag?.Label ?? "",
            status is "superseded" or "withdrawn" or "rejected" or "deprecated" or "cancelled" || record.IsRetracted,
            RetractionView.InShort(page, record) ?? Summary.Of(record) ?? "", [.. Names(page, record)], Text(record));
    }

    private static IEnumerable<string> Names(PageContext page, Record record)
    {
        foreach (var tag in record.Core.Tags) yield return tag;
        if (record.Core.Number is { } number) yield return number;
        foreach (var reference in record.Core.References)
            if (reference.Kind == "member") yield return page.Corpus.Find(reference)?.Title ?? reference.Written.Value;
    }

    private static IEnumerable<string> Text(Record record)
    {
        foreach (var section in record.Body.Sections)
        {
            yield return section.Title;
            yield return section.Content.Marked;
        }

        foreach (var extra in record.Core.Extra) yield return extra.Text;
    }
}
