using PublicLedger.Findings;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What a decision's own page and data say of its notice and agenda.</summary>
/// <param name="Days">How many days before the decision notice was given; null where that is not recorded exactly.</param>
/// <param name="Asked">How many were asked for; null where nothing asked.</param>
/// <param name="AskedBy">The name of the rule that asked, or "profile"; null where nothing asked.</param>
/// <param name="State">not-asked, enough, short, waived or not-recorded.</param>
/// <param name="Agenda">named, not-named, outside-meeting, no-meeting or not-known.</param>
public sealed record NoticeView(int? Days, int? Asked, string? AskedBy, string State, string Agenda)
{
    /// <summary>"3 days before. The rule “Ordinary” asked for 7 days."; null where there is nothing to say.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public string? Words { get; init; }

    /// <summary>What is to be said of the agenda; null where it was on one, or nobody can tell.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public string? AgendaWords { get; init; }

    /// <summary>The view of a decision that was taken; null for others.</summary>
    public static NoticeView? Of(PageContext page, Decision decision)
    {
        if (page.Consequences.Notices.Of(decision) is not { } notice) return null;
        var words = $"{(notice.Days is null ? "" : NoticeWords.Before(notice.Days.Value) + ".")} {(notice.Asked is null ? "" : NoticeWords.Asked(notice) + ".")}".Trim();
        return new NoticeView(
            notice.Days, notice.Asked, notice.Rule?.Name.Value ?? (notice.Asked is null ? null : "profile"),
            Diagnostics.Spelling.Kebab(notice.State.ToString()), Diagnostics.Spelling.Kebab(notice.Agenda.ToString()))
        {
            Words = words.Length > 0 ? words : null,
            AgendaWords = notice.Agenda switch
            {
                AgendaState.NotNamed => "On no agenda. Neither the agenda nor the minutes of the meeting name it.",
                AgendaState.OutsideMeeting => "It was decided outside a meeting.",
                _ => null,
            },
        };
    }
}

/// <summary>Notice in words.</summary>
internal static class NoticeWords
{
    /// <summary>"3 days before", "On the same day", "2 days after".</summary>
    public static string Before(int days) => days switch
    {
        0 => "On the day of the decision",
        > 0 => $"{Count(days)} before the decision",
        _ => $"{Count(-days)} after the decision",
    };

    /// <summary>"Notice was given 3 days before the decision."</summary>
    public static string Given(Notice notice)
    {
        if (notice.Days is not { } days) return "When notice was given is not recorded.";
        var words = Before(days);
        return $"Notice was given {char.ToLowerInvariant(words[0])}{words[1..]}.";
    }

    /// <summary>"The rule “Ordinary” asked for 7 days"</summary>
    public static string Asked(Notice notice) =>
        notice.Rule is { } rule ? $"The rule “{StatusTags.Words(rule.Name.Value)}” asked for {Count(notice.Asked ?? 0)}" : $"We promised notice of {Count(notice.Asked ?? 0)}";

    /// <summary>"By vote."</summary>
    public static string How(Decision decision) => (DecisionView.MethodWords(decision.Method) ?? "How it was decided is not recorded") + ".";

    /// <summary>How many decisions were on an agenda and had their notice, in sentences.</summary>
    public static IEnumerable<string> Counts(Notices notices)
    {
        var all = notices.All.Length;
        yield return $"{(all == 1 ? "One decision was" : $"{all} decisions were")} taken.";
        (AgendaState State, string One, string Many)[] agendas =
        [
            (AgendaState.Named, "is named in the agenda or minutes of its meeting", "are named in the agenda or minutes of their meeting"),
            (AgendaState.NotNamed, "was on no agenda", "were on no agenda"),
            (AgendaState.OutsideMeeting, "was decided outside a meeting", "were decided outside a meeting"),
            (AgendaState.NoMeeting, "has no meeting on the record", "have no meeting on the record"),
            (AgendaState.NotKnown, "was decided at a meeting whose text is not here", "were decided at meetings whose text is not here"),
        ];
        var said = agendas.Select(a => (Count: notices.All.Count(n => n.Agenda == a.State), a.One, a.Many)).Where(a => a.Count > 0)
            .Select(a => $"{(a.Count == 1 ? "one" : a.Count)} {(a.Count == 1 ? a.One : a.Many)}").ToList();
        if (said.Count > 0) yield return $"Of these, {ProofWords.Names(said)}.";
        var asked = notices.All.Count(n => n.Asked is not null);
        if (asked == 0)
        {
            yield return "No rule asked for notice of any of them.";
            yield break;
        }

        yield return $"Notice was asked for in {(asked == 1 ? "one" : asked)} of them.";
        var enough = notices.All.Count(n => n.State is NoticeState.Enough);
        yield return enough == 0 ? "None is known to have had enough." : enough == asked ? (asked == 1 ? "It had enough." : "All of these had enough.") : $"{enough} of these had enough.";
    }

    private static string Count(int days) => days == 1 ? "one day" : $"{days} days";
}
