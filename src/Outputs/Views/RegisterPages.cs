using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Findings;

namespace PublicLedger.Outputs;

/// <summary>A correction in the register.</summary>
public sealed record CorrectionItem(Anchor Record, string Kind, Day? Date, string? What, string? Why);

/// <summary>A record that no longer counts, in the register.</summary>
public sealed record GoneItem(Anchor Record, string Kind, Tag Tag, Day? Date, string? Why, Anchor? By, bool Ours);

/// <summary>One register among all of them.</summary>
public sealed record RegisterChoice(Anchor Register, string About, string Count);

/// <summary>The page that leads to all registers.</summary>
public sealed record RegistersView(Frame Frame, ImmutableArray<RegisterChoice> Registers)
{
    /// <summary>Its address.</summary>
    public const string Path = "registers/index.html";

    /// <summary>The page, where any record could have said something for a register.</summary>
    public static IEnumerable<PagePlan> Plans(Site site) => site.Consequences.Registers.Exist ? [new(Path, "registers", Of)] : [];

    private static RegistersView Of(PageContext page)
    {
        var registers = page.Consequences.Registers;
        return new RegistersView(
            Frame.Of(page, RegisterPages.Label, "What was corrected, what is withheld, and what no longer counts.", "registers") with { Crumbs = [new("Home", page.To(Routes.Home))] },
            [
                new(new("What was corrected", page.To(RegisterPages.Corrections)), "Each change to a page after it was published, with the reason.", RegisterPages.CorrectionsInWords(registers.Corrections)),
                new(new("What is withheld", page.To(RegisterPages.Withheld)), "What members do not publish: why, by which rule, and when they will look again.",
                    RegisterPages.WithheldInWords(registers.Withheld, page.Consequences.Today)),
                new(new("What no longer counts", page.To(RegisterPages.Gone)), "Records that were withdrawn, retracted or removed. Each keeps its address.", RegisterPages.GoneInWords(registers.Gone)),
            ]);
    }
}

/// <summary>A page of one register: at most <see cref="RegisterPages.PageSize"/> entries of one of the three sorts.</summary>
public sealed record RegisterView
{
    /// <summary>What surrounds the page.</summary>
    public required Frame Frame { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string Lead { get; init; }

    /// <summary>What more there is to say of the whole.</summary>
    public required string Count { get; init; }

    /// <summary>What was corrected.</summary>
    public ImmutableArray<CorrectionItem> Corrections { get; init; } = [];

    /// <summary>What is withheld.</summary>
    public ImmutableArray<WithheldView> Withheld { get; init; } = [];

    /// <summary>What no longer counts.</summary>
    public ImmutableArray<GoneItem> Gone { get; init; } = [];

    /// <summary>The page before.</summary>
    public string? Before { get; init; }

    /// <summary>The page after.</summary>
    public string? After { get; init; }
}

/// <summary>The registers of corrections, of what is withheld, and of what no longer counts.</summary>
internal static class RegisterPages
{
    /// <summary>What readers call all of them together.</summary>
    public const string Label = "Corrections and withheld items";

    /// <summary>The register of corrections.</summary>
    public const string Corrections = "corrections/index.html";

    /// <summary>The register of what is withheld.</summary>
    public const string Withheld = "withheld/index.html";

    /// <summary>The register of what no longer counts.</summary>
    public const string Gone = "withdrawn/index.html";

    /// <summary>How many entries there are on a page.</summary>
    public const int PageSize = 100;

    /// <summary>All pages; none where no record could have said anything for them.</summary>
    public static IEnumerable<PagePlan> Plans(Site site)
    {
        var registers = site.Consequences.Registers;
        if (!registers.Exist) return [];
        return
        [
            .. Pages(Corrections, registers.Corrections, (page, items) => Frameless(
                "What was corrected", "Each change to a page after it was published, newest first.", CorrectionsInWords(registers.Corrections)) with
                {
                    Corrections = [.. items.Select(c => Item(page, c))],
                }),
            .. Pages(Withheld, registers.Withheld, (page, items) => Frameless(
                "What is withheld", "What members do not publish, and what you may know of it.", WithheldInWords(registers.Withheld, site.Consequences.Today)) with
                {
                    Withheld = [.. items.Select(w => WithheldView.InRegister(page, w.Record, w.Item))],
                }),
            .. Pages(Gone, registers.Gone, (page, items) => Frameless(
                "What no longer counts", "Records that were withdrawn, retracted or removed. Each keeps its address.", GoneInWords(registers.Gone)) with
                {
                    Gone = [.. items.Select(g => Item(page, g))],
                }),
        ];
    }

    /// <summary>"3 corrections are recorded."</summary>
    public static string CorrectionsInWords(ImmutableArray<Corrected> all) => all.Length switch
    {
        0 => "No correction is recorded.",
        1 => "One correction is recorded.",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} corrections are recorded."),
    };

    /// <summary>"3 things are withheld. Of 1 of them, the day to look again has passed."</summary>
    public static string WithheldInWords(ImmutableArray<Withheld> all, DateOnly today)
    {
        if (all.IsEmpty) return "The record names nothing that is withheld.";
        var due = all.Count(w => w.Item.IsDue(today));
        var count = all.Length == 1 ? "One thing is withheld." : string.Create(CultureInfo.InvariantCulture, $"{all.Length} things are withheld.");
        return count + (due == 0 ? "" : all.Length == 1 ? " The day to look at it again has passed." : $" For {(due == 1 ? "one" : due.ToString(CultureInfo.InvariantCulture))} of them, the day to look again has passed.");
    }

    /// <summary>"3 records no longer count."</summary>
    public static string GoneInWords(ImmutableArray<Gone> all) => all.Length switch
    {
        0 => "No record was withdrawn, retracted or removed.",
        1 => "One record no longer counts.",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} records no longer count."),
    };

    private static RegisterView Frameless(string title, string lead, string count) => new() { Frame = null!, Title = title, Lead = lead, Count = count };

    private static IEnumerable<PagePlan> Pages<T>(string path, ImmutableArray<T> all, Func<PageContext, IEnumerable<T>, RegisterView> make)
    {
        var parts = Math.Max(1, (all.Length + PageSize - 1) / PageSize);
        for (var number = 1; number <= parts; number++)
        {
            var part = number;
            yield return new(PathOf(path, part), "register", page => Framed(page, path, part, parts, make(page, all.Skip((part - 1) * PageSize).Take(PageSize))));
        }
    }

    private static RegisterView Framed(PageContext page, string path, int part, int parts, RegisterView view) => view with
    {
        Frame = Frame.Of(page, parts > 1 ? $"{view.Title}, page {part} of {parts}" : view.Title, $"{view.Lead} {view.Count}", "registers") with
        {
            Crumbs = [new("Home", page.To(Routes.Home)), new(Label, page.To(RegistersView.Path))],
        },
        Before = part > 1 ? page.To(PathOf(path, part - 1)) : null,
        After = part < parts ? page.To(PathOf(path, part + 1)) : null,
    };

    private static CorrectionItem Item(PageContext page, Corrected entry) => new(
        page.To(entry.Record, fragment: entry.Correction is null ? null : "at-history"), entry.Record.Kind.Label, page.Day(entry.Correction?.Date), entry.Correction?.What, entry.Correction?.Why);

    private static GoneItem Item(PageContext page, Gone entry)
    {
        var retraction = entry.Record.Core.Retraction;
        return new GoneItem(
            page.To(entry.Record), entry.Record.Kind.Label, StatusTags.Gone(entry.Record.Status) ?? new("Withdrawn", "old"), page.Day(retraction is null ? null : entry.Date),
            retraction?.Why, retraction?.By is { } by ? page.To(by) : null, retraction is not null);
    }

    private static string PathOf(string path, int part) => part == 1 ? path : path[..^".html".Length] + $"-{part.ToString(CultureInfo.InvariantCulture)}.html";
}
