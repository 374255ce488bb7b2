using System.Collections.Immutable;

namespace PublicLedger.Sources;

/// <summary>One entry of <c>sources:</c> in the configuration: a folder (or file) and what its files are.</summary>
/// <param name="Path">Folder relative to the site's root, with forward slashes; may start with <c>../</c>.</param>
/// <param name="Kind">The kind of every record in it, or null where the sub-folder says the kind.</param>
/// <param name="Dialect">How the records are written: null for the project's own form, else <c>auto</c> or a dialect's name.</param>
/// <param name="Id">The id of the one record the folder stands for (an agreement with dated versions), or null.</param>
/// <param name="Dated">Whether each file is a dated full text of that one record (<c>history: dated-files</c>).</param>
public sealed record SourceFolder(string Path, string? Kind = null, string? Dialect = null, string? Id = null, bool Dated = false)
{
    /// <summary>Globs (with <c>*</c> and <c>**</c>) of files to read, relative to the folder; empty means all.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Their keys for our fields, for example <c>by → commitment_agency</c>.</summary>
    public ImmutableDictionary<string, string> Keys { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Their words for our values, by field: <c>status → (In Progress → limited)</c>.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, string>> Values { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    /// <summary>Which number comes first in 05/09/2025: <c>day</c>, <c>month</c>, or null when the clerk has not said.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Whether the files were written for another system, so that what is not understood is reported and not refused.</summary>
    public bool Foreign => Dialect is not null;
}

/// <summary>One text file of the content and the source it belongs to.</summary>
public sealed record SourceFile(SourceText Text, SourceFolder Folder)
{
    /// <summary>The path inside its source folder.</summary>
    public string Inner => Folder.Path.Length == 0 ? Text.Path
        : Text.Path.StartsWith(Folder.Path + "/", StringComparison.Ordinal)
            ? Text.Path[(Folder.Path.Length + 1)..]
            : Text.Path[(Text.Path.LastIndexOf('/') + 1)..];
}

/// <summary>A file that is not text for us but may be linked to: a scan, a picture, a table.</summary>
public sealed record Attachment(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>Why a file could not be taken in.</summary>
public enum Refusal
{
    /// <summary>The file is larger than the limit.</summary>
    TooLarge,

    /// <summary>The bytes are not valid UTF-8.</summary>
    NotUtf8,

    /// <summary>It is a link that leads out of the folder.</summary>
    LinkOut,

    /// <summary>The folder named in the configuration is not there.</summary>
    NotThere,

    /// <summary>The name cannot be part of a web address on every host.</summary>
    BadName,

    /// <summary>The machine would not let it be read.</summary>
    Unreadable,
}

/// <summary>A file that was left out, and why.</summary>
/// <param name="Source">Its path, with whatever text of it is safe to show (often none).</param>
/// <param name="Offset">The offset of the trouble in the text, where there is one.</param>
/// <param name="Why">The reason.</param>
/// <param name="Detail">A number or a name that belongs in the message: the size, the link's target.</param>
public sealed record Refused(SourceText Source, int Offset, Refusal Why, string Detail);

/// <summary>All that a build depends on, as data: the same tree and the same day give the same site.</summary>
public sealed record SourceTree(DateOnly Today)
{
    /// <summary>The configuration's text, or null where there is none.</summary>
    public SourceText? Config { get; init; }

    /// <summary>Every Markdown (or recognised) file, sorted by path.</summary>
    public ImmutableArray<SourceFile> Content { get; init; } = [];

    /// <summary>What version control says of dated texts (<c>history.tsv</c>), one file a folder, sorted by path.</summary>
    public ImmutableArray<SourceFile> Histories { get; init; } = [];

    /// <summary>The site's own templates; each replaces the built-in one of its name.</summary>
    public ImmutableArray<SourceText> Templates { get; init; } = [];

    /// <summary>Files that pages may link to, by path relative to the root.</summary>
    public ImmutableDictionary<string, Attachment> Attachments { get; init; } = ImmutableDictionary<string, Attachment>.Empty;

    /// <summary>Files that were left out.</summary>
    public ImmutableArray<Refused> Refused { get; init; } = [];
}
