using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PublicLedger.Bench;
using PublicLedger.Outputs;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>One text and the words it must be cut into, in C# and in the script: <c>tests/search/words.json</c>.</summary>
internal sealed record SearchVector(string Text, List<List<string>> Words);

/// <summary>Where the vectors and the script are, for any test that has a way to run the script.</summary>
internal static class SearchVectors
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    internal static string Script => Path.Combine(Root(), "templates", "assets", "search.js");

    internal static string Runner => Path.Combine(Root(), "tests", "search", "run.js");

    internal static List<SearchVector> Words =>
        JsonSerializer.Deserialize<List<SearchVector>>(File.ReadAllText(Path.Combine(Root(), "tests", "search", "words.json")), Json)!;

    private static string Root([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}

/// <summary>The script itself, run by Node.js on an index in a folder.</summary>
public sealed class SearchScriptTests : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string folder = Directory.CreateTempSubdirectory("search-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_cuts_words_as_the_vectors_say()
    {
        var vectors = SearchVectors.Words;
        var answer = Ask(new Request(Words: [.. vectors.Select(vector => vector.Text)]));
        for (var i = 0; i < vectors.Count; i++) Assert.Equal(vectors[i].Words, answer.Words[i]);
    }

    [Fact]
    public void It_folds_every_letter_as_the_index_does()
    {
        var answer = Ask(new Request(Letters: true));
        var different = new List<string>();
        for (var c = 0; c < 0xd800; c++)
            if (string.Join(' ', answer.Letters[c].SelectMany(word => word)) != string.Join(' ', SearchTests.Cut(((char)c).ToString()).SelectMany(word => word)))
                different.Add($"U+{c:X4}");
        // Letters that got a lower case in the last years differ between versions of Unicode; they are historic phonetic ones.
        Assert.True(different.Count <= 20 && different.All(each => string.CompareOrdinal(each, "U+A7") > 0 || each == "U+1C89"), string.Join(' ', different));
    }

    [Fact]
    public void It_finds_what_a_reader_would_type()
    {
        Publish(
        [
            SearchTests.Entry("members/dunmere.html", title: "Dunmere Council"),
            SearchTests.Entry("decisions/2026-014.html", title: "Should we run one shared flood warning service?", date: "2026-03-12", names: ["2026-014", "Dunmere Council"], text: "It changes clause 3.2 for the well-being of all."),
            SearchTests.Entry("decisions/2025-031.html", title: "Should members share flood data?", date: "2025-10-09", names: ["2025-031", "Dunmere Council"]) with { Past = true, Status = "Replaced" },
            SearchTests.Entry("decisions/2026-011.html", title: "Who should supply the sensors?", date: "2026-02-26", names: ["2026-011"], text: "Thirty-two sensors, after floods."),
            SearchTests.Entry("meetings/2026-03-12.html", title: "Minutes of 12 March 2026", date: "2026-03-12", text: "第3章 水道料金の決定. The café was closed."),
        ]);
        Found("flood", "decisions/2026-014.html decisions/2025-031.html decisions/2026-011.html");
        Found("dunmere", "members/dunmere.html decisions/2026-014.html decisions/2025-031.html");
        Found("2026-014", "decisions/2026-014.html");
        Found("2026-0", "decisions/2026-014.html decisions/2026-011.html meetings/2026-03-12.html");
        Found("clause 3.2", "decisions/2026-014.html");
        Found("Wellbeing", "decisions/2026-014.html");
        Found("well being", "decisions/2026-014.html");
        Found("well-being", "decisions/2026-014.html");
        Found("CAFE closed", "meetings/2026-03-12.html");
        Found("水道", "meetings/2026-03-12.html");
        Found("金", "meetings/2026-03-12.html");
        Found("sens", "decisions/2026-011.html");
        Found("zebra", "");
        Found("constructor", "");
        Found("…", "");
        Assert.Equal("No page has all of these words. These pages have some of them.", Found("zebra warning", "decisions/2026-014.html").Notes[0]);
    }

    [Fact]
    public void It_finds_nothing_in_an_empty_record()
    {
        Publish([]);
        Found("flood", "");
    }

    [Fact]
    public void A_capped_word_does_not_hide_older_pages_and_says_so()
    {
        Publish(Enumerable.Range(0, 50).Select(i =>
            SearchTests.Entry($"p{i:00}.html", date: $"2026-{1 + i / 28:00}-{1 + i % 28:00}", text: "common " + (i == 7 ? "rare" : ""))), cap: 10);
        var found = Found("common rare", "p07.html");
        Assert.Equal(["“common” is on 50 pages. For this word we looked at the newest 10 only."], found.Notes);
        Assert.Equal(10, Ask(new Request(Find: ["common"])).Find[0].Count);
    }

    [Fact]
    public void A_first_query_on_ten_thousand_pages_stays_under_eighty_kilobytes()
    {
        var entries = SearchTests.Generated(10_000, textWords: 400);
        Publish(entries);
        var dice = new Dice(12);
        var queries = new List<string> { "the", "the of and", "dunmere council", "2009-1234", "should we agree", "co" };
        // Words as they stand in the texts, one to three from one page: common ones come as often as they do there.
        for (var i = 0; i < 60; i++)
        {
            var text = entries[dice.Below(entries.Length)].Text.Single().Replace("**", "", StringComparison.Ordinal).Split(' ');
            queries.Add(string.Join(' ', Enumerable.Range(0, 1 + i % 3).Select(_ => text[dice.Below(text.Length)])));
        }
        var found = Ask(new Request(Find: queries)).Find;
        Assert.All(found.Skip(6), each => Assert.NotEqual(0, each.Count));
        var sizes = found.Select(each => each.Bytes).Order().ToArray();
        TestContext.Current.SendDiagnosticMessage($"first query: median {sizes[sizes.Length / 2]}, most {sizes[^1]} bytes");
        Assert.True(sizes[^1] < 80_000, $"{sizes[^1]} bytes for “{queries[found.FindIndex(each => each.Bytes == sizes[^1])]}”");
    }

    private Finding Found(string query, string urls)
    {
        var found = Ask(new Request(Find: [query])).Find[0];
        Assert.Equal($"{query}: {urls}", $"{query}: {string.Join(' ', found.Urls)}");
        return found;
    }

    private void Publish(IEnumerable<SearchEntry> entries, int cap = SearchIndex.Cap)
    {
        foreach (var file in SearchIndex.Build([.. entries], cap))
        {
            var path = Path.Combine(folder, file.Path["search/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes.Span);
        }
    }

    private Answer Ask(Request request)
    {
        var start = new ProcessStartInfo("node", [SearchVectors.Runner, SearchVectors.Script, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process? started = null;
        try
        {
            started = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node.js is not installed: the script was not run. A browser test can use tests/search/words.json.");
        }
        using var node = started;
        node.StandardInput.Write(JsonSerializer.Serialize(request, Json));
        node.StandardInput.Close();
        var answer = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<Answer>(answer, Json)!;
    }

    private sealed record Request(IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Find = null, bool Letters = false);

    private sealed record Finding(int Count, List<string> Notes, List<string> Urls, List<string> Titles, int Bytes);

    private sealed record Answer(List<List<List<string>>> Words, List<List<List<string>>> Letters, List<Finding> Find);
}
