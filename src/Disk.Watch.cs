using System.IO.Enumeration;
using PublicLedger.Sources;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>
    /// The length and time of every file that a change could be in: two of these differ when something changed. A path
    /// may be a folder, a file, or nothing yet. Hidden files and what tools make are passed over as in reading.
    /// </summary>
    public static IReadOnlyDictionary<string, (long Length, DateTimeOffset Written)> Stamps(IEnumerable<string> paths)
    {
        var stamps = new Dictionary<string, (long, DateTimeOffset)>(StringComparer.Ordinal);
        var options = new EnumerationOptions { AttributesToSkip = 0, RecurseSubdirectories = true, IgnoreInaccessible = true };
        foreach (var path in paths)
        {
            try
            {
                if (File.Exists(path)) stamps[path] = (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path));
                if (!Directory.Exists(path)) continue;
                var files = new FileSystemEnumerable<(string Path, long Length, DateTimeOffset Written)>(
                    path, (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc), options)
                {
                    ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !Selection.IsPassedOver(entry.FileName.ToString()),
                    ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                        (entry.Attributes & FileAttributes.ReparsePoint) == 0 && !Selection.IsPassedOver(entry.FileName.ToString()),
                };
                foreach (var file in files) stamps[file.Path] = (file.Length, file.Written);
            }
            catch (IOException)
            {
                // It went away while it was being looked at; the next look will tell.
            }
        }

        return stamps;
    }

    /// <summary>
    /// Calls back, from any thread and often more than once, when something happens under the paths. It may miss what
    /// happens on network disks or past the system's limits, so callers look at <see cref="Stamps"/> from time to time.
    /// </summary>
    public static IDisposable Watch(IEnumerable<string> paths, Action changed)
    {
        var watchers = new Watchers();
        foreach (var path in paths)
        {
            var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path));
            if (folder is null || !Directory.Exists(folder)) continue;
            try
            {
                var watcher = new FileSystemWatcher(folder) { InternalBufferSize = 64 * 1024 };
                watchers.All.Add(watcher);
                if (folder == path) watcher.IncludeSubdirectories = true;
                else watcher.Filter = Path.GetFileName(path);
                watcher.Changed += (_, _) => changed();
                watcher.Created += (_, _) => changed();
                watcher.Deleted += (_, _) => changed();
                watcher.Renamed += (_, _) => changed();
                watcher.Error += (_, _) => changed();
                watcher.EnableRaisingEvents = true;
            }
            catch (IOException)
            {
                // The system's limit of watchers is reached.
            }
        }

        return watchers;
    }

    private sealed class Watchers : IDisposable
    {
        public List<FileSystemWatcher> All { get; } = [];

        public void Dispose() => All.ForEach(watcher => watcher.Dispose());
    }
}
