using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Sources;

namespace PublicLedger.Documents.Dialects;

/// <summary>
/// Who was present, as minutes list it: a list under <c>## Present</c>, <c>## Attendees</c>, <c>## Attending</c>,
/// <c>## Attendance</c> or <c>## Regrets</c>, a line <c>**Attendees:** …</c> or <c>Present: …</c>, or a table with a column Name.
/// A name is kept exactly as written, with its handle and remark.
/// </summary>
internal sealed partial class Attendance(DiagnosticBag say)
{
    private readonly Dictionary<string, List<Located<string>>> lists = new(StringComparer.Ordinal);
    private int nameColumn = -1;
    private int indent = -1;

    /// <summary>Our keys with the people found for each, in the order of the text.</summary>
    public IEnumerable<(string Key, ImmutableArray<Node> People)> Lists =>
        lists.OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => (l.Key, l.Value.Select(p => (Node)new Scalar(Contacts.Mask(p.Value), true, p.At)).ToImmutableArray()));

    /// <summary>Reads all sections of minutes.</summary>
    public void Read(ImmutableArray<Section> sections)
    {
        foreach (var section in sections)
        {
            var under = section.Level > 0 && KeyOf(Headings.Normal(section.Title)) is "present" or "apologies" or "observers" ? KeyOf(Headings.Normal(section.Title)) : null;
            var roles = section.Level > 0 && Headings.Normal(section.Title) == "meeting-roles";
            var open = under;
            (nameColumn, indent) = (-1, -1);
            var inComment = false;
            foreach (var line in section.Lines())
            {
                // Names in a comment are a form's, kept for the next meeting: nobody says that they were there.
                var opens = line.Value.LastIndexOf("<!--", StringComparison.Ordinal);
                var closes = line.Value.LastIndexOf("-->", StringComparison.Ordinal);
                var hidden = inComment || line.Value.TrimStart().StartsWith("<!--", StringComparison.Ordinal);
                if (opens >= 0 || closes >= 0) inComment = opens > closes;
                if (hidden) continue;
                if (string.IsNullOrWhiteSpace(line.Value))
                {
                    // A label such as **Attendees:** may have a blank line before its table, but not after it.
                    if (under is null && nameColumn >= 0) open = null;
                    continue;
                }

                if (Label(line, section, roles || under is not null) is { } label)
                {
                    open = under ?? label.Key;
                    if (label.Others.Value.Length > 0) TakeAll(label.Key, label.Others);
                    if (under is null && label.Others.Value.Length > 0) open = null;
                }
                else if (section.Level == 0 && WithInitials().IsMatch(line.Value))
                {
                    TakeAll("present", WrittenText.Trimmed(line, 0, line.Value.Length));
                }
                else if (open is not null && !Take(open, line) && (under is null || EndsList(line.Value)))
                {
                    open = null;
                }
            }
        }

        foreach (var list in lists.Values) LeaveOutBodies(list);
    }

    /// <summary>
    /// Where people are listed by their handles, a line such as "Board of Directors" is left from the form that invited everybody:
    /// it is no person. Where they are not, it may well be a member.
    /// </summary>
    private void LeaveOutBodies(List<Located<string>> people)
    {
        var bodies = people.Where(p => Body().IsMatch(p.Value)).ToList();
        if (people.Count(p => Handle().IsMatch(p.Value)) <= bodies.Count) return;
        foreach (var body in bodies)
        {
            people.Remove(body);
            say.NotUnderstood(body.At, "A line in the list of those present", body.Value);
        }
    }

    private static string? KeyOf(string normal) => normal switch
    {
        "present" or "attendees" or "attending" or "attendance" or "remote" or "remote-attendees" or "in-person-attendees" or "council-members" or "council" or "members-present" => "present",
        "regrets" or "apologies" => "apologies",
        "observers" or "guests" => "observers",
        "facilitator" or "chair" => "chair",
        "minutes" or "scribe" => "minutes-by",
        _ => null,
    };

    /// <summary>A line that names what follows it: bold anywhere, plain only where roles or people are listed.</summary>
    private static (string Key, Located<string> Others)? Label(Located<string> line, Section section, bool listed)
    {
        var match = BoldLabel().Match(line.Value);
        if (!match.Success && (listed || section.Level == 0 || OnlyNames().IsMatch(line.Value))) match = PlainLabel().Match(line.Value);
        if (!match.Success || KeyOf(Headings.Normal(match.Groups["label"].Value)) is not { } key) return null;
        var isRole = key is "chair" or "minutes-by";
        return isRole && !listed && section.Level > 0 ? null : (key, WrittenText.Trimmed(line, match.Length, line.Value.Length));
    }

    /// <summary>Whether a line that is no person means that the section is about something else from here on: prose, an address, an issue.</summary>
    private static bool EndsList(string line) => Elsewhere().IsMatch(line) || (!Bullet().IsMatch(line) && !char.IsWhiteSpace(line[0]) && line[0] != '|');

    /// <summary>Takes one line as one person; false when it is the end of a list without a heading.</summary>
    private bool Take(string key, Located<string> line)
    {
        if (line.Value.TrimStart().StartsWith('|')) return TakeRow(key, line);
        var bullet = Bullet().Match(line.Value);
        var text = WrittenText.Trimmed(line, bullet.Length, line.Value.Length);
        var plain = WrittenText.Plain(text.Value);
        if (Ruler().IsMatch(line.Value)) return false;
        if (Placeholder.IsNothing(plain)) return true;
        var depth = line.Value.Length - line.Value.TrimStart().Length;
        if (indent < 0) indent = depth;
        // What is indented below a name is a remark about it.
        if (depth > indent + 1) return false;
        if (OtherLabel().IsMatch(plain) || !IsPerson(plain, bullet.Success))
        {
            if (nameColumn < 0) say.NotUnderstood(text.At, "A line in the list of those present", Contacts.Mask(plain));
            return false;
        }

        // Several people on one line, each with a handle.
        if (Handle().Count(plain) > 1 && WrittenText.Items(text).ToList() is { Count: > 1 } several && several.TrueForAll(p => Handle().IsMatch(p.Value)))
        {
            foreach (var person in several) Add(key, person.With(WrittenText.Plain(person.Value)));
        }
        else
        {
            Add(key, text.With(plain));
        }

        return true;
    }

    private void TakeAll(string key, Located<string> people)
    {
        foreach (var item in WrittenText.Items(people))
        {
            var plain = WrittenText.Plain(item.Value);
            if (plain.StartsWith("and ", StringComparison.Ordinal)) plain = plain[4..];
            plain = plain.TrimEnd('.');
            if (Placeholder.IsNothing(plain)) continue;
            if (IsPerson(plain, true)) Add(key, item.With(plain));
            else say.NotUnderstood(item.At, "A name in the list of those present", Contacts.Mask(plain));
        }
    }

    /// <summary>A row of a table; the first names the columns, and one of them must be Name.</summary>
    private bool TakeRow(string key, Located<string> line)
    {
        var cells = line.Value.Trim().Trim('|').Split('|');
        if (nameColumn < 0)
        {
            nameColumn = Array.FindIndex(cells, c => Headings.Normal(c) == "name");
            if (nameColumn < 0) say.NotUnderstood(line.At, "A table of those present without a column \"Name\"", line.Value);
            return nameColumn >= 0;
        }

        if (Ruler().IsMatch(line.Value) || nameColumn >= cells.Length) return true;
        var name = WrittenText.Plain(cells[nameColumn]);
        if (name.Length == 0) return true;
        var at = line.Value.IndexOf(cells[nameColumn], StringComparison.Ordinal);
        Add(key, WrittenText.Trimmed(line, at, at + cells[nameColumn].Length).With(name));
        return true;
    }

    private void Add(string key, Located<string> person)
    {
        if (key == "present" && Observing().IsMatch(person.Value)) key = "observers";
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(person);
    }

    /// <summary>Whether a line can be a person's name. Without a bullet it must have a handle, or be capitalised words and nothing else.</summary>
    private static bool IsPerson(string plain, bool bulleted) =>
        plain.Any(char.IsLetter) && plain.Length <= 120 && !Elsewhere().IsMatch(plain)
        && (Handle().IsMatch(plain) || (bulleted && !Exclaimed().IsMatch(plain) && plain.Count(c => c == ' ') < 12) || Capitalised().IsMatch(plain));

    [GeneratedRegex(@"^\s*(?:[*-]\s+)?\*\*(?<label>[A-Za-z][A-Za-z -]{2,24}?)(?::\*\*|\*\*\s*:)", RegexOptions.CultureInvariant)]
    private static partial Regex BoldLabel();

    [GeneratedRegex(@"^\s*(?:[*-]\s+)?(?<label>[A-Za-z][A-Za-z -]{2,24}?):(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainLabel();

    /// <summary>A line in the text that lists three or more people and nothing else: "Present: Ana, Ole Berg, Kim".</summary>
    [GeneratedRegex(@"^(?:Present|Attendees|Attending|Regrets|Apologies): *\p{Lu}[\p{L}.'\u2019 -]{0,40}(?:, *(?:and )?\p{Lu}[\p{L}.'\u2019 -]{0,40}){2,}[.]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyNames();

    /// <summary>The name of a body of several people, and nothing else.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}.'\u2019 -]* (?:Council|Committee|Board|Board of Directors|Directors|Maintainers|Members|Collaborators|Contributors|Team|Group)$", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    /// <summary>A label nobody has told us about. Two to four capitals are a person's initials and not a label.</summary>
    [GeneratedRegex(@"^(?![A-Z]{2,4}:)[A-Za-z][a-z][A-Za-z -]{1,24}:\s", RegexOptions.CultureInvariant)]
    private static partial Regex OtherLabel();

    [GeneratedRegex(@"^\s*(?:[*-](?:\s+|(?=[A-Z]))|\d{1,3}[.)]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<![\w.])@[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(@"https?://|#\d", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"[?!]$", RegexOptions.CultureInvariant)]
    private static partial Regex Exclaimed();

    [GeneratedRegex(@"^(?:[A-Z]{2,4}:\s*)?\p{Lu}[\p{L}.'\u2019-]*(?: (?:\p{Lu}[\p{L}.'\u2019-]*|de|van|der|von|da|la)){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"[(,/-]\s*(?:observer|guest)s?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Observing();

    /// <summary>A line of nothing but names with the initials that the minutes use: "John Neumann (JN), Erik Arvidsson (EA), …".</summary>
    [GeneratedRegex(@"^\s*(?:and )?\p{L}[^(),:]{2,50} \([A-Z][A-Za-z]{1,3}\)(?:,\s+(?:and )?\p{L}[^(),:]{2,50} \([A-Z][A-Za-z]{1,3}\)){2,}[,.]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex WithInitials();

    [GeneratedRegex(@"^[\s|:-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Ruler();
}
