using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What every page says once the coalition has ended: when, by which decision, and what the agreement says of its end.</summary>
/// <param name="On">Its last day.</param>
/// <param name="Decision">The decision that ended it, or null.</param>
/// <param name="Clauses">The clauses of its agreements about the end, as those stood on that day.</param>
public sealed record EndedView(Day On, Anchor? Decision, ImmutableArray<Anchor> Clauses)
{
    /// <summary>How many clauses a banner can name without hiding what is below it.</summary>
    private const int MostClauses = 3;

    private static readonly ConditionalWeakTable<Site, IReadOnlyList<(Platform Agreement, Clause Clause)>> Known = [];

    /// <summary>For a page; null while the coalition goes on.</summary>
    internal static EndedView? Of(PageContext page)
    {
        if (page.Consequences.Ended is not { } end) return null;
        var clauses = Known.GetValue(page.Site, ClausesOf);
        return new EndedView(
            page.Day(end.Date)!, end.By is { } decision ? page.To(decision) : null,
            [.. clauses.Select(c => page.To(c.Agreement, ClauseChangeWords.Label(c.Clause.Section), c.Clause.Section.Anchor))]);
    }

    /// <summary>The same for a page that is shown at any depth.</summary>
    public EndedView From(string root) => this with
    {
        Decision = Decision is null ? null : Decision with { Href = root + Decision.Href },
        Clauses = [.. Clauses.Select(c => c with { Href = root + c.Href })],
    };

    private static List<(Platform Agreement, Clause Clause)> ClausesOf(Site site)
    {
        var found = new List<(Platform Agreement, Clause Clause)>();
        foreach (var agreement in site.Lists.Of<Platform>(Platform.OfKind))
        {
            var text = Versions.TextsOf(agreement)[Versions.ShownOn(agreement, site.Consequences.Today)];
            // A clause within one of its kind is part of what the first one leads to.
            var kind = text.Clauses.Where(c => c.Kind == "dissolution").ToList();
            var top = kind.Count == 0 ? 0 : kind.Min(c => c.Section.Level);
            found.AddRange((kind.Count == 0 ? ClausesAbout.Ending(text).Clauses : [.. kind.Where(c => c.Section.Level == top)]).Select(c => (agreement, c)));
        }

        return [.. found.Take(MostClauses)];
    }
}
