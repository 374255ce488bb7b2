using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>
/// Minutes of projects that live on a code host list what was talked about as items that end in the number of an issue with
/// a link to it: <c>* Review meeting times [#129](https://host/owner/repository/issues/129)</c>. The address says for certain
/// that items of two meetings are one matter. A number without a link does not: it may be that of any repository.
/// </summary>
internal static partial class NumberedItems
{
    /// <summary>One topic for each issue that stands in the items of at least two meetings.</summary>
    public static IEnumerable<Topic> Of(Corpus corpus)
    {
        var found = new Dictionary<string, List<(TopicEntry Entry, string Title, string Repository)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind))
        {
            if (meeting.Body.Links.Any(l => IsIssue().IsMatch(l.Target))) Read(meeting, found);
        }

        foreach (var (address, items) in found.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var entries = items.DistinctBy(i => (i.Entry.Record.Key, i.Entry.From)).ToList();
            if (entries.Select(e => e.Entry.Record.Key).Distinct().Count() < 2) continue;
            var latest = entries.OrderByDescending(e => e.Entry.Record.Date).ThenBy(e => e.Entry.Record.Id, StringComparer.Ordinal).First();
            var titles = items.Select(i => i.Title).Where(t => t != latest.Title).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
            var number = address[(address.LastIndexOf('/') + 1)..];
            yield return new Topic(
                new TopicName(RecordId.From(address.ToLowerInvariant()), $"{latest.Title} ({latest.Repository} #{number})", [.. titles]), Topics.Sorted(entries.Select(e => e.Entry)))
            {
                Address = $"https://{address[..address.LastIndexOf('/')]}/issues/{number}",
            };
        }
    }

    private static void Read(Meeting meeting, Dictionary<string, List<(TopicEntry, string, string)>> found)
    {
        var sections = meeting.Body.Sections;
        for (var at = 0; at < sections.Length; at++)
        {
            var lines = LinesOf(sections[at]).ToList();
            for (var line = 0; line < lines.Count; line++)
            {
                if (Item().Match(lines[line]) is not { Success: true } item || item.Groups["number"].Value != item.Groups["written"].Value) continue;
                // Issues and pull requests of a repository share one row of numbers, so that the number is enough.
                var key = $"{item.Groups["host"].Value}/{item.Groups["owner"].Value}/{item.Groups["repository"].Value}/{item.Groups["number"].Value}";
                if (!found.TryGetValue(key, out var items)) found[key] = items = [];
                items.Add((new TopicEntry(meeting, at, at) { Said = Said(lines, line + 1) }, Plain(item.Groups["title"].Value), item.Groups["repository"].Value));
            }
        }
    }

    /// <summary>What the lines below an item say, while they stand further in than it; null where there are none.</summary>
    private static string? Said(List<string> lines, int from)
    {
        var below = lines.Skip(from).TakeWhile(l => l.Length == 0 || char.IsWhiteSpace(l[0]));
        var words = string.Join(' ', below.Select(l => Plain(Bullet().Replace(l, ""))).Where(l => l.Length > 0));
        return words.Length == 0 ? null : words;
    }

    private static IEnumerable<string> LinesOf(Section section)
    {
        if (section.Level > 0) yield return section.At.Source.Text.Substring(section.At.Start, section.At.Length);
        foreach (var line in section.Lines()) yield return line.Value;
    }

    /// <summary>The words of a line as a reader sees them.</summary>
    private static string Plain(string markdown) =>
        Contacts.Mask(System.Net.WebUtility.HtmlDecode(Signs().Replace(Address().Replace(markdown, "$1"), "")).Trim());

    /// <summary>An item of the highest level, or a heading, that ends in its number.</summary>
    [GeneratedRegex(@"^(?:[*+-] |\#{1,6} )[ \t]*(?<title>\S.{2,160}?)[ \t]+\[#(?<written>\d{1,7})\]\(https://(?<host>github\.com)/(?<owner>[\w.-]+)/(?<repository>[\w.-]+)/(?:issues|pull)/(?<number>\d{1,7})\)[ \t]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^https://github\.com/[\w.-]+/[\w.-]+/(?:issues|pull)/\d", RegexOptions.CultureInvariant)]
    private static partial Regex IsIssue();

    [GeneratedRegex(@"\\(?=[\p{P}\p{S}])|[`*]|<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^\s*(?:[*+-]|\d{1,3}[.)])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()\s]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
