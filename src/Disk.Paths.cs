using System.Text;
using PublicLedger.Sources;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>
    /// The paths of a site, as they come. Refuses one that would leave the folder or not be a file of its own on every
    /// system. The renderer should never make such a path; this is the last door. Safe to use from several threads.
    /// </summary>
    private sealed class SitePaths
    {
        private readonly Dictionary<string, string> folders = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
        private readonly Lock door = new();

        /// <summary>Takes a path, or refuses it.</summary>
        public void Add(string path)
        {
            foreach (var name in path.Split('/'))
            {
                if (name is ".." or ".") throw Bad(path, "is not a path inside the site");
                if (FileNames.TroubleWith(name) is { } trouble) throw Bad(path, $"has {trouble}");
                if (Encoding.UTF8.GetByteCount(name) > LongestName) throw Bad(path, $"has a name of more than {LongestName} bytes");
            }

            if (path.Split('/')[0].Equals(MarkerName, StringComparison.OrdinalIgnoreCase)) throw Bad(path, "is kept for the program");
            lock (door) AddChecked(path);
        }

        /// <summary>Whether the path was taken. Only for when all are there.</summary>
        public bool Has(string path) => files.TryGetValue(path, out var taken) && taken == path;

        private void AddChecked(string path)
        {
            if (!files.Add(path) || folders.ContainsKey(path)) throw Bad(path, "is there twice, or differs from another only by upper and lower case");
            for (var cut = path.IndexOf('/'); cut >= 0; cut = path.IndexOf('/', cut + 1))
            {
                var folder = path[..cut];
                if (files.Contains(folder)) throw Bad(path, $"needs a folder {folder}, and there is a file of that name");
                if (!folders.TryAdd(folder, folder) && folders[folder] != folder) throw Bad(path, $"differs from a path in {folders[folder]} only by upper and lower case");
            }
        }

        private static DiskRefused Bad(string path, string why) => new($"The page {FileNames.Printable(path)} cannot be published: its path {why}.");
    }
}
