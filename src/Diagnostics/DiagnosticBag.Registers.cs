using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>What is said of records that are withheld, retracted or removed.</summary>
public sealed partial class DiagnosticBag
{
    /// <summary>Something withheld without saying why, by what right, or until when.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="missing">ground, authority and review, as far as they are missing.</param>
    /// <param name="inText">Whether it stands in the text and not in the front matter.</param>
    public void WithheldWithout(Location at, IReadOnlyList<string> missing, bool inText) =>
        Warning(at, $"This is withheld, and the record does not say {Joined([.. missing.Select(InWords)])}.",
            inText ? $"Write below it: {string.Join(", ", missing.Select(m => $"`* {char.ToUpperInvariant(m[0])}{m[1..]}: …`"))}." : $"Add {string.Join(", ", missing.Select(m => $"`{m}: …`"))} to it.");

    /// <summary>Something withheld whose day has passed.</summary>
    public void WithheldReviewDue(Location at, string day) =>
        Warning(at, $"This is withheld, and was due to be looked at again on {day}.", "Publish it, or write a later day and who decided so.");

    /// <summary>A record that was retracted or removed without a reason.</summary>
    public void RetractionWithoutReason(Location at, string key) =>
        Warning(at, $"\"{key}\" does not say why.", $"Add `why: …` to \"{key}\": readers see it instead of the record.");

    /// <summary>A retraction on a day to come.</summary>
    public void RetractedLater(Location at, string day) =>
        Error(at, $"This record is to be retracted on {day}, and that day has not come.", "Take the key out until that day.");

    /// <summary>A retracted decision that had changed the agreement already.</summary>
    public void ChangeRetracted(Location at, string since, string id) =>
        Error(at, $"This decision had changed the agreement (from {since}) before it was retracted, and a retraction cannot change it back.",
            $"Take the key out, and write a decision with `reverses: {id}`, which puts the old words back from its own day.");

    /// <summary>A retracted agreement.</summary>
    public void AgreementRetracted(Location at) =>
        Error(at, "An agreement cannot be retracted or removed: members are bound by it until they decide otherwise.", "Write a decision that repeals what no longer applies.");

    /// <summary>A retracted member.</summary>
    public void MemberRetracted(Location at) =>
        Error(at, "A member is not retracted.", "If it left, write `until:` in its last period. If its page must go, write `tombstone: {date: …, why: …}` and take out all else.");

    /// <summary>Something left in the file of a removed record.</summary>
    public void RemovedButThere(Location at, string what) =>
        Error(at, $"This record was removed, but its file still has {what}, which would be published.", "Take it out of the file. A removed record keeps its title, its number and its dates.");

    private static string InWords(string missing) => missing switch
    {
        "ground" => "on what ground",
        "authority" => "by which rule",
        _ => "when it will be looked at again",
    };

    private static string Joined(string[] words) => words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
}
