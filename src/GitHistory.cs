using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PublicLedger;

/// <summary>One text of a file, as a commit left it.</summary>
/// <param name="Commit">The commit's full name.</param>
/// <param name="AuthorDate">The day the change was written, by its author's clock; null where git has none that can be read.</param>
/// <param name="CommitDate">The day it became part of the history, by the committer's clock; null as above.</param>
/// <param name="Author">Who wrote it, as the repository's .mailmap wants it.</param>
/// <param name="Subject">The first line of its message.</param>
/// <param name="Touch">What it did to the file.</param>
internal sealed record FileVersion(string Commit, DateOnly? AuthorDate, DateOnly? CommitDate, string Author, string Subject, Touch Touch);

/// <summary>What one commit did to one file.</summary>
/// <param name="Status">A added, M changed, D removed, R or C with the likeness in percent: renamed or copied (https://git-scm.com/docs/git-diff#Documentation/git-diff.txt---diff-filterACDMRTUXB82308203).</param>
/// <param name="Mode">The sort of file afterwards: 100644 and 100755 are texts, others are links and the like.</param>
/// <param name="Before">The name of the content before.</param>
/// <param name="After">The name of the content afterwards.</param>
/// <param name="Path">The path afterwards, from the top of the repository.</param>
/// <param name="From">The path before, where it was another.</param>
/// <param name="Parents">With how many earlier states this compares: more than one for a merge.</param>
internal sealed record Touch(string Status, string Mode, string Before, string After, string Path, string? From, int Parents)
{
    /// <summary>Lines that came; for a merge, against the first of its parents.</summary>
    public int Added { get; init; }

    /// <summary>Lines that went.</summary>
    public int Removed { get; init; }
}

/// <summary>The history of one file: each commit that changed, renamed or copied it.</summary>
internal static class GitHistory
{
    // %as and %cs: days as YYYY-MM-DD in the zone of who wrote them. Fields are parted by NUL, which no field can hold.
    private const string Format = "--format=tformat:%H%x00%as%x00%cs%x00%aN%x00%s";

    private static readonly string[] Log =
    [
        "log", "--date-order", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--no-relative", "--text",
        "--encoding=UTF-8", "--no-abbrev", "-z", "--raw", "--numstat", Format,
    ];

    /// <summary>
    /// All versions of a file, oldest first: no commit before its parents, else by commit time. <c>git log --follow</c>
    /// follows renames and copies, and leaves merges out. A merge whose text is none of its parents' is a version too, or
    /// the last text could be missing; those are asked for by the names the file has had.
    /// </summary>
    /// <param name="git">git, in the file's repository.</param>
    /// <param name="path">The path from the top of the repository.</param>
    /// <exception cref="GitFailed">The history cannot be read.</exception>
    public static ImmutableArray<FileVersion> Of(Git git, string path)
    {
        var followed = Parse(git.Need([.. Log, "--follow", "HEAD", "--", path])).Where(c => c.Touches.Length > 0).ToList();
        var names = followed.SelectMany(c => new[] { c.Touches[0].Path, c.Touches[0].From ?? path }).Append(path).Distinct(StringComparer.Ordinal);
        var all = Parse(git.Need([.. Log, "--full-history", "-c", "HEAD", "--", .. names]));

        var versions = new List<FileVersion>(followed.Count);
        var next = 0;
        var name = path;
        var place = followed.Select((c, i) => (c.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        foreach (var commit in all)
        {
            if (place.TryGetValue(commit.Name, out var index))
                while (next <= index) Take(followed[next++]);
            else if (commit.Touches.FirstOrDefault(t => t.Parents > 1 && t.Path == name) is { } merged && !merged.Status.EndsWith('D'))
                versions.Add(Version(commit, merged with { Status = "M" }));
        }

        while (next < followed.Count) Take(followed[next++]);
        versions.Reverse();
        return [.. versions];

        void Take(Commit commit)
        {
            versions.Add(Version(commit, commit.Touches[0]));
            name = commit.Touches[0].From ?? commit.Touches[0].Path;
        }
    }

    private static FileVersion Version(Commit commit, Touch touch) =>
        new(commit.Name, Day(commit.AuthorDate), Day(commit.CommitDate), commit.Author, commit.Subject, touch);

    private static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record Commit(string Name, string AuthorDate, string CommitDate, string Author, string Subject, ImmutableArray<Touch> Touches);

    /// <summary>
    /// Reads what git printed: five fields, then what was touched, then how many lines (for a merge, the other way round).
    /// Each part says how many fields follow, so that no name and no subject can pass for something else
    /// (https://git-scm.com/docs/git-diff#_raw_output_format, #_other_diff_formats).
    /// </summary>
    private static List<Commit> Parse(byte[] output)
    {
        var fields = new Fields(output);
        var commits = new List<Commit>();
        while (fields.More)
        {
            var (name, authorDate, commitDate, author, subject) = (fields.Next(), fields.Next(), fields.Next(), fields.Next(), fields.Next());
            var touches = new List<Touch>();
            var lines = new Dictionary<string, (int Added, int Removed)>(StringComparer.Ordinal);
            while (fields.More)
            {
                var start = fields.Peek();
                if (start.Length == 0) fields.Next();
                else if (start.StartsWith(':')) touches.Add(ReadTouch(fields));
                else if (start.Contains('\t')) CountLines(fields, lines);
                else break;
            }

            commits.Add(new Commit(name, authorDate, commitDate, author, subject, [.. touches.Select(t => lines.TryGetValue(t.Path, out var n) ? t with { Added = n.Added, Removed = n.Removed } : t)]));
        }

        return commits;
    }

    /// <summary><c>:100644 100644 before after R098 from path</c>; a merge has a colon, a mode and a content more for each further parent, and one path.</summary>
    private static Touch ReadTouch(Fields fields)
    {
        var words = fields.Next().TrimStart('\n').Split(' ');
        var parents = words[0].Count(c => c == ':');
        if (words.Length != 2 * parents + 3) throw Fields.Unexpected();
        var status = words[^1];
        var from = parents == 1 && status[0] is 'R' or 'C' ? fields.Next() : null;
        return new Touch(status, words[parents], words[parents + 1], words[^2], fields.Next(), from, parents);
    }

    /// <summary><c>3 1 path</c>, or <c>3 1</c> and the two paths of a rename as fields of their own.</summary>
    private static void CountLines(Fields fields, Dictionary<string, (int Added, int Removed)> lines)
    {
        if (fields.Next().TrimStart('\n').Split('\t', 3) is not [var added, var removed, var path]) throw Fields.Unexpected();
        if (path.Length == 0)
        {
            fields.Next();
            path = fields.Next();
        }

        lines[path] = (Number(added), Number(removed));
    }

    private static int Number(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Text parted by NUL, read in order.</summary>
    private sealed class Fields(byte[] bytes)
    {
        private int at;

        /// <summary>Whether there is another.</summary>
        public bool More => at < bytes.Length;

        /// <summary>The next, which stays. git puts a line break before what was touched.</summary>
        public string Peek() => Encoding.UTF8.GetString(bytes, at, End - at).TrimStart('\n');

        /// <summary>The next.</summary>
        public string Next()
        {
            if (!More) throw Unexpected();
            var field = Encoding.UTF8.GetString(bytes, at, End - at);
            at = End + 1;
            return field;
        }

        /// <summary>What to throw when git's words are none that are known.</summary>
        public static GitFailed Unexpected() => new("git answered in a way that is not understood. A newer git may help: at least 2.30 is needed.");

        private int End => Array.IndexOf(bytes, (byte)0, at) is var end and >= 0 ? end : bytes.Length;
    }
}
