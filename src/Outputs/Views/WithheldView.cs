using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Something that is not published, and what the public may know of it.</summary>
/// <param name="What">What it is.</param>
/// <param name="Place">Where it would stand: the record, or a heading of it.</param>
/// <param name="Ground">Why it is withheld, or null.</param>
/// <param name="Authority">The rule that allows it, or null.</param>
/// <param name="DecidedBy">Who decided so, or null.</param>
/// <param name="Present">Who was there.</param>
/// <param name="Review">When it will be looked at again, or null.</param>
/// <param name="Due">Whether that day has passed.</param>
public sealed record WithheldView(
    string What, Anchor Place, string? Ground, Anchor? Authority, Anchor? DecidedBy, ImmutableArray<Anchor> Present, Day? Review, bool Due)
{
    /// <summary>Whether it is listed on the record's own page and stands in the front matter, so that there is no place to lead to.</summary>
    [JsonIgnore] public bool NoPlace { get; init; }

    /// <summary>Whether it is listed in the register, right below the title of the page.</summary>
    [JsonIgnore] public bool Listed { get; init; }

    /// <summary>Makes it for the record's own page.</summary>
    internal static WithheldView OnOwnPage(PageContext page, Record record, Withholding item) =>
        Of(page, item, new Anchor(item.Heading ?? "In the text", item.Anchor is { } anchor ? "#" + anchor : null, record.Id)) with { NoPlace = item.Anchor is null };

    /// <summary>Makes it for the register.</summary>
    internal static WithheldView InRegister(PageContext page, Record record, Withholding item) =>
        Of(page, item, page.To(record, item.Heading is { } heading ? $"{record.Title}: {heading}" : null, item.Anchor ?? "at-withheld")) with { Listed = true };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static WithheldView Of(PageContext page, Withholding item, Anchor place) => new(
        Capital(item.What), place, item.Ground, item.Authority is { } rule ? page.To(rule) : null, item.DecidedBy is { } by ? page.To(by) : null,
        page.To(item.Present), page.Day(item.Review), item.IsDue(page.Consequences.Today));
}
