using System.Text.Json.Serialization;
using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>A line of minutes that asks somebody to do something, with what became of it at later meetings.</summary>
/// <param name="What">What, leading to its line in the minutes.</param>
/// <param name="Owner">Who is to do it, where a member is named first; else null.</param>
/// <param name="Due">By when.</param>
/// <param name="State">open, done or late, as it stands now; null when not recorded.</param>
/// <param name="Tag">The state for readers.</param>
/// <param name="Asked">The line of earlier minutes that asked for it; null where this is it.</param>
/// <param name="Closed">The line of other minutes that says that it is done, or null.</param>
public sealed record ActionView(Anchor What, Anchor? Owner, Day? Due, string? State, [property: JsonIgnore] Tag Tag, Anchor? Asked, Anchor? Closed)
{
    internal static ActionView Of(PageContext page, ActionItem line)
    {
        var story = page.Consequences.Actions.Of(line);
        var late = story.IsLate(page.Consequences.Today);
        var text = line.Text.Length > 0 ? line.Text : story.Text;
        return new ActionView(
            new Anchor(ActionRow.Sentence(text), "#" + line.Mark.Anchor), (line.Owner ?? story.Owner) is { } owner ? page.To(owner) : null,
            page.Day(line.Due ?? story.Due), late ? "late" : story.State, StatusTags.Action(story.State, late), Elsewhere(story.First), Elsewhere(story.Closed));

        Anchor? Elsewhere(ActionItem? other) => other is null || other.Meeting.Id == line.Meeting.Id ? null : ActionRow.To(page, other);
    }
}

/// <summary>An action in a list, through all minutes that come back to it.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Owner">Who is to do it, or null.</param>
/// <param name="Due">By when, or null.</param>
/// <param name="State">open, done or late; null when not recorded.</param>
/// <param name="Tag">The state for readers.</param>
/// <param name="Asked">The line of the minutes that asked for it.</param>
/// <param name="AskedOn">The day of that meeting.</param>
/// <param name="Closed">The line of later minutes that says that it is done, or null.</param>
/// <param name="ClosedOn">The day of that meeting.</param>
/// <param name="Between">How many minutes between come back to it.</param>
public sealed record ActionRow(
    string What, Anchor? Owner, Day? Due, string? State, [property: JsonIgnore] Tag Tag, Anchor Asked, Day? AskedOn, Anchor? Closed, Day? ClosedOn, int Between)
{
    /// <summary>Whether it is marked as done in the minutes that asked for it, so that no later meeting says when.</summary>
    [JsonIgnore] public bool ClosedThere => State == "done" && Closed is null;

    /// <summary>Whether it stands on the page of its owner, who needs no naming there.</summary>
    [JsonIgnore] public bool OnOwnPage { get; init; }

    /// <summary>Whether other minutes come back to it once.</summary>
    [JsonIgnore] public bool OnceBetween => Between == 1;

    internal static ActionRow Of(PageContext page, ActionStory story)
    {
        var late = story.IsLate(page.Consequences.Today);
        var closed = story.Closed is { } line && line.Meeting.Id != story.First.Meeting.Id ? line : null;
        return new ActionRow(
            Sentence(story.Text), story.Owner is { } owner ? page.To(owner) : null, page.Day(story.Due), late ? "late" : story.State,
            story.State is null ? new Tag("Not recorded if done", "old") : StatusTags.Action(story.State, late), To(page, story.First), page.Day(story.First.Meeting.Date),
            closed is null ? null : To(page, closed), page.Day(closed?.Meeting.Date), story.Lines.Length - (closed is null ? 1 : 2));
    }

    /// <summary>The paragraph of a line in the minutes, under the title of the meeting.</summary>
    internal static Anchor To(PageContext page, ActionItem line) => page.To(line.Meeting, fragment: line.Mark.Anchor);

    /// <summary>With a capital letter.</summary>
    internal static string Sentence(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
