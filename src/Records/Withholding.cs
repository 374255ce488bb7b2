using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// Something that is not published, and what the public may know of it: a marked place in the text (<c>WITHHELD: …</c> with
/// lines below it), or an entry of <c>withheld:</c> in the front matter. What is withheld itself never enters the record.
/// </summary>
/// <param name="What">What it is, in words fit for the public.</param>
/// <param name="Ground">Why it is withheld, or null.</param>
/// <param name="Authority">The clause or law that allows it, or null.</param>
/// <param name="DecidedBy">Who decided so: a decision, a meeting, or words; or null.</param>
/// <param name="Present">Who was there when it was dealt with.</param>
/// <param name="Review">When it will be looked at again, or null.</param>
/// <param name="At">Where it stands.</param>
public sealed record Withholding(string What, string? Ground, Ref? Authority, Ref? DecidedBy, ImmutableArray<Ref> Present, PartialDate? Review, Location At)
{
    /// <summary>The address of the place within the page, or null for what stands in the front matter.</summary>
    public string? Anchor { get; init; }

    /// <summary>The heading under which it stands, or null.</summary>
    public string? Heading { get; init; }

    /// <summary>Whether the day on which it was to be looked at again has passed.</summary>
    public bool IsDue(DateOnly today) => Review is { } day && day.Last < today;

    /// <summary>All that a record withholds; nothing for found records, whose words for this we do not know.</summary>
    internal static ImmutableArray<Withholding> Read(Fields fields, DateOnly today)
    {
        if (fields.Foreign) return [];
        var all = ImmutableArray.CreateBuilder<Withholding>();
        foreach (var entry in fields.Maps("withheld")) all.Add(Read(entry));
        foreach (var mark in fields.Body.Marks)
            if (mark.Kind == MarkKind.Withheld) all.Add(Read(mark, fields));
        foreach (var item in all) Check(item, today, fields.Say);
        return all.ToImmutable();
    }

    private static Withholding Read(Fields entry)
    {
        if (!entry.Has("what")) entry.Say.KeyMissing(entry.At, "what", "withheld");
        var read = new Withholding(
            entry.Text("what") ?? "", entry.Text("ground"), entry.Link("authority", "platform", strict: false), entry.Link("decided-by", null, strict: false),
            entry.Links("present", "member", strict: false), entry.Date("review"), entry.At);
        entry.Finish();
        return read;
    }

    private static Withholding Read(Mark mark, Fields fields)
    {
        var section = fields.Body.Sections[mark.Section];
        PartialDate? day = null;
        if (Line(mark, "Review") is { } review)
        {
            if (PartialDate.TryParse(review.Value.TrimEnd('.'), out var date)) day = date;
            else fields.Say.DateUnreadable(false, review.At, "Review", review.Value, null);
        }

        return new Withholding(
            mark.Text, Line(mark, "Ground")?.Value, Name(mark, "Authority", "platform", fields), Name(mark, "Decided by", null, fields),
            [.. Names(mark, fields)], day, mark.At)
        {
            Anchor = mark.Anchor,
            Heading = section.Level > 0 ? section.Label : null,
        };
    }

    private static Ref? Name(Mark mark, string word, string? kind, Fields fields) =>
        Line(mark, word) is { } line ? fields.Note(new Ref(kind, word.ToLowerInvariant().Replace(' ', '-'), line, false)) : null;

    private static IEnumerable<Ref> Names(Mark mark, Fields fields)
    {
        if (Line(mark, "Present") is not { } line) yield break;
        foreach (var name in line.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return fields.Note(new Ref("member", "present", line with { Value = name }, false));
    }

    /// <summary>What follows a word and a colon in one of the lines below the mark.</summary>
    private static Located<string>? Line(Mark mark, string word)
    {
        foreach (var item in mark.Items)
        {
            var colon = item.Value.IndexOf(':');
            if (colon < 0 || !item.Value.AsSpan(0, colon).Trim().Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
            var value = item.Value[(colon + 1)..].Trim();
            return value.Length > 0 ? item with { Value = value } : null;
        }

        return null;
    }

    private static void Check(Withholding item, DateOnly today, DiagnosticBag say)
    {
        string?[] missing = [item.Ground is null ? "ground" : null, item.Authority is null ? "authority" : null, item.Review is null ? "review" : null];
        if (missing.Any(m => m is not null)) say.WithheldWithout(item.At, [.. missing.OfType<string>()], item.Anchor is not null);
        if (item.IsDue(today)) say.WithheldReviewDue(item.At, item.Review.ToString()!);
    }
}
