using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A decision rule in words, as the agreement of the day gives it.</summary>
internal static class Rules
{
    /// <summary>One rule in words.</summary>
    public static string InWords(DecisionRule rule)
    {
        var words = (rule.Threshold, rule.Of) switch
        {
            ({ } threshold, { } of) => $"{threshold} of {of}",
            ({ } threshold, null) => threshold,
            _ => MethodInWords(rule.Method),
        };
        if (rule.Quorum is { } quorum) words += $"; quorum {quorum}";
        if (rule.Silence is { } silence) words += $"; {silence} to object";
        if (rule.Notice is { } notice) words += $"; notice {notice}";
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string MethodInWords(string? method) => method switch
    {
        "vote" => "by vote",
        "consent" => "no member objects (consent)",
        "consensus" => "all members agree (consensus)",
        "lazy-consensus" => "nobody objects in the time set",
        "without-objection" => "nobody at the meeting objects",
        "delegated" => "left to one member or group (delegated)",
        { Length: > 0 } other => other,
        _ => "not described",
    };
}
