using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Which clause of one text is which clause of the next: every kind of change a clause can go through, and rules that hold for any texts.</summary>
public sealed class ClauseMatchTests
{
    private const string Money = "The treasurer keeps one account for all members and shows it to whoever asks, within three days of the question.";
    private const string Meetings = "Members meet on the first Tuesday of each month in the hall by the river, and anybody may come and listen.";
    private const string Leaving = "Whoever wants to leave writes a letter to the clerk; the place stays open for one year, so that returning is easy.";
    private const string Press = "Nobody speaks to a newspaper for all of us unless two other members have read the words before they are sent.";

    [Fact]
    public void The_same_text_twice_changes_nothing()
    {
        var timeline = Of($"## Money\n{Money}\n\n## Meetings\n{Meetings}\n", $"## Money\n{Money}\n\n## Meetings\n{Meetings}\n");
        Assert.Equal(["money 11", "meetings 11"], Stories(timeline));
        Assert.Empty(timeline.ChangesAt(1));
    }

    [Fact]
    public void An_anchor_written_by_hand_is_identity_whatever_else_changes()
    {
        var timeline = Of($"## 1. Money {{#money}}\n{Money}\n\n## 2. Meetings {{#meetings}}\n{Meetings}\n", $"## 1. Meetings {{#money}}\n{Meetings}\n\n## 2. Gatherings {{#gatherings}}\n{Meetings}\n");
        Assert.Equal(["money 11", "gatherings 01", "meetings 10"], Stories(timeline));
    }

    [Fact]
    public void A_clause_keeps_its_history_when_somebody_gives_it_an_anchor()
    {
        var timeline = Of($"## Money\n{Money}\n", $"## Funds {{#treasury}}\n{Money}\n", "## Other words {#treasury}\nAll new.\n");
        Assert.Equal(["treasury 111"], Stories(timeline));
    }

    [Theory]
    [InlineData("## Funds and accounts")]
    [InlineData("## Money matters")]
    [InlineData("### Money")]
    public void A_clause_with_another_heading_is_known_by_its_words(string heading)
    {
        var timeline = Of($"## Money\n{Money}\n\n## Meetings\n{Meetings}\n", $"{heading}\n{Money} The account is checked each year.\n\n## Meetings\n{Meetings}\n");
        Assert.Equal(["11", "11"], timeline.Stories.Select(Presence));
    }

    [Fact]
    public void A_misspelt_heading_that_is_put_right_over_new_words_is_the_same_clause()
    {
        var timeline = Of($"## Aproving press notices\n{Press}\n", "## Approving press notices\nThe steering group reads every notice on the day before and says yes or no by noon; silence means yes.\n");
        var change = Assert.Single(timeline.ChangesAt(1));
        Assert.True(change is { Retitled: true, Rewritten: true, Added: false, Moved: false });
    }

    [Fact]
    public void A_heading_over_entirely_different_words_is_another_clause() =>
        Assert.Equal(["leaving 01", "money 10"], Stories(Of($"## Money\n{Money}\n", $"## Leaving\n{Leaving}\n")));

    [Theory]
    [InlineData("## 3. Money", "## 4. Money")]
    [InlineData("## Section 3. Money", "## Section 4. Money")]
    [InlineData("## Article IV: Money", "## Article V: Money")]
    [InlineData("## § 3 Money", "## § 4 Money")]
    [InlineData("## Artikel 3 - Money", "## Artikel 4 - Money")]
    public void A_new_number_is_no_new_heading(string before, string after)
    {
        var timeline = Of($"{before}\n{Money}\n", $"## Press\n{Press}\n\n{after}\n{Money}\n");
        var changes = timeline.ChangesAt(1);
        Assert.True(changes[0].Added);
        Assert.True(changes[1] is { Renumbered: true, Retitled: false, Rewritten: false, Moved: false });
        Assert.Equal(2, changes.Length);
    }

    [Fact]
    public void Headings_that_are_only_numbers_follow_their_words()
    {
        var timeline = Of($"## Article 1\n{Money}\n\n## Article 2\n{Meetings}\n", $"## Article 1\n{Press}\n\n## Article 2\n{Money}\n\n## Article 3\n{Meetings}\n");
        Assert.Equal(["article-1 01", "article-2 11", "article-3 11"], Stories(timeline));
        Assert.Equal(["article-1 11"], Stories(Of($"## Article 1\n{Money}\n", $"## Article 1\n{Press}\n")));
    }

    [Fact]
    public void A_moved_clause_keeps_its_history()
    {
        var timeline = Of($"## Money\n{Money}\n\n## Meetings\n{Meetings}\n\n## Leaving\n{Leaving}\n", $"## Leaving\n{Leaving}\n\n## Money\n{Money}\n\n## Meetings\n{Meetings}\n");
        var change = Assert.Single(timeline.ChangesAt(1));
        Assert.True(change is { Moved: true, Rewritten: false, Story.Id: "leaving" });
    }

    [Fact]
    public void Another_level_and_another_parent_are_no_other_clause()
    {
        var timeline = Of($"## Rules\n\n### Money\n{Money}\n\n### Meetings\n{Meetings}\n", $"## Money\n{Money}\n\n## Meetings\n{Meetings}\n");
        Assert.Equal(["money 11", "meetings 11", "rules 10"], Stories(timeline));
        Assert.All(timeline.ChangesAt(1), c => Assert.True(c.Story.Id == "rules" ? c.Removed : c is { Moved: true, Rewritten: false, Retitled: false }));
    }

    [Fact]
    public void Another_line_length_is_no_change()
    {
        Assert.Empty(Of($"## Money\n{Money}\n", $"## Money\n{Money.Replace(", ", ",\n", StringComparison.Ordinal)}\n").ChangesAt(1));
        Assert.True(Assert.Single(Of("## Money\nSee [the account](a.md).\n", "## Money\nSee [the account](b.md).\n").ChangesAt(1)).Rewritten);
        Assert.True(Assert.Single(Of("## Money\n```\na b\n```\n", "## Money\n```\na\nb\n```\n").ChangesAt(1)).Rewritten);
    }

    [Fact]
    public void A_part_that_becomes_a_clause_of_its_own_was_split_off()
    {
        var timeline = Of($"## Money\n{Money}\n\n{Leaving}\n\n## Press\n{Press}\n", $"## Money\n{Money}\n\n## Leaving\n{Leaving}\n\n## Press\n{Press}\n");
        Assert.Equal(["money 11", "leaving 01", "press 11"], Stories(timeline));
        Assert.Equal([new Kinship(1, "leaving", KinshipKind.SplitInto)], timeline.Stories[0].Kin);
        Assert.Equal([new Kinship(1, "money", KinshipKind.SplitFrom)], timeline.Stories[1].Kin);
        Assert.Empty(timeline.Stories[2].Kin);
    }

    [Fact]
    public void A_clause_whose_words_another_takes_over_was_merged()
    {
        var timeline = Of($"## Money\n{Money}\n\n## Leaving\n{Leaving}\n\n## Press\n{Press}\n", $"## Money\n{Money}\n\n{Leaving}\n\n## Press\n{Press}\n");
        Assert.Equal(["money 11", "press 11", "leaving 10"], Stories(timeline));
        Assert.Equal([new Kinship(1, "leaving", KinshipKind.MergedFrom)], timeline.Stories[0].Kin);
        Assert.Equal([new Kinship(1, "money", KinshipKind.MergedInto)], timeline.Stories[2].Kin);
    }

    [Fact]
    public void Words_that_stay_where_they_were_were_not_split_off() =>
        Assert.All(Of($"## Money\n{Money}\n", $"## Money\n{Money}\n\n## In short\n{Money}\n").Stories, s => Assert.Empty(s.Kin));

    [Theory]
    [InlineData("## Leaving", "## Leaving", Leaving)]
    [InlineData("## Leaving", "## Leaving", "Come and go as you like.")]
    [InlineData("## Leaving {#leaving}", "## Going {#leaving}", "Come and go as you like.")]
    public void A_clause_that_was_gone_and_is_back_goes_on(string before, string after, string words)
    {
        var timeline = Of($"## Money\n{Money}\n\n{before}\n{Leaving}\n", $"## Money\n{Money}\n", $"## Money\n{Money}\n\n## Press\n{Press}\n", $"## Money\n{Money}\n\n{after}\n{words}\n");
        Assert.Equal(["money 1111", "leaving 1001", "press 0010"], Stories(timeline));
    }

    [Fact]
    public void Clauses_with_one_heading_below_several_parents_are_not_mixed_up()
    {
        const string Before = $"## Chair\n\n### Responsibilities\n{Meetings}\n\n## Treasurer\n\n### Responsibilities\n{Money}\n";
        const string After = $"## Clerk\n\n### Responsibilities\n{Leaving}\n\n## Chair\n\n### Responsibilities\n{Meetings}\n\n## Treasurer\n\n### Responsibilities\n{Money} Always.\n";
        var timeline = Of(Before, After);
        Assert.Equal(["clerk 01", "responsibilities 01", "chair 11", "responsibilities-1 11", "treasurer 11", "responsibilities-2 11"], Stories(timeline));
        Assert.Equal(["clerk", "responsibilities", "responsibilities-2"], timeline.ChangesAt(1).Select(c => c.Story.Id));
    }

    [Fact]
    public void Clauses_without_words_go_by_where_they_stand()
    {
        var timeline = Of("## Chair\n\n### Term\n\n## Clerk\n\n### Term\n", "## Convenor\n\n### Term\n\n## Clerk\n\n### Term\n");
        Assert.Equal(["convenor 11", "term 11", "clerk 11", "term-1 11"], Stories(timeline));
        Assert.Equal("convenor", Assert.Single(timeline.ChangesAt(1)).Story.Id);
    }

    [Fact]
    public void A_heading_without_words_is_known_by_the_clauses_below_it()
    {
        var timeline = Of($"## How we work\n\n### Money\n{Money}\n\n### Press\n{Press}\n", $"## Ways and means\n\n### Money\n{Money}\n\n### Press\n{Press}\n");
        Assert.Equal(["ways-and-means 11", "money 11", "press 11"], Stories(timeline));
        Assert.True(Assert.Single(timeline.ChangesAt(1)).Retitled);
    }

    [Fact]
    public void A_text_without_headings_has_a_story_too()
    {
        var timeline = Of($"{Money}\n", $"{Money}\n\n{Press}\n", $"{Money}\n\n## Press\n{Press}\n");
        Assert.Equal(["opening 111", "press 001"], Stories(timeline));
        Assert.True(Assert.Single(timeline.ChangesAt(1)).Rewritten);
        Assert.Equal([new Kinship(2, "press", KinshipKind.SplitInto)], timeline.Stories[0].Kin);
        Assert.Empty(Of("", "").Stories);
    }

    [Fact]
    public void A_first_heading_that_is_not_the_title_is_the_name_of_what_follows_it()
    {
        var timeline = Of($"# Money\n{Money}\n\n# Press\n{Press}\n", $"## Money\n{Money}\n\n## Press\n{Press}\n");
        Assert.Equal(["money 11", "press 11"], Stories(timeline));
        Assert.Empty(timeline.ChangesAt(1));
    }

    [Fact]
    public void A_whole_text_that_is_put_in_another_order_under_other_headings_is_known_again()
    {
        var timeline = Of($"## Money\n{Money}\n\n## Meetings\n{Meetings}\n\n## Leaving\n{Leaving}\n\n## Press\n{Press}\n",
            $"## Part one\n\n### Notices\n{Press}\n\n### Partings\n{Leaving}\n\n## Part two\n\n### Gatherings\n{Meetings} Bring a chair.\n\n### Accounts\n{Money} In writing.\n");
        Assert.Equal(["part-one 01", "notices 11", "partings 11", "part-two 01", "gatherings 11", "accounts 11"], Stories(timeline));
    }

    [Fact]
    public void Two_stories_never_have_one_name()
    {
        var timeline = Of($"## Purse {{#money}}\n{Money}\n", $"## Press {{#x}}\n{Press}\n", $"## Money\n{Leaving}\n");
        Assert.Equal(["money 001", "x 010", "money-2 100"], Stories(timeline));
    }

    [Fact]
    public void Identical_texts_match_whole() => Prop.ForAll(Texts, text =>
    {
        var timeline = Of(text.Written(anchors: false), text.Written(anchors: false));
        Assert.All(timeline.Stories, s => Assert.Equal("11", Presence(s)));
        Assert.Empty(timeline.ChangesAt(1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clauses_with_anchors_in_another_order_have_only_moved() => Prop.ForAll(Texts, ArbMap.Default.ArbFor<int>(), (text, seed) =>
    {
        var clauses = text.Clauses.ToArray();
        new Random(seed).Shuffle(clauses);
        var timeline = Of(text.Written(anchors: true), new Sample([.. clauses]).Written(anchors: true));
        Assert.All(timeline.ChangesAt(1), c => Assert.True(c is { Moved: true, Added: false, Removed: false, Rewritten: false, Retitled: false }));
        Assert.Equal(clauses.SequenceEqual(text.Clauses), timeline.ChangesAt(1).IsEmpty);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_clause_of_every_text_is_in_one_story() => Prop.ForAll(Texts, Texts, Texts, (one, two, three) =>
        Holds(Of(one.Written(false), two.Written(false), three.Written(true), one.Written(false)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        string[] texts = [$"## Money\n{Money}\n\n## Press\n{Press}\n", $"## Money\n{Money}\n", $"## Purse\n{Money}\n\n## Press\n{Press}\n"];
        Assert.Equal(Stories(Of(texts)), Stories(Of(true, texts)));
    }

    /// <summary>Usual amendments, and the worst that can be: every heading and every word is new in every text.</summary>
    [Theory]
    [InlineData(200, 5)]
    [InlineData(8, 300)]
    public void Many_texts_of_three_hundred_clauses_are_followed(int count, int changed)
    {
        const int words = 60;
        var dice = new Random(7);
        var clauses = Enumerable.Range(0, 300).Select(i => (Title: $"Clause about matter {i}", Words: Sentence(dice, words))).ToList();
        var first = Agreement(false, ["## Money\n"]);
        var at = first.Clauses[0].Section.At;
        var texts = ImmutableArray.CreateBuilder<Platform>();
        for (var version = 0; version < count; version++)
        {
            for (var n = 0; n < changed; n++)
            {
                var place = changed < 300 ? dice.Next(clauses.Count) : n;
                clauses[place] = changed == 300 ? (Sentence(dice, 3), Sentence(dice, words))
                    : n < 3 ? (clauses[place].Title, clauses[place].Words + " " + Sentence(dice, 6)) : ($"Renamed in {version}, {n}", clauses[place].Words);
            }

            texts.Add(first with
            {
                Clauses = [.. clauses.Select((c, i) => new Clause(new Section { Level = 2, Title = c.Title, Anchor = $"a{i}", Content = new RichText($"<p>{c.Words}</p>", []), At = at, ContentAt = at }, null))],
            });
        }

        var stories = ClauseMatch.Follow(texts.ToImmutable());
        if (changed < 300) Assert.Equal(300, stories.Length);
        Assert.Equal(count * 300, stories.Sum(s => s.States.Count(state => state is not null)));
    }

    private static string Sentence(Random dice, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => "w" + dice.Next(3000)));

    internal static void Holds(Timeline timeline)
    {
        Assert.Equal(timeline.Stories.Length, timeline.Stories.Select(s => s.Id).Distinct().Count());
        for (var place = 0; place < timeline.Texts.Length; place++)
        {
            var clauses = timeline.Texts[place].Clauses;
            foreach (var clause in clauses) Assert.Same(clause, Assert.Single(timeline.Stories, s => ReferenceEquals(s.States[place], clause)).States[place]);
            Assert.Equal(clauses.Length, timeline.Stories.Count(s => s.States[place] is { Section.Level: > 0 }));
        }

        foreach (var story in timeline.Stories)
        {
            foreach (var kin in story.Kin)
            {
                var other = Assert.Single(timeline.Stories, s => s.Id == kin.Other);
                var back = kin.Kind switch { KinshipKind.SplitFrom => KinshipKind.SplitInto, KinshipKind.SplitInto => KinshipKind.SplitFrom, KinshipKind.MergedFrom => KinshipKind.MergedInto, _ => KinshipKind.MergedFrom };
                Assert.Contains(new Kinship(kin.Place, story.Id, back), other.Kin);
            }
        }
    }

    /// <summary>Each story as its id and, for each text, whether it has the clause.</summary>
    private static IEnumerable<string> Stories(Timeline timeline) => timeline.Stories.Select(s => $"{s.Id} {Presence(s)}");

    private static string Presence(ClauseStory story) => string.Concat(story.States.Select(s => s is null ? '0' : '1'));

    private static Timeline Of(params string[] texts) => Of(false, texts);

    private static Timeline Of(bool backwards, params string[] texts)
    {
        var agreement = Agreement(backwards, texts);
        return new Timeline(agreement, ClauseMatch.Follow(Versions.TextsOf(agreement)), [.. texts.Select(_ => ImmutableArray<Decision>.Empty)]);
    }

    private static Platform Agreement(bool backwards, string[] texts)
    {
        var folder = new SourceFolder("content");
        var files = texts.Select((text, i) => new SourceFile(new SourceText(
            string.Create(CultureInfo.InvariantCulture, $"content/platform/pact/{new DateOnly(2024, 1, 1).AddDays(i):yyyy-MM-dd}.md"), $"---\ntitle: Pact\n---\n{text}"), folder)).ToList();
        if (backwards) files.Reverse();
        var say = new DiagnosticBag();
        return Assert.Single(Binder.Bind(Parser.Parse([.. files], say), [], Kinds.Records, new DateOnly(2026, 11, 21), say).All<Platform>(Platform.OfKind));
    }

    /// <summary>Flat texts of few headings and few words, so that much comes more than once.</summary>
    private static Arbitrary<Sample> Texts { get; } = Arb.From(
        from clauses in Gen.ListOf(
            from title in Gen.Elements("Money", "Press", "Money matters", "3. Rules", "Article 2", "")
            from count in Gen.Choose(0, 12)
            from words in Gen.ListOf(Gen.Elements("all", "members", "may", "vote", "once", "a", "year", "before", "noon"), count)
            select (title, string.Join(' ', words)))
        select new Sample([.. clauses.Select((c, i) => (i, c.Item1, c.Item2))]));

    internal sealed record Sample(ImmutableArray<(int Id, string Title, string Words)> Clauses)
    {
        public string Written(bool anchors) => string.Concat(Clauses.Select(c => $"## {(c.Title.Length > 0 ? c.Title : "Untitled")}{(anchors ? $" {{#c{c.Id}}}" : "")}\n\n{c.Words}\n\n"));
    }
}
