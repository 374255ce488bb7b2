using System.Diagnostics;
using System.Text;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>A small real git repository in a folder of its own. Its dates are given, and nobody's settings reach it.</summary>
internal sealed class GitFixture : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("publicledger-git-");

    /// <summary>An empty repository. Skips the test where git is missing, and fails it where CI is set.</summary>
    public GitFixture()
    {
        Shared.Require(Disk.FindProgram("git") is not null, "git is not installed.");
        Directory.CreateDirectory(Repository);
        Git("init", "--quiet", "--initial-branch=main");
    }

    /// <summary>A folder around the repository.</summary>
    public string Around => folder.FullName;

    public string Repository => Path.Combine(Around, "repository");

    public void Dispose() => folder.Delete(recursive: true);

    public string In(string path) => Path.Combine(Repository, path);

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllBytes(In(path), bytes);
    }

    /// <summary>Commits all that changed, on a day; the author may have written it on another. Returns the commit's name.</summary>
    public string Commit(string subject, string day, string? written = null, string author = "Ada Moss <ada@example.org>")
    {
        Git("add", "--all");
        return Dated(day, written, "commit", "--quiet", "--allow-empty", "--allow-empty-message", $"--author={author}", "--cleanup=verbatim", "-m", subject);
    }

    public string Merge(string branch, string day) => Dated(day, null, "merge", "--quiet", "--no-ff", "-m", $"Merge {branch}", branch);

    public string Git(params string[] arguments) => Run([], arguments);

    /// <summary>Runs the built program on a file of the repository, from a folder of it.</summary>
    public (int Code, string Out, string Error) Import(string file, params string[] more) => Program(["import", "history", .. more, "--", file]);

    public (int Code, string Out, string Error) Program(params IEnumerable<string> line) => ProgramWith([], line);

    public (int Code, string Out, string Error) ProgramWith(Dictionary<string, string> surroundings, params IEnumerable<string> line)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : Disk.FindProgram("dotnet")!, line.Prepend(typeof(Pipeline).Assembly.Location)) { WorkingDirectory = Repository };
        foreach (var (name, value) in surroundings) start.Environment[name] = value;
        return Ran(start);
    }

    private string Dated(string day, string? written, params string[] arguments)
    {
        Run(new() { ["GIT_AUTHOR_DATE"] = $"{written ?? day}T12:00:00+0000", ["GIT_COMMITTER_DATE"] = $"{day}T12:00:00+0000" }, arguments);
        return Git("rev-parse", "HEAD");
    }

    private string Run(Dictionary<string, string> surroundings, string[] arguments)
    {
        var start = new ProcessStartInfo(Disk.FindProgram("git")!, ["-c", "user.name=Ada Moss", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always", .. arguments]) { WorkingDirectory = Repository };
        foreach (var (name, value) in surroundings) start.Environment[name] = value;
        var (code, said, error) = Ran(start);
        Assert.True(code == 0, error);
        return said.Trim();
    }

    private static (int Code, string Out, string Error) Ran(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.DoesNotContain("   at ", error.Result, StringComparison.Ordinal);
        return (process.ExitCode, said, error.Result);
    }
}
