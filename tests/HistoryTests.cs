using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The order of dated texts and the day from which each applies, where a history stands beside them. What is said of a history that cannot be used is in the specs.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void The_history_gives_the_order_and_the_days()
    {
        var pact = Pact("seq\tcommit_date\tfile\n2\t2024-03-02\ta.md\n1\t2024-03-01\tb.md\n", ("a", ""), ("b", ""));
        Assert.Equal(["b 2024-03-01", "a 2024-03-02"], Texts(pact));
    }

    [Fact]
    public void A_day_before_that_of_the_text_before_does_not_count()
    {
        var pact = Pact("seq\tcommit_date\tfile\n1\t2024-03-05\ta.md\n2\t2024-03-01\tb.md\n", ("a", ""), ("b", ""));
        Assert.Equal(["a 2024-03-05", "b 2024-03-05"], Texts(pact));
        Assert.Null(Versions.InForceOn(pact, new DateOnly(2024, 3, 4)));
        Assert.Equal(1, Versions.InForceOn(pact, new DateOnly(2024, 3, 5)));
        Assert.Equal(TextState.Past, Versions.StateOn(pact, 0, new DateOnly(2024, 3, 5)));
    }

    [Fact]
    public void A_day_in_the_front_matter_counts_once()
    {
        var pact = Pact("seq\tcommit_date\tfile\n1\t2024-03-01\ta.md\n2\t2024-05-01\tb.md\n3\t2024-06-01\tc.md\n",
            ("a", "in-force: 2024-04-01\n"), ("b", "in-force: 2024-04-01\n"), ("c", "in-force: 2024-07-01\n"));
        Assert.Equal(["a 2024-04-01", "b 2024-05-01", "c 2024-07-01"], Texts(pact));
    }

    [Fact]
    public void A_text_without_a_line_stands_where_its_day_puts_it()
    {
        var pact = Pact("seq\tcommit_date\tfile\n1\t2024-03-01\tb.md\n2\t2024-05-01\ta.md\n", ("a", ""), ("b", ""), ("2024-04-01", ""), ("z", ""));
        Assert.Equal(["b 2024-03-01", "2024-04-01 2024-04-01", "a 2024-05-01", "z "], Texts(pact));
    }

    [Fact]
    public void Lines_say_who_wrote_what_and_addresses_of_people_are_not_kept()
    {
        var pact = Pact("SEQ\tFile\tAuthor\tsubject\tauthor_date\tcommit_date\tcommit\tmore\r\n1\ta.md\tIda <ida@example.org>\tAsk first\t2024-02-01T10:00:00Z\t2024-03-01 09:00\tc0ffee\r\n\r\n", ("a", ""));
        Assert.Equal(new Revision("Ida <[e-mail address not shown]>", new PartialDate(2024, 2, 1), new PartialDate(2024, 3, 1), "Ask first", "c0ffee"), Assert.Single(Versions.TextsOf(pact)).Revision);
    }

    [Theory]
    [InlineData("content", null, false, "platform/pact/history.tsv", true)]
    [InlineData("content", null, false, "platform/history.tsv", false)]
    [InlineData("content", null, false, "platform/a/b/history.tsv", false)]
    [InlineData("content", null, false, "meetings/pact/history.tsv", false)]
    [InlineData("charter", null, true, "history.tsv", true)]
    [InlineData("charter", "auto", true, "history.tsv", true)]
    [InlineData("charter", "auto", true, "old/history.tsv", false)]
    [InlineData("found", "auto", false, "platform/pact/history.tsv", false)]
    public void A_history_is_read_beside_dated_texts_only(string folder, string? dialect, bool dated, string inner, bool read) =>
        Assert.Equal(read, new Selection(new SourceFolder(folder, Dialect: dialect, Dated: dated)).RoleOf(inner) == FileRole.History);

    private static IEnumerable<string> Texts(Platform pact) => Versions.TextsOf(pact).Select(t => $"{t.Core.File.Text.Stem} {Versions.DateOf(t)}");

    private static Platform Pact(string history, params (string Stem, string Front)[] texts)
    {
        var folder = new SourceFolder("content");
        var say = new DiagnosticBag();
        var documents = Parser.Parse([.. texts.Select(t => new SourceFile(new SourceText($"content/platform/pact/{t.Stem}.md", $"---\ntitle: Pact\n{t.Front}---\n## Rule\n\nWords.\n"), folder))], say);
        var corpus = Binder.Bind(documents, [new SourceFile(new SourceText("content/platform/pact/history.tsv", history), folder)], Kinds.Records, new DateOnly(2026, 11, 21), say);
        Assert.DoesNotContain(say.Sorted(), d => d.Severity == Severity.Error);
        return Assert.Single(corpus.All<Platform>(Platform.OfKind));
    }
}
