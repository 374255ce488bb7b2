using System.Text.Json;

namespace PublicLedger.Tests;

/// <summary>
/// What must hold of Popolo data beyond its schemas, which ask for nearly nothing: every entry has an id of its own, every id
/// that is named is there, the counts are those of the roll, and whoever was recused is not an abstention without a word.
/// </summary>
internal static class PopoloRules
{
    private static readonly string[] Named =
        ["person_id", "organization_id", "post_id", "on_behalf_of_id", "parent_id", "motion_id", "creator_id", "voter_id", "pair_id", "group_id", "legislative_session_id"];

    /// <summary>What is broken, each with its place.</summary>
    public static List<string> Problems(JsonElement all)
    {
        var problems = new List<string>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in all.EnumerateObject())
        {
            foreach (var entry in list.Value.EnumerateArray())
            {
                if (!entry.TryGetProperty("id", out var id)) problems.Add($"{list.Name}: an entry without an id");
                else if (!ids.Add(id.GetString()!)) problems.Add($"{list.Name}: {id} is there twice");
            }
        }

        CheckNames(all, ids, problems);
        foreach (var vote in all.GetProperty("vote_events").EnumerateArray()) CheckRoll(vote, problems);
        return problems;
    }

    private static void CheckNames(JsonElement value, HashSet<string> ids, List<string> problems)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) CheckNames(item, ids, problems);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var key in value.EnumerateObject())
            {
                if ((Named.Contains(key.Name) || key.Name == "id") && !ids.Contains(key.Value.GetString()!)) problems.Add($"{key.Name}: {key.Value} is not there");
                else CheckNames(key.Value, ids, problems);
            }
        }
    }

    private static void CheckRoll(JsonElement vote, List<string> problems)
    {
        var id = vote.GetProperty("id").GetString();
        var counts = vote.TryGetProperty("counts", out var found) ? found.EnumerateArray().ToList() : [];
        if (counts.DistinctBy(c => c.GetProperty("option").GetString()).Count() != counts.Count) problems.Add($"{id}: an option is counted twice");
        var roll = vote.TryGetProperty("votes", out var votes) ? votes.EnumerateArray().ToList() : [];
        if (roll.DistinctBy(v => v.GetProperty("voter_id").GetString()).Count() != roll.Count) problems.Add($"{id}: somebody votes twice");
        foreach (var option in roll.GroupBy(v => v.GetProperty("option").GetString()))
        {
            var count = counts.FirstOrDefault(c => c.GetProperty("option").GetString() == option.Key);
            var counted = count.ValueKind == JsonValueKind.Object ? count.GetProperty("value").GetInt32() : 0;
            if (counted != option.Count()) problems.Add($"{id}: {counted} {option.Key} counted, {option.Count()} on the roll");
            var recused = option.Count(v => NoteOf(v).StartsWith("Recused", StringComparison.Ordinal));
            if (recused > 0 && !NoteOf(count).Contains($"{recused} recused", StringComparison.Ordinal)) problems.Add($"{id}: the count does not say that {recused} were recused");
        }
    }

    private static string NoteOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("note", out var note) ? note.GetString()! : "";
}
