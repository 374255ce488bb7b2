namespace PublicLedger;

/// <summary>The few things that the verbs need of the disk beside reading and publishing.</summary>
public static partial class Disk
{
    /// <summary>Whether there is such a folder.</summary>
    public static bool FolderExists(string path) => Directory.Exists(path);

    /// <summary>The absolute form of a path that starts in a folder.</summary>
    public static string FullPath(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));

    /// <summary>Whether nothing would be lost by writing into a folder.</summary>
    public static bool IsEmptyOrAbsent(string path) => !File.Exists(path) && (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>The name of the only Markdown file of a folder, without its ending; null where there are none or several.</summary>
    public static string? OnlyStem(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.md").Take(2).ToArray() is [var only] ? Path.GetFileNameWithoutExtension(only) : null;

    /// <summary>Writes a file that is not there yet, with the folders above it; false when it is there.</summary>
    /// <exception cref="DiskRefused">The file cannot be written.</exception>
    public static bool WriteNew(string path, string text)
    {
        if (File.Exists(path)) return false;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DiskRefused($"{path} cannot be written: {trouble.Message}");
        }
    }

    /// <summary>Takes a file away, where there is one.</summary>
    /// <exception cref="DiskRefused">It cannot be taken away.</exception>
    internal static void TakeAway(string path)
    {
        try
        {
            if (File.Exists(path)) File.Delete(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DiskRefused($"{path} cannot be removed: {trouble.Message}");
        }
    }
}
