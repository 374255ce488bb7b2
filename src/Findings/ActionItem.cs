using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>Something that a meeting asked somebody to do.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Mark">The line of its minutes.</param>
/// <param name="Owner">The member who is to do it, where the line starts with one; else null.</param>
/// <param name="Text">What is to be done, in the line's words, without owner, date and state where those were understood.</param>
/// <param name="Due">By when; null when not given.</param>
/// <param name="State">open or done; null when not given.</param>
public sealed partial record ActionItem(Meeting Meeting, Mark Mark, Member? Owner, string Text, PartialDate? Due, string? State)
{
    /// <summary>The number by which minutes call it ("12" of <c>ACTION 12: …</c> and of "(A-12)"), without leading zeros; null where it has none.</summary>
    public string? Number { get; init; }

    internal static ImmutableArray<ActionItem> Of(Corpus corpus) =>
        [.. corpus.All<Meeting>(Meeting.OfKind).Where(m => !m.IsRetracted).SelectMany(m => m.Marks.Where(k => k.Kind == MarkKind.Action && !Nothing().IsMatch(k.Text)).Select(k => Read(m, k, corpus)))];

    private static ActionItem Read(Meeting meeting, Mark mark, Corpus corpus)
    {
        var text = mark.Text;
        string? state = null;
        PartialDate? due = null;
        var number = NumberInMark().Match(mark.Word) is { Success: true } given ? given.Value : null;
        if (StateAtEnd().Match(text) is { Success: true } ending)
        {
            state = ending.Groups[1].Value.ToLowerInvariant();
            text = text[..ending.Index];
        }

        if (DueDate().Match(text) is { Success: true } deadline && PartialDate.TryParse(deadline.Groups[1].Value, out var date))
        {
            due = date;
            text = text.Remove(deadline.Index, deadline.Length);
        }

        if (NumberInText().Match(text) is { Success: true } named)
        {
            number ??= named.Groups["number"].Value;
            text = text.Remove(named.Index, named.Length).Trim();
        }

        Member? owner = null;
        if (OwnerAtStart().Match(text) is { Success: true } name && corpus.Find("member", name.Groups[1].Value) is Member member)
        {
            owner = member;
            text = text[name.Length..];
        }

        return new ActionItem(meeting, mark, owner, text.Trim(), due, state)
        {
            Number = number?.TrimStart('0') is { Length: > 0 } digits ? digits : null,
        };
    }

    /// <summary>"ACTION: None." says that nobody is to do anything.</summary>
    [GeneratedRegex(@"^(?:none|nothing|no actions?|n/a)\s*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInMark();

    [GeneratedRegex(@"^\((?:A|AI|ACTION)-(?<number>\d{1,6})\)\s*|\s*\((?:A|AI|ACTION)-(?<number>\d{1,6})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInText();

    [GeneratedRegex(@"(?:^|\s+[-–—]\s+)(open|done)\s*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StateAtEnd();

    [GeneratedRegex(@"\s+[-–—]\s+due\s+(\d{4}(?:-\d\d){0,2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DueDate();

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9-]*)\s+to\s+", RegexOptions.CultureInvariant)]
    private static partial Regex OwnerAtStart();
}
