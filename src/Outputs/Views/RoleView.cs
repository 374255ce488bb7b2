using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A stretch of time in which somebody holds a role.</summary>
public sealed record TermView(Anchor? Holder, Day? From, Day? Until, bool Now);

/// <summary>The page of a role.</summary>
public sealed record RoleView : RecordView
{
    /// <summary>What its holder does.</summary>
    public string? Duty { get; init; }

    /// <summary>Who holds it on the day of the build.</summary>
    public ImmutableArray<Anchor> HeldBy { get; init; } = [];

    /// <summary>Who held it when, newest first.</summary>
    public ImmutableArray<TermView> Terms { get; init; } = [];

    /// <summary>How often it passes on, as written.</summary>
    public string? Rotates { get; init; }

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var role = (Role)record;
        var view = new RoleView
        {
            Duty = role.Duty,
            HeldBy = HoldersOf(page, role),
            Terms = [.. role.Terms.OrderByDescending(t => t.From)
                .Select(t => new TermView(t.Holder is { } who ? page.To(who) : null, page.Day(t.From), page.Day(t.Until), IsNow(page, t)))],
            Rotates = role.Rotates,
        }.Common(page, record);
        return view with { Toc = [.. RecordParts.Toc(view.Sections), new("at-terms", "Who held it when"), new("at-cite", "Link to this page")] };
    }

    /// <summary>The list.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => RecordListView.Plans(
        site, Role.OfKind, "Duties that pass from member to member, and who has each of them now.", (page, record) =>
        {
            var role = (Role)record;
            var holders = HoldersOf(page, role);
            return RecordItem.Of(page, record, null, role.Duty,
                holders.IsEmpty ? FactView.Of("Held by", "nobody on the record") : FactView.Of("Held by", holders), FactView.Of("Passes on", role.Rotates));
        });

    private static ImmutableArray<Anchor> HoldersOf(PageContext page, Role role) =>
        [.. role.Terms.Where(t => IsNow(page, t)).Select(t => t.Holder).OfType<Ref>().Select(page.To)];

    private static bool IsNow(PageContext page, Term term) =>
        term.From is { } from && from.First <= page.Consequences.Today && (term.Until is not { } until || until.Last >= page.Consequences.Today);
}
