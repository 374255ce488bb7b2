using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>Whether a decision that was taken may change an agreement: carried, and on a day that can be.</summary>
internal static class AmendmentCheck
{
    /// <summary>The day from which a decision's changes apply; null after a message.</summary>
    public static DateOnly? DayOf(Decision decision, Platform founding, DiagnosticBag say)
    {
        if (decision.Vote is { Result: "lost" or "tied" } vote)
        {
            say.AmendmentNotCarried(vote.At, decision.Status!, vote.Result);
            return null;
        }

        if (decision.InForce?.Exact is not { } day)
        {
            if (decision.InForce is { } partly) say.AmendmentDayUnclear(decision.InForceAt, "in-force", partly.ToString());
            else say.AmendmentWithoutDay(decision.Amends[0].Written.At);
            return null;
        }

        var at = decision.InForceAt;

        if (decision.Date is { } agreed && day < agreed.First)
        {
            say.InForceBeforeAdoption(at, decision.InForce.ToString()!, agreed.ToString());
            return null;
        }

        if (Versions.DateOf(founding) is { } start && day < start.First)
        {
            say.InForceBeforeAgreement(at, decision.InForce.ToString()!, founding.Title, start.ToString());
            return null;
        }

        return day;
    }

    /// <summary>The day on which a decision's changes end; null where they do not, or after a message.</summary>
    public static DateOnly? EndOf(Decision decision, DateOnly start, DiagnosticBag say)
    {
        if (decision.Sunset is not { } sunset) return null;
        if (sunset.Exact is not { } end) say.AmendmentDayUnclear(decision.SunsetAt, "sunset", sunset.ToString());
        else if (end <= start) say.SunsetBeforeStart(decision.SunsetAt, sunset.ToString(), PartialDate.Of(start).ToString());
        else return end;
        return null;
    }
}
