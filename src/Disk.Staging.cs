using System.Collections.Concurrent;
using PublicLedger.Outputs;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>A site on its way into the folder beside the published one. Files come from several threads.</summary>
    private sealed class Staging(string place)
    {
        private readonly string folder = Path.Combine(Path.GetDirectoryName(place)!, LeftoverPrefix(place) + Environment.ProcessId);
        private readonly Dictionary<string, OnDisk> published = PublishedFiles(place);
        private readonly SitePaths paths = new();
        private readonly ConcurrentQueue<string> unchanged = new();
        private readonly ConcurrentDictionary<string, DirectoryInfo> folders = new(StringComparer.Ordinal);
        private int written;
        private long bytes;

        /// <summary>Takes a file: writes it, or only notes that the published one has the same bytes.</summary>
        public void Take(Artifact artifact)
        {
            paths.Add(artifact.Path);
            if (published.TryGetValue(artifact.Path, out var old) && IsSame(place, artifact, old))
            {
                unchanged.Enqueue(artifact.Path);
                return;
            }

            Write(PlaceOf(artifact.Path), artifact.Bytes.Span);
            Interlocked.Increment(ref written);
            Interlocked.Add(ref bytes, artifact.Bytes.Length);
        }

        /// <summary>Completes the stage with what is as published; without any change the published folder itself is the result.</summary>
        public StagedSite Finish(string output, FileStream claim)
        {
            var removed = published.Keys.Count(path => path != MarkerName && !paths.Has(path));
            var marked = published.ContainsKey(MarkerName);
            if (written == 0 && removed == 0 && marked)
                return new StagedSite(place, output, place, claim, new PublishReport(0, unchanged.Count, 0, 0));

            Directory.CreateDirectory(folder);
            var kept = unchanged.ToArray();
            InParallel(kept.Length, i =>
            {
                string from = Path.Combine(place, kept[i]), to = PlaceOf(kept[i]);
                if (!Native.HardLink(from, to)) File.Copy(from, to);
            });
            if (!marked || !Native.HardLink(Path.Combine(place, MarkerName), Path.Combine(folder, MarkerName)))
                File.WriteAllText(Path.Combine(folder, MarkerName), MarkerText);
            if (!OperatingSystem.IsWindows() && Directory.Exists(place)) File.SetUnixFileMode(folder, File.GetUnixFileMode(place));
            return new StagedSite(place, output, folder, claim, new PublishReport(written, kept.Length, removed, bytes));
        }

        private string PlaceOf(string path)
        {
            var full = Path.Combine(folder, path);
            folders.GetOrAdd(Path.GetDirectoryName(full)!, Directory.CreateDirectory);
            return full;
        }
    }
}
