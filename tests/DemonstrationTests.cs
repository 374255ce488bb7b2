using System.IO.Compression;
using System.Text.Json;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Records;
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

    /// <summary>What a reader can see happen to an agreement: each kind of change, and each thing that can become of an amendment.</summary>
    [Fact]
    public void It_shows_what_can_happen_to_an_agreement()
    {
        var consolidation = Demonstration.Agreement();
        var (_, steps) = Assert.Single(consolidation.Steps);
        var carried = steps.SelectMany(s => s.By).DistinctBy(d => d.Id).ToList();
        Assert.True(carried.Count >= 8);

        var changes = carried.SelectMany(d => d.Changes).ToList();
        Type[] kinds = [typeof(InsertChange), typeof(RepealChange), typeof(RenumberChange), typeof(RetitleChange), typeof(MoveChange), typeof(MarkChange)];
        foreach (var kind in kinds) Assert.Contains(changes, c => c.GetType() == kind);
        Assert.Contains(changes, c => c is ReplaceChange { Part: false });
        Assert.Contains(changes, c => c is ReplaceChange { Part: true });
        Assert.Contains(carried, d => d.Changes.Length > 1);
        Assert.Contains(carried, d => !d.Rules.IsEmpty);
        Assert.Contains(steps, s => s.By.Length > 1);

        var today = Demonstration.Day;
        Assert.Contains(carried, d => d.Reverses is not null);
        Assert.Contains(carried, d => d.Sunset?.Exact <= today);
        Assert.Contains(carried, d => d.InForce?.Exact > today);
        Assert.Contains(consolidation.Corpus.All<Decision>(Decision.OfKind), d => d.Status == "rejected" && !d.Changes.IsEmpty);

        var (_, proposals) = Assert.Single(consolidation.Proposals);
        Assert.True(proposals.Length >= 2);
        Assert.Contains(proposals, p => !p.Conflicts.IsEmpty);

        var agreement = Assert.Single(consolidation.Corpus.All<Platform>(Platform.OfKind));
        Assert.True(agreement.Clauses.Count(c => c.Section.Classes.Contains("variant")) >= 2);
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
