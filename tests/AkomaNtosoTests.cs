using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The texts of agreements as legal documents: valid by the schema of OASIS, and saying what the record says.</summary>
public sealed class AkomaNtosoTests
{
    private static readonly XNamespace Akn = LegalXml.Namespace;
    private static readonly Lazy<XmlSchemaSet> Schema = new(ReadSchema);

    private const string SchemaFolder = "schemas/akoma-ntoso";

    private const string Founding = """
        ---
        title: Pact
        adopted: 2023-12-01
        in-force: 2024-01-01
        ---
        We agree on this.

        ## 1. Aims {#aims .non-negotiable}
        Waste nothing.

        ## 2. Meetings {#meetings}
        As follows.

        ### 2.1 How often {#how-often}
        Monthly.

        ### 2.2 Where {#where}
        In the mill.

        ## 3. Ending {#ending}
        By itself.

        """;

    private const string EveryLayout = """
        ---
        title: "Pact <&> \"quoted\""
        in-force: 2024-01-01
        ---
        ## Überblick & Ziele
        One[^1] `<b>` &#xFFFE; &lt;p&gt;.

        [^1]: The note.

        1. First

           More of the first.

           - Inner
             1. Deepest
        2. Second

           | A | B |
           |---|---|
           | x |   |

        - > Quoted in a list
          >
          > - with a list

        > Quoted **words**

        ```
        code  <kept>

          as it is
        ```

        **All strong**

        Term
        :   Explained


        ## 目的
        ## 2024!
        ### Sub: a/b {#a:b!c%20d}
        #### Deeper
        ##### Deeper still
        ###### Deepest
        Words.

        """;

    private const string Weighing = "Every member weighs what it throws away on the last day of the month and tells the others about it";
    private const string Excuses = "Whoever cannot do so in one month says why and weighs twice as often in the month that follows";

    private static readonly (string Path, string Text)[] SplitAndMerged =
    [
        ("content/platform/pact/2024-01-01.md", $"---\ntitle: Pact\nin-force: 2024-01-01\n---\n## 1. Weighing {{#weighing}}\n{Weighing}.\n\n{Excuses}.\n"),
        ("content/platform/pact/2025-01-01.md", $"---\ntitle: Pact\nin-force: 2025-01-01\n---\n## 1. Weighing {{#weighing}}\n{Weighing}.\n\n## 2. Excuses {{#excuses}}\n{Excuses}.\n"),
        ("content/platform/pact/2026-01-01.md", $"---\ntitle: Pact\nin-force: 2026-01-01\n---\n## 1. Weighing {{#weighing}}\n{Weighing}.\n\n{Excuses}.\n"),
    ];

    [Fact]
    public void An_agreement_says_who_it_is_since_when_and_what_it_holds()
    {
        var act = Parse(Site(("content/platform/pact.md", Founding)), "platform/pact.akn.xml");
        Assert.Equal("/akn/xx/act/agreement/test/2023-12-01/pact", Value(act, "FRBRWork", "FRBRuri"));
        Assert.Equal("/akn/xx/act/agreement/test/2023-12-01/pact/eng@2024-01-01", Value(act, "FRBRExpression", "FRBRuri"));
        Assert.Equal(["e1 2023-12-01 generation", "e1_start 2024-01-01 "], Events(act));
        Assert.Equal(["art_aims", "chp_meetings", "art_how-often", "art_where", "art_ending"], Clauses(act));
        Assert.Equal("chp_meetings", act.Descendants(Akn + "article").Single(a => Id(a) == "art_where").Parent!.Attribute("eId")!.Value);
        Assert.Equal("As follows.", act.Descendants(Akn + "intro").Single().Value);
        Assert.Equal("We agree on this.", act.Descendants(Akn + "preamble").Single().Value);
        Assert.Equal("non-negotiable", act.Descendants(Akn + "article").First().Attribute("class")!.Value);
        Assert.Empty(act.Descendants(Akn + "textualMod"));
    }

    /// <summary>Each kind of change, and what the document calls it.</summary>
    public static TheoryData<string, string> Changed => new()
    {
        { "### Replace 3. Ending (ending)\nOld:\n> By itself.\n\nNew:\n> By a vote.\n", "substitution #art_ending" },
        { "### Insert after 1. Aims (aims): 1a. Means (means)\n> With care.\n", "insertion #art_means" },
        { "### Repeal 3. Ending (ending)\n", "repeal #art_ending" },
        { "### Renumber 3. Ending (ending): 9\n", "renumbering #art_ending" },
        { "### Retitle 3. Ending (ending): The end\n", "substitution #art_ending" },
        { "### Move 3. Ending (ending) before 1. Aims (aims)\n", "renumbering #art_ending" },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void Each_kind_of_change_is_named_with_its_decision_and_its_day(string change, string expected)
    {
        var site = Amended(change);
        var act = Parse(site, "platform/pact/2025-03-01.akn.xml");
        var mod = Assert.Single(act.Descendants(Akn + "textualMod"), m => !m.Attribute("type")!.Value.Equals("renumbering", StringComparison.Ordinal) || expected.StartsWith("renumbering", StringComparison.Ordinal));
        var destination = mod.Element(Akn + "destination")!.Attribute("href")!.Value;
        Assert.Equal(expected, $"{mod.Attribute("type")!.Value} {destination[destination.IndexOf('#')..]}");
        Assert.Equal("../../decisions/d-1.html", mod.Element(Akn + "source")!.Attribute("href")!.Value);
        var group = act.Descendants(Akn + "temporalGroup").Single(g => "#" + Id(g) == mod.Element(Akn + "force")!.Attribute("period")!.Value);
        Assert.Equal("#e2", group.Elements().Single().Attribute("start")!.Value);
        Assert.Equal(["e1 2023-12-01 generation", "e1_start 2024-01-01 ", "e2 2025-03-01 amendment"], Events(act));
        Assert.Equal("decision_d-1", act.Descendants(Akn + "passiveRef").Single().Attribute("eId")!.Value);
        var first = Parse(site, "platform/pact/2024-01-01.akn.xml");
        Assert.Empty(first.Descendants(Akn + "textualMod"));
        if (expected.StartsWith("insertion", StringComparison.Ordinal)) return;
        Assert.Equal("/akn/xx/act/agreement/test/2023-12-01/pact/eng@2024-01-01/!main#art_ending", mod.Element(Akn + "previous")!.Attribute("href")!.Value);
        var before = first.Descendants(Akn + "article").Single(a => Id(a) == "art_ending").Attribute("period")!.Value;
        Assert.Equal("#e2", first.Descendants(Akn + "temporalGroup").Single(g => "#" + Id(g) == before).Elements().Single().Attribute("end")!.Value);
    }

    [Fact]
    public void A_clause_that_gets_clauses_below_it_keeps_its_first_name_beside_the_new_one()
    {
        var act = Parse(Amended("### Insert at the end of 3. Ending (ending): 3.1 Money (money)\n> It is shared.\n"), "platform/pact/2025-03-01.akn.xml");
        var ending = act.Descendants(Akn + "chapter").Single(c => Id(c) == "chp_ending");
        Assert.Equal("art_ending", ending.Attribute("wId")!.Value);
        Assert.Equal(["num", "heading", "intro", "article"], ending.Elements().Select(e => e.Name.LocalName));
        Assert.All(act.Descendants(Akn + "article"), a => Assert.Null(a.Attribute("wId")));
    }

    [Fact]
    public void A_clause_split_off_another_and_one_merged_into_another()
    {
        var site = Site(SplitAndMerged);
        Assert.Contains("split #art_excuses", Changes(Parse(site, "platform/pact/2025-01-01.akn.xml")));
        Assert.Contains("join #art_weighing", Changes(Parse(site, "platform/pact/2026-01-01.akn.xml")));
        // Nobody said who changed it: the new text itself is the source.
        Assert.All(
            Parse(site, "platform/pact/2025-01-01.akn.xml").Descendants(Akn + "textualMod").Elements(Akn + "source"),
            s => Assert.EndsWith("/pact/eng@2025-01-01", s.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_texts_of_one_day_have_two_names()
    {
        var site = Site(
            ("content/platform/pact/2024-01-01-a.md", "---\ntitle: Pact\nin-force: 2024-01-01\n---\n## Aims\nOne.\n"),
            ("content/platform/pact/2024-01-01-b.md", "---\ntitle: Pact\nin-force: 2024-01-01\n---\n## Aims\nTwo.\n"));
        Assert.EndsWith("eng@2024-01-01-2", Value(Parse(site, "platform/pact/2024-01-01-b.akn.xml"), "FRBRExpression", "FRBRuri"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("in-force: 2024\n")]
    [InlineData("adopted: 2024-01\n")]
    public void A_day_is_never_made_up(string when)
    {
        var site = Site(("content/platform/pact.md", $"---\ntitle: Pact\n{when}---\n## Aims\nOne.\n"));
        Assert.DoesNotContain(site.Keys, path => path.EndsWith(".akn.xml", StringComparison.Ordinal));
        Assert.DoesNotContain("akn", site["platform/pact.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_lead_to_their_documents()
    {
        var site = Site(("content/platform/pact.md", Founding));
        Assert.Contains("<a href=\"pact.akn.xml\">Legal document (Akoma Ntoso XML)</a>", site["platform/pact.html"], StringComparison.Ordinal);
        Assert.Contains("<link rel=\"alternate\" type=\"application/akn+xml\" title=\"Legal document\" href=\"pact.akn.xml\">", site["platform/pact.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_every_layout_and_names_in_every_script()
    {
        var act = Parse(Site(("content/platform/pact.md", EveryLayout)), "platform/pact.akn.xml");
        Assert.Contains("art_目的", Clauses(act));
        Assert.Contains("code  <kept>", act.Descendants(Akn + "p").Single(p => p.Attribute("class")?.Value == "preformatted").Value, StringComparison.Ordinal);
        Assert.Equal("One <b> □ <p>.", act.Descendants(Akn + "p").First(p => p.Value.StartsWith("One", StringComparison.Ordinal)).Value);
        Assert.Single(act.Descendants(Akn + "table"));
        Assert.Equal(["1.", "1.", "2.", "1."], act.Descendants(Akn + "item").Elements(Akn + "num").Select(n => n.Value));
    }

    [Fact]
    public void A_text_without_headings_has_a_body_all_the_same() =>
        Assert.Equal("Just words.", Parse(Site(("content/platform/pact.md", "---\ntitle: Pact\nin-force: 2024-01-01\n---\nJust words.\n")), "platform/pact.akn.xml").Descendants(Akn + "body").Single().Value);

    [Fact]
    public void Every_kind_of_change_and_of_layout_is_valid()
    {
        var sites = Changed.Select(kind => Amended(kind.Data.Item1)).Append(Site(("content/platform/pact.md", EveryLayout))).Append(Site(SplitAndMerged))
            .Append(Site(("content/platform/pact.md", "---\ntitle: Pact\nin-force: 2024-01-01\n---\nJust words.\n")));
        foreach (var (path, text) in sites.SelectMany(site => site))
            if (path.EndsWith(".akn.xml", StringComparison.Ordinal)) Assert.Equal([], Mistakes(text));
    }

    [Fact]
    public void The_demonstration_is_valid()
    {
        Shared.Folder(SchemaFolder);
        Assert.True(AssertValid(Demonstration.Site) > 1);
    }

    [Theory]
    [InlineData("openjs-cpc", "charter", 39)]
    [InlineData("openjs-cpc", "history/governance", 43)]
    [InlineData("scientific-python-specs", "charter", 58)]
    [InlineData("gsa-open-usa-gov", "charter", 7)]
    [InlineData("conda-ceps", "charter", 9)]
    public void Agreements_of_others_are_valid(string corpus, string folder, int versions)
    {
        Shared.Folder(SchemaFolder);
        var shared = Shared.Folder("corpora/" + corpus);
        var root = Directory.CreateTempSubdirectory("akn-").FullName;
        try
        {
            var path = Path.GetRelativePath(Disk.RealPath(root), Path.Combine(shared, folder)).Replace('\\', '/');
            File.WriteAllText(Path.Combine(root, "site.config.yml"), $"name: Others\nsources:\n  - {{path: {path}, kind: platform, id: text, history: dated-files}}\n");
            Assert.Equal(versions, AssertValid(Demonstration.Build(root)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void A_wrong_document_does_not_pass_for_a_valid_one()
    {
        var right = Site(("content/platform/pact.md", Founding))["platform/pact.akn.xml"];
        Assert.Equal([], Mistakes(right));
        Assert.NotEmpty(Mistakes(right.Replace(LegalXml.Namespace, "http://example.org/akn", StringComparison.Ordinal)));
        Assert.NotEmpty(Mistakes(right.Replace("<body>", "<corpus>", StringComparison.Ordinal).Replace("</body>", "</corpus>", StringComparison.Ordinal)));
        Assert.NotEmpty(Mistakes(right.Replace("art_where", "art_aims", StringComparison.Ordinal)));
    }

    private static string Id(XElement element) => element.Attribute("eId")!.Value;

    private static IEnumerable<string> Clauses(XElement act) => act.Descendants(Akn + "body").Descendants().Where(e => e.Attribute("eId") is not null).Select(Id);

    private static IEnumerable<string> Events(XElement act) =>
        act.Descendants(Akn + "eventRef").Select(e => $"{Id(e)} {e.Attribute("date")!.Value} {e.Attribute("type")?.Value}");

    private static IEnumerable<string> Changes(XElement act) =>
        act.Descendants(Akn + "textualMod").Select(m => $"{m.Attribute("type")!.Value} {m.Element(Akn + "destination")!.Attribute("href")!.Value}");

    private static string Value(XElement act, string level, string element) => act.Descendants(Akn + level).Elements(Akn + element).Single().Attribute("value")!.Value;

    /// <summary>A document of a site, whose inner references must lead somewhere.</summary>
    private static XElement Parse(Dictionary<string, string> site, string path)
    {
        Assert.True(site.ContainsKey(path), $"There is no {path} among {string.Join(", ", site.Keys.Where(k => k.StartsWith("platform/", StringComparison.Ordinal)))}");
        var act = XElement.Parse(site[path]);
        var ids = act.Descendants().Attributes("eId").Select(a => "#" + a.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(act.Descendants().Attributes().Where(a => a.Value.StartsWith('#')), a => Assert.Contains(a.Value, ids));
        return act;
    }

    /// <summary>How many documents a site has, all of them valid.</summary>
    private static int AssertValid(Published site)
    {
        var paths = site.Paths.Where(p => p.EndsWith(".akn.xml", StringComparison.Ordinal)).ToList();
        foreach (var path in paths) Assert.Equal([], Mistakes(site.TextOf(path).Text).Select(mistake => $"{path}:{mistake}"));
        return paths.Count;
    }

    /// <summary>What the schema says against a document. Without the warnings a document of another namespace would have no mistakes at all.</summary>
    private static List<string> Mistakes(string text)
    {
        var mistakes = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = Schema.Value,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints,
        };
        settings.ValidationEventHandler += (_, e) => mistakes.Add($"{e.Exception?.LineNumber}: {e.Severity} {e.Message}");
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read()) { }
        return mistakes;
    }

    private static XmlSchemaSet ReadSchema()
    {
        var folder = Shared.Folder(SchemaFolder);
        var set = new XmlSchemaSet { XmlResolver = new OnlyFrom(folder) };
        set.Add(LegalXml.Namespace, Path.Combine(folder, "akomantoso30.xsd"));
        set.Compile();
        return set;
    }

    /// <summary>Reads files of one folder and nothing from anywhere else.</summary>
    private sealed class OnlyFrom(string folder) : XmlUrlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            Assert.True(absoluteUri.IsFile && absoluteUri.LocalPath.StartsWith(folder, StringComparison.Ordinal), $"The schema asks for {absoluteUri}.");
            return base.GetEntity(absoluteUri, role, ofObjectToReturn);
        }
    }

    private static Dictionary<string, string> Amended(string change) => Site(
        ("content/platform/pact.md", Founding),
        ("content/decisions/d-1.md", $"---\ntitle: Change it\nstatus: accepted\ndate: 2025-02-01\nin-force: 2025-03-01\namends: pact\n---\nBecause.\n\n## Changes\n{change}"));

    private static Dictionary<string, string> Site(params (string Path, string Text)[] files)
    {
        var say = new DiagnosticBag();
        var config = new SourceText("site.config.yml", "name: Test\n");
        var folder = new SourceFolder("content");
        var sources = new SourceTree(new DateOnly(2026, 6, 1))
        {
            Config = config,
            Content = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new SourceFile(new SourceText(f.Path, f.Text), folder))],
        };
        var build = Pipeline.Run(sources, Settings.Bind(config, Kinds.Records, say), BuiltIn.Templates, say, new Stages());
        Assert.True(build.Artifacts is not null, string.Join("\n", say.Sorted().Select(d => d.Message)));
        return build.Artifacts.ToDictionary(a => a.Path, a => Encoding.UTF8.GetString(a.Bytes.Span), StringComparer.Ordinal);
    }
}
