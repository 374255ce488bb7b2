using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Powers;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Whom a decision or a rule names as the one who may decide.</summary>
/// <param name="Name">The member or role, else the name as written.</param>
/// <param name="Role">Whether it is a role.</param>
/// <param name="On">The members it means on the day of the decision; null where the record does not tell.</param>
public sealed record LeftToView(Anchor Name, bool Role, ImmutableArray<Anchor>? On)
{
    internal static LeftToView Of(PageContext page, LeftTo left) => new(
        left.Record is { } record ? page.To(record) : new Anchor(left.Name, null), left.Role is not null,
        left.Members is { } members ? [.. members.Select(m => page.To(m))] : null);
}

/// <summary>A cell of the table of delegated clauses, with the heading of its column.</summary>
public sealed record TableCellView(string Column, string Words);

/// <summary>By what right a decision was taken: for its page sentences, for data the parts.</summary>
public sealed record AuthorityView
{
    /// <summary>The clause in the text of the day, else the agreement; null where none is named.</summary>
    public Anchor? Clause { get; init; }

    /// <summary>The number of the text of that day, from 1; null where there was none or the day is not known.</summary>
    public int? AgreementVersion { get; init; }

    /// <summary>not-named, not-known, in-force, not-yet or ended.</summary>
    public required string Standing { get; init; }

    /// <summary>Whether it was left to one member or role.</summary>
    public bool Delegated { get; init; }

    /// <summary>To whom the decision says that it was left.</summary>
    public LeftToView? LeftTo { get; init; }

    /// <summary>The name of the rule that leaves it to somebody; null where none was found.</summary>
    public string? Rule { get; init; }

    /// <summary>To whom that rule leaves it.</summary>
    public LeftToView? RuleLeavesTo { get; init; }

    /// <summary>The limit of the rule, as written.</summary>
    public string? Limit { get; init; }

    /// <summary>Whether the decision is within the limit; null where they cannot be compared.</summary>
    public bool? WithinLimit { get; init; }

    /// <summary>What the agreement's table says of the matter.</summary>
    public ImmutableArray<TableCellView> Table { get; init; } = [];

    /// <summary>Why it may be outside its authority: clause-not-yet, clause-ended, another, another-time, vacant, above-limit.</summary>
    public ImmutableArray<string> Outside { get; init; } = [];

    /// <summary>All of it in sentences, each linked to what shows it.</summary>
    [JsonIgnore] public ImmutableArray<Html> Sentences { get; init; } = [];

    /// <summary>The authority of a decision; null where the record names none, or the decision was not taken.</summary>
    public static AuthorityView? Of(PageContext page, Decision decision)
    {
        if (page.Consequences.Authorities.Of(decision) is not { } authority) return null;
        return new AuthorityView
        {
            Clause = AuthorityWords.Clause(page, decision, authority),
            AgreementVersion = authority.Place + 1,
            Standing = Diagnostics.Spelling.Kebab(authority.Standing.ToString()),
            Delegated = authority.IsDelegated,
            LeftTo = authority.LeftTo is { } left ? LeftToView.Of(page, left) : null,
            Rule = authority.Rule?.Name.Value,
            RuleLeavesTo = authority.RuleLeavesTo is { } to ? LeftToView.Of(page, to) : null,
            Limit = authority.Rule?.Limit,
            WithinLimit = authority.WithinLimit,
            Table = [.. authority.Table.Select(c => new TableCellView(c.Column, c.Words))],
            Outside = [.. authority.Doubts.Select(d => Diagnostics.Spelling.Kebab(d.Why.ToString()))],
            Sentences = [.. AuthorityWords.Sentences(page, decision, authority)],
        };
    }

    /// <summary>A link to whom a decision was left: a member, or a role.</summary>
    internal static Anchor To(PageContext page, Ref left) =>
        Findings.Powers.LeftTo.RecordOf(left.Written, page.Corpus) is Role role ? page.To(role) : page.To(left);
}
