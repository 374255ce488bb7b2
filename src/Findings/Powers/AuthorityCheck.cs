using PublicLedger.Diagnostics;
using PublicLedger.Findings.Tallies;
using PublicLedger.Records;

namespace PublicLedger.Findings.Powers;

/// <summary>What may be outside its authority is said, with both places. The site says so too, so that it is no error.</summary>
internal static class AuthorityCheck
{
    public static void Check(Decision decision, Authority authority, DiagnosticBag say)
    {
        var day = decision.Date?.ToString() ?? "";
        foreach (var doubt in authority.Doubts) Say(doubt, authority, day, say);
        // What cannot be read at all was said already.
        if (authority.Amount is { } amount && authority.Rule?.Limit is { } limit && authority.WithinLimit is null)
            say.AmountNotComparable(decision.Amount!.Value.At, amount.Words, limit, authority.Rule.Name.At);
    }

    private static void Say(Doubt doubt, Authority authority, string day, DiagnosticBag say)
    {
        var clause = authority.Clause?.Section.Label ?? authority.Agreement?.Title ?? "";
        switch (doubt.Why)
        {
            case Excess.ClauseNotYet: say.ClauseNotYetInForce(doubt.At, clause, day, doubt.Day.ToString()!, doubt.Other); break;
            case Excess.ClauseEnded: say.ClauseNoLongerInForce(doubt.At, clause, day, doubt.Day.ToString()!, doubt.Other); break;
            case Excess.Vacant: say.RoleVacant(doubt.At, doubt.Allowed!.Title, day, doubt.Other); break;
            case Excess.Another: say.DecidedByAnother(doubt.At, doubt.Who!.Title, AllowedOf(doubt), doubt.Other); break;
            case Excess.AnotherTime: say.TermNotThen(doubt.At, doubt.Who!.Title, doubt.Allowed!.Title, day, doubt.Day.ToString()!, doubt.Later, doubt.Other); break;
            default: say.AboveLimit(doubt.At, authority.Amount!.Words, authority.Limit!.Words, day, doubt.Other); break;
        }
    }

    /// <summary>"Treasurer, held by South on that day"</summary>
    private static string AllowedOf(Doubt doubt) => doubt.Allowed switch
    {
        { Role: not null, Members: [_, ..] members } role => $"{role.Title}, held by {ProofWords.Names([.. members.Select(m => m.Title)])} on that day",
        { Vacant: true } role => $"{role.Title}, which nobody held on that day",
        var allowed => allowed!.Title,
    };
}
