using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>
/// Forms of one clause for different places, side by side. In the text each is a clause of its own below the clause it is
/// a form of, of class <c>variant</c>, with the place as its title.
/// </summary>
internal static class Variant
{
    /// <summary>The clauses with their forms inside them instead of behind them.</summary>
    public static ImmutableArray<ClauseView> Gathered(ImmutableArray<ClauseView> clauses)
    {
        if (!clauses.Any(c => c.IsVariant)) return clauses;
        var gathered = ImmutableArray.CreateBuilder<ClauseView>();
        foreach (var clause in clauses)
        {
            var isForm = clause.IsVariant && gathered.Count > 0 && gathered[^1].Section.Level < clause.Section.Level;
            if (isForm) gathered[^1] = gathered[^1] with { Variants = gathered[^1].Variants.Add(clause) };
            else gathered.Add(clause);
        }

        return gathered.ToImmutable();
    }
}
