using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PublicLedger.Documents;
using PublicLedger.Records;

namespace PublicLedger.Findings.Health;

/// <summary>How often the record shows that not all agreed.</summary>
internal static partial class DissentOnRecord
{
    /// <summary>Fewer decisions in a year show nothing about dissent.</summary>
    private const int Fewest = 5;

    /// <summary>
    /// The decisions settled in the last year with dissent on record: a vote for the other side, an objection, or a section
    /// that tells of dissent. A need that was overridden is no dissent by itself. None for a long time is a warning too: the
    /// pattern text says that conflict is on the record in a coalition that lives. At least one in a year is our own line.
    /// </summary>
    public static readonly Measure Measure = new("dissent", Unit.Count, Bound.AtLeast(1), basis =>
    {
        var decisions = Asked.Settled(basis.Corpus);
        return day =>
        {
            var settled = decisions.InYearOf(day);
            if (settled.Count == 0) return Answer.Without(Unknown.Nothing);
            if (settled.Count < Fewest) return Answer.Without(Unknown.TooFew);
            var dissent = settled.Where(HasDissent).ToList();
            // Where no vote is ever recorded, nobody can tell whether all agreed.
            if (dissent.Count == 0 && !settled.Exists(d => d.Vote?.Count(VoteValue.Against) is not null)) return Answer.Without(Unknown.NotRecorded);
            return new Answer
            {
                Number = Amount.Of(dissent.Count),
                Counted = settled.Count,
                Behind = [.. dissent.Select(d => new Behind(d) { On = d.Date })],
            };
        };
    });

    private static bool HasDissent(Decision decision) =>
        decision.Vote?.Count(decision.WasTaken ? VoteValue.Against : VoteValue.For) > 0
        || !decision.Objections.IsEmpty || TellsOfDissent(decision.Body.Sections);

    private static bool TellsOfDissent(ImmutableArray<Section> sections)
    {
        for (var i = 0; i < sections.Length; i++)
        {
            if (!DecisionHeadings.IsDissent(sections[i].Level, sections[i].Title)) continue;
            if (!sections[i].Content.IsEmpty && !Nothing().IsMatch(sections[i].Content.Marked)) return true;
            if (i + 1 < sections.Length && sections[i + 1].Level > sections[i].Level) return true;
        }

        return false;
    }

    /// <summary>"None." below the heading says that there was none.</summary>
    [GeneratedRegex(@"^\s*<p>\s*(?:none|nobody|no[ -]one|no dissent|no member|nothing|n/a)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();
}
