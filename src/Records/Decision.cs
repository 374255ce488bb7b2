using System.Collections.Immutable;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>A decision, a proposal, or an amendment of an agreement: one question, one rationale, one vote.</summary>
public sealed record Decision(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new(
        "decision", "decisions", "Decision", "Decisions",
        ["draft", "proposed", "accepted", "implemented", "rejected", "withdrawn", "deferred", "deprecated", "superseded"], "date", Bind);

    /// <summary>Whether members took it, whatever became of it later. Not recorded means not known, so that it is not.</summary>
    public bool WasTaken => MeansTaken(Status);

    /// <summary>Whether members settled it, with a yes or a no.</summary>
    public bool WasSettled => WasTaken || Status == "rejected";

    /// <summary>Whether a status says that members took the decision.</summary>
    public static bool MeansTaken(string? status) => status is "accepted" or "implemented" or "superseded" or "deprecated";

    /// <summary>When it was put forward.</summary>
    public PartialDate? Proposed { get; init; }

    /// <summary>When it is to be decided.</summary>
    public PartialDate? DecideBy { get; init; }

    /// <summary>When notice of it was given.</summary>
    public PartialDate? NoticeGiven { get; init; }

    /// <summary>Where that is written.</summary>
    public Location NoticeGivenAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>Why it was decided without the usual notice, where that was so.</summary>
    public string? NoticeWaived { get; init; }

    /// <summary>When it was last changed, as a found record says.</summary>
    public PartialDate? Updated { get; init; }

    /// <summary>When it takes effect.</summary>
    public PartialDate? InForce { get; init; }

    /// <summary>Where that is written.</summary>
    public Location InForceAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>Where the day on which it was decided is written.</summary>
    public Location DateAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>When it will be looked at again.</summary>
    public PartialDate? ReviewDate { get; init; }

    /// <summary>Where that is written.</summary>
    public Location ReviewDateAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>When it ends by itself.</summary>
    public PartialDate? Sunset { get; init; }

    /// <summary>Where that is written.</summary>
    public Location SunsetAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>Who put it forward.</summary>
    public ImmutableArray<Ref> ProposedBy { get; init; } = [];

    /// <summary>Who decided.</summary>
    public ImmutableArray<Ref> DecisionMakers { get; init; } = [];

    /// <summary>Who was asked.</summary>
    public ImmutableArray<Ref> Consulted { get; init; } = [];

    /// <summary>Who was told.</summary>
    public ImmutableArray<Ref> Informed { get; init; } = [];

    /// <summary>How it was decided: vote, consent, consensus, lazy-consensus, without-objection or delegated; null when not given.</summary>
    public string? Method { get; init; }

    /// <summary>Where that is written.</summary>
    public Location MethodAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>Where the status is written.</summary>
    public Location StatusAt => Core.StatusAt;

    /// <summary>The rule of the agreement that applied, for a decision without a vote; a vote names its own.</summary>
    public Located<string>? Rule { get; init; }

    /// <summary>What members said against it when it was decided by consent, consensus or silence.</summary>
    public ImmutableArray<Objection> Objections { get; init; } = [];

    /// <summary>For lazy consensus, from when until when members could object; null where that is not recorded.</summary>
    public Silence? Silence { get; init; }

    /// <summary>The clause that gives the authority.</summary>
    public Ref? Under { get; init; }

    /// <summary>To whom the agreement leaves such decisions: a member, or a role by its id or title.</summary>
    public Ref? DelegatedTo { get; init; }

    /// <summary>How much it is about, as written: "640 crowns".</summary>
    public Located<string>? Amount { get; init; }

    /// <summary>The meeting at which it was decided.</summary>
    public Ref? Meeting { get; init; }

    /// <summary>The vote, or null where none is recorded.</summary>
    public Vote? Vote { get; init; }

    /// <summary>Constraints that members stated, and what became of each.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>Stakes of their own that members declared.</summary>
    public ImmutableArray<Interest> Interests { get; init; } = [];

    /// <summary>The papers that members had before them.</summary>
    public ImmutableArray<Paper> Papers { get; init; } = [];

    /// <summary>What the options were scored by.</summary>
    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>The options, where the front matter lists them.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>What members said before the decision.</summary>
    public ImmutableArray<Position> Positions { get; init; } = [];

    /// <summary>The decisions this one replaces, wholly or in part.</summary>
    public ImmutableArray<Ref> Supersedes { get; init; } = [];

    /// <summary>The decisions that replace it, as found records say.</summary>
    public ImmutableArray<Ref> SupersededBy { get; init; } = [];

    /// <summary>The agreement it changes, or for found records the decisions it amends.</summary>
    public ImmutableArray<Ref> Amends { get; init; } = [];

    /// <summary>What it changes in the agreement, in the order written.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>Rules of the agreement that it puts in the place of those of the same name.</summary>
    public ImmutableArray<DecisionRule> Rules { get; init; } = [];

    /// <summary>When members will look at the whole agreement again, where the decision says so.</summary>
    public PartialDate? AgreementReview { get; init; }

    /// <summary>A decision whose changes to the agreement it undoes.</summary>
    public Ref? Reverses { get; init; }

    /// <summary>Other decisions it depends on or belongs with.</summary>
    public ImmutableArray<Ref> Related { get; init; } = [];

    /// <summary>Who endorsed it by name.</summary>
    public ImmutableArray<Ref> EndorsedBy { get; init; } = [];

    /// <summary>For a pilot, when it is evaluated.</summary>
    public PartialDate? PilotEvaluate { get; init; }

    /// <summary>Where that is written.</summary>
    public Location PilotEvaluateAt { get => field.Source is null ? Core.At : field; init; }

    /// <summary>For a pilot, what came of it.</summary>
    public string? PilotResult { get; init; }

    /// <summary>Programs that took part, what for, and who checked them.</summary>
    public ImmutableArray<Assistance> AssistedBy { get; init; } = [];

    private static Decision Bind(Fields fields, RecordCore core)
    {
        var pilot = fields.Map("pilot");
        var decision = new Decision(core)
        {
            Proposed = fields.Date("proposed"),
            DecideBy = fields.Date("decide-by"),
            NoticeGiven = fields.Date("notice-given"),
            NoticeGivenAt = fields.Where("notice-given") ?? default,
            NoticeWaived = fields.Text("notice-waived"),
            Updated = fields.Date("updated"),
            InForce = fields.Date("in-force"),
            InForceAt = fields.Where("in-force") ?? default,
            DateAt = fields.Where("date") ?? default,
            ReviewDate = fields.Date("review-date"),
            ReviewDateAt = fields.Where("review-date") ?? default,
            Sunset = fields.Date("sunset"),
            SunsetAt = fields.Where("sunset") ?? default,
            ProposedBy = fields.Links("proposed-by", "member", strict: false),
            DecisionMakers = fields.Links("decision-makers", "member", strict: false),
            Consulted = fields.Links("consulted", "member", strict: false),
            Informed = fields.Links("informed", "member", strict: false),
            Method = fields.Word("method", ["vote", "consent", "consensus", "lazy-consensus", "without-objection", "delegated"]),
            MethodAt = fields.Where("method") ?? default,
            Rule = fields.Place("rule"),
            Objections = [.. fields.Maps("objections").Select(Objection.Read)],
            Silence = fields.Map("silence") is { } silence ? Records.Silence.Read(silence) : null,
            Under = fields.Link("under", "platform"),
            DelegatedTo = fields.Link("delegated-to", "member", strict: false),
            Amount = fields.Foreign ? null : fields.Place("amount"),
            Meeting = fields.Link("meeting", "meeting"),
            Vote = Vote.Read(fields),
            Constraints = [.. fields.Maps("constraints").Select(Constraint.Read)],
            Interests = fields.Foreign ? [] : [.. fields.Maps("interests").Select(Interest.Read)],
            Papers = fields.Foreign ? [] : [.. fields.Maps("papers").Select(Paper.Read)],
            Criteria = [.. fields.Maps("criteria").Select(Criterion.Read)],
            Options = [.. fields.Maps("options").Select(Option.Read)],
            Positions = [.. fields.Maps("positions").Select(Position.Read)],
            Supersedes = fields.LinksWithParts("supersedes", "decision"),
            SupersededBy = [.. fields.Links("superseded-by", "decision"), .. fields.Links("partly-superseded-by", "decision").Select(r => r with { Part = "part of it" })],
            Amends = fields.Links("amends", fields.Foreign ? "decision" : "platform"),
            Changes = fields.Foreign ? [] : ChangeReader.Read(core.Body, fields.Has("amends"), fields.Say),
            Rules = fields.Foreign ? [] : [.. DecisionRule.ReadAll(fields)],
            AgreementReview = fields.Date("agreement-review"),
            Reverses = fields.Foreign ? null : fields.Link("reverses", "decision"),
            Related = [.. fields.Links("related", "decision"), .. fields.Links("requires", "decision"), .. fields.Links("amended-by", "decision")],
            EndorsedBy = fields.Links("endorsed-by", "member", strict: !fields.Foreign),
            PilotEvaluate = pilot?.Date("evaluate"),
            PilotEvaluateAt = pilot?.Where("evaluate") ?? default,
            PilotResult = pilot?.Text("result"),
            AssistedBy = [.. fields.Maps("assisted-by").Select(Assistance.Read)],
        };
        pilot?.Finish();
        return decision;
    }
}
