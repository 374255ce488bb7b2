using System.Collections.Immutable;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>How to join, as far as the record says: nothing here is made up.</summary>
public sealed record JoinSteps
{
    /// <summary>The agreement alone, to read or print.</summary>
    public required Anchor ForPrint { get; init; }

    /// <summary>Pages that say how to take part.</summary>
    public ImmutableArray<Anchor> Pages { get; init; } = [];

    /// <summary>The rules by which members are admitted.</summary>
    public ImmutableArray<RuleView> Rules { get; init; } = [];

    /// <summary>The last that joined, or null.</summary>
    public Anchor? LastJoined { get; init; }

    /// <summary>When.</summary>
    public Day? LastJoinedOn { get; init; }

    /// <summary>By which decision.</summary>
    public Anchor? LastJoinedBy { get; init; }

    /// <summary>Where mistakes are reported, which is the only address there is; null where there is none.</summary>
    public Anchor? Contact { get; init; }

    internal static JoinSteps Of(PageContext page, Platform agreement, Platform text)
    {
        var last = page.Consequences.Memberships.Events.FirstOrDefault(e =>
            e.Change != MembershipChange.Left && e.Member.Category is not ("observer" or "adopter") && e.Date?.Last <= page.Consequences.Today);
        return new JoinSteps
        {
            ForPrint = new Anchor("the text alone, to print", page.To(Routes.ForPrint(agreement))),
            Pages = [.. page.Site.Lists.Of<Page>(Page.OfKind).Where(IsAboutJoining).Take(10).Select(p => page.To(p))],
            Rules = [.. AgreementTextView.RulesOf(page, text).Where(r => r.Name.Contains("admit", StringComparison.OrdinalIgnoreCase) || r.Name.Contains("admission", StringComparison.OrdinalIgnoreCase) || r.Name.Contains("join", StringComparison.OrdinalIgnoreCase))],
            LastJoined = last is null ? null : page.To(last.Member),
            LastJoinedOn = page.Day(last?.Date),
            LastJoinedBy = last?.Decision is { } decision ? page.To(decision) : null,
            Contact = page.Site.Settings.ReportErrorsTo is not null ? new Anchor("Report a mistake", Frame.Of(page, "", "", "").ReportError) : null,
        };
    }

    /// <summary>By its name: "how-to-take-part", "Join us".</summary>
    private static bool IsAboutJoining(Page page) =>
        $"{page.Id} {page.Title}".Replace('-', ' ').ToLowerInvariant() is var name
        && (name.Split(' ').Any(w => w is "join" or "joining") || name.Contains("take part", StringComparison.Ordinal) || name.Contains("taking part", StringComparison.Ordinal));
}
