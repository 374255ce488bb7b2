using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Something that shows how far a promise is.</summary>
/// <param name="Date">When.</param>
/// <param name="What">What, leading to where it can be seen when an address is given.</param>
public sealed record EvidenceView(Day? Date, Anchor What);

/// <summary>A smaller promise that is part of a larger one.</summary>
public sealed record PartView(Anchor Commitment, [property: JsonIgnore] Tag Tag, string? Status);

/// <summary>The page of a commitment.</summary>
public sealed record CommitmentView : RecordView
{
    private const int MaxParts = 100;

    /// <summary>Who promised; a name that is no member's stays as written.</summary>
    public ImmutableArray<Anchor> By { get; init; } = [];

    /// <summary>The clause it serves.</summary>
    public Anchor? Under { get; init; }

    /// <summary>The last day.</summary>
    public Day? Due { get; init; }

    /// <summary>Whether that day has passed and it is neither kept nor withdrawn; false where the status is not known.</summary>
    public bool Late { get; init; }

    /// <summary>What shows how far it is.</summary>
    public ImmutableArray<EvidenceView> Evidence { get; init; } = [];

    /// <summary>How often it is to be checked.</summary>
    public string? CheckEvery { get; init; }

    /// <summary>The commitment it is part of.</summary>
    public Anchor? PartOf { get; init; }

    /// <summary>The commitments that are part of it.</summary>
    public ImmutableArray<PartView> Parts { get; init; } = [];

    /// <summary>The parts that the page lists.</summary>
    [JsonIgnore] public ImmutableArray<PartView> PartsShown { get; init; } = [];

    /// <summary>How many parts only the data lists.</summary>
    [JsonIgnore] public int PartsMore { get; init; }

    /// <summary>Whether the record is of our own form, where a missing part is worth saying.</summary>
    [JsonIgnore] public bool Native { get; init; }

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var commitment = (Commitment)record;
        ImmutableArray<PartView> parts = [.. PartsOf(page, commitment)];
        var view = new CommitmentView
        {
            By = page.To(commitment.By),
            Under = commitment.Under is { } clause ? page.To(clause) : null,
            Due = page.Day(commitment.Due),
            Late = IsLate(page, commitment),
            StatusTag = TagOf(page, commitment),
            Banners = [.. BannersOf(page, commitment)],
            Evidence = [.. commitment.Evidence.Select(e => new EvidenceView(page.Day(e.Date), new Anchor(e.What ?? e.Url ?? "Not described", WebAddress(e.Url))))],
            CheckEvery = commitment.CheckEvery,
            PartOf = commitment.PartOf is { } whole ? page.To(whole) : null,
            Parts = parts,
            PartsShown = [.. parts.Take(MaxParts)],
            PartsMore = Math.Max(0, parts.Length - MaxParts),
            Native = !record.Core.Foreign,
        }.Common(page, record);
        return view with { Toc = [.. view.Contents()] };
    }

    /// <summary>The status for readers: late when its day has passed and it is neither kept nor withdrawn.</summary>
    internal static Tag TagOf(PageContext page, Commitment commitment) =>
        StatusTags.Commitment(commitment.Status, IsLate(page, commitment), commitment.Core.StatusWritten);

    /// <summary>Whether its day has passed and the record says that it is neither kept nor withdrawn.</summary>
    internal static bool IsLate(PageContext page, Commitment commitment) =>
        commitment.Due is { } due && due.Last < page.Consequences.Today && commitment.Status is "not-started" or "limited" or "substantial";

    /// <summary>What the end of the coalition left open; the status stays as it was recorded.</summary>
    private static IEnumerable<Banner> BannersOf(PageContext page, Commitment commitment)
    {
        if (page.Consequences.Ended is not { } end || commitment.Status is "complete" or "withdrawn") yield break;
        yield return commitment.Due?.First > end.Date.Last
            ? new("old", "The coalition ended before this was due.", new($"It was due by {page.Day(commitment.Due)!.Element}. Its state is that of the last day."))
            : new("old", commitment.Status is null ? "The coalition ended, and the record does not say how far this was." : "The coalition ended before this was complete.", Html.Of("Its state is that of the last day."));
    }

    private static IEnumerable<PartView> PartsOf(PageContext page, Commitment whole) =>
        page.Consequences.Backlinks.To(whole).Select(b => b.From).OfType<Commitment>()
            .Where(c => page.Corpus.Find<Commitment>(c.PartOf)?.Id == whole.Id)
            .OrderBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => new PartView(page.To(c), TagOf(page, c), c.Status));

    private static string? WebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    private IEnumerable<TocEntry> Contents()
    {
        foreach (var entry in RecordParts.Toc(Sections)) yield return entry;
        if (Native || !Evidence.IsEmpty) yield return new("at-evidence", "What shows how far it is");
        if (!Parts.IsEmpty) yield return new("at-parts", "Parts of it");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }
}
