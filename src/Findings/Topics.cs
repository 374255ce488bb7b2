using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>A record, or an item of a meeting, that is about a topic.</summary>
/// <param name="Record">The record.</param>
/// <param name="From">For an item of a meeting, the index of its section; else null: the record as a whole.</param>
/// <param name="To">The index after the last section of the item.</param>
public sealed record TopicEntry(Record Record, int? From = null, int To = 0)
{
    /// <summary>For an item that is a line of a list, what the lines below it say; null where there are none, and for all other entries.</summary>
    public string? Said { get; init; }

    /// <summary>Whether the item is a line of a list, so that its section is about other matters too.</summary>
    public bool IsLine => From is not null && To <= From;

    /// <summary>The section that the item starts with; null for a record as a whole, and for an item without a heading.</summary>
    public Section? Item => From is { } at && Record.Body.Sections[at].Level > 0 ? Record.Body.Sections[at] : null;

    /// <summary>The day it is filed under; for a proposal, the day on which it was put forward; null where neither is recorded.</summary>
    public PartialDate? Date => Record.Date ?? (Record as Decision)?.Proposed;

    /// <summary>The marked lines of the item.</summary>
    public IEnumerable<Mark> Marks => From is { } from ? Record.Body.Marks.Where(m => m.Section >= from && m.Section < To) : [];
}

/// <summary>A matter, and everything on the record that says it is about it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Entries">Newest first; what has no date comes last.</param>
public sealed record Topic(TopicName Name, ImmutableArray<TopicEntry> Entries)
{
    /// <summary>The issue or pull request whose number makes the topic, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The first and the last day of the record about it; null where no entry has one.</summary>
    public (PartialDate First, PartialDate Last)? Span =>
        Entries.Select(e => e.Date).OfType<PartialDate>().ToList() is { Count: > 0 } dates ? (dates.Min(), dates.Max()) : null;
}

/// <summary>
/// The topics. A record belongs to one that its <c>topic:</c> or a subject names, or whose name stands in its title; an item of
/// minutes, to one whose name stands in its heading, that a line <c>Topic: …</c> names, or to which a record belongs that it
/// links to. Running prose says nothing: words that stand there may be about anything.
/// </summary>
public sealed class Topics
{
    private readonly FrozenDictionary<(string, string), ImmutableArray<Topic>> byRecord;

    private readonly FrozenSet<string> shared;

    private Topics(ImmutableArray<Topic> all)
    {
        All = all;
        shared = all.GroupBy(t => t.Name.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToFrozenSet(StringComparer.Ordinal);
        byRecord = all.SelectMany(t => t.Entries.Select(e => (e.Record.Key, Topic: t))).GroupBy(p => p.Key)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Topic).Distinct<Topic>(ReferenceEqualityComparer.Instance).ToImmutableArray());
    }

    /// <summary>All topics about which there is anything, by name.</summary>
    public ImmutableArray<Topic> All { get; }

    /// <summary>The topics of a record, or of the items of a meeting.</summary>
    public ImmutableArray<Topic> Of(Record record) => byRecord.GetValueOrDefault(record.Key, []);

    /// <summary>Whether another topic is called the same.</summary>
    public bool SharesName(Topic topic) => shared.Contains(topic.Name.Name);

    internal static Topics Of(Corpus corpus, LinkIndex links, ImmutableArray<TopicName> configured, DiagnosticBag say)
    {
        var names = NamesOf(corpus, configured, say);
        var matcher = new TopicNames(configured.Concat(names.Values.Where(n => configured.All(c => c.Id != n.Id)).Select(n => n with { Name = "", Aliases = [] })));
        var found = names.ToDictionary(n => n.Key, _ => new List<TopicEntry>(), StringComparer.Ordinal);
        if (found.Count > 0)
        {
            var whole = new Dictionary<(string, string), ImmutableArray<string>>();
            foreach (var record in corpus.Records)
            {
                ImmutableArray<string> topics = [.. OfRecord(record, matcher).Distinct(StringComparer.Ordinal)];
                if (!topics.IsEmpty) whole[record.Key] = topics;
                foreach (var topic in topics) found[topic].Add(new TopicEntry(record));
            }

            foreach (var meeting in corpus.All<Meeting>(Meeting.OfKind))
                foreach (var (topic, item) in new MeetingItems(meeting, matcher, links, whole).All()) found[topic].Add(item);
        }

        var all = found.Where(f => f.Value.Count > 0).Select(f => new Topic(names[f.Key], Sorted(f.Value))).Concat(NumberedItems.Of(corpus));
        return new Topics([.. all.OrderBy(t => t.Name.Name, StringComparer.OrdinalIgnoreCase).ThenBy(t => t.Name.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Newest first; within a meeting in the order of its items.</summary>
    internal static ImmutableArray<TopicEntry> Sorted(IEnumerable<TopicEntry> entries) =>
        [.. entries.OrderByDescending(e => e.Date is not null).ThenByDescending(e => e.Date)
            .ThenBy(e => e.Record.Kind.Name, StringComparer.Ordinal).ThenBy(e => e.Record.Id, StringComparer.Ordinal).ThenBy(e => e.From)];

    /// <summary>The topics of the configuration, and those that only records name.</summary>
    private static Dictionary<string, TopicName> NamesOf(Corpus corpus, ImmutableArray<TopicName> configured, DiagnosticBag say)
    {
        var names = configured.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var matcher = new TopicNames(configured);
        foreach (var record in corpus.Records)
        {
            var inItems = record is Meeting { Core.Foreign: false } meeting ? meeting.Body.Sections.SelectMany(MeetingItems.TopicLines) : [];
            foreach (var written in record.Core.Topics.Concat(inItems))
            {
                if (matcher.Called(written.Value) is not null) continue;
                var id = TopicName.IdOf(written.Value);
                if (!configured.IsEmpty && Spelling.Nearest(id, configured.SelectMany(c => c.Aliases.Prepend(c.Name).Select(TopicName.IdOf).Prepend(c.Id))) is { } near)
                    say.TopicMisspelt(written.At, written.Value, near);
                names.TryAdd(id, new TopicName(id, written.Value, []));
            }
        }

        return names;
    }

    private static IEnumerable<string> OfRecord(Record record, TopicNames names)
    {
        foreach (var topic in record.Core.Topics) yield return names.Called(topic.Value)!;
        // Agreements, members and pages have titles for good, which are no sign of what they are about.
        if (record is Platform or Member or Page) yield break;
        foreach (var tag in record.Core.Tags)
            if (names.Called(tag) is { } topic) yield return topic;
        foreach (var topic in names.In(record.Title)) yield return topic;
    }
}
