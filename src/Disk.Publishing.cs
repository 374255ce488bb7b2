using System.Buffers;
using System.IO.Enumeration;
using PublicLedger.Checks;
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

    /// <summary>Stages a site that is there already.</summary>
    /// <exception cref="DiskRefused">Nothing was changed; the message says why.</exception>
    public static StagedSite Stage(string output, IEnumerable<Artifact> artifacts, string root, IReadOnlyList<SourceFolder> folders) =>
        Stage(output, take => artifacts.ToList().ForEach(take), root, folders);

    /// <summary>
    /// Writes a site beside the published one, ready to take its place, file by file as they are made, so that no more of
    /// it is in memory than what is just being written. Files whose bytes are as published become a second name of the
    /// same file, so nothing unchanged is written. Where nothing differs at all, nothing is staged.
    /// Hold the result in a <c>using</c>: until it is disposed of no other build can publish to the same output.
    /// </summary>
    /// <param name="output">The folder to publish to; where it is a link, the folder it leads to.</param>
    /// <param name="make">Makes the whole site and hands over each file, from whatever thread.</param>
    /// <param name="root">The site's root folder, which is protected.</param>
    /// <param name="folders">The source folders, which are protected too.</param>
    /// <exception cref="DiskRefused">Nothing was changed; the message says why.</exception>
    public static StagedSite Stage(string output, Action<Action<Artifact>> make, string root, IReadOnlyList<SourceFolder> folders)
    {
        var place = Allowed(output, root, folders);
        FileStream? claim = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            claim = Claim(place, output);
            Repair(place);
            RequireOurs(place, output);
            var staging = new Staging(place);
            make(staging.Take);
            return staging.Finish(output, claim);
        }
        catch (Exception caught)
        {
            var trouble = caught is AggregateException many ? many.Flatten().InnerExceptions[0] : caught;
            if (claim is not null) TryRemoveLeftovers(place);
            claim?.Dispose();
            if (trouble is IOException or UnauthorizedAccessException) throw CouldNotWrite(output, trouble);
            if (trouble is DiskRefused refused) throw refused;
            throw;
        }
    }

    /// <summary>Every file of a published site by its path, without the marker. Links are not followed.</summary>
    /// <exception cref="DiskRefused">The folder is not there or cannot be read.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> ReadPublished(string dir)
    {
        var site = OpenPublished(dir);
        return new SortedDictionary<string, ReadOnlyMemory<byte>>(site.Paths.ToDictionary(path => path, path => (ReadOnlyMemory<byte>)site.BytesOf(path).ToArray(), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>A published site of which each file is read when it is asked for, and not kept. Without the marker; links are not followed.</summary>
    /// <exception cref="DiskRefused">The folder is not there or cannot be read; also later, when a file cannot be.</exception>
    public static Published OpenPublished(string dir)
    {
        if (!Directory.Exists(dir)) throw new DiskRefused($"There is no folder {dir}.");
        var full = RealPath(dir);
        var paths = Readable(() => PublishedFiles(full).Where(file => !file.Value.IsLink && file.Key != MarkerName).Select(file => file.Key).ToArray());
        return new Published(paths, path => Readable(() => ReadIntoBuffer(Path.Combine(full, path))));

        T Readable<T>(Func<T> read)
        {
            try
            {
                return read();
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                throw new DiskRefused($"The folder {dir} cannot be read: {PlainReason(trouble)}.");
            }
        }
    }

    /// <summary>The bytes of a file in this thread's buffer: thirty thousand files are looked at once and none of them is kept.</summary>
    private static ReadOnlyMemory<byte> ReadIntoBuffer(string path)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var size = RandomAccess.GetLength(handle);
        if (size > Array.MaxLength) throw new IOException($"{path} is larger than two gigabytes");
        var length = (int)size;
        if (readBuffer is null || readBuffer.Length < length) readBuffer = new byte[Math.Max(length, 64 * 1024)];
        var taken = 0;
        while (taken < length && RandomAccess.Read(handle, readBuffer.AsSpan(taken, length - taken), taken) is var read and > 0) taken += read;
        return readBuffer.AsMemory(0, taken);
    }

    [ThreadStatic]
    private static byte[]? readBuffer;

    private readonly record struct OnDisk(long Length, bool IsLink);

    private static Dictionary<string, OnDisk> PublishedFiles(string place)
    {
        var files = new Dictionary<string, OnDisk>(StringComparer.Ordinal);
        if (!Directory.Exists(place)) return files;
        var start = place.Length + (Path.EndsInDirectorySeparator(place) ? 0 : 1);
        var found = new FileSystemEnumerable<(string Path, OnDisk File)>(place, Describe, new EnumerationOptions { AttributesToSkip = 0, RecurseSubdirectories = true, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        foreach (var (path, file) in found) files.Add(path, file);
        return files;

        static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

        (string, OnDisk) Describe(ref FileSystemEntry entry)
        {
            var path = Path.Join(entry.Directory, entry.FileName)[start..];
            var link = IsLink(ref entry);
            return (OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path, new OnDisk(link ? 0 : entry.Length, link));
        }
    }

    private static bool IsSame(string place, Artifact artifact, OnDisk old)
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
