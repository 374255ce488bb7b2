using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// Members, people, meetings, motions and votes in the form of the Popolo project (popoloproject.com/specs), which programs
/// for parliaments and councils read. A key is left out where the record does not say; dates are as precise as they were
/// written, as the examples of the specification have them.
/// </summary>
internal static class Popolo
{
    /// <summary>The file.</summary>
    public const string Path = "data/popolo.json";

    /// <summary>Whether a site has one: only where it has members or votes.</summary>
    public static bool Exists(Site site) =>
        site.Corpus.Count(Member.OfKind) > 0 || site.Corpus.All<Decision>(Decision.OfKind).Any(d => d.Vote is not null);

    /// <summary>A link to it; null where there is none.</summary>
    public static Anchor? Link(PageContext page) =>
        Exists(page.Site) ? new Anchor("Members, meetings and votes (Popolo JSON)", page.To(Path)) : null;

    /// <summary>The file, where there is one.</summary>
    public static IEnumerable<Artifact> Render(Site site)
    {
        if (!Exists(site)) yield break;
        var people = new PopoloPeople(site);
        var votes = new PopoloVotes(site);
        using var lists = new JsonLists();
        lists.Add("organizations", people.Organizations(), (json, write) => write(json));
        lists.Add("persons", people.Persons(), (json, write) => write(json));
        lists.Add("posts", people.Posts, people.WritePost);
        lists.Add("memberships", people.Memberships(), (json, write) => write(json));
        lists.Add("events", site.Corpus.All<Meeting>(Meeting.OfKind), people.WriteEvent);
        lists.Add("motions", votes.Motions, votes.WriteMotion);
        lists.Add("vote_events", votes.Motions.Where(d => d.Vote is not null), votes.WriteVoteEvent);
        yield return new Artifact(Path, lists.Take());
    }
}
