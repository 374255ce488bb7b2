using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A clause for its page. The words are in the section of the same anchor.</summary>
/// <param name="Anchor">Its address within the page, which is its identity.</param>
/// <param name="Number">Its number as written, or empty: a label only.</param>
/// <param name="Title">Its heading without the number.</param>
/// <param name="Kind">non-negotiable, delegated, cadence, membership or dissolution; null when not said.</param>
/// <param name="KindTag">The kind for readers, where a run of clauses of this kind starts; else null.</param>
/// <param name="Section">The words.</param>
public sealed record ClauseView(string Anchor, string Number, string Title, string? Kind, [property: JsonIgnore] Tag? KindTag, [property: JsonIgnore] SectionView Section)
{
    /// <summary>Since when it says what it says, by which decision and why; null for a heading alone.</summary>
    public ClauseNote? Note { get; init; }

    /// <summary>Whether it is one form of the clause above it, which applies in one place only.</summary>
    public bool IsVariant { get; init; }

    /// <summary>The other forms of it, where it differs from place to place; empty for most clauses.</summary>
    public ImmutableArray<ClauseView> Variants { get; init; } = [];

    /// <summary>What the link to this very clause is called.</summary>
    [JsonIgnore] public string LinkLabel => Number.Length > 0 ? $"Link to clause {Number}" : $"Link to “{Title}”";
}

/// <summary>A decision rule for its table.</summary>
public sealed record RuleView(string Name, [property: JsonIgnore] string Label, string Words);

/// <summary>What the page of an agreement and the page of one of its dated texts have in common: the text itself.</summary>
public abstract record AgreementTextView : RecordView
{
    /// <summary>The place of the text among the agreement's texts, counted from 1; null where there is only one.</summary>
    public int? Version { get; init; }

    /// <summary>How many texts there are.</summary>
    public int Versions { get; init; }

    /// <summary>The day the text is filed under: the day it applies from where that is given, else its date.</summary>
    public Day? TextDate { get; init; }

    /// <summary>What that day is: "In force since", "Starts on", "Adopted on" or "Dated"; never more than the record says.</summary>
    [JsonIgnore] public string DateWord { get; init; } = "";

    /// <summary>The same within a sentence.</summary>
    [JsonIgnore] public string DateWordInside => DateWord.Length == 0 ? "" : char.ToLowerInvariant(DateWord[0]) + DateWord[1..];

    /// <summary>"Version 3", or null where there is only one text.</summary>
    [JsonIgnore] public Tag? VersionTag { get; init; }

    /// <summary>The decisions that made the text what it is.</summary>
    public ImmutableArray<Anchor> AdoptedBy { get; init; } = [];

    /// <summary>When it is to be looked at again.</summary>
    public Day? ReviewDate { get; init; }

    /// <summary>How decisions are made.</summary>
    public ImmutableArray<RuleView> Rules { get; init; } = [];

    /// <summary>The clauses, in order.</summary>
    public ImmutableArray<ClauseView> Clauses { get; init; } = [];

    /// <summary>The page of all endorsements, or null.</summary>
    [JsonIgnore] public Anchor? Everybody { get; init; }

    /// <summary>What stands before the first clause.</summary>
    [JsonIgnore] public Html Preface { get; init; }

    /// <summary>What members said of it.</summary>
    public ImmutableArray<EndorsementView> Endorsements { get; init; } = [];

    /// <summary>What others said of it, who use it without being members.</summary>
    public ImmutableArray<EndorsementView> Adopters { get; init; } = [];

    /// <summary>The words with which somebody endorsed it only in part or not at all.</summary>
    [JsonIgnore] public ImmutableArray<EndorsementView> WithReservations { get; init; } = [];

    /// <summary>Fills in the text.</summary>
    /// <param name="view">The view.</param>
    /// <param name="page">The page.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="place">The place of the text among its texts, from 0.</param>
    /// <param name="doubts">What members said of it who do not accept all of it.</param>
    protected static T WithText<T>(T view, PageContext page, Platform agreement, int place, ImmutableArray<EndorsementView> doubts) where T : AgreementTextView
    {
        var timeline = page.Consequences.Timelines.Of(agreement);
        var texts = Records.Versions.TextsOf(agreement);
        var text = texts[place];
        var state = Records.Versions.StateOn(agreement, place, page.Consequences.Today);
        var preface = text.Body.Sections.Where(s => s.Level == 0 && !s.Content.IsEmpty).Select(s => page.Fill(text, s.Content).Text);
        return view with
        {
            Version = texts.Length > 1 ? place + 1 : null,
            Versions = texts.Length,
            TextDate = page.Day(Records.Versions.DateOf(text)),
            DateWord = DateWordOf(page, text, state),
            VersionTag = texts.Length > 1 ? new Tag($"Version {place + 1}", StateTone(page, state)) : null,
            AdoptedBy = [.. AgreementPages.AdoptedBy(page, timeline, place)],
            ReviewDate = page.Day(text.ReviewDate),
            Rules = RulesOf(page, text),
            Everybody = EndorsementsView.Link(page, agreement, "Who has agreed to which version, and what changed since"),
            Sections = RecordParts.Sections(page, text),
            Clauses = Variant.Gathered([.. ClausesOf(page, timeline, place, doubts)]),
            WithReservations = doubts,
            Preface = new Html(string.Concat(preface)),
        };
    }

    /// <summary>What the date of a text is, in words that say no more than the record does.</summary>
    internal static string DateWordOf(PageContext page, Platform text, TextState state) => (text.InForce, text.Date, state) switch
    {
        (_, _, TextState.Unknown) => "",
        ({ }, _, TextState.Future) => "Starts on",
        ({ }, _, TextState.InForce) => page.Consequences.Ended is null ? "In force since" : "In force from",
        ({ }, _, _) => "In force from",
        (null, { }, _) => "Adopted on",
        _ => "Dated",
    };

    /// <summary>The headings of the highest level, with their numbers, and what stands below the text.</summary>
    protected IEnumerable<TocEntry> Contents()
    {
        if (!Rules.IsEmpty) yield return new("at-rules", "How decisions are made");
        foreach (var clause in Clauses)
            if (clause.Section.Level == 2) yield return new(clause.Anchor, clause.Number.Length > 0 ? $"{clause.Number}. {clause.Title}" : clause.Title);
        if (!WithReservations.IsEmpty) yield return new("at-reservations", "Doubts and objections, in their own words");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }

    /// <summary>The clauses of a text with their notes.</summary>
    internal static IEnumerable<ClauseView> ClausesOf(PageContext page, Timeline timeline, int place, ImmutableArray<EndorsementView> doubts)
    {
        var text = timeline.Texts[place];
        string? before = null;
        foreach (var clause in text.Clauses)
        {
            var starts = clause.Kind is not null && clause.Kind != before;
            yield return new ClauseView(
                clause.Section.Anchor, clause.Section.Number, clause.Section.Title, clause.Kind, starts ? KindTagOf(clause.Kind!) : null,
                RecordParts.Section(page, text, clause.Section))
            {
                Note = ClauseNote.Of(page, timeline, place, clause, doubts),
                IsVariant = clause.Section.Classes.Contains("variant"),
            };
            before = clause.Kind;
        }
    }

    /// <summary>A kind of clause for readers.</summary>
    internal static Tag KindTagOf(string kind) => kind switch
    {
        "non-negotiable" => new("Non-negotiable", "warn"),
        "delegated" => new("Left to members", "info"),
        "cadence" => new("How often we meet", "info"),
        "membership" => new("Joining and leaving", "info"),
        _ => new("Ending", "info"),
    };

    private static string StateTone(PageContext page, TextState state) => state switch
    {
        TextState.InForce => page.Consequences.Ended is null ? "ok" : "old",
        TextState.Future => "info",
        _ => "old",
    };

    /// <summary>The rules of a text in words.</summary>
    internal static ImmutableArray<RuleView> RulesOf(PageContext page, Platform text) =>
        [.. text.Rules.Select(r => new RuleView(r.Name.Value, StatusTags.Words(r.Name.Value), InWords(page, r)))];

    private static string InWords(PageContext page, DecisionRule rule)
    {
        string Title(Ref member) => page.Corpus.Find(member)?.Title ?? member.Written.Value;
        return string.Join("; ", [
            Outputs.Rules.InWords(rule),
            .. rule.Weights.Select(w => $"{Title(w.Member)} has {w.Weight.Value} {(w.Weight.Value == "1" ? "vote" : "votes")}"),
            .. rule.Groups.Select(g => $"in {g.Name.Value} ({string.Join(", ", g.Members.Select(Title))})"),
            .. rule.More.Select(m => $"{m.Key.Value.Replace('-', ' ')} {m.Text}"),
        ]);
    }
}
