using PublicLedger.Sources;

namespace PublicLedger;

/// <summary>What the import of a history needs of the disk.</summary>
public static partial class Disk
{
    /// <summary>
    /// The place of a program in the folders of PATH, or null. Only there: left to itself, the system may also take a
    /// program of that name from the folder one happens to stand in, which may be a stranger's.
    /// </summary>
    internal static string? FindProgram(string name)
    {
        foreach (var written in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var folder = written.Trim('"');
            if (!Path.IsPathFullyQualified(folder)) continue;
            var place = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
            if (File.Exists(place) && MayBeRun(place)) return place;
        }

        return null;
    }

    /// <summary>Whether there is such a file.</summary>
    internal static bool FileExists(string path) => File.Exists(path);

    /// <summary>The bytes of a file, or null where there is none or it has more than the limit.</summary>
    /// <exception cref="DiskRefused">It cannot be read.</exception>
    internal static byte[]? ReadWhole(string path, long most)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length <= most ? File.ReadAllBytes(path) : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DiskRefused($"{FileNames.Printable(path)} cannot be read: {PlainReason(trouble)}.");
        }
    }

    /// <summary>
    /// Makes a file hold these bytes, with the folders above it, in one step that readers see either before or after. One
    /// that holds them already keeps its time. A link of that name is replaced, and what it leads to is left alone.
    /// </summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="DiskRefused">The file cannot be written.</exception>
    internal static bool Update(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.LinkTarget is null && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path))) return false;
            var folder = Path.GetDirectoryName(file.FullName)!;
            Directory.CreateDirectory(folder);
            var next = Path.Combine(folder, $".{file.Name}.part");
            File.Delete(next); // what a kill left behind; a link of that name must not be followed
            using (var stream = new FileStream(next, FileMode.CreateNew, FileAccess.Write)) stream.Write(bytes);
            File.Move(next, file.FullName, overwrite: true);
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DiskRefused($"{FileNames.Printable(path)} could not be written: {PlainReason(trouble)}.");
        }
    }

    /// <summary>A path as seen from a folder, with forward slashes.</summary>
    internal static string RelativeTo(string folder, string path) =>
        Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).Replace('\\', '/');

    private static bool MayBeRun(string program) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(program) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
