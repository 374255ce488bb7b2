using System.IO.Enumeration;
using PublicLedger.Sources;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>One file that a walk came upon.</summary>
    /// <param name="Inner">Its path inside the folder, with forward slashes.</param>
    /// <param name="Real">Where it really is.</param>
    /// <param name="Length">Its length in bytes when it was found.</param>
    private readonly record struct Found(string Inner, string Real, long Length);

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long Length);

    /// <summary>
    /// Finds every file under a folder once, each by its own name where it has one inside the folder and else by that
    /// of the first link to it. Links that lead out are listed, never followed; circles end by themselves, because no
    /// folder is visited twice.
    /// </summary>
    private sealed class Walk(string start, bool isFile, string? leadsOutTo)
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly List<string> links = [];

        /// <summary>Whether the walk is over a single file that the configuration names.</summary>
        public bool IsFile => isFile;

        public List<Found> Files { get; } = [];

        public List<(string Inner, Refusal Why, string Detail, bool IsFolder)> Refused { get; } = [];

        public void Run(int maxFiles)
        {
            if (leadsOutTo is not null)
            {
                Refused.Add(("", Refusal.LinkOut, leadsOutTo, true));
            }
            else if (isFile)
            {
                Files.Add(new Found(Path.GetFileName(start), start, new FileInfo(start).Length));
            }
            else
            {
                Visit(start, "", maxFiles);
                while (links.Count > 0)
                {
                    var waiting = links.Order(StringComparer.Ordinal).ToArray();
                    links.Clear();
                    foreach (var inner in waiting) Follow(inner, maxFiles);
                }
            }
        }

        private void Visit(string folder, string prefix, int maxFiles)
        {
            if (!seen.Add(folder)) return;
            Entry[] entries;
            try
            {
                entries = [.. new FileSystemEnumerable<Entry>(folder, Describe, new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })];
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                Refused.Add((prefix.TrimEnd('/'), Refusal.Unreadable, PlainReason(trouble), true));
                return;
            }

            foreach (var entry in entries)
            {
                if (Selection.IsPassedOver(entry.Name)) continue;
                if (entry.IsLink) links.Add(prefix + entry.Name);
                else if (entry.IsFolder) Visit(Path.Combine(folder, entry.Name), prefix + entry.Name + "/", maxFiles);
                else Take(new Found(prefix + entry.Name, Path.Combine(folder, entry.Name), entry.Length), maxFiles);
            }
        }

        private void Follow(string inner, int maxFiles)
        {
            var link = new FileInfo(Path.Combine(start, inner));
            try
            {
                var real = RealPath(link.FullName);
                var isFolder = Directory.Exists(real);
                if (!IsWithin(real, start)) Refused.Add((inner, Refusal.LinkOut, link.LinkTarget ?? "another place", isFolder));
                else if (isFolder) Visit(real, inner + "/", maxFiles);
                else if (!File.Exists(real)) Refused.Add((inner, Refusal.Unreadable, "it is a link to something that is not there", false));
                else Take(new Found(inner, real, new FileInfo(real).Length), maxFiles);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                Refused.Add((inner, Refusal.Unreadable, trouble is UnauthorizedAccessException ? PlainReason(trouble) : "it is a link that leads back to itself", false));
            }
        }

        private void Take(Found file, int maxFiles)
        {
            if (!seen.Add(file.Real)) return;
            if (Files.Count >= maxFiles) throw new DiskRefused($"The source folders hold too many files. Name smaller folders under `sources` in {ConfigName}, or raise the limit.");
            Files.Add(file);
        }

        private static Entry Describe(ref FileSystemEntry entry)
        {
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            return new Entry(entry.FileName.ToString(), entry.IsDirectory, isLink, isLink || entry.IsDirectory ? 0 : entry.Length);
        }
    }
}
