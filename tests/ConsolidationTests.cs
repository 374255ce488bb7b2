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
using static PublicLedger.Tests.AmendedHistory;

namespace PublicLedger.Tests;

/// <summary>
/// The texts of an agreement follow from its amendments: whatever members decide by chance, and whatever they get wrong.
/// PUBLICLEDGER_AMENDMENT_ROUNDS asks for more rounds.
/// </summary>
public sealed class ConsolidationTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Arbitrary<(int Seed, int[] Moves)> Histories =
        Arb.From(
            Gen.Choose(0, 999_999).SelectMany(seed => Gen.Choose(0, 999_999).ArrayOf().Resize(12).Select(moves => (Seed: seed, Moves: moves))),
            history => history.Moves.Select((_, i) => (history.Seed, history.Moves.Where((_, j) => j != i).ToArray())));

    [Fact]
    public void Texts_are_what_the_changes_make_of_the_one_before() => ForAll(100, (seed, moves) =>
    {
        var history = new AmendedHistory(seed, moves);
        var timeline = Timeline(history.Files);
        Assert.Equal(history.Texts.Select(t => t.Day), timeline.Texts.Select(t => Versions.DateOf(t)!.Value.First));
        Assert.Equal(history.Texts.Select(t => t.Text), timeline.Texts.Select(BodyOf));
    });

    [Fact]
    public void Any_text_follows_from_any_other_and_the_changes_between() => ForAll(40, (seed, moves) =>
    {
        var timeline = Timeline(new AmendedHistory(seed, moves).Files);
        for (var from = 0; from < timeline.Texts.Length; from++)
            for (var to = 0; to < timeline.Texts.Length; to++)
                Assert.Equal(timeline.Texts[to].Clauses.Select(Said), Changed(timeline.Texts[from], timeline.Between(from, to)));
    });

    [Fact]
    public void The_order_of_files_changes_nothing() => ForAll(3, (seed, moves) =>
    {
        var files = new AmendedHistory(seed, moves).Files;
        var (one, other) = (Site(files), Site([.. files.OrderBy(f => f.Text, StringComparer.Ordinal)]));
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, bytes) in one) Assert.True(bytes.AsSpan().SequenceEqual(other[path]), path);
    });

    [Fact]
    public void Dated_texts_in_the_place_of_amendments_give_the_same_timeline() => ForAll(40, (seed, moves) =>
    {
        var files = new AmendedHistory(seed, moves).Files;
        var amended = Timeline(files);
        var dated = Timeline([
            .. files.Where(f => !f.Path.StartsWith("content/platform/", StringComparison.Ordinal)),
            .. amended.Texts.Select(t => ($"content/platform/pact/{Versions.DateOf(t)}.md", t.Core.File.Text.Text)),
        ]);
        Assert.Equal(amended.Stories.Select(s => s.Id), dated.Stories.Select(s => s.Id));
        Assert.Equal(amended.Stories.Select(States), dated.Stories.Select(States));
        for (var place = 0; place < amended.Texts.Length; place++)
            Assert.Equal(amended.ChangesAt(place).Select(Said), dated.ChangesAt(place).Select(Said));
    });

    [Fact]
    public void A_reversal_or_an_end_of_the_last_decision_restores_the_text_before_it() => ForAll(60, (seed, moves) =>
    {
        if (moves.Length == 0) return;
        var before = Timeline(new AmendedHistory(seed, moves[..^1]).Files);
        var history = new AmendedHistory(seed, moves);
        var last = history.Decisions[^1];
        var end = Written(history.Day.AddDays(5));
        var reversal = ("content/decisions/e.md", $"---\ntitle: Back\nstatus: accepted\ndate: {end}\namends: pact\nin-force: {end}\nreverses: {last.Id}\n---\n");
        Assert.Equal(BodyOf(before.Texts[^1]), BodyOf(Timeline([.. history.Files, reversal]).Texts[^1]));
        history.Decisions[^1] = last with { Front = last.Front + $"sunset: {end}\n" };
        var ended = Timeline(history.Files);
        Assert.Equal(BodyOf(before.Texts[^1]), BodyOf(ended.Texts[^1]));
        Assert.Equal(end, ended.Texts[^1].InForce.ToString());
    });

    [Fact]
    public void An_end_leaves_what_others_changed_meanwhile() => ForAll(60, (seed, moves) =>
    {
        if (moves.Length == 0) return;
        var (without, with) = (new AmendedHistory(seed, moves[..^1]), new AmendedHistory(seed, moves));
        var (old, now) = (without.Words, with.Words);
        if (old.Where(w => now.TryGetValue(w.Key, out var words) && words == w.Value).Select(w => w.Key).Order(StringComparer.Ordinal).FirstOrDefault() is not { } untouched) return;
        with.Decisions[^1] = with.Decisions[^1] with { Front = with.Decisions[^1].Front + $"sunset: {Written(with.Day.AddDays(5))}\n" };
        without.Replace(untouched, "Meanwhile.");
        with.Replace(untouched, "Meanwhile.");
        Assert.Equal(BodyOf(Timeline(without.Files).Texts[^1]), BodyOf(Timeline(with.Files).Texts[^1]));
    });

    [Fact]
    public void A_wrong_change_is_named_where_it_stands() => ForAll(100, (seed, moves) =>
    {
        if (moves.Length == 0) return;
        var history = new AmendedHistory(seed, moves);
        var dice = new Random(seed);
        var place = dice.Next(history.Decisions.Count);
        var decision = history.Decisions[place];
        var (front, change) = Spoil(decision, dice, out var spoilt);
        history.Decisions[place] = spoilt;
        var say = new DiagnosticBag();
        Consolidated(history.Files, say);
        var errors = say.Sorted().Where(d => d.Severity == Severity.Error && d.At.Source.Path == decision.Path).ToList();
        Assert.True(errors.Exists(e => Covers(e.At, spoilt, front, change)), $"{spoilt.Text}\n\nsaid: {string.Join('\n', say.Sorted().Select(d => $"{d.At} {d.Message}"))}");
    });

    [Fact]
    public void Damage_is_never_worse_than_an_error() => ForAll(100, (seed, moves) =>
    {
        var history = new AmendedHistory(seed, moves);
        var dice = new Random(seed);
        var files = history.Files;
        for (var left = 3; left > 0; left--)
        {
            var place = dice.Next(files.Count);
            var (path, text) = files[place];
            var (at, length) = (dice.Next(text.Length), dice.Next(30));
            string[] pieces = ["", "\n", "\n\n", "> ", "### ", "#", "(", ")", ": ", "```", "<!--", "|", "\n---\n", "\n### Repeal (c1)\n", "c1", "{", "0001-01-01", "9999-12-31", "sunset: ", "reverses: d000\n"];
            files[place] = (path, string.Concat(text.AsSpan(0, at), pieces[dice.Next(pieces.Length)], text.AsSpan(Math.Min(text.Length, at + length))));
        }

        Consolidated(files, new DiagnosticBag());
    });

    [Fact]
    public void Proposals_that_change_one_clause_name_each_other()
    {
        const string Pact = "---\ntitle: Pact\nin-force: 2025-01-01\n---\n## 1. Water {#water}\n\nOne can.\n\n## 2. Money {#money}\n\nFive crowns.\n";
        static (string, string) Decision(string id, string status, string inForce, string clause, string old, string now) =>
            ($"content/decisions/{id}.md", $"---\ntitle: {id}\nstatus: {status}\n{(status == "accepted" ? "date: 2026-11-01\n" : "")}amends: pact\nin-force: {inForce}\n---\n## Changes\n\n### Replace ({clause})\n\n> {old}\n\n> {now}\n");
        var consolidation = Consolidated(
            [
                ("content/platform/pact.md", Pact),
                Decision("two", "proposed", "2027-01-01", "water", "One can.", "Two cans."), Decision("three", "draft", "2027-02-01", "water", "One can.", "Three cans."),
                Decision("fee", "proposed", "2027-03-01", "money", "Six crowns.", "Seven crowns."), Decision("six", "accepted", "2027-01-01", "money", "Five crowns.", "Six crowns."),
                Decision("late", "proposed", "2027-03-01", "money", "Five crowns.", "Nine crowns."),
            ], new DiagnosticBag());
        var proposals = consolidation!.Proposals["pact"].ToDictionary(p => p.Decision.Id);
        Assert.Equal(["fee", "late", "three", "two"], proposals.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["two"], proposals["three"].Conflicts.Select(c => c.Other.Id));
        Assert.Equal(["water"], proposals["two"].Conflicts.Single().Clauses);
        Assert.Equal(["six"], proposals["fee"].Conflicts.Select(c => c.Other.Id));
        Assert.Equal(["water"], proposals["two"].Changes.Select(c => c.Story.Id));
        Assert.Contains("Seven crowns.", proposals["fee"].Text!.Clauses[1].Section.Content.Marked);
        Assert.Null(proposals["late"].Text); // "Five crowns." is not what the text will say by then
        Assert.Empty(proposals["late"].Changes);
    }

    /// <summary>Makes one thing wrong; whether it is in the front matter, and else in which change.</summary>
    private static (bool Front, int Change) Spoil(WrittenDecision decision, Random dice, out WrittenDecision spoilt)
    {
        var change = dice.Next(decision.Changes.Count);
        var changes = decision.Changes.ToList();
        var text = changes[change];
        switch (dice.Next(6))
        {
            case 0:
                spoilt = decision with { Front = decision.Front.Replace("in-force: 2", "in-force: 1", StringComparison.Ordinal) };
                return (true, 0);
            case 1:
                spoilt = decision with { Front = decision.Front.Replace("in-force: ", "in-force: no-day-", StringComparison.Ordinal) };
                return (true, 0);
            case 2 when text.StartsWith("### Replace", StringComparison.Ordinal) && text.IndexOf("\n> ", StringComparison.Ordinal) < text.IndexOf("\nNew", StringComparison.Ordinal):
                changes[change] = text.Insert(text.IndexOf("\n> ", StringComparison.Ordinal) + 3, "unsaid ");
                break;
            case 3 when text.StartsWith("### Insert", StringComparison.Ordinal):
                changes.Add(text); // the anchor is taken the second time
                change++;
                (changes[change], changes[^1]) = (changes[^1], changes[change]);
                break;
            case 4:
                changes[change] = "### Perhaps " + text[4..];
                break;
            default:
                changes[change] = text.Insert(text.IndexOf("(c", StringComparison.Ordinal) is var first and >= 0 && !text.StartsWith("### Insert at the end:", StringComparison.Ordinal) ? first + 1 : 4, "un");
                break;
        }

        spoilt = decision with { Changes = changes };
        return (false, change);
    }

    private static bool Covers(Location at, WrittenDecision decision, bool front, int change)
    {
        var start = decision.Text.IndexOf("## Changes", StringComparison.Ordinal);
        if (front) return at.Start < start && at.Line > 1;
        start = decision.Text.IndexOf("\n\n", start, StringComparison.Ordinal) + 2 + decision.Changes.Take(change).Sum(c => c.Length + 1);
        return at.Start >= start && at.Start < start + decision.Changes[change].Length;
    }

    /// <summary>The clauses of a text after changes, as a reader with only these two would work them out.</summary>
    private static IEnumerable<string> Changed(Platform text, ImmutableArray<ClauseChange> changes)
    {
        var by = changes.Where(c => c.Before is not null).ToDictionary(c => c.Before!.Section.Anchor, StringComparer.Ordinal);
        var clauses = text.Clauses.Where(c => !by.TryGetValue(c.Section.Anchor, out var change) || !(change.Removed || change.Moved))
            .Select(c => by.TryGetValue(c.Section.Anchor, out var change) ? change.After! : c).ToList();
        foreach (var change in changes.Where(c => c.Added || c.Moved).OrderBy(c => c.Index)) clauses.Insert(change.Index!.Value, change.After!);
        var deeper = Deeper(text.Clauses, by);
        return clauses.Select(c => by.ContainsKey(c.Section.Anchor) || !deeper.TryGetValue(c.Section.Anchor, out var levels) ? Said(c) : Said(c with { Section = c.Section with { Level = c.Section.Level + levels } }));
    }

    /// <summary>By how many levels each clause of a text goes down because the clause it stands below does.</summary>
    private static Dictionary<string, int> Deeper(ImmutableArray<Clause> clauses, Dictionary<string, ClauseChange> changes)
    {
        var deeper = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<Clause>();
        foreach (var clause in clauses)
        {
            while (open.Count > 0 && open.Peek().Section.Level >= clause.Section.Level) open.Pop();
            deeper[clause.Section.Anchor] = changes.TryGetValue(clause.Section.Anchor, out var change)
                ? (change.After?.Section.Level ?? clause.Section.Level) - clause.Section.Level
                : open.Count > 0 ? deeper[open.Peek().Section.Anchor] : 0;
            open.Push(clause);
        }

        return deeper;
    }

    private static string Said(Clause clause) =>
        $"{new string('#', clause.Section.Level)} {clause.Section.Number} {clause.Section.Title} {clause.Section.Anchor} {clause.Kind}\n{clause.Section.Content.Marked}\n{string.Join(' ', clause.Section.Content.Links.Select(l => l.Target))}";

    private static string Said(ClauseChange change) =>
        $"{change.Story.Id} {change.Index} {change.Moved} {change.Rewritten} {change.Retitled} {change.Renumbered} {change.KindChanged}\n{(change.Before is null ? "" : Said(change.Before))}\n{(change.After is null ? "" : Said(change.After))}";

    private static string States(ClauseStory story) => string.Join('\n', story.States.Select(s => s is null ? "-" : Said(s)));

    private static string BodyOf(Platform text) => text.Core.File.Text.Text is var all ? all[(all.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..] : "";

    private static Timeline Timeline(List<(string Path, string Text)> files)
    {
        var say = new DiagnosticBag();
        var consolidation = Consolidated(files, say);
        Assert.False(say.HasErrors, string.Join("\n", say.Sorted().Where(d => d.Severity == Severity.Error).Select(d => $"{d.At}: {d.Message}")));
        return Timelines.Of(consolidation!).Of(consolidation!.Corpus.All<Platform>(Platform.OfKind).Single());
    }

    private static Consolidation? Consolidated(List<(string Path, string Text)> files, DiagnosticBag say)
    {
        var corpus = Binder.Bind(Parser.Parse(Sources(files).Content, say), [], Kinds.Records, Today, say);
        return say.HasErrors ? null : Consolidation.Of(corpus, Today, say);
    }

    private static SourceTree Sources(List<(string Path, string Text)> files) => new(Today)
    {
        Config = new SourceText("site.config.yml", "name: Test\n"),
        Content = [.. files.Select(f => new SourceFile(new SourceText(f.Path, f.Text), new SourceFolder("content")))],
    };

    private static Dictionary<string, byte[]> Site(List<(string Path, string Text)> files)
    {
        var (say, sources) = (new DiagnosticBag(), Sources(files));
        var build = Pipeline.Run(sources, Settings.Bind(sources.Config, Kinds.Records, say), Outputs.BuiltIn.Templates, say, new Stages());
        return build.Artifacts!.ToDictionary(a => a.Path, a => a.Bytes.ToArray(), StringComparer.Ordinal);
    }

    private static void ForAll(int rounds, Action<int, int[]> holds)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("PUBLICLEDGER_AMENDMENT_ROUNDS"), CultureInfo.InvariantCulture, out var more)) rounds = more;
        Prop.ForAll(Histories, history => holds(history.Seed, history.Moves)).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds));
    }
}
