using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A role in the list.</summary>
/// <param name="Role">The role.</param>
/// <param name="Duty">What its holder does.</param>
/// <param name="HeldBy">Who holds it today.</param>
/// <param name="Rotates">How often it passes on, as written.</param>
/// <param name="Due">When it is to pass on next.</param>
/// <param name="Overdue">Whether that day has passed.</param>
public sealed record RoleItem(Anchor Role, string? Duty, ImmutableArray<TermView> HeldBy, string? Rotates, Day? Due, bool Overdue)
{
    internal static RoleItem Of(PageContext page, Role role)
    {
        var tenure = page.Consequences.Tenures.Of(role);
        return new RoleItem(page.To(role), role.Duty, [.. tenure.Now.Select(s => TermView.Of(page, s))], role.Rotates, page.Day(tenure.Due), tenure.IsOverdue);
    }
}

/// <summary>The page of all roles, or a part of it where there are many.</summary>
/// <param name="Frame">What surrounds the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Lead">The sentence below it.</param>
/// <param name="Items">The roles of this page.</param>
/// <param name="Before">The page before.</param>
/// <param name="After">The page after.</param>
public sealed record RoleListView(Frame Frame, string Title, string Lead, ImmutableArray<RoleItem> Items, string? Before, string? After)
{
    /// <summary>How many there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>All pages; none where no role is recorded.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var roles = site.Lists.Of<Role>(Role.OfKind);
        var parts = (roles.Length + PageSize - 1) / PageSize;
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(PathOf(part), "roles", page => Of(page, roles, part, parts));
        }
    }

    private static RoleListView Of(PageContext page, ImmutableArray<Role> roles, int part, int parts)
    {
        var title = parts > 1 ? $"{Role.OfKind.Labels}, page {part} of {parts}" : Role.OfKind.Labels;
        var overdue = roles.Count(r => page.Consequences.Tenures.Of(r).IsOverdue);
        return new RoleListView(
            RecordListView.FrameOf(page, Role.OfKind, title, Routes.Index(Role.OfKind)), title,
            "Duties that pass from member to member, and who has each of them now." + overdue switch
            {
                0 => "",
                1 => " One of them should have passed on by now.",
                _ => $" {overdue} of them should have passed on by now.",
            },
            [.. roles.Skip((part - 1) * PageSize).Take(PageSize).Select(r => RoleItem.Of(page, r))],
            part > 1 ? page.To(PathOf(part - 1)) : null, part < parts ? page.To(PathOf(part + 1)) : null);
    }

    private static string PathOf(int part) => part == 1 ? Routes.Index(Role.OfKind) : $"{Role.OfKind.Folder}/index-{part}.html";
}
