using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PublicLedger.Findings.Promises;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>What is asked or given.</summary>
/// <param name="By">The member that asks or gives it; null where the record says it of the agreement as a whole.</param>
/// <param name="Text">What.</param>
public sealed record AgreedTermView(Anchor? By, string Text);

/// <summary>Something that happened to a working agreement.</summary>
/// <param name="Date">When; null where that is not recorded.</param>
/// <param name="Event">began, changed or looked-at-again.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Here">Whether it is the last one.</param>
public sealed record AgreementStepView(Day? Date, string Event, string Text, [property: JsonIgnore] bool Here);

/// <summary>The page of a working agreement.</summary>
public sealed record WorkingAgreementView : RecordView
{
    /// <summary>Between whom.</summary>
    public ImmutableArray<Anchor> Between { get; init; } = [];

    /// <summary>What is asked.</summary>
    public ImmutableArray<AgreedTermView> Asks { get; init; } = [];

    /// <summary>What is given.</summary>
    public ImmutableArray<AgreedTermView> Gives { get; init; } = [];

    /// <summary>When it was looked at again.</summary>
    public ImmutableArray<Day> Revisited { get; init; } = [];

    /// <summary>When it was last looked at, or began.</summary>
    public Day? LastLookedAt { get; init; }

    /// <summary>How many whole months ago that was; null where the day is not exact.</summary>
    public int? MonthsAgo { get; init; }

    /// <summary>The same in a sentence.</summary>
    [JsonIgnore] public string LastInWords { get; init; } = "";

    /// <summary>Six months after it was last looked at; null for one that ended or where no whole date is recorded.</summary>
    public Day? RevisitBy { get; init; }

    /// <summary>Whether that day has passed for one that is working or strained.</summary>
    public bool Overdue { get; init; }

    /// <summary>"Not looked at for 7 months", or null.</summary>
    [JsonIgnore] public Tag? OverdueTag { get; init; }

    /// <summary>How it began and changed, oldest first; empty where it only began.</summary>
    public ImmutableArray<AgreementStepView> History { get; init; } = [];

    /// <summary>Makes the page.</summary>
    public static RecordView Of(PageContext page, Record record)
    {
        var agreement = (WorkingAgreement)record;
        var revisiting = Revisiting.Of(agreement, page.Consequences.Today);
        var view = new WorkingAgreementView
        {
            StatusTag = StatusTags.WorkingAgreement(agreement.Status, record.Core.StatusWritten),
            Between = page.To(agreement.Between),
            Asks = Terms(page, agreement.Asks),
            Gives = Terms(page, agreement.Gives),
            Revisited = [.. agreement.Revisited.Order().Select(d => page.Site.Dates.Of(d))],
            LastLookedAt = page.Day(revisiting.Last),
            MonthsAgo = revisiting.MonthsAgo,
            LastInWords = InWords(page, revisiting),
            RevisitBy = page.Day(revisiting.DueBy),
            Overdue = revisiting.Overdue,
            OverdueTag = OverdueTagOf(revisiting),
            History = HistoryOf(page, agreement),
        }.Common(page, record);
        return view with
        {
            Toc = [.. RecordParts.Toc(view.Sections), .. view.History.IsEmpty ? [] : new[] { new TocEntry("at-steps", "How it changed") }, new("at-cite", "Link to this page")],
        };
    }

    /// <summary>"Last looked at on 19 August 2026, 3 months ago."</summary>
    internal static string InWords(PageContext page, Revisiting revisiting)
    {
        if (revisiting.Last is not { } last) return "The record does not say when it was last looked at.";
        var when = PromiseWords.On(page, last) + Ago(revisiting.MonthsAgo);
        return revisiting.Again ? $"Last looked at {when}." : $"Not looked at again since it began {when}.";
    }

    /// <summary>The same below a heading that says so: "19 August 2026, 3 months ago".</summary>
    internal static string Shortly(PageContext page, Revisiting revisiting)
    {
        if (revisiting.Last is not { } last) return "Not recorded";
        return revisiting.Again ? page.Site.Dates.Of(last).Text + Ago(revisiting.MonthsAgo) : $"Not since it began {PromiseWords.On(page, last)}{Ago(revisiting.MonthsAgo)}";
    }

    /// <summary>The tag of one that should have been looked at again, or null.</summary>
    internal static Tag? OverdueTagOf(Revisiting revisiting) =>
        !revisiting.Overdue ? null : new(revisiting.MonthsAgo is { } months ? $"Not looked at for {months} months" : "Not looked at for over 6 months", "warn");

    private static string Ago(int? months) => months switch
    {
        null => "",
        0 => ", less than a month ago",
        1 => ", 1 month ago",
        { } count => $", {count} months ago",
    };

    private static ImmutableArray<AgreedTermView> Terms(PageContext page, ImmutableArray<AgreedTerm> terms) =>
        [.. terms.Select(t => new AgreedTermView(t.By is { } by ? page.To(by) : null, t.Text))];

    /// <summary>Where nothing is recorded but its beginning, the facts say that already.</summary>
    private static ImmutableArray<AgreementStepView> HistoryOf(PageContext page, WorkingAgreement agreement)
    {
        var steps = agreement.History.Select(c => (c.Date, Event: "changed", Text: c.What ?? "What changed is not recorded.")).ToList();
        steps.AddRange(agreement.Revisited.Select(d => ((Sources.PartialDate?)d, "looked-at-again", "The members looked at it again.")));
        if (steps.Count == 0) return [];
        if (agreement.Date is { } since) steps.Insert(0, (since, "began", "It began."));
        var ordered = steps.OrderBy(s => s.Date).ToList(); // what a day brought comes before looking back on it, as written above
        return [.. ordered.Select((s, i) => new AgreementStepView(page.Day(s.Date), s.Event, s.Text, i == ordered.Count - 1))];
    }
}
