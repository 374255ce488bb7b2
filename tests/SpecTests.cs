using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Every page under Specs/ is a test. UPDATE_SPECS=1 writes what came out into the pages, for review.</summary>
public sealed partial class SpecTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Outcome>> Outcomes = new(StringComparer.Ordinal);
    private static readonly string Folder = Path.Combine(Here(), "Specs");

    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Where(p => Path.GetFileName(p) != "README.md")
            .Select(p => Path.GetRelativePath(Folder, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_says_what_happens(string page)
    {
        var spec = Spec.Read(Path.Combine(Folder, page));
        var expected = spec.Blocks.Where(b => b.Kind is "messages" or "text" or "html" or "exact" or "absent").ToList();
        Assert.NotEmpty(expected);
        var outcome = Usual(spec);
        if (Environment.GetEnvironmentVariable("UPDATE_SPECS") == "1") File.WriteAllText(spec.Path, spec.Updated(outcome).ReplaceLineEndings("\n"));
        else foreach (var block in expected) Assert.Equal(block.Text.TrimEnd('\n'), outcome.Of(block)!.TrimEnd('\n'));
        // What a page does not expect to be said must not be an error.
        if (!spec.ExpectsMessages) Assert.DoesNotContain(": error ", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Order_of_files_changes_nothing(string page)
    {
        var spec = Spec.Read(Path.Combine(Folder, page));
        var (usual, other) = (Usual(spec), spec.Run(shuffle: 4711));
        Assert.Equal(usual.Messages, other.Messages);
        Assert.Equal(usual.Site?.Keys.Order(StringComparer.Ordinal), other.Site?.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, bytes) in usual.Site ?? []) Assert.True(bytes.AsSpan().SequenceEqual(other.Site![path]), $"{path} depends on the order of files");
    }

    /// <summary>However small the coalition, its site has no dead link and nothing else that the check of a built site finds.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Site_is_fit_to_be_published(string page)
    {
        if (Usual(Spec.Read(Path.Combine(Folder, page))).Site is not { } site) return;
        var say = new DiagnosticBag();
        Verifier.Quick(new Published(site.ToDictionary(f => f.Key, f => (ReadOnlyMemory<byte>)f.Value, StringComparer.Ordinal)), say);
        Assert.Equal("", DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
    }

    /// <summary>What a page comes to, worked out once for all that is asked of it.</summary>
    private static Outcome Usual(Spec spec) => Outcomes.GetOrAdd(spec.Path, _ => new(() => spec.Run())).Value;

    /// <summary>A sentence that nothing provokes is either dead or untested. Those about built sites are provoked in ChecksTests.</summary>
    [Fact]
    public void Every_sentence_is_provoked()
    {
        var provoked = Directory.EnumerateFiles(Here(), "*.*", SearchOption.AllDirectories)
            .Where(p => p.EndsWith(".md", StringComparison.Ordinal) || p.EndsWith("Tests.cs", StringComparison.Ordinal))
            .SelectMany(p => Code().Matches(File.ReadAllText(p)).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        var sentences = typeof(DiagnosticBag).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(void) && m.Name != nameof(DiagnosticBag.Reported)).Select(m => Spelling.Kebab(m.Name));
        Assert.DoesNotContain(sentences, s => !provoked.Contains(s));
    }

    [GeneratedRegex("[a-z]+(?:-[a-z0-9]+)+")]
    private static partial Regex Code();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
