using System.Globalization;
using System.Text;

namespace PublicLedger.Bench;

/// <summary>One agreement of so many clauses, and a decision a week that changes three of them.</summary>
internal sealed class Amendments(int versions, int clauses, Words words)
{
    private const int Part = 10; // one clause in ten has the others below it
    private static readonly DateOnly Founded = new(2020, 1, 6);

    private readonly List<Clause> text = [];
    private readonly Dice dice = new(5);
    private int count;

    /// <summary>Every file, as its path under the site's root and its text.</summary>
    internal IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("site.config.yml", "name: Amended often\nlanguage: en\n");
        yield return ("content/index.md", "---\nname: Amended often\npurpose: An agreement that changes every week.\n---\n");
        while (text.Count < clauses) text.Add(NewClause(text.Count % Part == 0));
        yield return ("content/platform/agreement.md", Founding());
        for (var i = 1; i <= versions; i++)
        {
            var day = Coalition.Day(Founded.AddDays(7 * i));
            yield return ($"content/decisions/{day}-amendment.md", $"""
                ---
                title: "Amendment {i}"
                status: accepted
                date: {day}
                amends: agreement
                in-force: {day}
                ---
                ## Context

                {words.Paragraph(dice, i, 60)}

                ## Changes

                {Changed()}
                {Changed()}
                {Changed()}
                ## Rationale

                {words.Paragraph(dice, i, 60)}

                """);
        }
    }

    private string Changed()
    {
        Clause clause;
        do clause = text[dice.Below(text.Count)];
        while (clause.Top);
        switch (dice.Below(10))
        {
            case 0:
                var added = NewClause(false);
                text.Insert(text.IndexOf(clause) + 1, added);
                return $"### Insert after {clause}: {added}\n\nNew words:\n\n> {added.Words}\n";
            case 1:
                text.Remove(clause);
                return $"### Repeal {clause}\n";
            case 2:
                Clause other;
                do other = text[dice.Below(text.Count)];
                while (other.Top || other == clause);
                text.Remove(clause);
                text.Insert(text.IndexOf(other) + 1, clause);
                return $"### Move {clause} after {other}\n";
            case 3:
                var retitled = $"### Retitle {clause}: ";
                clause.Title = NewTitle();
                return retitled + clause.Title + "\n";
            default:
                var (old, now) = (clause.Words, words.Paragraph(dice, ++count, 50));
                clause.Words = now;
                return $"### Replace {clause}\n\nOld words:\n\n> {old}\n\nNew words:\n\n> {now}\n";
        }
    }

    private string Founding()
    {
        var file = new StringBuilder($"---\ntitle: Agreement\nadopted: {Coalition.Day(Founded)}\nin-force: {Coalition.Day(Founded)}\n---\n");
        foreach (var clause in text)
            file.Append(CultureInfo.InvariantCulture, $"{(clause.Top ? "##" : "###")} {clause.Title} {{#{clause.Anchor}}}\n\n{clause.Words}\n\n");
        return file.ToString();
    }

    private Clause NewClause(bool top) => new() { Anchor = $"clause-{++count}", Top = top, Title = NewTitle(), Words = words.Paragraph(dice, count, 50) };

    private string NewTitle() => $"On {words.Phrase(dice, count, 3)}";

    private sealed class Clause
    {
        internal required string Anchor { get; init; }

        internal required bool Top { get; init; }

        internal required string Title { get; set; }

        internal required string Words { get; set; }

        public override string ToString() => $"{Title} ({Anchor})";
    }
}
