using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Documents.Dialects;
using PublicLedger.Sources;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Minutes in the forms seen in public repositories, each written small; and dates as people write them.</summary>
public sealed class MinutesDialectTests
{
    private static readonly SourceFolder Meetings = new("log", "meeting", "auto");

    private static (Document Document, DiagnosticBag Say) Read(string name, string text, string? order = null) =>
        DialectTests.Read(name, text, Meetings with { DateOrder = order });

    private static string? Value(Document document, string key) => DialectTests.Value(document, key);

    [Fact]
    public void A_list_of_those_present_with_handles_and_remarks()
    {
        var (document, say) = Read("2025/2025-01-07.md", """
            # Bell Council Meeting 2025-01-07

            ## Links

            * **Recording**: https://video.example/1
            * **Issue**: https://issues.example/1

            ## Present

            * Ana Brandt (@ana)
            * OB: Ole Berg @ole (voting member)
            * Kim Wu @kim (observer)
            - Lou (Guest)
            * Jo O’Neil

            <!--
            * Somebody Else @else
            -->

            ## Regrets

            * Max Mohr

            ## Agenda

            ### Minutes

            * Approved, no objections.
            """);
        Assert.Equal("minutes", document.Dialect);
        Assert.Equal("2025-01-07", Value(document, "date"));
        Assert.Equal("Ana Brandt (@ana) | OB: Ole Berg @ole (voting member) | Jo O’Neil", Value(document, "present"));
        Assert.Equal("Kim Wu @kim (observer) | Lou (Guest)", Value(document, "observers"));
        Assert.Equal("Max Mohr", Value(document, "apologies"));
        Assert.Equal("https://video.example/1", Value(document, "recording"));
        Assert.Null(document.Front["minutes-by"]);
        Assert.Empty(document.Body.Marks);
        Assert.Equal(["may-be-decision"], DialectTests.Codes(say));
        var first = ((Sequence)document.Front["present"]!).Items[0].At;
        Assert.Equal("Ana Brandt (@ana)", first.Source.Text.Substring(first.Start, first.Length));
    }

    [Fact]
    public void A_list_that_runs_into_the_agenda_ends_there()
    {
        var (document, say) = Read("2025-01-07.md", "# M\n\n## Present\n\n* Ana @ana\n* Ole @ole\n  * late\n* Move the bell [#379](https://issues.example/379)\n* Ana explains\n");
        Assert.Equal("Ana @ana | Ole @ole", Value(document, "present"));
        Assert.Equal(["not-understood"], DialectTests.Codes(say));
    }

    [Fact]
    public void A_body_that_a_form_invites_is_no_person_among_people_with_handles()
    {
        const string invited = "* Bell Board of Directors\n* Bell Project Maintainers\n";
        var (document, say) = Read("2025-01-07.md", $"# M\n\n## Present\n\n{invited}\nAna Brandt (@ana)\n* Ole Team @ole\n* Kim Council (@kim)\n\n## Agenda\n");
        Assert.Equal("Ana Brandt (@ana) | Ole Team @ole | Kim Council (@kim)", Value(document, "present"));
        Assert.Equal(["not-understood", "not-understood"], DialectTests.Codes(say));
        (document, say) = Read("2025-01-07.md", "# M\n\n## Present\n\n* Bell Council\n* Hill Council\n* Ana (@ana)\n");
        Assert.Equal("Bell Council | Hill Council | Ana (@ana)", Value(document, "present"));
        Assert.Empty(DialectTests.Codes(say));
    }

    [Fact]
    public void A_line_of_names_in_the_notes_says_who_was_there()
    {
        var (document, say) = Read("2025-01-07.md", "# M\n\n## Notes\n\nPresent: Ana, Ole Berg, Kim, and Jo O’Neil.\n\nAna: Present: nobody, as I said.\n\nPresent: the bell, the rope, the ladder\n");
        Assert.Equal("Ana | Ole Berg | Kim | Jo O’Neil", Value(document, "present"));
        Assert.Empty(DialectTests.Codes(say));
    }

    [Fact]
    public void A_table_of_attendees_and_conclusions()
    {
        var (document, say) = Read("2026-01/january-20.md", """
            # 112th Bell Meeting

            Day One—20 January 2026

            **Attendees:**

            | Name       | Abbreviation | Organization |
            |------------|--------------|--------------|
            | Ana Brandt | AB           | Bells        |
            | Ole Berg   | OB           | Ropes        |

            ## Ropes for stage 4

            AB: text

            ### Conclusion/Resolution

            - Stage 4 acceptance
            - OB to write tests

            ## Clappers

            ### Conclusion

            None

            ### Consensus/Resolution
            """);
        Assert.Equal("2026-01-20", Value(document, "date"));
        Assert.Equal("Ana Brandt | Ole Berg", Value(document, "present"));
        Assert.Equal([false, true, true], document.Body.Marks.Select(m => m.NothingDecided));
        Assert.All(document.Body.Marks, m => Assert.Equal(MarkKind.Conclusion, m.Kind));
        Assert.Equal(["Stage 4 acceptance", "OB to write tests"], document.Body.Marks[0].Items.Select(i => i.Value));
        Assert.Equal(document.Body.Sections[document.Body.Marks[0].Section].Anchor, document.Body.Marks[0].Anchor);
        Assert.Empty(say.Sorted());
    }

    [Fact]
    public void One_line_of_attendees()
    {
        var (document, _) = Read("2013-03-12.md", "# March 12, 2013 Meeting Notes\n\n**Attendees:** Ana Brandt (AB), Ole Berg (OB), and Kim Wu\n\nText.\n");
        Assert.Equal("Ana Brandt (AB) | Ole Berg (OB) | Kim Wu", Value(document, "present"));
        Assert.Equal("2013-03-12", Value(document, "date"));
        Assert.Equal("March 12, 2013", Value(document, "date-written"));
    }

    [Fact]
    public void A_line_of_names_with_initials_needs_no_label()
    {
        var (document, say) = Read("jan-24.md", "# January 24, 2018 Meeting Notes\n-----\n\nAna Brandt (AB), Ole Berg (OB), Kim Wu (KWU)\n\nRemote:\nLou Maas (LM), Jo O’Neil (JON), Max Mohr (MM)\n\n-----\n\n## Bells (AB)\n");
        Assert.Equal("Ana Brandt (AB) | Ole Berg (OB) | Kim Wu (KWU) | Lou Maas (LM) | Jo O’Neil (JON) | Max Mohr (MM)", Value(document, "present"));
        Assert.Empty(say.Sorted());
    }

    [Fact]
    public void Council_attendance_with_roles()
    {
        var (document, say) = Read("sync/a.md", """
            # Council meeting

            - Meeting date: 2026-07-31

            ## Meeting roles

            - Facilitator: Ana
            - Minutes: Ole

            ## Attendance

            - Council members: Ana, Ole, Kim
            - Observers: Lou
            - Ghosts in the attic: Max

            ## Topic

            Decision: Ring at noon.
            """);
        Assert.Equal("2026-07-31", Value(document, "date"));
        Assert.Equal("Ana", Value(document, "chair"));
        Assert.Equal("Ole", Value(document, "minutes-by"));
        Assert.Equal("Ana | Ole | Kim", Value(document, "present"));
        Assert.Equal("Lou", Value(document, "observers"));
        Assert.Equal("Ghosts in the attic: Max", Assert.Single(say.Sorted()).Unread);
        Assert.Equal(MarkKind.Resolution, Assert.Single(document.Body.Marks).Kind);
    }

    [Fact]
    public void Numbered_attendees_and_empty_decisions()
    {
        var (document, _) = Read("tech/2026-08-11.md", "# Tech Team — 2026-08-11\n\n## Attendees\n\n1. Ana Brandt\n2. Ole Berg\n\n---\n\nNotes\n\n* Bells ring\n\n## Decisions\n\n*\n\n## Notes\n\nDECISION: Go.\n");
        Assert.Equal("Ana Brandt | Ole Berg", Value(document, "present"));
        Assert.Equal([MarkKind.Conclusion, MarkKind.Resolution], document.Body.Marks.Select(m => m.Kind));
        Assert.True(document.Body.Marks[0].NothingDecided);
    }

    [Fact]
    public void Vote_bullets_are_counted_against_their_names()
    {
        var (document, say) = Read("2020-05-07.md", "# M 2020-05-07\n\n## Present\n\n* Ana\n\n## Vote on bells\n\n* Yes: 3 (Ana, Ole, kim)\n* No: 0\n* Abstain: 2 (Lou)\n");
        var vote = Assert.Single(document.Body.Marks);
        Assert.Equal(MarkKind.Vote, vote.Kind);
        Assert.Equal(new WrittenTally(3, 0, 2), vote.Tally);
        Assert.Equal("Abstain: 2 (Lou)", Assert.Single(say.Sorted()).Unread);
    }

    [Fact]
    public void A_motion_sentence()
    {
        var (document, _) = Read("2018-12-10.md", """
            # City Council Minutes

            December 10, 2018

            **Present:** Mayor Ana Brandt, and Councilors Ole Berg and Kim Wu.

            ### 1. Review

            **Motion:** Councilor Berg **moved** to adopt Resolution 259-2018. **Seconded** by Councilor Wu. The **motion passed 5-0**.

            ### 2. Fence

            Mayor Brandt moved to wait. Councilor Maas seconded the motion. It passed 4-0. Councilor Wu abstained.

            ### 3. Talk

            The truck passed 5-0 Elm Street.
            """);
        Assert.Equal("2018-12-10", Value(document, "date"));
        Assert.Equal("Mayor Ana Brandt | Councilors Ole Berg and Kim Wu", Value(document, "present"));
        Assert.Equal(2, document.Body.Marks.Length);
        var (first, second) = (document.Body.Marks[0], document.Body.Marks[1]);
        Assert.Equal("Councilor Berg", first.MovedBy?.Value);
        Assert.Equal("Councilor Wu", first.SecondedBy?.Value);
        Assert.Equal(new WrittenTally(5, 0, null), first.Tally);
        Assert.Equal("passed", first.Outcome);
        Assert.Equal("Mayor Brandt", second.MovedBy?.Value);
        Assert.Equal("Councilor Maas", second.SecondedBy?.Value);
        Assert.Equal(["Councilor Wu"], second.Abstained.Select(a => a.Value));
    }

    [Fact]
    public void A_folder_with_the_day_first_needs_somebody_to_say_so()
    {
        var (document, say) = Read("05-09-2025/index.md", "# Assembly\n\n## Present\n\n* Ana\n");
        Assert.Null(document.Front["date"]);
        var message = Assert.Single(say.Sorted());
        Assert.Contains("2025-09-05", message.Message, StringComparison.Ordinal);
        Assert.Contains("2025-05-09", message.Message, StringComparison.Ordinal);
        Assert.Equal("2025-09-05", Value(Read("05-09-2025/index.md", "# Assembly\n", "day").Document, "date"));
    }

    [Fact]
    public void The_title_is_trusted_before_the_file_name_and_a_difference_is_said()
    {
        var (document, say) = Read("2025-06-09.md", "# Council 2025-06-10\n\n## Present\n\n* Ana\n");
        Assert.Equal("2025-06-10", Value(document, "date"));
        Assert.Equal(["dates-differ"], DialectTests.Codes(say));
    }

    [Theory]
    [InlineData("2020-03-04", "2020-03-04")]
    [InlineData("2011-9-7", "2011-09-07")]
    [InlineData("27-Mar-2025", "2025-03-27")]
    [InlineData("6 Sept 2022", "2022-09-06")]
    [InlineData("4 April 2023", "2023-04-04")]
    [InlineData("December 10, 2018", "2018-12-10")]
    [InlineData("Aug 9 2022", "2022-08-09")]
    [InlineData("13/06/2025", "2025-06-13")]
    [InlineData("06/13/2025", "2025-06-13")]
    [InlineData("05/05/2025", "2025-05-05")]
    [InlineData("12-2019", "2019-12")]
    [InlineData("2026-01", "2026-01")]
    [InlineData("2022", "2022")]
    [InlineData("2024-02-30", null)]
    [InlineData("26/09", null)]
    [InlineData("05/09/2025", null)]
    [InlineData("dd/mm/YYYY", null)]
    [InlineData("2019-01-154", null)]
    [InlineData("Ma 5, 2020", null)]
    [InlineData("soon", null)]
    public void Written_dates(string written, string? iso)
    {
        Assert.Equal(iso is not null, WrittenDates.TryRead(written, null, out var date));
        if (iso is not null) Assert.Equal(iso, date.ToString());
    }

    [Fact]
    public void The_order_decides_what_is_ambiguous()
    {
        Assert.True(WrittenDates.TryRead("05/09/2025", "day", out var date));
        Assert.Equal("2025-09-05", date.ToString());
        Assert.True(WrittenDates.TryRead("05/09/2025", "month", out date));
        Assert.Equal("2025-05-09", date.ToString());
        Assert.False(WrittenDates.TryRead("13/06/2025", "month", out _));
    }
}
