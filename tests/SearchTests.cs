using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Bench;
using PublicLedger.Outputs;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The index as files, read back without the code that wrote it.</summary>
public sealed partial class SearchTests
{
    [Fact]
    public void Words_are_cut_as_the_vectors_say()
    {
        foreach (var vector in SearchVectors.Words) Assert.Equal(vector.Words, Cut(vector.Text));
    }

    [Fact]
    public void The_script_holds_the_same_tables()
    {
        var script = File.ReadAllText(SearchVectors.Script);
        foreach (var (name, table) in new[]
        {
            ("folds", SearchLetters.Folds), ("dropped", SearchLetters.Dropped), ("joiners", SearchLetters.Joiners),
            ("unspaced", SearchLetters.Unspaced), ("breaks", SearchLetters.Breaks),
        })
        {
            var literal = Regex.Match(script, $"const {name} =([^;]*);").Groups[1].Value;
            Assert.Equal(table, string.Concat(Quoted().Matches(literal).Select(match => match.Groups[1].Value)));
        }
        Assert.Contains($"'{GapCode.Alphabet}'", script, StringComparison.Ordinal);
        Assert.Contains($"window.{SearchIndex.Callback} = ", script, StringComparison.Ordinal);
        Assert.Contains($"longest = {SearchWords.Longest};", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Gap_codes_read_back() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<bool>(), (numbers, dense) =>
    {
        var rising = numbers.Select(number => Math.Abs((long)number) % (dense ? 50 : 100_000)).Select(number => (int)number).Distinct().Order().ToArray();
        var text = new StringBuilder();
        GapCode.Append(text, rising);
        return SearchReader.Gaps(text.ToString()).SequenceEqual(rising);
    }));

    [Fact]
    public void A_list_of_everything_is_a_bitmap()
    {
        var text = new StringBuilder();
        GapCode.Append(text, Enumerable.Range(0, 6000).ToArray());
        Assert.Equal(1001, text.Length);
    }

    [Fact]
    public void Every_word_of_an_entry_finds_it()
    {
        var entries = Generated(40, textWords: 120);
        var index = new SearchReader(SearchIndex.Build(entries));
        foreach (var entry in entries)
            foreach (var text in new[] { entry.Title, entry.Kind, entry.Status, entry.Summary, entry.Date! }.Concat(entry.Text).Concat(entry.Names))
                foreach (var term in Cut(text.Replace("**", "", StringComparison.Ordinal)).SelectMany(word => word))
                    Assert.Contains(entry.Url, index.UrlsFor(term));
    }

    [Fact]
    public void Every_word_of_any_text_finds_it() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), texts =>
        {
            var entries = texts.Select((text, i) => Entry($"pages/{i}.html", title: text ?? "", text: (text ?? "").Replace('<', ' ').Replace('&', ' '))).ToArray();
            var index = new SearchReader(SearchIndex.Build(entries));
            return entries.All(entry => Cut(entry.Title).SelectMany(word => word).Where(WellFormed).All(term => index.UrlsFor(term).Contains(entry.Url)));
        }));

    [Fact]
    public void Where_a_word_stands_says_what_it_counts_for()
    {
        var index = new SearchReader(SearchIndex.Build(
        [
            Entry("a.html", title: "Flood"),
            Entry("b.html", title: "Should we share one flood service?"),
            Entry("c.html", names: ["flood"]),
            Entry("d.html", text: "Flood, flood and flood."),
            Entry("e.html", text: "A flood."),
            Entry("f.html", summary: "It is about the flood."),
        ]));
        Assert.Equal("a.html=5 b.html=4 c.html=3 d.html=2 e.html=1 f.html=2", string.Join(' ', index.WeightsFor("flood")));
    }

    [Fact]
    public void Tags_are_left_out_and_character_references_read()
    {
        var index = new SearchReader(SearchIndex.Build([Entry("a.html", text: "<p class=\"inner\">One&nbsp;two</p>three co&shy;op caf&#233; &lt;tag&gt; 1 < 2 x&y &#xD800;")]));
        Assert.Equal(["1", "2", "cafe", "coop", "one", "tag", "three", "two", "x", "y"], index.Terms.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_very_common_word_keeps_the_newest_and_says_how_many_there_are()
    {
        var entries = Enumerable.Range(0, 50).Select(i => Entry($"p{i:00}.html", date: $"2026-01-{1 + i % 28:00}", text: "common " + (i == 7 ? "rare" : ""))).ToArray();
        var index = new SearchReader(SearchIndex.Build(entries, cap: 10));
        var newest = entries.OrderByDescending(entry => entry.Date, StringComparer.Ordinal).ThenBy(entry => entry.Url, StringComparer.Ordinal).Take(10);
        Assert.Equal(newest.Select(entry => entry.Url).Order(StringComparer.Ordinal), index.UrlsFor("common").Order(StringComparer.Ordinal));
        Assert.EndsWith("~50", index.Terms["common"], StringComparison.Ordinal);
        Assert.Equal(["p07.html"], index.UrlsFor("rare"));
    }

    [Fact]
    public void The_order_of_the_entries_does_not_matter()
    {
        var entries = Generated(200, textWords: 60);
        var shuffled = entries.ToArray();
        new Random(5).Shuffle(shuffled);
        Assert.Equal(Print(SearchIndex.Build(entries)), Print(SearchIndex.Build(shuffled)));
    }

    [Fact]
    public void A_new_record_leaves_the_old_entry_files_alone()
    {
        var entries = Generated(95, textWords: 20);
        var before = SearchIndex.Build(entries).Where(file => file.Path.StartsWith("search/entries/", StringComparison.Ordinal)).ToArray();
        var after = SearchIndex.Build([.. entries, Entry("new.html", date: "2099-01-01")]).ToDictionary(file => file.Path, file => file.Bytes);
        foreach (var file in before[..^1]) Assert.Equal(file.Bytes.ToArray(), after[file.Path].ToArray());
    }

    [Fact]
    public void Nothing_in_an_entry_can_break_out_of_its_script()
    {
        string[] hostile = ["</script><script>alert(1)</script>", "\"];alert(1);//", "'\\\u2028\u2029\n\r\t\0", "<!--", "]]>", "${alert(1)}", "`", "\ud800 lone"];
        var entries = hostile.Select((text, i) => Entry($"h{i}.html", title: text, summary: text, names: [text], text: text) with { Kind = text, Status = text, Date = text }).ToArray();
        var files = SearchIndex.Build(entries).ToArray();
        foreach (var file in files)
        {
            var text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.DoesNotMatch("[<>\u2028\u2029\0\r`']", text);
            Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        }
        // The reader parses what stands between the call's brackets as JSON: the titles are all there, as they were.
        var titles = new SearchReader(files).Entries.Select(entry => entry[1].GetString()!).ToHashSet();
        Assert.Equal(hostile.Select(text => text.Replace('\ud800', '\ufffd')).ToHashSet(), titles);
    }

    [Fact]
    public void No_entries_are_an_empty_index() => Assert.Equal(["search/manifest.js"], SearchIndex.Build([]).Select(file => file.Path));

    [Fact]
    public void A_long_summary_is_cut_to_a_line()
    {
        var entries = new SearchReader(SearchIndex.Build([Entry("a.html", summary: string.Concat(Enumerable.Repeat("some words, ", 40)))])).Entries;
        var line = entries[0][6].GetString()!;
        Assert.InRange(line.Length, 120, 141);
        Assert.EndsWith("some words, some…", line, StringComparison.Ordinal);
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    private static bool WellFormed(string term) => !term.Any(char.IsSurrogate);

    internal static List<List<string>> Cut(string text)
    {
        var list = new WordList();
        new SearchWords().Read(text, list);
        return list.Words;
    }

    internal static SearchEntry Entry(string url, string title = "", string? date = null, string summary = "", string[]? names = null, string text = "") =>
        new(url, title, "", date, "", false, summary, names ?? [], [text]);

    /// <summary>Entries with the statistics of real ones; the words are the benchmark's.</summary>
    internal static SearchEntry[] Generated(int count, int textWords)
    {
        var words = new Words();
        var dice = new Dice(9);
        var entries = new SearchEntry[count];
        for (var i = 0; i < count; i++)
        {
            var topic = dice.Below(1000);
            var date = new DateOnly(2005, 1, 1).AddDays((int)(i * 7000L / count)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var title = "Should we " + words.Phrase(dice, topic, 4) + "?";
            entries[i] = new SearchEntry(
                $"decisions/{date}-{words.Phrase(dice, topic, 3).Replace(' ', '-')}-{i}.html", title, i % 8 == 0 ? "Minutes" : "Decision", date, i % 10 == 0 ? "Replaced" : "Agreed",
                i % 10 == 0, words.Paragraph(dice, topic, 20), [$"{date[..4]}-{i:000}", "Dunmere Council", "Carrow Council"], [words.Paragraph(dice, topic, textWords)]);
        }
        return entries;
    }

    private static string Print(IEnumerable<Artifact> files) =>
        string.Join('\n', files.Select(file => file.Path + " " + Encoding.UTF8.GetString(file.Bytes.Span)));

    private sealed class WordList : ISearchTerms
    {
        internal List<List<string>> Words { get; } = [];

        public void Add(ReadOnlySpan<char> term, bool first)
        {
            if (first) Words.Add([]);
            Words[^1].Add(term.ToString());
        }
    }
}
