using System.Text.Json;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>
/// What things are called in Popolo data: by kind and id, as their addresses are, so that a name stays when a title changes.
/// Some have no record of their own: people who speak for a member, bodies that met, groups that a rule names, and those of
/// whom a found record gives no more than a name. The same words are the same name; whether two spellings mean one person is
/// in no record.
/// </summary>
internal sealed class PopoloNames(Site site)
{
    /// <summary>The coalition itself.</summary>
    public const string Coalition = "coalition";

    /// <summary>A record.</summary>
    public static string Of(Record record) => $"{record.Kind.Name}/{record.Id}";

    /// <summary>A person who speaks for a member.</summary>
    public static string Of(Member member, string person) => $"{Of(member)}/{person}";

    /// <summary>The vote on a decision.</summary>
    public static string Vote(Decision decision) => $"vote/{decision.Id}";

    /// <summary>A body that met; it may be the whole coalition.</summary>
    public static string Body(string? written) => written is null or "coalition" ? Coalition : $"body/{written}";

    /// <summary>A group in which a rule of an agreement counts votes.</summary>
    public static string Group(Platform agreement, string name) => $"group/{agreement.Id}/{name}";

    /// <summary>Somebody of whom there is only a name.</summary>
    public static string Named(string written) => $"name/{written}";

    /// <summary>Whether a member is a person. Where that is not recorded it is taken for an organisation, as most members are.</summary>
    public static bool IsPerson(Member member) => member.MemberKind == "person";

    /// <summary>The member whose vote it is, else its name alone.</summary>
    public string Voter(Ref member) => site.Corpus.Find<Member>(member) is { } known ? Of(known) : Named(member.Written.Value);

    /// <summary>The person that a name means, or the member; null where it means neither.</summary>
    public string? Actor(Ref? name) => site.Corpus.Find<Member>(name) is not { } member ? null
        : name!.Delegate is { } person && member.FindDelegate(person) is not null ? Of(member, person)
        : Of(member);

    /// <summary>The page from which an entry is taken. It must be a whole address, so there is none while the site's is not known.</summary>
    public void WriteSource(Utf8JsonWriter json, string page)
    {
        if (site.Settings.Url is not { } url) return;
        json.WriteStartArray("sources");
        json.WriteStartObject();
        json.WriteString("url", new Uri(url, page == Routes.Home ? "" : page).AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
