using PublicLedger.Records;

namespace PublicLedger.Findings.Minutes;

/// <summary>Which decisions the text of a meeting names, be it its agenda or its minutes: by a link, or by their title.</summary>
internal sealed class Mentions
{
    private readonly HashSet<string> linked;
    private readonly string text;

    public Mentions(Meeting meeting, LinkIndex links)
    {
        linked = BoundMark.LinkedFrom(meeting, meeting.Body.Links, links).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        text = meeting.Core.File.Text.Text;
    }

    /// <summary>
    /// Whether a text is there from which it can be told that a decision is not in it. A meeting that is still to come may add
    /// to its agenda, and texts written for another system name decisions in ways that are not known for certain.
    /// </summary>
    public static bool CanTell(Meeting meeting) => !meeting.Core.Foreign && meeting.Status is not ("scheduled" or "cancelled") && !meeting.Body.Sections.IsEmpty;

    /// <summary>Whether the text names a decision.</summary>
    public bool Has(Decision decision) => linked.Contains(decision.Id) || text.Contains(decision.Title, StringComparison.OrdinalIgnoreCase);
}
