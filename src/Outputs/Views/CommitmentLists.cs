using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PublicLedger.Documents;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The lists of commitments: a board by status, and one list for each status and each member.</summary>
internal static class CommitmentLists
{
    private const int MaxChoices = 60;
    private const int MaxName = 80;

    /// <summary>All pages; none where nothing was promised.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var kind = Commitment.OfKind;
        var all = site.Lists.Of<Commitment>(kind).Select(site.Consequences.Promises.Of).ToImmutableArray();
        if (all.IsEmpty) return [];
        var byStatus = CommitmentTags.Sorted(all)
            .GroupBy(g => StatusPath(g.Label), StringComparer.Ordinal)
            .Select(g => new CommitmentGroup(g.Key, g.First().Label, [.. g.SelectMany(c => c.Promises)])).ToImmutableArray();
        // By name: a list by number would be a ranking.
        var byMember = all.SelectMany(p => p.Commitment.By.Select(by => (Path: MemberPath(site.Corpus, by), by, Promise: p)))
            .GroupBy(p => p.Path, StringComparer.Ordinal)
            .Select(g => new CommitmentGroup(g.Key, site.Corpus.Find<Member>(g.First().by)?.Title ?? g.First().by.Written.Value, [.. g.Select(p => p.Promise).DistinctBy(p => p.Commitment.Id, StringComparer.Ordinal)]))
            .OrderBy(g => g.Label, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.Path, StringComparer.Ordinal).ToImmutableArray();
        return
        [
            new(Routes.Index(kind), "commitments", page => CommitmentBoardView.Of(page, all, byStatus, byMember)) { Data = "data/commitments.json" },
            .. byStatus.SelectMany(g => RecordListView.Pages(
                g.Path, kind, $"Commitments: {g.Label.ToLowerInvariant()}", Counted(g.Promises.Length), g.Records, Item, page => Choices(page, byStatus, byMember))),
            .. byMember.SelectMany(g => RecordListView.Pages(
                g.Path, kind, $"Commitments by {g.Label}", Counted(g.Promises.Length), g.Records, Item, page => Choices(page, byStatus, byMember))),
        ];
    }

    /// <summary>A commitment in a list.</summary>
    internal static RecordItem Item(PageContext page, Record record)
    {
        var commitment = (Commitment)record;
        var promise = page.Consequences.Promises.Of(commitment);
        return RecordItem.Of(page, record, CommitmentTags.Of(promise), null,
            FactView.Of("By", page.To(commitment.By)),
            FactView.Of("Due", page.Day(commitment.Due)),
            FactView.Of("Late by", promise.State == PromiseState.Late ? PromiseWords.Days(promise.DaysLate!.Value) : null),
            FactView.Of("Part of", commitment.PartOf is { } whole ? page.To(whole) : null),
            FactView.Of("Parts", promise.Parts.IsEmpty ? null : CommitmentTags.Counted(promise.Parts)));
    }

    /// <summary>The lists by status and by member.</summary>
    internal static ImmutableArray<ListChoices> Choices(PageContext page, ImmutableArray<CommitmentGroup> byStatus, ImmutableArray<CommitmentGroup> byMember) =>
        [.. new[] { Choices(page, "By status", byStatus), Choices(page, "By member", byMember) }.Where(c => !c.Items.IsEmpty)];

    /// <summary>"16 commitments."</summary>
    internal static string Counted(int count) => count == 1 ? "One commitment." : $"{count} commitments.";

    private static ListChoices Choices(PageContext page, string heading, ImmutableArray<CommitmentGroup> groups) => new(
        heading, [.. groups.Take(MaxChoices).Select(g => new ListChoice(g.Label, page.To(g.Path), g.Promises.Length, g.Path == page.Path))],
        Math.Max(0, groups.Length - MaxChoices));

    private static string StatusPath(string label) => $"commitments/by-status/{Name(label)}.html";

    private static string MemberPath(Corpus corpus, Ref by) =>
        $"commitments/by-member/{(corpus.Find<Member>(by) is { } member ? member.Id : Name(by.Written.Value))}.html";

    private static string Name(string text)
    {
        var slug = RecordId.From(Slug.Of(text.Trim()));
        if (slug.Length <= MaxName) return slug;
        // Two long names that start alike are still two.
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return $"{slug[..MaxName].TrimEnd('-')}-{fingerprint}";
    }
}

/// <summary>Commitments that have a list of their own.</summary>
/// <param name="Path">The page of the list.</param>
/// <param name="Label">What they have in common: a status or a member.</param>
/// <param name="Promises">The commitments.</param>
internal sealed record CommitmentGroup(string Path, string Label, ImmutableArray<Promise> Promises)
{
    /// <summary>The commitments as records.</summary>
    public ImmutableArray<Record> Records => [.. Promises.Select(p => p.Commitment)];
}
