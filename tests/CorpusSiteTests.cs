using System.Text.Json;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Whole public records of others, each published from a short configuration: what was read, and that the site does no harm.</summary>
public sealed class CorpusSiteTests
{
    [Fact]
    public void Decision_records_of_a_department()
    {
        var site = Build("moj-modernisation-platform-adr", "  - {path: $/content/architecture-decision-record, kind: decision, dialect: auto}");
        Assert.Equal(["accepted 35", "proposed 2", "rejected 6", "superseded 2"], Statuses(site, "decision"));
        Assert.All(Records(site, "decision"), d => Assert.Matches(@"^\d{4}-\d\d-\d\d$", d.GetProperty("date").GetString()));
        var old = site.TextOf("decisions/0004-use-bash-node-python-as-core-languages.html").Text;
        var successor = site.TextOf("decisions/0019-use-bash-go-as-core-languages.html").Text;
        Assert.Contains("href=\"0019-use-bash-go-as-core-languages.html\"", old, StringComparison.Ordinal);
        Assert.Contains("It replaced <a href=\"0004-use-bash-node-python-as-core-languages.html\">", successor, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposals_with_a_table_as_header_and_votes()
    {
        var site = Build("conda-ceps", """
              - {path: $/content, kind: decision, dialect: auto}
              - {path: $/charter, kind: platform, id: process, history: dated-files}
            """);
        Assert.Equal([" 1", "accepted 43", "draft 1", "implemented 1", "proposed 1"], Statuses(site, "decision"));
        Assert.Equal(4, Records(site, "decision").Count(d => d.GetProperty("vote").ValueKind == JsonValueKind.Object));
        Assert.Equal(9, Records(site, "platform-version").Count());
    }

    [Fact]
    public void Seven_years_of_minutes_and_a_charter_with_its_versions()
    {
        var site = Build("openjs-cpc", """
              - {path: $/content/meetings, kind: meeting, dialect: auto}
              - {path: $/charter, kind: platform, id: charter, history: dated-files}
            """);
        Assert.Equal(214, Records(site, "meeting").Count());
        Assert.Equal(213, Records(site, "meeting").Count(m => m.GetProperty("attendance").GetProperty("other_names").GetArrayLength() > 0));
        Assert.Equal(39, Records(site, "platform-version").Count());
    }

    [Fact]
    public void Documents_that_members_endorse_by_name()
    {
        var site = Build("scientific-python-specs", """
              - {path: $/content/core-projects, kind: member, dialect: auto}
              - {path: $/content, kind: decision, dialect: auto, include: ["spec-*/index.md"]}
            """);
        Assert.Equal([" 10"], Statuses(site, "decision"));
        Assert.Equal(42, Records(site, "decision").Sum(d => d.GetProperty("endorsed_by").GetArrayLength()));
        Assert.Contains("href=\"../members/numpy.html\"", site.TextOf("decisions/spec-0000.html").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Commitments_of_agencies_under_other_names()
    {
        var site = Build("gsa-open-usa-gov", """
              - {path: $/content/_commitments, kind: commitment, dialect: auto, keys: {number: commitment_id}}
              - path: $/content/_subcommitments
                kind: commitment
                dialect: auto
                keys: {by: commitment_agency, status: commitment_status, number: commitment_detail_sub_id, part-of: commitment_id}
                values: {status: {In Progress: limited, Not Started: not-started}}
            """);
        Assert.Equal([" 36", "complete 33", "limited 36", "not-started 1"], Statuses(site, "commitment"));
        Assert.Equal(70, Records(site, "commitment").Count(c => c.GetProperty("by").GetArrayLength() > 0));
    }

    /// <summary>A corpus as it is published from a few lines of configuration, in which <c>$</c> is its folder.</summary>
    internal static Published Build(string corpus, string sources)
    {
        var shared = Shared.Folder("corpora/" + corpus);
        var root = Directory.CreateTempSubdirectory("corpus-").FullName;
        try
        {
            var path = Path.GetRelativePath(Disk.RealPath(root), shared).Replace('\\', '/');
            var config = $"name: {corpus}\nsources:\n{sources.Replace("$", path)}\n";
            Assert.True(config.Split('\n').Length <= 25);
            File.WriteAllText(Path.Combine(root, "site.config.yml"), config);
            var site = Demonstration.Build(root);
            var say = new DiagnosticBag();
            Verifier.Quick(site, say);
            Assert.Equal("", DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
            return site;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static IEnumerable<JsonElement> Records(Published site, string kind) =>
        site.Paths.Where(p => p.EndsWith(".json", StringComparison.Ordinal) && !p.StartsWith("data/", StringComparison.Ordinal)).Select(p => JsonDocument.Parse(site.BytesOf(p)).RootElement)
            .Where(d => d.GetProperty("kind").GetString() == kind);

    private static string[] Statuses(Published site, string kind) =>
        [.. Records(site, kind).GroupBy(d => d.GetProperty("status").GetString()).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal)];
}
