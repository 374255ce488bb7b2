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

    /// <summary>Each status, way of deciding, result and thing a member can do in a vote is shown at least once.</summary>
    [Fact]
    public void It_shows_what_can_happen_to_a_decision()
    {
        var decisions = Records("decisions").ToList();
        Assert.True(decisions.Count >= 40);
        Assert.True(Records("meetings").Count() >= 30);
        Shows(Decision.OfKind.Statuses, decisions.Select(d => Text(d, "status")));
        Shows(["vote", "consent", "consensus", "lazy-consensus", "without-objection", "delegated"], decisions.Select(d => Text(d, "method")));
        var votes = decisions.Select(d => d.GetProperty("vote")).Where(v => v.ValueKind == JsonValueKind.Object).ToList();
        Shows(["carried", "lost", "tied"], votes.Select(v => Text(v, "result")));
        var ballots = votes.SelectMany(v => Items(v, "ballots")).ToList();
        Shows(["for", "against", "abstain", "recused", "absent", "excused", "not-voting", "paired"], ballots.Select(b => Text(b, "vote")));
        Assert.Contains(ballots, b => Has(b, "by_proxy"));
        Assert.Contains(ballots, b => Text(b, "weight") is "3");
        Assert.Contains(ballots, b => Text(b, "vote") == "recused" && Has(b, "reason"));
        Assert.Contains(votes, v => !Items(v, "ballots").Any() && Items(v, "counts").Any());
        Assert.Contains(decisions, d => Items(d, "objections").Any(o => o.GetProperty("settled").GetBoolean()));
        Assert.Contains(decisions, d => Has(d, "object_until"));
        Assert.Contains(decisions, d => Has(d, "proof") && Items(d.GetProperty("proof"), "parts").Count(g => Has(g, "group")) > 1);
    }

    /// <summary>What gave the power to decide, who was told in time, and what members had before them.</summary>
    [Fact]
    public void It_shows_by_what_right_a_decision_was_taken()
    {
        var decisions = Records("decisions").ToList();
        Assert.Contains(decisions, d => Has(d, "authority") && d.GetProperty("authority").GetProperty("within_limit") is { ValueKind: JsonValueKind.True });
        Shows(["recused", "took-part"], decisions.SelectMany(d => Items(d, "interests")).Select(i => Text(i, "handled")));
        Shows(["enough", "short", "not-asked"], decisions.Select(d => Text(d.GetProperty("notice"), "state")));
        Assert.Contains(decisions, d => Has(d, "notice_waived"));
        var papers = decisions.SelectMany(d => Items(d, "papers")).Select(p => Text(p, "url")).ToList();
        Assert.Contains(papers, p => p is null);
        Assert.Contains(papers, p => p is not null && p.StartsWith("https://", StringComparison.Ordinal));
        Assert.Contains(papers, p => p is not null && p.StartsWith("../files/", StringComparison.Ordinal));
    }

    /// <summary>What was kept back or taken back keeps its place, and what was promised keeps its past.</summary>
    [Fact]
    public void It_shows_what_is_not_there_any_more()
    {
        var meetings = Records("meetings").ToList();
        Assert.Contains(meetings, m => Items(m, "withheld").Any());
        Assert.DoesNotContain(meetings.SelectMany(m => Items(m, "withheld")), w => w.GetProperty("due").GetBoolean());
        Assert.Contains(Records("decisions"), d => Text(d, "status") == "retracted");
        Assert.Contains(Records("pages"), d => Text(d, "status") == "removed");
        Assert.Contains(meetings.SelectMany(m => Items(m, "corrections")), c => Has(c, "why"));

        var commitments = Records("commitments").ToList();
        Shows(Commitment.OfKind.Statuses, commitments.SelectMany(c => Items(c, "history")).Select(s => Text(s, "status")));
        Assert.Contains(commitments, c => Items(c, "history").Count() > 2);
        Assert.Contains(commitments, c => c.GetProperty("evidence_is_old") is { ValueKind: JsonValueKind.True });
        Assert.Contains(commitments, c => Items(c, "parts").Any());
        Shows(WorkingAgreement.OfKind.Statuses, Records("working-agreements").Select(w => Text(w, "status")));
    }

    /// <summary>An action that later minutes close, a topic over several meetings, a person among the members.</summary>
    [Fact]
    public void It_shows_what_goes_on_from_meeting_to_meeting()
    {
        Assert.Contains(Records("meetings").SelectMany(m => Items(m, "actions")), a => Has(a, "closed"));
        Assert.Contains("topics/night-deliveries.html", Demonstration.Site.Paths);
        Shows(["organisation", "person"], Records("members").Select(m => Text(m, "member_kind")));
        Shows(["voting", "observer", "adopter"], Records("members").Select(m => Text(m, "category")));
    }

    /// <summary>Health that is neither perfect nor staged.</summary>
    [Fact]
    public void It_shows_health_as_it_is()
    {
        var health = JsonDocument.Parse(Demonstration.Site.BytesOf("data/health.json")).RootElement;
        Shows(["past", "within", "unknown", "no-line"], Items(health, "groups").SelectMany(g => Items(g, "indicators")).Select(i => Text(i, "standing")));
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

    private static void Shows(IEnumerable<string> wanted, IEnumerable<string?> there) => Assert.Empty(wanted.Except(there.OfType<string>(), StringComparer.Ordinal));

    private static JsonElement? Of(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement of, string name) => Of(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static bool Has(JsonElement of, string name) => Of(of, name) is not (null or { ValueKind: JsonValueKind.Null });

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        Of(of, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

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
