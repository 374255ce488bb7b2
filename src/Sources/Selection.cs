using System.Collections.Frozen;

namespace PublicLedger.Sources;

/// <summary>What a file in a source folder is to us.</summary>
public enum FileRole
{
    /// <summary>Nothing; it is left alone.</summary>
    None,

    /// <summary>A record or a page.</summary>
    Content,

    /// <summary>A record if its bytes are text: other systems write records without a file extension.</summary>
    ContentIfText,

    /// <summary>Something that pages may link to.</summary>
    Attachment,

    /// <summary>What version control says of the dated texts beside it.</summary>
    History,
}

/// <summary>Says of each path in one source folder what it is, by its name and the folder's globs alone.</summary>
public sealed class Selection
{
    // SVG and HTML are not here: they can carry script.
    private static readonly FrozenSet<string> AttachmentExtensions = FrozenSet.ToFrozenSet(
        [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".pdf", ".csv", ".txt", ".ods", ".odt", ".xlsx", ".docx", ".ics"],
        StringComparer.OrdinalIgnoreCase);

    private const string HistoryName = "history.tsv";

    private readonly bool foreign;
    private readonly bool dated;
    private readonly Glob[] include;
    private readonly Glob[] exclude;

    /// <summary>Prepares the folder's globs.</summary>
    public Selection(SourceFolder folder)
    {
        foreign = folder.Foreign;
        dated = folder.Dated;
        include = [.. folder.Include.Select(glob => new Glob(glob))];
        exclude = [.. folder.Exclude.Select(glob => new Glob(glob))];
    }

    /// <summary>Whether a file or folder of this name is passed over: hidden, or made by tools.</summary>
    public static bool IsPassedOver(string name) => name.StartsWith('.') || name is "node_modules" or "bin" or "obj";

    /// <summary>What the file at a path inside the folder is. Globs to include are about records; attachments come with the folder.</summary>
    public FileRole RoleOf(string inner)
    {
        if (Array.Exists(exclude, glob => glob.Matches(inner))) return FileRole.None;
        var name = inner[(inner.LastIndexOf('/') + 1)..];
        if (name == HistoryName && StandsBesideTexts(inner)) return FileRole.History;
        var extension = Path.GetExtension(name);
        var role = RoleByName(inner, name, extension);
        if (role is FileRole.Content or FileRole.ContentIfText && (include.Length == 0 || Array.Exists(include, glob => glob.Matches(inner)))) return role;
        return AttachmentExtensions.Contains(extension) ? FileRole.Attachment : FileRole.None;
    }

    /// <summary>Whether the globs leave out everything in a folder.</summary>
    public bool LeavesOutFolder(string inner) => Array.Exists(exclude, glob => glob.Matches(inner) || glob.Matches(inner + "/-"));

    /// <summary>Whether the folder of a path holds the dated texts of one agreement: as the source says, or by our own layout.</summary>
    private bool StandsBesideTexts(string inner) =>
        dated ? !inner.Contains('/') : !foreign && inner.StartsWith("platform/", StringComparison.Ordinal) && inner.AsSpan().Count('/') == 2;

    private FileRole RoleByName(string inner, string name, string extension) => extension.ToLowerInvariant() switch
    {
        ".md" or ".markdown" => FileRole.Content,
        "" when foreign => FileRole.ContentIfText,
        ".yaml" when foreign && name == "kep.yaml" => FileRole.Content,

        // A folder of another system holds many such files that are no records; a glob has to ask for them by extension.
        ".rst" or ".txt" when foreign && Array.Exists(include, glob => glob.Pattern.EndsWith(extension, StringComparison.Ordinal) && glob.Matches(inner)) => FileRole.Content,
        _ => FileRole.None,
    };
}
