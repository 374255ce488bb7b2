using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>That a record no longer counts, and what it said.</summary>
/// <param name="Date">Since when.</param>
/// <param name="Why">Why, or null.</param>
/// <param name="By">Who said so, or null.</param>
/// <param name="Removed">Whether its words are gone too.</param>
/// <param name="StatusBefore">The status it had, or null.</param>
/// <param name="Sections">Its text.</param>
public sealed record RetractionView(Day? Date, string? Why, Anchor? By, bool Removed, string? StatusBefore, ImmutableArray<SectionView> Sections)
{
    /// <summary>Whether it is spoken of as several: minutes.</summary>
    [JsonIgnore] public bool IsPlural { get; init; }

    /// <summary>The state in a sentence: "This decision was retracted on 4 March 2026."</summary>
    [JsonIgnore] public string Lead { get; init; } = "";

    /// <summary>Makes it; null for a record that stands.</summary>
    internal static RetractionView? Of(PageContext page, Record record, ImmutableArray<SectionView> sections)
    {
        if (record.Core.Retraction is not { } retraction) return null;
        var day = page.Day(retraction.Date);
        return new RetractionView(
            day, retraction.Why, retraction.By is { } by ? page.To(by) : null, retraction.IsRemoval, record.Core.StatusBefore, retraction.IsRemoval ? [] : sections)
        {
            Lead = LeadOf(record, retraction, day),
            IsPlural = record is Meeting,
        };
    }

    /// <summary>What a list, a feed or a preview says instead of the record's own words.</summary>
    internal static string? InShort(PageContext page, Record record) => record.Core.Retraction is { } retraction
        ? LeadOf(record, retraction, page.Day(retraction.Date)) + (retraction.Why is { } why ? $" {Sentence(why)}" : "")
        : null;

    /// <summary>The banner: "This decision was retracted on … It has no effect. …"</summary>
    internal Banner Banner
    {
        get
        {
            var effect = Removed ? "Its words are gone. We keep its address." : IsPlural ? "They have no effect." : "It has no effect.";
            var reason = Why is null ? "The record does not say why." : Sentence(Why);
            return new Banner("stop", Lead, new($"{effect} {Html.Escape(reason)}{(By is null ? "" : $" Decided by: {By.Element}.")}"));
        }
    }

    private static string LeadOf(Record record, Retraction retraction, Day? day)
    {
        var what = record is Meeting && !retraction.IsRemoval ? "These minutes were" : retraction.IsRemoval ? "This record was" : $"This {record.Kind.Label.ToLowerInvariant()} was";
        return $"{what} {(retraction.IsRemoval ? "removed" : "retracted")}{(day is null ? "" : $" on {day}")}.";
    }

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('!') || text.EndsWith('?') ? text : text + ".";
}
