using PublicLedger.Findings.Health;

namespace PublicLedger.Outputs;

/// <summary>Counts in sentences.</summary>
internal static class CountWords
{
    /// <summary>"10 of 12 decisions (83%)", for a number that is a share.</summary>
    public static string Share(Answer answer, string thing, string? more = null) =>
        $"{Part(answer)} of {answer.Counted} {thing}{(answer.Counted == 1 ? "" : "s")}{more} ({AmountWords.Of(answer.Number!.Value)})";

    /// <summary>How many of those that were counted a share is.</summary>
    public static string Part(Answer answer) => (answer.Number!.Value.Value * answer.Counted).ToString();

    /// <summary>"4 months ago"; "less than a month ago" where no whole one has passed.</summary>
    public static string Ago(Amount since) =>
        since.Value.Above.IsZero ? $"less than a {since.Unit.ToString().ToLowerInvariant().TrimEnd('s')} ago" : $"{AmountWords.Of(since)} ago";
}
