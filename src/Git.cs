using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using PublicLedger.Sources;

namespace PublicLedger;

/// <summary>git could not do what was asked of it; the message says so in plain words.</summary>
internal sealed class GitFailed(string message) : Exception(message);

/// <summary>
/// git by its command line, for reading only. The repository may be a stranger's, so nothing it says about itself is
/// trusted: its settings cannot start programs or change what is printed, and nothing is fetched. Arguments are passed as
/// a list, never through a shell; paths come after <c>--</c> and mean only themselves.
/// </summary>
internal sealed class Git
{
    private const int MostOutput = 256 * 1024 * 1024;
    private const int MostErrors = 64 * 1024;

    /// <summary>What to do where a clone is not whole.</summary>
    internal const string WhereTextsLack = "If the repository was cloned with --filter, make a full clone; else look with `git fsck` whether something is broken.";

    // https://git-scm.com/docs/git and https://git-scm.com/docs/git-config
    private static readonly ImmutableArray<string> Always =
    [
        "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
        .. new[]
        {
            "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "core.bigFileThreshold=512m", "color.ui=false", "protocol.allow=never",
            "log.showSignature=false", "log.showRoot=true", "diff.external=", "diff.orderFile=/dev/null", "diff.algorithm=histogram", "diff.renameLimit=10000",
        }.SelectMany(setting => new[] { "-c", setting }),
    ];

    private readonly string program;
    private readonly string folder;

    private Git(string program, string folder) => (this.program, this.folder) = (program, folder);

    /// <summary>git, asked in a folder; null where it is not installed.</summary>
    public static Git? In(string folder) => Disk.FindProgram("git") is { } program ? new Git(program, folder) : null;

    /// <summary>git, asked in another folder: a path that is given to it starts there.</summary>
    public Git At(string other) => new(program, other);

    /// <summary>What git answers.</summary>
    /// <returns>Its exit code, its output as bytes, and the first line of its complaint, safe to print.</returns>
    /// <exception cref="GitFailed">It cannot be started, or it says too much.</exception>
    public (int Code, byte[] Output, string Complaint) Ask(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var complaint = Complaint(process);
        var output = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
        {
            output.Write(buffer, 0, count);
            if (output.Length <= MostOutput) continue;
            process.Kill();
            throw new GitFailed($"The history is too large to be read: git lists more than {Limits.Megabytes(MostOutput)} of commits.");
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), complaint.GetAwaiter().GetResult());
    }

    /// <summary>The same, where any exit code but 0 is a failure.</summary>
    /// <exception cref="GitFailed">git failed.</exception>
    public byte[] Need(params IEnumerable<string> arguments)
    {
        var (code, output, complaint) = Ask(arguments);
        return code == 0 ? output : throw new GitFailed($"git could not read the history: {complaint}. {WhereTextsLack}");
    }

    /// <summary>Opens the store of texts.</summary>
    public GitTexts OpenTexts() => new(Start(["cat-file", "--batch-check"]), Start(["cat-file", "--batch"]));

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, Always.Concat(arguments))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Run from a hook, git leaves words in the environment that name another repository. What names the user's own settings stays.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) && !name.StartsWith("GIT_CONFIG", StringComparison.Ordinal) && name != "GIT_EXEC_PATH").ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        try
        {
            return Process.Start(start) ?? throw new GitFailed("git could not be started.");
        }
        catch (System.ComponentModel.Win32Exception trouble)
        {
            throw new GitFailed($"git could not be started: {trouble.Message}");
        }
    }

    /// <summary>Reads all complaints, so that git never waits for a reader, and keeps the first line that says what is wrong.</summary>
    internal static async Task<string> Complaint(Process process)
    {
        var kept = new MemoryStream();
        var buffer = new byte[4096];
        for (int count; (count = await process.StandardError.BaseStream.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length < MostErrors) kept.Write(buffer, 0, count);
        }

        var lines = Encoding.UTF8.GetString(kept.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(l => l.StartsWith("fatal: ", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "it does not say why";
        return FileNames.Printable(line.StartsWith("fatal: ", StringComparison.Ordinal) ? line["fatal: ".Length..] : line);
    }
}

/// <summary>The texts a repository holds, each under the name of its content (https://git-scm.com/docs/git-cat-file#_batch_output).</summary>
internal sealed class GitTexts : IDisposable
{
    private readonly Process sizes;
    private readonly Process texts;
    private readonly Task<string> complaints;

    /// <summary>Two running git processes: one that tells sizes, one that tells contents.</summary>
    public GitTexts(Process sizes, Process texts)
    {
        (this.sizes, this.texts) = (sizes, texts);
        complaints = Git.Complaint(texts);
        _ = Git.Complaint(sizes);
    }

    /// <summary>How many bytes a text has.</summary>
    /// <exception cref="GitFailed">The repository lacks it.</exception>
    public long Size(string name) => Header(sizes, name);

    /// <summary>The bytes of a text; ask for the size first.</summary>
    /// <exception cref="GitFailed">The repository lacks it.</exception>
    public byte[] Read(string name)
    {
        var bytes = new byte[Header(texts, name)];
        try
        {
            texts.StandardOutput.BaseStream.ReadExactly(bytes);
            _ = texts.StandardOutput.BaseStream.ReadByte(); // the line break after it
            return bytes;
        }
        catch (EndOfStreamException)
        {
            throw Missing(name);
        }
    }

    /// <summary>Ends git.</summary>
    public void Dispose()
    {
        foreach (var process in new[] { sizes, texts })
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
    }

    private long Header(Process process, string name)
    {
        try
        {
            process.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(name + "\n"));
            process.StandardInput.BaseStream.Flush();
        }
        catch (IOException)
        {
            throw Missing(name);
        }

        // "<name> blob <bytes>", or "<name> missing".
        var line = new StringBuilder();
        for (int letter; (letter = process.StandardOutput.BaseStream.ReadByte()) is not ('\n' or -1) && line.Length < 200;) line.Append((char)letter);
        return line.ToString().Split(' ') is [_, "blob", var size] && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : throw Missing(name);
    }

    private GitFailed Missing(string name)
    {
        var why = texts.HasExited ? $" ({complaints.GetAwaiter().GetResult()})" : "";
        return new GitFailed($"This clone lacks a text of the history, {name}{why}. {Git.WhereTextsLack}");
    }
}
