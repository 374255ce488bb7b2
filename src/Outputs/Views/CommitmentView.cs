using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Something that shows how far a promise is.</summary>
/// <param name="Date">When.</param>
/// <param name="What">What, leading to where it can be seen when an address is given.</param>
public sealed record EvidenceView(Day? Date, Anchor What);

/// <summary>A day on which a promise got another status.</summary>
/// <param name="Date">When; null where that is not recorded.</param>
/// <param name="Status">The status, or null: not understood.</param>
/// <param name="Tag">The same for readers.</param>
/// <param name="Why">Why, in the record's words.</param>
/// <param name="Here">Whether that is the status it has now.</param>
public sealed record StatusStepView(Day? Date, string? Status, [property: JsonIgnore] Tag Tag, string? Why, [property: JsonIgnore] bool Here);

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

    /// <summary>What became of it: kept, late, open, withdrawn or unknown.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether that day has passed and it is neither kept nor withdrawn; false where the status is not known.</summary>
    public bool Late { get; init; }

    /// <summary>When it was complete or withdrawn; null where the history does not say.</summary>
    public Day? Ended { get; init; }

    /// <summary>By how many days it is late, or was complete after its day (0 or less: in time); null where that is not known.</summary>
    public int? DaysLate { get; init; }

    /// <summary>What became of it in a sentence.</summary>
    [JsonIgnore] public string Became { get; init; } = "";

    /// <summary>How its status changed, oldest first.</summary>
    public ImmutableArray<StatusStepView> History { get; init; } = [];

    /// <summary>What shows how far it is, newest first.</summary>
    public ImmutableArray<EvidenceView> Evidence { get; init; } = [];

    /// <summary>How often it is to be checked.</summary>
    public string? CheckEvery { get; init; }

    /// <summary>When the next evidence is or was due; null where the record does not say how often.</summary>
    public Day? EvidenceDue { get; init; }

    /// <summary>Whether that day has passed; null where it is not known.</summary>
    public bool? EvidenceIsOld { get; init; }

    /// <summary>The same in sentences; null where the evidence is as new as it was to be.</summary>
    [JsonIgnore] public string? OldEvidence { get; init; }

    /// <summary>The commitment it is part of.</summary>
    public Anchor? PartOf { get; init; }

    /// <summary>The commitments that are part of it.</summary>
    public ImmutableArray<PartView> Parts { get; init; } = [];

    /// <summary>How far the parts are, as counts; null where there are none.</summary>
    public Chart? PartsCounted { get; init; }

    /// <summary>The same as a sentence.</summary>
    [JsonIgnore] public string? PartsInWords { get; init; }

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
        var promise = page.Consequences.Promises.Of(commitment);
        ImmutableArray<PartView> parts = [.. promise.Parts.Select(p => new PartView(page.To(p.Commitment), CommitmentTags.Of(p), p.Commitment.Status))];
        var view = new CommitmentView
        {
            By = page.To(commitment.By),
            Under = commitment.Under is { } clause ? page.To(clause) : null,
            Due = page.Day(commitment.Due),
            State = promise.State.ToString().ToLowerInvariant(),
            Late = promise.State == PromiseState.Late,
            Ended = page.Day(promise.Ended),
            DaysLate = promise.DaysLate,
            Became = PromiseWords.Sentence(page, promise),
            StatusTag = CommitmentTags.Of(promise),
            History = [.. commitment.History.Select((s, i) => new StatusStepView(page.Day(s.Date), s.Status, StatusTags.Commitment(s.Status, false), s.Why, i == commitment.History.Length - 1))],
            Evidence = [.. commitment.Evidence.OrderByDescending(e => e.Date).Select(e => new EvidenceView(page.Day(e.Date), new Anchor(e.What ?? e.Url ?? "Not described", WebAddress(e.Url))))],
            Banners = [.. BannersOf(page, commitment)],
            CheckEvery = commitment.CheckEvery,
            EvidenceDue = page.Day(promise.Evidence?.Due),
            EvidenceIsOld = promise.Evidence?.IsOld,
            OldEvidence = PromiseWords.OldEvidence(page, promise),
            PartOf = commitment.PartOf is { } whole ? page.To(whole) : null,
            Parts = parts,
            PartsCounted = parts.IsEmpty ? null : CommitmentTags.Chart(
                new("at-parts-counted", "How far the parts are", "Commitment", "Parts"), [(new Anchor("All parts", null), promise.Parts)]),
            PartsInWords = parts.IsEmpty ? null : $"It has {(parts.Length == 1 ? "one part" : $"{parts.Length} parts")}: {CommitmentTags.Counted(promise.Parts)}.{(promise.State == PromiseState.Unknown ? " That does not tell how far the whole is." : "")}",
            PartsShown = [.. parts.Take(MaxParts)],
            PartsMore = Math.Max(0, parts.Length - MaxParts),
            Native = !record.Core.Foreign,
        }.Common(page, record);
        return view with { Toc = [.. view.Contents()] };
    }

    /// <summary>What the end of the coalition left open; the status stays as it was recorded.</summary>
    private static IEnumerable<Banner> BannersOf(PageContext page, Commitment commitment)
    {
        if (page.Consequences.Ended is not { } end || commitment.Status is "complete" or "withdrawn") yield break;
        yield return commitment.Due?.First > end.Date.Last
            ? new("old", "The coalition ended before this was due.", new($"It was due by {page.Day(commitment.Due)!.Element}. Its state is that of the last day."))
            : new("old", commitment.Status is null ? "The coalition ended, and the record does not say how far this was." : "The coalition ended before this was complete.", Html.Of("Its state is that of the last day."));
    }

    private static string? WebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    private IEnumerable<TocEntry> Contents()
    {
        foreach (var entry in RecordParts.Toc(Sections)) yield return entry;
        if (!History.IsEmpty) yield return new("at-steps", "How it went");
        if (Native || !Evidence.IsEmpty) yield return new("at-evidence", "What shows how far it is");
        if (!Parts.IsEmpty) yield return new("at-parts", "Parts of it");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }
}
