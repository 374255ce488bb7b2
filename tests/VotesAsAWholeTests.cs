using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The table of all votes and how often members agreed, against a count done by hand in the plainest way.</summary>
public sealed class VotesAsAWholeTests
{
    private const int MemberCount = 5;
    private static readonly SourceFolder Own = new("content");
    private static readonly ImmutableArray<string> Lists = ["for", "against", "abstain", "recused", "absent", "excused", "not-voting"];

    /// <summary>A vote: what each member did (a number of <see cref="Lists"/>, or one more for nothing recorded), how it was decided, what came of it.</summary>
    public sealed record Ballots(ImmutableArray<int> Did, string? Method, string? Result)
    {
        public int? SideOf(int member) => Method is null or "vote" && Did[member] < 2 ? Did[member] : null;

        public int? Won => Result switch { "carried" => 0, "lost" => 1, _ => null };

        public int? Majority => Math.Sign(Did.Count(d => d == 0) - Did.Count(d => d == 1)) switch { 1 => 0, -1 => 1, _ => null };
    }

    private static readonly Arbitrary<Ballots[]> AnyVotes =
        (from did in Gen.Choose(0, Lists.Length).ListOf(MemberCount)
         from method in Gen.Elements<string?>("vote", "vote", null, "consent", "consensus")
         from result in Gen.Elements<string?>("carried", "lost", "tied", null)
         select new Ballots([.. did], method, result)).ArrayOf().Select(votes => votes.Take(30).ToArray()).ToArbitrary();

    [Fact]
    public void Two_members_agree_as_often_as_a_plain_count_says() => Prop.ForAll(AnyVotes, votes =>
    {
        var (table, agreement) = Found(votes);
        foreach (var (one, i) in table.Members.Select((m, i) => (m, i)))
        {
            foreach (var (other, j) in table.Members.Select((m, j) => (m, j)))
            {
                var together = votes.Where(v => v.SideOf(i) is not null && v.SideOf(j) is not null).ToList();
                Assert.Equal(new CountOf(together.Count(v => v.SideOf(i) == v.SideOf(j)), together.Count), agreement.Same(one, other));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_agrees_with_B_as_often_as_B_with_A_and_nobody_with_itself() => Prop.ForAll(AnyVotes, votes =>
    {
        var (table, agreement) = Found(votes);
        foreach (var one in table.Members)
        {
            Assert.DoesNotContain(agreement.With(one), a => a.Other.Id == one.Id);
            foreach (var (other, same) in agreement.With(one))
            {
                Assert.Equal(same, agreement.Same(other, one));
                Assert.Contains(agreement.With(other), a => a.Other.Id == one.Id && a.Same == same);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_counted_adds_up() => Prop.ForAll(AnyVotes, votes =>
    {
        var (table, agreement) = Found(votes);
        // Each vote with k members on a side makes k(k - 1) ordered pairs.
        var pairs = votes.Select(v => Enumerable.Range(0, MemberCount).Count(m => v.SideOf(m) is not null)).Sum(k => k * (k - 1));
        Assert.Equal(pairs, table.Members.Sum(m => agreement.With(m).Sum(a => a.Same.Total)));
        foreach (var (member, i) in table.Members.Select((m, i) => (m, i)))
        {
            var own = votes.Where(v => v.SideOf(i) is not null).ToList();
            var (majority, dissent) = (agreement.WithMajority(member), agreement.Dissent(member));
            Assert.Equal(own.Count, agreement.Voted(member));
            Assert.Equal(new CountOf(own.Count(v => v.Majority == v.SideOf(i)), own.Count(v => v.Majority is not null)), majority);
            Assert.Equal(new CountOf(own.Count(v => v.Won is { } won && won != v.SideOf(i)), own.Count(v => v.Won is not null)), dissent);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_says_what_each_member_did_in_any_order_of_files() => Prop.ForAll(AnyVotes, votes =>
    {
        var (table, agreement) = Found(votes);
        var (other, otherAgreement) = Found(votes, reversed: true);
        Assert.Equal(table.Calls.Select(c => c.Decision.Id), other.Calls.Select(c => c.Decision.Id));
        Assert.Equal(Words(table), Words(other));
        foreach (var one in table.Members)
            Assert.Equal(agreement.With(one).Select(a => (a.Other.Id, a.Same)), otherAgreement.With(other.Members.Single(m => m.Id == one.Id)).Select(a => (a.Other.Id, a.Same)));
        foreach (var call in table.Calls)
        {
            var vote = votes[int.Parse(call.Decision.Id[1..], System.Globalization.CultureInfo.InvariantCulture)];
            Assert.Equal(vote.Did.Select((did, m) => (m, did)).Where(d => d.did < Lists.Length).Select(d => (d.m, (VoteValue)d.did)), call.Did);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_did_not_belong_that_day_is_not_missing_from_the_vote()
    {
        var table = Find(
        [
            ("members/ash.md", "---\nname: Ash\ncategory: voting\nperiods: [{from: 2024-01-01}]\n---\n"),
            ("members/birch.md", "---\nname: Birch\ncategory: voting\nperiods: [{from: 2024-06-01}]\n---\n"),
            ("members/cedar.md", "---\nname: Cedar\ncategory: voting\nperiods: [{from: 2024-06-01}]\n---\n"),
            ("members/dogwood.md", "---\nname: Dogwood\n---\n"),
            ("decisions/a.md", "---\ntitle: A\nstatus: accepted\ndate: 2024-02-01\nvote: {for: [ash]}\n---\n"),
            ("decisions/b.md", "---\ntitle: B\nstatus: accepted\ndate: 2024-07-01\nvote: {for: [birch], against: [dogwood]}\n---\n"),
            ("decisions/c.md", "---\ntitle: C\nstatus: accepted\ndate: 2024-08-01\nvote: {for: 4}\n---\n"),
        ]).Votes;
        Assert.Equal(1, table.NotByName);
        Assert.Equal(
            ["b: Ash -, Birch For, Cedar -, Dogwood Against", "a: Ash For, Birch no member, Cedar no member, Dogwood -"], Words(table));
        // A part shows only who has anything to do with it.
        Assert.Equal(["Ash"], table.Part(1, 1).Members.Select(m => m.Title));
    }

    private static List<string> Words(VoteTable table)
    {
        var part = table.Part(0, table.Calls.Length);
        return [.. part.Rows.Select(r => $"{r.Call.Decision.Id}: " + string.Join(", ", part.Members.Zip(r.Stood, (m, s) => $"{m.Title} {s.Vote?.ToString() ?? (s.NotMember ? "no member" : "-")}")))];
    }

    private static (VoteTable Table, VoteAgreement Agreement) Found(Ballots[] votes, bool reversed = false)
    {
        var files = Enumerable.Range(0, MemberCount).Select(m => ($"members/m{m}.md", $"---\nname: Member {m}\ncategory: voting\nperiods: [{{from: 2020-01-01}}]\n---\n")).ToList();
        foreach (var (vote, number) in votes.Select((v, i) => (v, i)))
        {
            var text = new StringBuilder($"---\ntitle: Vote {number}\nstatus: proposed\ndate: 2024-01-{number % 28 + 1:00}\n");
            if (vote.Method is not null) text.Append($"method: {vote.Method}\n");
            text.Append("vote:\n");
            foreach (var (list, value) in Lists.Select((l, v) => (l, v)))
                text.Append($"  {list}: [{string.Join(", ", vote.Did.Select((did, m) => (did, m)).Where(d => d.did == value).Select(d => "m" + d.m))}]\n");
            if (vote.Result is not null) text.Append($"  result: {vote.Result}\n");
            files.Add(($"decisions/v{number}.md", text.Append("---\n").ToString()));
        }

        if (reversed) files.Reverse();
        var found = Find(files);
        return (found.Votes, found.VoteAgreement);
    }

    private static (VoteTable Votes, VoteAgreement VoteAgreement) Find(IEnumerable<(string Path, string Text)> files)
    {
        var say = new DiagnosticBag();
        var sources = new SourceTree(new DateOnly(2025, 1, 1)) { Content = [.. files.Select(f => new SourceFile(new SourceText("content/" + f.Path, f.Text), Own))] };
        var corpus = Binder.Bind(Parser.Parse(sources.Content, say), sources.Histories, Kinds.Records, sources.Today, say);
        Assert.False(say.HasErrors, DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
        var table = VoteTable.Of(corpus);
        return (table, VoteAgreement.Of(table));
    }
}
