using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Minutes;

/// <summary>One line of a vote in minutes: <c>For: 3 (parks, schools, markets)</c>.</summary>
/// <param name="Value">What those in the line did.</param>
/// <param name="Count">How many, as the line says; else as many as it names.</param>
/// <param name="Names">Who, as written; empty where only a number is given.</param>
/// <param name="At">Where it stands.</param>
internal sealed partial record WrittenVote(VoteValue Value, int Count, ImmutableArray<string> Names, Location At)
{
    /// <summary>The vote that minutes give with a mark: in the list below it, else in its own words; empty where there is none.</summary>
    public static ImmutableArray<WrittenVote> Of(Mark mark)
    {
        var listed = mark.Items.Select(Read).OfType<WrittenVote>().ToImmutableArray();
        return listed.IsEmpty && mark.Kind == MarkKind.Vote ? InWords(mark) : listed;
    }

    /// <summary>Whether the line names as many as it counts.</summary>
    public bool NamesAll => Names.Length == Count;

    private static WrittenVote? Read(Located<string> line)
    {
        if (Line().Match(line.Value) is not { Success: true } match || ValueOf(match.Groups["value"].Value) is not { } value) return null;
        ImmutableArray<string> names = [.. match.Groups["names"].Value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (!match.Groups["count"].Success) return names.IsEmpty ? null : new WrittenVote(value, names.Length, names, line.At);
        return new WrittenVote(value, int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), names, line.At);
    }

    /// <summary>"5 for, 2 against, 1 abstained": read only where every part of the line is a count.</summary>
    private static ImmutableArray<WrittenVote> InWords(Mark mark)
    {
        var read = ImmutableArray.CreateBuilder<WrittenVote>();
        foreach (var part in mark.OwnWords.Split([',', ';', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CountIn().Match(part) is not { Success: true } match || ValueOf(match.Groups["value"].Value) is not { } value) return [];
            read.Add(new WrittenVote(value, int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), [], mark.At));
        }

        return read.DistinctBy(v => v.Value).Count() == read.Count ? read.ToImmutable() : [];
    }

    private static VoteValue? ValueOf(string word) => word.ToLowerInvariant() switch
    {
        "for" or "yes" or "ayes" or "in favour" or "in favor" => VoteValue.For,
        "against" or "no" or "noes" or "opposed" => VoteValue.Against,
        "abstain" or "abstained" or "abstention" or "abstentions" => VoteValue.Abstain,
        "recused" => VoteValue.Recused,
        "absent" => VoteValue.Absent,
        "excused" => VoteValue.Excused,
        "paired" => VoteValue.Paired,
        "not voting" => VoteValue.NotVoting,
        _ => null,
    };

    [GeneratedRegex(@"^(?<value>[A-Za-z]+(?: [a-z]+)?)\s*:\s*(?:(?<count>\d{1,6})\s*(?:\((?<names>[^()]*)\))?|(?<names>[^()\d][^()]*))\s*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:and )?(?<count>\d{1,6}) (?<value>[A-Za-z]+(?: [a-z]+)?)$|^(?<value>[A-Za-z]+(?: [a-z]+)?):? (?<count>\d{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex CountIn();
}
