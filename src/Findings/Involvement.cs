using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>A stretch of time in which a member holds a role.</summary>
public sealed record RoleHeld(Role Role, Term Term);

/// <summary>
/// What each member promised and holds. The names are written once, on the promise or the role; this is their inverse.
/// </summary>
public sealed class Involvement
{
    private readonly FrozenDictionary<string, ImmutableArray<Commitment>> promises;
    private readonly FrozenDictionary<string, ImmutableArray<RoleHeld>> roles;
    private readonly FrozenDictionary<string, ImmutableArray<(Member Member, Records.Delegate Person)>> people;
    private readonly ImmutableArray<(PartialDate Day, int Votes)> rollCalls;

    private Involvement(Corpus corpus)
    {
        promises = Index(corpus, corpus.All<Commitment>(Commitment.OfKind)
            .OrderByDescending(c => c.Date?.ToString(), StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)
            .SelectMany(c => c.By.Select(by => ((Ref?)by, c))));
        roles = Index(corpus, corpus.All<Role>(Role.OfKind)
            .SelectMany(role => role.Terms.Select(term => (term.Holder, new RoleHeld(role, term))))
            .OrderByDescending(held => held.Item2.Term.From?.ToString(), StringComparer.Ordinal));
        people = corpus.All<Member>(Member.OfKind).SelectMany(m => m.Delegates.Select(d => (Member: m, Person: d)))
            .GroupBy(p => p.Person.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        rollCalls = [.. corpus.All<Decision>(Decision.OfKind)
            .Where(d => d.Date is not null && d.Vote is { Ballots.IsEmpty: false })
            .GroupBy(d => d.Date!.Value).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Count()))];
    }

    /// <summary>A member's promises, the newest first.</summary>
    public ImmutableArray<Commitment> PromisesOf(Member member) => promises.GetValueOrDefault(member.Id, []);

    /// <summary>The roles a member holds or held, the newest term first.</summary>
    public ImmutableArray<RoleHeld> RolesOf(Member member) => roles.GetValueOrDefault(member.Id, []);


    /// <summary>
    /// How many votes were recorded by name on days on which a member belonged; null where its record does not say when it
    /// did. Days that may or may not lie in its membership do not count.
    /// </summary>
    public int? RollCallsWhileMember(Member member) =>
        member.Periods.IsEmpty ? null : rollCalls.Where(r => member.BelongedOn(r.Day) == true).Sum(r => r.Votes);

    /// <summary>Who a person is, by the id written in a member's record: a delegate of that member, else the only delegate of that id anywhere.</summary>
    public (Member Member, Records.Delegate Person)? Person(Member of, string id)
    {
        if (of.FindDelegate(id) is { } own) return (of, own);
        return people.GetValueOrDefault(id, []) is [var only] ? only : null;
    }

    internal static Involvement Of(Corpus corpus) => new(corpus);

    /// <summary>Things by the member that a name means; a name that means none is left out. The order is kept.</summary>
    private static FrozenDictionary<string, ImmutableArray<T>> Index<T>(Corpus corpus, IEnumerable<(Ref? Name, T Thing)> named)
    {
        var index = new Dictionary<string, ImmutableArray<T>.Builder>(StringComparer.Ordinal);
        foreach (var (name, thing) in named)
        {
            if (corpus.Find<Member>(name) is not { } member) continue;
            if (!index.TryGetValue(member.Id, out var things)) index[member.Id] = things = ImmutableArray.CreateBuilder<T>();
            things.Add(thing);
        }

        return index.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutable(), StringComparer.Ordinal);
    }
}
