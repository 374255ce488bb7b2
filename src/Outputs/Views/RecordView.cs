using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A word or two about a state, with the tint that goes with it.</summary>
/// <param name="Label">The words.</param>
/// <param name="Tone">ok, info, warn, stop or old: a class of the stylesheet, never the only carrier of the meaning.</param>
public sealed record Tag(string Label, string Tone);

/// <summary>A sentence below the title that says what state the record is in, and what to do.</summary>
public sealed record Banner(string Tone, string Lead, Html Text);

/// <summary>A heading with what stands below it.</summary>
public sealed record SectionView(int Level, string Anchor, string Title, [property: JsonIgnore] Html Heading, [property: JsonIgnore] Html Content)
{
    /// <summary>Whether it is of the highest level below the title.</summary>
    [JsonIgnore] public bool IsH2 => Level <= 2;

    /// <summary>Whether it is one below.</summary>
    [JsonIgnore] public bool IsH3 => Level == 3;

    /// <summary>Whether it is two below.</summary>
    [JsonIgnore] public bool IsH4 => Level == 4;

    /// <summary>Whether it is deeper than that.</summary>
    [JsonIgnore] public bool IsDeeper => Level > 4;

    /// <summary>Whether it has a heading at all.</summary>
    [JsonIgnore] public bool HasHeading => Level > 0;
}

/// <summary>An entry of "On this page".</summary>
public sealed record TocEntry(string Anchor, string Title);

/// <summary>Records of one relation that link here.</summary>
public sealed record LinkGroup(string Label, ImmutableArray<Anchor> Links, int More);

/// <summary>A key of the file that is none of ours.</summary>
public sealed record ExtraView(string Key, string Text)
{
    /// <summary>The same for readers.</summary>
    [JsonIgnore] public Html Shown { get; init; } = Html.Of(Text);
}

/// <summary>A correction.</summary>
public sealed record CorrectionView(Day? Date, string What, string? Why);

/// <summary>How to cite the page.</summary>
public sealed record CiteView(string Text, string? Permalink, string Fingerprint);

/// <summary>
/// What every record's page shows; one of these feeds the template and the data beside the page. A kind's view sets its
/// own parts and leaves the common ones to <see cref="RecordParts.Common"/>.
/// </summary>
public abstract record RecordView
{
    /// <summary>The kind of record.</summary>
    [JsonPropertyOrder(-10)] public string Kind { get; init; } = "";

    /// <summary>Its id.</summary>
    [JsonPropertyOrder(-9)] public string Id { get; init; } = "";

    /// <summary>The number people know it by, or null.</summary>
    [JsonPropertyOrder(-9)] public string? Number { get; init; }

    /// <summary>Its title.</summary>
    [JsonPropertyOrder(-8)] public string Title { get; init; } = "";

    /// <summary>Its status as one of the kind's words, or null: not given, or not understood.</summary>
    [JsonPropertyOrder(-7)] public string? Status { get; init; }

    /// <summary>The date it is filed under, or null.</summary>
    [JsonPropertyOrder(-6)] public Day? Date { get; init; }

    /// <summary>What surrounds the page.</summary>
    [JsonIgnore] public Frame Frame { get; init; } = null!;

    /// <summary>"Decision 2026-014".</summary>
    [JsonIgnore] public string Eyebrow { get; init; } = "";

    /// <summary>The status for readers, or null where the kind has none.</summary>
    [JsonIgnore] public Tag? StatusTag { get; init; }

    /// <summary>The status as a found record wrote it.</summary>
    public string? StatusWritten { get; init; }

    /// <summary>What stood beside the status.</summary>
    public string? StatusNote { get; init; }

    /// <summary>States the reader must know first.</summary>
    [JsonIgnore] public ImmutableArray<Banner> Banners { get; init; } = [];

    /// <summary>Subjects, each leading to its list where there is one.</summary>
    public ImmutableArray<Anchor> Tags { get; init; } = [];

    /// <summary>The topics it is about, or an item of it.</summary>
    public ImmutableArray<Anchor> Topics { get; init; } = [];

    /// <summary>How many further topics it has.</summary>
    public int TopicsMore { get; init; }

    /// <summary>The text in sections.</summary>
    public ImmutableArray<SectionView> Sections { get; init; }

    /// <summary>"On this page".</summary>
    [JsonIgnore] public ImmutableArray<TocEntry> Toc { get; init; } = [];

    /// <summary>Keys of the file that are none of ours.</summary>
    public ImmutableArray<ExtraView> Extra { get; init; } = [];

    /// <summary>What was corrected after publication.</summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];

    /// <summary>That it no longer counts, with its text; null for a record that stands.</summary>
    public RetractionView? Retraction { get; init; }

    /// <summary>What is not published of it.</summary>
    public ImmutableArray<WithheldView> Withheld { get; init; } = [];

    /// <summary>Until when it was not to be published, or null.</summary>
    public Day? EmbargoedUntil { get; init; }

    /// <summary>Records that link here.</summary>
    public ImmutableArray<LinkGroup> LinkedFrom { get; init; } = [];

    /// <summary>The record before this one in its list.</summary>
    [JsonIgnore] public Anchor? Previous { get; init; }

    /// <summary>The record after this one in its list.</summary>
    [JsonIgnore] public Anchor? Next { get; init; }

    /// <summary>How to cite it.</summary>
    public CiteView Cite { get; init; } = null!;

    /// <summary>The form the file was found in, or null.</summary>
    public string? FoundAs { get; init; }

    /// <summary>The record whose source text stands beside the page.</summary>
    [JsonIgnore] public Record Source { get; init; } = null!;

    /// <summary>The data beside the page.</summary>
    [JsonIgnore] public string DataHref { get; init; } = "";

    /// <summary>The source text beside the page.</summary>
    [JsonIgnore] public string SourceHref { get; init; } = "";
}
