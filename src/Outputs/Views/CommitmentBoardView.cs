using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>How many commitments are in a state.</summary>
public sealed record StateCount(string State, int Count);

/// <summary>The board of commitments: what was promised and what became of it, counted, by member and by status.</summary>
public sealed record CommitmentBoardView
{
    private const int OnBoard = 20;
    private const int MostNext = 10;
    private const int MostMembers = 60;

    /// <summary>What surrounds the page.</summary>
    [JsonIgnore] public Frame? Frame { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many are kept, late, open, withdrawn, and without a status on record.</summary>
    public required ImmutableArray<StateCount> States { get; init; }

    /// <summary>The same as a sentence.</summary>
    [JsonIgnore] public string Lead { get; init; } = "";

    /// <summary>More sentences with counts.</summary>
    [JsonIgnore] public ImmutableArray<string> Sentences { get; init; } = [];

    /// <summary>What became of each member's commitments, by name.</summary>
    public Chart? ByMember { get; init; }

    /// <summary>How the members are counted, or how many are left out.</summary>
    [JsonIgnore] public string? ByMemberNote { get; init; }

    /// <summary>The lists: what is late, what is due next, whose evidence is old, then the rest by status.</summary>
    [JsonIgnore] public ImmutableArray<RecordGroup> Groups { get; init; } = [];

    /// <summary>Other lists.</summary>
    [JsonIgnore] public ImmutableArray<ListChoices> Choices { get; init; } = [];

    /// <summary>The page as data.</summary>
    [JsonIgnore] public string DataHref { get; init; } = "";

    internal static CommitmentBoardView Of(PageContext page, ImmutableArray<Promise> all, ImmutableArray<CommitmentGroup> byStatus, ImmutableArray<CommitmentGroup> byMember) => new()
    {
        Frame = RecordListView.FrameOf(page, Commitment.OfKind, Commitment.OfKind.Labels, page.Path),
        Count = all.Length,
        States = [.. CommitmentTags.States.Select(s => new StateCount(s.State.ToString().ToLowerInvariant(), all.Count(p => p.State == s.State)))],
        Lead = $"What members said they would do, and how far it is. {CommitmentLists.Counted(all.Length)[..^1]}: {CommitmentTags.Counted(all)}.",
        Sentences = [.. SentencesAbout(all)],
        ByMember = byMember.IsEmpty ? null : CommitmentTags.Chart(
            new("at-by-member", "Commitments by member", "Member", "Commitments"), [.. byMember.Take(MostMembers).Select(g => (new Anchor(g.Label, page.To(g.Path)), g.Promises))]),
        ByMemberNote = Note(all, byMember),
        Groups = [.. GroupsOf(page, all, byStatus)],
        Choices = CommitmentLists.Choices(page, byStatus, byMember),
        DataHref = page.To("data/commitments.json"),
    };

    private static IEnumerable<string> SentencesAbout(ImmutableArray<Promise> all)
    {
        var parts = all.Count(p => p.Commitment.PartOf is not null);
        if (parts > 0) yield return $"{parts} of them {(parts == 1 ? "is part" : "are parts")} of another.";
        var kept = all.Where(p => p.State == PromiseState.Kept).ToList();
        if (kept.Count > 0)
        {
            var inTime = kept.Count(p => p.DaysLate is <= 0);
            var late = kept.Count(p => p.DaysLate is > 0);
            var when = new List<string>();
            if (inTime > 0) when.Add($"{inTime} {Were(inTime)} complete in time");
            if (late > 0) when.Add($"{late} {Were(late)} complete late");
            if (kept.Count - inTime - late is > 0 and var rest) when.Add(rest == kept.Count ? $"the record does not say whether {(rest == 1 ? "it was" : "they were")} in time" : $"for {rest} the record does not say");
            yield return kept.Count == 1 ? $"Of the one kept, {string.Join(", ", when)}." : $"Of the {kept.Count} kept, {string.Join(", ", when)}.";
        }

        var without = all.Count(p => p.State == PromiseState.Open && p.Commitment.Due is null);
        if (without > 0) yield return $"{without} of those that are open {(without == 1 ? "has" : "have")} no day by which {(without == 1 ? "it is" : "they are")} due.";
        var old = all.Count(p => p.Evidence is { IsOld: true });
        if (old > 0) yield return $"For {old} the evidence is older than was agreed.";
    }

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string? Note(ImmutableArray<Promise> all, ImmutableArray<CommitmentGroup> byMember)
    {
        var notes = new List<string>();
        if (byMember.Length > MostMembers) notes.Add($"{byMember.Length - MostMembers} more members are not in this table.");
        if (all.Any(p => p.Commitment.By.Length > 1)) notes.Add("What several members promised together is counted for each of them.");
        var nobody = all.Count(p => p.Commitment.By.IsEmpty);
        if (nobody > 0) notes.Add($"{nobody} {(nobody == 1 ? "commitment names" : "commitments name")} nobody and {(nobody == 1 ? "is" : "are")} not in this table.");
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private static IEnumerable<RecordGroup> GroupsOf(PageContext page, ImmutableArray<Promise> all, ImmutableArray<CommitmentGroup> byStatus)
    {
        if (byStatus.FirstOrDefault(g => g.Promises[0].State == PromiseState.Late) is { } late) yield return Group(page, late, 0);
        var next = all.Where(p => p.DaysLeft is not null).OrderBy(p => p.DaysLeft).ThenBy(p => p.Commitment.Id, StringComparer.Ordinal).ToList();
        if (next.Count > 0) yield return new RecordGroup("Due next", "at-next", [.. next.Take(MostNext).Select(p => CommitmentLists.Item(page, p.Commitment))], null, next.Count);
        var old = all.Where(p => p.Evidence is { IsOld: true }).OrderBy(p => p.Evidence!.Due).ThenBy(p => p.Commitment.Id, StringComparer.Ordinal).ToList();
        if (old.Count > 0)
        {
            yield return new RecordGroup($"Evidence is old ({old.Count})", "at-old", [.. old.Take(OnBoard).Select(p => RecordItem.Of(
                page, p.Commitment, CommitmentTags.Of(p), PromiseWords.OldEvidence(page, p), FactView.Of("By", page.To(p.Commitment.By))))], null, old.Count);
        }

        for (var at = 0; at < byStatus.Length; at++)
            if (byStatus[at].Promises[0].State != PromiseState.Late) yield return Group(page, byStatus[at], at);
    }

    private static RecordGroup Group(PageContext page, CommitmentGroup group, int at) => new(
        $"{group.Label} ({group.Promises.Length})", $"at-group-{at + 1}", [.. group.Promises.Take(OnBoard).Select(p => CommitmentLists.Item(page, p.Commitment))],
        group.Promises.Length > OnBoard ? page.To(group.Path) : null, group.Promises.Length);
}
