using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// That a published record no longer counts. A retracted record keeps its address and its words; of a removed one only the
/// address is left.
/// </summary>
/// <param name="Date">Since when.</param>
/// <param name="Why">Why, or null where the record does not say.</param>
/// <param name="By">Who said so: a decision, a meeting, or words; null where the record does not say.</param>
/// <param name="IsRemoval">Whether the words are gone too.</param>
public sealed record Retraction(PartialDate? Date, string? Why, Ref? By, bool IsRemoval)
{
    /// <summary>The status of a record that was retracted, whatever it was before.</summary>
    public const string Retracted = "retracted";

    /// <summary>The status of a record of which only the address is left.</summary>
    public const string Removed = "removed";

    /// <summary>Whether a status says that the record no longer counts.</summary>
    public static bool IsMeantBy(string? status) => status is Retracted or Removed;

    /// <summary>The status it gives its record.</summary>
    public string Status => IsRemoval ? Removed : Retracted;

    /// <summary>What <c>retracted:</c> or <c>tombstone:</c> says; null where neither is there, and for found records, which do not know them.</summary>
    internal static Retraction? Read(Fields fields)
    {
        if (fields.Foreign) return null;
        var (retracted, tombstone) = (fields.Map("retracted"), fields.Map("tombstone"));
        return tombstone is not null ? Read(tombstone, true) : retracted is not null ? Read(retracted, false) : null;
    }

    private static Retraction Read(Fields fields, bool removal)
    {
        var key = removal ? "tombstone" : "retracted";
        var read = new Retraction(fields.Date("date"), fields.Text("why"), fields.Link("by", null, strict: false), removal);
        fields.Finish();
        if (!fields.Has("date")) fields.Say.KeyMissing(fields.At, "date", key);
        if (read.Why is null) fields.Say.RetractionWithoutReason(fields.At, key);
        return read;
    }
}

/// <summary>A retraction must not make the record contradict itself, and a removed record must have no words left.</summary>
internal static class RetractionCheck
{
    /// <summary>What may be left of a removed record: what its address, its title and its place in lists are made of.</summary>
    private static readonly string[] Kept =
        ["type", "title", "name", "number", "status", "date", "held", "made", "raised", "adopted", "category", "joined", "left", "topic", "tombstone", "retracted", "embargo-until", "publish-contact"];

    /// <summary>Reports what cannot be retracted or removed, or not yet.</summary>
    public static void Check(Corpus corpus, DateOnly today, DiagnosticBag say)
    {
        foreach (var record in corpus.Records)
        {
            if (record.Core.Retraction is not { } retraction) continue;
            var at = record.Core.RetractedAt;
            if (record is Platform) say.AgreementRetracted(at);
            else if (record is Member && !retraction.IsRemoval) say.MemberRetracted(at);
            else if (retraction.Date is { } day && day.First > today) say.RetractedLater(at, day.ToString());
            else if (record is Decision decision && ChangedBefore(decision, retraction) is { } since) say.ChangeRetracted(at, since.ToString(), decision.Id);
        }
    }

    /// <summary>Reports every key of a removed record that would still be published; its text is looked at by itself.</summary>
    public static void CheckRemoved(Documents.Document document, Retraction retraction, DiagnosticBag say)
    {
        if (!retraction.IsRemoval) return;
        foreach (var entry in document.Front.Entries)
            if (!Kept.Contains(entry.Key.Value)) say.RemovedButThere(entry.Key.At, $"\"{entry.Key.Value}\"");
        var text = document.Source.Text.AsSpan(document.BodyStart);
        var blank = text.Length - text.TrimStart().Length;
        if (blank < text.Length) say.RemovedButThere(document.Source.At(document.BodyStart + blank, 1), "text");
    }

    /// <summary>
    /// The day from which a decision had changed an agreement when it was retracted; null where it had not. What stood in the
    /// agreement on a day cannot be made not to have stood there: only another decision can put the old words back.
    /// </summary>
    private static PartialDate? ChangedBefore(Decision decision, Retraction retraction)
    {
        if (!Decision.MeansTaken(decision.Core.StatusBefore)) return null;
        if (decision.Changes.IsEmpty && decision.Rules.IsEmpty && decision.AgreementReview is null && decision.Reverses is null) return null;
        return (decision.InForce ?? decision.Date) is { } start && retraction.Date is { } end && start.First <= end.Last ? start : null;
    }
}
