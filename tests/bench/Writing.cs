using System.Globalization;
using System.Text;

namespace PublicLedger.Bench;

/// <summary>Writes a coalition as the Markdown files of a site.</summary>
internal sealed class Writing(Coalition coalition, Words words)
{
    private static readonly (char Vote, string Key)[] VoteKeys = [('f', "for"), ('a', "against"), ('b', "abstain"), ('r', "recused"), ('x', "absent")];

    /// <summary>Every file, as its path under the site's root and its text.</summary>
    internal IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("site.config.yml", """
            name: Ten Councils Coalition
            url: https://ten-councils.example/
            language: en
            licence: CC-BY-4.0
            sources:
              - path: content

            """);
        yield return ("content/index.md", Index());
        yield return ("content/platform/coalition-agreement.md", Agreement());
        for (var i = 0; i < coalition.Members.Length; i++)
            yield return ($"content/members/{coalition.Members[i].Id}.md", MemberFile(coalition.Members[i], new Dice((ulong)(100 + i))));
        for (var i = 0; i < coalition.Meetings.Count; i++)
            yield return ($"content/meetings/{coalition.Meetings[i].Id}.md", MeetingFile(i, new Dice(1_000_000 + (ulong)i)));
        for (var i = 0; i < coalition.Decisions.Count; i++)
            yield return ($"content/decisions/{coalition.Decisions[i].Id}.md", DecisionFile(coalition.Decisions[i], new Dice(2_000_000 + (ulong)i)));
    }

    private string Index() => $"""
        ---
        name: Ten Councils Coalition
        purpose: Ten councils share what each of them needs and none can pay for alone.
        founded: {Coalition.Day(Coalition.Founded)}
        invented: true
        ---
        # About

        {words.Paragraph(new Dice(3), 1, 150)}

        """;

    private string Agreement()
    {
        var dice = new Dice(4);
        var text = new StringBuilder($$"""
            ---
            title: Ten Councils Agreement
            adopted: {{Coalition.Day(Coalition.Founded)}}
            in-force: {{Coalition.Day(Coalition.Founded)}}
            decision-rules:
              ordinary: {method: vote, threshold: more than half, of: votes cast, quorum: half of members}
              platform-amendment: {method: vote, threshold: two thirds, of: all members, notice: 14 days}
            ---
            # Ten Councils Agreement

            """);
        for (var i = 0; i < Coalition.Clauses.Length; i++)
        {
            var anchor = Coalition.Clauses[i];
            var heading = char.ToUpperInvariant(anchor[0]) + anchor[1..].Replace('-', ' ');
            text.Append(CultureInfo.InvariantCulture, $"\n## {i + 1}. {heading} {{#{anchor}}}\n\n{words.Paragraph(dice, i, 60)}\n");
        }
        return text.ToString();
    }

    private string MemberFile(Member member, Dice dice) => $$"""
        ---
        name: {{member.Name}}
        kind: organisation
        category: voting
        function: {{Coalition.Topics[dice.Below(Coalition.Topics.Length)]}}
        periods: [{from: {{Coalition.Day(Coalition.Founded)}}}]
        delegates: [{id: {{member.PersonId}}, name: {{member.Person}}, from: {{Coalition.Day(Coalition.Founded)}}}]
        purpose-affirmed: {{Coalition.Day(Coalition.Founded)}}
        endorsements:
          - {platform: coalition-agreement, version: 1, date: {{Coalition.Day(Coalition.Founded)}}, position: endorsed, decided-by: council}
        ---
        {{words.Paragraph(dice, dice.Below(1000), 80)}}

        """;

    private string MeetingFile(int number, Dice dice)
    {
        var meeting = coalition.Meetings[number];
        var there = coalition.Members.Where((_, i) => meeting.Present[i]).ToArray();
        var apologies = coalition.Members.Where((_, i) => !meeting.Present[i]);
        var approved = number + 1 < coalition.Meetings.Count ? coalition.Meetings[number + 1].Id : null;
        var text = new StringBuilder($"""
            ---
            title: Assembly {number + 1}
            date: {Coalition.Day(meeting.Date)}
            time: "18:00-20:{10 + dice.Below(50)}"
            time-zone: Etc/UTC
            body: assembly
            kind: assembly
            status: held
            chair: {Speaker(there[0])}
            minutes-by: {Speaker(there[1])}
            present: [{string.Join(", ", there.Select(Speaker))}]
            apologies: [{string.Join(", ", apologies.Select(each => each.Id))}]
            minutes-status: {(approved is null ? "draft" : "approved")}
            {(approved is null ? "" : $"approved-at: {approved}\n")}published: {Coalition.Day(meeting.Date.AddDays(1 + dice.Below(10)))}
            ---
            ## 1. Opening

            {words.Paragraph(dice, meeting.Topic, 60)}

            """);
        var item = 2;
        var wordsEach = 700 / Math.Max(1, meeting.Decisions.Count) - 45;
        foreach (var decision in meeting.Decisions)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {item++}. {decision.Title[10..^1]}\n\n{words.Paragraph(dice, decision.Topic, Math.Max(20, wordsEach))}\n\n");
            text.Append(decision.Result == "carried" ? "RESOLUTION" : "MOTION");
            text.Append(CultureInfo.InvariantCulture, $": Adopt [{decision.Title}](../decisions/{decision.Id}.md).{(decision.Result == "carried" ? "" : decision.Result == "lost" ? " Lost." : " Tied.")}\n\n");
            foreach (var (vote, key) in VoteKeys)
                if (vote != 'x' && decision.Count(vote) > 0)
                    text.Append(CultureInfo.InvariantCulture, $"* {char.ToUpperInvariant(key[0])}{key[1..]}: {decision.Count(vote)} ({Voters(decision, vote)})\n");
            if (dice.OneIn(2)) continue;
            var owner = there[dice.Below(there.Length)];
            text.Append(CultureInfo.InvariantCulture, $"\nACTION: {owner.Id} to {words.Phrase(dice, decision.Topic, 6)} - due {Coalition.Day(meeting.Date.AddDays(30))} - done\n");
        }
        return text.ToString();
    }

    private string DecisionFile(Decision decision, Dice dice)
    {
        var date = decision.Meeting.Date;
        var there = coalition.Members.Where((_, i) => decision.Votes[i] != 'x').ToArray();
        var topic = decision.Topic;
        var text = new StringBuilder($"""
            ---
            title: "{decision.Title}"
            status: {decision.Status}
            date: {Coalition.Day(date)}
            proposed: {Coalition.Day(date.AddDays(-20 - dice.Below(20)))}
            proposed-by: [{there[0].Id}]
            method: vote
            under: coalition-agreement#ordinary-decisions
            meeting: {decision.Meeting.Id}
            notice-given: {Coalition.Day(date.AddDays(-14 - dice.Below(5)))}
            vote:
              rule: ordinary
              moved-by: {there[0].Id}
              seconded-by: {there[1].Id}

            """);
        foreach (var (vote, key) in VoteKeys) text.Append(CultureInfo.InvariantCulture, $"  {key}: [{Voters(decision, vote)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"  result: {decision.Result}\n");
        if (decision.Replaces is { } replaced) text.Append(CultureInfo.InvariantCulture, $"supersedes: [{replaced.Id}]\n");
        var against = Array.IndexOf(decision.Votes, 'a');
        if (against >= 0) text.Append(CultureInfo.InvariantCulture, $"reasons-given: {{{coalition.Members[against].Id}: \"{Plain(dice, topic, 10)}\"}}\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            tags: [{Coalition.Topics[topic % Coalition.Topics.Length]}, {Coalition.Topics[(topic + 7) % Coalition.Topics.Length]}]
            ---
            # {decision.Title}

            ## Context

            {words.Paragraph(dice, topic, 90)}

            ## Options considered

            ### {Plain(dice, topic, 4)[..^1]} (chosen)

            {words.Paragraph(dice, topic, 40)}

            ### {Plain(dice, topic, 4)[..^1]}

            {words.Paragraph(dice, topic, 40)}

            ## Decision

            {words.Paragraph(dice, topic, 40)} See [the agreement](../platform/coalition-agreement.md#{Coalition.Clauses[dice.Below(Coalition.Clauses.Length)]}).

            ## Rationale

            {words.Paragraph(dice, topic, 90)}

            ### Consequences

            * {words.Sentence(dice, topic, 14)}
            * {words.Sentence(dice, topic, 14)}
            * {words.Sentence(dice, topic, 14)}

            """);
        if (against >= 0)
            text.Append(CultureInfo.InvariantCulture, $"\n## Dissent\n\n### {coalition.Members[against].Name}\n\n> {words.Paragraph(dice, topic, 30)}\n");
        return text.ToString();
    }

    private string Plain(Dice dice, int topic, int count)
    {
        var phrase = words.Phrase(dice, topic, count);
        return char.ToUpperInvariant(phrase[0]) + phrase[1..] + ".";
    }

    private string Voters(Decision decision, char vote) =>
        string.Join(", ", coalition.Members.Where((_, i) => decision.Votes[i] == vote).Select(each => each.Id));

    private static string Speaker(Member member) => $"{member.Id}/{member.PersonId}";
}
