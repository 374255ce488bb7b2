using System.Text.RegularExpressions;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>
/// Finds the names of topics in a heading: whole words, in their order, whatever their case. The words are kept by the first of
/// them, so that a heading costs as much as it is long and not as many topics as there are.
/// </summary>
internal sealed partial class TopicNames
{
    private readonly Dictionary<string, List<(string[] Words, string Topic)>> byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);

    public TopicNames(IEnumerable<TopicName> topics)
    {
        foreach (var topic in topics)
        {
            byName.TryAdd(topic.Id, topic.Id);
            foreach (var name in topic.Aliases.Prepend(topic.Name)) Add(name, topic.Id);
        }
    }

    /// <summary>The topic whose id, name or alias a word is as a whole, or null.</summary>
    public string? Called(string name) => byName.GetValueOrDefault(TopicName.IdOf(name));

    /// <summary>The topics whose name or alias stands in a heading.</summary>
    public IEnumerable<string> In(string heading)
    {
        if (byFirstWord.Count == 0) yield break;
        var words = WordsOf(heading);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (name, topic) in byFirstWord.GetValueOrDefault(words[at]) ?? [])
                if (words.AsSpan(at).StartsWith(name)) yield return topic;
        }
    }

    private void Add(string name, string topic)
    {
        var words = WordsOf(name);
        if (words.Length == 0) return;
        byName.TryAdd(TopicName.IdOf(name), topic);
        if (!byFirstWord.TryGetValue(words[0], out var names)) byFirstWord[words[0]] = names = [];
        names.Add((words, topic));
    }

    private static string[] WordsOf(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>A number sign belongs to its number: #12 is another matter than 12 of anything.</summary>
    [GeneratedRegex(@"#\d+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
