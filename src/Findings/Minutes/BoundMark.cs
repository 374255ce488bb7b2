using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Minutes;

/// <summary>How a matter ended at a meeting, by the words of its minutes.</summary>
internal enum Ending
{
    /// <summary>The minutes do not say it in words that can mean only one thing.</summary>
    NotSaid,

    /// <summary>It was decided.</summary>
    Carried,

    /// <summary>It was put to the meeting and not carried.</summary>
    Lost,

    /// <summary>It was put off or taken back.</summary>
    PutOff,
}

/// <summary>A line of minutes that says what was decided, with the record of the decision that it links to.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Mark">The line.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Votes">The vote as the minutes give it.</param>
/// <param name="Mover">Who moved and seconded, as the minutes give it.</param>
internal sealed partial record BoundMark(Meeting Meeting, Mark Mark, Decision Decision, ImmutableArray<WrittenVote> Votes, WrittenMover Mover)
{
    /// <summary>How it ended. A resolution was decided unless its line says otherwise; a motion is open until its line says how it ended.</summary>
    public Ending Ending
    {
        get
        {
            foreach (var sentence in Mark.OwnWords.Split(['.', ';', '!'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Lost().IsMatch(sentence)) return Ending.Lost;
                if (PutOff().IsMatch(sentence)) return Ending.PutOff;
                if (Carried().IsMatch(sentence)) return Ending.Carried;
            }

            return Mark.Kind is MarkKind.Motion ? Ending.NotSaid : Ending.Carried;
        }
    }

    /// <summary>Whether a mark says that something was decided or put to the meeting.</summary>
    public static bool Decides(Mark mark) => mark.Kind is MarkKind.Resolution or MarkKind.Consensus or MarkKind.Motion;

    /// <summary>
    /// The lines of a meeting's minutes with their decisions. Of several decisions in one line ("adopt A, which replaces B")
    /// those are meant whose own record names the meeting; where none does, the line is about none of them for certain.
    /// </summary>
    public static IEnumerable<BoundMark> Of(Meeting meeting, Corpus corpus, LinkIndex links)
    {
        foreach (var group in meeting.Marks.Where(m => Decides(m) || m.Kind == MarkKind.Vote).GroupBy(m => m.Section))
        {
            ImmutableArray<Mark> inSection = [.. group];
            ImmutableArray<Mark> deciding = [.. inSection.Where(Decides)];
            if (deciding.IsEmpty) continue;
            var movers = group.Key < meeting.Body.Sections.Length ? WrittenMover.Of(meeting.Body.Sections[group.Key], deciding) : [];
            for (var i = 0; i < deciding.Length; i++)
            {
                var votes = VotesOf(deciding[i], inSection);
                foreach (var decision in Meant(meeting, deciding[i], corpus, links))
                    yield return new BoundMark(meeting, deciding[i], decision, votes, movers.IsEmpty ? new WrittenMover(null, null) : movers[i]);
            }
        }
    }

    /// <summary>The decisions that a line links to.</summary>
    public static ImmutableArray<Decision> LinkedFrom(Meeting meeting, IEnumerable<Link> linked, LinkIndex links) =>
        [.. linked.Where(l => !l.IsImage).Select(l => links.Resolve(meeting, l).Record).OfType<Decision>().DistinctBy(d => d.Id)];

    private static ImmutableArray<Decision> Meant(Meeting meeting, Mark mark, Corpus corpus, LinkIndex links)
    {
        var linked = LinkedFrom(meeting, mark.Links, links);
        return linked.Length < 2 ? linked : [.. linked.Where(d => corpus.Find<Meeting>(d.Meeting)?.Id == meeting.Id)];
    }

    /// <summary>The vote in the list below a line, or in a line marked VOTE that comes next.</summary>
    private static ImmutableArray<WrittenVote> VotesOf(Mark mark, ImmutableArray<Mark> inSection)
    {
        if (WrittenVote.Of(mark) is { IsEmpty: false } own) return own;
        var next = inSection.IndexOf(mark) + 1;
        return next < inSection.Length && inSection[next].Kind == MarkKind.Vote ? WrittenVote.Of(inSection[next]) : [];
    }

    [GeneratedRegex(@"^(?:the (?:motion|resolution) (?:is|was) )?(?:lost|tied|not (?:carried|adopted|agreed|passed)|failed|defeated|rejected?|do not adopt)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lost();

    [GeneratedRegex(@"^(?:the (?:motion|resolution) (?:is|was) )?(?:put(?:ting)? off|defer|postpone|table|refer|withdraw|take back|talk about)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PutOff();

    [GeneratedRegex(@"^(?:the (?:motion|resolution) (?:is|was) )?(?:carried|adopted|passed|agreed)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Carried();
}
