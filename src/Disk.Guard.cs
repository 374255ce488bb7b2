using PublicLedger.Sources;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>The file that says of a folder that this program made it. It holds one line of text.</summary>
    public const string MarkerName = ".publicledger";

    // The shortest limit of the file systems in use is 255 bytes; the rest is for what web servers and archives append.
    private const int LongestName = 200;

    private static readonly string[] Repositories = [".git", ".hg", ".svn"];

    /// <summary>The real folder to publish to, or a refusal where publishing there would endanger somebody's files.</summary>
    private static string Allowed(string output, string root, IEnumerable<SourceFolder> folders)
    {
        string real;
        try
        {
            real = RealPath(output);
        }
        catch (IOException)
        {
            throw new DiskRefused($"The output folder {output} is a link that leads back to itself.");
        }

        if (Path.GetDirectoryName(real) is null) throw new DiskRefused($"The output folder cannot be {output}, the top of the disk. Name a folder of its own, for example _site.");
        if (IsWithin(RealPath(root), real))
            throw new DiskRefused($"The output folder {output} is, or contains, the folder of the site's own files. Publishing would replace them. Name a folder of its own, for example _site.");
        foreach (var path in folders.Select(folder => folder.Path).DefaultIfEmpty(DefaultSource).Append(TemplatesName))
        {
            var source = RealPath(Path.Combine(root, path));
            if (IsWithin(source, real)) throw new DiskRefused($"The output folder {output} contains the source {path}. Publishing would replace it. Name a folder of its own, for example _site.");
            if (IsWithin(real, source)) throw new DiskRefused($"The output folder {output} lies inside the source {path}, so the site would be read as content. Name a folder beside it, for example _site.");
        }

        if (File.Exists(real)) throw new DiskRefused($"The output {output} is a file. Name a folder.");
        RequireOurs(real, output);
        return real;
    }

    private static void RequireOurs(string folder, string output)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var name in Repositories)
        {
            if (Path.Exists(Path.Combine(folder, name)))
                throw new DiskRefused($"The output folder {output} holds {name}, the history of a repository. Publishing would remove it. Publish to another folder and copy the site from there.");
        }

        if (!File.Exists(Path.Combine(folder, MarkerName)) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new DiskRefused($"The output folder {output} has files in it that this program did not put there (it holds no {MarkerName}). Nothing was changed. Name another folder, or empty this one.");
    }
}
