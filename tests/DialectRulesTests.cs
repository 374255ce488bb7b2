using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>What holds for foreign records in every form.</summary>
public sealed class DialectRulesTests
{
    [Fact]
    public void The_clerks_own_keys_and_words_win()
    {
        var folder = new SourceFolder("log", "commitment", "auto")
        {
            Keys = ImmutableDictionary<string, string>.Empty.Add("by", "agency").Add("status", "progress"),
            Values = ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty
                .Add("status", ImmutableDictionary<string, string>.Empty.Add("In Progress", "limited")),
        };
        var (document, say) = DialectTests.Read("c1.md", "---\ntitle: T\nagency: Ministry <br> Office of Doors\nstatus: published\nprogress: in progress\n---\n", folder);
        Assert.Equal("Ministry / Office of Doors", DialectTests.Value(document, "by"));
        Assert.Equal("limited", DialectTests.Value(document, "status"));
        Assert.Equal("in progress", DialectTests.Value(document, "status-written"));
        Assert.Equal("published", DialectTests.Value(document, "status-as-written"));
        Assert.Empty(say.Sorted());
        var other = DialectTests.Read("c2.md", "---\ntitle: T\nprogress: Halfway\n---\n", folder);
        Assert.Null(other.Document.Front["status"]);
        Assert.Equal(["status-not-understood"], DialectTests.Codes(other.Say));
    }

    [Fact]
    public void Front_matter_that_cannot_be_read_is_a_warning_and_shown_as_text()
    {
        var (document, say) = DialectTests.Read("a.md", "---\ntitle: [a\nstatus: b: c\n---\n# A\n");
        Assert.DoesNotContain(say.Sorted(), d => d.Severity == Severity.Error);
        Assert.Contains("yaml-bracket-open", DialectTests.Codes(say));
        Assert.Contains("title: [a", DialectTests.Value(document, "front-matter-as-written"), StringComparison.Ordinal);
        Assert.Equal("A", DialectTests.Value(document, "title"));
        var toml = DialectTests.Read("b.md", "+++\ntitle = \"B\"\n+++\n# B\n");
        Assert.Equal(["not-understood"], DialectTests.Codes(toml.Say));
    }

    [Theory]
    [InlineData("README.md", true)]
    [InlineData("_index.md", true)]
    [InlineData("index.md", true)]
    [InlineData("05-09-2025/index.md", false)]
    [InlineData("adr-template.md", true)]
    [InlineData("0000-template.md", true)]
    [InlineData("0012-choose-a-template-engine.md", false)]
    public void Pages_about_a_folder_are_no_records(string name, bool about) => Assert.Equal(about, DialectTests.Read(name, "# A\n").Document.AboutFolder);

    [Fact]
    public void No_address_comes_through()
    {
        var (document, _) = DialectTests.Read("0001-a.md", "# A\n\n* Status: accepted\n* Deciders: ana@brandt.example, Ole <ole@berg.example>\n* Contact: ana@brandt.example\n");
        Assert.Equal($"{Contacts.Placeholder} | Ole", DialectTests.Value(document, "decision-makers"));
        Assert.Equal(Contacts.Placeholder, DialectTests.Value(document, "Contact"));
    }
}
