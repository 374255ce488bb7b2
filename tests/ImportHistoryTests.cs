using System.Globalization;
using System.Text;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The git history of a file, as a folder of dated texts: real repositories, the built program, and what a clerk reads.</summary>
public sealed class ImportHistoryTests : IDisposable
{
    private const string Header = "seq\tauthor_date\tcommit_date\tauthor\tsubject\tcommit\tstatus\tpath_at_commit\trenamed_from\tfile\tbytes\tlines_added\tlines_removed";

    private readonly GitFixture git = new();

    public void Dispose() => git.Dispose();

    [Fact]
    public void Each_commit_that_changed_the_file_is_a_text_and_a_line()
    {
        git.Write("charter.md", "# Charter\n");
        var first = git.Commit("Found the coalition", "2020-01-05", "2020-01-03");
        git.Write("other.md", "x\n");
        git.Commit("Something else", "2020-01-06");
        git.Write("charter.md", "# Charter\n\nWe meet.\n");
        var second = git.Commit("Say that we meet", "2020-02-07", author: "Bo Reed <bo@example.org>");

        var (code, said, error) = git.Import("charter.md");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            The history of charter.md is in charter: 2 versions, 2020-01-05 to 2020-02-07 (3 files written, 0 as before).
            To publish it as an agreement with a timeline, put this into site.config.yml. If there is a list of sources already, add the first line to its top:

            sources:
              - {path: charter, kind: platform, id: charter, history: dated-files}
              - {path: content}

            """,
            said.ReplaceLineEndings("\n"));
        Assert.Equal(
            $"{Header}\n"
            + $"1\t2020-01-03\t2020-01-05\tAda Moss\tFound the coalition\t{first}\tA\tcharter.md\t\t2020-01-03-{first[..7]}.md\t10\t1\t0\n"
            + $"2\t2020-02-07\t2020-02-07\tBo Reed\tSay that we meet\t{second}\tM\tcharter.md\t\t2020-02-07-{second[..7]}.md\t20\t2\t0\n",
            Read("charter/history.tsv"));
        Assert.Equal("# Charter\n", Read($"charter/2020-01-03-{first[..7]}.md"));
        Assert.Equal("# Charter\n\nWe meet.\n", Read($"charter/2020-02-07-{second[..7]}.md"));
    }

    [Fact]
    public void Renames_and_copies_are_followed_and_a_commit_that_only_renames_is_kept()
    {
        git.Write("draft.md", Lines(20));
        git.Commit("Draft", "2020-01-01");
        File.Copy(git.In("draft.md"), git.In("proposal.md"));
        git.Write("proposal.md", Lines(21));
        git.Commit("Copy the draft", "2020-01-02");
        git.Git("mv", "proposal.md", "charter.md");
        git.Commit("Only a name", "2020-01-03");
        Directory.CreateDirectory(git.In("docs"));
        git.Git("mv", "charter.md", "docs/Charter.md");
        git.Write("docs/Charter.md", Lines(22));
        git.Commit("Move and change", "2020-01-04");

        var (code, said, error) = git.Import("docs/Charter.md");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Before, its text was in: draft.md, proposal.md, charter.md.\n", said.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(
            ["A draft.md  20 0", "C proposal.md draft.md 1 0", "R charter.md proposal.md 0 0", "R docs/Charter.md charter.md 1 0"],
            Rows("charter").Select(r => $"{r[6][0]} {r[7]} {r[8]} {r[11]} {r[12]}"));
        Assert.Equal("R100", Rows("charter")[2][6]);
        Assert.Equal([Lines(20), Lines(21), Lines(21), Lines(22)], Texts("charter"));
    }

    [Fact]
    public void The_order_is_that_of_the_commits_though_authors_dates_run_backwards()
    {
        foreach (var (text, day, written) in new[] { ("a\n", "2020-03-01", "2020-02-20"), ("b\n", "2020-03-02", "2020-01-10"), ("c\n", "2020-03-02", "2020-02-01") })
        {
            git.Write("charter.md", text);
            git.Commit(text.Trim(), day, written);
        }

        Assert.Equal(0, git.Import("charter.md").Code);
        Assert.Equal(["1 2020-02-20 2020-03-01 a", "2 2020-01-10 2020-03-02 b", "3 2020-02-01 2020-03-02 c"], Rows("charter").Select(r => $"{r[0]} {r[1]} {r[2]} {r[4]}"));
        Assert.Equal(["a\n", "b\n", "c\n"], Texts("charter"));
    }

    [Fact]
    public void A_merge_is_a_version_only_where_its_text_is_that_of_no_parent()
    {
        git.Write("a.md", Lines(20));
        git.Commit("Found", "2020-01-01");
        git.Git("checkout", "--quiet", "-b", "side");
        git.Write("a.md", Lines(20).Replace("line 18", "LINE 18"));
        git.Commit("On the side", "2020-01-04");
        git.Git("checkout", "--quiet", "main");
        git.Git("mv", "a.md", "b.md");
        git.Commit("Rename", "2020-01-02");
        git.Write("b.md", Lines(20).Replace("line 2\n", "LINE 2\n"));
        git.Commit("On the main branch", "2020-01-03");
        git.Merge("side", "2020-01-05");
        git.Git("checkout", "--quiet", "-b", "plain");
        var last = Lines(21).Replace("line 18", "LINE 18").Replace("line 2\n", "LINE 2\n");
        git.Write("b.md", last);
        git.Commit("Plain", "2020-01-06");
        git.Git("checkout", "--quiet", "main");
        git.Merge("plain", "2020-01-07");

        var (code, said, error) = git.Import("b.md");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["A Found 20 0", "R100 Rename 0 0", "M On the main branch 1 1", "M Merge side 1 1", "M Plain 1 0"], Rows("b").Select(r => $"{r[6]} {r[4]} {r[11]} {r[12]}"));
        Assert.Equal(last, Texts("b")[^1]);
        Assert.DoesNotContain("beside each other", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_made_beside_each_other_are_said()
    {
        git.Write("a.md", Lines(20));
        git.Commit("Found", "2020-01-01");
        git.Git("checkout", "--quiet", "-b", "side");
        git.Write("a.md", Lines(20).Replace("line 18", "LINE 18"));
        git.Commit("Side", "2020-01-02");
        git.Git("checkout", "--quiet", "main");
        git.Write("a.md", Lines(20).Replace("line 2\n", "LINE 2\n"));
        git.Commit("Main", "2020-01-03");
        git.Merge("side", "2020-01-04");
        var (_, said, _) = git.Import("a.md");
        Assert.Equal(["Found", "Side", "Main", "Merge side"], Rows("a").Select(r => r[4]));
        Assert.Contains("1 version did not follow from the one before: changes were made beside each other and joined later.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-x.md")]
    [InlineData("--output=y.md")]
    [InlineData("a \"b\" 'c' $(d).md")]
    [InlineData(":(glob)*.md")]
    [InlineData("*.md")]
    [InlineData("Übereinkunft – 合意.md")]
    [InlineData("a\tb.md")]
    [InlineData("a\nb.md")]
    [InlineData("\n:100644 x.md")]
    public void A_name_means_only_itself(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not have such names.");
        git.Write("decoy.md", Lines(30));
        git.Write("sub folder/" + name, Lines(10));
        git.Commit("One", "2020-01-01");
        git.Write("decoy.md", Lines(31));
        git.Commit("Decoy", "2020-01-02");
        git.Write(name, Lines(11));
        File.Delete(git.In("sub folder/" + name));
        git.Commit("Two", "2020-01-03");

        var (code, _, error) = git.Import(name, "--output", "out");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal([Lines(10), Lines(11)], Texts("out"));
        Assert.All(Rows("out"), row => Assert.Equal(13, row.Length));
        var shown = name.Replace('\t', ' ').Replace('\n', ' ');
        Assert.Equal([$"sub folder/{shown} ", $"{shown} sub folder/{shown}"], Rows("out").Select(r => $"{r[7]} {r[8]}"));
    }

    [Fact]
    public void Subjects_and_names_stay_in_their_column_and_addresses_are_not_written()
    {
        git.Write("charter.md", "a\n");
        git.Commit("One\ttwo\nthree from eve@example.org\u2028four\u001b[31m\n\nBody", "2020-01-01", author: "eve@example.org <eve@example.org>");
        git.Write("charter.md", "b\n");
        git.Commit("", "2020-01-02", author: "Q <q@example.org>");
        git.Write(".mailmap", "Quinn Vale <q@example.org>\n");
        Assert.Equal(0, git.Import("charter.md").Code);
        Assert.Equal(["One two three from [e-mail address not shown] four [31m", ""], Rows("charter").Select(r => r[4]));
        Assert.Equal(["[e-mail address not shown]", "Quinn Vale"], Rows("charter").Select(r => r[3]));
        Assert.DoesNotContain("@", Read("charter/history.tsv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_repository_cannot_start_programs_or_change_what_git_prints()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The traps are shell scripts.");
        git.Write("charter.md", "a\n");
        git.Commit("One", "2020-01-01");
        git.Write("charter.md", "b\n");
        git.Write(".gitattributes", "*.md diff=trap filter=trap -text\n");
        git.Commit("Two", "2020-01-02");
        git.Write("git", "#!/bin/sh\ntouch \"$TRAP\"\nexit 1\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(git.In("git"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var key in new[] { "core.pager", "core.fsmonitor", "diff.external", "diff.trap.textconv", "diff.trap.command", "filter.trap.clean", "filter.trap.smudge", "gpg.program", "alias.log", "pager.log" })
            git.Git("config", key, git.In("git"));
        foreach (var (key, value) in new[] { ("log.showSignature", "true"), ("log.showRoot", "false"), ("color.ui", "always"), ("diff.renames", "false"), ("log.date", "relative"), ("format.pretty", "email"), ("core.quotePath", "true"), ("diff.noprefix", "true"), ("log.diffMerges", "on"), ("i18n.logOutputEncoding", "UTF-16") })
            git.Git("config", key, value);

        var trap = Path.Combine(git.Around, "sprung");
        var (code, _, error) = git.ProgramWith(new() { ["TRAP"] = trap, ["GIT_DIR"] = "/nowhere", ["GIT_EXTERNAL_DIFF"] = git.In("git") }, "import", "history", "charter.md");
        Assert.Equal((0, ""), (code, error));
        Assert.False(File.Exists(trap));
        Assert.Equal(["A One 1 0", "M Two 1 1"], Rows("charter").Select(r => $"{r[6]} {r[4]} {r[11]} {r[12]}"));
    }

    [Fact]
    public void A_shallow_clone_is_refused()
    {
        git.Write("charter.md", "a\n");
        git.Commit("One", "2020-01-01");
        git.Write("charter.md", "b\n");
        git.Commit("Two", "2020-01-02");
        var clone = Path.Combine(git.Around, "clone");
        git.Git("clone", "--quiet", "--depth=1", new Uri(git.Repository).AbsoluteUri, clone);
        Refused(2, "This clone has only a part of the history. Run `git fetch --unshallow`, then this again.", git.Import(Path.Combine(clone, "charter.md")));
    }

    [Fact]
    public void A_clone_without_texts_fetches_nothing_and_says_so()
    {
        git.Write("charter.md", "a\n");
        git.Commit("One", "2020-01-01");
        git.Write("charter.md", "b\n");
        git.Commit("Two", "2020-01-02");
        git.Git("config", "uploadpack.allowFilter", "true");
        var clone = Path.Combine(git.Around, "clone");
        git.Git("clone", "--quiet", "--filter=blob:none", new Uri(git.Repository).AbsoluteUri, clone);
        var (code, _, error) = git.Import(Path.Combine(clone, "charter.md"), "--output", "out");
        Assert.Equal(3, code);
        Assert.StartsWith("git could not read the history: ", error, StringComparison.Ordinal);
        Assert.EndsWith("If the repository was cloned with --filter, make a full clone; else look with `git fsck` whether something is broken.\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(git.In("out")));
    }

    [Fact]
    public void Files_without_a_history_are_refused()
    {
        git.Write("new.md", "a\n");
        Refused(2, "git does not know new.md: the last commit does not hold it. Commit it first, with `git add` and `git commit`.", git.Import("new.md"));
        git.Write("other.md", "a\n");
        git.Commit("One", "2020-01-01");
        git.Git("rm", "--quiet", "--cached", "new.md");
        git.Commit("Only on disk", "2020-01-02");
        git.Git("rm", "--quiet", "--cached", "new.md");
        git.Git("commit", "--quiet", "-m", "Forget it");
        Refused(2, "git does not know new.md: the last commit does not hold it. Commit it first, with `git add` and `git commit`.", git.Import("new.md"));
        Refused(2, "There is no file nothing.md.", git.Import("nothing.md"));
        git.Write("folder/x.md", "a\n");
        Refused(2, "folder is a folder. Name one file in it.", git.Import("folder"));
        File.WriteAllText(Path.Combine(git.Around, "outside.md"), "a\n");
        Refused(2, "../outside.md does not lie in a git repository, so it has no history that could be imported.", git.Import("../outside.md"));
        Refused(2, ".git/config does not lie in a git repository, so it has no history that could be imported.", git.Import(".git/config"));
        Refused(2, "There is no folder nowhere. Give the folder that holds site.config.yml with --root.", git.Import("other.md", "--root", "nowhere"));
        Refused(2, "--output is empty. Name a folder.", git.Import("other.md", "--output", ""));
        Assert.Equal(2, git.Program("import").Code);
        Assert.Equal(2, git.Program("import", "history").Code);
    }

    [Fact]
    public void Without_git_the_message_says_what_is_missing()
    {
        git.Write("charter.md", "a\n");
        git.Commit("One", "2020-01-01");
        Refused(3, "git is not installed, or not in the PATH. The history of a file is read with it: see https://git-scm.com/downloads",
            git.ProgramWith(new() { ["PATH"] = git.Around }, "import", "history", "charter.md"));
    }

    [Fact]
    public void A_change_that_is_not_committed_is_a_warning()
    {
        git.Write("charter.md", "a\nb\n");
        git.Commit("One", "2020-01-01");
        git.Write("charter.md", "a\r\nb\r\n");
        Assert.Equal("", git.Import("charter.md").Error);
        git.Write("charter.md", "a\nc\n");
        var (code, _, error) = git.Import("charter.md");
        Assert.Equal((0, "Warning: charter.md differs from its last commit. What was changed since is no part of the history. Commit it, then run this again.\n"), (code, error.ReplaceLineEndings("\n")));
        Assert.Equal(["a\nb\n"], Texts("charter"));
    }

    [Fact]
    public void What_is_no_text_is_left_out_and_said()
    {
        git.Write("charter.md", [.. "caf"u8, 0xE9, (byte)'\n']);
        var latin = git.Commit("Latin", "2020-01-01");
        git.Write("charter.md", new string('x', 10 * 1024 * 1024 + 1));
        var large = git.Commit("Large", "2020-01-02");
        var (none, _, alone) = git.Import("charter.md");
        Assert.Equal(1, none);
        Assert.EndsWith("No version of charter.md could be read as text. Nothing was written.\n", alone.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(git.In("charter")));

        git.Write("charter.md", Lines(3));
        git.Commit("Text", "2020-01-03");
        File.Delete(git.In("charter.md"));
        var gone = git.Commit("Remove", "2020-01-04");
        git.Write("charter.md", Lines(4));
        git.Commit("Bring back", "2020-01-05");
        var (code, _, error) = git.Import("charter.md");
        Assert.Equal(0, code);
        Assert.Equal(
            $"""
            Warning: The version of 2020-01-01 (commit {latin[..7]}, "Latin") is left out: it is not UTF-8 text. Save such a file as UTF-8 to have it from then on.
            Warning: The version of 2020-01-02 (commit {large[..7]}, "Large") is left out: it has 10.0 MB; 10.0 MB are the most.
            Warning: The version of 2020-01-04 (commit {gone[..7]}, "Remove") is left out: this commit removed the file. It came back later.

            """,
            error.ReplaceLineEndings("\n"));
        Assert.Equal(["1 Text", "2 Bring back"], Rows("charter").Select(r => $"{r[0]} {r[4]}"));
    }

    [Fact]
    public void A_second_run_writes_only_what_is_new_and_removes_nothing()
    {
        git.Write("charter.md", "a\n");
        git.Commit("One", "2020-01-01");
        git.Import("charter.md");
        File.WriteAllText(git.In("charter/notes.md"), "mine");
        var times = Times();
        var (_, again, _) = git.Import("charter.md");
        Assert.StartsWith("The history of charter.md is in charter: 1 version, 2020-01-01 to 2020-01-01 (0 files written, 2 as before).", again, StringComparison.Ordinal);
        Assert.Equal(times, Times());

        git.Write("charter.md", "b\n");
        var second = git.Commit("Two", "2020-01-02");
        var (_, more, _) = git.Import("charter.md");
        Assert.Contains("2 versions, 2020-01-01 to 2020-01-02 (2 files written, 1 as before)", more, StringComparison.Ordinal);
        Assert.Equal(["a\n", "b\n"], Texts("charter"));
        Assert.Equal("mine", Read("charter/notes.md"));
        foreach (var (file, time) in Times().Where(t => t.Key.StartsWith("2020-01-01", StringComparison.Ordinal) || t.Key == "notes.md")) Assert.Equal(times[file], time);

        // A text that was spoilt is mended; one that the history lost stays, and is named.
        File.WriteAllText(git.In($"charter/2020-01-02-{second[..7]}.md"), "spoilt");
        Assert.Contains("(1 file written, 2 as before)", git.Import("charter.md").Out, StringComparison.Ordinal);
        Assert.Equal(["a\n", "b\n"], Texts("charter"));
        git.Git("reset", "--quiet", "--soft", "HEAD~1");
        Assert.Contains($"These files are no longer part of it, and were left where they are: 2020-01-02-{second[..7]}.md.", git.Import("charter.md").Error, StringComparison.Ordinal);
        Assert.Equal("b\n", Read($"charter/2020-01-02-{second[..7]}.md"));

        SortedDictionary<string, DateTime> Times() => new(
            Directory.EnumerateFiles(git.In("charter")).ToDictionary(f => Path.GetFileName(f), File.GetLastWriteTimeUtc), StringComparer.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        git.Write("charter.md", "a\n");
        git.Write("other.md", Lines(9));
        git.Commit("One", "2020-01-01");
        git.Write("mine/diary.txt", "x");
        Refused(2, "mine has files in it that no import has put there. Nothing was changed. Name a new folder with --output.", git.Import("charter.md", "--output", "mine"));
        git.Write("mine/history.tsv", "seq\tauthor\n");
        Refused(2, "mine has files in it that no import has put there. Nothing was changed. Name a new folder with --output.", git.Import("charter.md", "--output", "mine"));
        Refused(2, "other.md is a file. Name a folder with --output.", git.Import("charter.md", "--output", "other.md"));
        git.Import("other.md", "--output", "texts");
        Refused(2, "texts holds the imported history of another file. Name another folder with --output.", git.Import("charter.md", "--output", "texts"));
        Assert.Equal([Lines(9)], Texts("texts"));
        Directory.CreateDirectory(git.In("empty"));
        Assert.Equal(0, git.Import("charter.md", "--output", "empty").Code);
    }

    [Fact]
    public void An_import_that_was_broken_off_can_be_run_again_and_links_are_not_followed()
    {
        git.Write("charter.md", "a\n");
        var first = git.Commit("One", "2020-01-01");
        git.Write("charter/history.tsv", Header + "\n");
        git.Write("precious.md", "precious");
        File.CreateSymbolicLink(git.In($"charter/2020-01-01-{first[..7]}.md"), "../precious.md");
        File.CreateSymbolicLink(git.In($"charter/.2020-01-01-{first[..7]}.md.part"), "../precious.md");
        Assert.Equal(0, git.Import("charter.md").Code);
        Assert.Equal("precious", Read("precious.md"));
        Assert.Equal(["a\n"], Texts("charter"));
        Assert.Equal([$"2020-01-01-{first[..7]}.md", "history.tsv"], Directory.EnumerateFiles(git.In("charter")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Charter.MD", "charter", ".md", "")]
    [InlineData("GOVERNANCE", "governance", ".md", "")]
    [InlineData("rules.txt", "rules", ".txt", "")]
    [InlineData("rules.html", "rules", ".html", "Warning: A site is made of Markdown, and these texts are .html files. They are kept as they are, but no site will show them.\n")]
    public void The_texts_have_the_extension_of_the_file(string name, string folder, string extension, string warning)
    {
        git.Write($"docs/{name}", "a\n");
        git.Commit("One", "2020-01-01");
        var (code, _, error) = git.Import($"docs/{name}");
        Assert.Equal((0, warning), (code, error.ReplaceLineEndings("\n")));
        Assert.EndsWith(extension, Rows(folder).Single()[9], StringComparison.Ordinal);
    }

    [Fact]
    public void An_imported_charter_becomes_a_site()
    {
        git.Write("docs/charter.md", "# Charter\n\n## Purpose\n\nWe share depots.\n");
        git.Commit("Found", "2020-01-05");
        git.Write("docs/charter.md", "# Charter\n\n## Purpose\n\nWe share depots and vans.\n");
        git.Commit("Vans", "2021-02-06");
        var site = Path.Combine(git.Around, "site");
        Directory.CreateDirectory(Path.Combine(site, "content"));
        var (_, said, _) = git.Import("docs/charter.md", "--root", "../site");
        var advice = said[said.IndexOf("sources:", StringComparison.Ordinal)..];
        File.WriteAllText(Path.Combine(site, "site.config.yml"), "name: Depots\n" + advice);
        var (code, _, error) = git.Program("build", "--root", "../site", "--today", "2026-11-21");
        Assert.True(code == 0, error);
        var pages = string.Concat(Directory.EnumerateFiles(Path.Combine(site, "_site"), "*.html", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Contains("We share depots and vans.", pages, StringComparison.Ordinal);
        Assert.EndsWith("site.config.yml names this folder already.\n", git.Import("docs/charter.md", "--root", "../site").Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_says_what_it_does()
    {
        var (code, said, _) = git.Program("import", "history", "--help");
        Assert.Equal(0, code);
        Assert.Contains("Write every text that one file ever had into a folder", said, StringComparison.Ordinal);
    }

    private static void Refused(int code, string sentence, (int Code, string Out, string Error) run) =>
        Assert.Equal((code, sentence + "\n", ""), (run.Code, run.Error.ReplaceLineEndings("\n"), run.Out));

    private static string Lines(int count) => string.Concat(Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}\n")));

    private string Read(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(git.In(path)));

    private List<string[]> Rows(string folder) => [.. Read($"{folder}/history.tsv").TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split('\t'))];

    private List<string> Texts(string folder) => [.. Rows(folder).Select(r => Read($"{folder}/{r[9]}"))];
}
