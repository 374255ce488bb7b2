namespace PublicLedger.Outputs;

/// <summary>Sentences that end with words of the record.</summary>
internal static class Sentences
{
    /// <summary>A full stop; nothing behind words that end a sentence themselves, as questions do.</summary>
    public static string StopAfter(string words) => words.TrimEnd() is [.., '?' or '!' or '.' or '…'] ? "" : ".";
}
