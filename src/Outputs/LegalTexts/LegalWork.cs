using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>A day in the life of an agreement.</summary>
/// <param name="Id">Its name within the document.</param>
/// <param name="Day">The day.</param>
/// <param name="Type">generation or amendment; null for the day from which the first text applies, where it was adopted on another.</param>
/// <param name="Source">The name, within the document, of what brought it about.</param>
internal sealed record LegalEvent(string Id, DateOnly Day, string? Type, string Source);

/// <summary>Something outside the document that it names.</summary>
/// <param name="Element">What it is to the document: its original, or something that changed it.</param>
/// <param name="Id">Its name within the document.</param>
/// <param name="Address">Where it is, or its name for good.</param>
/// <param name="Title">Its name for readers.</param>
internal sealed record LegalReference(string Element, string Id, string Address, string Title);

/// <summary>
/// An agreement as a work with expressions, one for each of its texts (IFLA FRBR, and the naming convention akn-nc v1.0):
/// <c>/akn/xx/act/agreement/coalition/2024-01-15/charter/eng@2025-06-01</c>. A coalition is no country, so the country is
/// <c>xx</c>, which ISO 3166-1 gives to nobody. Of several texts of one day the second is <c>eng@2025-06-01-2</c>.
/// </summary>
internal sealed class LegalWork
{
    /// <summary>No country.</summary>
    public const string Country = "xx";

    /// <summary>What kind of act it is.</summary>
    public const string Subtype = "agreement";

    private readonly ImmutableArray<string?> expressions;
    private readonly ImmutableArray<string?> starts;
    private readonly Lazy<FrozenDictionary<string, string>>[] ids;
    private readonly string folder;

    /// <summary>Names everything once, for all texts of the agreement.</summary>
    /// <param name="owner">The coalition's name.</param>
    /// <param name="settings">The language, and the address where it is known.</param>
    /// <param name="timeline">The agreement, of which the first day must be known.</param>
    public LegalWork(string owner, Settings settings, Timeline timeline)
    {
        (Owner, Site, Timeline) = (owner, settings.Url, timeline);
        Day = FirstDay(timeline.Texts[0])!.Value;
        OwnerName = Slug(owner);
        Language = LanguageCodes.Of(settings.Language);
        Name = $"/akn/{Country}/act/{Subtype}/{OwnerName}/{Iso(Day)}/{timeline.Agreement.Id}";
        folder = timeline.Agreement.Versions.IsEmpty ? Routes.Of(timeline.Agreement) : Routes.Version(timeline.Agreement, timeline.Texts[0]);
        expressions = NameExpressions();
        ids = [.. timeline.Texts.Select(text => new Lazy<FrozenDictionary<string, string>>(() => NameClauses(text)))];
        (Events, References, starts) = Life();
    }

    /// <summary>The address of the site, or null.</summary>
    public Uri? Site { get; }

    /// <summary>The agreement through time.</summary>
    public Timeline Timeline { get; }

    /// <summary>The day of the work: when its first text was adopted, else the day that text is filed under.</summary>
    public DateOnly Day { get; }

    /// <summary>The coalition.</summary>
    public string Owner { get; }

    /// <summary>The coalition as a part of names.</summary>
    public string OwnerName { get; }

    /// <summary>The language, in three letters.</summary>
    public string Language { get; }

    /// <summary>The name of the work for good.</summary>
    public string Name { get; }

    /// <summary>The first text and every amendment of which the day is known, oldest first.</summary>
    public ImmutableArray<LegalEvent> Events { get; }

    /// <summary>What the events come from.</summary>
    public ImmutableArray<LegalReference> References { get; }

    /// <summary>The day from which a text applies or under which it is filed, where it is recorded to the day.</summary>
    public static DateOnly? DayOf(Platform text) => Versions.DateOf(text)?.Exact;

    /// <summary>The day of a work, from its first text; null where it is not recorded to the day.</summary>
    public static DateOnly? FirstDay(Platform first) => WasAdopted(first) ? first.Date!.Value.Exact : DayOf(first);

    /// <summary>Whether the day of a work is the one on which its first text was adopted: known to the day, and none from which the text would have applied before.</summary>
    public static bool WasAdopted(Platform first) => first.Date?.Exact is { } adopted && !(DayOf(first) < adopted);

    /// <summary>ISO 8601.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The name of a text for good; null where its day is not known.</summary>
    public string? Expression(int place) => expressions[place];

    /// <summary>The name of the event with which a text starts; null where its day is not known.</summary>
    public string? StartOf(int place) => starts[place];

    /// <summary>The name (eId) of a clause in a text that has it.</summary>
    public string IdOf(int place, ClauseStory clause) => ids[place].Value[clause.States[place]!.Section.Anchor];

    /// <summary>A clause of a text by its name for good; null where the text has none.</summary>
    public string? NameOf(int place, ClauseStory clause) =>
        Expression(place) is { } text && clause.States[place] is not null ? $"{text}/!main#{IdOf(place, clause)}" : null;

    /// <summary>What brought a change about: the pages of the decisions, else the text in which the change is first seen.</summary>
    public IEnumerable<string> SourcesOf(int place, ImmutableArray<Decision> decisions)
    {
        if (decisions.IsEmpty) return [Expression(place) ?? Address(Routes.Version(Timeline.Agreement, Timeline.Texts[place]))];
        return decisions.Select(d => Address(Routes.Of(d))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The address of a page: the whole one where the site's is known, else as seen from the document.</summary>
    public string Address(string path) => Site is not null ? new Uri(Site, path).AbsoluteUri : RelativePath.Between(folder, path);

    /// <summary>
    /// What a clause is in the hierarchy of an act: an article; with clauses below it, a chapter, a section, a subsection or
    /// a division, from the outside in.
    /// </summary>
    public static (string Element, string Prefix) ElementOf(ImmutableArray<Clause> clauses, int at)
    {
        if (at + 1 == clauses.Length || clauses[at + 1].Section.Level <= clauses[at].Section.Level) return ("article", "art");
        return clauses[at].Section.Level switch
        {
            2 => ("chapter", "chp"),
            3 => ("section", "sec"),
            4 => ("subsection", "subsec"),
            _ => ("division", "dvs"),
        };
    }

    /// <summary>A clause's anchor is its name; what XML does not allow in a name is written in hexadecimal (<c>_x0021_</c>).</summary>
    private static FrozenDictionary<string, string> NameClauses(Platform text)
    {
        // What stands before the first heading has no anchor.
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = text.Clauses.IsEmpty ? "hcontainer_1" : "preamble" };
        for (var at = 0; at < text.Clauses.Length; at++)
        {
            var anchor = text.Clauses[at].Section.Anchor;
            names[anchor] = XmlConvert.EncodeLocalName($"{ElementOf(text.Clauses, at).Prefix}_{anchor}");
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ImmutableArray<string?> NameExpressions()
    {
        var onDay = new Dictionary<DateOnly, int>();
        var names = ImmutableArray.CreateBuilder<string?>();
        foreach (var text in Timeline.Texts)
        {
            if (DayOf(text) is not { } day)
            {
                names.Add(null);
                continue;
            }

            var count = onDay[day] = onDay.GetValueOrDefault(day) + 1;
            names.Add($"{Name}/{Language}@{Iso(day)}{(count > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{count}") : "")}");
        }

        return names.ToImmutable();
    }

    private (ImmutableArray<LegalEvent> Events, ImmutableArray<LegalReference> References, ImmutableArray<string?> Starts) Life()
    {
        var events = ImmutableArray.CreateBuilder<LegalEvent>();
        var starts = new string?[Timeline.Texts.Length];
        var references = new Dictionary<string, LegalReference>(StringComparer.Ordinal);
        Refer(new LegalReference("original", "original", Name, Timeline.Agreement.Title));
        events.Add(new LegalEvent("e1", Day, "generation", "original"));
        for (var place = 0; place < Timeline.Texts.Length; place++)
        {
            if (DayOf(Timeline.Texts[place]) is not { } day) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"e{place + 1}");
            if (place == 0)
            {
                starts[0] = day == Day ? "e1" : "e1_start";
                if (day != Day) events.Add(new LegalEvent("e1_start", day, null, "original"));
                continue;
            }

            starts[place] = id;
            var made = MadeBy(place).ToList();
            for (var i = 0; i < made.Count; i++)
            {
                Refer(made[i]);
                events.Add(new LegalEvent(i == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}_{i + 1}"), day, "amendment", made[i].Id));
            }
        }

        return (events.ToImmutable(), [.. references.Values], [.. starts]);

        void Refer(LegalReference reference) => references.TryAdd(reference.Id, reference);
    }

    private IEnumerable<LegalReference> MadeBy(int place)
    {
        if (Timeline.By[place].IsEmpty)
            return [new LegalReference("passiveRef", string.Create(CultureInfo.InvariantCulture, $"text_{place + 1}"), Expression(place)!, string.Create(CultureInfo.InvariantCulture, $"Version {place + 1}"))];
        return Timeline.By[place].DistinctBy(d => d.Id).Select(d =>
            new LegalReference("passiveRef", XmlConvert.EncodeLocalName("decision_" + d.Id), Address(Routes.Of(d)), d.Title));
    }

    /// <summary>A name as a part of an address: its letters and digits in lower case.</summary>
    private static string Slug(string name)
    {
        var words = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "coalition" : Uri.EscapeDataString(string.Join('-', words));
    }
}
