using PublicLedger.Findings.Actors;

namespace PublicLedger.Outputs;

/// <summary>What the record says of those who take part and may no longer be so, in sentences: a map is only good while members correct it.</summary>
internal static class MapDoubts
{
    public static IEnumerable<Html> Of(PageContext page, ActorMap map)
    {
        var today = page.Consequences.Today;
        foreach (var actor in map.All.Where(a => a.TakesPart))
        {
            var name = page.To(actor.Member).Element;
            foreach (var need in actor.Needs.Where(n => map.Of(n.On).Standing == "left"))
                yield return new($"{name} depends on {page.To(need.On).Element}{For(need.For)}. {Html.Escape(need.On.Title)} {Left(page, need.On)}.");
            foreach (var need in actor.NeedsOthers)
                yield return need.Member is { } other
                    ? new($"{name} depends on {page.To(other).Element}{For(need.For)}, and no member has that name.")
                    : new($"{name} depends on somebody who is not named{For(need.For)}.");
            foreach (var limit in actor.LimitsPast(today))
                yield return new($"{name} is limited by this: “{Html.Escape(limit.Text ?? limit.Kind ?? "not recorded")}” That was to last until {page.Day(limit.Until)!.Element}.");
            if (!actor.Member.Delegates.IsEmpty && actor.Member.Delegates.All(d => Actor.IsPast(d, today)))
                yield return new($"Nobody on the record speaks for {name} today.");
        }
    }

    private static string For(string? what) => what is null ? "" : $" for {Html.Escape(what)}";

    private static string Left(PageContext page, Records.Member member) =>
        MembershipView.Of(page, member).Left is { } day ? $"left on {day.Element}" : "has left";
}
