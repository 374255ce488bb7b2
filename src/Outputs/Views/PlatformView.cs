using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>One of the dated texts of an agreement, in a list of them.</summary>
public sealed record VersionItem(int Number, Anchor Text, string? Status, Day? Date, ImmutableArray<Anchor> AdoptedBy, [property: JsonIgnore] string Note);

/// <summary>A decision, not taken yet, that would change the agreement.</summary>
public sealed record ProposedChange(Anchor Decision, Day? DecideBy);

/// <summary>The page of an agreement: the text that applies on the day of the build, and what surrounds it.</summary>
public sealed record PlatformView : AgreementTextView
{
    private const int MaxNames = 100;

    /// <summary>Whether there is anything for the list of facts.</summary>
    [JsonIgnore] public bool HasFacts => !AdoptedBy.IsEmpty || Date is not null || ReviewDate is not null || FoundAs is not null || !Tags.IsEmpty || !Topics.IsEmpty || !Extra.IsEmpty;

    /// <summary>All dated texts, newest first.</summary>
    public ImmutableArray<VersionItem> Texts { get; init; } = [];

    /// <summary>The page of all versions.</summary>
    [JsonIgnore] public Anchor History { get; init; } = null!;

    /// <summary>The text alone, to print.</summary>
    [JsonIgnore] public Anchor ForPrint { get; init; } = null!;

    /// <summary>Proposals that would change it.</summary>
    public ImmutableArray<ProposedChange> ProposedChanges { get; init; } = [];

    /// <summary>The members as far as the page lists them.</summary>
    [JsonIgnore] public ImmutableArray<EndorsementView> EndorsementsShown { get; init; } = [];

    /// <summary>How many are not listed on the page, but in the data beside it.</summary>
    [JsonIgnore] public int EndorsementsMore { get; init; }

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var agreement = (Platform)record;
        var today = page.Consequences.Today;
        var place = Records.Versions.ShownOn(agreement, today);
        var text = Records.Versions.TextsOf(agreement)[place];
        var all = EndorsementView.All(page, agreement);
        var members = EndorsementView.Current([.. all.Where(e => !e.ByAdopter)]);
        var view = WithText(new PlatformView(), page, agreement, place, [.. EndorsementView.Current(all).Where(e => !e.Reservations.IsEmpty)]) with
        {
            Banners = [.. AgreementBanners.Of(page, agreement, place)],
            Texts = [.. VersionsOf(page, agreement)],
            History = new Anchor("How the agreement has changed", page.To(Routes.History(agreement))),
            ForPrint = new Anchor("The text alone, to print", page.To(Routes.ForPrint(agreement))),
            ProposedChanges = [.. ChangesTo(page, agreement)],
            Endorsements = members,
            EndorsementsShown = [.. members.Take(MaxNames)],
            EndorsementsMore = Math.Max(0, members.Length - MaxNames),
            Adopters = EndorsementView.Current([.. all.Where(e => e.ByAdopter)]),
        };
        // Everything on the page is of the text shown, which need not be the newest: fingerprint and source too.
        view = view.Common(page, text with { Core = text.Core with { Id = agreement.Id } });
        return view with { Frame = view.Frame with { LegalText = AgreementPages.LegalText(page, agreement, place) }, Toc = [.. view.Contents()] };
    }

    private static IEnumerable<VersionItem> VersionsOf(PageContext page, Platform agreement)
    {
        for (var place = agreement.Versions.Length - 1; place >= 0; place--)
        {
            var text = agreement.Versions[place];
            var state = Records.Versions.StateOn(agreement, place, page.Consequences.Today);
            yield return new VersionItem(
                place + 1, page.ToVersion(agreement, text, $"Version {place + 1}"), PlatformVersionView.StatusOf(state), page.Day(Records.Versions.DateOf(text)),
                [.. AgreementPages.AdoptedBy(page, page.Consequences.Timelines.Of(agreement), place)],
                state switch { TextState.InForce => text.InForce is null ? " (newest)" : $" ({AgreementPages.AppliesNow(page)})", TextState.Future => page.Consequences.Ended is null ? " (not yet)" : " (never applied)", TextState.Unknown => ", no date recorded", _ => "" });
        }
    }

    /// <summary>Proposals with their changes first, then those that only say that they amend it.</summary>
    private static IEnumerable<ProposedChange> ChangesTo(PageContext page, Platform agreement)
    {
        var proposals = page.Consequences.Timelines.ProposalsTo(agreement);
        foreach (var proposal in proposals)
            yield return new ProposedChange(new Anchor(proposal.Decision.Title, page.To(Routes.Proposal(agreement, proposal.Decision)), proposal.Decision.Id), DecideBy(proposal.Decision));
        var others = page.Consequences.Backlinks.To(agreement).Select(b => b.From).OfType<Decision>()
            .Where(d => page.Consequences.Replacements.StatusOf(d) == "proposed" && d.Amends.Any(a => page.Corpus.Find(a)?.Key == agreement.Key) && !proposals.Any(p => p.Decision.Id == d.Id))
            .OrderBy(d => d.DecideBy is null).ThenBy(d => d.DecideBy).ThenBy(d => d.Id, StringComparer.Ordinal);
        foreach (var decision in others) yield return new ProposedChange(page.To(decision), DecideBy(decision));

        // Nothing is decided any more once the coalition has ended.
        Day? DecideBy(Decision decision) => page.Consequences.Ended is null ? page.Day(decision.DecideBy) : null;
    }
}
