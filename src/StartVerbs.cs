using System.Text;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger;

/// <summary>init and new: a working starting point, and records with the right front matter. Nothing that exists is overwritten.</summary>
internal static class StartVerbs
{
    private const string SitePrefix = "starter/site/";

    /// <summary>Makes a small site with comments in a folder that is empty or not there yet.</summary>
    public static int Init(string folder)
    {
        if (!Disk.IsEmptyOrAbsent(folder))
        {
            Console.Error.WriteLine($"{folder} is not empty. Give a new folder, or an empty one.");
            return 2;
        }

        foreach (var name in Starter.Names(SitePrefix)) Disk.WriteNew(Path.Combine(folder, name[SitePrefix.Length..]), Starter.Text(name));
        Console.WriteLine($"Made a small coalition in {folder}. Look at it with:");
        Console.WriteLine($"  publicledger serve --root {folder}");
        Console.WriteLine("Then open its files in a text editor. Each says what its keys mean.");
        return 0;
    }

    private const string Amendment = "amendment";

    /// <summary>Makes a record of a kind.</summary>
    public static int New(Request request, string kind, string title)
    {
        var kinds = Kinds.Records.Where(k => k.Folder.Length > 0).ToList();
        // An amendment is a decision, with the parts that change an agreement ready to be filled in.
        var amends = kind is Amendment;
        if (kinds.Find(k => amends ? k.Name == "decision" : k.Name == kind || k.Folder == kind) is not { } known)
        {
            Console.Error.WriteLine($"There is no kind of record called \"{kind}\". {Spelling.DidYouMean(kind, [.. kinds.Select(k => k.Name), Amendment])}");
            return 2;
        }

        var content = Path.Combine(request.Root, "content");
        if (!Disk.FolderExists(content))
        {
            Console.Error.WriteLine($"There is no folder {content}. Give the folder that holds site.config.yml with --root, or make one with `publicledger init`.");
            return 2;
        }

        var words = RecordId.From(Slug.Of(title));
        var day = request.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var stem = known.Name is "decision" or "meeting" ? $"{day}-{words}" : words;
        var path = Path.Combine(content, known.Folder, stem + ".md");
        var text = Starter.Text($"starter/new/{(amends ? Amendment : known.Name)}.md").Replace("$TITLE", Quoted(title)).Replace("$DATE", day);
        // Most coalitions have one agreement, and then there is no doubt which one is meant.
        if (Disk.OnlyStem(Path.Combine(content, Platform.OfKind.Folder)) is { } agreement) text = text.Replace("id-of-the-agreement", agreement);
        if (!Disk.WriteNew(path, text))
        {
            Console.Error.WriteLine($"{path} is there already. Choose another title, or rename that file.");
            return 2;
        }

        Console.WriteLine($"Made {path}");
        return 0;
    }

    /// <summary>A title inside YAML's double quotes.</summary>
    private static string Quoted(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var letter in title)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else text.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return text.ToString();
    }
}

/// <summary>The files that init and new start from; they come with the program.</summary>
internal static class Starter
{
    /// <summary>The names that start with a prefix.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        typeof(Starter).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The text of one.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Starter).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks its own file {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
