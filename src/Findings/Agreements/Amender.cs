using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Agreements;

/// <summary>Carries out the changes of one decision, in the order written, on the text of the day before.</summary>
internal sealed partial class Amender
{
    private readonly Draft before;
    private readonly AmendedText agreement;
    private readonly string day;
    private readonly bool pending;
    private readonly DiagnosticBag say;
    private readonly string fromFolder;

    /// <summary>Prepares the work.</summary>
    /// <param name="before">The text of the day before.</param>
    /// <param name="agreement">What is known of the agreement so far.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="day">The day before, for messages.</param>
    /// <param name="pending">Whether the decision is not taken yet.</param>
    /// <param name="say">Where trouble is reported.</param>
    public Amender(Draft before, AmendedText agreement, Decision decision, string day, bool pending, DiagnosticBag say)
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
        if (Words(change.New) is not { } now) return;
        if (change.Part)
        {
            if (Replaced(change, clause, now) is not { } words) return;
            now = words;
        }
        else if (!Agrees(change.Old, clause))
        {
            return;
        }

        Touched[clause.Anchor] = change;
        Text = Text.With(index, clause with { Words = now });
    }

    /// <summary>The clause's words with a part replaced, or null after a message.</summary>
    private string? Replaced(ReplaceChange change, DraftClause clause, string now)
    {
        var (old, with) = TableRows.Only(change.Old.Words, now);
        if (MarkdownWords.Find(clause.Words, old) is not { } place)
        {
            say.PartNotFound(pending, change.Old.At, clause.Name, day, WordsApart.Shortened(MarkdownWords.Plain(clause.Words)));
            Failed = true;
            return null;
        }

        if (MarkdownWords.Find(clause.Words, old, place.Start + 1) is not null)
        {
            say.PartFoundTwice(pending, change.Old.At, clause.Name);
            Failed = true;
            return null;
        }

        return (clause.Words[..place.Start] + with + clause.Words[place.End..]).Trim('\n', ' ');
    }

    private void Apply(InsertChange change)
    {
        var anchor = change.Anchor;
        if (Text.Find(anchor) is { } taken)
        {
            say.AnchorTaken(pending, change.At, anchor, taken.Name);
            Failed = true;
            return;
        }

        if (Resolve(change.Place) is not { } place) return;
        if ((change.New is null ? "" : Words(change.New)) is not { } words) return;
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
        if (change.Place.Clause is { } beside && Resolve(beside) is var at && (at is null || (at >= index && at < index + extent)))
        {
            if (at is not null) say.MovedIntoItself(pending, change.At, moving[0].Name);
            Failed = true;
            return;
        }

        Text = Text with { Clauses = Text.Clauses.RemoveRange(index, extent) };
        var place = Resolve(change.Place)!.Value;
        if (change.Number is { } number) moving = moving.SetItem(0, moving[0].Numbered(number));
        var deeper = place.Level - moving[0].Level;
        Touched[moving[0].Anchor] = change;
        Moved.Add(moving[0].Anchor);
        Text = Text with { Clauses = Text.Clauses.InsertRange(place.Index, moving.Select(c => c with { Level = Math.Min(6, c.Level + deeper) })) };
    }

    private static DraftClause Marked(DraftClause clause, string? kind)
    {
        var classes = clause.Classes.RemoveAll(Clause.Kinds.Contains);
        return clause with { Classes = kind is null ? classes : classes.Insert(0, kind) };
    }

    /// <summary>New words, with their addresses leading where they led; null after a message.</summary>
    private string? Words(Quote quote)
    {
        if (quote.Words.Split('\n').Any(line => line.StartsWith('#')))
        {
            say.HeadingInWords(pending, quote.At);
            Failed = true;
            return null;
        }

        return MarkdownWords.Rebased(quote.Words, fromFolder, agreement.Folder);
    }

    /// <summary>Whether quoted words are the clause's, whitespace and typography aside.</summary>
    private bool Agrees(Quote quote, DraftClause clause)
    {
        var (quoted, stands) = (MarkdownWords.Plain(quote.Words), MarkdownWords.Plain(clause.Words));
        if (quoted == stands) return true;
        var (text, written) = WordsApart.Of(stands, quoted);
        say.OldWordsDiffer(pending, quote.At, clause.Name, day, text, written);
        Failed = true;
        return false;
    }
}
