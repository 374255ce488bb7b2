using System.IO.Compression;
using System.Text.Json;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The demonstration coalition is what every visitor sees first: its site is judged as a stranger would judge it.</summary>
public sealed class DemonstrationTests
{
    private const int MostBytesOfAPage = 30_000;

    [Fact]
    public void A_stranger_finds_nothing_wrong()
    {
        var say = new DiagnosticBag();
        Verifier.Full(Demonstration.Site, say);
        Assert.Equal("", DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
    }

    [Fact]
    public void Every_page_is_light()
    {
        var style = Compressed(Demonstration.Site.BytesOf("site.css"));
        var heavy = Demonstration.Site.Paths.Where(p => p.EndsWith(".html", StringComparison.Ordinal))
            .Select(p => (Path: p, Bytes: Compressed(Demonstration.Site.BytesOf(p)) + style)).Where(p => p.Bytes > MostBytesOfAPage);
        Assert.Empty(heavy);
    }

    [Fact]
    public void Every_page_is_said_to_be_invented()
    {
        foreach (var path in Demonstration.Site.Paths.Where(p => p.EndsWith(".html", StringComparison.Ordinal)))
            Assert.Contains("This coalition is invented.", Demonstration.Site.TextOf(path).Text, StringComparison.Ordinal);
    }

    /// <summary>Each outcome and way of deciding is shown at least once.</summary>
    [Fact]
    public void It_shows_what_can_happen_to_a_decision()
    {
        var decisions = Records("decisions").ToList();
        Assert.True(decisions.Count >= 40);
        Assert.True(Records("meetings").Count() >= 30);
        foreach (var status in (string[])["accepted", "implemented", "rejected", "withdrawn", "superseded", "proposed", "deferred"])
            Assert.Contains(decisions, d => d.GetProperty("status").GetString() == status);
        foreach (var method in (string[])["vote", "consent", "consensus", "lazy-consensus", "without-objection", "delegated"])
            Assert.Contains(decisions, d => d.GetProperty("method").GetString() == method);
        var votes = decisions.Select(d => d.GetProperty("vote")).Where(v => v.ValueKind == JsonValueKind.Object)
            .SelectMany(v => v.GetProperty("ballots").EnumerateArray()).Select(b => b.GetProperty("vote").GetString()).ToHashSet();
        foreach (var vote in (string[])["for", "against", "abstain", "recused", "absent", "excused"]) Assert.Contains(vote, votes);
    }

    private static IEnumerable<JsonElement> Records(string folder) =>
        Demonstration.Site.Paths.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal) && p.EndsWith(".json", StringComparison.Ordinal))
            .Select(p => JsonDocument.Parse(Demonstration.Site.BytesOf(p)).RootElement);

    private static long Compressed(ReadOnlyMemory<byte> bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes.Span);
        return to.Length;
    }
}
