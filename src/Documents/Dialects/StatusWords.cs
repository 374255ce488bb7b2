using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;

namespace PublicLedger.Documents.Dialects;

/// <summary>What a written status was understood as.</summary>
/// <param name="Word">The canonical word, or null where the written text is not in the vocabulary.</param>
/// <param name="Note">What stands after the word ("in part", a date, a remark in brackets), or null.</param>
/// <param name="Partly">Whether only a part was replaced: the record stays accepted.</param>
/// <param name="Reference">The text after "superseded by", or null.</param>
public readonly record struct StatusReading(string? Word, string? Note = null, bool Partly = false, string? Reference = null);

/// <summary>
/// The words that decision logs use for a status, and ours. A word that is not here is not guessed:
/// the nearest one is suggested to the clerk and never applied.
/// </summary>
public static partial class StatusWords
{
    /// <summary>Our words for a decision, in the order of its life.</summary>
    public static readonly string[] Decision =
        ["draft", "proposed", "accepted", "implemented", "rejected", "withdrawn", "deferred", "deprecated", "superseded"];

    /// <summary>Our words for a commitment.</summary>
    public static readonly string[] Commitment = ["not-started", "limited", "substantial", "complete", "withdrawn"];

    /// <summary>Our words for a meeting.</summary>
    public static readonly string[] Meeting = ["scheduled", "held", "cancelled"];

    /// <summary>Our words for a kind of record, or null where its status is free text.</summary>
    public static string[]? For(string? kind) => kind switch
    {
        null or "decision" or "decisions" => Decision,
        "commitment" or "commitments" => Commitment,
        "meeting" or "meetings" => Meeting,
        _ => null,
    };

    /// <summary>Reads a status written for a kind of record.</summary>
    /// <param name="text">The text without markup and without the text of links.</param>
    /// <param name="kind">The kind of record; null is read as a decision.</param>
    /// <param name="dialect">The form it was written in: <c>Provisional</c> means one thing in a KEP and another in a PEP.</param>
    /// <param name="dateOrder">For a date after the word.</param>
    public static StatusReading Read(string text, string? kind, string dialect, string? dateOrder)
    {
        var bare = Bare(text);
        var ours = For(kind);
        if (ours is null) return default;
        if (ours != Decision) return new StatusReading(Array.Find(ours, w => w.Equals(bare.TrimEnd('.').Replace(' ', '-'), StringComparison.OrdinalIgnoreCase)));
        foreach (var (phrase, word, remark) in Vocabulary)
        {
            if (!StartsWith(bare, phrase)) continue;
            var rest = bare[phrase.Length..];
            var written = remark ? bare[..phrase.Length] : null;
            return word is "partly" or "superseded" ? Replaced(word, rest, dateOrder)
                : Note(rest, dateOrder, out var note) ? new StatusReading(word, Joined(written, note))
                : default;
        }

        if (FirstSketch().IsMatch(bare)) return new StatusReading("draft", bare);
        if (RfcBy().Match(bare) is { Success: true } rfc && WrittenDates.TryRead(rfc.Groups[1].Value, dateOrder, out _)) return new StatusReading("proposed", bare);
        if (!StartsWith(bare, "provisional") || !Note(bare["provisional".Length..], dateOrder, out var more)) return default;
        return dialect switch
        {
            "kep" => new StatusReading("proposed", more),
            "pep" => new StatusReading("accepted", Joined(bare[.."provisional".Length], more)),
            _ => default,
        };
    }

    /// <summary>The known word nearest to a written one, to suggest and never to apply.</summary>
    public static string? Nearest(string text, string? kind)
    {
        var bare = Bare(text).Trim('{', '}', '\\', '.', ' ').ToLowerInvariant();
        var known = For(kind) is { } ours && ours != Decision ? ours : [.. Vocabulary.Select(v => v.Phrase)];
        var near = Spelling.Nearest(bare, known) ?? Spelling.Nearest(FirstWord().Match(bare).Value, known);
        return near is null ? null : Array.Find(Vocabulary, v => v.Phrase == near) is { Word: "partly" or null } ? near
            : Array.Find(Vocabulary, v => v.Phrase == near).Word;
    }

    /// <summary>The text without the emoji, stars and blanks in front of it.</summary>
    public static string Bare(string text) => Ornament().Replace(text, "").Trim();

    // Longer phrases come first. A true at the end keeps the written phrase as a note, because our word says less.
    private static readonly (string Phrase, string Word, bool Remark)[] Vocabulary =
    [
        ("accepted with modifications", "accepted", true), ("partially implemented", "implemented", true),
        ("partially superseded", "partly", false), ("partly superseded", "partly", false), ("superseded in part", "partly", false),
        ("awaiting implementation", "draft", true), ("returned for revision", "deferred", true), ("scheduled for review", "proposed", true),
        ("pending approval", "proposed", false), ("awaiting review", "proposed", true), ("active review", "proposed", true),
        ("needs revision", "deferred", true), ("in discussion", "proposed", false), ("under review", "proposed", false),
        ("never passed", "rejected", true), ("april fool!", "rejected", true), ("implementable", "accepted", false),
        ("implemented", "implemented", false), ("superseded", "superseded", false), ("superceded", "superseded", false),
        ("deprecated", "deprecated", false), ("postponed", "deferred", false), ("abandoned", "withdrawn", false),
        ("withdrawn", "withdrawn", false), ("obsoleted", "superseded", false), ("proposed", "proposed", false),
        ("accepted", "accepted", false), ("approved", "accepted", false), ("finished", "implemented", false),
        ("rejected", "rejected", false), ("deferred", "deferred", false), ("repealed", "deprecated", true),
        ("obsolete", "deprecated", false), ("historic", "deprecated", false), ("replaced", "superseded", false),
        ("on hold", "deferred", false), ("expired", "deferred", true), ("pending", "proposed", false), ("removed", "deprecated", false),
        ("active", "accepted", false), ("final", "implemented", false), ("draft", "draft", false), ("open", "proposed", false),
        ("wip", "draft", false),
    ];

    private static StatusReading Replaced(string word, string rest, string? dateOrder)
    {
        var partly = word == "partly";
        var canonical = partly ? "accepted" : "superseded";
        if (Note(rest, dateOrder, out var note)) return new StatusReading(canonical, note, partly);
        if (By().Match(rest) is { Success: true } by) return new StatusReading(canonical, null, partly, by.Groups[1].Value.Trim().TrimEnd('.'));
        return default;
    }

    /// <summary>Only what is known to follow a status is accepted: nothing, a full stop, brackets, a date.</summary>
    private static bool Note(string rest, string? dateOrder, out string? note)
    {
        note = null;
        var text = rest.Trim();
        if (text is "" or ".") return true;
        if (text[0] == '(' && text.TrimEnd('.') is [.., ')'] inside)
        {
            // Two remarks in brackets keep their brackets.
            note = inside.IndexOf(')') == inside.Length - 1 ? inside[1..^1].Trim() : inside;
            return true;
        }

        var date = BeforeDate().Replace(text, "").TrimEnd('.');
        if (WrittenDates.Read(date, dateOrder, out _, out _) == DateReading.NotADate) return false;
        note = date;
        return true;
    }

    private static string? Joined(string? written, string? note) => written is null ? note : note is null ? written : $"{written} ({note})";

    private static bool StartsWith(string text, string phrase) =>
        text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
        && (text.Length == phrase.Length || (!char.IsLetterOrDigit(text[phrase.Length]) && text[phrase.Length] is not ('-' or '_')));

    [GeneratedRegex(@"^[^\p{L}\p{N}{<\[]+", RegexOptions.CultureInvariant)]
    private static partial Regex Ornament();

    [GeneratedRegex(@"^[\p{L}]+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^first sketch\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FirstSketch();

    [GeneratedRegex(@"^RFC by (.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RfcBy();

    [GeneratedRegex(@"^\s*by:?\s+(\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:(?:on|as of|since)\b|[,:;\u2013\u2014-])\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BeforeDate();
}
