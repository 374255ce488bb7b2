using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>One vote: what it was about, what came of it, and what each member of the table did, in the order of its columns.</summary>
public sealed record VoteRow(Anchor Decision, Day? Date, string Result, ImmutableArray<string> Cells);

/// <summary>A word of the table and what it means.</summary>
public sealed record VoteWord(string Word, string Meaning);

/// <summary>The table of all votes recorded by name, or a part of it: decisions down, members across.</summary>
public sealed record VoteTableView
{
    /// <summary>How many votes there are on a page.</summary>
    public const int PageSize = 100;

    private const string NotMember = "Not a member";
    private const string NotRecorded = "Not recorded";

    /// <summary>The words that need a meaning, in the order of the key.</summary>
    private static readonly ImmutableArray<VoteWord> Meanings =
    [
        new("Abstained", "It was there, and voted neither for nor against."),
        new("Recused", "It took no part because it had an interest of its own."),
        new("Not voting", "It was there and did not vote."),
        new("Paired", "It agreed with a member of the other view that neither of them votes."),
        new("Excused", "It was not there and had said so."),
        new("Absent", "It was not there."),
        new(NotMember, "It did not belong to us on that day."),
        new(NotRecorded, "The record does not say what it did. That is never counted as a vote."),
    ];

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>What is not in the table; null where nothing is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>The page of how often members agreed.</summary>
    public required Anchor Agreement { get; init; }

    /// <summary>All votes as data.</summary>
    public Anchor? Data { get; init; }

    /// <summary>The members, across.</summary>
    public ImmutableArray<Anchor> Members { get; init; } = [];

    /// <summary>The votes, down, newest first.</summary>
    public ImmutableArray<VoteRow> Rows { get; init; } = [];

    /// <summary>What the words of this table mean that are not plain.</summary>
    public ImmutableArray<VoteWord> Key { get; init; } = [];

    /// <summary>The page with newer ones.</summary>
    public string? Newer { get; init; }

    /// <summary>The page with older ones.</summary>
    public string? Older { get; init; }

    /// <summary>The pages; none where no vote is recorded by name.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var parts = (site.Consequences.Votes.Calls.Length + PageSize - 1) / PageSize;
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(Routes.Votes(part), "votes", page => Of(page, part, parts));
        }
    }

    /// <summary>A link to the table; null where there is none.</summary>
    internal static Anchor? Link(PageContext page, string text) =>
        page.Consequences.Votes.Calls.IsEmpty ? null : new Anchor(text, page.To(Routes.Votes()));

    private static VoteTableView Of(PageContext page, int part, int parts)
    {
        var table = page.Consequences.Votes;
        var shown = table.Part((part - 1) * PageSize, PageSize);
        var title = parts > 1 ? $"How members voted, page {part} of {parts}" : "How members voted";
        ImmutableArray<VoteRow> rows = [.. shown.Rows.Select(r => RowOf(page, r.Call, r.Stood))];
        var words = rows.SelectMany(r => r.Cells).ToHashSet(StringComparer.Ordinal);
        return new VoteTableView
        {
            Title = title,
            Lead = $"{(table.Calls.Length == 1 ? "One vote" : $"{table.Calls.Length} votes")} with the name of each member on the record, newest first.",
            Missing = table.NotByName == 0 ? null
                : $"{(table.NotByName == 1 ? "One more decision has a vote" : $"{table.NotByName} more decisions have a vote")}, but the record does not say how each member voted.",
            Agreement = new(VoteAgreementView.Heading, page.To(Routes.VoteAgreement())),
            Data = Popolo.Link(page),
            Members = [.. shown.Members.Select(m => page.To(m))],
            Rows = rows,
            Key = [.. Meanings.Where(w => words.Contains(w.Word))],
            Newer = part > 1 ? page.To(Routes.Votes(part - 1)) : null,
            Older = part < parts ? page.To(Routes.Votes(part + 1)) : null,
            Frame = Frame.Of(page, title, $"What each member of {page.Site.Name} did in each vote.", "votes", Decision.OfKind) with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new(Decision.OfKind.Labels, page.To(Routes.Index(Decision.OfKind)))],
            },
        };
    }

    private static VoteRow RowOf(PageContext page, RollCall call, ImmutableArray<Stood> stood) => new(
        page.To(call.Decision), page.Day(call.Decision.Date),
        call.Decision.Vote?.Result is { } result ? StatusTags.Words(result) : StatusTags.Of(page.Consequences, call.Decision).Label,
        [.. stood.Select(InWords)]);

    private static string InWords(Stood stood) =>
        stood.Vote is { } vote ? StatusTags.Words(VoteView.Word(vote)) : stood.NotMember ? NotMember : NotRecorded;
}
