using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A question that members have not decided yet.</summary>
public sealed record OpenItem(Anchor Decision, string? Summary, Day? DecideBy, bool Overdue, ImmutableArray<PositionView> Positions)
{
    /// <summary>How many silent members are named.</summary>
    private const int MostNames = 30;

    /// <summary>Its tag: a draft, or a proposal.</summary>
    public Tag Tag { get; init; } = null!;

    /// <summary>Who asked it.</summary>
    public ImmutableArray<Anchor> ProposedBy { get; init; } = [];

    /// <summary>The answers that are looked at.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>What members need from the answer.</summary>
    public ImmutableArray<ConstraintView> Needs { get; init; } = [];

    /// <summary>Members with a vote today who did not ask it and said nothing of it yet.</summary>
    public ImmutableArray<Anchor> Silent { get; init; } = [];

    /// <summary>How many of them are not named.</summary>
    public int SilentMore { get; init; }

    /// <summary>"3 of 10 members have not spoken yet"; null where it is not known who the members are.</summary>
    public string? SilentInWords { get; init; }

    /// <summary>The rule that applies, and what it takes; null where nothing can be said of it.</summary>
    public DemandView? Demand { get; init; }

    /// <summary>The page that shows a proposed change of an agreement word by word, or null.</summary>
    public Anchor? WordByWord { get; init; }

    /// <summary>The item in short, for the first page.</summary>
    public static OpenItem Short(PageContext page, Decision decision) => new(
        page.To(decision), Outputs.Summary.Of(decision), page.Day(decision.DecideBy),
        decision.DecideBy is { } day && day.Last < page.Consequences.Today, []);

    /// <summary>The item with all that is recorded of it.</summary>
    public static OpenItem Of(PageContext page, Decision decision)
    {
        var demand = Findings.Tallies.Demand.Of(decision, page.Corpus, page.Consequences.Today);
        var silent = decision.Core.Foreign ? null : demand.Members?.Where(m => !HasSpoken(decision, m, page.Corpus)).OrderBy(m => m.Title, StringComparer.OrdinalIgnoreCase).ToList();
        return Short(page, decision) with
        {
            Tag = StatusTags.Of(page.Consequences, decision),
            ProposedBy = page.To(decision.ProposedBy),
            Options = OptionsOf(decision),
            Positions = [.. PositionView.Of(page, decision)],
            Needs = [.. ConstraintView.Of(page, decision)],
            Silent = [.. (silent ?? []).Take(MostNames).Select(m => page.To(m))],
            SilentMore = Math.Max(0, (silent?.Count ?? 0) - MostNames),
            SilentInWords = silent is null || demand.Members is not { Length: > 0 } all ? null
                : silent.Count == 0 ? $"All {all.Length} members have spoken"
                : $"{silent.Count} of {all.Length} members {(silent.Count == 1 ? "has" : "have")} not spoken yet",
            Demand = DemandView.Of(page, decision, demand),
            WordByWord = AgreementEffect.Of(page, decision).Select(e => e.WordByWord).FirstOrDefault(),
        };
    }

    /// <summary>Whoever asked has spoken too.</summary>
    private static bool HasSpoken(Decision decision, Member member, Corpus corpus) =>
        decision.Positions.Select(p => p.Member).Concat(decision.Constraints.Select(c => c.Member)).Concat(decision.Objections.Select(o => o.Member)).Concat(decision.ProposedBy)
            .OfType<Ref>().Any(r => corpus.Find<Member>(r)?.Id == member.Id);

    /// <summary>Those of the front matter, else the headings below "Options considered".</summary>
    private static ImmutableArray<string> OptionsOf(Decision decision)
    {
        if (!decision.Options.IsEmpty) return [.. decision.Options.Select(o => o.Name)];
        var sections = decision.Body.Sections;
        var at = sections.ToList().FindIndex(DecisionHeadings.Alternatives.Names);
        return at < 0 ? [] : [.. sections.Skip(at + 1).TakeWhile(s => s.Level > sections[at].Level).Where(s => s.Level == sections[at].Level + 1).Select(s => s.Title)];
    }
}

/// <summary>The page of all questions that are open, or a part of them.</summary>
public sealed record OpenQuestionsView(Frame Frame, ImmutableArray<OpenItem> Items)
{
    /// <summary>Its address.</summary>
    public const string Path = "open-questions/index.html";

    private const int PageSize = 50;

    /// <summary>What is on all pages together: "3 questions are open."</summary>
    public string? Count { get; init; }

    /// <summary>The coalition's own page about how to take part, or null.</summary>
    public Anchor? TakePart { get; init; }

    /// <summary>The feed of open questions.</summary>
    public string FeedHref { get; init; } = "";

    /// <summary>The calendar, or null where there is none.</summary>
    public string? CalendarHref { get; init; }

    /// <summary>The lists of what was not decided before the coalition ended.</summary>
    public ImmutableArray<Anchor> NeverDecided { get; init; } = [];

    /// <summary>The page before.</summary>
    public string? Previous { get; init; }

    /// <summary>The page after.</summary>
    public string? Next { get; init; }

    /// <summary>Drafts and proposals: those to be decided soonest first, then those without a day. None once the coalition has ended.</summary>
    public static IEnumerable<Decision> Open(Site site) => site.Consequences.Ended is null ? NotDecided(site) : [];

    /// <summary>What members did not decide; after the end, what they never will.</summary>
    private static IEnumerable<Decision> NotDecided(Site site) =>
        site.Lists.Of<Decision>(Decision.OfKind)
            .Where(d => site.Consequences.Replacements.StatusOf(d) is "proposed" or "draft")
            .OrderBy(d => d.DecideBy is null).ThenBy(d => d.DecideBy).ThenBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>The page, and further ones where there are many questions.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var open = Open(site).ToImmutableArray();
        var pages = Math.Max(1, (open.Length + PageSize - 1) / PageSize);
        return Enumerable.Range(1, pages).Select(number => new PagePlan(PathOf(number), "open-questions", page => Of(page, open, number, pages)));
    }

    private static OpenQuestionsView Of(PageContext page, ImmutableArray<Decision> open, int number, int pages) => new(
        Frame.Of(page, pages > 1 ? $"Open questions, page {number} of {pages}" : "Open questions", "What members have not decided yet.", "open-questions") with { Crumbs = [new("Home", page.To(Routes.Home))] },
        [.. open.Skip((number - 1) * PageSize).Take(PageSize).Select(d => OpenItem.Of(page, d))])
    {
        Count = open.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"{open.Length} questions are open.") : null,
        NeverDecided = page.Consequences.Ended is null ? [] : [.. NotDecided(page.Site)
            .GroupBy(page.Consequences.Replacements.StatusOf).OrderByDescending(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Anchor(InWords(g.Key!, g.Count()), page.To(Lists.StatusPath(g.Key))))],
        TakePart = page.Corpus.Find("page", "how-to-take-part") is { } how ? page.To(how) : null,
        FeedHref = page.To("feeds/open-questions.xml"),
        CalendarHref = CalendarView.Exists(page.Site) ? page.To(Routes.Calendar) : null,
        Previous = number > 1 ? page.To(PathOf(number - 1)) : null,
        Next = number < pages ? page.To(PathOf(number + 1)) : null,
    };

    private static string InWords(string status, int count) => (status, count) switch
    {
        ("draft", 1) => "One draft that was not decided",
        ("draft", _) => $"{count} drafts that were not decided",
        (_, 1) => "One proposal that was not decided",
        _ => $"{count} proposals that were not decided",
    };

    private static string PathOf(int number) => number == 1 ? Path : string.Create(CultureInfo.InvariantCulture, $"open-questions/index-{number}.html");
}
