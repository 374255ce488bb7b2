using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>A need that a member stated for a decision.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Need">The need.</param>
/// <param name="Member">Whose it was; null where that is not recorded.</param>
public sealed record NeedStated(Decision Decision, Constraint Need, Member? Member);

/// <summary>The needs that were treated in one way.</summary>
/// <param name="Treatment">honoured, partly-honoured, overridden or withdrawn; null where the record does not say.</param>
/// <param name="Needs">The needs, those of the newest decision first.</param>
public sealed record NeedsTreated(string? Treatment, ImmutableArray<NeedStated> Needs);

/// <summary>Needs that members stated, and what became of them. This is the only place where they are counted.</summary>
/// <param name="Needs">All of them, those of the newest decision first.</param>
public sealed record NeedBalance(ImmutableArray<NeedStated> Needs)
{
    private static readonly ImmutableArray<string?> Treatments = ["honoured", "partly-honoured", "overridden", "withdrawn", null];

    /// <summary>No needs.</summary>
    public static readonly NeedBalance Empty = new([]);

    /// <summary>Below this number of needs a share says nothing, so that only counts are given.</summary>
    private const int Few = 10;

    /// <summary>Whether there are enough for shares to say something.</summary>
    public bool HasShares => Needs.Length >= Few;

    /// <summary>The needs by what became of them, in the order in which that is told; those of a treatment that none had are left out.</summary>
    public ImmutableArray<NeedsTreated> ByTreatment => [.. Treatments.Select(t => new NeedsTreated(t, Treated(t))).Where(t => !t.Needs.IsEmpty)];

    /// <summary>The needs of one treatment; null for those where none is recorded.</summary>
    public ImmutableArray<NeedStated> Treated(string? treatment) => [.. Needs.Where(n => n.Need.Treatment == treatment)];
}
