using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Records;

namespace PublicLedger.Findings.Tallies;

/// <summary>Reads the words of a rule ("more than half", "of votes cast") as arithmetic.</summary>
internal static partial class RuleReader
{
    /// <summary>The rule as arithmetic.</summary>
    public static VotingRule Read(DecisionRule rule)
    {
        var not = ImmutableArray.CreateBuilder<string>();
        var threshold = Read(rule.Threshold, "threshold", not);
        var quorum = rule.Quorum is { } written && !IsNone(written) ? Read(WithoutBase().Replace(written, ""), "quorum", not) : null;
        VoteBase? of = rule.Of is null ? null : BaseOf(rule.Of);
        if (rule.Of is not null && of is null) not.Add($"of: {rule.Of}");
        var notice = rule.Notice is { } period ? WrittenPeriod.DaysIn(period) : null;
        if (rule.Notice is not null && notice is null) not.Add($"notice: {rule.Notice}");
        var silence = rule.Silence is { } time ? WrittenPeriod.DaysIn(time) : null;
        if (rule.Silence is not null && silence is null) not.Add($"silence: {rule.Silence}");
        if (of == VoteBase.VotesCast && Yes(rule, "abstentions", "counted", "not counted", false, not)) of = VoteBase.VotesWithAbstentions;
        return new VotingRule
        {
            Source = rule,
            Method = MethodOf(rule, not),
            Threshold = threshold,
            Base = of,
            Quorum = quorum,
            NoticeDays = notice,
            SilenceDays = silence,
            RecusedCount = Yes(rule, "recused", "counted", "not counted", true, not),
            ProxiesPresent = Yes(rule, "proxies", "present", "not present", false, not),
            PairsPresent = Yes(rule, "pairs", "present", "not present", false, not),
            Weights = Weights(rule, not),
            Groups = [.. rule.Groups.Select(g => (g.Name.Value, g.Members.Select(m => m.Id).ToImmutableArray()))],
            NotUnderstood = not.ToImmutable(),
        };
    }

    private static string MethodOf(DecisionRule rule, ImmutableArray<string>.Builder not)
    {
        if (rule.Method is not { } written) return VotingRule.RollCall;
        var method = written.ToLowerInvariant().Replace(' ', '-');
        if (!VotingRule.Methods.Contains(method)) not.Add($"method: {written}");
        return method;
    }

    /// <summary>One of two words under a key; without the key, what holds where a rule says nothing.</summary>
    private static bool Yes(DecisionRule rule, string key, string yes, string no, bool otherwise, ImmutableArray<string>.Builder not)
    {
        if (rule.More.FirstOrDefault(m => m.Key.Value == key) is not { } said) return otherwise;
        if (said.Text.Equals(yes, StringComparison.OrdinalIgnoreCase)) return true;
        if (!said.Text.Equals(no, StringComparison.OrdinalIgnoreCase)) not.Add($"{key}: {said.Text}");
        return false;
    }

    private static Measure? Read(string? written, string key, ImmutableArray<string>.Builder not)
    {
        if (written is null) return null;
        if (Parse(written) is { } read) return read;
        not.Add($"{key}: {written}");
        return null;
    }

    /// <summary>"more than half", "two thirds", "at least 60 %", "all", "5": a share or a number; null for anything else.</summary>
    internal static Measure? Parse(string written)
    {
        var words = written.Trim().ToLowerInvariant().TrimEnd('.');
        if (words is "majority" or "a majority" or "simple majority" or "a simple majority" or "absolute majority" or "an absolute majority")
            return new Measure(new Ratio(1, 2), true, false, written);
        if (words is "all" or "unanimous" or "unanimity" or "everyone" or "every member") return new Measure(Ratio.One, false, false, written);
        var more = Strip(ref words, "more than ") || Strip(ref words, "over ");
        if (!more && !Strip(ref words, "at least ")) Strip(ref words, "no fewer than ");
        if (words.EndsWith(" votes", StringComparison.Ordinal) || words.EndsWith(" members", StringComparison.Ordinal)) words = words[..words.LastIndexOf(' ')];
        words = words.Replace("per cent", "%", StringComparison.Ordinal).Replace("percent", "%", StringComparison.Ordinal);
        Strip(ref words, "a ");
        if (Shares.TryGetValue(words.Replace('-', ' '), out var share)) return new Measure(share, more, false, written);
        if (Numbers.TryGetValue(words, out var count)) return new Measure(count, more, true, written);
        if (!Ratio.TryParse(words, out var number)) return null;
        var isShare = words.Contains('%') || words.Contains('/');
        return number == Ratio.Zero || (isShare && number > Ratio.One) ? null : new Measure(number, more, !isShare, written);
    }

    private static readonly ImmutableDictionary<string, Ratio> Shares = new Dictionary<string, Ratio>
    {
        ["half"] = new(1, 2),
        ["one half"] = new(1, 2),
        ["third"] = new(1, 3),
        ["one third"] = new(1, 3),
        ["two thirds"] = new(2, 3),
        ["quarter"] = new(1, 4),
        ["one quarter"] = new(1, 4),
        ["three quarters"] = new(3, 4),
        ["three fifths"] = new(3, 5),
        ["four fifths"] = new(4, 5),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, Ratio> Numbers =
        new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" }
            .Select((word, i) => (word, Count: (Ratio)(i + 1))).ToImmutableDictionary(p => p.word, p => p.Count, StringComparer.Ordinal);

    private static VoteBase? BaseOf(string written) => written.Trim().ToLowerInvariant() switch
    {
        "votes cast" or "votes" or "members voting" or "members present and voting" or "present and voting" => VoteBase.VotesCast,
        "votes cast including abstentions" or "votes including abstentions" or "votes and abstentions" => VoteBase.VotesWithAbstentions,
        "members present" or "present" or "those present" or "members there" => VoteBase.MembersPresent,
        "all members" or "members" or "the members" or "the whole membership" or "voting members" or "all voting members" => VoteBase.AllMembers,
        _ => null,
    };

    private static bool IsNone(string written) => written.Trim().ToLowerInvariant() is "none" or "no" or "no quorum";

    private static ImmutableDictionary<string, Ratio> Weights(DecisionRule rule, ImmutableArray<string>.Builder not)
    {
        var weights = ImmutableDictionary.CreateBuilder<string, Ratio>(StringComparer.Ordinal);
        foreach (var (member, weight) in rule.Weights)
        {
            if (Ratio.TryParse(weight.Value, out var value)) weights[member.Id] = value;
            else not.Add($"weights: {member.Id}: {weight.Value}");
        }

        return weights.ToImmutable();
    }

    private static bool Strip(ref string words, string start)
    {
        if (!words.StartsWith(start, StringComparison.Ordinal)) return false;
        words = words[start.Length..];
        return true;
    }

    [GeneratedRegex(@"\s+(?:of (?:all |the )?members|members|of members present|of the members)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WithoutBase();
}
