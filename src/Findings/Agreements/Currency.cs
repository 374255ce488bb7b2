using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Something a member, an adopter or anybody else said of one text of an agreement.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Member">Whose word it is; null for a name that has no record of its own.</param>
/// <param name="Name">The name where the text itself lists it; null where the member's record says it.</param>
/// <param name="Words">What was said.</param>
/// <param name="Place">Which text it is about, as a place among the agreement's texts from 0; null where the record does not say or names none.</param>
public sealed record Said(Platform Agreement, Member? Member, Ref? Name, Endorsement Words, int? Place)
{
    /// <summary>Whether it agrees, with or without reservations.</summary>
    public bool Agrees => Words.Position is "endorsed" or "endorsed-with-reservations";

    /// <summary>One key for each that spoke, whether it has a record or only a name.</summary>
    internal string Speaker => Member is { } member ? "member " + member.Id : "name " + Name!.Written.Value;
}

/// <summary>How what somebody endorsed stands to the text in force.</summary>
public enum Held
{
    /// <summary>It endorses no text: it declined, has not decided, or no longer agrees.</summary>
    None,

    /// <summary>It endorsed a text, and the record does not say which text, or which is in force.</summary>
    Unknown,

    /// <summary>It endorsed the text in force.</summary>
    InForce,

    /// <summary>It endorsed another text with the same words.</summary>
    SameWords,

    /// <summary>It endorsed an older text, and words have changed since.</summary>
    Behind,

    /// <summary>It endorsed a text with other words, which is not in force yet.</summary>
    Ahead,
}

/// <summary>Everything one speaker said of one agreement, and whether the text it endorsed is the one in force.</summary>
/// <param name="Words">All it said, oldest first; never empty.</param>
/// <param name="Holds">The endorsement that stands for it: of the text in force, else of the newest before it, else of one to come; null where none stands.</param>
/// <param name="InForce">The place of the text that it is held against; null when the record does not say which is in force.</param>
/// <param name="Standing">How the two stand to each other.</param>
/// <param name="Since">What changed from the text it endorsed to the one in force, with changes of number or place alone.</param>
public sealed record Currency(ImmutableArray<Said> Words, Said? Holds, int? InForce, Held Standing, ImmutableArray<ClauseChange> Since)
{
    /// <summary>Whether the rules for decisions that stand beside the text changed since.</summary>
    public bool RulesChanged { get; init; }

    /// <summary>The agreement.</summary>
    public Platform Agreement => Words[0].Agreement;

    /// <summary>Who spoke; null for a name that has no record of its own.</summary>
    public Member? Member => Words[0].Member;

    /// <summary>Its last word, whatever it was.</summary>
    public Said Last => Words[^1];

    /// <summary>Whether it endorsed the words in force, in this text or in another with the same words.</summary>
    public bool Covers => Standing is Held.InForce or Held.SameWords;

    /// <summary>Whether its last word was that it no longer agrees.</summary>
    public bool TookBack => Last.Words.Position == "withdrawn";

    /// <summary>What stands of all that was said: an endorsement until it is taken back, or refused for the same text.</summary>
    /// <param name="words">All that was said, oldest first.</param>
    /// <param name="inForce">The place of the text in force, or null.</param>
    internal static Said? StandingOf(ImmutableArray<Said> words, int? inForce)
    {
        var standing = new List<Said>();
        foreach (var word in words)
        {
            if (word.Agrees) standing.Add(word);
            else if (word.Words.Position == "withdrawn") standing.Clear();
            else if (word.Words.Position == "declined") standing.RemoveAll(s => s.Place == word.Place);
        }

        return standing.OrderBy(s => Rank(s.Place, inForce)).LastOrDefault();
    }

    /// <summary>The text in force is best, then the newest before it, then the first after it, then one that is not known.</summary>
    private static int Rank(int? place, int? inForce) => place is not { } at ? int.MinValue : at <= (inForce ?? int.MaxValue) ? at : -at;
}
