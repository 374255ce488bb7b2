using System.Text;
using System.Text.Json;
using PublicLedger.Outputs;

namespace PublicLedger.Tests;

/// <summary>Reads a search index from its files alone, as the script does, with no help from the code that wrote it.</summary>
internal sealed class SearchReader
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    internal SearchReader(IEnumerable<Artifact> files)
    {
        var shards = new SortedDictionary<int, string>();
        var entryFiles = new SortedDictionary<int, JsonElement>();
        foreach (var file in files)
        {
            var (name, value) = Read(file);
            var parts = name.Split('/');
            if (parts[0] == "words") shards[int.Parse(parts[1])] = value.GetString()!;
            else if (parts[0] == "entries") entryFiles[int.Parse(parts[1])] = value;
            else Manifest = value;
        }
        foreach (var line in shards.Values.SelectMany(shard => shard.Split(';'))) Terms[line[..line.IndexOf(' ')]] = line[(line.IndexOf(' ') + 1)..];
        // Files are filled from the oldest; numbers count from the newest.
        Entries = [.. entryFiles.Values.SelectMany(file => file.EnumerateArray()).Reverse()];
        Shards = shards;
    }

    internal JsonElement Manifest { get; }

    internal Dictionary<string, string> Terms { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<int, string> Shards { get; }

    internal JsonElement[] Entries { get; }

    internal IEnumerable<string> UrlsFor(string term) =>
        Terms.TryGetValue(term, out var lists) ? lists.Split(' ').SelectMany(list => Gaps(list[1..].Split('~')[0])).Select(number => Entries[number][0].GetString()!) : [];

    internal IEnumerable<string> WeightsFor(string term) => Terms[term].Split(' ')
        .SelectMany(list => Gaps(list[1..].Split('~')[0]).Select(number => $"{Entries[number][0].GetString()}={list[0]}"))
        .Order(StringComparer.Ordinal);

    internal static IEnumerable<int> Gaps(string code)
    {
        if (code.Length == 0) yield break;
        var k = Alphabet.IndexOf(code[0]);
        var bits = string.Concat(code[1..].Select(letter => Convert.ToString(Alphabet.IndexOf(letter), 2).PadLeft(6, '0')));
        var number = -1;
        for (var at = 0; bits.IndexOf('1', at) is var one and >= 0;)
        {
            var low = k == 0 ? 0 : Convert.ToInt32(bits.Substring(one + 1, k), 2);
            yield return number += ((one - at) << k) + low + 1;
            at = one + 1 + k;
        }
    }

    /// <summary>The one call a script makes: its name and its value, read as JSON.</summary>
    private static (string Name, JsonElement Value) Read(Artifact file)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        Xunit.Assert.StartsWith(SearchIndex.Callback + "(", text, StringComparison.Ordinal);
        Xunit.Assert.EndsWith(");\n", text, StringComparison.Ordinal);
        using var call = JsonDocument.Parse("[" + text[(SearchIndex.Callback.Length + 1)..^3] + "]");
        Xunit.Assert.Equal(2, call.RootElement.GetArrayLength());
        var name = call.RootElement[0].GetString()!;
        Xunit.Assert.Equal($"search/{name}.js", file.Path);
        return (name, call.RootElement[1].Clone());
    }
}
