using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A need a member stated, and what became of it.</summary>
public sealed record ConstraintView(Anchor? Member, string? Kind, string? Needs, string? Treatment, [property: JsonIgnore] Tag Tag, string? Response)
{
    /// <summary>Whether it was overridden without a reason on the record.</summary>
    [JsonIgnore] public bool Unexplained => Treatment == "overridden" && Response is null;

    internal static IEnumerable<ConstraintView> Of(PageContext page, Decision decision) => decision.Constraints.Select(c => new ConstraintView(
        c.Member is { } who ? page.To(who) : null, c.Kind, c.Needs, c.Treatment, StatusTags.Treatment(c.Treatment), c.Response));
}

/// <summary>A position stated before the decision.</summary>
public sealed record PositionView(Anchor? Member, Day? Date, string? Position, [property: JsonIgnore] string? Label, string? Text)
{
    internal static IEnumerable<PositionView> Of(PageContext page, Decision decision) => decision.Positions.Select(p => new PositionView(
        p.Member is { } who ? page.To(who) : null, page.Day(p.Date), p.Stance, p.Stance is null ? null : StatusTags.Words(p.Stance), p.Text));
}

/// <summary>Use of a program in preparing a decision.</summary>
public sealed record AssistanceView(string System, string UsedFor, string CheckedBy);

/// <summary>What a member objected to.</summary>
/// <param name="Member">Who.</param>
/// <param name="Text">In the member's words.</param>
/// <param name="Settled">Whether it was settled.</param>
/// <param name="How">How, where the record says more than that.</param>
public sealed record ObjectionView(Anchor? Member, string? Text, bool Settled, string? How)
{
    internal static ObjectionView Of(PageContext page, Objection objection) => new(
        objection.Member is { } who ? page.To(who) : null, objection.Text, !objection.Stands,
        objection.Stands || objection.Resolved is "yes" or "true" ? null : objection.Resolved);
}

/// <summary>A replaced or replacing decision.</summary>
public sealed record ReplacementView(Anchor Decision, string? Part, Day? Date);

/// <summary>The page of a decision.</summary>
public sealed record DecisionView : RecordView
{
    /// <summary>One or two sentences that answer the title: the start of the decision's own text.</summary>
    public Html Outcome { get; init; }

    /// <summary>Whether the outcome stands, so that its panel may look like it.</summary>
    [JsonIgnore] public string OutcomeTone { get; init; } = "info";

    /// <summary>The statements of those who disagreed, in full.</summary>
    public ImmutableArray<SectionView> Dissent { get; init; } = [];

    /// <summary>Who put it forward.</summary>
    public ImmutableArray<Anchor> ProposedBy { get; init; } = [];

    /// <summary>When.</summary>
    public Day? Proposed { get; init; }

    /// <summary>By when it is to be decided.</summary>
    public Day? DecideBy { get; init; }

    /// <summary>When notice was given.</summary>
    public Day? NoticeGiven { get; init; }

    /// <summary>Why it was decided without the usual notice, or null.</summary>
    public string? NoticeWaived { get; init; }

    /// <summary>How that stands to what was asked for, and whether it was on an agenda; null where it was not taken.</summary>
    public NoticeView? Notice { get; init; }

    /// <summary>That in words; null where there is nothing to say.</summary>
    [JsonIgnore] public string? NoticeInWords => Notice?.Words;

    /// <summary>What is to be said of the agenda; null where it was on one, or nobody can tell.</summary>
    [JsonIgnore] public string? AgendaInWords => Notice?.AgendaWords;

    /// <summary>When a found record says it was last changed.</summary>
    public Day? Updated { get; init; }

    /// <summary>For an open question, the rule that applies and what it takes; else null.</summary>
    [JsonIgnore] public DemandView? Demand { get; init; }

    /// <summary>At which meeting.</summary>
    public Anchor? Meeting { get; init; }

    /// <summary>Who decided.</summary>
    public ImmutableArray<Anchor> DecisionMakers { get; init; } = [];

    /// <summary>Who was asked.</summary>
    public ImmutableArray<Anchor> Consulted { get; init; } = [];

    /// <summary>Who was told.</summary>
    public ImmutableArray<Anchor> Informed { get; init; } = [];

    /// <summary>How, as one of the record's words.</summary>
    public string? Method { get; init; }

    /// <summary>How, for readers.</summary>
    [JsonIgnore] public string? MethodInWords { get; init; }

    /// <summary>Under which clause.</summary>
    public Anchor? Under { get; init; }

    /// <summary>To whom it was left.</summary>
    public Anchor? DelegatedTo { get; init; }

    /// <summary>How much it is about, as written.</summary>
    public string? Amount { get; init; }

    /// <summary>Whether that is not said beside its limit already.</summary>
    [JsonIgnore] public bool AmountAlone => Amount is not null && Authority is not { Delegated: true };

    /// <summary>By what right it was taken; null where that is not recorded, or it was not taken.</summary>
    public AuthorityView? Authority { get; init; }

    /// <summary>Which agreement it changes.</summary>
    public ImmutableArray<Anchor> Amends { get; init; } = [];

    /// <summary>What it did to each agreement, or would do.</summary>
    public ImmutableArray<AgreementEffect> Effects { get; init; } = [];

    /// <summary>The decision whose changes it undid.</summary>
    public Anchor? Reverses { get; init; }

    /// <summary>From when it applies.</summary>
    public Day? InForce { get; init; }

    /// <summary>When it is looked at again.</summary>
    public Day? ReviewDate { get; init; }

    /// <summary>When it ends by itself.</summary>
    public Day? Sunset { get; init; }

    /// <summary>For a pilot, when it is evaluated.</summary>
    public Day? PilotEvaluate { get; init; }

    /// <summary>For a pilot, what came of it.</summary>
    public string? PilotResult { get; init; }

    /// <summary>The vote, or null.</summary>
    public VoteView? Vote { get; init; }

    /// <summary>The decision held against the rule of its day; null where there is nothing to prove.</summary>
    public ProofView? Proof { get; init; }

    /// <summary>The name of the rule for readers; null where none is named.</summary>
    [JsonIgnore] public string? RuleLabel { get; init; }

    /// <summary>The rule in words, as the agreement of the day gives it; null where it was not found.</summary>
    [JsonIgnore] public string? RuleInWords { get; init; }

    /// <summary>What members objected to.</summary>
    public ImmutableArray<ObjectionView> Objections { get; init; } = [];

    /// <summary>From when members could object, for lazy consensus.</summary>
    public Day? ObjectFrom { get; init; }

    /// <summary>Until when.</summary>
    public Day? ObjectUntil { get; init; }

    /// <summary>Stakes of their own that members declared.</summary>
    public ImmutableArray<InterestView> Interests { get; init; } = [];

    /// <summary>The papers that members had before them.</summary>
    public ImmutableArray<PaperView> Papers { get; init; } = [];

    /// <summary>What members needed.</summary>
    public ImmutableArray<ConstraintView> Constraints { get; init; } = [];

    /// <summary>What members said before.</summary>
    public ImmutableArray<PositionView> Positions { get; init; } = [];

    /// <summary>How the options scored, or null.</summary>
    public ScoresView? Scores { get; init; }

    /// <summary>What it replaced.</summary>
    public ImmutableArray<ReplacementView> Supersedes { get; init; } = [];

    /// <summary>What replaced it.</summary>
    public ImmutableArray<ReplacementView> SupersededBy { get; init; } = [];

    /// <summary>All that happened to it, oldest first; empty where nothing did but that it was decided.</summary>
    public ImmutableArray<LifeStepView> Afterlife { get; init; } = [];

    /// <summary>How many further decisions, at least, belong to the chain.</summary>
    [JsonIgnore] public int AfterlifeMore { get; init; }

    /// <summary>Decisions it belongs with.</summary>
    public ImmutableArray<Anchor> Related { get; init; } = [];

    /// <summary>Who endorsed it by name.</summary>
    public ImmutableArray<Anchor> EndorsedBy { get; init; } = [];

    /// <summary>Programs that took part.</summary>
    public ImmutableArray<AssistanceView> AssistedBy { get; init; } = [];

    /// <summary>Whether the record is of our own form, where a missing part is worth saying.</summary>
    [JsonIgnore] public bool Native { get; init; }

    /// <summary>Whether anything is to be said under "How members voted".</summary>
    [JsonIgnore] public bool ShowVote { get; init; }

    /// <summary>Whether the text has a section on dissent of its own, or nobody voted against.</summary>
    [JsonIgnore] public bool NoDissent { get; init; }

    /// <summary>Whether it changed or replaced anything.</summary>
    [JsonIgnore] public bool HasChanges { get; init; }

    /// <summary>Whether it replaced decisions, or amends something that is no agreement of ours.</summary>
    [JsonIgnore] public bool HasChangeList => !Supersedes.IsEmpty || (Effects.IsEmpty && !Amends.IsEmpty);

    /// <summary>Makes the page of a decision.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var decision = (Decision)record;
        var replacements = page.Consequences.Replacements;
        var status = replacements.StatusOf(decision);
        var sections = RecordParts.Sections(page, record);
        // The text of a retracted decision stays whole, and apart from what counts.
        var answer = record.IsRetracted ? null : Summary.DecisionSection(record);
        var (first, isAll) = answer is null ? (RichText.Empty, false) : Summary.FirstParagraph(answer.Content);
        // A section that says no more than the panel above it would only be read twice.
        if (isAll && answer is not null) sections = sections.RemoveAll(s => s.Anchor == answer.Anchor);
        // Who disagreed is read after how members voted, wherever the file says it.
        var dissent = record.IsRetracted ? [] : DissentIn(sections);
        sections = sections.RemoveRange(dissent);
        var view = new DecisionView
        {
            Status = status,
            StatusTag = StatusTags.Of(page.Consequences, decision),
            Banners = [.. DecisionBanners.Of(page, decision, status)],
            Outcome = page.Fill(record, first),
            OutcomeTone = StatusTags.Of(page.Consequences, decision).Tone,
            Sections = sections,
            Dissent = dissent,
            ProposedBy = page.To(decision.ProposedBy),
            Proposed = page.Day(decision.Proposed),
            DecideBy = page.Day(decision.DecideBy),
            Updated = page.Day(decision.Updated),
            Meeting = decision.Meeting is { } meeting ? page.To(meeting) : null,
            DecisionMakers = page.To(decision.DecisionMakers),
            Consulted = page.To(decision.Consulted),
            Informed = page.To(decision.Informed),
            Method = decision.Method,
            MethodInWords = MethodWords(decision.Method),
            Amends = page.To(decision.Amends),
            Effects = AgreementEffect.Of(page, decision),
            Reverses = decision.Reverses is { } reversed ? page.To(reversed) : null,
            InForce = page.Day(decision.InForce),
            ReviewDate = page.Day(decision.ReviewDate),
            Sunset = page.Day(decision.Sunset),
            PilotEvaluate = page.Day(decision.PilotEvaluate),
            PilotResult = decision.PilotResult,
            Vote = VoteView.Of(page, decision),
            Supersedes = [.. replacements.By(decision).Select(r => new ReplacementView(page.To(r.Old), r.Part, page.Day(r.Old.Date)))],
            SupersededBy = [.. replacements.Of(decision).Select(r => new ReplacementView(page.To(r.New), r.Part, page.Day(r.New.Date)))],
            Related = page.To(decision.Related),
            EndorsedBy = page.To(decision.EndorsedBy),
            AssistedBy = [.. decision.AssistedBy.Select(a => new AssistanceView(a.System ?? "not recorded", a.UsedFor ?? "not recorded", a.CheckedBy ?? "not recorded"))],
            Native = !record.Core.Foreign,
            ShowVote = decision.Vote is not null || (!record.Core.Foreign && status is "accepted" or "implemented" or "rejected" or "superseded"),
            NoDissent = !record.Core.Foreign && decision.Vote is not null && (decision.Vote.Count(VoteValue.Against) ?? 0) == 0
                && dissent.IsEmpty && decision.Objections.IsEmpty,
            HasChanges = !record.IsRetracted && (!decision.Amends.IsEmpty || !replacements.By(decision).IsEmpty),
        };
        view = view.WithAuthority(page, decision).WithStatements(page, decision).WithLife(page, decision).WithProof(page, decision).Common(page, record);
        return view with { Toc = [.. view.Contents()] };
    }

    private static readonly ImmutableDictionary<string, string> Methods = new Dictionary<string, string>
    {
        ["vote"] = "By vote",
        ["consent"] = "By consent: no objection was left",
        ["consensus"] = "By consensus of all members",
        ["lazy-consensus"] = "Nobody objected in the time set",
        ["without-objection"] = "Without objection at the meeting",
        ["delegated"] = "The agreement left it to one member or group",
    }.ToImmutableDictionary();

    /// <summary>How a decision was taken, for readers; null where that is not recorded.</summary>
    internal static string? MethodWords(string? method) => Methods.GetValueOrDefault(method ?? "");

    private static ImmutableArray<SectionView> DissentIn(ImmutableArray<SectionView> sections)
    {
        var first = sections.ToList().FindIndex(s => DecisionHeadings.IsDissent(s.Level, s.Title));
        return first < 0 ? [] : [sections[first], .. sections.Skip(first + 1).TakeWhile(s => s.Level > 2)];
    }

    private DecisionView WithAuthority(PageContext page, Decision decision) => this with
    {
        Under = decision.Under is { } under ? page.To(under) : null,
        DelegatedTo = decision.DelegatedTo is { } body ? AuthorityView.To(page, body) : null,
        Amount = decision.Amount?.Value,
        Authority = AuthorityView.Of(page, decision),
        NoticeGiven = page.Day(decision.NoticeGiven),
        NoticeWaived = decision.NoticeWaived,
        Notice = NoticeView.Of(page, decision),
    };

    private DecisionView WithProof(PageContext page, Decision decision) => this with
    {
        Proof = ProofView.Of(page, decision),
        RuleLabel = (decision.Vote?.Rule ?? decision.Rule) is { } rule ? StatusTags.Words(rule.Value) : null,
        RuleInWords = page.Consequences.Proofs.Of(decision)?.Rule is { } found ? Rules.InWords(found.Source) : null,
        Objections = [.. decision.Objections.Select(o => ObjectionView.Of(page, o))],
        ObjectFrom = page.Day(decision.Silence?.From),
        ObjectUntil = page.Day(decision.Silence?.Until),
    };

    private DecisionView WithStatements(PageContext page, Decision decision) => this with
    {
        Constraints = [.. ConstraintView.Of(page, decision)],
        Positions = [.. PositionView.Of(page, decision)],
        Scores = ScoresView.Of(page, decision),
        Interests = InterestView.Of(page, decision),
        Papers = PaperView.Of(page, decision),
    };

    private DecisionView WithLife(PageContext page, Decision decision)
    {
        var afterlife = Findings.Afterlife.Of(decision, page.Consequences.Replacements, page.Corpus);
        return this with
        {
            Demand = Status is "proposed" or "draft" && page.Consequences.Ended is null ? DemandView.Of(page, decision, Findings.Tallies.Demand.Of(decision, page.Corpus, page.Consequences.Today)) : null,
            Afterlife = LifeStepView.Of(page, decision, afterlife),
            AfterlifeMore = afterlife.More,
        };
    }

    private IEnumerable<TocEntry> Contents()
    {
        foreach (var entry in RecordParts.Toc(Sections)) yield return entry;
        if (!Papers.IsEmpty) yield return new("at-papers", "Papers members had before them");
        if (Scores is not null) yield return new("at-scores", "How the options scored");
        if (!Positions.IsEmpty) yield return new("at-positions", "What members said before");
        if (!Constraints.IsEmpty) yield return new("at-needs", "What members needed");
        if (!Objections.IsEmpty) yield return new("at-objections", "What members objected to");
        if (ShowVote) yield return new("at-votes", "How members voted");
        if (!Interests.IsEmpty) yield return new("at-interests", "Interests that members declared");
        foreach (var entry in RecordParts.Toc(Dissent)) yield return entry;
        if (HasChanges) yield return new("at-changes", "What this changed");
        if (!Afterlife.IsEmpty) yield return new("at-life", "What happened to it");
        if (!Withheld.IsEmpty) yield return new("at-withheld", "What is withheld");
        if (!Corrections.IsEmpty) yield return new("at-history", "Page history");
        yield return new("at-cite", "Link to this page");
    }
}
