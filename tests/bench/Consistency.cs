using System.Text.RegularExpressions;

namespace PublicLedger.Bench;

/// <summary>Reads the written files back and says where they contradict each other: a benchmark of refused content measures nothing.</summary>
internal static partial class Consistency
{
    /// <summary>Sentences about what is wrong; none when all is well.</summary>
    internal static IEnumerable<string> Problems(string content)
    {
        var members = Ids(content, "members");
        var meetings = Directory.GetFiles(content + "/meetings").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var decisions = Directory.GetFiles(content + "/decisions").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var anchors = Anchor().Matches(File.ReadAllText(content + "/platform/coalition-agreement.md")).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var (id, text) in decisions)
        {
            var lists = VoteList().Matches(text).Select(match => (Key: match.Groups[1].Value, Ids: List(match.Groups[2].Value))).ToArray();
            if (!lists.SelectMany(list => list.Ids).Order(StringComparer.Ordinal).SequenceEqual(members.Order(StringComparer.Ordinal)))
                yield return $"{id}: not every member is in exactly one list";
            var (yes, no) = (lists.Single(list => list.Key == "for").Ids.Length, lists.Single(list => list.Key == "against").Ids.Length);
            var result = yes > no ? "carried" : yes == no ? "tied" : "lost";
            if (Field(text, "  result") != result) yield return $"{id}: the result is not {result}";
            if ((result == "carried") == (Field(text, "status") == "rejected")) yield return $"{id}: status and result disagree";
            foreach (Match clause in Clause().Matches(text))
                if (!anchors.Contains(clause.Groups[1].Value)) yield return $"{id}: no clause {clause.Groups[1].Value}";
            if (!meetings.TryGetValue(Field(text, "meeting"), out var minutes)) yield return $"{id}: no meeting";
            else if (!minutes.Contains($"(../decisions/{id}.md)", StringComparison.Ordinal)) yield return $"{id}: not in its minutes";
            else if (Field(minutes, "date") != Field(text, "date") || !id.StartsWith(Field(text, "date"), StringComparison.Ordinal)) yield return $"{id}: dates disagree";
            else if (Field(minutes, "apologies") != $"[{string.Join(", ", lists.Single(list => list.Key == "absent").Ids)}]") yield return $"{id}: attendance disagrees";
            var older = Field(text, "supersedes").Trim('[', ']');
            if (older.Length > 0 && (!decisions.TryGetValue(older, out var replaced) || Field(replaced, "status") != "superseded"))
                yield return $"{id}: {older} is not superseded";
        }
        foreach (var (id, text) in meetings)
            if (Field(text, "approved-at") is { Length: > 0 } next && !meetings.ContainsKey(next)) yield return $"{id}: no meeting {next}";
    }

    private static string[] Ids(string content, string folder) =>
        [.. Directory.GetFiles($"{content}/{folder}").Select(file => Path.GetFileNameWithoutExtension(file))];

    private static string[] List(string text) => text.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static string Field(string text, string key)
    {
        var start = text.IndexOf($"\n{key}: ", StringComparison.Ordinal);
        if (start < 0) return "";
        start += key.Length + 3;
        return text[start..text.IndexOf('\n', start)];
    }

    [GeneratedRegex(@"\{#([a-z-]+)\}")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"(?m)^  (for|against|abstain|recused|absent): \[(.*)\]$")]
    private static partial Regex VoteList();

    [GeneratedRegex(@"coalition-agreement(?:\.md)?#([a-z-]+)")]
    private static partial Regex Clause();
}
