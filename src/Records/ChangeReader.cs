using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// Reads the changes that a decision makes to an agreement: below a heading "Changes", one heading a change
/// ("Replace 2.3 Every member weighs its food waste (weigh-waste)"), and the words in block quotes below
/// "Old words:" and "New words:". It reads well on a code host too, where nothing knows this program.
/// </summary>
internal static partial class ChangeReader
{
    /// <summary>The changes in a decision's text; none where it has no such heading.</summary>
    /// <param name="body">The text.</param>
    /// <param name="amends">Whether the decision says which agreement it amends. Where it does not, "Changes" may be any text.</param>
    /// <param name="say">Where trouble is reported.</param>
    public static ImmutableArray<Change> Read(Body body, bool amends, DiagnosticBag say)
    {
        var own = new DiagnosticBag();
        var changes = Read(body, amends ? say : own);
        if (!amends && changes is [var first, ..]) say.AmendsMissing(first.At);
        return amends ? changes : [];
    }

    private static ImmutableArray<Change> Read(Body body, DiagnosticBag say)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        var below = false;
        foreach (var section in body.Sections)
        {
            if (section.Level <= 2) below = section.Level == 2 && section.Title is "Changes" or "Changes to the agreement";
            else if (below && Read(section, say) is { } change) changes.Add(change);
        }

        return changes.ToImmutable();
    }

    private static Change? Read(Section section, DiagnosticBag say)
    {
        // A number before it only counts the changes: "1. Replace …".
        var heading = section.Title;
        var at = section.At;
        var (old, now, labelled) = Quotes(section);
        if (Matches(Part(), heading) is { } part) return Replace(Name(part, "clause", at), true, old, now, at, say);
        if (Matches(ReplaceWords(), heading) is { } replace) return Replace(Name(replace, "clause", at), false, old, now, at, say);
        if (Matches(Insert(), heading) is { } insert) return Insertion(insert, now ?? (labelled ? null : old), labelled, at, say);
        if (Matches(Repeal(), heading) is { } repeal) return new RepealChange(Name(repeal, "clause", at), old, at);
        if (Matches(Renumber(), heading) is { } renumber) return new RenumberChange(Name(renumber, "clause", at), renumber.Groups["number"].Value.TrimEnd('.'), at);
        if (Matches(Retitle(), heading) is { } retitle) return new RetitleChange(Name(retitle, "clause", at), TitleAsWritten(at, retitle.Groups["title"].Value), at);
        if (Matches(Move(), heading) is { } move) return Moved(move, at);
        if (Matches(Mark(), heading) is { } mark) return Marked(mark, at, say);
        say.ChangeNotUnderstood(at, heading);
        return null;
    }

    private static ReplaceChange? Replace(ClauseName clause, bool part, Quote? old, Quote? now, Location at, DiagnosticBag say)
    {
        if (old is null || now is null) say.ChangeWithoutWords(at, old is null, now is null);
        return old is null || now is null ? null : new ReplaceChange(clause, part, old, now, at);
    }

    private static InsertChange? Insertion(Match match, Quote? now, bool labelled, Location at, DiagnosticBag say)
    {
        var (clause, kind) = NameAndKind(match.Groups["new"].Value, at);
        if (kind is not (null or "variant") && !Clause.Kinds.Contains(kind))
        {
            say.ClauseKindUnknown(Within(at, kind), kind, Clause.Kinds);
            kind = null;
        }

        if (labelled && now is null) say.ChangeWithoutWords(at, old: false, now: true);
        if (clause.Title.Length > 0) return new InsertChange(To(match, at), clause with { Title = TitleAsWritten(at, clause.Title) }, kind, now, at);
        say.ChangeNotUnderstood(at, match.Value);
        return null;
    }

    private static MoveChange Moved(Match match, Location at) =>
        new(Name(match, "clause", at), To(match, at), match.Groups["number"] is { Success: true, Value: var number } ? number.TrimEnd('.') : null, at);

    private static MarkChange? Marked(Match match, Location at, DiagnosticBag say)
    {
        var kind = match.Groups["kind"].Value;
        if (kind is "ordinary") return new MarkChange(Name(match, "clause", at), null, at);
        if (Clause.Kinds.Contains(kind)) return new MarkChange(Name(match, "clause", at), kind, at);
        say.ClauseKindUnknown(Within(at, kind), kind, Clause.Kinds.Add("ordinary"));
        return null;
    }

    private static Destination To(Match match, Location at)
    {
        var side = match.Groups["side"].Value switch
        {
            "before" => Side.Before,
            "after" => Side.After,
            "at the start" or "to the start" => Side.AtStart,
            _ => Side.AtEnd,
        };
        return new Destination(side, match.Groups["beside"].Success ? Name(match, "beside", at) : null);
    }

    private static Match? Matches(Regex form, string heading) => form.Match(heading) is { Success: true } match ? match : null;

    private static ClauseName Name(Match match, string group, Location at) => NameAndKind(match.Groups[group].Value, at).Name;

    private static (ClauseName Name, string? Kind) NameAndKind(string written, Location at)
    {
        var match = ClauseLabel().Match(written.Trim());
        var anchor = match.Groups["anchor"] is { Success: true, Value: var given } ? given : null;
        var kind = match.Groups["kind"] is { Success: true, Value: var word } ? word : null;
        return (new ClauseName(match.Groups["number"].Value, match.Groups["title"].Value, anchor, Within(at, written)), kind);
    }

    /// <summary>A new title as Markdown; where the heading has markup in it, the plain words of it.</summary>
    private static string TitleAsWritten(Location heading, string title) => Within(heading, title) == heading ? MarkdownWords.Escaped(title) : title;

    /// <summary>Where words of a heading stand; the whole heading where markup hides them.</summary>
    private static Location Within(Location heading, string words) =>
        heading.Source.Text.LastIndexOf(words, heading.Start + heading.Length - 1, heading.Length, StringComparison.Ordinal) is var start and >= 0
            ? heading.Source.At(start, words.Length)
            : heading;

    /// <summary>
    /// The block quotes below the labels of a change. A label holds for all quotes up to the next text that is none, so that a
    /// blank line between two quoted paragraphs loses neither. Where there is no label at all, the first quote is the old
    /// words and the second the new.
    /// </summary>
    private static (Quote? Old, Quote? New, bool Labelled) Quotes(Section section)
    {
        var quotes = new List<(string? Label, List<Located<string>> Lines)>();
        string? label = null;
        var (labelled, inQuote) = (false, false);
        foreach (var line in section.Lines())
        {
            var text = line.Value.TrimStart();
            // A paragraph of a quote goes on in the next line without the mark; a blank line ends it.
            if (text.StartsWith('>') || (inQuote && text.Length > 0))
            {
                if (!inQuote) quotes.Add((label, []));
                quotes[^1].Lines.Add(line);
                inQuote = true;
                continue;
            }

            inQuote = false;
            if (text.Length == 0) continue;
            label = Label().Match(text) is { Success: true } found ? found.Groups["which"].Value.ToLowerInvariant() : null;
            labelled |= label is not null;
        }

        if (labelled) return (QuoteOf(quotes.Where(q => q.Label is "old")), QuoteOf(quotes.Where(q => q.Label is "new")), true);
        return (QuoteOf(quotes.Take(1)), QuoteOf(quotes.Skip(1).Take(1)), false);
    }

    private static Quote? QuoteOf(IEnumerable<(string? Label, List<Located<string>> Lines)> quotes)
    {
        var parts = quotes.Select(q => q.Lines).ToList();
        if (parts.Count == 0) return null;
        var words = string.Join("\n\n", parts.Select(lines => string.Join('\n', lines.Select(line => QuoteMark().Replace(line.Value, "", 1)))));
        var (first, last) = (parts[0][0].At, parts[^1][^1].At);
        return new Quote(MarkdownWords.Trimmed(words), first.Source.At(first.Start, last.Start + last.Length - first.Start));
    }

    [GeneratedRegex(@"^Replace (?:one |an? |the |some )?(?:part|row|paragraph|item|sentence|word)s? (?:of|in) (?<clause>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^Replace (?<clause>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ReplaceWords();

    // A name ends with its anchor in brackets, where it has one: what comes before may hold ": " and " after ".
    private const string Anchored = @"[^()]*(?:\([^()]*\)[^()]*)*?\([^()\s]+\)";

    [GeneratedRegex(@"^Insert (?:(?<side>before|after) (?<beside>" + Anchored + @"|.+?)|(?<side>at the end|at the start)(?: of (?<beside>" + Anchored + @"|.+?))?): (?<new>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Insert();

    [GeneratedRegex(@"^(?:Repeal|Delete|Remove) (?<clause>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Repeal();

    [GeneratedRegex(@"^Renumber (?<clause>.+): (?<number>\d[\d.]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Renumber();

    [GeneratedRegex(@"^(?:Retitle|Rename) (?<clause>" + Anchored + @"|.+?): (?<title>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Retitle();

    [GeneratedRegex(@"^Move (?<clause>" + Anchored + @"|.+?) (?:(?<side>before|after) (?<beside>.+?)|(?<side>to the end|to the start)(?: of (?<beside>.+?))?)(?:: (?<number>\d[\d.]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Move();

    [GeneratedRegex(@"^Mark (?<clause>.+): (?<kind>[a-z-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:(?<number>\d[\d.]*?)\.?(?=\s|$))?\s*(?<title>.*?)\s*(?:\((?<anchor>[^()\s,]+)(?:,\s*(?<kind>[a-z-]+))?\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseLabel();

    [GeneratedRegex(@"^\W*(?<which>old|new)(?: words?| text)?\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*> ?", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteMark();
}
