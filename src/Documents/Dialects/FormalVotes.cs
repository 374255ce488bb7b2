using System.Collections.Immutable;
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
        if (Claims(document) is { Length: > 0 } claims) vote = vote.With("claims", new Sequence(claims, claims[0].At), at.At);
        front.Offer("vote", vote);
    }

    /// <summary>What the record says of its own arithmetic: <c>10 + 0 = 10 which is at least 60% of 16</c>.</summary>
    private static ImmutableArray<Node> Claims(Document document)
    {
        var claims = ImmutableArray.CreateBuilder<Node>();
        foreach (var section in document.Body.Sections)
        {
            if (!IsAboutVote(section)) continue;
            foreach (var line in section.Lines())
            {
                var words = WrittenText.Plain(line.Value);
                foreach (Match match in QuorumClaim().Matches(words)) claims.Add(Claim("quorum", match, line.At));
                foreach (Match match in ApprovalClaim().Matches(words)) claims.Add(Claim("approval", match, line.At));
            }
        }

        return claims.ToImmutable();
    }

    private static Mapping Claim(string kind, Match match, Location at)
    {
        Scalar Text(string value) => new(value, true, at);
        var relation = match.Groups["relation"].Value == "at least" ? "at least" : "more than";
        var claim = new Mapping([], at).With("kind", Text(kind), at).With("amount", Text(match.Groups["amount"].Value), at)
            .With("relation", Text(relation), at).With("share", Text(match.Groups["share"].Value.Replace(" ", "", StringComparison.Ordinal)), at).With("of", Text(match.Groups["of"].Value), at);
        if (match.Groups["votes"] is { Success: true } votes) claim = claim.With("of-votes", Text(votes.Value), at);
        var added = match.Groups["added"].Captures.Select(c => (Node)Text(c.Value)).ToImmutableArray();
        return added.IsEmpty ? claim : claim.With("added", new Sequence(added, at), at);
    }

    private static bool IsAboutVote(Section section) =>
        Headings.Normal(section.Title) is "resolution" or "vote" or "voting" or "decision" or "vote-resolution" or "voting-results";

    private static string Count(string written) =>
        written is "no" ? "0" : int.Parse(written, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(\d{1,4}) [""\u201c]yes[""\u201d](?: votes?)?, (\d{1,4}) [""\u201c]no[""\u201d](?: votes?)?,? and (no|\d{1,4}) abstentions?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(\d{1,4}) [""\u201c]yes[""\u201d](?: votes?)?,? and (\d{1,4}) [""\u201c]no[""\u201d]", RegexOptions.CultureInvariant)]
    private static partial Regex Partial();

    [GeneratedRegex(@"\bquorum \((?:(?<added>\d{1,4})(?: \+ (?<added>\d{1,4}))* = )?(?<amount>\d{1,4}),? which is (?<relation>at least|greater than|more than) (?<share>\d{1,3}(?:\.\d+)? ?%) of (?<of>\d{1,4})\)", RegexOptions.CultureInvariant)]
    private static partial Regex QuorumClaim();

    [GeneratedRegex(@"\bgiving (?<amount>\d{1,4})/(?<votes>\d{1,4}),? which is (?<relation>at least|greater than|more than) (?<share>\d{1,3}(?:\.\d+)? ?%) of (?<of>\d{1,4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex ApprovalClaim();

    [GeneratedRegex(@"^\s*[*-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
