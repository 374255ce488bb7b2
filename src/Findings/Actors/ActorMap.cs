using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Actors;

/// <summary>
/// Who needs whom. The names are written once, on the member that needs somebody or was brought in; here is their inverse
/// too. That members need each other in a circle is no mistake: it is why they work together.
/// </summary>
public sealed class ActorMap
{
    private readonly FrozenDictionary<string, Actor> byMember;

    private ActorMap(ImmutableArray<Actor> actors)
    {
        All = actors;
        byMember = actors.ToFrozenDictionary(a => a.Member.Id, StringComparer.Ordinal);
        Reliances = [.. actors.Where(a => a.TakesPart).SelectMany(a => a.Needs).Where(n => n.By != n.On && Of(n.On).TakesPart)];
        Circles = CirclesAmong(actors, Reliances);
        Mutual = MutualAmong(Reliances);
    }

    /// <summary>All members, by name.</summary>
    public ImmutableArray<Actor> All { get; }

    /// <summary>What members that take part today need of others that do, by the name of the one that needs it.</summary>
    public ImmutableArray<Reliance> Reliances { get; }

    /// <summary>Members of which each needs each other one, directly or through others of them: by name, the largest circle first.</summary>
    public ImmutableArray<ImmutableArray<Member>> Circles { get; }

    /// <summary>Pairs that need each other directly, by name.</summary>
    public ImmutableArray<(Member First, Member Second)> Mutual { get; }

    /// <summary>One member.</summary>
    public Actor Of(Member member) => byMember[member.Id];

    internal static ActorMap Of(Corpus corpus, DateOnly today)
    {
        var members = corpus.All<Member>(Member.OfKind).OrderBy(m => m.Title, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Id, StringComparer.Ordinal).ToList();
        var needs = members.SelectMany(m => m.DependsOn.Select(d => (Member: m, Need: d, On: corpus.Find<Member>(d.Member)))).ToList();
        var needsOf = needs.Where(n => n.On is not null).ToLookup(n => n.Member.Id, n => new Reliance(n.Member, n.On!, n.Need.For), StringComparer.Ordinal);
        var needed = needs.Where(n => n.On is not null).ToLookup(n => n.On!.Id, n => new Reliance(n.Member, n.On!, n.Need.For), StringComparer.Ordinal);
        var others = needs.Where(n => n.On is null).ToLookup(n => n.Member.Id, n => n.Need, StringComparer.Ordinal);
        var referred = members.ToLookup(m => corpus.Find<Member>(m.ReferredBy)?.Id ?? "", StringComparer.Ordinal);
        return new ActorMap([.. members.Select(m => new Actor(m, Memberships.StandingOf(m, today))
        {
            Needs = [.. needsOf[m.Id]],
            NeedsOthers = [.. others[m.Id]],
            NeededBy = [.. needed[m.Id]],
            ReferredBy = corpus.Find<Member>(m.ReferredBy),
            Referred = [.. referred[m.Id]],
        })]);
    }

    private static ImmutableArray<ImmutableArray<Member>> CirclesAmong(ImmutableArray<Actor> actors, ImmutableArray<Reliance> reliances)
    {
        var places = actors.Select((a, i) => (a.Member.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var next = actors.Select(_ => new List<int>()).ToList();
        foreach (var reliance in reliances) next[places[reliance.By.Id]].Add(places[reliance.On.Id]);
        return [.. Findings.Circles.Groups(next).Select(g => g.Sort()).OrderByDescending(g => g.Length).ThenBy(g => g[0])
            .Select(g => g.Select(i => actors[i].Member).ToImmutableArray())];
    }

    private static ImmutableArray<(Member First, Member Second)> MutualAmong(ImmutableArray<Reliance> reliances)
    {
        var all = reliances.Select(r => (r.By.Id, r.On.Id)).ToHashSet();
        var seen = new HashSet<(string, string)>();
        var pairs = ImmutableArray.CreateBuilder<(Member, Member)>();
        foreach (var (by, on, _) in reliances)
            if (all.Contains((on.Id, by.Id)) && seen.Add((by.Id, on.Id)) && !seen.Contains((on.Id, by.Id))) pairs.Add((by, on));
        return pairs.ToImmutable();
    }
}
