using System.Collections.Immutable;
using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>A need that was overridden, and whose it was.</summary>
public sealed record MemberNeed(Anchor? Member, NeedView Need);

/// <summary>What became of members that disagreed, counted over the whole record.</summary>
public sealed record JoinVoice
{
    private const int MaxRows = 100;

    /// <summary>How often members voted against, in sentences.</summary>
    public ImmutableArray<string> Votes { get; init; } = [];

    /// <summary>How many needs were stated, in a sentence; null where none was.</summary>
    public string? Stated { get; init; }

    /// <summary>What became of them.</summary>
    public ImmutableArray<NeedGroup> Needs { get; init; } = [];

    /// <summary>Every need that was overridden.</summary>
    public ImmutableArray<MemberNeed> Overridden { get; init; } = [];

    /// <summary>How many more there are.</summary>
    public int MoreOverridden { get; init; }

    /// <summary>Members that left, newest first.</summary>
    public ImmutableArray<LeavingView> Left { get; init; } = [];

    internal static JoinVoice Of(PageContext page)
    {
        var voice = page.Consequences.Voice;
        var overridden = voice.Balance.Treated("overridden");
        var left = page.Consequences.Memberships.Events
            .Where(e => e.Change == MembershipChange.Left && e.Member.Category is not ("observer" or "adopter") && !(e.Date?.First > page.Consequences.Today));
        return new JoinVoice
        {
            Votes = [.. VotesInWords(voice)],
            Stated = StatedIn(voice.Balance),
            Needs = NeedGroup.Of(page, voice.Balance),
            Overridden = [.. overridden.Take(MaxRows).Select(n => new MemberNeed(n.Need.Member is { } member ? page.To(member) : null, NeedView.Of(page, n)))],
            MoreOverridden = Math.Max(0, overridden.Length - MaxRows),
            Left = [.. left.Take(MaxRows).Select(e => LeavingView.Of(page, e))],
        };
    }

    private static IEnumerable<string> VotesInWords(Voice voice)
    {
        if (voice.Votes == 0) yield return "No vote is recorded by name.";
        else if (voice.Contested == 0) yield return voice.Votes == 1 ? "One vote is recorded by name. Nobody voted against." : $"{voice.Votes} votes are recorded by name. Nobody voted against in any of them.";
        else
        {
            yield return $"{(voice.Votes == 1 ? "One vote is" : $"{voice.Votes} votes are")} recorded by name. In {voice.Contested} of them somebody voted against.";
            yield return voice.Against == 1
                ? $"Members voted against once. {(voice.LostAgainst == 1 ? "It was agreed all the same." : "It was not agreed.")}"
                : $"Members voted against {voice.Against} times. {voice.LostAgainst} of those times, it was agreed all the same.";
        }
    }

    private static string? StatedIn(NeedBalance balance)
    {
        if (balance.Needs.IsEmpty) return null;
        var decisions = balance.Needs.Select(n => n.Decision.Id).Distinct(StringComparer.Ordinal).Count();
        return $"Members stated {(balance.Needs.Length == 1 ? "one need" : $"{balance.Needs.Length} needs")} in {(decisions == 1 ? "one decision" : $"{decisions} decisions")}.";
    }
}
