using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger;

/// <summary>import history: writes each text that one file ever had, from the git history, into a folder of dated files.</summary>
internal static class ImportVerb
{
    private const long LargestText = 10 * Limits.Megabyte;

    /// <summary>0 when the texts are written, 1 when none could be, 2 when the file or a folder is not what it must be, 3 when git failed.</summary>
    /// <param name="file">The file, from where one stands.</param>
    /// <param name="output">The folder to write to; null for one in the root that has the file's name.</param>
    /// <param name="root">The folder with the configuration.</param>
    public static int History(string file, string? output, string root)
    {
        if (!Disk.FolderExists(root)) return Refuse($"There is no folder {root}. Give the folder that holds site.config.yml with --root.");
        if (output is "") return Refuse("--output is empty. Name a folder.");
        if (Disk.FolderExists(file)) return Refuse($"{Shown(file)} is a folder. Name one file in it.");
        if (!Disk.FileExists(file)) return Refuse($"There is no file {Shown(file)}.");
        var place = Disk.RealPath(file);
        if (Git.In(Path.GetDirectoryName(place)!) is not { } git) return Fail("git is not installed, or not in the PATH. The history of a file is read with it: see https://git-scm.com/downloads");
        try
        {
            if (Find(ref git, place, file, out var path, out var now) is { } refusal) return Refuse(refusal);
            var import = new Import(output ?? Path.Combine(root == "." ? "" : root, Id(Path.GetFileNameWithoutExtension(place))), Extension(place));
            if (import.Look() is { } taken) return Refuse(taken);
            var versions = GitHistory.Of(git, path);
            if (import.IsOfAnother(versions)) return Refuse($"{Shown(import.Folder)} holds the imported history of another file. Name another folder with --output.");
            using var texts = git.OpenTexts();
            WarnOfChanges(texts, place, file, now);
            foreach (var version in versions) import.Take(version, texts);
            if (import.Rows.Count == 0) return Complain($"No version of {Shown(file)} could be read as text. Nothing was written.", 1);
            import.Finish();
            Announce(import, versions, file, root);
            return 0;
        }
        catch (GitFailed failed)
        {
            return Fail(failed.Message);
        }
    }

    /// <summary>The file's path from the top of its repository, where git is asked from then on, and the name of its last committed content.</summary>
    /// <returns>Why the history cannot be had, or null.</returns>
    private static string? Find(ref Git git, string place, string file, out string path, out string now)
    {
        (path, now) = ("", "");
        var (code, output, complaint) = git.Ask("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix");
        if (code != 0 && !complaint.StartsWith("not a git repository", StringComparison.Ordinal)) return $"git does not open the repository of {Shown(file)}: {complaint}. If it belongs to somebody else and you trust them, say so with `git config --global --add safe.directory FOLDER`.";
        if (code != 0 || Encoding.UTF8.GetString(output).Split('\n', 3) is not ["true", var shallow, var prefix])
            return $"{Shown(file)} does not lie in a git repository, so it has no history that could be imported.";
        if (shallow == "true") return "This clone has only a part of the history. Run `git fetch --unshallow`, then this again.";

        path = prefix[..^1] + Path.GetFileName(place);
        git = git.At(Encoding.UTF8.GetString(git.Need("rev-parse", "--show-toplevel"))[..^1]);
        var (found, entry, _) = git.Ask("ls-tree", "-z", "HEAD", "--", path);

        // "100644 blob <name>", a tab, the path.
        if (found != 0 || Encoding.UTF8.GetString(entry).Split('\t')[0].Split(' ') is not [_, "blob", var name])
            return $"git does not know {Shown(file)}: the last commit does not hold it. Commit it first, with `git add` and `git commit`.";
        now = name;
        return null;
    }

    private static void WarnOfChanges(GitTexts texts, string place, string file, string now)
    {
        // git may keep other line breaks in the folder than in the history; that is no change.
        if (texts.Size(now) > LargestText || Disk.ReadWhole(place, 2 * LargestText) is not { } bytes) return;
        if (bytes.Where(b => b != '\r').SequenceEqual(texts.Read(now).Where(b => b != '\r'))) return;
        Warn($"{Shown(file)} differs from its last commit. What was changed since is no part of the history. Commit it, then run this again.");
    }

    private static void Announce(Import import, ImmutableArray<FileVersion> versions, string file, string root)
    {
        var days = import.Rows.Select(r => r.Version.CommitDate).OfType<DateOnly>().DefaultIfEmpty().ToList();
        var (written, kept) = (import.Written, import.Rows.Count + 1 - import.Written);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The history of {Shown(file)} is in {Shown(import.Folder)}: {Count(import.Rows.Count, "version")}, {HistoryTable.Day(days.Min())} to {HistoryTable.Day(days.Max())} ({Count(written, "file")} written, {kept:N0} as before)."));
        var names = versions.Select(v => v.Touch.From).OfType<string>().Distinct(StringComparer.Ordinal).Select(Shown).ToList();
        if (names.Count > 0) Console.WriteLine($"Before, its text was in: {string.Join(", ", names)}.");
        if (import.Beside > 0)
            Console.WriteLine($"{Count(import.Beside, "version")} did not follow from the one before: changes were made beside each other and joined later. Read those with care.");
        if (import.Old.Count > 0)
            Warn($"The history was rewritten since the last import. These files are no longer part of it, and were left where they are: {string.Join(", ", import.Old.Select(Shown))}. Remove them if you do not need them.");
        Advise(import, root);
    }

    /// <summary>Says what to put into the configuration. It stands first in its list, because a file belongs to the first source that takes it.</summary>
    private static void Advise(Import import, string root)
    {
        if (import.Extension is not (".md" or ".markdown" or ".txt" or ".rst"))
            Warn($"A site is made of Markdown, and these texts are {import.Extension} files. They are kept as they are, but no site will show them.");
        var settings = Settings.Bind(Disk.ReadConfig(root), Kinds.Records, new DiagnosticBag());
        if (settings.Sources.Any(s => s.Dated && Disk.FullPath(root, s.Path) == Disk.FullPath(".", import.Folder)))
        {
            Console.WriteLine($"{Disk.ConfigName} names this folder already.");
            return;
        }

        var include = import.Extension is ".txt" or ".rst" ? $", include: [\"*{import.Extension}\"]" : "";
        var id = Id(Path.GetFileName(Disk.FullPath(".", import.Folder)));
        Console.WriteLine($"To publish it as an agreement with a timeline, put this into {Disk.ConfigName}. If there is a list of sources already, add the first line to its top:");
        Console.WriteLine();
        Console.WriteLine("sources:");
        Console.WriteLine($"  - {{path: {Yaml(Disk.RelativeTo(root, import.Folder))}, kind: platform, id: {id}, history: dated-files{include}}}");
        Console.WriteLine("  - {path: content}");
    }

    private static string Yaml(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') && char.IsAsciiLetter(text.TrimStart('.', '/').FirstOrDefault())
            ? text : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private static string Id(string name) => RecordId.From(Slug.Of(name));

    /// <summary>The extension of the file where it is a plain one; a file without any is taken for Markdown.</summary>
    private static string Extension(string place)
    {
        var extension = Path.GetExtension(place);
        return extension.Length is > 1 and <= 10 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension.ToLowerInvariant() : ".md";
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Shown(string text) => FileNames.Printable(text);

    private static void Warn(string sentence) => Console.Error.WriteLine($"Warning: {sentence}");

    private static int Refuse(string sentence) => Complain(sentence, 2);

    private static int Fail(string sentence) => Complain(sentence, 3);

    private static int Complain(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }

    /// <summary>The folder that is written, and what was written so far.</summary>
    private sealed class Import(string folder, string extension)
    {
        private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        private ImmutableArray<HistoryTable.Earlier> earlier = [];
        private string before = "";

        public string Folder => folder;

        public string Extension => extension;

        public List<HistoryTable.Row> Rows { get; } = [];

        /// <summary>How many files were new or changed.</summary>
        public int Written { get; private set; }

        /// <summary>How many versions changed another text than the one before them in time.</summary>
        public int Beside { get; private set; }

        /// <summary>Files of the earlier import that the history no longer has.</summary>
        public List<string> Old => [.. earlier.Select(e => e.File).Where(f => !names.Contains(f)).Order(StringComparer.Ordinal)];

        private string Table => Path.Combine(folder, HistoryTable.Name);

        /// <summary>Why the folder cannot be written to, or null.</summary>
        public string? Look()
        {
            if (Disk.FileExists(folder)) return $"{Shown(folder)} is a file. Name a folder with --output.";
            if (Disk.IsEmptyOrAbsent(folder)) return null;
            if (Disk.ReadWhole(Table, long.MaxValue) is not { } bytes || HistoryTable.Read(Encoding.UTF8.GetString(bytes)) is not { } rows)
                return $"{Shown(folder)} has files in it that no import has put there. Nothing was changed. Name a new folder with --output.";
            earlier = rows;
            return null;
        }

        /// <summary>Whether the folder holds an import that shares no version with this file.</summary>
        public bool IsOfAnother(ImmutableArray<FileVersion> versions)
        {
            var known = versions.Select(v => (v.Commit, HistoryTable.Words(v.Touch.Path))).ToHashSet();
            return earlier.Length > 0 && !earlier.Any(e => known.Contains((e.Commit, e.Path)));
        }

        /// <summary>Writes one version, or says why it is left out.</summary>
        public void Take(FileVersion version, GitTexts texts)
        {
            var touch = version.Touch;
            if (touch.Parents == 1 && touch.Status[0] != 'A' && before.Length > 0 && touch.Before != before) Beside++;
            before = touch.After;
            if (WhyNot(version, texts, out var bytes) is { } why)
            {
                Warn($"The version of {HistoryTable.Day(version.CommitDate)} (commit {version.Commit[..7]}, \"{HistoryTable.Words(version.Subject)}\") is left out: {why}");
                return;
            }

            // The table alone says that the folder is an import, also when this one is broken off.
            if (Rows.Count == 0 && earlier.IsEmpty) Disk.Update(Table, Encoding.UTF8.GetBytes(HistoryTable.Write([])));
            var day = HistoryTable.Day(version.AuthorDate ?? version.CommitDate);
            var name = $"{day}-{version.Commit[..7]}{extension}";
            if (!names.Add(name)) names.Add(name = $"{day}-{version.Commit}{extension}");
            if (Disk.Update(Path.Combine(folder, name), bytes)) Written++;
            Rows.Add(new HistoryTable.Row(version, name, bytes.Length));
        }

        /// <summary>Writes the table; last, so that it never names a file that is not there.</summary>
        public void Finish()
        {
            if (Disk.Update(Table, Encoding.UTF8.GetBytes(HistoryTable.Write(Rows)))) Written++;
        }

        private static string? WhyNot(FileVersion version, GitTexts texts, out byte[] bytes)
        {
            bytes = [];
            if (version.Touch.Status == "D") return "this commit removed the file. It came back later.";
            if (version.Touch.Mode is not ("100644" or "100755")) return "it was a link or a folder of another repository then, not a text.";
            if (version.AuthorDate is null && version.CommitDate is null) return "git has no date for it.";
            var size = texts.Size(version.Touch.After);
            if (size > LargestText) return $"it has {Limits.Megabytes(size)}; {Limits.Megabytes(LargestText)} are the most.";
            bytes = texts.Read(version.Touch.After);
            return Utf8.IsValid(bytes) ? null : "it is not UTF-8 text. Save such a file as UTF-8 to have it from then on.";
        }
    }
}
