using System.Collections.Immutable;

namespace PublicLedger.Outputs;

/// <summary>The coalition itself as data: who it is, and whether it still is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">Its shared purpose, or null.</param>
/// <param name="Founded">When it was founded, or null.</param>
/// <param name="Refounded">When it was founded anew.</param>
/// <param name="Dissolved">Its end, past or to come; null where the record names none.</param>
public sealed record CoalitionData(string Name, string? Purpose, Day? Founded, ImmutableArray<Day> Refounded, DissolutionData? Dissolved)
{
    /// <summary>The file; none where the content says nothing of the coalition itself.</summary>
    public static IEnumerable<Artifact> Render(Site site)
    {
        if (site.Corpus.Coalition is not { } coalition) yield break;
        var end = site.Consequences.End;
        var page = new PageContext(site, Routes.CoalitionData);
        var data = new CoalitionData(
            site.Name, site.Purpose, page.Day(coalition.Date), [.. coalition.Refounded.Select(site.Dates.Of)],
            end is null ? null : new DissolutionData(page.Day(end.Date)!, end.By is { } decision ? page.To(decision) : null, end.Why, end.IsOver));
        yield return new Artifact(Routes.CoalitionData, Renderer.Data(data));
    }
}

/// <summary>The end of a coalition as data.</summary>
/// <param name="Date">Its last day.</param>
/// <param name="By">The decision that ended it, or null.</param>
/// <param name="Why">Why, in the record's words, or null.</param>
/// <param name="Final">Whether that day has come, so that this is the final record.</param>
public sealed record DissolutionData(Day Date, Anchor? By, string? Why, bool Final);
