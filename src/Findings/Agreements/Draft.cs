using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Agreements;

/// <summary>The text of an agreement as Markdown, clause by clause: what amendments work on.</summary>
/// <param name="Preface">What stands before the first clause.</param>
/// <param name="Clauses">The clauses in order; a clause stands below the one before it that has a lower level.</param>
internal sealed record Draft(string Preface, ImmutableArray<DraftClause> Clauses)
{
    /// <summary>The text of an agreement's file.</summary>
    public static Draft Of(Platform text)
    {
        var preface = "";
        var clauses = ImmutableArray.CreateBuilder<DraftClause>();
        foreach (var section in text.Body.Sections)
        {
            var words = MarkdownWords.Trimmed(string.Join('\n', section.Lines().Select(line => line.Value)));
            if (section.Level == 0) preface = words;
            else clauses.Add(DraftClause.Of(section, words));
        }

        return new Draft(preface, clauses.ToImmutable());
    }

    /// <summary>The index of a clause, or -1.</summary>
    public int IndexOf(string anchor)
    {
        for (var i = 0; i < Clauses.Length; i++)
            if (Clauses[i].Anchor == anchor) return i;
        return -1;
    }

    /// <summary>The clause with an anchor, or null.</summary>
    public DraftClause? Find(string anchor) => IndexOf(anchor) is var i and >= 0 ? Clauses[i] : null;

    /// <summary>The index of the clause that a clause stands below, or -1.</summary>
    public int ParentOf(int index)
    {
        var level = Clauses[index].Level;
        while (index >= 0 && Clauses[index].Level >= level) index--;
        return index;
    }

    /// <summary>How many clauses a clause is together with those below it.</summary>
    public int ExtentAt(int index)
    {
        var end = index + 1;
        while (end < Clauses.Length && Clauses[end].Level > Clauses[index].Level) end++;
        return end - index;
    }

    /// <summary>This text with other words for one clause.</summary>
    public Draft With(int index, DraftClause clause) => this with { Clauses = Clauses.SetItem(index, clause) };

    /// <summary>The body of a Markdown file that says the same, with every anchor written out.</summary>
    public string Markdown(string title)
    {
        var text = new StringBuilder().Append("# ").Append(title).Append('\n');
        if (Preface.Length > 0) text.Append('\n').Append(Preface).Append('\n');
        foreach (var clause in Clauses)
        {
            text.Append('\n').Append('#', clause.Level).Append(' ').Append(clause.Label).Append(clause.Title).Append(" {#").Append(clause.Anchor);
            foreach (var name in clause.Classes) text.Append(" .").Append(name);
            text.Append("}\n");
            if (clause.Words.Length > 0) text.Append('\n').Append(clause.Words).Append('\n');
        }

        return text.ToString();
    }
}

/// <summary>One clause of a <see cref="Draft"/>.</summary>
/// <param name="Anchor">Its identity.</param>
/// <param name="Level">2 for the highest.</param>
/// <param name="Label">Its number as written, with what stands between it and the title ("2. "); empty where it has none.</param>
/// <param name="Title">Its title, as Markdown.</param>
/// <param name="Classes">What it is for, with other classes.</param>
/// <param name="Words">Its words, as Markdown.</param>
internal sealed partial record DraftClause(string Anchor, int Level, string Label, string Title, ImmutableArray<string> Classes, string Words)
{
    /// <summary>The lowest level that Markdown and HTML have.</summary>
    public const int Deepest = 6;

    /// <summary>The number alone.</summary>
    public string Number => Numeral().Match(Label).Value.TrimEnd('.');

    /// <summary>Number and title as plain words.</summary>
    public string Name => (Number.Length > 0 ? Number + " " : "") + MarkdownWords.Plain(Title);

    /// <summary>The kinds are compared by what they say.</summary>
    public bool Equals(DraftClause? other) =>
        other is not null && Anchor == other.Anchor && Level == other.Level && Label == other.Label && Title == other.Title && Words == other.Words
        && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Anchor, Level, Label, Title, Words);

    public static DraftClause Of(Section section, string words)
    {
        var written = HeadingAsWritten(section.At);
        var label = section.Number.Length > 0 ? NumberAndGap().Match(written).Value : "";
        return new DraftClause(section.Anchor, section.Level, label, written[label.Length..], section.Classes, words);
    }

    /// <summary>This clause under another number, written the way the old one was.</summary>
    public DraftClause Numbered(string number) => this with
    {
        // "2." and "2.1" are usual beside each other, so that the form is kept only from a number to its like.
        Label = Label.Length > 0 && number.Contains('.') == Number.Contains('.') ? Numeral().Replace(Label, number + (Label.TrimEnd().EndsWith('.') ? "." : ""), 1)
            : number + (number.Contains('.') ? " " : ". "),
    };

    private static string HeadingAsWritten(Location at)
    {
        var text = at.Source.Text.Substring(at.Start, Math.Min(at.Length, at.Source.Text.Length - at.Start));
        var line = text.AsSpan(0, text.IndexOf('\n') is var end and >= 0 ? end : text.Length).Trim().TrimStart('#').Trim().ToString();
        return Braces().Replace(ClosingMarks().Replace(line, ""), "").TrimEnd();
    }

    [GeneratedRegex(@"^[0-9][0-9.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();

    [GeneratedRegex(@"^\d{1,4}(?:\.\d{1,3}){0,6}[.):]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndGap();

    [GeneratedRegex(@"\s+#+$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingMarks();

    [GeneratedRegex(@"\s*\{\s*([#.][^{}]*)\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
