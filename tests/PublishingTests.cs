using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PublicLedger.Outputs;
using Xunit;

namespace PublicLedger.Tests;

public sealed class PublishingTests : IDisposable
{
    private const string ChildVariable = "PUBLICLEDGER_TEST_PUBLISH_TO";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("publicledger-");

    public PublishingTests() => root.CreateSubdirectory("content");

    private string Output => Path.Combine(root.FullName, "_site");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_site_is_published_changed_and_left_alone()
    {
        Assert.Equal(new PublishReport(3, 0, 0, 6), Publish(Site(("a.html", "aa"), ("d/b.html", "bb"), ("d/c.html", "cc"))));
        Assert.Equal("aa", File.ReadAllText(Path.Combine(Output, "a.html")));
        var long_ago = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        foreach (var file in Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, long_ago);
        Directory.SetLastWriteTimeUtc(Output, long_ago);
        var inode = Inode("d/b.html");

        Assert.Equal(new PublishReport(0, 3, 0, 0), Publish(Site(("d/c.html", "cc"), ("a.html", "aa"), ("d/b.html", "bb"))));
        Assert.Equal(long_ago, Directory.GetLastWriteTimeUtc(Output));

        Assert.Equal(new PublishReport(2, 1, 1, 7), Publish(Site(("a.html", "AA"), ("d/b.html", "bb"), ("new.html", "12345"))));
        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(Path.Combine(Output, "d/b.html")));
        Assert.NotEqual(long_ago, File.GetLastWriteTimeUtc(Path.Combine(Output, "a.html")));
        Assert.Equal(inode, Inode("d/b.html"));
        Assert.False(File.Exists(Path.Combine(Output, "d/c.html")));
        Assert.Equal(["a.html=AA", "d/b.html=bb", "new.html=12345"], Print(Disk.ReadPublished(Output)));
        NoLitter();
    }

    [Fact]
    public void What_is_staged_can_be_read_and_thrown_away()
    {
        Publish(Site(("a.html", "old")));
        using (var staged = Disk.Stage(Output, Site(("a.html", "new")), root.FullName, []))
        {
            Assert.Equal(["a.html=new"], Print(Disk.ReadPublished(staged.Folder)));
            Assert.Equal(["a.html=old"], Print(Disk.ReadPublished(Output)));
            var refused = Assert.Throws<DiskRefused>(() => Publish(Site(("a.html", "other"))));
            Assert.Contains("Another build", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["a.html=old"], Print(Disk.ReadPublished(Output)));
        NoLitter();
    }

    [Fact]
    public void Outputs_that_would_endanger_files_are_refused()
    {
        root.CreateSubdirectory("content/inner");
        root.CreateSubdirectory("elsewhere");
        File.WriteAllText(Path.Combine(root.FullName, "elsewhere/diary.txt"), "mine");
        File.WriteAllText(Path.Combine(root.FullName, "file"), "x");
        File.CreateSymbolicLink(Path.Combine(root.FullName, "alias"), "content");
        foreach (var (output, word) in new[]
        {
            (".", "own files"), ("..", "own files"), ("/", "top of the disk"), ("content", "the source content"), ("content/inner", "inside the source"),
            ("alias", "the source content"), ("alias/inner/new", "inside the source"), ("templates/x", "inside the source"), ("elsewhere", "did not put there"), ("file", "is a file"),
        })
        {
            var before = Listing();
            var refused = Assert.Throws<DiskRefused>(() => Disk.Publish(Path.Combine(root.FullName, output), Site(("a.html", "a")), root.FullName, []));
            Assert.Contains(word, refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, Listing());
        }

        Publish(Site(("a.html", "a")));
        Directory.CreateDirectory(Path.Combine(Output, ".git"));
        Assert.Contains(".git", Assert.Throws<DiskRefused>(() => Publish(Site(("a.html", "b")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_and_the_target_of_a_link_are_fine()
    {
        root.CreateSubdirectory("empty");
        Disk.Publish(Path.Combine(root.FullName, "empty"), Site(("a.html", "1")), root.FullName, []);
        File.CreateSymbolicLink(Output, "empty");
        Publish(Site(("a.html", "2")));
        Assert.Equal("empty", new FileInfo(Output).LinkTarget);
        Assert.Equal(["a.html=2"], Print(Disk.ReadPublished(Path.Combine(root.FullName, "empty"))));
    }

    [Fact]
    public void A_link_inside_the_output_is_removed_and_what_it_leads_to_is_not()
    {
        Publish(Site(("a.html", "1"), ("b.html", "2")));
        File.WriteAllText(Path.Combine(root.FullName, "content/mine.md"), "2");
        Directory.CreateSymbolicLink(Path.Combine(Output, "content"), Path.Combine(root.FullName, "content"));
        File.Delete(Path.Combine(Output, "b.html"));
        File.CreateSymbolicLink(Path.Combine(Output, "b.html"), Path.Combine(root.FullName, "content/mine.md"));
        Assert.Equal(new PublishReport(1, 1, 1, 1), Publish(Site(("a.html", "1"), ("b.html", "2"))));
        Assert.Null(new FileInfo(Path.Combine(Output, "b.html")).LinkTarget);
        Assert.Equal("2", File.ReadAllText(Path.Combine(root.FullName, "content/mine.md")));
    }

    [Theory]
    [InlineData("../a.html")]
    [InlineData("/a.html")]
    [InlineData("a//b.html")]
    [InlineData("a/./b.html")]
    [InlineData("a\\b.html")]
    [InlineData("a\nb.html")]
    [InlineData("a/")]
    [InlineData("")]
    [InlineData(".publicledger")]
    [InlineData("x/y.html", "X/z.html")]
    [InlineData("x.html", "X.html")]
    [InlineData("x", "x/y")]
    [InlineData("x/y", "x")]
    [InlineData("x", "x")]
    public void Paths_that_are_not_a_file_of_their_own_everywhere_are_refused(params string[] paths)
    {
        Assert.Throws<DiskRefused>(() => Publish(Site([.. paths.Select(path => (path, "x"))])));
        Assert.False(Directory.Exists(Output));
        NoLitter();
    }

    [Fact]
    public void A_name_may_have_200_bytes()
    {
        Publish(Site((new string('é', 100), "x")));
        Assert.Throws<DiskRefused>(() => Publish(Site((new string('é', 100) + "a", "x"))));
    }

    [Fact]
    public void Where_folders_cannot_be_exchanged_a_kill_between_the_two_steps_is_put_right()
    {
        Publish(Site(("a.html", "old")));
        var previous = Path.Combine(root.FullName, "._site.previous");
        Directory.Move(Output, previous);
        var staging = root.CreateSubdirectory("._site.staging-1");
        File.WriteAllText(Path.Combine(staging.FullName, "half.html"), "h");
        Assert.Equal(new PublishReport(0, 1, 0, 0), Publish(Site(("a.html", "old"))));
        NoLitter();

        var next = root.CreateSubdirectory("next");
        File.WriteAllText(Path.Combine(next.FullName, "a.html"), "new");
        Disk.SwapInTwoSteps(next.FullName, Output);
        Assert.Equal("new", File.ReadAllText(Path.Combine(Output, "a.html")));
        Assert.Equal("old", File.ReadAllText(Path.Combine(next.FullName, "a.html")));
        Assert.False(Directory.Exists(previous));
    }

    [Fact]
    public void A_full_disk_leaves_the_site_as_it_was()
    {
        var small = root.CreateSubdirectory("small").FullName;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small) == 0, "A small disk cannot be mounted here.");
        try
        {
            var output = Path.Combine(small, "_site");
            Disk.Publish(output, Site(("a.html", "old"), ("b.html", new string('b', 400_000))), root.FullName, []);
            var large = Enumerable.Range(0, 40).Select(i => ($"{i}.html", new string('x', 30_000 + i))).Append(("a.html", "new")).ToArray();
            var refused = Assert.Throws<DiskRefused>(() => Disk.Publish(output, Site(large), root.FullName, []));
            Assert.Contains("the disk is full", refused.Message, StringComparison.Ordinal);
            Assert.Equal(["a.html", "b.html"], Disk.ReadPublished(output).Keys);
            Assert.Equal("old", File.ReadAllText(Path.Combine(output, "a.html")));
            Assert.Equal([output], Directory.EnumerateFileSystemEntries(small));
            Assert.Equal(1, Disk.Publish(output, Site(("a.html", "new"), ("b.html", new string('b', 400_000))), root.FullName, []).Written);
        }
        finally
        {
            Assert.Equal(0, Run("umount", small));
        }
    }

    [Fact]
    public async Task Readers_get_whole_files_at_any_moment_and_one_version_from_a_folder_they_hold()
    {
        Publish(Versions[0]);
        using var stop = new CancellationTokenSource();
        var reads = 0;
        var reader = Task.Run(() =>
        {
            for (; !stop.IsCancellationRequested; reads++)
            {
                var version = File.ReadAllText(Path.Combine(Output, "0/one.html"));
                Assert.True(version is "version 0" or "version 1", version);
                if (OperatingSystem.IsLinux()) OneVersion(Disk.Native.Open(Output, 0));
            }
        });
        for (var i = 1; i <= 60; i++) Publish(Versions[i % 2]);
        await stop.CancelAsync();
        await reader;
        Assert.True(reads > 10);

        static void OneVersion(int folder)
        {
            try
            {
                var first = TryRead($"/proc/self/fd/{folder}/0/one.html");
                var second = TryRead($"/proc/self/fd/{folder}/1/one.html");

                // A version that was replaced goes away, but never becomes the other.
                if (first is not null && second is not null) Assert.Equal(first, second);
            }
            finally
            {
                _ = Disk.Native.Close(folder);
            }
        }

        static string? TryRead(string path)
        {
            try
            {
                return File.ReadAllText(path);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    [Fact]
    public void A_build_killed_at_any_moment_leaves_the_old_site_or_the_new()
    {
        var sites = Versions.Select(version => string.Join('\n', Print(version.ToDictionary(one => one.Path, one => one.Bytes)))).ToArray();
        var random = new Random(20260301);
        var leftBehind = 0;
        for (var round = 0; round < 32; round++)
        {
            Publish(Versions[0]);
            using (var child = StartChild())
            {
                Assert.Equal("ready", child.StandardOutput.ReadLine());
                Thread.Sleep(TimeSpan.FromMicroseconds(random.Next(60_000)));
                child.Kill();
                child.WaitForExit();
            }

            Assert.Contains(string.Join('\n', Print(Disk.ReadPublished(Output))), sites);
            if (Directory.EnumerateDirectories(root.FullName, "._site.*").Any()) leftBehind++;
            Publish(Versions[1]);
            Assert.Equal(sites[1], string.Join('\n', Print(Disk.ReadPublished(Output))));
            NoLitter();
        }

        Assert.True(leftBehind > 0, "No kill hit a build at work, so nothing was tested.");
    }

    /// <summary>The child of the test above: this assembly, started with a variable that says where to publish.</summary>
    [ModuleInitializer]
    internal static void PublishForever()
    {
        if (Environment.GetEnvironmentVariable(ChildVariable) is not { } root) return;
        for (var i = 0; ; i++)
        {
            Disk.Publish(Path.Combine(root, "_site"), Versions[(i + 1) % 2], root, []);
            if (i == 1) Console.WriteLine("ready");
        }
    }

    private static Artifact[][] Versions =>
    [
        .. from version in new[] { 0, 1 }
           select (from i in Enumerable.Range(0, 120)
                   select i % 3 == 0 ? Artifact.Text($"{i}/same.html", new string('s', 4000)) : Artifact.Text($"{i}/only-{version}.html", $"{version} {i}"))
               .Concat([Artifact.Text("0/one.html", $"version {version}"), Artifact.Text("1/one.html", $"version {version}")]).ToArray(),
    ];

    private Process StartChild()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(PublishingTests).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[ChildVariable] = root.FullName;
        return Process.Start(start)!;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private PublishReport Publish(IEnumerable<Artifact> artifacts) => Disk.Publish(Output, artifacts, root.FullName, []);

    private static Artifact[] Site(params (string Path, string Text)[] files) => [.. files.Select(file => Artifact.Text(file.Path, file.Text))];

    private static IEnumerable<string> Print(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> site) =>
        site.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}={Encoding.UTF8.GetString(file.Value.Span)}");

    private string Inode(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("ls", ["-i", Path.Combine(Output, path)]) { RedirectStandardOutput = true })!;
        return long.Parse(stat.StandardOutput.ReadToEnd().Trim().Split(' ')[0], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    private string Listing() => string.Join('\n', root.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(one => one.FullName).Order(StringComparer.Ordinal));

    private void NoLitter() => Assert.Empty(root.EnumerateFileSystemInfos("._site*"));
}
