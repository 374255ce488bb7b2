using PublicLedger.Diagnostics;

namespace PublicLedger.Documents.Dialects;

/// <summary>Records as found in the wild, translated into the project's own keys.</summary>
public static class Dialect
{
    /// <summary>Finds the form a foreign document is written in and translates it.</summary>
    public static Document Translate(Document document, DiagnosticBag say) => document;
}
