using System.Globalization;
using System.Text;

namespace PublicLedger.Tests;

/// <summary>
/// A founding text and decisions that change it, by chance, as files a clerk could have written; and beside them what the
/// text becomes, worked out in another way than the program does: on a tree of clauses, not on a list.
/// </summary>
internal sealed class AmendedHistory
{
    private static readonly string[] Kinds = ["non-negotiable", "delegated", "cadence", "membership", "dissolution"];
    private static readonly string[] Titles = ["Water", "Rules: after all", "What comes before winter", "Keys (shed) and locks", "Fees, in full"];

    private readonly List<Clause> agreement = [];
    private readonly Random dice;
    private int count;

    /// <summary>Writes a history.</summary>
    /// <param name="seed">Decides the founding text.</param>
    /// <param name="moves">Each decides a decision.</param>
    public AmendedHistory(int seed, IEnumerable<int> moves)
    {
        dice = new Random(seed);
        for (var i = 0; i < 3 + dice.Next(3); i++)
        {
            var clause = NewClause(dice);
            for (var j = 0; j < dice.Next(3); j++) clause.Below.Add(NewClause(dice));
            agreement.Add(clause);
        }

        Day = new DateOnly(2025, 1, 1);
        var kept = new Dictionary<DateOnly, string> { [Day] = Text() };
        Founding = $"---\ntitle: Pact\nin-force: {Written(Day)}\n---\n{Text()}";
        foreach (var move in moves)
        {
            Decide(new Random(move));
            kept[Day] = Text();
        }

        Texts = [.. kept.OrderBy(t => t.Key).Select(t => (t.Key, t.Value))];
    }

    /// <summary>A decision: what stands before its changes, and the changes.</summary>
    internal sealed record WrittenDecision(string Id, DateOnly Day, string Front, List<string> Changes)
    {
        public string Path => $"content/decisions/{Id}.md";

        public string Text => $"---\ntitle: Decision {Id}\nstatus: accepted\n{Front}---\n## Changes\n\n{string.Join('\n', Changes)}";
    }

    public string Founding { get; }

    /// <summary>The decisions in the order in which they apply.</summary>
    public List<WrittenDecision> Decisions { get; } = [];

    /// <summary>The text of each day on which it changed, without its front matter.</summary>
    public IReadOnlyList<(DateOnly Day, string Text)> Texts { get; private set; }

    /// <summary>The day of the last decision.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>All files.</summary>
    public List<(string Path, string Text)> Files =>
        [("content/platform/pact.md", Founding), ("content/decisions/start.md", "---\ntitle: Start\n---\nWe start.\n"), .. Decisions.Select(d => (d.Path, d.Text))];

    /// <summary>The clauses that have these words now, by anchor.</summary>
    public Dictionary<string, string> Words => All().ToDictionary(c => c.Anchor, c => c.Words, StringComparer.Ordinal);

    /// <summary>One more decision of one replacement.</summary>
    public void Replace(string anchor, string words)
    {
        Day = Day.AddDays(1);
        var clause = All().Single(c => c.Anchor == anchor);
        Add([Quoted($"### Replace ({anchor})", clause.Words, words, dice)]);
        clause.Words = words;
        Texts = [.. Texts, (Day, Text())];
    }

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Decide(Random by)
    {
        Day = Day.AddDays(Decisions.Count == 0 ? 1 : by.Next(3));
        var changes = new List<string>();
        for (var left = 1 + by.Next(3); left > 0; left--) changes.Add(Changed(by));
        Add(changes);
    }

    private void Add(List<string> changes) =>
        Decisions.Add(new WrittenDecision($"d{Decisions.Count:000}", Day, $"date: {Written(Day)}\namends: pact\nin-force: {Written(Day)}\n", changes));

    private string Changed(Random by)
    {
        var clauses = All().ToList();
        if (clauses.Count == 0) return Inserted(by, clauses);
        var clause = clauses[by.Next(clauses.Count)];
        var label = Label(clause, by);
        switch (by.Next(10))
        {
            case 0 or 1:
                var words = NewWords(by);
                var replaced = Quoted("### Replace " + label, clause.Words, words, by);
                clause.Words = words;
                return replaced;
            case 2 when clause.Words.Contains("piece ", StringComparison.Ordinal):
                var at = clause.Words.IndexOf("piece ", StringComparison.Ordinal) + 6;
                var number = string.Concat(clause.Words[at..].TakeWhile(char.IsAsciiDigit));
                var next = (++count).ToString(CultureInfo.InvariantCulture);
                clause.Words = clause.Words[..at] + next + clause.Words[(at + number.Length)..];
                return $"### Replace words in {label}\n\nOld words:\n\n> piece {number}\n\nNew words:\n\n> piece {next}\n";
            case 3 when clauses.Count > 2:
                ListOf(clause).Remove(clause);
                return $"### Repeal {label}\n";
            case 4:
                clause.Number = NewNumber(by);
                return $"### Renumber {label}: {clause.Number}\n";
            case 5:
                clause.Title = NewTitle(by);
                return $"### Retitle {label}: {clause.Title}\n";
            case 6:
                clause.Kind = by.Next(3) == 0 ? null : Kinds[by.Next(Kinds.Length)];
                return $"### Mark {label}: {clause.Kind ?? "ordinary"}\n";
            case 7 or 8 when Moved(clause, clauses, label, by) is { } moved: return moved;
            default: return Inserted(by, clauses);
        }
    }

    private string? Moved(Clause clause, List<Clause> clauses, string label, Random by)
    {
        var inside = Within(clause).ToHashSet();
        var places = clauses.Where(c => !inside.Contains(c) && Depth(c) + Height(clause) < 4).ToList();
        if (places.Count == 0) return null;
        var beside = places[by.Next(places.Count)];
        var where = Label(beside, by);
        ListOf(clause).Remove(clause);
        var to = Put(clause, beside, by.Next(4)) switch { 0 => "before ", 1 => "after ", 2 => "to the start of ", _ => "to the end of " };
        var number = "";
        if (by.Next(2) == 0) number = ": " + (clause.Number = NewNumber(by));
        return $"### Move {label} {to}{where}{number}\n";
    }

    private string Inserted(Random by, List<Clause> clauses)
    {
        var clause = NewClause(by);
        var places = clauses.Where(c => Depth(c) < 4).ToList();
        var name = $"{clause.Number} {clause.Title} ({clause.Anchor}{(clause.Kind is null ? "" : ", " + clause.Kind)})".Trim();
        var words = clause.Words.Length == 0 ? "" : by.Next(4) == 0 ? "\n" + Quote(clause.Words) : "\nNew words:\n\n" + Quote(clause.Words);
        if (places.Count == 0 || by.Next(8) == 0)
        {
            agreement.Add(clause);
            return $"### Insert at the end: {name}\n{words}";
        }

        var beside = places[by.Next(places.Count)];
        var where = Label(beside, by);
        var to = Put(clause, beside, by.Next(4)) switch { 0 => "before ", 1 => "after ", 2 => "at the start of ", _ => "at the end of " };
        return $"### Insert {to}{where}: {name}\n{words}";
    }

    private int Put(Clause clause, Clause beside, int side)
    {
        var list = side < 2 ? ListOf(beside) : beside.Below;
        list.Insert(side switch { 0 => list.IndexOf(beside), 1 => list.IndexOf(beside) + 1, 2 => 0, _ => list.Count }, clause);
        return side;
    }

    private static string Quoted(string heading, string old, string now, Random by) =>
        $"{heading}\n\n{(by.Next(2) == 0 ? "Old words:\n\n" : "Old text\n\n")}{Quote(by.Next(2) == 0 ? old : Plainer(old))}\nNew words:\n\n{Quote(now)}";

    private static string Quote(string words) =>
        string.Concat(words.Replace("../decisions/", "", StringComparison.Ordinal).Split('\n').Select(line => line.Length == 0 ? ">\n" : $"> {line}\n"));

    private static string Plainer(string words) => words.Replace('“', '"').Replace('”', '"').Replace('—', '-');

    private static string Label(Clause clause, Random by)
    {
        var label = by.Next(4) == 0 ? "" : clause.Number.Length == 0 || by.Next(3) == 0 ? clause.Title : $"{clause.Number}. {clause.Title}";
        return $"{label} ({clause.Anchor})".Trim();
    }

    private Clause NewClause(Random by) => new()
    {
        Anchor = $"c{++count}",
        Number = by.Next(4) == 0 ? "" : NewNumber(by),
        Title = NewTitle(by),
        Kind = by.Next(3) == 0 ? Kinds[by.Next(Kinds.Length)] : null,
        Words = by.Next(6) == 0 ? "" : NewWords(by),
    };

    private static string NewNumber(Random by) => string.Create(CultureInfo.InvariantCulture, $"{by.Next(1, 20)}{(by.Next(2) == 0 ? "" : $".{by.Next(1, 9)}")}");

    private string NewTitle(Random by) => $"{Titles[by.Next(Titles.Length)]} {++count}";

    private string NewWords(Random by)
    {
        var parts = new List<string>();
        for (var left = 1 + by.Next(2); left > 0; left--)
        {
            parts.Add(by.Next(5) switch
            {
                0 => $"* We keep piece {++count}.\n* We “share” it — mostly.",
                1 => $"| What | Who |\n|---|---|\n| piece {++count} | all |",
                2 => $"See [how we started](../decisions/start.md#p{++count}), and piece {++count}.",
                3 => $"```\nkeep piece {++count}\n\n# two\n```",
                _ => $"Each member has piece {++count},\nand nobody minds.",
            });
        }

        return string.Join("\n\n", parts);
    }

    private IEnumerable<Clause> All() => agreement.SelectMany(Within);

    private static IEnumerable<Clause> Within(Clause clause) => clause.Below.SelectMany(Within).Prepend(clause);

    private static int Height(Clause clause) => clause.Below.Count == 0 ? 0 : 1 + clause.Below.Max(Height);

    private int Depth(Clause clause) => ListOf(clause) is var list && list == agreement ? 0 : 1 + Depth(All().Single(c => c.Below == list));

    private List<Clause> ListOf(Clause clause) => All().Select(c => c.Below).Prepend(agreement).Single(list => list.Contains(clause));

    private string Text()
    {
        var text = new StringBuilder("# Pact\n");
        foreach (var clause in All())
        {
            var number = clause.Number.Length == 0 ? "" : clause.Number + (clause.Number.Contains('.') ? " " : ". ");
            text.Append('\n').Append('#', Depth(clause) + 2).Append($" {number}{clause.Title} {{#{clause.Anchor}{(clause.Kind is null ? "" : " ." + clause.Kind)}}}\n");
            if (clause.Words.Length > 0) text.Append('\n').Append(clause.Words).Append('\n');
        }

        return text.ToString();
    }

    private sealed class Clause
    {
        public required string Anchor { get; init; }

        public required string Number { get; set; }

        public required string Title { get; set; }

        public required string? Kind { get; set; }

        public required string Words { get; set; }

        public List<Clause> Below { get; } = [];
    }
}
