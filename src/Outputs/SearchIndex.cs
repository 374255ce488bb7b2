using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PublicLedger.Outputs;

/// <summary>One page that search can find.</summary>
/// <param name="Url">Its address relative to the site's root, already fit for an <c>href</c>.</param>
/// <param name="Title">Its title, plain text.</param>
/// <param name="Kind">What it is, as the reader sees it: "Decision", "Minutes".</param>
/// <param name="Date">Its date as <c>yyyy-MM-dd</c> (or a leading part of that), or null.</param>
/// <param name="Status">The words on its status tag; may be empty.</param>
/// <param name="Past">Whether it no longer applies. Such pages rank lower, and the result says so.</param>
/// <param name="Summary">What it says in a sentence, plain text; cut to one line.</param>
/// <param name="Names">Its tags, number and people: words that count for more than those of the text.</param>
/// <param name="Text">Its text in pieces, gone through once; HTML tags are left out.</param>
public sealed record SearchEntry(
    string Url,
    string Title,
    string Kind,
    string? Date,
    string Status,
    bool Past,
    string Summary,
    IReadOnlyList<string> Names,
    IEnumerable<string> Text);

/// <summary>
/// The search index, as small scripts that <c>search/search.js</c> inserts when a query needs them. Scripts and not JSON, because
/// a page opened from a disk may load scripts but not fetch files. Each is one call of one function with data that cannot end it early:
/// <list type="bullet">
/// <item><c>search/manifest.js</c>: how many entries, where each shard begins, which entries are past;</item>
/// <item><c>search/words/N.js</c>: a stretch of the vocabulary in ordinal order, with the entries of each word;</item>
/// <item><c>search/entries/N.js</c>: ten entries as the results show them.</item>
/// </list>
/// Entries are numbered from the newest; entry files are filled from the oldest, so that a new record leaves the old files as they are.
/// </summary>
public static class SearchIndex
{
    /// <summary>The function the scripts call; <c>search.js</c> registers it.</summary>
    internal const string Callback = "publicLedgerSearch";

    /// <summary>Entries in one entry file: ten results from ten files must stay well inside the budget of a first query.</summary>
    internal const int EntriesPerFile = 10;

    /// <summary>Characters after which a shard is closed.</summary>
    internal const int ShardSize = 6_000;

    /// <summary>The most entries listed for one word at one weight: above it the newest are kept, and the results say so.</summary>
    internal const int Cap = 10_000;

    private const int SummaryLength = 140;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The files of the index. The same entries give the same bytes in whatever order they come.</summary>
    public static IEnumerable<Artifact> Build(IReadOnlyList<SearchEntry> entries) => Build(entries, Cap);

    internal static IEnumerable<Artifact> Build(IReadOnlyList<SearchEntry> entries, int cap)
    {
        var newestFirst = entries.ToArray();
        Array.Sort(newestFirst, NewestFirst);
        var files = new List<Artifact>();
        var starts = WriteWords(Collect(newestFirst), Math.Min(cap, newestFirst.Length), files);
        WriteEntries(newestFirst, files);
        files.Add(Manifest(newestFirst, starts, Fingerprint(files)));
        return files;
    }

    private static int NewestFirst(SearchEntry a, SearchEntry b)
    {
        var order = string.CompareOrdinal(b.Date, a.Date);
        if (order == 0) order = string.CompareOrdinal(a.Url, b.Url);
        return order != 0 ? order : string.CompareOrdinal(a.Title, b.Title);
    }

    private static SearchPostings Collect(SearchEntry[] entries)
    {
        var postings = new SearchPostings();
        var text = new SearchText();
        foreach (var entry in entries)
        {
            postings.Read(entry.Title, CountWords(entry.Title) <= 3 ? Weight.Subject : Weight.Titled);
            foreach (var name in entry.Names) postings.Read(name, Weight.Named);
            postings.Read(entry.Summary, Weight.Discussed);
            postings.Read(entry.Kind, Weight.Mentioned);
            postings.Read(entry.Status, Weight.Mentioned);
            postings.Read(entry.Date, Weight.Mentioned);
            foreach (var piece in entry.Text) postings.Read(text.Plain(piece), Weight.Mentioned);
            postings.EndEntry();
        }
        return postings;
    }

    private static int CountWords(string title)
    {
        var count = 0;
        foreach (var range in title.AsSpan().Split(' ')) if (!title.AsSpan(range).IsWhiteSpace()) count++;
        return count;
    }

    /// <summary>Writes the shards; answers for each the shortest text that lies after everything in the shard before it.</summary>
    private static List<string> WriteWords(SearchPostings postings, int cap, List<Artifact> files)
    {
        var starts = new List<string>();
        var scratch = new int[cap];
        var shard = new StringBuilder();
        string? before = null;
        foreach (var (word, entries) in postings.InOrder())
        {
            if (shard.Length == 0) starts.Add(ShortestAfter(before, word));
            else shard.Append(';');
            shard.Append(word);
            entries.Write(shard, cap, scratch);
            before = word;
            if (shard.Length >= ShardSize) CloseShard();
        }
        if (shard.Length > 0) CloseShard();
        return starts;

        void CloseShard()
        {
            var text = shard.ToString();
            var name = string.Create(CultureInfo.InvariantCulture, $"words/{starts.Count - 1}");
            files.Add(Script(name, writer => writer.WriteStringValue(text)));
            shard.Clear();
        }
    }

    private static string ShortestAfter(string? before, string word)
    {
        if (before is null) return "";
        var length = 1;
        while (string.CompareOrdinal(word[..length], before) <= 0) length++;
        if (char.IsHighSurrogate(word[length - 1])) length++;
        return word[..length];
    }

    private static void WriteEntries(SearchEntry[] newestFirst, List<Artifact> files)
    {
        for (var start = 0; start < newestFirst.Length; start += EntriesPerFile)
        {
            var first = start;
            files.Add(Script(string.Create(CultureInfo.InvariantCulture, $"entries/{start / EntriesPerFile}"), writer =>
            {
                writer.WriteStartArray();
                var end = Math.Min(first + EntriesPerFile, newestFirst.Length);
                for (var i = first; i < end; i++) WriteEntry(writer, newestFirst[^(i + 1)]);
                writer.WriteEndArray();
            }));
        }
    }

    private static void WriteEntry(Utf8JsonWriter writer, SearchEntry entry)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(entry.Url);
        writer.WriteStringValue(entry.Title);
        writer.WriteStringValue(entry.Kind);
        writer.WriteStringValue(entry.Date ?? "");
        writer.WriteStringValue(entry.Status);
        writer.WriteNumberValue(entry.Past ? 1 : 0);
        writer.WriteStringValue(OneLine(entry.Summary));
        writer.WriteEndArray();
    }

    private static string OneLine(string summary)
    {
        if (summary.Length <= SummaryLength) return summary;
        var cut = summary.LastIndexOf(' ', SummaryLength);
        if (cut < SummaryLength / 2) cut = char.IsLowSurrogate(summary[SummaryLength]) ? SummaryLength - 1 : SummaryLength;
        return summary[..cut].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    private static Artifact Manifest(SearchEntry[] newestFirst, List<string> starts, string version)
    {
        var past = new List<int>();
        for (var i = 0; i < newestFirst.Length; i++) if (newestFirst[i].Past) past.Add(i);
        var pastCode = new StringBuilder();
        GapCode.Append(pastCode, past.ToArray());
        return Script("manifest", writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", newestFirst.Length);
            writer.WriteNumber("perFile", EntriesPerFile);
            writer.WriteString("version", version);
            writer.WriteString("past", pastCode.ToString());
            writer.WriteString("starts", string.Join(' ', starts));
            writer.WriteEndObject();
        });
    }

    /// <summary>Tells one index from another, so that a browser never mixes the files of two.</summary>
    private static string Fingerprint(List<Artifact> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files) hash.AppendData(file.Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>A script that hands one JSON value to the callback; the encoder escapes quotes, angle brackets and line ends.</summary>
    private static Artifact Script(string name, Action<Utf8JsonWriter> value)
    {
        var bytes = new ArrayBufferWriter<byte>(ShardSize + 1024);
        bytes.Write(Encoding.ASCII.GetBytes($"{Callback}(\"{name}\","));
        using (var writer = new Utf8JsonWriter(bytes, Json)) value(writer);
        bytes.Write(");\n"u8);
        return new Artifact($"search/{name}.js", bytes.WrittenMemory);
    }
}
