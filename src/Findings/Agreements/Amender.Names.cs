using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Finding the clauses that changes name.</summary>
internal sealed partial class Amender
{
    /// <summary>Where a new or moved clause goes, on which level, and beside which clause (-1 for none); null after a message.</summary>
    private (int Index, int Level, int Beside)? Resolve(Destination place)
    {
        if (place.Clause is not { } name) return (place.Side == Side.AtStart ? 0 : Text.Clauses.Length, 2, -1);
        if (Resolve(name) is not { } index) return null;
        var level = Text.Clauses[index].Level;
        return place.Side switch
        {
            Side.Before => (index, level, index),
            Side.After => (index + Text.ExtentAt(index), level, index),
            Side.AtStart => (index + 1, level + 1, index),
            _ => (index + Text.ExtentAt(index), level + 1, index),
        };
    }

    /// <summary>
    /// The index of the clause a name means; null after a message. The anchor decides. A label without one is looked up in the
    /// text of the day before, so that numbers mean what they meant when the decision was written, then among what the
    /// decision itself inserted.
    /// </summary>
    private int? Resolve(ClauseName name)
    {
        if (name.Anchor is { } anchor)
        {
            if (Text.IndexOf(anchor) is var index and >= 0)
            {
                // Its label of the day before, or the one this decision gave it.
                if (!Fits(name, Text.Clauses[index]) && (before.Find(anchor) ?? Text.Clauses[index]) is var clause && !Fits(name, clause))
                    say.ClauseLabelDiffers(name.At, Label(name), anchor, clause.Name);
                return index;
            }

            return Unknown(name, anchor);
        }

        foreach (var text in (Draft[])[before, Text])
        {
            var fitting = text.Clauses.Where(c => Fits(name, c)).ToList();
            if (fitting is [var only] && Text.IndexOf(only.Anchor) is var index and >= 0) return index;
            if (fitting.Count > 1)
            {
                say.ClauseAmbiguous(pending, name.At, Label(name), DayBefore, fitting.Select(c => c.Anchor));
                Failed = true;
                return null;
            }
        }

        return Unknown(name, Slug.Of(Label(name)));
    }

    private int? Unknown(ClauseName name, string anchor)
    {
        Failed = true;
        if (agreement.RepealOf(anchor) is { } repeal) say.ClauseRepealed(pending, name.At, name.ToString(), repeal.Day, repeal.At);
        else if (name.Anchor is not null && Text.Clauses.Where(c => Label(name).Length > 0 && Fits(name, c)).ToList() is [var meant]) say.ClauseUnknown(pending, name.At, anchor, DayBefore, [meant.Anchor], meant.Anchor);
        else say.ClauseUnknown(pending, name.At, name.Anchor ?? Label(name), DayBefore, [.. Text.Clauses.Select(c => name.Anchor is not null ? c.Anchor : name.Number.Length == 0 ? MarkdownWords.Plain(c.Title) : c.Name)]);
        return null;
    }

    private static bool Fits(ClauseName name, DraftClause clause) =>
        (name.Number.Length == 0 || name.Number == clause.Number)
        && (name.Title.Length == 0 || Typography.Plain(name.Title).Equals(MarkdownWords.Plain(clause.Title), StringComparison.OrdinalIgnoreCase));

    private static string Label(ClauseName name) => (name with { Anchor = null }).ToString();
}
