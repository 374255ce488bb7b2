using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Where everything lives on the site: flat files with an extension, one address for each page, for good.</summary>
public static class Routes
{
    /// <summary>The first page.</summary>
    public const string Home = "index.html";

    /// <summary>The page for those who think of joining.</summary>
    public const string Join = "join/index.html";

    /// <summary>What meetings asked members to do.</summary>
    public const string Actions = "actions/index.html";

    /// <summary>How the coalition is doing.</summary>
    public const string Health = "health/index.html";

    /// <summary>The same as data.</summary>
    public const string HealthData = "data/health.json";

    /// <summary>The coalition itself as data.</summary>
    public const string CoalitionData = "data/coalition.json";

    /// <summary>What is coming up.</summary>
    public const string Calendar = "calendar/index.html";

    /// <summary>All days that the record sets, for calendar programs.</summary>
    public const string CalendarOfAll = "calendar/all.ics";

    /// <summary>Those on which members decide, or what they decided starts, is looked at again or ends.</summary>
    public const string CalendarOfDecisions = "calendar/decisions.ics";

    /// <summary>What members need from each other; further pages where there are many.</summary>
    public static string Map(int part = 1) => part == 1 ? "map/index.html" : $"map/page{Part(part)}.html";

    /// <summary>The same as data.</summary>
    public const string MapData = "data/map.json";

    /// <summary>All topics; further pages where there are many.</summary>
    public static string Topics(int part = 1) => $"topics/index{Part(part)}.html";

    /// <summary>Everything about one topic; further pages where there is much.</summary>
    public static string Topic(string id, int part = 1) => part == 1 ? $"topics/{id}.html" : $"topics/{id}/page{Part(part)}.html";

    /// <summary>Who joined and who left; further pages where there are many.</summary>
    public static string Memberships(int part = 1) => $"{Member.OfKind.Folder}/history/index{Part(part)}.html";

    /// <summary>Which decisions had less notice than was asked for, or were on no agenda; further pages where there are many.</summary>
    public static string Notices(int part = 1) => $"notice/index{Part(part)}.html";

    /// <summary>What each member did in each vote; further pages where there are many.</summary>
    public static string Votes(int part = 1) => part == 1 ? "votes/index.html" : $"votes/page{Part(part)}.html";

    /// <summary>How often members voted the same way; further pages where there are many, beside the folder of the members' own.</summary>
    public static string VoteAgreement(int part = 1) => part == 1 ? "votes/agreement/index.html" : $"votes/agreement{Part(part)}.html";

    /// <summary>One member's votes beside those of others.</summary>
    public static string VoteAgreement(Member member, int part = 1) =>
        part == 1 ? $"votes/agreement/{member.Id}.html" : $"votes/agreement/{member.Id}/page{Part(part)}.html";

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

    /// <summary>All texts of an agreement, and how they differ.</summary>
    public static string History(Platform agreement) => $"{agreement.Kind.Folder}/{agreement.Id}/history/index.html";

    /// <summary>Who endorsed which text of an agreement; further pages where there are many.</summary>
    public static string Endorsements(Platform agreement, int part = 1) =>
        $"{agreement.Kind.Folder}/{agreement.Id}/endorsements/index{Part(part)}.html";

    /// <summary>The agreement alone, to print on as few pages as possible.</summary>
    public static string ForPrint(Platform agreement) => $"{agreement.Kind.Folder}/{agreement.Id}/print/index.html";

    /// <summary>One clause of an agreement through time.</summary>
    public static string Clause(Platform agreement, ClauseStory clause) => $"{agreement.Kind.Folder}/{agreement.Id}/clauses/{clause.Id}.html";

    /// <summary>What differs between two texts of an agreement.</summary>
    public static string Compare(Platform agreement, Platform from, Platform to) =>
        $"{agreement.Kind.Folder}/{agreement.Id}/compare/{from.VersionName}-to-{to.VersionName}.html";

    /// <summary>An agreement as it would become if a proposal were agreed.</summary>
    public static string Proposal(Platform agreement, Decision decision) => $"{agreement.Kind.Folder}/{agreement.Id}/proposals/{decision.Id}.html";

    /// <summary>The data beside a record's page.</summary>
    public static string DataBeside(string page) => Beside(page, ".json");

    /// <summary>The source text beside a record's page.</summary>
    public static string SourceBeside(string page) => Beside(page, ".md");

    /// <summary>The legal document beside the page of an agreement's text.</summary>
    public static string LegalText(string page) => Beside(page, ".akn.xml");

    /// <summary>A file beside the records.</summary>
    public static string Attachment(string path) => "files/" + string.Join('/', path.Split('/').Select(p => p == ".." ? "up" : RecordId.From(p)));

    private static string Part(int part) => part > 1 ? "-" + part.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    private static string Beside(string page, string extension) => page[..^".html".Length] + extension;

    private static string Stem(Record record) =>
        record is Coalition ? "index" : $"{record.Kind.Folder}/{record.Id}";
}
