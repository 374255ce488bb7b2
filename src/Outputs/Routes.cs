using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Where everything lives on the site: flat files with an extension, one address for each page, for good.</summary>
public static class Routes
{
    /// <summary>The first page.</summary>
    public const string Home = "index.html";

    /// <summary>The page of a record.</summary>
    public static string Of(Record record) => Stem(record) + ".html";

    /// <summary>The data of a record.</summary>
    public static string Data(Record record) => Stem(record) + ".json";

    /// <summary>The source text of a record.</summary>
    public static string Source(Record record) => Stem(record) + ".md";

    /// <summary>The list of all records of a kind.</summary>
    public static string Index(Kind kind) => $"{kind.Folder}/index.html";

    /// <summary>One of the dated texts of an agreement.</summary>
    public static string Version(Platform platform, Platform version) => $"{platform.Kind.Folder}/{platform.Id}/{version.VersionName}.html";

    /// <summary>The data beside a record's page.</summary>
    public static string DataBeside(string page) => Beside(page, ".json");

    /// <summary>The source text beside a record's page.</summary>
    public static string SourceBeside(string page) => Beside(page, ".md");

    /// <summary>A file beside the records.</summary>
    public static string Attachment(string path) => "files/" + string.Join('/', path.Split('/').Select(p => p == ".." ? "up" : RecordId.From(p)));

    private static string Beside(string page, string extension) => page[..^".html".Length] + extension;

    private static string Stem(Record record) =>
        record is Coalition ? "index" : $"{record.Kind.Folder}/{record.Id}";
}
