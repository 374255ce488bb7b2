using System.Collections.Frozen;
using System.Collections.Immutable;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings;

/// <summary>
/// What meetings asked for, across meetings until it is done. Two lines are one action where their words and their member are
/// the same, or where both give it the same number and most of their words are the same: some clerks number the actions of
/// every meeting from one.
/// </summary>
public sealed class ActionStories
{
    private readonly FrozenDictionary<Mark, ActionStory> byLine;
    private readonly FrozenDictionary<string, ImmutableArray<ActionStory>> byOwner;

    private ActionStories(ImmutableArray<ActionStory> all)
    {
        All = all;
        byLine = all.SelectMany(s => s.Lines.Select(l => (l.Mark, Story: s))).ToFrozenDictionary(p => p.Mark, p => p.Story, (IEqualityComparer<Mark>)ReferenceEqualityComparer.Instance);
        byOwner = all.Where(s => s.Owner is not null).GroupBy(s => s.Owner!.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>All actions, in the order in which they were asked for; those of meetings without a date first.</summary>
    public ImmutableArray<ActionStory> All { get; }

    /// <summary>The action that a line is about.</summary>
    public ActionStory Of(ActionItem line) => byLine[line.Mark];

    /// <summary>What a member was asked to do, in the order in which it was asked.</summary>
    public ImmutableArray<ActionStory> Of(Member member) => byOwner.GetValueOrDefault(member.Id, []);

    internal static ActionStories Of(ImmutableArray<ActionItem> lines)
    {
        var stories = new List<ActionStory>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.OrderBy(l => l.Meeting.Date is not null).ThenBy(l => l.Meeting.Date).ThenBy(l => l.Meeting.Id, StringComparer.Ordinal).ThenBy(l => l.Mark.At.Start))
        {
            string[] names = [.. NamesOf(line)];
            var at = line.Meeting.Date is null ? -1 : Find(names, line);
            if (at < 0)
            {
                at = stories.Count;
                stories.Add(new ActionStory([line]));
            }
            else
            {
                stories[at] = new ActionStory(stories[at].Lines.Add(line));
            }

            // Without a date nobody knows which of two meetings was the later one.
            if (line.Meeting.Date is not null)
                foreach (var name in names) known[name] = at;
        }

        return new ActionStories([.. stories]);

        int Find(IEnumerable<string> names, ActionItem line)
        {
            foreach (var name in names)
                if (known.TryGetValue(name, out var at) && stories[at].GoesOnWith(line) && (name[0] != '#' || ShareWords(stories[at].Text, line.Text))) return at;
            return -1;
        }
    }

    /// <summary>What an action is called: by its number, and by its words with its member.</summary>
    private static IEnumerable<string> NamesOf(ActionItem line)
    {
        if (line.Number is { } number) yield return $"#{number} {line.Meeting.Assembly}";
        var words = string.Join(' ', Words(line.Text));
        if (words.Length > 0) yield return $"{line.Owner?.Id}: {words}";
    }

    /// <summary>Whether at least half of the words of the shorter text are in the other; a line that has only a number has none.</summary>
    private static bool ShareWords(string first, string second)
    {
        var (one, other) = (Words(first).ToHashSet(StringComparer.Ordinal), Words(second).ToHashSet(StringComparer.Ordinal));
        var shared = one.Count(other.Contains);
        return shared * 2 >= Math.Min(one.Count, other.Count);
    }

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
