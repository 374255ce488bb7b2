using System.Collections.Immutable;
using System.Text;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>
/// What a text says about one matter (leaving, say). Found by the kind of its clauses, else by their headings, else by the words
/// in them; so that it can be said plainly where a text is silent.
/// </summary>
/// <param name="Clauses">Clauses that are about it, by their kind or heading.</param>
/// <param name="Mentions">Where there are none of those: clauses that use a word for it.</param>
public sealed record ClausesAbout(ImmutableArray<Clause> Clauses, ImmutableArray<Clause> Mentions)
{
    // The lists are wide rather than narrow: a word too many is a hint that a reader can follow, a word too few a false silence.

    /// <summary>Whether the text does not touch the matter in any word we know for it.</summary>
    public bool Silent => Clauses.IsEmpty && Mentions.IsEmpty;

    /// <summary>Leaving the coalition.</summary>
    public static ClausesAbout Leaving(Platform text) =>
        Named(text, "membership", ["leave", "leaves", "leaving", "exit", "withdraw", "withdraws", "withdrawal", "resign", "resigns", "resignation", "quit", "depart", "departure", "terminate", "terminated", "termination"]);

    /// <summary>Joining it.</summary>
    public static ClausesAbout Joining(Platform text) =>
        Named(text, "membership", ["join", "joins", "joining", "admission", "admit", "admits", "admitted", "admitting", "entry", "apply", "applicant", "applicants", "application", "become", "becomes", "becoming", "nominate", "nominated", "nomination"]);

    /// <summary>The end of it: clauses of that kind, however they are called.</summary>
    public static ClausesAbout Ending(Platform text)
    {
        var kind = text.Clauses.Where(c => c.Kind == "dissolution").ToImmutableArray();
        return kind.IsEmpty ? Named(text, "dissolution", ["end", "ends", "ending", "dissolve", "dissolves", "dissolved", "dissolution", "dissolving", "disband", "disbands", "terminate", "terminated", "termination"]) : new(kind, []);
    }

    /// <summary>What belonging costs.</summary>
    public static ClausesAbout Cost(Platform text) =>
        Named(text, "", ["cost", "costs", "fee", "fees", "dues", "pay", "pays", "paid", "subscription", "subscriptions", "levy", "contribution", "contributions"]);

    /// <summary>Clauses of a kind; empty where the text names none.</summary>
    public static ImmutableArray<Clause> OfKind(Platform text, string kind) => [.. text.Clauses.Where(c => c.Kind == kind && !c.Section.Content.IsEmpty)];

    private static ClausesAbout Named(Platform text, string kind, string[] words)
    {
        var inKind = text.Clauses.Where(c => c.Kind == kind && Has(c.Section.Title, c.Section.Anchor, words) && !c.Section.Content.IsEmpty).ToImmutableArray();
        if (!inKind.IsEmpty) return new(inKind, []);
        var named = text.Clauses.Where(c => Has(c.Section.Title, c.Section.Anchor, words) && !c.Section.Content.IsEmpty).ToImmutableArray();
        if (!named.IsEmpty) return new(named, []);
        return new([], [.. text.Clauses.Where(c => c.Section.Lines().Any(line => Words(line.Value).Any(words.Contains)))]);
    }

    private static bool Has(string title, string anchor, string[] words) => Words(title).Concat(Words(anchor)).Any(words.Contains);

    /// <summary>Runs of letters in lower case.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsLetter(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
