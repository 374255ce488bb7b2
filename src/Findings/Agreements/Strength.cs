using System.Runtime.CompilerServices;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>How much a text asks: what a reader watches to see whether an agreement drifts towards the least that all can bear.</summary>
/// <param name="Clauses">How many clauses it has that hold words of their own.</param>
/// <param name="NonNegotiables">How many of them are non-negotiable: those of that kind, without the headings that only gather others.</param>
/// <param name="Delegated">How many leave a matter to members.</param>
/// <param name="Words">How many words it has, headings included.</param>
public sealed record Strength(int Clauses, int NonNegotiables, int Delegated, int Words)
{
    /// <summary>Every comparison of two texts asks for both.</summary>
    private static readonly ConditionalWeakTable<Platform, Strength> Known = [];

    /// <summary>Counts a text.</summary>
    public static Strength Of(Platform text) => Known.GetValue(text, Count);

    private static Strength Count(Platform text)
    {
        var (clauses, nonNegotiables, delegated, words) = (0, 0, 0, 0);
        for (var i = 0; i < text.Clauses.Length; i++)
        {
            var clause = text.Clauses[i];
            var own = clause.Section.Lines().Sum(line => line.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            words += own + clause.Section.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            var gathers = i + 1 < text.Clauses.Length && text.Clauses[i + 1].Section.Level > clause.Section.Level && !text.Clauses[i + 1].Section.Classes.Contains("variant");
            if (own == 0 || clause.Section.Classes.Contains("variant")) continue;
            clauses++;
            if (gathers) continue;
            if (clause.Kind == "non-negotiable") nonNegotiables++;
            else if (clause.Kind == "delegated") delegated++;
        }

        return new Strength(clauses, nonNegotiables, delegated, words);
    }
}
