using System.Diagnostics;
using System.Text;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>
/// Records with random damage and random malice: whatever is written, the build ends with sentences or with a site that
/// is fit to be published. PUBLICLEDGER_FUZZ_ROUNDS asks for more rounds, PUBLICLEDGER_FUZZ_SEED for another start.
/// </summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(8);

    /// <summary>Must never come out as an element.</summary>
    private const string Marker = "<x-fuzz onclick=1>";

    private static readonly string[] Nasty =
    [
        Marker, "\n" + Marker + "\n", "<script>gone()</script>", "<img src=x onerror=gone()>", "[a](javascript:gone())", "![a](//bad.example/a.png)", "<svg onload=gone()>",
        "</main>", "<!--", "-->", "<![CDATA[", "<textarea>", "<plaintext>", "<style>", "<p style=a>", "<a href=\"java&#10;script:gone()\">", "<iframe>", "<base href=x>", "<table><td>",
        "\n---\n", "---\n", "\n\n# ", "\n## A {#at-main}\n", "\n## A {#fn:1}\n", "[^1]", "\n[^1]: note\n", "<p id=\"fn:1\">", "[x](#fn:1)", "<a href='#fnref:1'>", "\n| a | b |\n|---|:-:|\n| ", "\n\t", "    ",
        "{{title}}", "{{{title}}}", "{{> top}}", "\uFDD0", "\uFDD00\uFDD1", "&#xFDD0;0&#xFDD1;", "&#64976;", "<p title='&#xFDD07'>", "\uFDD1", "\0", "\u001b[31m", "\u202E", "&#8238;", "\uD800", "\uFFFF", "\u0085", "\u2028",
        "ana@people.example", "<a@b.example>", "mailto:a@b.example", "[", "](", "{", "}", "\"", "'", ": ", "\n- ", "\n> ", "**", "`", "```", "~~~\n", "\\", "&", "<", ">", "*a: ", "&a ", "!!x ", "|\n", "%", "@",
        "2026-02-30", "9999-12-31", "0000", "-1", "99999999999999999999", "../../x.md", "[a](../..)", "[a](?x#)", "[a](#)", "[a](.)", "<x:y>", "<http://[>", "[a](http://)", "[a](https://a b)", "[a](<https://bad.example/\">)", "[a](HTTPS://EXAMPLE.ORG:99999)",
        "\nsupersedes: [2024-10-15-founding]\n", "\nstatus: superseded\n", "\ndate: 0001-01-01\n", "\nembargo-until: 2027-01-01\n", "\ntags: [\"\", \"..\", \"a/b\", \"index\", \"con\"]\n", "\nnumber: \"<b>\"\n", "\nvote: {for: 3, against: 99999999}\n", "\ntype: page\n", "\ndate: 9999-12\n",
        "\nRESOLUTION: ", "\nACTION: ", "\nVOTE: 3-2-1\n", "\n## Present\n\n- ", "\n## Status\n\n", "<h1>", "<details><summary>", "<li>", "<a name=at-main>", "<form name=body>", "e\u0301", "İ", "\U0001F600",
    ];

    [Fact]
    public void No_damage_makes_a_site_that_harms()
    {
        var corpus = Corpus();
        Assert.NotEmpty(corpus);
        var rounds = Number("PUBLICLEDGER_FUZZ_ROUNDS", 0);
        var first = Number("PUBLICLEDGER_FUZZ_SEED", 1);
        var failures = new List<string>();
        var watch = Stopwatch.StartNew();
        for (var seed = first; rounds > 0 ? seed < first + rounds : seed == first || watch.Elapsed < Usual; seed++)
        {
            var files = Damaged(corpus, new Random(seed), out var foreign);
            try
            {
                Build(files, foreign);
            }
            catch (Exception trouble)
            {
                var place = Directory.CreateTempSubdirectory($"fuzz-{seed}-").FullName;
                foreach (var (path, text) in files) Disk.WriteNew(Path.Combine(place, path), text);
                failures.Add($"Seed {seed} ({(foreign ? "found" : "own")} records), files in {place}: {(trouble is Xunit.Sdk.XunitException ? trouble.Message : trouble)}");
                if (rounds == 0) break;
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>Builds the files as a coalition; fails where the site would harm or could not be published.</summary>
    private static void Build(Dictionary<string, string> files, bool foreign)
    {
        var config = new SourceText("site.config.yml", "name: Fuzz\nurl: https://ledger.example/\n");
        var say = new DiagnosticBag();
        var settings = Settings.Bind(config, Kinds.Records, say);
        var content = files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(new SourceText(f.Key, f.Value), FolderOf(f.Key, foreign)));
        var sources = new SourceTree(new DateOnly(2026, 11, 21)) { Config = config, Content = [.. content] };
        if (Pipeline.Run(sources, settings, BuiltIn.Templates, say, new Stages()).Artifacts is not { } artifacts) return;
        var site = new Published(artifacts.ToDictionary(a => a.Path, a => a.Bytes, StringComparer.Ordinal));
        var found = new DiagnosticBag();
        Verifier.Quick(site, found);
        var errors = found.Sorted().Where(d => d.Severity == Severity.Error).Select(d => $"{DiagnosticPrinter.Place(d)} {d.Code}: {d.Message}").Take(5).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        foreach (var artifact in artifacts)
        {
            if (artifact.Path.EndsWith(".html", StringComparison.Ordinal) || artifact.Path.EndsWith(".xml", StringComparison.Ordinal))
                Assert.DoesNotContain("<x-fuzz", Encoding.UTF8.GetString(artifact.Bytes.Span), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static SourceFolder FolderOf(string path, bool foreign) => !foreign ? new SourceFolder("content")
        : path.Contains("/meetings/", StringComparison.Ordinal) ? new SourceFolder("content/meetings") { Kind = "meeting", Dialect = "auto" }
        : new SourceFolder("content") { Kind = "decision", Dialect = "auto" };

    /// <summary>A few files, some of them damaged in a few places.</summary>
    private static Dictionary<string, string> Damaged(List<(string Path, string Text)> corpus, Random random, out bool foreign)
    {
        // Found records are never refused, so that a site comes out of every round; own ones must be whole to give one.
        foreign = random.Next(3) > 0;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (foreign) for (var n = 0; n < 8; n++) Add(corpus[random.Next(corpus.Count)]);
        else foreach (var file in corpus.Where(f => f.Path.StartsWith("content/", StringComparison.Ordinal))) Add(file);
        var paths = files.Keys.Order(StringComparer.Ordinal).ToList();
        var hurt = foreign ? paths.Count : random.Next(1, 3);
        for (var n = 0; n < hurt; n++)
        {
            var path = paths[random.Next(paths.Count)];
            for (var times = random.Next(1, 6); times > 0; times--) files[path] = Mutated(files[path], random, bodyOnly: !foreign && random.Next(4) > 0);
        }

        return files;

        void Add((string Path, string Text) file) => files.TryAdd(file.Path, file.Text);
    }

    private static string Mutated(string text, Random random, bool bodyOnly)
    {
        var from = bodyOnly && text.StartsWith("---", StringComparison.Ordinal) ? Math.Max(0, text.IndexOf("\n---", StringComparison.Ordinal) + 5) : 0;
        var at = random.Next(Math.Min(from, text.Length), text.Length + 1);
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(bodyOnly ? 5 : 9))
        {
            case < 4: return text.Insert(at, Nasty[random.Next(Nasty.Length)]);
            case 4: return text.Insert(at, string.Concat(Enumerable.Repeat(Nasty[random.Next(Nasty.Length)], random.Next(2, 40))));
            case 5: lines.Insert(line, lines[random.Next(lines.Count)]); break;
            case 6: lines.RemoveAt(line); break;
            case 7: return text[..at];
            default: return at < text.Length ? text.Remove(at, 1).Insert(at, ((char)random.Next(0x250)).ToString()) : text;
        }

        return string.Join('\n', lines);
    }

    /// <summary>The project's own demonstration content, and what was collected of others' where it is present.</summary>
    private static List<(string Path, string Text)> Corpus()
    {
        var files = Read(Path.Combine(Shared.Root, "content"), "content").ToList();
        var others = Path.Combine(Environment.GetEnvironmentVariable("PUBLICLEDGER_SHARED") ?? Path.Combine(Shared.Root, "..", "shared"), "corpora");
        if (Directory.Exists(others)) files.AddRange(Read(others, "found").Where((_, i) => i % 17 == 0));
        return files;
    }

    private static IEnumerable<(string, string)> Read(string folder, string name) =>
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(p => new FileInfo(p).Length < 60_000)
            .Select(p => ($"{name}/{Path.GetRelativePath(folder, p).Replace('\\', '/')}", File.ReadAllText(p)));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
