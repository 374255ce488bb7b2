using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>Carries out the changes of one decision, in the order written, on the text of the day before.</summary>
internal sealed partial class Amender
{
    private readonly Draft before;
    private readonly AmendedText agreement;
    private readonly DateOnly day;
    private readonly bool pending;
    private readonly DiagnosticBag say;
    private readonly string fromFolder;

    /// <summary>Prepares the work.</summary>
    /// <param name="before">The text of the day before.</param>
    /// <param name="agreement">What is known of the agreement so far.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="day">The day from which the changes apply.</param>
    /// <param name="pending">Whether the decision is not taken yet.</param>
    /// <param name="say">Where trouble is reported.</param>
    public Amender(Draft before, AmendedText agreement, Decision decision, DateOnly day, bool pending, DiagnosticBag say)
    {
        (this.before, this.agreement, this.day, this.pending, this.say) = (before, agreement, day, pending, say);
        fromFolder = decision.Core.File.Text.Folder;
        Text = before;
    }

    /// <summary>The text as changed so far.</summary>
    public Draft Text { get; private set; }

    /// <summary>Whether a change could not be carried out.</summary>
    public bool Failed { get; private set; }

    /// <summary>The clauses that changes named, with the change that named each last.</summary>
    public Dictionary<string, Change> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>The clauses that were moved by name.</summary>
    public HashSet<string> Moved { get; } = new(StringComparer.Ordinal);

    public void Apply(Change change)
    {
        switch (change)
        {
            case ReplaceChange replace: Apply(replace); break;
            case InsertChange insert: Apply(insert); break;
            case RepealChange repeal: Apply(repeal); break;
            case MoveChange move: Apply(move); break;
            case RenumberChange renumber: Alter(renumber.Clause, change, c => c.Numbered(renumber.Number)); break;
            case RetitleChange retitle: Alter(retitle.Clause, change, c => c with { Title = retitle.Title }); break;
            case MarkChange mark: Alter(mark.Clause, change, c => Marked(c, mark.Kind)); break;
        }
    }

    private void Alter(ClauseName name, Change change, Func<DraftClause, DraftClause> alter)
    {
        if (Resolve(name) is not { } index) return;
        Touched[Text.Clauses[index].Anchor] = change;
        Text = Text.With(index, alter(Text.Clauses[index]));
    }

    private void Apply(ReplaceChange change)
    {
        if (Resolve(change.Clause) is not { } index) return;
        var clause = Text.Clauses[index];
        if (!change.Part && !Agrees(change.Old, clause)) return;
        var now = MarkdownWords.Rebased(change.New.Words, fromFolder, agreement.Folder);
        if (change.Part)
        {
            if (Replaced(change, clause, now) is not { } words) return;
            now = words;
        }

        if (!AreWords(now, change.New)) return;
        Touched[clause.Anchor] = change;
        Text = Text.With(index, clause with { Words = now });
    }

    /// <summary>The clause's words with a part replaced, or null after a message.</summary>
    private string? Replaced(ReplaceChange change, DraftClause clause, string now)
    {
        var (old, with) = TableRows.Only(change.Old.Words, now);
        // Addresses in the quote may be written for the decision's file, or copied from the agreement's.
        if (MarkdownWords.Rebased(old, fromFolder, agreement.Folder) is var rebased && MarkdownWords.Find(clause.Words, rebased) is not null) old = rebased;
        if (MarkdownWords.Find(clause.Words, old) is not { } place)
        {
            say.PartNotFound(pending, change.Old.At, clause.Name, When(clause), WordsApart.Shortened(MarkdownWords.Plain(clause.Words)));
            Failed = true;
            return null;
        }

        if (MarkdownWords.Find(clause.Words, old, place.Start + 1) is not null)
        {
            say.PartFoundTwice(pending, change.Old.At, clause.Name);
            Failed = true;
            return null;
        }

        return MarkdownWords.Replaced(clause.Words, place, with);
    }

    private void Apply(InsertChange change)
    {
        var anchor = change.Anchor;
        if (Text.Find(anchor) is { } taken)
        {
            say.AnchorTaken(pending, change.Clause.At, anchor, taken.Name);
            Failed = true;
            return;
        }

        if (!Slug.IsUsable(anchor))
        {
            say.AnchorUnusable(pending, change.Clause.At, anchor);
            Failed = true;
            return;
        }

        if (Resolve(change.Place) is not { } place || IsTooDeep(change.Clause, place.Level)) return;
        var words = MarkdownWords.Rebased(change.New?.Words ?? "", fromFolder, agreement.Folder);
        if (change.New is { } quote && !AreWords(words, quote)) return;
        var clause = new DraftClause(anchor, place.Level, "", change.Clause.Title, change.Kind is { } kind ? [kind] : [], words);
        if (change.Clause.Number.Length > 0) clause = clause.Numbered(change.Clause.Number);
        Touched[anchor] = change;
        Text = Text with { Clauses = Text.Clauses.Insert(place.Index, clause) };
    }

    private void Apply(RepealChange change)
    {
        if (Resolve(change.Clause) is not { } index) return;
        var clause = Text.Clauses[index];
        if (change.Old is { } old && !Agrees(old, clause)) return;
        var extent = Text.ExtentAt(index);
        for (var i = index; i < index + extent; i++) Touched[Text.Clauses[i].Anchor] = change;
        Text = Text with { Clauses = Text.Clauses.RemoveRange(index, extent) };
    }

    private void Apply(MoveChange change)
    {
        if (Resolve(change.Clause) is not { } index) return;
        var extent = Text.ExtentAt(index);
        var moving = Text.Clauses.AsSpan(index, extent).ToImmutableArray();
        if (Resolve(change.Place) is not { } place) return;
        if (change.Place.Clause is { } beside && place.Beside >= index && place.Beside < index + extent)
        {
            say.MovedIntoItself(pending, beside.At, moving[0].Name);
            Failed = true;
            return;
        }

        var deeper = place.Level - moving[0].Level;
        if (IsTooDeep(change.Clause, moving.Max(c => c.Level) + deeper)) return;
        Text = Text with { Clauses = Text.Clauses.RemoveRange(index, extent) };
        if (place.Index > index) place.Index -= extent;
        if (change.Number is { } number) moving = moving.SetItem(0, moving[0].Numbered(number));
        Touched[moving[0].Anchor] = change;
        Moved.Add(moving[0].Anchor);
        Text = Text with { Clauses = Text.Clauses.InsertRange(place.Index, moving.Select(c => c with { Level = c.Level + deeper })) };
    }

    private bool IsTooDeep(ClauseName clause, int level)
    {
        if (level <= DraftClause.Deepest) return false;
        say.ClauseTooDeep(pending, clause.At, clause.ToString());
        return Failed = true;
    }

    private static DraftClause Marked(DraftClause clause, string? kind)
    {
        var classes = clause.Classes.RemoveAll(Clause.Kinds.Contains);
        return clause with { Classes = kind is null ? classes : classes.Insert(0, kind) };
    }

    /// <summary>Whether new words stay within their clause; false after a message at the quote they come from.</summary>
    private bool AreWords(string words, Quote quote)
    {
        if (MarkdownWords.Heading(words) is { } heading) say.HeadingInWords(pending, quote.Where(heading), heading);
        else if (!MarkdownWords.EndsByItself(words)) say.WordsNotClosed(pending, quote.At);
        else return true;
        Failed = true;
        return false;
    }

    /// <summary>Which state of a clause the decision meets, in words: that of the day before, unless something of the same day came first.</summary>
    private string When(DraftClause clause)
    {
        if (Touched.TryGetValue(clause.Anchor, out var own)) return $"after the change on line {own.At.Line}";
        if (agreement.ChangeOn(clause.Anchor, day) is { } other) return $"after the other change of that day ({other.Source.Path}, line {other.Line})";
        return "on " + DayBefore;
    }

    private string DayBefore => PartialDate.Of(day > DateOnly.MinValue ? day.AddDays(-1) : day).ToString();

    /// <summary>Whether quoted words are the clause's, whitespace and typography aside.</summary>
    private bool Agrees(Quote quote, DraftClause clause)
    {
        var (quoted, stands) = (MarkdownWords.Plain(quote.Words), MarkdownWords.Plain(clause.Words));
        if (quoted == stands) return true;
        var (text, written) = WordsApart.Of(stands, quoted);
        say.OldWordsDiffer(pending, quote.At, clause.Name, When(clause), text, written);
        Failed = true;
        return false;
    }
}
