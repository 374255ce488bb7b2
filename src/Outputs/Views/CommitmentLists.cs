using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>The lists of commitments: a board by status, and one list for each status and each member.</summary>
internal static class CommitmentLists
{
    private const int OnBoard = 20;
    private const int MaxChoices = 60;
    private const int MaxName = 80;
    private static readonly string[] Order = ["Late", "Not started", "Some progress", "Mostly done", "Kept", "Withdrawn", "Retracted", "Removed"];

    /// <summary>All pages; none where nothing was promised.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var kind = Commitment.OfKind;
        var all = site.Lists.Of<Commitment>(kind);
        if (all.IsEmpty) return [];
        var now = new PageContext(site, Routes.Index(kind)); // only asked for what is the same on every page
        var byStatus = all.GroupBy(c => CommitmentView.TagOf(now, c).Label, StringComparer.Ordinal)
            .OrderBy(g => Array.IndexOf(Order, g.Key) is var at and >= 0 ? at : Order.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .GroupBy(g => StatusPath(g.Key), StringComparer.Ordinal)
            .Select(g => new Group(g.Key, g.First().Key, [.. g.SelectMany(c => c)])).ToImmutableArray();
        var byMember = all.SelectMany(c => c.By.Select(by => (Path: MemberPath(now, by), by, Commitment: c)))
            .GroupBy(p => p.Path, StringComparer.Ordinal)
            .Select(g => new Group(g.Key, now.Corpus.Find<Member>(g.First().by)?.Title ?? g.First().by.Written.Value, [.. g.Select(p => p.Commitment).DistinctBy(c => c.Id, StringComparer.Ordinal)]))
            .OrderByDescending(g => g.Commitments.Length).ThenBy(g => g.Label, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return
        [
            new(Routes.Index(kind), "records", page => Board(page, all.Length, byStatus, byMember)),
            .. byStatus.SelectMany(g => RecordListView.Pages(
                g.Path, kind, $"Commitments: {g.Label.ToLowerInvariant()}", Counted(g.Commitments.Length), [.. g.Commitments], Item, page => Choices(page, byStatus, byMember))),
            .. byMember.SelectMany(g => RecordListView.Pages(
                g.Path, kind, $"Commitments by {g.Label}", Counted(g.Commitments.Length), [.. g.Commitments], Item, page => Choices(page, byStatus, byMember))),
        ];
    }

    private static RecordListView Board(PageContext page, int count, ImmutableArray<Group> byStatus, ImmutableArray<Group> byMember) => new()
    {
        Title = Commitment.OfKind.Labels,
        Lead = $"What members said they would do, and how far it is. {Counted(count)}",
        Frame = RecordListView.FrameOf(page, Commitment.OfKind, Commitment.OfKind.Labels, page.Path),
        Groups = [.. byStatus.Select((g, at) => new RecordGroup(
            $"{g.Label} ({g.Commitments.Length})", $"at-group-{at + 1}", [.. g.Commitments.Take(OnBoard).Select(c => Item(page, c))],
            g.Commitments.Length > OnBoard ? page.To(g.Path) : null, g.Commitments.Length))],
        Choices = Choices(page, byStatus, byMember),
    };

    private static RecordItem Item(PageContext page, Record record)
    {
        var commitment = (Commitment)record;
        return RecordItem.Of(page, record, CommitmentView.TagOf(page, commitment), null,
            FactView.Of("By", page.To(commitment.By)),
            FactView.Of("Due", page.Day(commitment.Due)),
            FactView.Of("Part of", commitment.PartOf is { } whole ? page.To(whole) : null));
    }

    private static ImmutableArray<ListChoices> Choices(PageContext page, ImmutableArray<Group> byStatus, ImmutableArray<Group> byMember) =>
        [.. new[] { Choices(page, "By status", byStatus), Choices(page, "By member", byMember) }.Where(c => !c.Items.IsEmpty)];

    private static ListChoices Choices(PageContext page, string heading, ImmutableArray<Group> groups) => new(
        heading, [.. groups.Take(MaxChoices).Select(g => new ListChoice(g.Label, page.To(g.Path), g.Commitments.Length, g.Path == page.Path))],
        Math.Max(0, groups.Length - MaxChoices));

    private static string Counted(int count) => count == 1 ? "One commitment." : $"{count} commitments.";

    private static string StatusPath(string label) => $"commitments/by-status/{Name(label)}.html";

    private static string MemberPath(PageContext page, Ref by) =>
        $"commitments/by-member/{(page.Corpus.Find<Member>(by) is { } member ? member.Id : Name(by.Written.Value))}.html";

    private static string Name(string text)
    {
        var slug = RecordId.From(Slug.Of(text.Trim()));
        if (slug.Length <= MaxName) return slug;
        // Two long names that start alike are still two.
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return $"{slug[..MaxName].TrimEnd('-')}-{fingerprint}";
    }

    private sealed record Group(string Path, string Label, ImmutableArray<Commitment> Commitments);
}
