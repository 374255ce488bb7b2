using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>An agreement, as one text or as its newest dated text with the older ones beside it.</summary>
public sealed record Platform(RecordCore Core) : Record(Core)
{
    /// <summary>The kind's table entry.</summary>
    public static readonly Kind OfKind = new("platform", "platform", "Agreement", "Agreements", [], "adopted", Bind);

    /// <summary>The decision that adopted this text.</summary>
    public Ref? AdoptedBy { get; init; }

    /// <summary>The day from which this text applies.</summary>
    public PartialDate? InForce { get; init; }

    /// <summary>When it is to be looked at again.</summary>
    public PartialDate? ReviewDate { get; init; }

    /// <summary>How decisions are made, by the name of the rule.</summary>
    public ImmutableArray<DecisionRule> Rules { get; init; } = [];

    /// <summary>Who endorsed it, where the text itself lists them.</summary>
    public ImmutableArray<Ref> EndorsedBy { get; init; } = [];

    /// <summary>The clauses in order, with their kinds.</summary>
    public ImmutableArray<Clause> Clauses { get; init; } = [];

    /// <summary>What version control says of this text; null where it was not kept there.</summary>
    public Revision? Revision { get; init; }

    /// <summary>The day from which version control shows this text to be the agreement, where it was kept there; see <see cref="Versions.DateOf"/>.</summary>
    internal PartialDate? AppliesFrom { get; init; }

    /// <summary>The last part of the address of this text's own page: its day or its file's name.</summary>
    public string VersionName { get => field ?? RecordId.From(Core.File.Text.Stem); init; }

    /// <summary>The dated texts, oldest first; empty when there is only one text.</summary>
    public ImmutableArray<Platform> Versions { get; init; } = [];

    private static Platform Bind(Fields fields, RecordCore core) => new(core)
    {
        AdoptedBy = fields.Link("adopted-by", "decision"),
        InForce = fields.Date("in-force"),
        ReviewDate = fields.Date("review-date"),
        Rules = [.. DecisionRule.ReadAll(fields)],
        EndorsedBy = fields.Links("endorsed-by", "member", strict: !fields.Foreign),
        Clauses = Checked(ClausesOf(core.Body), fields),
    };

    /// <summary>A kind of clause that is misspelt would say nothing, and nobody would see why.</summary>
    private static ImmutableArray<Clause> Checked(ImmutableArray<Clause> clauses, Fields fields)
    {
        if (fields.Foreign) return clauses;
        foreach (var section in clauses.Select(c => c.Section))
            foreach (var word in section.Classes.Where(c => !Clause.Kinds.Contains(c)))
                if (Spelling.Nearest(word, Clause.Kinds) is { } near) fields.Say.ClauseKindMisspelt(section.At, word, near);
        return clauses;
    }

    /// <summary>The clauses of a text: every heading with what follows it.</summary>
    public static ImmutableArray<Clause> ClausesOf(Body body) => [.. ReadClauses(body)];

    private static IEnumerable<Clause> ReadClauses(Body body)
    {
        // A clause without a class is of the kind of the clause around it.
        var kinds = new Stack<(int Level, string? Kind)>();
        foreach (var section in body.Sections)
        {
            if (section.Level == 0) continue;
            while (kinds.Count > 0 && kinds.Peek().Level >= section.Level) kinds.Pop();
            var kind = section.Classes.FirstOrDefault(Clause.Kinds.Contains) ?? (kinds.Count > 0 ? kinds.Peek().Kind : null);
            kinds.Push((section.Level, kind));
            yield return new Clause(section, kind);
        }
    }
}

/// <summary>A heading of an agreement with what follows it. The anchor is its identity; the number is a label.</summary>
/// <param name="Section">The words.</param>
/// <param name="Kind">non-negotiable, delegated, cadence, membership or dissolution; null when not said.</param>
public sealed record Clause(Section Section, string? Kind)
{
    /// <summary>The classes that say what a clause is for.</summary>
    public static readonly ImmutableArray<string> Kinds = ["non-negotiable", "delegated", "cadence", "membership", "dissolution"];
}

/// <summary>What version control says of one text. A person may write a change long before it is taken in, so both days are kept.</summary>
/// <param name="Author">Who wrote the change, as recorded.</param>
/// <param name="Authored">When it was written.</param>
/// <param name="Committed">When it was taken in: from then on it was the text.</param>
/// <param name="Subject">The first line of the message with it.</param>
/// <param name="Commit">Its name in version control.</param>
public sealed record Revision(string? Author, PartialDate? Authored, PartialDate? Committed, string? Subject, string? Commit);
