using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A marked line of an item: what was decided there, or asked for.</summary>
public sealed record TopicLine(string Label, Anchor Line, Tag? Tag);

/// <summary>A record, or an item of a meeting, on the page of a topic.</summary>
public sealed record TopicItem(Anchor Place, string Kind, Day? Date, Tag? Tag, string? Summary, ImmutableArray<TopicLine> Lines, ImmutableArray<ChangedClause> Clauses)
{
    /// <summary>The meeting of which it is an item, or null.</summary>
    public Anchor? Meeting { get; init; }
}

/// <summary>The page of a topic: everything on the record that says it is about one matter.</summary>
public sealed record TopicView
{
    /// <summary>How many entries there are on a page.</summary>
    public const int PageSize = 100;

    private const int MaxOpen = 30;
    private const int MaxNames = 12;

    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>Other names under which it was looked for, or under which it was talked about.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The issue whose number makes the topic, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Questions that are open.</summary>
    public ImmutableArray<TopicItem> Open { get; init; } = [];

    /// <summary>What somebody is still to do.</summary>
    public ImmutableArray<ActionRow> Actions { get; init; } = [];

    /// <summary>Everything, newest first.</summary>
    public ImmutableArray<TopicItem> Items { get; init; } = [];

    /// <summary>The page with newer entries.</summary>
    public string? Newer { get; init; }

    /// <summary>The page with older entries.</summary>
    public string? Older { get; init; }

    /// <summary>The pages of all topics.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        foreach (var topic in site.Consequences.Topics.All)
        {
            var parts = Math.Max(1, (topic.Entries.Length + PageSize - 1) / PageSize);
            for (var number = 1; number <= parts; number++)
            {
                var part = number;
                yield return new(Routes.Topic(topic.Name.Id, part), "topic", page => Of(page, topic, part, parts));
            }
        }
    }

    private static TopicView Of(PageContext page, Topic topic, int part, int parts)
    {
        var name = topic.Name.Name;
        return new TopicView
        {
            Frame = Frame.Of(page, $"{name} (topic{(page.Consequences.Topics.SharesName(topic) ? " " + topic.Name.Id : "")}{(parts > 1 ? $", page {part} of {parts}" : "")})",
                $"Everything on the record about {name}.", "topic") with
            {
                Crumbs = [new("Home", page.To(Routes.Home)), new("Topics", page.To(Routes.Topics()))],
            },
            Title = name,
            Lead = InWords(page, topic),
            Aliases = [.. topic.Name.Aliases.Take(MaxNames)],
            Address = topic.Address,
            Open = part > 1 ? [] : [.. OpenIn(page, topic).Take(MaxOpen).Select(d => OfRecord(page, d))],
            Actions = part > 1 ? [] : [.. ActionListView.Sorted(ActionsIn(page, topic).Where(a => a.State == "open")).Take(MaxOpen).Select(a => ActionRow.Of(page, a))],
            Items = [.. topic.Entries.Skip((part - 1) * PageSize).Take(PageSize).Select(e => Of(page, e))],
            Newer = part > 1 ? page.To(Routes.Topic(topic.Name.Id, part - 1)) : null,
            Older = part < parts ? page.To(Routes.Topic(topic.Name.Id, part + 1)) : null,
        };
    }

    /// <summary>"4 entries, from 3 March 2025 to 8 May 2026."</summary>
    private static string InWords(PageContext page, Topic topic)
    {
        var count = topic.Entries.Length == 1 ? "One entry" : string.Create(CultureInfo.InvariantCulture, $"{topic.Entries.Length} entries");
        return $"Everything on the record about this, newest first. {count}{TopicListView.SpanInWords(page, topic)}.";
    }

    private static IEnumerable<Decision> OpenIn(PageContext page, Topic topic) =>
        topic.Entries.Where(e => e.From is null).Select(e => e.Record).OfType<Decision>()
            .Where(d => page.Consequences.Replacements.StatusOf(d) is "proposed" or "draft").OrderBy(d => d.DecideBy is null).ThenBy(d => d.DecideBy);

    private static IEnumerable<ActionStory> ActionsIn(PageContext page, Topic topic) =>
        topic.Entries.SelectMany(e => ActionsIn(page, e).Values).Distinct<ActionStory>(ReferenceEqualityComparer.Instance);

    private static Dictionary<Mark, ActionStory> ActionsIn(PageContext page, TopicEntry entry)
    {
        if (entry.Record is not Meeting meeting || !entry.Marks.Any(m => m.Kind == MarkKind.Action)) return [];
        var marks = entry.Marks.ToHashSet((IEqualityComparer<Mark>)ReferenceEqualityComparer.Instance);
        return page.Consequences.ActionsOf(meeting).Where(a => marks.Contains(a.Mark))
            .ToDictionary(a => a.Mark, page.Consequences.Actions.Of, (IEqualityComparer<Mark>)ReferenceEqualityComparer.Instance);
    }

    private static TopicItem Of(PageContext page, TopicEntry entry) =>
        entry is { From: not null, Record: Meeting meeting } ? OfItem(page, entry, meeting) : OfRecord(page, entry.Record);

    private static TopicItem OfItem(PageContext page, TopicEntry entry, Meeting meeting)
    {
        var actions = ActionsIn(page, entry);
        var lines = meeting.IsRetracted ? [] : entry.Marks.Where(m => MarkedLine.Name(m.Kind) is not null).Select(m => Line(page, meeting, m, actions.GetValueOrDefault(m)));
        return new TopicItem(
            entry.IsLine ? page.To(meeting, null, entry.Item?.Anchor) : entry.Item is { } section ? page.To(meeting, section.Label, section.Anchor) : page.To(meeting), "Meeting", page.Day(meeting.Date),
            StatusTags.Gone(meeting.Status) ?? (meeting.MinutesStatus == "draft" ? StatusTags.Meeting(meeting) : null), Outputs.Summary.Cut(entry.Said ?? "", MarkedLine.MaxLength), [.. lines], [])
        {
            Meeting = entry.Item is null || entry.IsLine ? null : page.To(meeting),
        };
    }

    private static TopicLine Line(PageContext page, Meeting meeting, Mark mark, ActionStory? action) => new(
        MarkedLine.Name(mark.Kind)!,
        page.To(meeting, Outputs.Summary.Cut(action?.Text ?? mark.Text, MarkedLine.MaxLength) ?? mark.Word, mark.Anchor),
        action is null ? null : StatusTags.Action(action.State, action.IsLate(page.Consequences.Today)));

    private static TopicItem OfRecord(PageContext page, Record record) => new(
        page.To(record), record.Kind.Label, page.Day(new TopicEntry(record).Date), TagOf(page, record),
        RetractionView.InShort(page, record) ?? Outputs.Summary.Of(record), [],
        record is Decision { WasTaken: true } decision ? [.. AgreementEffect.Of(page, decision).SelectMany(e => e.Clauses)] : []);

    private static Tag? TagOf(PageContext page, Record record) => record switch
    {
        Decision decision => StatusTags.Decision(page.Consequences.Replacements.StatusOf(decision), decision.Core.StatusWritten),
        Commitment promise => CommitmentTags.Of(page.Consequences.Promises.Of(promise)),
        Concern concern => StatusTags.Concern(concern.Status, concern.Core.StatusWritten),
        WorkingAgreement working => StatusTags.WorkingAgreement(working.Status, working.Core.StatusWritten),
        Meeting meeting => StatusTags.Meeting(meeting),
        _ => StatusTags.Gone(record.Status),
    };
}

/// <summary>A topic in the list.</summary>
public sealed record TopicChoice(Anchor Topic, string Count, ImmutableArray<string> Aliases);

/// <summary>A page of the list of topics.</summary>
public sealed record TopicListView(Frame Frame, string Title, string Lead, ImmutableArray<TopicChoice> Items)
{
    private const int PageSize = 100;
    private const int MaxNames = 4;

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }

    /// <summary>All pages; none where there is no topic.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var all = site.Consequences.Topics.All;
        var parts = (all.Length + PageSize - 1) / PageSize;
        return Enumerable.Range(1, parts).Select(part => new PagePlan(Routes.Topics(part), "topics", page => Of(page, all, part, parts)));
    }

    /// <summary>", from 3 March 2025 to 8 May 2026", or empty.</summary>
    internal static string SpanInWords(PageContext page, Topic topic) => topic.Span switch
    {
        null => "",
        var (first, last) when first == last => $", {page.Day(first)}",
        var (first, last) => $", from {page.Day(first)} to {page.Day(last)}",
    };

    private static TopicListView Of(PageContext page, ImmutableArray<Topic> all, int part, int parts)
    {
        var title = parts > 1 ? $"Topics, page {part} of {parts}" : "Topics";
        return new TopicListView(
            Frame.Of(page, title, "Matters that come back, each with everything about it.", "topics") with { Crumbs = [new("Home", page.To(Routes.Home))] },
            title, $"Matters that come back, each with everything on the record about it. {(all.Length == 1 ? "One topic." : string.Create(CultureInfo.InvariantCulture, $"{all.Length} topics."))}",
            [.. all.Skip((part - 1) * PageSize).Take(PageSize).Select(t => Choice(page, t))])
        {
            Before = part > 1 ? page.To(Routes.Topics(part - 1)) : null,
            After = part < parts ? page.To(Routes.Topics(part + 1)) : null,
        };
    }

    private static TopicChoice Choice(PageContext page, Topic topic) => new(
        new Anchor(topic.Name.Name, page.To(Routes.Topic(topic.Name.Id)), topic.Name.Id),
        (topic.Entries.Length == 1 ? "One entry" : string.Create(CultureInfo.InvariantCulture, $"{topic.Entries.Length} entries")) + SpanInWords(page, topic) + ".",
        [.. topic.Name.Aliases.Take(MaxNames)]);
}
