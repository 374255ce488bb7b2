using PublicLedger.Sources;

namespace PublicLedger;

/// <summary>
/// The only file access of the program. Reading (<c>Disk.Reading.cs</c>) turns folders into a <see cref="SourceTree"/>;
/// publishing (<c>Disk.Publishing.cs</c>) turns artifacts into a folder, in one step that readers and power switches
/// see either before or after; <c>Disk.Guard.cs</c> says where it will not write; <c>Disk.Native.cs</c> holds the
/// system calls that .NET has no name for.
/// </summary>
public static partial class Disk
{
    /// <summary>The name of the configuration file at the root.</summary>
    public const string ConfigName = "site.config.yml";

    private const string TemplatesName = "templates";
    private const string DefaultSource = "content";

    /// <summary>The final place of a path: absolute, with every link on the way followed. What does not exist stays as it is.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    internal static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var place = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>();
        Push(full[place.Length..]);
        for (var links = 0; ahead.TryPop(out var name);)
        {
            if (name == "..")
            {
                place = Path.GetDirectoryName(place) ?? place;
                continue;
            }

            var next = Path.Combine(place, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                place = next;
                continue;
            }

            // The limit Linux has for the same purpose.
            if (++links > 40) throw new IOException("The links lead in a circle.");
            if (Path.IsPathRooted(target)) place = Path.GetPathRoot(Path.GetFullPath(target))!;
            Push(Path.IsPathRooted(target) ? target[Path.GetPathRoot(target)!.Length..] : target);
        }

        return Path.TrimEndingDirectorySeparator(place);

        void Push(string rest)
        {
            var names = rest.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
            for (var i = names.Length - 1; i >= 0; i--)
            {
                if (names[i] != ".") ahead.Push(names[i]);
            }
        }
    }

    /// <summary>Whether a path is a folder or something in it; both paths must be real.</summary>
    internal static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, PathComparison)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    // Where file names may differ only by case, taking them as equal errs on the side of refusing.
    private static StringComparison PathComparison =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>What went wrong, without the machine's paths, to be read after "cannot be read:" or "could not be written:".</summary>
    private static string PlainReason(Exception trouble) => trouble switch
    {
        UnauthorizedAccessException => "the permission is missing",
        FileNotFoundException or DirectoryNotFoundException => "it is no longer there",
        PathTooLongException => "its path is too long",
        IOException when IsDiskFull(trouble) => "the disk is full",
        _ => "the disk reported an error",
    };

    // ENOSPC and EDQUOT on Linux, ENOSPC and EDQUOT on macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsDiskFull(Exception trouble) => OperatingSystem.IsWindows()
        ? (trouble.HResult & 0xFFFF) is 112 or 39
        : trouble.HResult is 28 || trouble.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);
}

/// <summary>The disk's state or the place asked for forbids the work; the message says so in plain words. Nothing was changed.</summary>
public sealed class DiskRefused(string message) : Exception(message);
