using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Who endorsed which text of which agreement, and whether it is still the text.</summary>
public sealed class Currencies
{
    private readonly FrozenDictionary<string, Lazy<ImmutableArray<Currency>>> byAgreement;
    private readonly FrozenDictionary<string, int?> inForce;
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<Currency>>> byMember;

    private Currencies(Corpus corpus, Timelines timelines, DateOnly today)
    {
        var agreements = corpus.All<Platform>(Platform.OfKind);
        var amendedInWordsOnly = AmendedInWordsOnly(corpus);
        inForce = agreements.ToFrozenDictionary(a => a.Id, a => amendedInWordsOnly.Contains(a.Id) ? null : PlaceInForce(a, today), StringComparer.Ordinal);
        var words = Spoken(corpus, agreements);
        byAgreement = agreements.ToFrozenDictionary(
            a => a.Id, a => new Lazy<ImmutableArray<Currency>>(() => Stand(timelines.Of(a), inForce[a.Id], words[a.Id])), StringComparer.Ordinal);
        byMember = new(() => agreements.SelectMany(a => Of(a)).Where(c => c.Member is not null)
            .GroupBy(c => c.Member!.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>All who ever spoke of an agreement: members by name, then names without a record.</summary>
    public ImmutableArray<Currency> Of(Platform agreement) => byAgreement[agreement.Id].Value;

    /// <summary>What a member said of each agreement it spoke of.</summary>
    public ImmutableArray<Currency> Of(Member member) => byMember.Value.GetValueOrDefault(member.Id, []);

    /// <summary>The place of the text that endorsements are held against; null when the record does not say which text is in force.</summary>
    public int? InForce(Platform agreement) => inForce[agreement.Id];

    internal static Currencies Of(Corpus corpus, Timelines timelines, DateOnly today) => new(corpus, timelines, today);

    /// <summary>The text a version means: its number counted from 1, its date, or its file's name; null where there is no such text.</summary>
    public static int? PlaceOf(Platform agreement, string? version)
    {
        if (version is null) return null;
        var texts = Versions.TextsOf(agreement);
        if (int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= texts.Length) return number - 1;
        for (var place = texts.Length - 1; place >= 0; place--)
            if (texts[place].Core.File.Text.Stem == version || Versions.DateOf(texts[place])?.ToString() == version) return place;
        return null;
    }

    /// <summary>The text in force; before the first day, the first; an agreement of one text without a date has only that.</summary>
    private static int? PlaceInForce(Platform agreement, DateOnly today)
    {
        var texts = Versions.TextsOf(agreement);
        return Versions.InForceOn(agreement, today) ?? (texts.Length == 1 || Versions.DateOf(texts[0]) is not null ? 0 : null);
    }

    /// <summary>Agreements of one text that decisions amended without saying how: nobody can tell what is in force.</summary>
    private static FrozenSet<string> AmendedInWordsOnly(Corpus corpus) =>
        corpus.All<Decision>(Decision.OfKind).Where(d => d.WasTaken)
            .SelectMany(d => d.Amends.Select(corpus.Find<Platform>)).OfType<Platform>().Where(a => a.Versions.IsEmpty)
            .Select(a => a.Id).ToFrozenSet(StringComparer.Ordinal);

    private static Dictionary<string, List<Said>> Spoken(Corpus corpus, ImmutableArray<Platform> agreements)
    {
        var words = agreements.ToDictionary(a => a.Id, _ => new List<Said>(), StringComparer.Ordinal);
        foreach (var member in corpus.All<Member>(Member.OfKind))
        {
            foreach (var said in member.Endorsements)
                if (corpus.Find<Platform>(said.Platform) is { } agreement)
                    words[agreement.Id].Add(new Said(agreement, member, null, said, PlaceOf(agreement, said.Version?.Value)));
        }

        foreach (var agreement in agreements)
        {
            var texts = Versions.TextsOf(agreement);
            for (var place = 0; place < texts.Length; place++)
                foreach (var name in texts[place].EndorsedBy)
                    words[agreement.Id].Add(new Said(agreement, corpus.Find<Member>(name), name, new Endorsement { Position = "endorsed" }, place));
        }

        return words;
    }

    private static ImmutableArray<Currency> Stand(Timeline timeline, int? inForce, List<Said> words)
    {
        var since = new Dictionary<int, (bool Same, bool Rules, ImmutableArray<ClauseChange> Changes)>();
        return
        [
            .. words.GroupBy(w => w.Speaker, StringComparer.Ordinal)
                .OrderBy(g => g.First().Member is null).ThenBy(g => g.First().Member?.Title ?? g.Key, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Stand(timeline, inForce, InOrder(timeline, g), since)),
        ];
    }

    /// <summary>Oldest first; a word without a date stands at the day of the text it is about.</summary>
    private static ImmutableArray<Said> InOrder(Timeline timeline, IEnumerable<Said> words) =>
        [.. words.OrderBy(w => w.Words.Date ?? (w.Place is { } place ? Versions.DateOf(timeline.Texts[place]) : null)).ThenBy(w => w.Place)];

    private static Currency Stand(Timeline timeline, int? inForce, ImmutableArray<Said> words, Dictionary<int, (bool Same, bool Rules, ImmutableArray<ClauseChange> Changes)> since)
    {
        var holds = Currency.StandingOf(words, inForce);
        if (holds is null) return new Currency(words, null, inForce, Held.None, []);
        if (holds.Place is not { } place || inForce is not { } now) return new Currency(words, holds, inForce, Held.Unknown, []);
        if (place == now) return new Currency(words, holds, inForce, Held.InForce, []);
        if (!since.TryGetValue(place, out var found)) since[place] = found = Between(timeline, Math.Min(place, now), Math.Max(place, now));
        return new Currency(words, holds, inForce, found.Same ? Held.SameWords : place < now ? Held.Behind : Held.Ahead, found.Changes) { RulesChanged = found.Rules };
    }

    /// <summary>Whether two texts of an agreement say the same, in their words and in the rules beside them.</summary>
    internal static bool SayTheSame(Timeline timeline, int one, int other) =>
        one == other || Between(timeline, Math.Min(one, other), Math.Max(one, other)).Same;

    private static (bool Same, bool Rules, ImmutableArray<ClauseChange> Changes) Between(Timeline timeline, int from, int to)
    {
        var (before, after) = (timeline.Texts[from], timeline.Texts[to]);
        var changes = timeline.Between(from, to);
        var summary = ChangeSummary.Of([.. changes.Select(change => DiffedChange.Of(timeline, change))], before, after);
        // How decisions are made is part of what was endorsed, wherever in the file it stands.
        var rules = RulesIn(before) != RulesIn(after);
        return (!summary.AnyWords && summary.OfOtherKind == 0 && !rules, rules, changes);
    }

    /// <summary>The rules of a text as one string, to tell whether two texts have the same.</summary>
    private static string RulesIn(Platform text) =>
        string.Join('\n', text.Rules.OrderBy(r => r.Name.Value, StringComparer.Ordinal).Select(r =>
            $"{r.Name.Value}|{r.Method}|{r.Threshold}|{r.Of}|{r.Quorum}|{r.Notice}|{string.Join('|', r.More.Select(m => $"{m.Key.Value}={m.Text}"))}"));
}
