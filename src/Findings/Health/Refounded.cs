namespace PublicLedger.Findings.Health;

/// <summary>How long ago members began, or began again.</summary>
internal static class Refounded
{
    /// <summary>
    /// Whole years since the coalition was founded or last founded anew, as its own page says. <see cref="Answer.Counted"/> is
    /// how often it was founded anew. The pattern text asks to replant every 3 to 5 years as a routine.
    /// </summary>
    public static readonly Measure Measure = new("refounded", Unit.Years, Bound.AtMost(5), basis => day =>
    {
        if (basis.Corpus.Coalition is not { } coalition) return Answer.Without(Unknown.NotRecorded);
        var again = coalition.Refounded.Where(d => d.First <= day).ToList();
        var last = again.Count > 0 ? again.Max() : coalition.Date?.First <= day ? coalition.Date : null;
        if (last is not { } on) return Answer.Without(Unknown.NotRecorded);
        return new Answer
        {
            Number = Amount.YearsBetween(on.First, day),
            Counted = again.Count,
            Behind = [new Behind(coalition) { On = on }],
        };
    });
}
