using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What one member, adopter or other said of an agreement, and how that stands to the text in force.</summary>
public sealed record EndorsementItem(Anchor Member)
{
    private const int MaxClauses = 12;

    /// <summary>in-force, same-words, behind, ahead, unknown or none; null where it said nothing.</summary>
    public string? Standing { get; init; }

    /// <summary>The last word for readers.</summary>
    [JsonIgnore] public Tag Tag { get; init; } = StatusTags.Endorsement(null);

    /// <summary>The last word; null where it said nothing.</summary>
    public EndorsementView? Last { get; init; }

    /// <summary>Whether the last word is about a text that does not apply yet.</summary>
    public bool LastIsToCome { get; init; }

    /// <summary>The endorsement that stands, where the last word is another one.</summary>
    public EndorsementView? Stands { get; init; }

    /// <summary>How what it endorsed stands to the text in force, in a sentence; null where <see cref="Since"/> says it.</summary>
    public string? InWords { get; init; }

    /// <summary>What changed since it endorsed the text, in a sentence.</summary>
    public string? Since { get; init; }

    /// <summary>The clauses whose words changed since.</summary>
    public ImmutableArray<Anchor> Clauses { get; init; } = [];

    /// <summary>How many more there are.</summary>
    public int MoreClauses { get; init; }

    /// <summary>The page with the very words.</summary>
    [JsonIgnore] public Anchor? Changes { get; init; }

    /// <summary>What it said before, newest first.</summary>
    public ImmutableArray<EndorsementView> Earlier { get; init; } = [];

    /// <summary>One that is on the record and said nothing of the agreement.</summary>
    internal static EndorsementItem Silent(PageContext page, Member member) => new(page.To(member));

    internal static EndorsementItem Of(PageContext page, Currency currency)
    {
        var last = EndorsementView.Of(page, currency.Last);
        var stands = currency.Holds is { } holds && holds != currency.Last ? holds : null;
        var changed = currency.Standing == Held.Behind ? currency.Since.Where(c => c.Matters).ToImmutableArray() : [];
        return new EndorsementItem(last.Member)
        {
            Standing = Key(currency.Standing),
            Tag = last.Tag,
            Last = last,
            LastIsToCome = currency.Standing != Held.Ahead && currency.Last.Place > currency.InForce,
            Stands = stands is null ? null : EndorsementView.Of(page, stands),
            InWords = Sentence(page, currency),
            Since = SinceThen.Sentence(page, currency),
            Clauses = [.. changed.Take(MaxClauses).Select(c => ToClause(page, currency.Agreement, c))],
            MoreClauses = Math.Max(0, changed.Length - MaxClauses),
            Changes = SinceThen.Link(page, currency, currency.Standing == Held.Behind ? "See the words that changed" : "Compare the two"),
            Earlier = [.. currency.Words.Take(currency.Words.Length - 1).Where(w => w != stands).Reverse().Select(w => EndorsementView.Of(page, w))],
        };
    }

    private static string? Sentence(PageContext page, Currency currency) => currency.Standing switch
    {
        Held.InForce => currency.Agreement.Versions.IsEmpty ? null
            : Versions.StateOn(currency.Agreement, currency.InForce!.Value, page.Consequences.Today) == TextState.InForce ? $"This is the text that {AgreementPages.AppliesNow(page)}." : "This is the first text. It does not apply yet.",
        Held.SameWords => $"Version {currency.InForce + 1}, which {AgreementPages.AppliesNow(page)}, has the same words.",
        Held.Ahead => "That version does not apply yet.",
        Held.Unknown => currency.Holds!.Place is null ? "The record does not say which text that is." : $"The record does not say which text {AgreementPages.AppliesNow(page)}.",
        Held.None => "It agrees to no version.",
        _ => null,
    };

    private static string Key(Held standing) => standing switch
    {
        Held.InForce => "in-force",
        Held.SameWords => "same-words",
        Held.Behind => "behind",
        Held.Ahead => "ahead",
        Held.Unknown => "unknown",
        _ => "none",
    };

    private static Anchor ToClause(PageContext page, Platform agreement, ClauseChange change) =>
        AgreementPages.ToClause(page, page.Consequences.Timelines.Of(agreement), change.Story, (change.After ?? change.Before)!.Section.Label);
}
