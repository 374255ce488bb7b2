using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;

namespace PublicLedger.Outputs;

/// <summary>A row of "List of word changes".</summary>
/// <param name="Number">Its place in the list, from 1.</param>
/// <param name="Removed">The words that went, or empty.</param>
/// <param name="Added">The words that came, or empty.</param>
/// <param name="Moved">Whether they are the same words at another place.</param>
public sealed record WordChangeView(int Number, string Removed, string Added, bool Moved)
{
    /// <summary>The words that went as a reader sees them.</summary>
    [JsonIgnore] public string RemovedInWords => InWords(Removed);

    /// <summary>The words that came as a reader sees them.</summary>
    [JsonIgnore] public string AddedInWords => InWords(Added);

    private static string InWords(string words) =>
        words.Length == 0 ? "Nothing" : Punctuation.NameOf(words) is { } name ? $"{words} ({name})" : words;
}

/// <summary>
/// What happened to one clause between two texts, for every page that shows it: part <c>word-changes</c>, below a heading
/// that the page gives it (with <see cref="Anchor"/> as its id) and after part <c>word-key</c>, once on a page.
/// </summary>
public sealed record ClauseChangeView
{
    /// <summary>Its place among the changes on the page, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its address on the page.</summary>
    [JsonIgnore] public string Anchor => $"{AnchorPrefix}{Number}";

    /// <summary>What the address starts with. A page that also shows text of a record takes one that starts with "at-".</summary>
    [JsonIgnore] public string AnchorPrefix { get; init; } = "change-";

    /// <summary>The clause's name in addresses; null for the words before the first clause.</summary>
    public string? Clause { get; init; }

    /// <summary>Number and heading in the later text, or the earlier where the later has none.</summary>
    [JsonIgnore] public required string Label { get; init; }

    /// <summary>The clause within a sentence: "clause 3.2" or "“Floods”".</summary>
    [JsonIgnore] public required string Name { get; init; }

    /// <summary>What happened, in one word.</summary>
    [JsonIgnore] public required Tag Tag { get; init; }

    /// <summary>What happened, in sentences.</summary>
    public ImmutableArray<string> What { get; init; } = [];

    /// <summary>The heading and its number in the earlier text; null where it has none.</summary>
    public string? HeadingBefore { get; init; }

    /// <summary>The heading and its number in the later text; null where it has none.</summary>
    public string? HeadingAfter { get; init; }

    /// <summary>How many words went.</summary>
    public int WordsRemoved { get; init; }

    /// <summary>How many words came.</summary>
    public int WordsAdded { get; init; }

    /// <summary>What changed, word by word.</summary>
    public ImmutableArray<WordChangeView> Words { get; init; } = [];

    /// <summary>Addresses that the text no longer links to.</summary>
    public ImmutableArray<string> LinksRemoved { get; init; } = [];

    /// <summary>Addresses that the text did not link to before.</summary>
    public ImmutableArray<string> LinksAdded { get; init; } = [];

    /// <summary>Both texts in one with their differences marked; empty where no words differ, or the two are better read one after the other.</summary>
    [JsonIgnore] public Html Marked { get; init; }

    /// <summary>Whether so much changed that the two texts stand one after the other.</summary>
    [JsonIgnore] public bool OneAfterTheOther { get; init; }

    /// <summary>Whether the words are listed one by one: not where the whole text came or went.</summary>
    [JsonIgnore] public bool Lists { get; init; }

    /// <summary>Whether both texts can be read in full below.</summary>
    [JsonIgnore] public bool OffersBoth { get; init; }

    /// <summary>Whether the words are the same in both, and can be read below.</summary>
    [JsonIgnore] public bool OffersWords => !OneAfterTheOther && !OffersBoth && Marked.IsEmpty && !After.IsEmpty;

    /// <summary>The earlier text in full.</summary>
    [JsonIgnore] public Html Before { get; init; }

    /// <summary>The later text in full.</summary>
    [JsonIgnore] public Html After { get; init; }

    /// <summary>What the earlier text is called: "Before (version 3)".</summary>
    [JsonIgnore] public string BeforeLabel { get; init; } = "Before";

    /// <summary>What the later text is called.</summary>
    [JsonIgnore] public string AfterLabel { get; init; } = "After";

    /// <summary>The caption of the list of words: its own on the page.</summary>
    [JsonIgnore] public string ListLabel => $"List of word changes in {Name} (change {Number})";

    /// <summary>The earlier text in plain words; null where there is none.</summary>
    public string? TextBefore { get; init; }

    /// <summary>The later text in plain words; null where there is none.</summary>
    public string? TextAfter { get; init; }

    /// <summary>All changes between the texts at two places of an agreement: the words before the first clause, then clause by clause.</summary>
    public static ImmutableArray<ClauseChangeView> Of(Timeline timeline, int from, int to)
    {
        var views = ImmutableArray.CreateBuilder<ClauseChangeView>();
        foreach (var change in DiffedChange.Between(timeline, from, to)) views.Add(Of(timeline, from, to, change, views.Count + 1));
        return views.ToImmutable();
    }

    /// <summary>One change between the texts at two places.</summary>
    /// <param name="timeline">The agreement.</param>
    /// <param name="from">The place of the earlier text.</param>
    /// <param name="to">The place of the later one.</param>
    /// <param name="change">The change.</param>
    /// <param name="number">Its place among the changes on the page, from 1.</param>
    public static ClauseChangeView Of(Timeline timeline, int from, int to, DiffedChange change, int number) =>
        Of(change, number, ClauseChangeWords.Of(timeline, from, to, change)) with { BeforeLabel = $"Before (version {from + 1})", AfterLabel = $"After (version {to + 1})" };

    /// <summary>A change that is not between two texts of an agreement: one that is proposed.</summary>
    /// <param name="change">The change.</param>
    /// <param name="number">Its place among the changes on the page, from 1.</param>
    /// <param name="what">What happens, in sentences.</param>
    public static ClauseChangeView Of(DiffedChange change, int number, ImmutableArray<string> what)
    {
        var (before, after) = (change.Change.Before, change.Change.After);
        var section = (after ?? before)!.Section;
        return OfWords(change.Diff, number) with
        {
            Clause = change.Change.Story.Id,
            Label = ClauseChangeWords.Label(section),
            Name = ClauseChangeWords.Name(section),
            Tag = ClauseChangeWords.TagOf(change),
            What = what,
            HeadingBefore = before is null ? null : ClauseChangeWords.Label(before.Section),
            HeadingAfter = after is null ? null : ClauseChangeWords.Label(after.Section),
            Lists = before is not null && after is not null && change.Diff is { AnyWords: true, Mostly: false },
            OffersBoth = before is not null && after is not null && change.Diff is { Mostly: false, AnyWords: true } or { LayoutOnly: true },
            TextBefore = before is null ? null : Plain(change.Diff.Before),
            TextAfter = after is null ? null : Plain(change.Diff.After),
        };
    }

    private static ClauseChangeView OfWords(TextDiff diff, int number) => new()
    {
        Number = number,
        Label = "",
        Name = "",
        Tag = new("", ""),
        WordsRemoved = diff.WordsRemoved,
        WordsAdded = diff.WordsAdded,
        Words = [.. diff.Changes.Select((c, i) => new WordChangeView(i + 1, c.Removed, c.Added, c.Moved))],
        LinksRemoved = diff.LinksRemoved,
        LinksAdded = diff.LinksAdded,
        Marked = diff is { AnyWords: true, Mostly: false } ? TextDiffView.Of(diff.Blocks, $"change {number}") : default,
        OneAfterTheOther = diff.Mostly,
        Before = TextDiffView.Of(diff.Before, $"change {number}, before"),
        After = TextDiffView.Of(diff.After, $"change {number}, after"),
    };

    private static string Plain(ImmutableArray<TextBlock> blocks) => string.Join('\n', blocks.Select(b => b.Words));
}
