using System.Collections.Immutable;
using PublicLedger.Findings.Powers;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Tallies;

/// <summary>
/// A decision by a method that counts no votes: it holds unless somebody objected. A roll call may be recorded all the same; it
/// then shows that nobody was against, or that somebody was.
/// </summary>
/// <param name="Method">One of <see cref="VotingRule.Methods"/>.</param>
public sealed record Assent(string Method)
{
    /// <summary>Objections that were not settled.</summary>
    public ImmutableArray<Objection> Standing { get; init; } = [];

    /// <summary>How many objections were made and settled.</summary>
    public int Settled { get; init; }

    /// <summary>Who was against in a roll call, by title.</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>Whether a roll call is recorded.</summary>
    public bool HasRoll { get; init; }

    /// <summary>Members of that day of whom a recorded roll call says nothing.</summary>
    public ImmutableArray<string> NotRecorded { get; init; } = [];

    /// <summary>For lazy consensus, how many days members had to object; null where that is not recorded.</summary>
    public int? Days { get; init; }

    /// <summary>For lazy consensus, how many days the rule asks for; null where it does not say.</summary>
    public int? DaysNeeded { get; init; }

    /// <summary>For a delegated decision, to whom it is left; null where that is not recorded.</summary>
    public string? DelegatedTo { get; init; }

    /// <summary>Whether it holds; null where the record does not tell.</summary>
    public bool? Carried
    {
        get
        {
            if (!Standing.IsEmpty || !Against.IsEmpty || Days < DaysNeeded) return false;
            if (!NotRecorded.IsEmpty) return null;
            return Method switch
            {
                "lazy-consensus" => Days is null ? null : true,
                "delegated" => DelegatedTo is null ? null : true,
                _ => true,
            };
        }
    }

    internal static Assent Of(Decision decision, string method, VotingRule? rule, Rulebook book)
    {
        var corpus = book.Corpus;
        // One member's or group's own decision needs nobody else's consent.
        if (method == "delegated") return new Assent(method) { DelegatedTo = Delegate(decision, rule, corpus) };
        var ballots = decision.Vote?.Ballots ?? [];
        return new Assent(method)
        {
            Standing = [.. decision.Objections.Where(o => o.Stands)],
            Settled = decision.Objections.Count(o => !o.Stands),
            Against = [.. ballots.Where(b => b.Value == VoteValue.Against).Select(b => corpus.Find<Member>(b.Member)?.Title ?? b.Member.Id)],
            HasRoll = !ballots.IsEmpty,
            NotRecorded = ballots.IsEmpty ? [] : NotIn(ballots, decision, book),
            Days = method == "lazy-consensus" ? decision.Silence?.Days : null,
            DaysNeeded = method == "lazy-consensus" ? rule?.SilenceDays : null,
        };
    }

    private static string? Delegate(Decision decision, VotingRule? rule, Corpus corpus)
    {
        var named = decision.DelegatedTo?.Written ?? (rule?.Source is { DelegatedTo: { } to } source ? new Located<string>(to, source.Name.At) : null);
        return named is { } name ? LeftTo.RecordOf(name, corpus)?.Title ?? name.Value : null;
    }

    private static ImmutableArray<string> NotIn(ImmutableArray<Ballot> ballots, Decision decision, Rulebook book)
    {
        if (decision.Date is not { } day || book.Electorate(day) is not { } members) return [];
        var named = ballots.Select(b => book.Corpus.Find<Member>(b.Member)?.Id ?? b.Member.Id).ToHashSet(StringComparer.Ordinal);
        return [.. members.Select(m => m.Id).Where(id => !named.Contains(id)).Order(StringComparer.Ordinal)];
    }
}
