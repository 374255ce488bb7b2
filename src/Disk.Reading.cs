using System.Buffers;
using System.Collections.Immutable;
using System.Text.Unicode;
using PublicLedger.Sources;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>The configuration's text, or null where there is none. Bytes that are not UTF-8 end the text.</summary>
    /// <exception cref="DiskRefused">It is there and cannot be read.</exception>
    public static SourceText? ReadConfig(string root)
    {
        var file = new FileInfo(Path.Combine(root, ConfigName));
        if (!file.Exists) return null;
        var (text, refused) = ReadText(ConfigName, new Found(ConfigName, file.FullName, file.Length), new Limits());
        return refused is null ? text : throw new DiskRefused($"{ConfigName} cannot be used: {refused.Detail}.");
    }

    /// <summary>Reads all that a build depends on.</summary>
    /// <param name="root">The site's root folder.</param>
    /// <param name="folders">The source folders in the order of the configuration; a file belongs to the first that takes it. None means <c>content</c>.</param>
    /// <param name="config">The configuration, for messages about it.</param>
    /// <param name="today">The day of the build.</param>
    /// <param name="limits">How much is read.</param>
    /// <returns>The tree; what could not be taken in is listed in it.</returns>
    /// <exception cref="DiskRefused">There are more files than the limit.</exception>
    public static SourceTree Read(string root, IReadOnlyList<SourceFolder> folders, SourceText? config, DateOnly today, Limits limits)
    {
        var refused = new List<Refused>();
        var wanted = Gather(root, folders.Count > 0 ? folders : [new SourceFolder(DefaultSource)], config, limits, refused);
        var templates = GatherTemplates(root, limits, refused);

        var texts = new (SourceText? Text, Refused? Refused)[wanted.Count];
        var attachments = new Attachment?[wanted.Count];
        Parallel.For(0, wanted.Count, i =>
        {
            var (file, path, _, role) = wanted[i];
            if (role == FileRole.Attachment) (attachments[i], texts[i].Refused) = ReadAttachment(path, file, limits);
            else if (role is FileRole.Content or FileRole.History || LooksLikeText(file)) texts[i] = ReadText(path, file, limits);
        });

        var content = new List<SourceFile>(wanted.Count);
        var histories = new List<SourceFile>();
        for (var i = 0; i < wanted.Count; i++)
        {
            if (texts[i].Text is { } text) (wanted[i].Role == FileRole.History ? histories : content).Add(new SourceFile(text, wanted[i].Folder));
            if (texts[i].Refused is { } trouble) refused.Add(trouble);
        }

        var own = templates.ConvertAll(file => ReadText($"{TemplatesName}/{file.Inner}", file, limits));
        refused.AddRange(own.Where(one => one.Refused is not null).Select(one => one.Refused!));
        return new SourceTree(today)
        {
            Config = config,
            Content = [.. content.OrderBy(file => file.Text.Path, StringComparer.Ordinal)],
            Histories = [.. histories.OrderBy(file => file.Text.Path, StringComparer.Ordinal)],
            Templates = [.. own.Where(one => one.Text is not null).Select(one => one.Text!).OrderBy(text => text.Path, StringComparer.Ordinal)],
            Attachments = attachments.Where(one => one is not null).ToImmutableDictionary(one => one!.Path, one => one!, StringComparer.Ordinal),
            Refused = [.. refused.OrderBy(one => one.Source.Path, StringComparer.Ordinal).ThenBy(one => one.Detail, StringComparer.Ordinal)],
        };
    }

    private readonly record struct Wanted(Found File, string Path, SourceFolder Folder, FileRole Role);

    private static List<Wanted> Gather(string root, IReadOnlyList<SourceFolder> folders, SourceText? config, Limits limits, List<Refused> refused)
    {
        var wanted = new List<Wanted>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var written in folders)
        {
            var folder = written with { Path = Tidy(written.Path) };
            var selection = new Selection(folder);
            if (WalkOf(root, folder.Path) is not { } walk)
            {
                refused.Add(NotThere(config, folder.Path));
                continue;
            }

            walk.Run(limits.MaxFiles - count);
            count += walk.Files.Count;
            foreach (var (inner, why, detail, isFolder) in walk.Refused)
            {
                if (isFolder ? selection.LeavesOutFolder(inner) : !walk.IsFile && selection.RoleOf(inner) == FileRole.None) continue;
                var path = PathOf(folder, walk, inner);
                if (taken.Add(path)) refused.Add(Refuse(path, why, detail));
            }

            foreach (var file in walk.Files)
            {
                var role = walk.IsFile ? FileRole.Content : selection.RoleOf(file.Inner);
                if (role == FileRole.None || !taken.Add(file.Real)) continue;
                var path = PathOf(folder, walk, file.Inner);
                var trouble = file.Inner.Split('/').Select(FileNames.TroubleWith).FirstOrDefault(one => one is not null);
                if (trouble is null) wanted.Add(new Wanted(file, path, folder, role));
                else refused.Add(Refuse(path, Refusal.BadName, trouble));
            }
        }

        return wanted;
    }

    private static List<Found> GatherTemplates(string root, Limits limits, List<Refused> refused)
    {
        if (WalkOf(root, TemplatesName) is not { IsFile: false } walk) return [];
        walk.Run(limits.MaxFiles);
        foreach (var (inner, why, detail, isFolder) in walk.Refused)
        {
            if (isFolder || IsTemplate(inner)) refused.Add(Refuse(inner.Length == 0 ? TemplatesName : $"{TemplatesName}/{inner}", why, detail));
        }

        return walk.Files.FindAll(file => IsTemplate(file.Inner));

        static bool IsTemplate(string inner) => Path.GetExtension(inner) is ".html" or ".css" or ".js" or ".svg";
    }

    /// <summary>A walk over what a source's path names, or null where nothing is there.</summary>
    private static Walk? WalkOf(string root, string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        var isFile = File.Exists(full);
        if (!isFile && !Directory.Exists(full)) return null;

        // A path that the configuration writes as a place inside the root must not lead out of it through a link:
        // who may add a file to the repository may not thereby publish the machine's other files.
        var real = RealPath(full);
        var leadsOut = IsWithin(full, Path.GetFullPath(root)) && !IsWithin(real, RealPath(root));
        return new Walk(real, isFile, leadsOut ? Path.GetFileName(real) : null);
    }

    private static string Tidy(string path)
    {
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        path = path.TrimEnd('/');
        return path == "." ? "" : path;
    }

    private static string PathOf(SourceFolder folder, Walk walk, string inner) =>
        walk.IsFile || inner.Length == 0 ? folder.Path : folder.Path.Length == 0 ? inner : $"{folder.Path}/{inner}";

    private static Refused NotThere(SourceText? config, string path)
    {
        if (config is null) return new Refused(new SourceText(path, ""), 0, Refusal.NotThere, path);

        // The first mention as a value: the same words may stand earlier as a part of something else.
        for (var at = config.Text.IndexOf(path, StringComparison.Ordinal); at > 0; at = config.Text.IndexOf(path, at + 1, StringComparison.Ordinal))
        {
            if (config.Text[..at].TrimEnd(' ', '"', '\'').EndsWith("path:", StringComparison.Ordinal)) return new Refused(config, at, Refusal.NotThere, path);
        }

        return new Refused(config, 0, Refusal.NotThere, path);
    }

    private static Refused Refuse(string path, Refusal why, string detail) =>
        new(new SourceText(FileNames.Printable(path), ""), 0, why, FileNames.Printable(detail));

    private static (SourceText? Text, Refused? Refused) ReadText(string path, Found file, Limits limits)
    {
        if (file.Length > limits.MaxFileSize) return (null, Refuse(path, Refusal.TooLarge, Limits.Megabytes(file.Length)));
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length + 1);
        try
        {
            return Decode(path, buffer.AsSpan(0, ReadUpTo(file, buffer)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return (null, Refuse(path, Refusal.Unreadable, PlainReason(trouble)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (Attachment? Attachment, Refused? Refused) ReadAttachment(string path, Found file, Limits limits)
    {
        if (file.Length > limits.MaxAttachment) return (null, Refuse(path, Refusal.TooLarge, Limits.Megabytes(file.Length)));
        try
        {
            var bytes = new byte[file.Length];
            return (new Attachment(path, bytes.AsMemory(0, ReadUpTo(file, bytes))), null);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return (null, Refuse(path, Refusal.Unreadable, PlainReason(trouble)));
        }
    }

    private static (SourceText? Text, Refused? Refused) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (null, Refuse(path, Refusal.NotUtf8, "it is UTF-16"));

        // UTF-16 never needs more units than UTF-8 needs bytes.
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, letters, out var read, out var written, replaceInvalidSequences: false);
            var text = new SourceText(path, new string(letters, 0, written));
            return status == OperationStatus.Done
                ? (text, null)
                : (null, new Refused(text, written, Refusal.NotUtf8, $"the byte 0x{bytes[read]:X2} here"));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    /// <summary>Whether a file without an extension begins as text does. One that cannot be opened is taken for text, so that it is reported.</summary>
    private static bool LooksLikeText(Found file)
    {
        var start = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var bytes = start.AsSpan(0, ReadUpTo(file, start));
            if (bytes.Contains((byte)0)) return false;
            var status = Utf8.ToUtf16(bytes, new char[bytes.Length], out _, out _, replaceInvalidSequences: false, isFinalBlock: bytes.Length == file.Length);
            return status is OperationStatus.Done or OperationStatus.NeedMoreData;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(start);
        }
    }

    /// <summary>Fills the buffer from the start of a file, to its end or to the length it had when it was found.</summary>
    private static int ReadUpTo(Found file, byte[] buffer)
    {
        // What has no length is not opened: opening a pipe would wait for somebody to write to it.
        if (file.Length == 0) return 0;
        var most = (int)Math.Min(file.Length, buffer.Length);
        using var handle = File.OpenHandle(file.Real, options: FileOptions.SequentialScan);
        var filled = 0;
        while (filled < most && RandomAccess.Read(handle, buffer.AsSpan(filled, most - filled), filled) is > 0 and var read) filled += read;
        return filled;
    }
}
