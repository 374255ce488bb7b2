using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>Who there is in Popolo data: organisations, people, the posts they hold, what they belong to, and where they meet.</summary>
internal sealed class PopoloPeople(Site site)
{
    private readonly PopoloNames names = new(site);
    private readonly ImmutableArray<Member> members = site.Corpus.All<Member>(Member.OfKind);

    /// <summary>Roles that pass from hand to hand.</summary>
    public ImmutableArray<Role> Posts { get; } = site.Corpus.All<Role>(Role.OfKind);

    /// <summary>The coalition, the bodies of it that met, the groups in which votes are counted, and the members that are no persons.</summary>
    public IEnumerable<Action<Utf8JsonWriter>> Organizations()
    {
        yield return WriteCoalition;
        foreach (var body in site.Corpus.All<Meeting>(Meeting.OfKind).Select(m => m.Assembly).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            if (PopoloNames.Body(body) is var id && id != PopoloNames.Coalition) yield return json => WritePart(json, id, StatusTags.Words(body), "body");
        foreach (var (id, name) in Groups()) yield return json => WritePart(json, id, name, "voting group");
        foreach (var member in members.Where(m => !PopoloNames.IsPerson(m))) yield return json => WriteNamed(json, PopoloNames.Of(member), member.Title, member);
    }

    /// <summary>Members that are persons, those who speak for members, and those in a roll call of whom there is only a name.</summary>
    public IEnumerable<Action<Utf8JsonWriter>> Persons()
    {
        foreach (var member in members)
        {
            if (PopoloNames.IsPerson(member)) yield return json => WriteNamed(json, PopoloNames.Of(member), member.Title, member);
            foreach (var person in member.Delegates.Where(d => d.Id.Length > 0).DistinctBy(d => d.Id))
                yield return json => WriteNamed(json, PopoloNames.Of(member, person.Id), person.Name, member);
        }

        foreach (var name in NamesAlone())
        {
            yield return json =>
            {
                json.WriteString("id", PopoloNames.Named(name));
                json.WriteString("name", name);
            };
        }
    }

    /// <summary>Who belongs to the coalition, who speaks for whom, and who holds which post.</summary>
    public IEnumerable<Action<Utf8JsonWriter>> Memberships()
    {
        foreach (var member in members)
        {
            if (member.Category != "adopter") // it adopted the agreement without joining
            {
                foreach (var (period, number) in PeriodsOf(member))
                    yield return json => WriteMembership(json, $"membership/{member.Id}/{number}", member, period);
            }

            foreach (var (person, number) in member.Delegates.Where(d => d.Id.Length > 0).Select((d, i) => (d, i + 1)))
                yield return json => WriteDelegate(json, $"membership/{member.Id}/delegate/{number}", member, person);
        }

        foreach (var post in Posts)
        {
            foreach (var (term, number) in post.Terms.Select((t, i) => (t, i + 1)))
                if (site.Corpus.Find<Member>(term.Holder) is { } holder) yield return json => WriteTerm(json, $"membership/role/{post.Id}/{number}", post, term, holder);
        }
    }

    /// <summary>Writes a post.</summary>
    public void WritePost(Utf8JsonWriter json, Role post)
    {
        json.WriteString("id", PopoloNames.Of(post));
        json.WriteString("label", post.Title);
        json.Text("role", post.Duty);
        json.WriteString("organization_id", PopoloNames.Coalition);
        names.WriteSource(json, Routes.Of(post));
    }

    /// <summary>Writes a meeting, with its hours where they are recorded so that they mean the same everywhere.</summary>
    public void WriteEvent(Utf8JsonWriter json, Meeting meeting)
    {
        json.WriteString("id", PopoloNames.Of(meeting));
        json.WriteString("name", meeting.Title);
        var time = MeetingTime.Of(meeting.Time, meeting.TimeZone);
        json.Text("start_date", Moment(meeting, time?.Start, time?.Offset) ?? meeting.Date?.ToString());
        json.Text("end_date", Moment(meeting, time?.End, time?.Offset));
        json.Text("location", meeting.Place);
        json.Text("status", meeting.Status);
        json.Text("classification", meeting.MeetingKind);
        json.WriteString("organization_id", PopoloNames.Body(meeting.Assembly));
        names.WriteSource(json, Routes.Of(meeting));
    }

    private static string? Moment(Meeting meeting, TimeOnly? time, TimeSpan? offset) =>
        meeting.Date?.Exact is { } day && time is { } hour && offset is { } ahead
            ? new DateTimeOffset(day, hour, ahead).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;

    private void WriteCoalition(Utf8JsonWriter json)
    {
        json.WriteString("id", PopoloNames.Coalition);
        json.Text("name", site.Name);
        json.WriteString("classification", "coalition");
        json.Text("abstract", site.Purpose);
        json.Text("founding_date", site.Corpus.Coalition?.Date?.ToString());
        names.WriteSource(json, Routes.Home);
    }

    private static void WritePart(Utf8JsonWriter json, string id, string name, string classification)
    {
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteString("classification", classification);
        json.WriteString("parent_id", PopoloNames.Coalition);
    }

    private void WriteNamed(Utf8JsonWriter json, string id, string name, Member member)
    {
        json.WriteString("id", id);
        json.WriteString("name", name);
        names.WriteSource(json, Routes.Of(member));
    }

    /// <summary>A member without dates is still one; it is only not known since when.</summary>
    private static IEnumerable<(Period? Period, int Number)> PeriodsOf(Member member) =>
        member.Periods.IsEmpty ? [(null, 1)] : member.Periods.Select((p, i) => ((Period?)p, i + 1));

    private void WriteMembership(Utf8JsonWriter json, string id, Member member, Period? period)
    {
        json.WriteString("id", id);
        json.Text("role", member.Category);
        WriteHolder(json, member, null);
        json.WriteString("organization_id", PopoloNames.Coalition);
        json.Text("start_date", period?.From?.ToString());
        json.Text("end_date", period?.Until?.ToString());
        names.WriteSource(json, Routes.Of(member));
    }

    private void WriteDelegate(Utf8JsonWriter json, string id, Member member, Records.Delegate person)
    {
        json.WriteString("id", id);
        json.WriteString("label", $"Speaks for {member.Title}");
        json.WriteString("role", "delegate");
        WriteHolder(json, member, person.Id);
        json.WriteString("organization_id", PopoloNames.Coalition);
        json.Text("start_date", person.From?.ToString());
        json.Text("end_date", person.Until?.ToString());
        names.WriteSource(json, Routes.Of(member));
    }

    private void WriteTerm(Utf8JsonWriter json, string id, Role post, Term term, Member holder)
    {
        json.WriteString("id", id);
        json.WriteString("role", post.Title);
        WriteHolder(json, holder, holder.FindDelegate(term.Holder!.Delegate ?? "")?.Id);
        json.WriteString("organization_id", PopoloNames.Coalition);
        json.WriteString("post_id", PopoloNames.Of(post));
        json.Text("start_date", term.From?.ToString());
        json.Text("end_date", term.Until?.ToString());
        names.WriteSource(json, Routes.Of(post));
    }

    /// <summary>Who is a member of something: a person by id, an organisation as the specification's example of a coalition of parties has it.</summary>
    private static void WriteHolder(Utf8JsonWriter json, Member member, string? person)
    {
        if (person is not null)
        {
            json.WriteString("person_id", PopoloNames.Of(member, person));
            if (!PopoloNames.IsPerson(member)) json.WriteString("on_behalf_of_id", PopoloNames.Of(member));
        }
        else if (PopoloNames.IsPerson(member))
        {
            json.WriteString("person_id", PopoloNames.Of(member));
        }
        else
        {
            json.WriteStartObject("member");
            json.WriteString("@type", "Organization");
            json.WriteString("id", PopoloNames.Of(member));
            json.WriteString("name", member.Title);
            json.WriteEndObject();
        }
    }

    private SortedDictionary<string, string> Groups()
    {
        var groups = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var decision in site.Corpus.All<Decision>(Decision.OfKind))
        {
            if (site.Consequences.Proofs.Of(decision) is not { Rule: { } rule, Agreement: { } agreement }) continue;
            foreach (var (name, _) in rule.Groups) groups.TryAdd(PopoloNames.Group(agreement, name), name);
        }

        return groups;
    }

    /// <summary>Everybody in a roll call whose name is no member's, each spelling once.</summary>
    private SortedSet<string> NamesAlone()
    {
        var alone = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var decision in site.Corpus.All<Decision>(Decision.OfKind))
            foreach (var ballot in decision.Vote?.Ballots ?? [])
                if (site.Corpus.Find<Member>(ballot.Member) is null) alone.Add(ballot.Member.Written.Value);
        return alone;
    }
}
