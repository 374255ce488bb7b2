using System.Collections.Concurrent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>
/// Real agreements with long histories, where they are kept beside the repository (<c>../shared/corpora</c>). What is expected of
/// single clauses was compared with the differences between the texts by eye; it guards against changes of it.
/// Numbers are those of the history: 1 is the first text.
/// </summary>
public sealed class CorpusTimelineTests
{
    private const string Charter = "openjs-cpc/charter";
    private const string Governance = "openjs-cpc/history/governance";
    private const string Process = "scientific-python-specs/charter";

    [Theory]
    [InlineData(Charter, 39)]
    [InlineData(Governance, 43)]
    [InlineData(Process, 58)]
    [InlineData("conda-ceps/charter", 9)]
    public void Every_clause_is_in_one_story_and_the_order_is_that_of_the_history(string corpus, int texts)
    {
        var timeline = Timeline(corpus);
        Assert.Equal(texts, timeline.Texts.Length);
        Assert.All(timeline.Texts, t => Assert.NotNull(t.Revision));
        var rows = File.ReadLines(Path.Combine(Shared.Folder("corpora/" + corpus), "history.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        Assert.Equal(rows.Select(r => r[9]), timeline.Texts.Select(t => t.Core.File.Text.Stem + ".md"));
        Assert.Equal(rows.Select(r => r[1]), timeline.Texts.Select(t => t.Revision!.Authored.ToString()));
        Assert.Equal(rows.Select(r => r[2]), timeline.Texts.Select(t => t.Revision!.Committed.ToString()));
        var dates = timeline.Texts.Select(t => Versions.DateOf(t)!.Value.First).ToList();
        Assert.Equal(dates.Order(), dates);
        ClauseMatchTests.Holds(timeline);
    }

    [Theory]
    [InlineData("2019-01-13", 1)]
    [InlineData("2019-01-14", 4)] // three texts were taken in on that day
    [InlineData("2019-06-24", 12)]
    [InlineData("2020-05-03", 15)]
    [InlineData("2020-05-04", 16)] // written on the 5th by the author's clock
    [InlineData("2026-02-02", 34)] // five texts were written in November and taken in on 3 February
    [InlineData("2026-02-03", 39)]
    public void The_text_in_force_is_the_last_that_was_taken_in(string day, int text)
    {
        var agreement = Timeline(Charter).Agreement;
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(text - 1, Versions.InForceOn(agreement, date));
        Assert.Equal(text - 1, Versions.ShownOn(agreement, date));
        for (var place = 0; place < agreement.Versions.Length; place++)
        {
            var state = Versions.StateOn(agreement, place, date);
            Assert.Equal(place < text - 1 ? TextState.Past : place == text - 1 ? TextState.InForce : TextState.Future, state);
        }
    }

    [Theory]

    // Charter. Texts 4 and 10 were only renamed and change nothing; text 27 only breaks lines elsewhere, but for section 3.
    [InlineData(Charter, "section-1-guiding-principle", "1+ 8w")]
    [InlineData(Charter, "section-3-boards-role-in-setting-openjs-foundations-strategic-direction", "1+ 8wt 15w 27w")]
    [InlineData(Charter, "observers", "2+")]
    [InlineData(Charter, "regular-members", "2+ 8w 11w 17w")]
    [InlineData(Charter, "voting-members", "2+ 5w 7w 8w 11w 12w 16w 28w 35w 36w")]
    [InlineData(Charter, "section-6-responsibilities-delegated-to-openjs-foundation-projects", "1+ 8w 14w 34t")]
    [InlineData(Charter, "section-7-elections", "1+ 2w 8w 18w 28w 38w")]
    [InlineData(Charter, "section-8-board-representation", "3+ 7w 8w 9w 18w 28w")]
    [InlineData(Charter, "section-9-decision-making", "1+ 3wn 18w 30w 32w")]
    [InlineData(Charter, "section-10-voting", "1+ 2w 3n 8w 30w 31w")]
    [InlineData(Charter, "section-11-definitions", "1+ 3n 13w 14w")]
    [InlineData(Charter, "the-secondary-cpc-director-as-defined-in-43e-in-the-openjs-foundation-bylaws", "18+ 22t 23w 26w 28-")]

    // Governance.
    [InlineData(Governance, "members", "1+ 2w")]
    [InlineData(Governance, "team-meetings", "1+ 2w 13w")]
    [InlineData(Governance, "consensus-seeking-process", "1+ 33w")]
    [InlineData(Governance, "merging-prs-into-this-repository", "1+ 3w 5w 11w 13w 18w 37w")]
    [InlineData(Governance, "approving-project-charters", "4+ 12wt 13w 22w 25w 27w 28w 39w")]
    [InlineData(Governance, "term-for-voting-members", "7+ 13wt 17w 25w 26w 27w 28w 34-")]
    [InlineData(Governance, "term-for-cpc-board-representatives", "15+ 23w 24w 25w 34-")]
    [InlineData(Governance, "elections", "34+ 41w")]
    [InlineData(Governance, "election-process", "40+ 41wtm")]
    [InlineData(Governance, "to-be-considered-an-active-openjs-collaborator-one-of-the-following-is-required", "20+ 21w 22wtm")]
    [InlineData(Governance, "opening", "1+ 21w 25w 27w 28w 29w 36w")]

    // The process document, which for long held a template with headings of its own: Description, Implementation, Notes.
    [InlineData(Process, "description", "1+ 3w 4w 5w 8w 10w 12w 19w 21w 24w 25w 27w 29w 32w 35w 37w 41w 49w 57w")]
    [InlineData(Process, "key-terms", "24+ 26w 27w 28w 29w 30w 31w 32wt 33w 34w 35wt 36w 37w 38w 41w 46m 49w 52w 56w")]
    [InlineData(Process, "format", "8+ 13w 19w 23w 27m 46m 56w")]
    [InlineData(Process, "new-spec-document", "8+ 12wt 19wt 20w 21w 23w 25wt 29wt 35-")]
    [InlineData(Process, "review-and-acceptance", "1+ 3m 4w 8w 9w 12w 23w 24w 26wt 32w 35-")]
    [InlineData(Process, "core-project-endorsement-1", "17+ 19w 21w 24-")]
    [InlineData(Process, "planning-spec", "17+ 23-")]
    [InlineData(Process, "decision-points", "44+ 49w 50w 51w 52w 53w 54w 56w 57w 58w")]
    [InlineData(Process, "new-spec-proposals", "44+ 48w 56w 57w")]
    [InlineData(Process, "accept", "35+ 36w 37w 41w 43-")]
    [InlineData(Process, "format-and-template", "1+ 4-")]
    [InlineData(Process, "badges", "55+")]
    public void A_clause_has_the_history_that_a_reader_finds(string corpus, string id, string history)
    {
        var timeline = Timeline(corpus);
        var story = Assert.Single(timeline.Stories, s => s.Id == id);
        var found = new List<string>();
        if (story.First == 0) found.Add("1+");
        for (var place = 1; place < timeline.Texts.Length; place++)
        {
            if (timeline.ChangesAt(place).FirstOrDefault(c => c.Story.Id == id) is not { } change) continue;
            found.Add($"{place + 1}{(change.Added ? "+" : "")}{(change.Removed ? "-" : "")}{(change.Rewritten ? "w" : "")}{(change.Retitled ? "t" : "")}{(change.Renumbered ? "n" : "")}{(change.Moved ? "m" : "")}");
        }

        Assert.Equal(history, string.Join(' ', found));
    }

    [Theory]
    [InlineData(Charter, "section-5-responsibilities-and-expectations-of-the-cpc", 12, KinshipKind.SplitFrom, "voting-members")] // its heading had been forgotten
    [InlineData(Charter, "section-12-changes-to-this-document", 30, KinshipKind.SplitFrom, "section-10-voting")]
    [InlineData(Charter, "general-requirements-and-expectations", 36, KinshipKind.SplitFrom, "voting-members")]
    [InlineData(Governance, "means-for-approvalrejection-if-citing-project-affiliation-one-of-the-following-approvals-is-required", 20, KinshipKind.SplitFrom, "approving-and-onboarding-regular-members")]
    [InlineData(Process, "format-and-template", 4, KinshipKind.MergedInto, "description")]
    [InlineData(Process, "adopt", 35, KinshipKind.SplitFrom, "key-terms")]
    [InlineData(Process, "adopt", 43, KinshipKind.MergedInto, "implementation")]
    [InlineData(Process, "new-spec-proposals", 44, KinshipKind.SplitFrom, "implementation")]
    public void Words_are_followed_into_other_clauses(string corpus, string id, int text, KinshipKind kind, string other) =>
        Assert.Contains(new Kinship(text - 1, other, kind), Assert.Single(Timeline(corpus).Stories, s => s.Id == id).Kin);

    [Fact]
    public void A_clause_that_was_away_for_seventeen_texts_goes_on()
    {
        var notes = Assert.Single(Timeline(Process).Stories, s => s.Id == "notes");
        Assert.Equal(Enumerable.Range(1, 58).Where(n => n is < 17 or >= 34), Enumerable.Range(1, 58).Where(n => notes.States[n - 1] is not null));
    }

    private static readonly ConcurrentDictionary<string, Lazy<Timeline>> Read = new(StringComparer.Ordinal);

    private static Timeline Timeline(string corpus)
    {
        var top = Shared.Folder("corpora/" + corpus);
        return Read.GetOrAdd(top, _ => new(() => TimelineOf(top))).Value;
    }

    private static Timeline TimelineOf(string top)
    {
        var folder = new SourceFolder("c", "platform", null, "agreement", true);
        SourceFile File(string path) => new(new SourceText("c/" + Path.GetFileName(path), System.IO.File.ReadAllText(path)), folder);
        var say = new DiagnosticBag();
        var documents = Parser.Parse([.. Directory.GetFiles(top, "*.md").Order(StringComparer.Ordinal).Select(File)], say);
        var bound = Binder.Bind(documents, [File(Path.Combine(top, "history.tsv"))], Kinds.Records, new DateOnly(2026, 11, 21), say);
        Assert.DoesNotContain(say.Sorted(), d => d.Severity == Severity.Error);
        var consolidation = Consolidation.Of(bound, new DateOnly(2026, 11, 21), say);
        return Timelines.Of(consolidation).Of(Assert.Single(consolidation.Corpus.All<Platform>(Platform.OfKind)));
    }
}
