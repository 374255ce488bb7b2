using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A member's doubt about a clause as it stands, in its own words.</summary>
public sealed record ClauseDoubt(Anchor Member, Tag Tag, string? Text);

/// <summary>A clause with its words, for somebody who thinks of signing it.</summary>
/// <param name="Clause">Its name, leading to its own page.</param>
/// <param name="Words">Its words.</param>
/// <param name="Doubts">Who does not accept it as it stands.</param>
public sealed record JoinClause(Anchor Clause, [property: JsonIgnore] Html Words, ImmutableArray<ClauseDoubt> Doubts);

/// <summary>What the agreement says about a matter.</summary>
/// <param name="Clauses">The clauses about it.</param>
/// <param name="Mentions">Where there are none: clauses that use a word for it.</param>
/// <param name="Open">Where there are none: what the agreement leaves open, in a sentence.</param>
public sealed record JoinMatter(ImmutableArray<JoinClause> Clauses, ImmutableArray<Anchor> Mentions, string? Open);

/// <summary>What somebody who joins would sign: drawn from the text in force alone.</summary>
public sealed record JoinTerms
{
    private const int MaxClauses = 50;

    /// <summary>How many clauses the text has, in a sentence.</summary>
    public required string All { get; init; }

    /// <summary>The non-negotiable clauses.</summary>
    public ImmutableArray<JoinClause> NonNegotiables { get; init; } = [];

    /// <summary>How many more there are.</summary>
    public int MoreNonNegotiables { get; init; }

    /// <summary>What is left to members.</summary>
    public ImmutableArray<JoinClause> Delegated { get; init; } = [];

    /// <summary>How often members meet.</summary>
    public ImmutableArray<JoinClause> Cadence { get; init; } = [];

    /// <summary>The rules for decisions, in words.</summary>
    public ImmutableArray<RuleView> Rules { get; init; } = [];

    /// <summary>What belonging costs.</summary>
    public required JoinMatter Cost { get; init; }

    /// <summary>How to leave.</summary>
    public required JoinMatter Leaving { get; init; }

    /// <summary>How it ends.</summary>
    public required JoinMatter Ending { get; init; }

    /// <summary>How to join.</summary>
    public required JoinMatter Joining { get; init; }

    internal static JoinTerms Of(PageContext page, Timeline timeline, int place)
    {
        var text = timeline.Texts[place];
        var doubts = EndorsementView.Current(EndorsementView.All(page, timeline.Agreement)).Where(e => !e.Reservations.IsEmpty).ToImmutableArray();
        var firm = ClausesAbout.OfKind(text, "non-negotiable");
        JoinMatter Matter(ClausesAbout about, string matter, string silent) => new(
            [.. about.Clauses.Take(MaxClauses).Select(Told)], [.. about.Mentions.Take(MaxClauses).Select(c => Named(page, timeline, place, c))],
            !about.Clauses.IsEmpty ? null
            : !about.Silent ? $"No clause is named for {matter}. These use a word that may be about it."
            // The words that were looked for are English ones.
            : page.Site.Settings.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? silent : $"We found no clause about {matter}.");
        return new JoinTerms
        {
            All = Counted(text),
            NonNegotiables = [.. firm.Take(MaxClauses).Select(Told)],
            MoreNonNegotiables = Math.Max(0, firm.Length - MaxClauses),
            Delegated = [.. ClausesAbout.OfKind(text, "delegated").Take(MaxClauses).Select(Told)],
            Cadence = [.. ClausesAbout.OfKind(text, "cadence").Take(MaxClauses).Select(Told)],
            Rules = AgreementTextView.RulesOf(page, text),
            Cost = Matter(ClausesAbout.Cost(text), "what joining costs", "The agreement does not say what joining costs."),
            Leaving = Matter(ClausesAbout.Leaving(text), "leaving", "The agreement does not say how to leave."),
            Ending = Matter(ClausesAbout.Ending(text), "the end", "The agreement does not say how it ends."),
            Joining = Matter(ClausesAbout.Joining(text), "joining", "The agreement does not say how to join."),
        };

        JoinClause Told(Clause clause) =>
            new(Named(page, timeline, place, clause), page.Quote(text, clause.Section.Content), DoubtsAbout(timeline, place, clause, doubts));
    }

    /// <summary>Doubts about the words as they stand: a doubt about earlier words says nothing of these.</summary>
    private static ImmutableArray<ClauseDoubt> DoubtsAbout(Timeline timeline, int place, Clause clause, ImmutableArray<EndorsementView> doubts)
    {
        if (timeline.At(place, clause.Section.Anchor) is not { } story) return [];
        return
        [
            .. from said in doubts
               where ClauseNote.IsAbout(said, clause, story)
               from reservation in said.Reservations
               where reservation.Names(clause.Section.Anchor)
               select new ClauseDoubt(said.Member, said.Tag, reservation.Text),
        ];
    }

    private static Anchor Named(PageContext page, Timeline timeline, int place, Clause clause)
    {
        var section = clause.Section;
        var name = section.Label;
        if (section.Classes.Contains("variant") && Whole(timeline.Texts[place], clause) is { } whole) name = $"{whole.Section.Title}: {name}";
        return AgreementPages.ToClause(page, timeline, timeline.At(place, section.Anchor), name, section.Anchor);
    }

    /// <summary>The clause of which another is one form: the last before it that is none itself.</summary>
    private static Clause? Whole(Platform text, Clause form)
    {
        for (var at = text.Clauses.IndexOf(form) - 1; at >= 0; at--)
            if (!text.Clauses[at].Section.Classes.Contains("variant")) return text.Clauses[at];
        return null;
    }

    private static string Counted(Platform text)
    {
        var strength = Strength.Of(text);
        var clauses = strength.Clauses == 1 ? "one clause" : $"{strength.Clauses} clauses";
        return strength.NonNegotiables switch
        {
            0 => $"It has {clauses}. It does not say that any of them is non-negotiable.",
            1 => $"It has {clauses}. One of them is non-negotiable: every member must keep it.",
            var firm => $"It has {clauses}. {firm} of them are non-negotiable: every member must keep them.",
        };
    }
}
