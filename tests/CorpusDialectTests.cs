using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>
/// Whole public records, where they are kept beside the repository (<c>../shared/corpora</c>). The numbers were counted by hand
/// and by other tools; a record that is no longer read changes them.
/// </summary>
public sealed class CorpusDialectTests
{
    private static (ImmutableArray<Document> Documents, DiagnosticBag Say) Read(string inner, SourceFolder folder)
    {
        var root = Shared();
        Assert.SkipWhen(root is null && Environment.GetEnvironmentVariable("CI") != "true", "../shared is not here.");
        Assert.True(root is not null, "../shared is not here, and CI must have it.");
        var top = Path.Combine(root, "corpora", inner);
        var files = Directory.GetFiles(top, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(new SourceText("c/" + Path.GetRelativePath(top, f).Replace('\\', '/'), File.ReadAllText(f)), folder with { Path = "c" }))
            .ToImmutableArray();
        var say = new DiagnosticBag();
        var documents = Parser.Parse(files, say);
        Assert.DoesNotContain(say.Sorted(), d => d.Severity == Severity.Error);
        return ([.. documents.Where(d => !d.AboutFolder)], say);
    }

    private static string? Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "corpora");
            if (Directory.Exists(candidate)) return Path.GetDirectoryName(candidate);
        }

        return null;
    }

    private static string? Value(Document document, string key) => DialectTests.Value(document, key);

    private static int Count(ImmutableArray<Document> documents, string key, string value) => documents.Count(d => Value(d, key) == value);

    private static Document One(ImmutableArray<Document> documents, string stem) => documents.Single(d => d.Source.Stem == stem);

    [Fact]
    public void A_ministrys_decision_log()
    {
        var (documents, say) = Read("moj-modernisation-platform-adr/content", new SourceFolder("", "decision", "auto"));
        Assert.Equal(45, documents.Length);
        Assert.Equal(35, Count(documents, "status", "accepted"));
        Assert.Equal(6, Count(documents, "status", "rejected"));
        Assert.Equal(2, Count(documents, "status", "proposed"));
        Assert.Equal(2, Count(documents, "status", "superseded"));
        Assert.All(documents, d => Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", Value(d, "date")));
        Assert.Equal("0019-use-bash-go-as-core-languages.md", Value(One(documents, "0004-use-bash-node-python-as-core-languages"), "superseded-by"));
        Assert.Single(documents, d => d.Front["superseded-by"] is not null);
        Assert.Equal(2, DialectTests.Codes(say).Count(c => c == "numbers-differ"));
        // One status section has sentences of explanation, and stays.
        Assert.Equal(["0025-non-standard-user-infrastructure"], documents.Where(d => d.Body.Sections.Any(s => s.Title == "Status")).Select(d => d.Source.Stem));
    }

    [Fact]
    public void Enhancement_proposals_in_tables()
    {
        var (documents, _) = Read("conda-ceps/content", new SourceFolder("", "decision", "auto"));
        Assert.Equal(47, documents.Length);
        Assert.Equal(43, Count(documents, "status", "accepted"));
        Assert.Equal(6, Count(documents, "status-written", "Approved"));
        Assert.Equal("proposed", Value(One(documents, "cep-0001"), "status"));
        Assert.Equal("implemented", Value(One(documents, "cep-0004"), "status"));
        Assert.Equal("draft", Value(One(documents, "cep-0022"), "status"));
        Assert.Null(Value(One(documents, "cep-0000"), "status"));
        Assert.Equal(["cep-0004", "cep-0006", "cep-0008", "cep-0010"], documents.Where(d => d.Front["vote"] is not null).Select(d => d.Source.Stem));
        Assert.StartsWith("for: 15; against: 0; abstain: 0;", Value(One(documents, "cep-0006"), "vote"), StringComparison.Ordinal);
        Assert.Equal("CEP 29 | CEP 31 | CEP 32 | CEP 33", Value(One(documents, "cep-0034"), "requires"));
        Assert.All(documents, d => Assert.NotNull(d.Front["proposed"]));
    }

    [Fact]
    public void Minutes_of_a_council()
    {
        var (documents, say) = Read("openjs-cpc/content/meetings", new SourceFolder("", "meeting", "auto"));
        Assert.Equal(214, documents.Length);
        Assert.All(documents, d => Assert.NotNull(d.Front["date"]));
        Assert.Equal(["c/2018/2018-10-13.md"], documents.Where(d => d.Front["present"] is null).Select(d => d.Source.Path));
        Assert.Equal(11, ((Sequence)One(documents, "2020-02-12-code-of-conduct").Front["present"]!).Items.Length);
        // Three lines of its form name bodies and no people.
        Assert.Equal(9, ((Sequence)One(documents, "2019-11-12").Front["present"]!).Items.Length);
        Assert.Equal(2, DialectTests.Codes(say).Count(c => c == "dates-differ"));
        Assert.StartsWith("Michael Dawson (@mhdawson) | Joe Sepi (@joesepi) | ", Value(One(documents, "2025-01-07"), "present"), StringComparison.Ordinal);
        Assert.Equal(10, ((Sequence)One(documents, "2025-01-07").Front["present"]!).Items.Length);
        Assert.DoesNotContain(documents.SelectMany(d => d.Body.Marks), m => m.Text.Contains("No objections", StringComparison.Ordinal) && m.Kind == MarkKind.Conclusion);
    }

    [Fact]
    public void Documents_that_projects_endorse()
    {
        var (documents, say) = Read("scientific-python-specs/content", new SourceFolder("", "decision", "auto"));
        var specs = documents.Where(d => d.Source.Folder.StartsWith("c/spec-", StringComparison.Ordinal) && d.Source.Stem == "index").ToImmutableArray();
        Assert.Equal(10, specs.Length);
        Assert.Equal([8, 7, 0, 0, 10, 0, 6, 6, 5, 0], specs.Select(d => d.Front["endorsed-by"] is Sequence list ? list.Items.Length : 0));
        Assert.Equal("Stéfan van der Walt | Jon Crall | Dan Schult | Jarrod Millman", Value(specs[1], "proposed-by"));
        Assert.All(specs, d => Assert.Null(d.Front["status"]));
        Assert.Empty(say.Sorted());
    }

    [Fact]
    public void Commitments_of_a_government()
    {
        var folder = new SourceFolder("", "commitment", "auto")
        {
            Keys = ImmutableDictionary<string, string>.Empty.Add("by", "commitment_agency").Add("status", "commitment_status"),
            Values = ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty
                .Add("status", ImmutableDictionary<string, string>.Empty.Add("In Progress", "limited")),
        };
        var (documents, _) = Read("gsa-open-usa-gov/content/_subcommitments", folder);
        Assert.Equal(70, documents.Length);
        Assert.Equal(33, Count(documents, "status", "complete"));
        Assert.Equal(36, Count(documents, "status", "limited"));
        Assert.Equal(1, Count(documents, "status", "not-started"));
        Assert.All(documents, d => Assert.False(string.IsNullOrEmpty(Value(d, "by"))));
        Assert.Equal("Executive Office of the President / Office of Science and Technology Policy", Value(One(documents, "us0113-1"), "by"));
    }
}
