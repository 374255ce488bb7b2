using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// What minutes decide without a marked line: sections headed Conclusion, Decisions or Resolution, motion sentences
/// (<c>A moved … B seconded … passed 5-0</c>), and vote bullets (<c>* Yes: 9 (…)</c>). Nothing else: "no objections" is only ever a hint.
/// </summary>
internal static partial class DecisionReader
{
    /// <summary>All marks of a text: those it has, some of them with their counts, and the new ones, in the order of the text.</summary>
    public static ImmutableArray<Mark> AddTo(Body body, DiagnosticBag say)
    {
        var marks = body.Marks.ToList();
        for (var index = 0; index < body.Sections.Length; index++)
        {
            var section = body.Sections[index];
            var concludes = section.Level > 0 && IsConclusion(section.Title);
            if (concludes && !marks.Exists(m => Holds(section.ContentAt, m.At))) marks.Add(Conclusion(section, index));
            ReadParagraphs(section, index, marks);
            ReadBullets(section, index, marks, say);
            if (!concludes) HintAt(section, marks, say);
        }

        return [.. marks.OrderBy(m => m.At.Start)];
    }

    private static bool IsConclusion(string title)
    {
        var normal = Headings.Normal(title);
        return ConclusionWord().IsMatch(normal);
    }

    private static Mark Conclusion(Section section, int index)
    {
        var lines = section.Lines().Select(l => l.Value).ToList();
        var text = Contacts.Mask(WrittenText.Plain(string.Join("\n", lines.Select(l => Bullet().Replace(l, "")))));
        return new Mark(MarkKind.Conclusion, section.Title, text, section.Content.Links, section.Anchor, index, section.At)
        {
            Items = [.. section.Lines().Where(l => Bullet().IsMatch(l.Value) && Bullet().Replace(l.Value, "").Trim().Length > 0)
                .Select(l => l.With(Contacts.Mask(WrittenText.Plain(Bullet().Replace(l.Value, "")))))],
            NothingDecided = text.Trim('.', '-', '*', ' ').ToLowerInvariant() is "" or "none" or "no conclusion",
        };
    }

    private static void ReadParagraphs(Section section, int index, List<Mark> marks)
    {
        var start = default(Location);
        var end = 0;
        foreach (var line in section.Lines().Append(new Located<string>("", section.ContentAt)))
        {
            if (!string.IsNullOrWhiteSpace(line.Value))
            {
                if (start.Source is null) start = line.At;
                end = line.At.Start + line.At.Length;
            }
            else if (start.Source is not null)
            {
                var at = start.Source.At(start.Start, end - start.Start);
                Motion(new Located<string>(at.Source.Text.Substring(at.Start, at.Length), at), section, index, marks);
                start = default;
            }
        }
    }

    private static void Motion(Located<string> paragraph, Section section, int index, List<Mark> marks)
    {
        if (!Outcome().IsMatch(paragraph.Value)) return;
        var plain = WrittenText.Plain(paragraph.Value);
        if (Result().Match(plain) is not { Success: true } result) return;
        var at = marks.FindIndex(m => m.Kind is MarkKind.Motion or MarkKind.Resolution && Holds(paragraph.At, m.At));
        var moved = Mover().Match(plain);
        // Without a mover, a count alone is a motion only where the paragraph is marked as one.
        if (!moved.Success && at < 0) return;
        var mark = at >= 0 ? marks[at] : new Mark(MarkKind.Motion, moved.Success ? "moved" : "", Contacts.Mask(plain), [], section.Anchor, index, paragraph.At);
        mark = mark with
        {
            Outcome = result.Groups["how"].Value.ToLowerInvariant(),
            Tally = new WrittenTally(Number(result.Groups["for"]), Number(result.Groups["against"]), Number(result.Groups["abstain"])),
            MovedBy = Name(moved.Groups["name"], paragraph),
            SecondedBy = Name(Seconder().Match(plain) is { Success: true } by ? by.Groups["name"] : moved.Groups["none"], paragraph),
            Abstained = [.. Abstainer().Matches(plain).Select(m => Name(m.Groups["name"], paragraph)).OfType<Located<string>>()],
        };
        if (at >= 0) marks[at] = mark;
        else marks.Add(mark);
    }

    private static void ReadBullets(Section section, int index, List<Mark> marks, DiagnosticBag say)
    {
        var group = new List<(Located<string> Line, Match Match)>();
        foreach (var line in section.Lines().Append(new Located<string>("", section.ContentAt)))
        {
            if (VoteBullet().Match(line.Value) is { Success: true } match) group.Add((line, match));
            else if (group.Count > 0)
            {
                marks.Add(Vote(group, section, index, marks, say));
                group.Clear();
            }
        }
    }

    /// <summary>The bullets as one vote: a mark of their own, or the mark of the line they belong to, taken out of the list to be put back.</summary>
    private static Mark Vote(List<(Located<string> Line, Match Match)> group, Section section, int index, List<Mark> marks, DiagnosticBag say)
    {
        int? inFavour = null, against = null, abstain = null;
        foreach (var (line, match) in group)
        {
            var count = Number(match.Groups["count"]);
            switch (Headings.Normal(match.Groups["side"].Value))
            {
                case "no" or "against" or "opposed": against = count; break;
                case "abstain" or "abstained" or "abstentions": abstain = count; break;
                default: inFavour = count; break;
            }

            var listed = match.Groups["names"];
            if (!listed.Success || WrittenText.Plain(listed.Value).Length == 0) continue;
            var names = WrittenText.Items(WrittenText.Part(line, listed.Index, listed.Length)).Count();
            if (names != count) say.VoteCountDiffers(line.At, WrittenText.Plain(Bullet().Replace(line.Value, "")), count ?? 0, names);
        }

        var at = Header.Span(group[0].Line.At, group[^1].Line.At);
        var tally = new WrittenTally(inFavour, against, abstain);
        var owner = marks.FindIndex(m => m.Items.Any(i => i.At.Start >= at.Start && i.At.Start <= at.Start + at.Length));
        if (owner >= 0 && marks[owner].Kind != MarkKind.Conclusion)
        {
            var mark = marks[owner];
            marks.RemoveAt(owner);
            return mark with { Tally = tally };
        }

        var items = group.Select(g => g.Line.With(Contacts.Mask(WrittenText.Plain(Bullet().Replace(g.Line.Value, ""))))).ToImmutableArray();
        return new Mark(MarkKind.Vote, group[0].Match.Groups["side"].Value, string.Join("; ", items.Select(i => i.Value)), [], section.Anchor, index, at) { Items = items, Tally = tally };
    }

    private static void HintAt(Section section, List<Mark> marks, DiagnosticBag say)
    {
        foreach (var line in section.Lines())
        {
            if (Objection().IsMatch(line.Value) && !marks.Exists(m => Holds(m.At, line.At)))
                say.MayBeDecision(WrittenText.Trimmed(line, 0, line.Value.Length).At, Contacts.Mask(WrittenText.Plain(Bullet().Replace(line.Value, ""))));
        }
    }

    private static bool Holds(Location outer, Location inner) => inner.Start >= outer.Start && inner.Start <= outer.Start + outer.Length;

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    private static Located<string>? Name(Group group, Located<string> paragraph)
    {
        var name = group.Value.Trim();
        if (name.Length == 0) return null;
        var at = paragraph.Value.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? new Located<string>(name, paragraph.At) : WrittenText.Part(paragraph, at, name.Length);
    }

    // A full stop belongs to a name only after an initial or a title.
    private const string NameWord = @"(?:\p{Lu}\.|(?:Mr|Ms|Mrs|Dr)\.|\p{Lu}[\p{L}\p{N}'\u2019-]*)";
    private const string Person = $"(?<name>{NameWord}(?: {NameWord}){{0,4}})";

    [GeneratedRegex(@"^(?:conclusions?\b|consensus/resolution\b|decisions$|decision-items\b|resolutions?\b)", RegexOptions.CultureInvariant)]
    private static partial Regex ConclusionWord();

    [GeneratedRegex(@"\b(?<how>passed|failed|carried),? (?:unanimously,? )?(?:by (?:a vote of )?)?(?<for>\d{1,4})\s?[-\u2013]\s?(?<against>\d{1,4})(?:\s?[-\u2013]\s?(?<abstain>\d{1,4}))?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Result();

    [GeneratedRegex(@"passed|failed|carried", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex($@"(?:^|[.:;,] ){Person} moved\b(?<none>)", RegexOptions.CultureInvariant)]
    private static partial Regex Mover();

    [GeneratedRegex($@"\b[Ss]econded by {Person}|(?:^|[.:;,] |\band ){Person} seconded\b", RegexOptions.CultureInvariant)]
    private static partial Regex Seconder();

    [GeneratedRegex($@"(?:^|[.:;,] ){Person} abstained\b", RegexOptions.CultureInvariant)]
    private static partial Regex Abstainer();

    [GeneratedRegex(@"^\s*(?:[*+-](?:\s+|$)|\d{1,3}[.)]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*[*-]\s+\**(?<side>Yes|No|Abstain|For|Against|In favou?r|Opposed)\**\s*:\**\s*(?<count>\d{1,5})\s*(?:\((?<names>[^()]*)\))?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex VoteBullet();

    [GeneratedRegex(@"\bno objections?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Objection();
}
