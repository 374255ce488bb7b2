using System.Collections.Immutable;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How many members agreed to the words that are in force.</summary>
internal static class NewestTextAgreed
{
    /// <summary>
    /// Of the members with a vote that belonged on the day: those whose endorsement, as it stood on the day, is of the text in
    /// force on the day or of one with the same words. Where the coalition has several agreements, each that anybody had
    /// endorsed by then counts for itself. The pattern text asks members to join by endorsing and draws no line; two thirds,
    /// what most coalitions need to change their agreement, is our own.
    /// </summary>
    public static readonly Measure Measure = new("newest-text-agreed", Unit.Share, Bound.AtLeast(new(2, 3)), basis =>
    {
        var agreements = basis.Corpus.All<Platform>(Platform.OfKind).Select(a => new Agreed(a, basis)).ToList();
        var members = basis.Corpus.All<Member>(Member.OfKind).Where(Participation.HasVote).ByNameOf(m => m).ToList();
        return day =>
        {
            if (agreements.Count == 0) return Answer.Without(Unknown.Nothing);
            var there = members.Where(m => m.BelongedOn(Sources.PartialDate.Of(day)) == true).ToList();
            var asked = agreements.Where(a => a.CanBeAsked(day)).ToList();
            if (there.Count == 0 || asked.Count == 0) return Answer.Without(Unknown.NotRecorded);
            var pairs = asked.SelectMany(a => there.Select(m => (Agreement: a, Member: m, Covers: a.IsCovered(m, day)))).ToList();
            return new Answer
            {
                Number = Amount.ShareOf(pairs.Count(p => p.Covers), pairs.Count),
                Counted = pairs.Count,
                Behind = [.. pairs.OrderBy(p => p.Covers).Select(p => new Behind(p.Member) { Marked = !p.Covers })],
            };
        };
    });

    /// <summary>One agreement and who endorsed it.</summary>
    private sealed class Agreed
    {
        private readonly Platform agreement;
        private readonly Timeline timeline;
        private readonly bool isKnown;
        private readonly Dictionary<string, ImmutableArray<Said>> words;
        private readonly Dictionary<(int, int), bool> same = [];

        public Agreed(Platform agreement, Basis basis)
        {
            this.agreement = agreement;
            timeline = basis.Consequences.Timelines.Of(agreement);
            isKnown = basis.Consequences.Currencies.InForce(agreement) is not null;
            words = basis.Consequences.Currencies.Of(agreement).Where(c => c.Member is not null).ToDictionary(c => c.Member!.Id, c => c.Words, StringComparer.Ordinal);
        }

        public bool CanBeAsked(DateOnly day) => isKnown && PlaceOn(day) is not null && words.Values.Any(w => w.Any(s => WasSaidBy(s, day)));

        public bool IsCovered(Member member, DateOnly day)
        {
            if (PlaceOn(day) is not { } now || !words.TryGetValue(member.Id, out var said)) return false;
            if (Currency.StandingOf([.. said.Where(s => WasSaidBy(s, day))], now)?.Place is not { } place) return false;
            if (!same.TryGetValue((place, now), out var isSame)) same[(place, now)] = isSame = Currencies.SayTheSame(timeline, place, now);
            return isSame;
        }

        /// <summary>The text in force; for an agreement of one text that says no day, that one.</summary>
        private int? PlaceOn(DateOnly day) =>
            Versions.InForceOn(agreement, day) ?? (timeline.Texts is [var only] && Versions.DateOf(only) is null ? 0 : null);

        /// <summary>What was said without a date was said with the text it is about.</summary>
        private bool WasSaidBy(Said said, DateOnly day) =>
            (said.Words.Date ?? (said.Place is { } place ? Versions.DateOf(timeline.Texts[place]) : null))?.First is not { } on || on <= day;
    }
}
