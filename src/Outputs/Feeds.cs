using System.Globalization;
using System.Text;
using System.Xml;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A list of records that a reader can follow.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Title">Its name.</param>
/// <param name="About">What it holds, in a sentence.</param>
/// <param name="Records">The records, newest first.</param>
internal sealed record Feed(string Path, string Title, string About, IEnumerable<Record> Records);

/// <summary>
/// Atom feeds (RFC 4287). An entry's <c>updated</c> is the newest date the record knows of itself, a correction's
/// included, so that readers see a record again when it was corrected and never because the site was built again.
/// </summary>
internal static class Feeds
{
    private const int MaxEntries = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feeds of a site.</summary>
    public static IEnumerable<Feed> Of(Site site)
    {
        var all = site.Kinds.Where(k => k.Kind.DateKey is not null).SelectMany(k => site.Lists.Of(k.Kind));
        yield return new("feeds/all.xml", "Everything", "All dated records.", all);
        yield return new("feeds/decisions.xml", "Decisions", "Every decision.", site.Lists.Of(Decision.OfKind));
        yield return new("feeds/meetings.xml", "Meetings", "Every meeting and its minutes.", site.Lists.Of(Meeting.OfKind));
        yield return new("feeds/open-questions.xml", "Open questions", "What members have not decided yet.", OpenQuestionsView.Open(site));
    }

    /// <summary>The feeds as files.</summary>
    public static IEnumerable<Artifact> Render(Site site) => Of(site).Select(f => new Artifact(f.Path, Render(site, f)));

    private static byte[] Render(Site site, Feed feed)
    {
        // A record dated in the future (a meeting to come) is not news yet under its own date.
        var entries = feed.Records.Select(r => (Record: r, Updated: Updated(r)))
            .Where(e => e.Updated is not null).OrderByDescending(e => e.Updated).ThenBy(e => e.Record.Kind.Name, StringComparer.Ordinal)
            .ThenBy(e => e.Record.Id, StringComparer.Ordinal).Take(MaxEntries).ToList();
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, site.Settings.Language);
            xml.WriteElementString("id", Atom, Id(site, feed.Path));
            xml.WriteElementString("title", Atom, $"{site.Name}: {feed.Title}");
            xml.WriteElementString("updated", Atom, Stamp(entries.Count > 0 ? entries[0].Updated!.Value : new DateOnly(1970, 1, 1)));
            Link(xml, "self", Address(site, feed.Path, feed.Path));
            Link(xml, "alternate", Address(site, feed.Path, Routes.Home));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, site.Name);
            xml.WriteEndElement();
            foreach (var (record, updated) in entries) Entry(xml, site, feed, record, updated!.Value);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, Site site, Feed feed, Record record, DateOnly updated)
    {
        var path = Routes.Of(record);
        var isDraft = record is Meeting { MinutesStatus: "draft" };
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, Id(site, path));
        xml.WriteElementString("title", Atom, Clean(record.Title) + (record.Core.Retraction is { } gone ? $" ({gone.Status})" : isDraft ? " (draft minutes)" : ""));
        xml.WriteElementString("updated", Atom, Stamp(updated));
        if (record.Date is { } date) xml.WriteElementString("published", Atom, Stamp(date.First));
        Link(xml, "alternate", Address(site, feed.Path, path));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", record.Kind.Name);
        xml.WriteEndElement();
        if ((record.Core.Retraction?.Status ?? (isDraft ? "draft" : null)) is { } state)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", state);
            xml.WriteEndElement();
        }

        if ((RetractionView.InShort(new PageContext(site, feed.Path), record) ?? Summary.Of(record)) is { } summary) xml.WriteElementString("summary", Atom, Clean(summary));
        xml.WriteEndElement();
    }

    private static DateOnly? Updated(Record record)
    {
        var dates = record.Core.Corrections.Select(c => c.Date).Append(record.Core.Retraction?.Date).Append(record.Date).Append((record as Decision)?.Proposed).Append((record as Meeting)?.Published)
            .Concat((record as Decision)?.Positions.Select(p => p.Date) ?? [])
            .OfType<PartialDate>().Select(d => d.First).ToList();
        return dates.Count == 0 ? null : dates.Max();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>A name for good: the address where it is known, else a name made of the coalition's and the path.</summary>
    private static string Id(Site site, string path) =>
        site.Settings.Url is { } url ? new Uri(url, path).AbsoluteUri : $"urn:publicledger:{Uri.EscapeDataString(site.Name)}:{Uri.EscapeDataString(path)}";

    private static string Address(Site site, string from, string to) =>
        site.Settings.Url is { } url ? new Uri(url, to).AbsoluteUri : RelativePath.Between(from, to);

    private static string Stamp(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF)));
}
