using System.Buffers;
using System.IO.Enumeration;
using PublicLedger.Outputs;
using PublicLedger.Sources;

namespace PublicLedger;

/// <summary>What publishing did.</summary>
/// <param name="Written">How many files are new or have new bytes.</param>
/// <param name="Unchanged">How many are as they were: the same bytes, the same times, the same file.</param>
/// <param name="Removed">How many are no longer there.</param>
/// <param name="Bytes">How many bytes the written files have.</param>
public sealed record PublishReport(int Written, int Unchanged, int Removed, long Bytes);

public static partial class Disk
{
    // Creating files waits for the kernel, and more than two at it wait for each other.
    private static readonly ParallelOptions TwoWorkers = new() { MaxDegreeOfParallelism = 2 };

    private const string MarkerText = "This folder was made by PublicLedger. It is replaced as a whole whenever the site is published.\n";

    /// <summary>Stages and publishes in one go, for callers that have nothing to verify between.</summary>
    /// <exception cref="DiskRefused">Nothing was changed; the message says why.</exception>
    public static PublishReport Publish(string output, IEnumerable<Artifact> artifacts, string root, IReadOnlyList<SourceFolder> folders)
    {
        using var staged = Stage(output, artifacts, root, folders);
        return staged.Publish();
    }

    /// <summary>
    /// Writes a site beside the published one, ready to take its place. Files whose bytes are as published become a
    /// second name of the same file, so nothing unchanged is written. Where nothing differs at all, nothing is staged.
    /// Hold the result in a <c>using</c>: until it is disposed of no other build can publish to the same output.
    /// </summary>
    /// <param name="output">The folder to publish to; where it is a link, the folder it leads to.</param>
    /// <param name="artifacts">The whole site.</param>
    /// <param name="root">The site's root folder, which is protected.</param>
    /// <param name="folders">The source folders, which are protected too.</param>
    /// <exception cref="DiskRefused">Nothing was changed; the message says why.</exception>
    public static StagedSite Stage(string output, IEnumerable<Artifact> artifacts, string root, IReadOnlyList<SourceFolder> folders)
    {
        var site = Checked(artifacts);
        var place = Allowed(output, root, folders);
        FileStream? claim = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            claim = Claim(place, output);
            Repair(place);
            RequireOurs(place, output);
            return StageBeside(place, output, site, claim);
        }
        catch (Exception trouble)
        {
            if (claim is not null) TryRemoveLeftovers(place);
            claim?.Dispose();
            if (trouble is IOException or UnauthorizedAccessException) throw CouldNotWrite(output, trouble);
            throw;
        }
    }

    /// <summary>Every file of a published site by its path, without the marker. Links are not followed.</summary>
    /// <exception cref="DiskRefused">The folder is not there or cannot be read.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> ReadPublished(string dir)
    {
        if (!Directory.Exists(dir)) throw new DiskRefused($"There is no folder {dir}.");
        try
        {
            var full = RealPath(dir);
            var files = PublishedFiles(full).Where(file => !file.Value.IsLink && file.Key != MarkerName).ToArray();
            var bytes = new byte[files.Length][];
            Parallel.For(0, files.Length, i => bytes[i] = File.ReadAllBytes(Path.Combine(full, files[i].Key)));
            var site = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
            for (var i = 0; i < files.Length; i++) site.Add(files[i].Key, bytes[i]);
            return site;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or AggregateException)
        {
            throw new DiskRefused($"The folder {dir} cannot be read: {PlainReason(trouble is AggregateException many ? many.InnerExceptions[0] : trouble)}.");
        }
    }

    private static StagedSite StageBeside(string place, string output, SortedDictionary<string, Artifact> site, FileStream claim)
    {
        var published = PublishedFiles(place);
        var artifacts = site.Values.ToArray();
        var same = new bool[artifacts.Length];
        InParallel(artifacts.Length, i => same[i] = published.TryGetValue(artifacts[i].Path, out var old) && IsSame(place, artifacts[i], old));

        var unchanged = same.Count(one => one);
        var removed = published.Keys.Count(path => path != MarkerName && !site.ContainsKey(path));
        var marked = published.ContainsKey(MarkerName);
        if (unchanged == artifacts.Length && removed == 0 && marked)
            return new StagedSite(place, output, place, claim, new PublishReport(0, unchanged, 0, 0));

        var staging = Path.Combine(Path.GetDirectoryName(place)!, LeftoverPrefix(place) + Environment.ProcessId);
        Directory.CreateDirectory(staging);
        foreach (var folder in site.Keys.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal))
        {
            if (folder.Length > 0) Directory.CreateDirectory(Path.Combine(staging, folder));
        }

        InParallel(artifacts.Length, i =>
        {
            var to = Path.Combine(staging, artifacts[i].Path);
            if (!same[i]) Write(to, artifacts[i].Bytes.Span);
            else if (Path.Combine(place, artifacts[i].Path) is var from && !Native.HardLink(from, to)) File.Copy(from, to);
        });
        if (!marked || !Native.HardLink(Path.Combine(place, MarkerName), Path.Combine(staging, MarkerName)))
            File.WriteAllText(Path.Combine(staging, MarkerName), MarkerText);
        if (!OperatingSystem.IsWindows() && Directory.Exists(place)) File.SetUnixFileMode(staging, File.GetUnixFileMode(place));

        var bytes = 0L;
        for (var i = 0; i < artifacts.Length; i++) bytes += same[i] ? 0 : artifacts[i].Bytes.Length;
        return new StagedSite(place, output, staging, claim, new PublishReport(artifacts.Length - unchanged, unchanged, removed, bytes));
    }

    private readonly record struct Published(long Length, bool IsLink);

    private static Dictionary<string, Published> PublishedFiles(string place)
    {
        var files = new Dictionary<string, Published>(StringComparer.Ordinal);
        if (!Directory.Exists(place)) return files;
        var start = place.Length + (Path.EndsInDirectorySeparator(place) ? 0 : 1);
        var found = new FileSystemEnumerable<(string Path, Published File)>(place, Describe, new EnumerationOptions { AttributesToSkip = 0, RecurseSubdirectories = true, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        foreach (var (path, file) in found) files.Add(path, file);
        return files;

        static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

        (string, Published) Describe(ref FileSystemEntry entry)
        {
            var path = Path.Join(entry.Directory, entry.FileName)[start..];
            var link = IsLink(ref entry);
            return (OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path, new Published(link ? 0 : entry.Length, link));
        }
    }

    private static bool IsSame(string place, Artifact artifact, Published old)
    {
        if (old.IsLink || old.Length != artifact.Bytes.Length) return false;
        if (old.Length == 0) return true;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(old.Length, 256 * 1024));
        try
        {
            using var handle = File.OpenHandle(Path.Combine(place, artifact.Path), options: FileOptions.SequentialScan);
            for (var at = 0; at < artifact.Bytes.Length;)
            {
                var read = RandomAccess.Read(handle, buffer.AsSpan(0, Math.Min(buffer.Length, artifact.Bytes.Length - at)), at);
                if (read == 0 || !artifact.Bytes.Span.Slice(at, read).SequenceEqual(buffer.AsSpan(0, read))) return false;
                at += read;
            }

            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return false; // what cannot be read is written anew
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(handle, bytes, 0);
    }

    private static void InParallel(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, TwoWorkers, work);
        }
        catch (AggregateException many) when (many.InnerExceptions.All(one => one is IOException or UnauthorizedAccessException))
        {
            throw new IOException(PlainReason(many.InnerExceptions[0]), many.InnerExceptions[0]);
        }
    }

    private static DiskRefused CouldNotWrite(string output, Exception trouble) =>
        new($"The site could not be written to {output}: {PlainReason(trouble.InnerException ?? trouble)}. What was published before is as it was.");
}
