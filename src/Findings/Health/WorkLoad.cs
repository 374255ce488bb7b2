namespace PublicLedger.Findings.Health;

/// <summary>How much of the work lies with one member.</summary>
internal static class WorkLoad
{
    /// <summary>With fewer open actions and roles in all, one member easily has a third of them.</summary>
    private const int Fewest = 5;

    /// <summary>
    /// Of all roles that members hold and all actions that they have open on the day: the largest share of one member. One
    /// that became the bottleneck is a sign of decay in the pattern text, which draws no line; one third is our own.
    /// <see cref="Answer.ByMember"/> gives actions and roles.
    /// </summary>
    public static readonly Measure Measure = new("load", Unit.Share, Bound.AtMost(new(1, 3)), basis =>
    {
        var roles = Duty.OfRoles(basis.Corpus).ToList();
        var actions = Duty.OfActions(basis.Consequences.Actions).ToList();
        if (roles.Count + actions.Count == 0) return _ => Answer.Without(Unknown.Nothing);
        return day =>
        {
            // Two terms of one member in one role are one role.
            var held = roles.Where(r => r.IsOn(day)).DistinctBy(r => (r.Record.Id, r.Member?.Id)).ToList();
            var open = actions.Where(a => a.IsOn(day)).ToList();
            List<Duty> all = [.. held.Where(r => r.Member is not null).ByNameOf(r => r.Member!), .. open.Where(a => a.Member is not null).ByNameOf(a => a.Member!)];
            var left = held.Count + open.Count - all.Count;
            if (all.Count == 0) return Answer.Without(left > 0 ? Unknown.NotRecorded : Unknown.Nothing, left);
            if (all.Count < Fewest) return Answer.Without(Unknown.TooFew, left);
            return new Answer
            {
                Number = Amount.ShareOf(all.GroupBy(h => h.Member!.Id, StringComparer.Ordinal).Max(g => g.Count()), all.Count),
                Counted = all.Count,
                LeftOut = left,
                ByMember = MemberParts.Of(all.Select(h => (h.Member!, h.Record is Records.Role ? 1 : 0)), 2),
                Behind = [.. all.Select(h => new Behind(h.Record) { Member = h.Member, On = Sources.PartialDate.Of(h.From) })],
            };
        };
    });
}
