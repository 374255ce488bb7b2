using System.Collections.Immutable;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>A clause with what is needed to know it again in another text.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Index">Its place among the clauses of its text.</param>
/// <param name="Parent">The place of the clause it stands below, or -1.</param>
/// <param name="Bare">Its heading, see <see cref="ClauseTitle.Bare"/>.</param>
/// <param name="Path">The bare headings from the top down to its own.</param>
/// <param name="Pairs">The pairs of letters of its heading.</param>
/// <param name="Words">The words below its heading.</param>
internal sealed record ClauseFacts(Clause Clause, int Index, int Parent, string Bare, string Path, ImmutableArray<int> Pairs, WordBag Words)
{
    /// <summary>The anchor written by hand, or null.</summary>
    public string? OwnAnchor => Clause.Section.OwnAnchor ? Clause.Section.Anchor : null;

    /// <summary>Whether it is what stands before the first heading.</summary>
    public bool IsOpening => Clause.Section.Level == 0;

    /// <summary>Whether it is an opening without a heading of its own, which no clause can be taken for.</summary>
    public bool IsNameless => IsOpening && !Opening.HasHeading(Clause.Section);
}

/// <summary>Works out the facts about the clauses of texts; what comes again in another text is not worked out again.</summary>
internal sealed class ClauseReader
{
    private readonly WordBags bags = new();
    private readonly Dictionary<string, (string Bare, ImmutableArray<int> Pairs)> titles = new(StringComparer.Ordinal);

    /// <summary>The clauses of a text, in order.</summary>
    public ImmutableArray<ClauseFacts> Read(Platform text)
    {
        var clauses = Opening.WithClauses(text);
        var facts = ImmutableArray.CreateBuilder<ClauseFacts>(clauses.Length);
        var open = new Stack<ClauseFacts>();
        foreach (var clause in clauses)
        {
            while (open.Count > 0 && open.Peek().Clause.Section.Level >= clause.Section.Level) open.Pop();
            var parent = open.Count > 0 ? open.Peek() : null;
            if (!titles.TryGetValue(clause.Section.Title, out var title))
            {
                var bare = ClauseTitle.Bare(clause.Section.Title);
                titles[clause.Section.Title] = title = (bare, ClauseTitle.Pairs(bare));
            }

            var fact = new ClauseFacts(clause, facts.Count, parent?.Index ?? -1, title.Bare, parent is null ? title.Bare : $"{parent.Path}\n{title.Bare}",
                title.Pairs, bags.Of(clause.Section.Content.Marked));
            facts.Add(fact);
            if (!fact.IsOpening) open.Push(fact);
        }

        return facts.MoveToImmutable();
    }
}
