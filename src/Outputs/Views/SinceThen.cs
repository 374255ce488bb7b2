using PublicLedger.Findings.Agreements;

namespace PublicLedger.Outputs;

/// <summary>What changed in an agreement since somebody endorsed it, and where the very words are.</summary>
internal static class SinceThen
{
    /// <summary>"2 clauses changed, 1 added." Null where the words in force are those that were endorsed, or nobody can tell.</summary>
    public static string? Sentence(PageContext page, Currency currency)
    {
        if (currency is not { Standing: Held.Behind, Holds.Place: { } place, InForce: { } now }) return null;
        var sentence = AgreementPages.Summary(page.Consequences.Timelines.Of(currency.Agreement), place, now);
        return currency.RulesChanged ? sentence + " The rules for decisions changed." : sentence;
    }

    /// <summary>The page that compares the text endorsed with the one in force; null where they are one text.</summary>
    public static Anchor? Link(PageContext page, Currency currency, string text)
    {
        if (currency is not { Holds.Place: { } place, InForce: { } now } || place == now) return null;
        return AgreementPages.ToComparison(page, page.Consequences.Timelines.Of(currency.Agreement), Math.Min(place, now), Math.Max(place, now), text);
    }
}
