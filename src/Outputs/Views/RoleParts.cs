using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>What pages say of roles alike.</summary>
internal static class RoleParts
{
    /// <summary>Who holds a role in a term: a link to a member, a name as written, or null where nobody is named.</summary>
    public static Anchor? Holder(PageContext page, TermSpan span) => span.Term.Holder is { } holder ? page.To(holder) : null;
}

/// <summary>The terms of a role as bars on one line of time, from the first day anybody held it to the last on record, or today.</summary>
/// <param name="First">The day at the start of the line.</param>
/// <param name="Last">The day at its end.</param>
/// <param name="Today">The day up to which a term without an end is drawn.</param>
internal sealed record RoleLine(DateOnly First, DateOnly Last, DateOnly Today)
{
    /// <summary>The line; null where fewer than two terms are known to the day, so that there is nothing to compare.</summary>
    public static RoleLine? Of(Tenure tenure, DateOnly today)
    {
        var known = tenure.Spans.Select(s => s.Exactly(today)).OfType<(DateOnly First, DateOnly Last)>().ToList();
        return known.Count < 2 ? null : new RoleLine(known.Min(k => k.First), known.Max(k => k.Last), today);
    }

    /// <summary>The bar of a term; null where its dates do not say where it lies.</summary>
    public Html? Bar(TermSpan span)
    {
        if (span.Exactly(Today) is not var (first, last)) return null;
        var whole = (decimal)(Last.DayNumber - First.DayNumber + 1);
        return Drawing.Bar(
            Drawing.Path("ax", [(0, 5), (100, 5)]),
            Drawing.Piece(PartShape.Whole, 100 * (first.DayNumber - First.DayNumber) / whole, 100 * (last.DayNumber - first.DayNumber + 1) / whole));
    }
}
