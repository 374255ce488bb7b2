using System.Diagnostics;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The same records and the same day give the same bytes: in any folder, time zone and language, in any order of files. And each way to fail has its exit code.</summary>
public sealed class DeterminismTests : IDisposable
{
    private static readonly Dictionary<string, string> Usual = new() { ["TZ"] = "UTC", ["LANG"] = "C", ["LC_ALL"] = "" };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("publicledger-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Place_time_zone_language_and_order_of_files_change_nothing()
    {
        var here = Site("a", reverse: false);
        var there = Site("somewhere/much deeper/ü", reverse: true);
        Assert.Equal(0, Run(here, Usual, "build", "--root", here, "--today", "2026-11-21").Code);
        var other = new Dictionary<string, string> { ["TZ"] = "Pacific/Kiritimati", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" };
        Assert.Equal(0, Run(there, other, "build", "--root", ".", "--output", "out", "--today", "2026-11-21").Code);
        var (one, two) = (Bytes(Path.Combine(here, "_site")), Bytes(Path.Combine(there, "out")));
        Assert.NotEmpty(one);
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), two.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(one, f => !f.Value.AsSpan().SequenceEqual(two[f.Key]));
    }

    [Fact]
    public void Content_with_errors_leaves_the_published_site_as_it_was()
    {
        var root = Path.Combine(folder.FullName, "b");
        Write(root, "site.config.yml", "name: Test\n");
        Write(root, "content/decisions/2026-03-04-depot.md", "---\ntitle: Depot\n---\n");
        Assert.Equal(0, Run(root, Usual, "build", "--today", "2026-11-21").Code);
        var before = Bytes(Path.Combine(root, "_site"));
        Write(root, "content/decisions/2026-03-05-van.md", "---\ntitle: [Van\n---\n");
        var (code, said) = Run(root, Usual, "build", "--today", "2026-11-21");
        Assert.Equal(1, code);
        Assert.Contains("content/decisions/2026-03-05-van.md:2:8: error yaml-bracket-open", said, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(Path.Combine(root, "_site")));
        Assert.Equal(1, Run(root, Usual, "check").Code);
    }

    [Theory]
    [InlineData("build --today 2026-02-30")]
    [InlineData("build --root nowhere")]
    [InlineData("build --colour red")]
    [InlineData("check --format xml")]
    [InlineData("verify nowhere")]
    [InlineData("new decison Depot")]
    [InlineData("paint")]
    [InlineData("")]
    public void A_wrong_command_line_is_2(string line) =>
        Assert.Equal(2, Run(folder.FullName, Usual, line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Code);

    [Theory]
    [InlineData("--help")]
    [InlineData("build --help")]
    public void Asking_for_help_is_fine(string line) => Assert.Equal(0, Run(folder.FullName, Usual, line.Split(' ')).Code);

    /// <summary>A copy of the project's own demonstration, its files written in another order where asked.</summary>
    private string Site(string name, bool reverse)
    {
        var root = Path.Combine(folder.FullName, name);
        var files = Directory.EnumerateFiles(Path.Combine(Shared.Root, "content"), "*", SearchOption.AllDirectories).Append(Path.Combine(Shared.Root, "site.config.yml"));
        files = reverse ? files.OrderDescending(StringComparer.Ordinal) : files.Order(StringComparer.Ordinal);
        foreach (var file in files) Write(root, Path.GetRelativePath(Shared.Root, file), File.ReadAllText(file));
        return root;
    }

    private static void Write(string root, string path, string text)
    {
        var place = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllText(place, text);
    }

    private static Dictionary<string, byte[]> Bytes(string root) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(p => Path.GetRelativePath(root, p), File.ReadAllBytes, StringComparer.Ordinal);

    /// <summary>Runs the built program. Nobody is ever shown a stack trace.</summary>
    private static (int Code, string Said) Run(string where, Dictionary<string, string> surroundings, params string[] line)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = where, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Pipeline).Assembly.Location);
        foreach (var word in line) start.ArgumentList.Add(word);
        foreach (var (name, value) in surroundings) start.Environment[name] = value;
        using var program = Process.Start(start)!;
        var error = program.StandardError.ReadToEndAsync();
        var said = program.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        program.WaitForExit();
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        return (program.ExitCode, said);
    }
}
