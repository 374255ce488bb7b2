using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

public sealed class DiskTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("publicledger-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_missing_configuration_is_null_and_a_byte_order_mark_is_dropped()
    {
        Assert.Null(Disk.ReadConfig(root.FullName));
        Put("site.config.yml", [0xEF, 0xBB, 0xBF, .. "title: Übersicht\n"u8]);
        Assert.Equal("title: Übersicht\n", Disk.ReadConfig(root.FullName)!.Text);
    }

    [Fact]
    public void Content_is_read_in_ordinal_order_with_paths_from_the_root()
    {
        Put("content/b.md", "b");
        Put("content/a/z.markdown", "z");
        Put("content/B.md", "B");
        Put("content/a/notes.doc", "x");
        Put("content/.hidden/x.md", "x");
        Put("content/node_modules/x.md", "x");
        var tree = Read();
        Assert.Equal(["content/B.md", "content/a/z.markdown", "content/b.md"], Paths(tree));
        Assert.Equal("a/z.markdown", tree.Content[1].Inner);
        Assert.Empty(tree.Refused);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_at_their_place()
    {
        Put("content/a.md", [.. "one\ntwo "u8, 0xE9, .. " three"u8]);
        Put("content/b.md", [0xFF, 0xFE, 0x41, 0x00]);
        var tree = Read();
        Assert.Empty(tree.Content);
        Assert.All(tree.Refused, one => Assert.Equal(Refusal.NotUtf8, one.Why));
        Assert.Equal("content/a.md:2:5", tree.Refused[0].Source.At(tree.Refused[0].Offset).ToString());
        Assert.Equal("it is UTF-16", tree.Refused[1].Detail);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_with_its_size_and_one_at_the_limit_is_read()
    {
        Put("content/at.md", new string('a', 1000));
        Put("content/over.md", new string('a', 1001));
        using (var large = File.Create(Path.Combine(root.FullName, "content/large.md"))) large.SetLength(50 * Limits.Megabyte);
        Put("content/scan.pdf", new string('a', 21));
        var tree = Read(limits: new Limits(MaxFileSize: 1000, MaxAttachment: 20));
        Assert.Equal(["content/at.md"], Paths(tree));
        Assert.Equal(["content/large.md 50.0 MB", "content/over.md 0.0 MB", "content/scan.pdf 0.0 MB"], tree.Refused.Select(one => $"{one.Source.Path} {one.Detail}"));
        Assert.Throws<DiskRefused>(() => Read(limits: new Limits(MaxFiles: 3)));
    }

    [Fact]
    public void Links_out_are_refused_links_within_are_followed_once_and_circles_end()
    {
        Put("secret/key.md", "secret");
        Put("content/real/a.md", "a");
        Put("content/.versions/3/v.md", "v");
        Link("content/out", "../secret");
        Link("content/real/out.md", "../../secret/key.md");
        Link("content/alias", "real");
        Link("content/alias.md", "real/a.md");
        Link("content/latest", ".versions/3");
        Link("content/circle", ".");
        Link("content/real/self.md", "self.md");
        Link("content/gone.md", "nothing.md");
        var tree = Read();
        Assert.Equal(["content/latest/v.md", "content/real/a.md"], Paths(tree));
        Assert.Equal(
            ["content/gone.md Unreadable", "content/out LinkOut", "content/real/out.md LinkOut", "content/real/self.md Unreadable"],
            tree.Refused.Select(one => $"{one.Source.Path} {one.Why}"));
        Assert.Equal("../secret", tree.Refused[1].Detail);
    }

    [Fact]
    public void A_source_that_is_itself_a_link_out_of_the_root_is_refused()
    {
        var other = Directory.CreateTempSubdirectory("publicledger-");
        try
        {
            File.WriteAllText(Path.Combine(other.FullName, "a.md"), "a");
            Link("content", other.FullName);
            Link("templates", other.FullName);
            var tree = Read();
            Assert.Empty(tree.Content);
            Assert.Equal(["content LinkOut", "templates LinkOut"], tree.Refused.Select(one => $"{one.Source.Path} {one.Why}"));
            Assert.Single(Read(folders: [new SourceFolder("../" + other.Name)]).Content);
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_belongs_to_the_first_source_that_takes_it()
    {
        Put("content/minutes/m.md", "m");
        Put("content/decisions/d.md", "d");
        Put("content/decisions/old/e.md", "e");
        Put("content/x.md", "x");
        SourceFolder[] folders =
        [
            new("content/decisions", "decision") { Exclude = ["old/"] },
            new("./content/", "page") { Exclude = ["x.*"] },
            new("content/x.md", "agreement"),
        ];
        Assert.Equal(
            ["content/decisions/d.md decision d.md", "content/decisions/old/e.md page decisions/old/e.md", "content/minutes/m.md page minutes/m.md", "content/x.md agreement x.md"],
            Read(folders).Content.Select(file => $"{file.Text.Path} {file.Folder.Kind} {file.Inner}"));
    }

    [Fact]
    public void Foreign_folders_hold_records_under_other_names()
    {
        Put("adr/0001-record", "# One\n");
        Put("adr/program", [1, 2, 0, 4]);
        Put("adr/kep.yaml", "a: b");
        Put("adr/other.yaml", "a: b");
        Put("adr/pep.rst", "x");
        Put("adr/sub/pep.rst", "x");
        Put("adr/robots.txt", "x");
        var all = Read([new SourceFolder("adr", Dialect: "auto")]);
        Assert.Equal(["adr/0001-record", "adr/kep.yaml"], Paths(all));
        Assert.Equal(["adr/robots.txt"], all.Attachments.Keys);
        Assert.Equal(["adr/pep.rst"], Paths(Read([new SourceFolder("adr", Dialect: "auto") { Include = ["*.rst"] }])));
        Assert.Empty(Paths(Read([new SourceFolder("adr")])));
    }

    [Fact]
    public void Pictures_and_scans_are_attached_and_what_can_carry_script_is_not()
    {
        foreach (var name in new[] { "a.png", "b.PDF", "c.svg", "d.html", "e.csv", "f.exe" }) Put("content/" + name, name);
        var tree = Read();
        Assert.Equal(["content/a.png", "content/b.PDF", "content/e.csv"], tree.Attachments.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("a.png", Encoding.UTF8.GetString(tree.Attachments["content/a.png"].Bytes.Span));
    }

    [Fact]
    public void Names_that_some_host_cannot_have_are_refused_and_printed_safely()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let such names be made.");
        foreach (var name in new[] { "a:b.md", "c\u0007d.md", "e /f.md", "g\\h.md", "aux.md", "fine name.md" }) Put("content/" + name, "x");
        var tree = Read();
        Assert.Equal(["content/fine name.md"], Paths(tree));
        Assert.Equal(
            ["content/a:b.md the character :", "content/aux.md the word aux, which Windows keeps for itself", "content/c\uFFFDd.md a control character", "content/e /f.md a blank at its end", "content/g\\h.md the character \\"],
            tree.Refused.Select(one => $"{one.Source.Path} {one.Detail}"));
        Assert.All(tree.Refused, one => Assert.Equal(Refusal.BadName, one.Why));
    }

    [Fact]
    public void A_missing_folder_is_reported_where_the_configuration_names_it()
    {
        Put("site.config.yml", "title: records\nsources:\n  - path: records\n");
        var tree = Read([new SourceFolder("records")], Disk.ReadConfig(root.FullName));
        var refused = Assert.Single(tree.Refused);
        Assert.Equal((Refusal.NotThere, "site.config.yml:3:11"), (refused.Why, refused.Source.At(refused.Offset).ToString()));
        Assert.Equal("content", Assert.Single(Read().Refused).Source.Path);
    }

    [Fact]
    public void Templates_are_the_text_files_under_templates()
    {
        Put("content/a.md", "a");
        Put("templates/page.html", "p");
        Put("templates/parts/head.css", "h");
        Put("templates/readme.md", "r");
        Assert.Equal(["templates/page.html", "templates/parts/head.css"], Read().Templates.Select(text => text.Path));
    }

    [Fact]
    public void A_pipe_among_the_files_does_not_hang_the_build()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among files.");
        Directory.CreateDirectory(Path.Combine(root.FullName, "content"));
        using var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(root.FullName, "content/a.md")]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        Assert.Equal("", Assert.Single(Read().Content).Text.Text);
    }

    [Fact]
    public void The_same_files_give_the_same_tree()
    {
        for (var i = 0; i < 300; i++) Put($"content/{i % 7}/{i * 7919 % 1000}.md", $"text {i}");
        static string Print(SourceTree tree) => string.Join('\n', tree.Content.Select(file => $"{file.Text.Path}={file.Text.Text}"));
        var first = Print(Read());
        for (var again = 0; again < 5; again++) Assert.Equal(first, Print(Read()));
    }

    [Theory]
    [InlineData("*.md", "a.md", true)]
    [InlineData("*.md", "a/b.md", false)]
    [InlineData("**/*.md", "b.md", true)]
    [InlineData("**/*.md", "a/c/b.md", true)]
    [InlineData("old/", "old/x.md", true)]
    [InlineData("old/**", "old/a/x.md", true)]
    [InlineData("old/**", "old", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("20??-*.md", "2026-01.md", true)]
    [InlineData("*.MD", "a.md", false)]
    [InlineData("./a.md", "a.md", true)]
    [InlineData("", "a.md", true)]
    [InlineData("a[b].md", "a[b].md", true)]
    public void Globs(string pattern, string path, bool matches) => Assert.Equal(matches, new Glob(pattern).Matches(path));

    [Fact]
    public void Globs_mean_what_their_translation_to_a_regular_expression_means()
    {
        var patterns = Gen.Elements("a", "b", "*", "?", "**", "a*", "*b", "a?b", "*a*b*", ".").NonEmptyListOf().Select(parts => string.Join('/', parts));
        var paths = Gen.Elements("a", "b", "ab", "aab", "aba", ".", "ba").NonEmptyListOf().Select(parts => string.Join('/', parts));
        var cases = patterns.Zip(paths).Where(one => !one.Item1.StartsWith("./", StringComparison.Ordinal)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(cases, one => new Glob(one.Item1).Matches(one.Item2) == Regex.IsMatch(one.Item2, Translate(one.Item1))));

        static string Translate(string pattern)
        {
            var names = pattern.Split('/');
            var text = new StringBuilder("^");
            for (var i = 0; i < names.Length; i++)
            {
                var last = i == names.Length - 1;
                if (names[i] == "**") text.Append(last ? "[^/]+(?:/[^/]+)*" : "(?:[^/]+/)*");
                else text.Append(Regex.Escape(names[i]).Replace("\\*", "[^/]*", StringComparison.Ordinal).Replace("\\?", "[^/]", StringComparison.Ordinal)).Append(last ? "" : "/");
            }

            return text.Append("\\z").ToString();
        }
    }

    private SourceTree Read(IReadOnlyList<SourceFolder>? folders = null, SourceText? config = null, Limits? limits = null) =>
        Disk.Read(root.FullName, folders ?? [], config, new DateOnly(2026, 3, 1), limits ?? new Limits());

    private static IEnumerable<string> Paths(SourceTree tree) => tree.Content.Select(file => file.Text.Path);

    private void Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    private void Put(string path, byte[] bytes)
    {
        var full = Path.Combine(root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    private void Link(string path, string target)
    {
        var full = Path.Combine(root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
    }
}
