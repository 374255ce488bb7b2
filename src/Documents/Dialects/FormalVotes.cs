using System.Globalization;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// The count of a formal vote that a decision record reports in a sentence: <c>10 "yes", 0 "no", and no abstentions</c>.
/// Only that wording is read; who voted how is not in it, so that only counts come of it.
/// </summary>
internal static partial class FormalVotes
{
    /// <summary>Offers <c>vote</c> where one count is given, and reports two that differ.</summary>
    public static void Offer(Document document, FrontBuilder front, DiagnosticBag say)
    {
        (string For, string Against, string Abstain)? tally = null;
        var at = default(Located<string>);
        var sentences = new List<Located<string>>();
        foreach (var section in document.Body.Sections)
        {
            if (!IsAboutVote(section)) continue;
            foreach (var line in section.Lines())
            {
                if (Sentence().Match(WrittenText.Plain(line.Value)) is not { Success: true } match)
                {
                    if (Partial().IsMatch(line.Value)) sentences.Add(line);
                    continue;
                }

                var found = (match.Groups[1].Value, match.Groups[2].Value, Count(match.Groups[3].Value));
                if (tally is { } before && before != found)
                {
                    say.VoteTalliesDiffer(line.At, WrittenText.Plain(line.Value));
                    return;
                }

                (tally, at) = (found, line);
            }
        }

        if (tally is not { } counts)
        {
            foreach (var sentence in sentences) say.NotUnderstood(sentence.At, "A sentence about a vote", WrittenText.Plain(sentence.Value));
            return;
        }

        foreach (var sentence in sentences)
        {
            var match = Partial().Match(WrittenText.Plain(sentence.Value));
            if (match.Success && (match.Groups[1].Value, match.Groups[2].Value) == (counts.For, counts.Against)) continue;
            say.VoteTalliesDiffer(sentence.At, WrittenText.Plain(sentence.Value));
            return;
        }

        Scalar Text(string value) => new(value, true, at.At);
        var vote = new Mapping([], at.At).With("for", Text(counts.For), at.At).With("against", Text(counts.Against), at.At)
            .With("abstain", Text(counts.Abstain), at.At).With("as-written", Text(Contacts.Mask(WrittenText.Plain(Bullet().Replace(at.Value, "")))), at.At);
        front.Offer("vote", vote);
    }

    private static bool IsAboutVote(Section section) =>
        Headings.Normal(section.Title) is "resolution" or "vote" or "voting" or "decision" or "vote-resolution" or "voting-results";

    private static string Count(string written) =>
        written is "no" ? "0" : int.Parse(written, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(\d{1,4}) [""\u201c]yes[""\u201d](?: votes?)?, (\d{1,4}) [""\u201c]no[""\u201d](?: votes?)?,? and (no|\d{1,4}) abstentions?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(\d{1,4}) [""\u201c]yes[""\u201d](?: votes?)?,? and (\d{1,4}) [""\u201c]no[""\u201d]", RegexOptions.CultureInvariant)]
    private static partial Regex Partial();

    [GeneratedRegex(@"^\s*[*-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
