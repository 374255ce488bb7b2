using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What happened to a clause, and between two texts, in sentences.</summary>
public static class ClauseChangeWords
{
    /// <summary>Number and heading.</summary>
    public static string Label(Section section) =>
        IsOpening(section) ? "The words before the first clause" : section.Label;

    /// <summary>The clause within a sentence: "clause 3.2" or "“Floods”".</summary>
    public static string Name(Section section) =>
        IsOpening(section) ? "the words before the first clause" : section.Number.Length > 0 ? $"clause {section.Number}" : $"\u201C{section.Title}\u201D";

    private static bool IsOpening(Section section) => section.Level == 0 && !Opening.HasHeading(section);

    /// <summary>What happened between two texts: "2 clauses changed, 1 added; non-negotiables: 5, as before."</summary>
    public static string Sentence(ChangeSummary summary)
    {
        var parts = new List<string>();
        void Say(int count, string what)
        {
            if (count == 0) return;
            parts.Add(parts.Count > 0 ? $"{count} {what}" : count == 1 ? $"1 clause {what}" : $"{count} clauses {what}");
        }

        Say(summary.Changed, "changed");
        Say(summary.Added, "added");
        Say(summary.Removed, "removed");
        var words = summary.AnyWords ? parts.Count > 0 ? string.Join(", ", parts) : "No clause changed" : "No words changed";
        if (summary.TitleChanged) words += "; the title changed";
        if (summary.OpeningChanged) words += "; the words before the first clause changed";
        parts.Clear();
        Say(summary.OfOtherKind, "changed in kind");
        Say(summary.Moved, "moved");
        Say(summary.Renumbered, "renumbered");
        Say(summary.LayoutOnly, "changed only in links or layout");
        var others = string.Join(", ", parts);
        if (others.Length > 0) words += $"; {others}";
        return words + NonNegotiables(summary) + ".";
    }

    /// <summary>What happened to a clause, in sentences.</summary>
    public static ImmutableArray<string> Of(Timeline timeline, int from, int to, DiffedChange diffed)
    {
        var change = diffed.Change;
        var what = ImmutableArray.CreateBuilder<string>();
        if (change.Added) what.Add(change.After!.Kind is { } kind ? $"Added. It is {KindInWords(kind)}." : "Added.");
        if (change.Removed) what.Add(change.Before!.Kind is { } kind ? $"Removed. It was {KindInWords(kind)}." : "Removed.");
        if (change.Moved) what.Add(Moved(timeline, from, to, change));
        else if (change.Renumbered) what.Add(Renumbered(change));
        if (change.Retitled) what.Add($"New heading: \u201C{change.After!.Section.Title}\u201D, was \u201C{change.Before!.Section.Title}\u201D.");
        if (change.KindChanged) what.Add(KindChanged(change.Before!.Kind, change.After!.Kind));
        what.AddRange(change.Story.Kin.Where(k => k.Place > from && k.Place <= to).Select(k => InWords(timeline, k)));
        if (change.Rewritten) what.Add(InWords(diffed.Diff));
        else if (!change.Added && !change.Removed) what.Add("Words not changed.");
        return what.ToImmutable();
    }

    /// <summary>What happened to the words.</summary>
    public static string InWords(TextDiff diff) => diff switch
    {
        { LayoutOnly: true } or { AnyWords: false } => "Only links or layout changed.",
        { PunctuationOnly: true } => "Only punctuation or capital letters changed.",
        { WordsRemoved: 0, WordsAdded: 0 } => "Text moved within the clause. No word was added or removed.",
        { Mostly: true } => $"Most of the words changed: {Counts(diff)}.",
        _ => Sentence(Counts(diff)),
    };

    /// <summary>What happened, in one word.</summary>
    internal static Tag TagOf(DiffedChange diffed) => diffed switch
    {
        { Change.Added: true } => new("Added", "ok"),
        { Change.Removed: true } => new("Removed", "stop"),
        { Diff.AnyWords: true } or { Change.Retitled: true } or { Change.KindChanged: true } => new("Changed", "info"),
        { Change.Moved: true } => new("Moved", "old"),
        { Change.Rewritten: true } => new("Links or layout", "old"),
        _ => new("Renumbered", "old"),
    };

    private static string Counts(TextDiff diff) => (diff.WordsRemoved, diff.WordsAdded) switch
    {
        (0, var added) => $"{Words(added)} added, none removed",
        (var removed, 0) => $"{Words(removed)} removed, none added",
        var (removed, added) => $"{Words(removed)} removed, {added} added",
    };

    private static string Words(int count) => count == 1 ? "1 word" : $"{count} words";

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";

    private static string NonNegotiables(ChangeSummary summary) => (summary.NonNegotiablesBefore, summary.NonNegotiablesAfter) switch
    {
        (0, 0) => "",
        var (before, after) when before == after => $"; non-negotiables: {after}, as before",
        var (before, after) => $"; non-negotiables: {after}, were {before}",
    };

    private static string Moved(Timeline timeline, int from, int to, ClauseChange change)
    {
        var (old, now) = (change.Before!.Section, change.After!.Section);
        if (old.Number.Length > 0 && now.Number.Length > 0 && old.Number != now.Number) return $"Moved from {old.Number} to {now.Number}.";
        return $"Moved from {Where(timeline.Texts[from], change.Before!)} to {Where(timeline.Texts[to], change.After!)}.";
    }

    private static string Where(Platform text, Clause clause)
    {
        var place = text.Clauses.IndexOf(clause);
        return place <= 0 ? "the start" : $"after {Label(text.Clauses[place - 1].Section)}";
    }

    private static string Renumbered(ClauseChange change) => (change.Before!.Section.Number, change.After!.Section.Number) switch
    {
        ("", var now) => $"It now has the number {now}.",
        (var old, "") => $"It no longer has a number; it was {old}.",
        var (old, now) => $"Renumbered from {old} to {now}.",
    };

    private static string KindChanged(string? before, string? after) => (before, after) switch
    {
        (null, { } now) => $"Now {KindInWords(now)}.",
        ({ } old, null) => $"No longer {KindInWords(old)}.",
        var (old, now) => $"Now {KindInWords(now!)}, was {KindInWords(old!)}.",
    };

    private static string KindInWords(string kind) => kind switch
    {
        "non-negotiable" => "a non-negotiable",
        "delegated" => "left to members",
        "cadence" => "about how often we meet",
        "membership" => "about joining and leaving",
        _ => "about ending",
    };

    private static string InWords(Timeline timeline, Kinship kin)
    {
        var other = timeline.Story(kin.Other);
        var name = other is null ? kin.Other : $"\u201C{other.States[other.Last]!.Section.Title}\u201D";
        return kin.Kind switch
        {
            KinshipKind.SplitFrom => $"Words came from {name}.",
            KinshipKind.SplitInto => $"Words went to {name}.",
            KinshipKind.MergedInto => $"It became part of {name}.",
            _ => $"It took in {name}.",
        };
    }
}
