using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Outputs;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>What is marked as changed between two states of a text, and how it reads aloud.</summary>
public sealed partial class WordDiffTests
{
    [Theory]
    [InlineData("Members may share data.", "Members must share data.", "Members [removed: may] [added: must] share data.")]
    [InlineData("Members share data.", "All members share data.", "[removed: Members] [added: All members] share data.")]
    [InlineData("We meet here.", "We meet here (or there).", "We meet here [added: (or there)].")]
    [InlineData("We meet. We talk.", "We meet. We eat together, every time. We talk.", "We meet. [added: We eat together, every time.] We talk.")]
    [InlineData("We meet in the hall every week.", "We meet in the yard each week.", "We meet in the [removed: hall every] [added: yard each] week.")]
    [InlineData("We meet in a hall on all Mondays.", "We eat in the hall on some Mondays.", "We [removed: meet in a] [added: eat in the] hall on [removed: all] [added: some] Mondays.")]
    [InlineData("A share, and so on.", "A share; and so on.", "A share [removed: comma ,] [added: semicolon ;] and so on.")]
    [InlineData("The service must send warnings in English.", "The service must send warnings in each official language. Local sirens stay under local control.", "The service must send warnings in [removed: English] [added: each official language]. [added: Local sirens stay under local control.]")]
    [InlineData("Food we share.", "We share food.", "[removed: Food we share] [added: We share food].")]
    [InlineData("Now all members share.", "All members share.", "[removed: Now all] [added: All] members share.")]
    [InlineData("One stays. Two goes away now.", "One stays.", "One stays. [removed: Two goes away now.]")]
    [InlineData("We share food with all who ask.", "We share good food with all of those who ask.", "We share [added: good] food with all [added: of those] who ask.")]
    public void Words_that_changed_are_said_in_their_place(string before, string after, string aloud) => Assert.Equal(aloud, Aloud(before, after));

    [Theory]
    [InlineData("1. One thing.\n2. Two things.\n3. Three things.\n", "1. One thing.\n2. Three things.\n", "One thing. | [removed: Two things.] | Three things.")]
    [InlineData("- One thing.\n- Two things here.\n", "- One thing.\n- Two matters here.\n- Three of them.\n", "One thing. | Two [removed: things] [added: matters] here. | [added: Three of them.]")]
    [InlineData("- Apples.\n- Pears.\n- Plums.\n", "- Pears.\n- Plums.\n- Apples.\n", "[moved from here: Apples.] (moved) | Pears. | Plums. | [moved to here: Apples.] (moved)")]
    [InlineData("First words.\n\nSecond words.\n", "Second words.\n\nFirst words.\n", "[moved from here: First words.] (moved) | Second words. | [moved to here: First words.] (moved)")]
    public void Paragraphs_and_items_keep_their_places(string before, string after, string aloud) =>
        Assert.Equal(aloud, string.Join(" | ", BlockEnd().Split(Html(Diff(before, after))).Select(Spoken).Where(t => t.Length > 0)));

    [Fact]
    public void The_number_of_an_item_is_that_of_its_own_text()
    {
        var html = Html(Diff("1. One thing.\n2. Two things.\n3. Three things.\n", "1. One thing.\n2. Three things.\n"));
        Assert.Equal(["1", "2", "2"], Regex.Matches(html, "<li value=\"([0-9]+)\">").Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void A_nested_list_keeps_its_depth()
    {
        const string Text = "- One\n  - Two\n    1. Three\n\n  More of one.\n- Four\n\n> Said.\n> - Listed\n";
        var html = TextDiffView.Of(TextBlocks.Of(Rich(Text)), "x").Text.Replace("\n", "", StringComparison.Ordinal);
        Assert.Equal("<ul><li>One<ul><li>Two<ol><li value=\"1\">Three</li></ol></li></ul><p>More of one.</p></li><li>Four</li></ul><blockquote><p>Said.</p><ul><li>Listed</li></ul></blockquote>", html);
    }

    private const string Table = "| What | Who | Limit |\n|---|---|---|\n| Small spending | Treasurer | 1,000 |\n| Messages | Clerk | None |\n| Dates | Clerk | 7 days |\n";

    [Theory]
    [InlineData("| Messages | Clerk | None |", "| Messages | Chair | None |", "Messages ; [removed: Clerk] [added: Chair] ; None")]
    [InlineData("| Messages | Clerk | None |", "| Messages | Anybody at all | Every single day |", "Messages ; [removed: Clerk] [added: Anybody at all] ; [removed: None] [added: Every single day]")]
    [InlineData("| Messages | Clerk | None |\n", "", "[removed: Messages] ; [removed: Clerk] ; [removed: None]")]
    [InlineData("| Dates |", "| Rooms | Host | One a day |\n| Dates |", "[added: Rooms] ; [added: Host] ; [added: One a day]")]
    public void Tables_are_compared_row_by_row_and_cell_by_cell(string from, string to, string changed)
    {
        var rows = Rows(Diff(Table, Table.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal([changed], rows.Where(r => r.Contains('[', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_column_that_came_leaves_the_others_alone()
    {
        const string After = "| What | Told | Who | Limit |\n|---|---|---|---|\n| Small spending | Monthly | Treasurer | 1,000 |\n| Messages | Monthly | Clerk | None |\n| Dates | Never | Clerk | 7 days |\n";
        Assert.Equal(
            ["What ; [added: Told] ; Who ; Limit", "Small spending ; [added: Monthly] ; Treasurer ; 1,000", "Messages ; [added: Monthly] ; Clerk ; None", "Dates ; [added: Never] ; Clerk ; 7 days"],
            Rows(Diff(Table, After)));
    }

    [Theory]
    [InlineData("We share - when we can - “all” data.", "We share, when we can, all data.", true)]
    [InlineData("the Board decides", "The board decides.", true)]
    [InlineData("Don't wait.", "Don’t wait.", true)]
    [InlineData("The board decides.", "The boards decide.", false)]
    public void It_says_when_only_punctuation_or_capitals_changed(string before, string after, bool only)
    {
        var diff = Diff(before, after);
        Assert.Equal(only, diff.PunctuationOnly);
        Assert.True(diff.AnyWords);
        Assert.False(diff.LayoutOnly);
    }

    [Theory]
    [InlineData("See [the list](a.md).", "See [the list](b.md).", "a.md", "b.md")]
    [InlineData("See [the list](a.md).", "See the list.", "a.md", "")]
    [InlineData("One thing and another.", "**One** thing\nand another.", "", "")]
    [InlineData("- One\n- Two", "One\n\nTwo", "", "")]
    [InlineData("One two.[^1]\n\n[^1]: A note.\n", "One two.\n\nA note.", "", "")]
    public void It_says_when_only_links_or_layout_changed(string before, string after, string removed, string added)
    {
        var diff = Diff(before, after);
        Assert.True(diff.LayoutOnly);
        Assert.False(diff.AnyWords);
        Assert.Equal(removed, string.Join(' ', diff.LinksRemoved));
        Assert.Equal(added, string.Join(' ', diff.LinksAdded));
    }

    [Theory]
    [InlineData("Members share all data that they have with everybody.", "Nobody need ever publish a thing.", true)]
    [InlineData("Members share all data.", "Members share all data. Each sends it by the tenth day of the month, and says so when it cannot, with its reasons, in writing.", false)]
    [InlineData("Members may share data.", "Members must share data.", false)]
    public void It_says_when_too_much_changed_to_be_read_in_one(string before, string after, bool mostly) => Assert.Equal(mostly, Diff(before, after).Mostly);

    [Fact]
    public void Words_are_counted_without_punctuation_and_without_what_only_moved()
    {
        var diff = Diff("One, two.\n\nA part that stays.\n\nAnother.\n\nWe stay here.", "A part that stays.\n\nAnother.\n\nWe stay there, always.\n\nOne, two.");
        Assert.Equal((1, 2), (diff.WordsRemoved, diff.WordsAdded));
        Assert.Equal(["here > there, always", "One, two. > One, two. moved"], diff.Changes.Select(c => $"{c.Removed} > {c.Added}{(c.Moved ? " moved" : "")}"));
    }

    [Fact]
    public void Words_quoted_otherwise_are_the_same_words()
    {
        Assert.Equal(Typography.Plain("\"Don't\" -- said\n1998-2001..."), Typography.Plain("“Don’t” — said  1998–2001…"));
        Assert.Equal("coop store", Typography.Plain("co\u00ADop\u00A0store"));
        Assert.Equal("One two three 4", string.Join(' ', TextBlocks.Of(Rich("**One**\n\n- two[^1]\n\n| three |\n|---|\n| 4 |\n\n[^1]: x\n")).Select(b => b.Words.Trim())).Replace(" x", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_are_content_and_never_markup()
    {
        var diff = Diff("We `<b onclick=x>` \\[removed: all\\] &amp;lt; \"it\".", "We `<script>alert(1)</script>` ']]>' &amp;gt; it.\n\n| `<td>` |\n|---|\n| `</table><i>` |");
        var view = ClauseOf(diff);
        foreach (var html in new[] { view.Marked.Text, view.Before.Text, view.After.Text, Html(diff) })
            Assert.DoesNotMatch("<(?!/?(?:p|ins|del|span|section|table|thead|tbody|tr|th|td)[ >])", html);
        Assert.Contains("&lt;script&gt;", Html(diff));
    }

    [Fact]
    public void Large_texts_take_bounded_work()
    {
        var random = new Random(7);
        string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"W{random.Next(5000)}"));
        var clock = Stopwatch.StartNew();
        foreach (var (before, after) in new[]
        {
            (Sentences(80_000), Sentences(80_000)),
            (Sentences(1_999), Sentences(1_999)),
            (string.Join("\n\n", Enumerable.Range(0, 6_000).Select(_ => Sentences(3))), string.Join("\n\n", Enumerable.Range(0, 6_000).Select(_ => Sentences(3)))),
        })
        {
            var diff = Diff(before, after);
            Assert.True(Restores(diff, TextBlocks.Of(Rich(before)), TextBlocks.Of(Rich(after))));
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}"); // one second on an idle machine; without bounds, minutes
    }

    [Fact]
    public void Both_texts_can_be_read_from_any_difference() =>
        Prop.ForAll(Texts().Two().ToArbitrary(), pair => Restores(WordDiff.Of(pair.Item1, pair.Item2), pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_does_not_differ_from_itself() =>
        Prop.ForAll(Texts().ToArbitrary(), text => !WordDiff.Of(text, text).AnyWords && WordDiff.Of(text, text).LayoutOnly).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_difference_is_well_formed_html() =>
        Prop.ForAll(Texts().Two().ToArbitrary(), pair =>
        {
            var html = TextDiffView.Of(WordDiff.Of(pair.Item1, pair.Item2).Blocks, "x").Text;
            System.Xml.Linq.XElement.Parse($"<x>{html.Replace("&nbsp;", " ", StringComparison.Ordinal)}</x>");
        }).QuickCheckThrowOnFailure();

    private static Gen<ImmutableArray<TextBlock>> Texts()
    {
        var word = Gen.Elements("a", "b", "c", "d", "may", "must", "share.", "all,", "(x)", "<b>", "&", "“so”", "3.2", "end.", "—", "'");
        var words = word.ListOf().Select(w => string.Join(' ', w)).Where(t => t.Length > 0);
        var frames = Gen.Elements(TextFrame.Bullets, TextFrame.Numbers, TextFrame.Quote, TextFrame.Notes).ListOf().Select(f => f.Take(3).ToImmutableArray());
        var prose =
            from text in words
            from around in frames
            from starts in Gen.Choose(-1, 2)
            from kind in Gen.Elements(TextBlockKind.Paragraph, TextBlockKind.Preformatted, TextBlockKind.Heading)
            let starting = starts >= 0 && starts < around.Length && around[starts] != TextFrame.Quote
            select new TextBlock(kind, text) { Frames = around, StartsAt = starting ? starts : null, Number = starting && around[^1] == TextFrame.Numbers ? 3 : null };
        var table =
            from head in Gen.Elements(true, false)
            from columns in Gen.Choose(1, 3)
            from rows in words.ArrayOf(columns).NonEmptyListOf()
            select new TextBlock(TextBlockKind.Table, "") { Rows = [.. rows.Select((r, i) => new TextRow(head && i == 0, [.. r]))] };
        return Gen.Frequency((4, prose), (1, table)).ListOf().Select(b => b.ToImmutableArray());
    }

    /// <summary>Whether the difference without what was added is the text before, and without what was removed the text after.</summary>
    private static bool Restores(TextDiff diff, ImmutableArray<TextBlock> before, ImmutableArray<TextBlock> after) =>
        Tokens(diff.Blocks, PieceKind.Added).SequenceEqual(Tokens(before)) && Tokens(diff.Blocks, PieceKind.Removed).SequenceEqual(Tokens(after));

    private static IEnumerable<string> Tokens(ImmutableArray<TextBlock> blocks) => blocks.SelectMany(b => WordTokens.Of(b.Words)).Select(t => t.Text);

    private static IEnumerable<string> Tokens(ImmutableArray<DiffBlock> blocks, PieceKind without) =>
        blocks.SelectMany(b => b.AllPieces).Where(p => p.Kind != without).SelectMany(p => WordTokens.Of(p.Text)).Select(t => t.Text);

    private static RichText Rich(string markdown) =>
        Markdown.Compile(new SourceText("x.md", markdown), 0, false, false, new DiagnosticBag()) is { Sections: [var only, ..] } ? only.Content : RichText.Empty;

    private static TextDiff Diff(string before, string after) => WordDiff.Of(Rich(before), Rich(after));

    private static string Html(TextDiff diff) => TextDiffView.Of(diff.Blocks, "change 1").Text;

    private static string Aloud(string before, string after) => Spoken(Html(Diff(before, after)));

    private static List<string> Rows(TextDiff diff) =>
        [.. Regex.Matches(Html(diff), "<tr>(.*?)</tr>", RegexOptions.Singleline).Select(r => string.Join(" ; ", Regex.Matches(r.Groups[1].Value, "<t[dh].*?>(.*?)</t[dh]>").Select(c => Spoken(c.Groups[1].Value))))];

    /// <summary>What a screen reader says: all words, the hidden ones too, with every run of blanks as one.</summary>
    private static string Spoken(string html) =>
        Regex.Replace(Regex.Replace(WebUtility.HtmlDecode(AnyTag().Replace(html, "")), @"\s+", " "), @"\] ([.,;])", "]$1").Trim();

    private static ClauseChangeView ClauseOf(TextDiff diff)
    {
        var clause = new Records.Clause(new Section { Level = 2, Title = "X", Anchor = "x", At = new SourceText("x.md", "").At(0), ContentAt = new SourceText("x.md", "").At(0) }, null);
        return ClauseChangeView.Of(new DiffedChange(new ClauseChange(new ClauseStory("x", [clause, clause]), clause, clause, 0, false), diff), 1, []);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("</(?:li|p)>")]
    private static partial Regex BlockEnd();
}
