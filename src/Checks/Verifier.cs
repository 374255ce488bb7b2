using PublicLedger.Diagnostics;

namespace PublicLedger.Checks;

/// <summary>
/// Checks a site as a stranger would, from its bytes alone. The build runs the quick reading between staging and
/// publishing; <c>publicledger verify</c> runs the thorough one.
/// </summary>
public static class Verifier
{
    /// <summary>All checks. A new one is a line here, a file beside this one, and its sentences.</summary>
    private static readonly Action<Reading, DiagnosticBag>[] Checks =
    [
        Inventory.Check,
        Links.Check,
        Markup.Check,
        Harmless.Check,
        DataMatchesPage.Check,
        Feeds.Check,
        LegalTexts.Check,
    ];

    /// <summary>Every check, on what a scan of the bytes can tell.</summary>
    public static void Quick(Published site, DiagnosticBag say) => Run(Reading.Scan(site), say);

    /// <summary>Every check, on what an HTML parser can tell: also tables, broken markup, and pages we did not write.</summary>
    public static void Full(Published site, DiagnosticBag say) => Run(Reading.Parse(site), say);

    private static void Run(Reading site, DiagnosticBag say)
    {
        foreach (var check in Checks) check(site, say);
    }
}
