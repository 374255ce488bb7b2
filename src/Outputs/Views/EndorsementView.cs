using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

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
/// <param name="Agreement">Of which agreement; null where the record does not say.</param>
/// <param name="Position">endorsed, endorsed-with-reservations, declined, withdrawn or pending; null when not given.</param>
/// <param name="Version">The text, as written; null when not given.</param>
/// <param name="Text">The text, leading to its page where it has one.</param>
/// <param name="Date">When.</param>
/// <param name="DecidedBy">Who decided it within the member.</param>
/// <param name="OwnVote">The member's own vote, in words.</param>
/// <param name="Reservations">What it does not accept.</param>
/// <param name="Tag">The position for readers.</param>
public sealed record EndorsementView(
    Anchor Member, Anchor? Agreement, string? Position, string? Version, [property: JsonIgnore] Anchor? Text, Day? Date, string? DecidedBy, string? OwnVote,
    ImmutableArray<ReservationView> Reservations, [property: JsonIgnore] Tag Tag)
{
    /// <summary>Where it can be seen, as written.</summary>
    public string? Evidence { get; init; }

    /// <summary>The same where it is an address.</summary>
    [JsonIgnore] public string? EvidenceHref { get; init; }

    /// <summary>The text as a heading: "Version 5", with the agreement's name where there are several.</summary>
    [JsonIgnore] public Anchor Heading { get; init; } = new("Version not recorded", null);

    /// <summary>Whether it is somebody who uses the agreement without being a member.</summary>
    [JsonIgnore] public bool ByAdopter { get; init; }

    /// <summary>Which text it is about, as a place from 0; null where the record does not say or names none.</summary>
    [JsonIgnore] public int? Place { get; init; }

    [JsonIgnore] private bool IsPlain => Position is "endorsed" or "endorsed-with-reservations";

    /// <summary>All that was ever said of an agreement: by member in the order of names, oldest first.</summary>
    public static ImmutableArray<EndorsementView> All(PageContext page, Platform agreement) =>
        [.. page.Consequences.Currencies.Of(agreement).SelectMany(c => c.Words).Select(said => Of(page, said))];

    /// <summary>The newest word of each, and every word that was not an endorsement: none of those is ever left out.</summary>
    public static ImmutableArray<EndorsementView> Current(ImmutableArray<EndorsementView> all) =>
        [.. all.Where((said, at) => !said.IsPlain || at == all.Length - 1 || all[at + 1].Member != said.Member)];

    /// <summary>One word.</summary>
    public static EndorsementView Of(PageContext page, Said said)
    {
        var words = said.Words;
        var written = words.Version?.Value ?? (said.Place is { } place ? Number(place) : null);
        var reservations = words.Reservations.Select(r =>
            new ReservationView(r.Clause is { } clause ? ToClause(page, said.Agreement, said.Place, clause) : null, r.Text) { ClauseAnchor = r.Clause });
        var text = TextOf(page, said, written);
        return new EndorsementView(
            said.Member is { } member ? page.To(member) : page.To(said.Name!), page.To(said.Agreement), words.Position, written, text, page.Day(words.Date),
            words.DecidedBy, words.OwnVote, [.. reservations], StatusTags.Endorsement(words.Position))
        {
            Evidence = words.Evidence,
            EvidenceHref = Uri.TryCreate(words.Evidence, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url!.AbsoluteUri : null,
            ByAdopter = said.Member?.Category == "adopter",
            Place = said.Place,
            Heading = HeadingOf(page, said.Agreement, text),
        };
    }

    /// <summary>A word that does not say which agreement it is about.</summary>
    public static EndorsementView OfNone(PageContext page, Member member, Endorsement words) => new(
        page.To(member), null, words.Position, words.Version?.Value, null, page.Day(words.Date), words.DecidedBy, words.OwnVote,
        [.. words.Reservations.Select(r => new ReservationView(r.Clause is { } clause ? new Anchor(clause, null) : null, r.Text) { ClauseAnchor = r.Clause })],
        StatusTags.Endorsement(words.Position))
    {
        Evidence = words.Evidence,
        Heading = new Anchor("Agreement not recorded", null),
    };

    private static Anchor HeadingOf(PageContext page, Platform agreement, Anchor? text)
    {
        var name = text is null ? "version not recorded" : text.Text;
        name = page.Corpus.Count(Platform.OfKind) > 1 ? $"{agreement.Title}, {name}" : "V" + name[1..];
        return new Anchor(name, text?.Href);
    }

    private static Anchor? TextOf(PageContext page, Said said, string? written)
    {
        if (written is null) return null;
        if (said.Place is not { } place) return new Anchor($"version “{written}”", null);
        var (agreement, label) = (said.Agreement, $"version {Number(place)}");
        if (!agreement.Versions.IsEmpty) return page.ToVersion(agreement, agreement.Versions[place], label);
        return page.Path == Routes.Of(agreement) ? new Anchor(label, null) : page.To(agreement, label);
    }

    /// <summary>A clause of the very text the word was about.</summary>
    private static Anchor ToClause(PageContext page, Platform agreement, int? place, string clause)
    {
        if (place is not { } at) return new Anchor(clause, null);
        var text = Versions.TextsOf(agreement)[at];
        if (text.Body.Sections.FirstOrDefault(s => s.Anchor == clause) is not { } section) return new Anchor(clause, null);
        return agreement.Versions.IsEmpty ? page.To(agreement, section.Label, clause) : page.ToVersion(agreement, text, section.Label, clause);
    }

    private static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}
