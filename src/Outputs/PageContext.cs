using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>One page being made: knows where it is, and so how everything else is addressed from it.</summary>
/// <param name="Site">The whole.</param>
/// <param name="Path">The page's own path within the site.</param>
public sealed partial record PageContext(Site Site, string Path)
{
    /// <summary>The records.</summary>
    public Corpus Corpus => Site.Corpus;

    /// <summary>What follows from them.</summary>
    public Consequences Consequences => Site.Consequences;

    /// <summary>The address of a site file as seen from this page.</summary>
    public string To(string path) => RelativePath.Between(Path, path) is { Length: > 0 } address ? address : Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>A link to a record, under its title.</summary>
    public Anchor To(Record record, string? text = null, string? fragment = null) =>
        new(text ?? record.Title, To(RouteOf(record)) + (fragment is null ? "" : "#" + Uri.EscapeDataString(fragment)), record.Id);

    /// <summary>A link to what a name means; a name that is none of ours stays as written.</summary>
    public Anchor To(Ref reference)
    {
        if (Corpus.Find(reference) is not { } record) return new(reference.Written.Value, External(reference.Written.Value));
        if (reference.Delegate is { } person && record is Member member)
            return To(member, $"{member.FindDelegate(person)?.Name ?? person} ({member.Title})");
        if (record is Platform agreement && reference.Fragment is { } place) return ToClause(agreement, place);
        return To(record, ClauseTitle(record, reference.Fragment), reference.Fragment);
    }

    /// <summary>A link to one of an agreement's dated texts.</summary>
    public Anchor ToVersion(Platform agreement, Platform version, string text, string? fragment = null) =>
        new(text, To(Routes.Version(agreement, version)) + (fragment is null ? "" : "#" + Uri.EscapeDataString(fragment)), agreement.Id);

    /// <summary>A clause of the text that stands for the agreement today; one that it no longer has, in the newest text that has it.</summary>
    private Anchor ToClause(Platform agreement, string place)
    {
        var texts = Versions.TextsOf(agreement);
        var shown = texts[Versions.ShownOn(agreement, Consequences.Today)];
        if (shown.Body.Anchors.Contains(place)) return To(agreement, ClauseTitle(shown, place), place);
        var with = texts.LastOrDefault(t => t.Body.Anchors.Contains(place));
        return with is null ? To(agreement) : ToVersion(agreement, with, ClauseTitle(with, place) ?? agreement.Title, place);
    }

    /// <summary>Links to what names mean.</summary>
    public ImmutableArray<Anchor> To(ImmutableArray<Ref> references) => [.. references.Select(To)];

    /// <summary>The address of a link that stands in a record, as seen from this page; null where it leads nowhere or must not be followed.</summary>
    public string? To(Record from, Link link)
    {
        var target = Consequences.Links.Resolve(from, link);
        return target.Kind switch
        {
            LinkKind.Record => To(RouteOf(target.Record!)) + (target is { Fragment: { } place, FragmentExists: true } ? "#" + Uri.EscapeDataString(place) : ""),
            LinkKind.Attachment => To(Routes.Attachment(target.Address)),
            LinkKind.External => Address(target.Address),
            _ => null,
        };
    }

    /// <summary>A date for readers.</summary>
    public Day? Day(PartialDate? date) => Site.Dates.Of(date);

    /// <summary>A day for readers.</summary>
    public Day? Day(DateOnly? day) => day is { } known ? Site.Dates.Of(PartialDate.Of(known)) : null;

    /// <summary>Rendered text with its addresses filled in, as seen from this page.</summary>
    /// <param name="from">The record the text belongs to.</param>
    /// <param name="text">The text.</param>
    public Html Fill(Record from, RichText text) => text.IsEmpty ? default : new(text.Fill(link => Markup(from, link)));

    /// <summary>Rendered text shown on a page that is not its own: places on its own page are links to there, and its ids stay there.</summary>
    /// <param name="from">The record the text belongs to.</param>
    /// <param name="text">The text.</param>
    public Html Quote(Record from, RichText text)
    {
        if (text.IsEmpty) return default;
        var quoted = text.Fill(link => Consequences.Links.Resolve(from, link) is { Kind: LinkKind.SamePage } target && !link.IsImage
            ? Href(To(RouteOf(from)) + (target.FragmentExists ? "#" + Escaped(target.Fragment!) : ""))
            : Markup(from, link));
        return new(Ids().Replace(quoted, ""));
    }

    /// <summary>The SHA-256 of a record's source text, in lower-case hexadecimal.</summary>
    public static string Fingerprint(Record record) =>
        Convert.ToHexStringLower(SHA256.HashData(PageWriter.BytesOf(PublishedSource.Of(record)).Span));

    private static string? External(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? written : null;

    private static string? ClauseTitle(Record record, string? fragment)
    {
        if (fragment is null) return null;
        return record.Body.Sections.FirstOrDefault(s => s.Anchor == fragment)?.Label;
    }

    private string Markup(Record from, Link link)
    {
        var target = Consequences.Links.Resolve(from, link);
        if (link.IsImage) return Picture(link, target);
        return target.Kind switch
        {
            LinkKind.SamePage => Href("#" + (target.FragmentExists ? Escaped(target.Fragment!) : "at-main")),
            LinkKind.External => Href(To(from, link)!) + " rel=\"external noreferrer\"",
            LinkKind.Record or LinkKind.Attachment => Href(To(from, link)!),
            _ => "class=\"dead\"",
        };
    }

    /// <summary>A dated text of an agreement is a page of its own below the agreement's.</summary>
    private string RouteOf(Record record) =>
        Corpus.AgreementOf(record) is { } agreement ? Routes.Version(agreement, (Platform)record) : Routes.Of(record);

    private string Picture(Link link, LinkTarget target)
    {
        var alt = Html.Escape(link.Alt);
        return target.Kind switch
        {
            LinkKind.Attachment when IsPicture(target.Address) => $"<img src=\"{Html.Escape(To(Routes.Attachment(target.Address)))}\" alt=\"{alt}\" loading=\"lazy\">",
            LinkKind.Attachment => $"<a {Href(To(Routes.Attachment(target.Address)))}>{(alt.Length > 0 ? alt : "File")}</a>",
            LinkKind.External when link.InsideLink => alt.Length > 0 ? $"Picture: {alt}" : "Picture on another site",
            // Nothing is loaded from another host: the reader decides.
            LinkKind.External => $"<a {Href(Address(target.Address))} rel=\"external noreferrer\">{(alt.Length > 0 ? $"Picture: {alt}" : "Picture on another site")}</a>",
            _ => $"<span class=\"dead\">{(alt.Length > 0 ? $"Picture not published: {alt}" : "Picture not published")}</span>",
        };
    }

    private static bool IsPicture(string path) =>
        path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant() is "png" or "jpg" or "jpeg" or "gif" or "webp" or "avif";

    /// <summary>An address of another site in the one form that every checker accepts.</summary>
    private static string Address(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) ? Strict(url) : address;

    /// <summary>Brackets and a second <c>#</c> are not allowed in a path or fragment, though browsers forgive them.</summary>
    private static string Strict(Uri url)
    {
        var start = url.GetLeftPart(UriPartial.Authority);
        var rest = url.AbsoluteUri[start.Length..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        var hash = rest.IndexOf('#');
        return start + (hash < 0 ? rest : rest[..(hash + 1)] + rest[(hash + 1)..].Replace("#", "%23", StringComparison.Ordinal));
    }

    private static string Escaped(string fragment) => fragment.StartsWith("fn", StringComparison.Ordinal) ? fragment : Uri.EscapeDataString(fragment);

    [GeneratedRegex("(?<=<[a-z][^<>]*) id=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    private static string Href(string address) => $"href=\"{Html.Escape(address)}\"";
}
