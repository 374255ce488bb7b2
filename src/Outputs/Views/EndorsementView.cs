using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A clause that somebody does not accept as it stands, in their own words.</summary>
public sealed record ReservationView(Anchor? Clause, string? Text)
{
    /// <summary>The clause's anchor, as written.</summary>
    [JsonIgnore] public string? ClauseAnchor { get; init; }

    /// <summary>Whether it is about the clause with an anchor.</summary>
    internal bool Names(string anchor) => ClauseAnchor == anchor;
}

/// <summary>What a member, or an adopter, said of one text of an agreement.</summary>
/// <param name="Member">Who.</param>
/// <param name="Position">endorsed, endorsed-with-reservations, declined, withdrawn or pending; null when not given.</param>
/// <param name="Version">The text, as written; null when not given.</param>
/// <param name="Text">The text, leading to its page where it has one.</param>
/// <param name="Date">When.</param>
/// <param name="DecidedBy">Who decided it within the member.</param>
/// <param name="OwnVote">The member's own vote, in words.</param>
/// <param name="Reservations">What it does not accept.</param>
/// <param name="Tag">The position for readers.</param>
public sealed record EndorsementView(
    Anchor Member, string? Position, string? Version, [property: JsonIgnore] Anchor? Text, Day? Date, string? DecidedBy, string? OwnVote,
    ImmutableArray<ReservationView> Reservations, [property: JsonIgnore] Tag Tag)
{
    /// <summary>Whether it is somebody who uses the agreement without being a member.</summary>
    [JsonIgnore] public bool ByAdopter { get; init; }

    /// <summary>Which text it is about, as a place from 0; null where the record does not say or names none.</summary>
    [JsonIgnore] public int? Place { get; init; }

    [JsonIgnore] internal PartialDate? On { get; init; }

    [JsonIgnore] private bool IsPlain => Position is "endorsed" or "endorsed-with-reservations";

    /// <summary>All that was ever said of an agreement: by member in the order of names, oldest first.</summary>
    public static ImmutableArray<EndorsementView> All(PageContext page, Platform agreement)
    {
        var found = new List<EndorsementView>();
        foreach (var link in page.Consequences.Backlinks.To(agreement))
        {
            if (link.From is not Member member) continue;
            foreach (var said in member.Endorsements)
                if (said.Platform is { } named && page.Corpus.Find(named)?.Key == agreement.Key) found.Add(Of(page, agreement, member, said));
        }

        var texts = Versions.TextsOf(agreement);
        for (var place = 0; place < texts.Length; place++)
            foreach (var name in texts[place].EndorsedBy) found.Add(Listed(page, agreement, name, place));
        return [.. found.OrderBy(e => e.Member.Text, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Member.Id, StringComparer.Ordinal)
            .ThenBy(e => e.On).ThenBy(e => e.Place)];
    }

    /// <summary>The newest word of each, and every word that was not an endorsement: none of those is ever left out.</summary>
    public static ImmutableArray<EndorsementView> Current(ImmutableArray<EndorsementView> all) =>
        [.. all.Where((said, at) => !said.IsPlain || at == all.Length - 1 || all[at + 1].Member != said.Member)];

    private static EndorsementView Of(PageContext page, Platform agreement, Member member, Endorsement said)
    {
        var place = PlaceOf(agreement, said.Version?.Value);
        var fragments = said.Reservations.Select(r => new ReservationView(r.Clause is { } clause ? ToClause(page, agreement, place, clause) : null, r.Text) { ClauseAnchor = r.Clause });
        return new EndorsementView(
            page.To(member), said.Position, said.Version?.Value, TextOf(page, agreement, place, said.Version?.Value), page.Day(said.Date),
            said.DecidedBy, said.OwnVote, [.. fragments], StatusTags.Endorsement(said.Position))
        {
            ByAdopter = member.Category == "adopter",
            Place = place,
            On = said.Date,
        };
    }

    /// <summary>Somebody whom the text itself lists.</summary>
    private static EndorsementView Listed(PageContext page, Platform agreement, Ref name, int place)
    {
        var version = Number(place);
        return new EndorsementView(page.To(name), "endorsed", version, TextOf(page, agreement, place, version), null, null, null, [], StatusTags.Endorsement("endorsed"))
        {
            ByAdopter = page.Corpus.Find<Member>(name)?.Category == "adopter",
            Place = place,
        };
    }

    /// <summary>The text a version means: its number counted from 1, its date or its file's name.</summary>
    internal static int? PlaceOf(Platform agreement, string? version)
    {
        if (version is null) return null;
        var texts = Versions.TextsOf(agreement);
        if (int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= texts.Length)
            return number - 1;
        for (var place = texts.Length - 1; place >= 0; place--)
            if (texts[place].Core.File.Text.Stem == version || Versions.DateOf(texts[place])?.ToString() == version) return place;
        return null;
    }

    private static Anchor? TextOf(PageContext page, Platform agreement, int? place, string? written) => (place, written) switch
    {
        (_, null) => null,
        ({ } at, _) when !agreement.Versions.IsEmpty => page.ToVersion(agreement, agreement.Versions[at], $"version {Number(at)}"),
        _ => new Anchor($"version {written}", null),
    };

    /// <summary>A clause of the very text the word was about.</summary>
    private static Anchor ToClause(PageContext page, Platform agreement, int? place, string clause)
    {
        if (place is not { } at) return new Anchor(clause, null);
        var text = Versions.TextsOf(agreement)[at];
        if (text.Body.Sections.FirstOrDefault(s => s.Anchor == clause) is not { } section) return new Anchor(clause, null);
        var title = section.Number.Length > 0 ? $"{section.Number} {section.Title}" : section.Title;
        return agreement.Versions.IsEmpty ? page.To(agreement, title, clause) : page.ToVersion(agreement, text, title, clause);
    }

    private static string Number(int place) => (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
