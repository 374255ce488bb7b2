using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>The items of one meeting that are about a topic.</summary>
/// <param name="meeting">The meeting.</param>
/// <param name="names">The names of all topics.</param>
/// <param name="links">Where links lead.</param>
/// <param name="whole">The topics of records as a whole.</param>
internal sealed partial class MeetingItems(Meeting meeting, TopicNames names, LinkIndex links, Dictionary<(string, string), ImmutableArray<string>> whole)
{
    /// <summary>Each item once for each of its topics; what stands below an item of the same topic is part of it.</summary>
    public IEnumerable<(string Topic, TopicEntry Item)> All()
    {
        var sections = meeting.Body.Sections;
        var until = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < sections.Length; at++)
        {
            foreach (var topic in TopicsOf(sections[at]).Distinct(StringComparer.Ordinal))
            {
                if (until.GetValueOrDefault(topic) > at) continue;
                yield return (topic, new TopicEntry(meeting, at, until[topic] = EndOf(at)));
            }
        }
    }

    /// <summary>The topics that lines <c>Topic: …</c> of a section name, several with commas between them.</summary>
    public static IEnumerable<Located<string>> TopicLines(Section section)
    {
        if (!section.ContentAt.Source.Text.AsSpan(section.ContentAt.Start, Math.Min(section.ContentAt.Length, section.ContentAt.Source.Text.Length - section.ContentAt.Start))
            .Contains("Topic", StringComparison.Ordinal)) yield break;
        foreach (var line in section.Lines())
        {
            if (TopicLine().Match(line.Value) is not { Success: true } match) continue;
            foreach (var name in match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return line with { Value = name };
        }
    }

    private IEnumerable<string> TopicsOf(Section section)
    {
        foreach (var topic in names.In(section.Title)) yield return topic;
        if (!meeting.Core.Foreign)
        {
            foreach (var line in TopicLines(section))
                if (names.Called(line.Value) is { } topic) yield return topic;
        }

        foreach (var link in section.Heading.Links.Concat(section.Content.Links))
        {
            if (link.IsImage || links.Resolve(meeting, link).Record is not { } record || record is Meeting) continue;
            foreach (var topic in whole.GetValueOrDefault(record.Key, [])) yield return topic;
        }
    }

    private int EndOf(int at)
    {
        var sections = meeting.Body.Sections;
        var end = at + 1;
        while (end < sections.Length && sections[at].Level > 0 && sections[end].Level > sections[at].Level) end++;
        return end;
    }

    [GeneratedRegex(@"^[ \t]*(?:[*-][ \t]+)?\**Topics?\**:\**[ \t]+(.+?)[ \t.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TopicLine();
}
