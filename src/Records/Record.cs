using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>A kind of record: its name, where its files live, and how a file becomes one.</summary>
/// <param name="Name">The name in front matter and data: <c>working-agreement</c>.</param>
/// <param name="Folder">The folder of its files in content and of its pages on the site: <c>working-agreements</c>.</param>
/// <param name="Label">What a reader calls one: "Working agreement".</param>
/// <param name="Labels">What a reader calls several: "Working agreements".</param>
/// <param name="Statuses">The words its status may be; empty when it has none.</param>
/// <param name="DateKey">The key of the date it is filed under, or null.</param>
/// <param name="Bind">Makes the record from its fields.</param>
public sealed record Kind(
    string Name, string Folder, string Label, string Labels, ImmutableArray<string> Statuses, string? DateKey, Func<Fields, RecordCore, Record> Bind);

/// <summary>What every record has, whatever its kind.</summary>
public sealed record RecordCore
{
    /// <summary>The record's kind.</summary>
    public required Kind Kind { get; init; }

    /// <summary>The file stem: unique within the kind, and part of the address for good.</summary>
    public required string Id { get; init; }

    /// <summary>The title as the file gives it; for a found record without one, its id.</summary>
    public required string Title { get; init; }

    /// <summary>An alias people know it by ("2026-014", "0012"); need not be unique. Null when not given.</summary>
    public string? Number { get; init; }

    /// <summary>One of the kind's words, or null: not given or not understood.</summary>
    public string? Status { get; init; }

    /// <summary>The status as a found record wrote it, or null.</summary>
    public string? StatusWritten { get; init; }

    /// <summary>What stood beside the status ("with modifications"), or null.</summary>
    public string? StatusNote { get; init; }

    /// <summary>The date it is filed under (decided, held, adopted, made …), as precise as written; null when not given.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Where the status is written.</summary>
    public Location StatusAt { get => field.Source is null ? At : field; init; }

    /// <summary>Where the date is written.</summary>
    public Location DateAt { get => field.Source is null ? At : field; init; }

    /// <summary>Subjects.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The matters it belongs to, as written under <c>topic:</c>.</summary>
    public ImmutableArray<Located<string>> Topics { get; init; } = [];

    /// <summary>What was corrected after publication.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>That it no longer counts, or null; <see cref="Status"/> is then retracted or removed.</summary>
    public Retraction? Retraction { get; init; }

    /// <summary>Where that is written.</summary>
    public Location RetractedAt { get => field.Source is null ? At : field; init; }

    /// <summary>For a retracted record, the status it had.</summary>
    public string? StatusBefore { get; init; }

    /// <summary>What is not published of it.</summary>
    public ImmutableArray<Withholding> Withheld { get; init; } = [];

    /// <summary>Until when it was not to be published, where that was so.</summary>
    public PartialDate? EmbargoedUntil { get; init; }

    /// <summary>Keys that are not ours, kept and shown.</summary>
    public ImmutableArray<Extra> Extra { get; init; } = [];

    /// <summary>Every record this one names in its front matter, in the order written.</summary>
    public ImmutableArray<Ref> References { get; init; } = [];

    /// <summary>The text.</summary>
    public required Body Body { get; init; }

    /// <summary>The file it came from.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The form it was found in, or null for the project's own.</summary>
    public string? Dialect { get; init; }

    /// <summary>Where the record starts: the place messages about the whole record name.</summary>
    public Location At => File.Text.At(0);

    /// <summary>Whether the file was written for another system.</summary>
    public bool Foreign => File.Folder.Foreign;
}

/// <summary>A correction made after publication.</summary>
public sealed record Correction(PartialDate? Date, string What, string? Why);

/// <summary>A key of the file that is none of ours.</summary>
/// <param name="Key">As written.</param>
/// <param name="Text">The value in words.</param>
public sealed record Extra(Located<string> Key, string Text);

/// <summary>One record of the coalition.</summary>
/// <param name="Core">What every record has.</param>
public abstract record Record(RecordCore Core)
{
    /// <inheritdoc cref="RecordCore.Id"/>
    public string Id => Core.Id;

    /// <inheritdoc cref="RecordCore.Title"/>
    public string Title => Core.Title;

    /// <inheritdoc cref="RecordCore.Status"/>
    public string? Status => Core.Status;

    /// <summary>Whether it was retracted or removed, so that nothing follows from it.</summary>
    public bool IsRetracted => Core.Retraction is not null;

    /// <inheritdoc cref="RecordCore.Date"/>
    public PartialDate? Date => Core.Date;

    /// <inheritdoc cref="RecordCore.Kind"/>
    public Kind Kind => Core.Kind;

    /// <inheritdoc cref="RecordCore.Body"/>
    public Body Body => Core.Body;

    /// <summary>Its kind and id, as a key.</summary>
    public (string Kind, string Id) Key => (Core.Kind.Name, Core.Id);
}
