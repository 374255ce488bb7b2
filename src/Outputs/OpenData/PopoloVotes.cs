using System.Collections.Immutable;
using System.Text.Json;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// What was moved and how each voted, in Popolo data. Popolo's list of what a voter can do has no word for a member that took
/// no part because of an interest: it is written as <c>abstain</c>, with a note that says so, at the vote and at the count.
/// </summary>
internal sealed class PopoloVotes(Site site)
{
    private const string RecusedWords = "Recused: took no part because of an interest of its own.";

    private readonly PopoloNames names = new(site);

    /// <summary>Our values in the order of Popolo's list, and the words of that list, which may be added to: "excused" is our own.</summary>
    private static readonly ImmutableArray<(string Option, VoteValue Value)> Options =
    [
        ("yes", VoteValue.For), ("no", VoteValue.Against), ("abstain", VoteValue.Abstain), ("abstain", VoteValue.Recused),
        ("absent", VoteValue.Absent), ("not voting", VoteValue.NotVoting), ("paired", VoteValue.Paired), ("excused", VoteValue.Excused),
    ];

    /// <summary>The decisions and proposals that were put to members.</summary>
    public ImmutableArray<Decision> Motions { get; } = [.. site.Corpus.All<Decision>(Decision.OfKind).Where(d => d.Status != "draft" || d.Vote is not null)];

    /// <summary>Writes what was moved. The result is that of the vote, else what the status says; what became of it later is no result.</summary>
    public void WriteMotion(Utf8JsonWriter json, Decision decision)
    {
        json.WriteString("id", PopoloNames.Of(decision));
        json.Text("identifier", decision.Core.Number);
        json.WriteString("text", decision.Title);
        if (!decision.Changes.IsEmpty) json.WriteString("classification", "amendment of the agreement");
        json.WriteString("organization_id", BodyOf(decision));
        json.Text("legislative_session_id", SessionOf(decision));
        json.Text("creator_id", names.Actor(decision.Vote?.MovedBy) ?? decision.ProposedBy.Select(names.Actor).FirstOrDefault(a => a is not null));
        json.Text("date", (decision.Proposed ?? decision.Date)?.ToString());
        if (site.Consequences.Proofs.Of(decision)?.Rule is { } rule) json.WriteString("requirement", Rules.InWords(rule.Source));
        json.Text("result", ResultOf(decision.Vote?.Result) ?? (decision.WasTaken ? "pass" : decision.Status == "rejected" ? "fail" : null));
        if (decision.Vote is not null)
        {
            json.WriteStartArray("vote_events");
            json.WriteStartObject();
            json.WriteString("id", PopoloNames.Vote(decision));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        names.WriteSource(json, Routes.Of(decision));
    }

    /// <summary>Writes a vote: what came of it, how many did what, and who, as far as each is recorded.</summary>
    public void WriteVoteEvent(Utf8JsonWriter json, Decision decision)
    {
        var vote = decision.Vote!;
        var proof = site.Consequences.Proofs.Of(decision);
        json.WriteString("id", PopoloNames.Vote(decision));
        json.Text("identifier", decision.Core.Number);
        json.WriteString("organization_id", BodyOf(decision));
        json.Text("legislative_session_id", SessionOf(decision));
        json.WriteString("motion_id", PopoloNames.Of(decision));
        json.Text("start_date", decision.Date?.ToString());
        json.Text("result", ResultOf(vote.Result));
        WriteGroupResults(json, proof);
        WriteCounts(json, vote);
        if (!vote.Ballots.IsEmpty)
        {
            var groups = GroupsOf(proof);
            json.WriteStartArray("votes");
            foreach (var ballot in vote.Ballots) WriteVote(json, vote, ballot, proof?.Rule, groups);
            json.WriteEndArray();
        }

        names.WriteSource(json, Routes.Of(decision));
    }

    private void WriteVote(Utf8JsonWriter json, Vote vote, Ballot ballot, VotingRule? rule, ImmutableDictionary<string, string> groups)
    {
        json.WriteStartObject();
        json.WriteString("voter_id", names.Voter(ballot.Member));
        json.WriteString("option", OptionOf(ballot.Value));
        json.Text("group_id", groups.GetValueOrDefault(ballot.Member.Id));
        json.Text("role", ballot.Member.Id == vote.MovedBy?.Id ? "mover" : ballot.Member.Id == vote.SecondedBy?.Id ? "seconder" : null);
        if (rule is { Weights.IsEmpty: false }) json.WriteNumber("weight", Number(rule.Weights.GetValueOrDefault(ballot.Member.Id, Ratio.One)));
        if (ballot.PairedWith is { } other) json.WriteString("pair_id", names.Voter(other));
        json.Text("note", NoteOf(ballot));
        json.WriteEndObject();
    }

    private string NoteOf(Ballot ballot)
    {
        var notes = new List<string>();
        if (ballot.Value == VoteValue.Recused) notes.Add(RecusedWords);
        if (ballot.Holder is { } holder) notes.Add($"Cast by {Title(holder)}, who held its proxy.");
        else if (ballot.Member.Delegate is { } person) notes.Add($"Cast by {site.Corpus.Find<Member>(ballot.Member)?.FindDelegate(person)?.Name ?? person}.");
        if (ballot.Reason is { } reason) notes.Add($"Reason given: {reason}");
        return string.Join(" ", notes);
    }

    /// <summary>How many chose each option: those named, else the total given. Votes count once here, whatever their weight.</summary>
    private static void WriteCounts(Utf8JsonWriter json, Vote vote)
    {
        var counts = Options.Select(o => (o.Option, o.Value, Count: CountOf(vote, o.Value)))
            .Where(c => c.Count > 0 || (c.Count == 0 && (c.Value is VoteValue.For or VoteValue.Against || vote.Counts.ContainsKey(c.Value)))).ToList();
        if (counts.Count == 0) return;
        json.WriteStartArray("counts");
        foreach (var option in counts.GroupBy(c => c.Option, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("option", option.Key);
            json.WriteNumber("value", option.Sum(o => o.Count!.Value));
            if (option.LastOrDefault() is { Value: VoteValue.Recused, Count: { } recused and > 0 })
                json.WriteString("note", $"{option.Sum(o => o.Count) - recused} abstained, {recused} recused.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static int? CountOf(Vote vote, VoteValue value) =>
        vote.Ballots.Count(b => b.Value == value) is var named and > 0 ? named : vote.Count(value);

    private static void WriteGroupResults(Utf8JsonWriter json, Proof? proof)
    {
        if (proof is not { Agreement: { } agreement, Tally: { } tally }) return;
        var known = tally.Parts.Where(p => p is { Name: not null, Met: not null }).ToList();
        if (known.Count == 0) return;
        json.WriteStartArray("group_results");
        foreach (var part in known)
        {
            json.WriteStartObject();
            json.WriteString("group_id", PopoloNames.Group(agreement, part.Name!));
            json.WriteString("result", part.Met == true ? "pass" : "fail");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The group of each member on the day of the vote, by the rule of that day.</summary>
    private static ImmutableDictionary<string, string> GroupsOf(Proof? proof)
    {
        var groups = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (proof is { Rule: { } rule, Agreement: { } agreement })
        {
            foreach (var (name, members) in rule.Groups)
                foreach (var member in members) groups.TryAdd(member, PopoloNames.Group(agreement, name));
        }

        return groups.ToImmutable();
    }

    private static string? ResultOf(string? result) => result switch
    {
        "carried" => "pass",
        "lost" => "fail",
        _ => result,
    };

    private static string OptionOf(VoteValue value) => Options.First(o => o.Value == value).Option;

    private static decimal Number(Ratio ratio) => (decimal)ratio.Above / (decimal)ratio.Below;

    private string Title(Ref member) => site.Corpus.Find<Member>(member)?.Title ?? member.Written.Value;

    private string BodyOf(Decision decision) => PopoloNames.Body(site.Corpus.Find<Meeting>(decision.Meeting)?.Assembly);

    private string? SessionOf(Decision decision) => site.Corpus.Find<Meeting>(decision.Meeting) is { } meeting ? PopoloNames.Of(meeting) : null;
}
