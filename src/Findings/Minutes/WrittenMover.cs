using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings.Minutes;

/// <summary>Who moved and who seconded, by a sentence of minutes: <c>Moved by Parks. Seconded by Markets.</c></summary>
/// <param name="Moved">Who moved, or null.</param>
/// <param name="Seconded">Who seconded, or null.</param>
internal sealed partial record WrittenMover(Located<string>? Moved, Located<string>? Seconded)
{
    /// <summary>
    /// The mover of each decided line of a section. A clerk writes the sentence either before each line or after it:
    /// the first one in the section shows which, so that it is never taken for that of the neighbour.
    /// </summary>
    /// <param name="section">The section.</param>
    /// <param name="marks">Its marks for what was decided, in order.</param>
    public static ImmutableArray<WrittenMover> Of(Section section, ImmutableArray<Mark> marks)
    {
        var sentences = section.Lines().SelectMany(Sentences).ToImmutableArray();
        var before = sentences.Any(s => s.Name.At.Start < marks[0].At.Start);
        return [.. marks.Select((mark, i) =>
        {
            var from = before ? (i == 0 ? 0 : marks[i - 1].At.Start) : mark.At.Start;
            var to = before ? mark.At.Start : i + 1 < marks.Length ? marks[i + 1].At.Start : int.MaxValue;
            var own = sentences.Where(s => s.Name.At.Start >= from && s.Name.At.Start < to).ToList();
            return new WrittenMover(Only(own, seconded: false), Only(own, seconded: true));
        })];
    }

    /// <summary>Two movers of one motion contradict each other, so that neither is taken.</summary>
    private static Located<string>? Only(List<(bool Seconded, Located<string> Name)> sentences, bool seconded) =>
        sentences.Where(s => s.Seconded == seconded).Select(s => s.Name).ToList() is [var only] ? only : null;

    private static IEnumerable<(bool Seconded, Located<string> Name)> Sentences(Located<string> line)
    {
        if (!line.Value.Contains("oved", StringComparison.Ordinal) && !line.Value.Contains("econded", StringComparison.Ordinal)) yield break;
        foreach (Match match in Sentence().Matches(line.Value))
        {
            var name = match.Groups["name"];
            yield return (match.Groups["role"].Value[0] is 's' or 'S', new(name.Value, line.At.Source.At(line.At.Start + name.Index, name.Length)));
        }
    }

    /// <summary>The member that a name means: by id, else by its full name; null where it is neither.</summary>
    public static Member? MemberOf(string name, Corpus corpus, ILookup<string, Member> byTitle)
    {
        var slash = name.IndexOf('/');
        if (corpus.Find("member", slash > 0 ? name[..slash] : name) is Member member) return member;
        return byTitle[name].ToList() is [var only] ? only : null;
    }

    [GeneratedRegex(@"(?<=^|[.(*] ?|[.] )(?<role>Moved|Seconded|moved|seconded)(?: by|:)\s+(?<name>[^.,;()*]+?)(?=\s*(?:[.,;()*]|$| and seconded))", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
