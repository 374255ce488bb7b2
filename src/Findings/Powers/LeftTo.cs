using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Powers;

/// <summary>Whom a decision or a rule names as the one who may decide: a member, a role, or words that are neither.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Record">The member or role it means; null for words that are neither.</param>
public sealed record LeftTo(string Name, Record? Record)
{
    /// <summary>For a role, those of its terms that cover the day for certain.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>The members it means on that day, none where a role was vacant; null where the record does not tell.</summary>
    public ImmutableArray<Member>? Members { get; init; }

    /// <summary>The role, where it is one.</summary>
    public Role? Role => Record as Role;

    /// <summary>A title, where there is a record, else the name as written.</summary>
    public string Title => Record?.Title ?? Name;

    /// <summary>Whether a role has terms on the record and nobody held it that day.</summary>
    public bool Vacant => Role is not null && Members is { IsEmpty: true };

    /// <summary>Whom a name means on a day; without a day, who held a role is not known.</summary>
    internal static LeftTo Of(Located<string> written, PartialDate? day, Corpus corpus)
    {
        var record = RecordOf(written, corpus);
        var left = new LeftTo(written.Value, record);
        if (record is Member member) return left with { Members = [member] };
        if (record is not Role role || day is not { } on) return left;
        ImmutableArray<Term> held = [.. role.Terms.Where(t => t.Covers(on) == true)];
        var members = held.Select(t => corpus.Find<Member>(t.Holder)).ToImmutableArray();
        // A term without clear days, or held by somebody who is no member of ours, leaves it open who held the role.
        var known = !role.Terms.IsEmpty && role.Terms.All(t => t.Covers(on) is not null) && !members.Contains(null);
        return left with { Terms = held, Members = known ? [.. members.OfType<Member>()] : null };
    }

    /// <summary>The member of a name, else the role of that id or title ("treasurer", "The treasurer"); null where it is neither.</summary>
    internal static Record? RecordOf(Located<string> written, Corpus corpus)
    {
        if (corpus.Find<Member>(new Ref("member", "delegated-to", written, false)) is { } member) return member;
        if (corpus.Find("role", written.Value) is { } role) return role;
        return corpus.All<Role>(Role.OfKind).Where(r => Bare(r.Title) == Bare(written.Value)).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>A name in small letters, without the article.</summary>
    internal static string Bare(string name)
    {
        var bare = name.Trim().ToLowerInvariant();
        return bare.StartsWith("the ", StringComparison.Ordinal) ? bare[4..] : bare;
    }
}
