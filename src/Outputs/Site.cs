using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PublicLedger.Diagnostics;
using PublicLedger.Findings;
using PublicLedger.Findings.Health;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Outputs;

/// <summary>All that pages are made of.</summary>
public sealed record Site
{
    /// <summary>What the configuration says.</summary>
    public required Settings Settings { get; init; }

    /// <summary>The kinds of record and how each is shown, in the order of the navigation.</summary>
    public required ImmutableArray<KindPages> Kinds { get; init; }

    /// <summary>The records.</summary>
    public required Corpus Corpus { get; init; }

    /// <summary>What follows from them.</summary>
    public required Consequences Consequences { get; init; }

    /// <summary>How the coalition is doing.</summary>
    public required Vitality Vitality { get; init; }

    /// <summary>The tree it was all read from: templates and attachments.</summary>
    public required SourceTree Sources { get; init; }

    /// <summary>What could not be read, for the public page about it.</summary>
    public required ImmutableArray<Diagnostic> Unread { get; init; }

    /// <summary>The coalition's name.</summary>
    public string Name => Corpus.Coalition?.Title ?? Settings.Name ?? "";

    /// <summary>The shared purpose, or null.</summary>
    public string? Purpose => Corpus.Coalition?.Purpose ?? Settings.Purpose;

    /// <summary>Dates in the site's language.</summary>
    public Dates Dates => dates ??= new Dates(Settings.Language);

    /// <summary>The order of records in their lists.</summary>
    public required Lists Lists { get; init; }

    /// <summary>The agreement that a new member would sign; null where there is none to join, or nobody can join any more.</summary>
    public Platform? ToJoin => (toJoin ??= new(Consequences.Ended is null ? JoinView.AgreementOf(this) : null)).Value;

    /// <summary>The links that every page has.</summary>
    public Menu Menu => menu ??= Menu.Of(this);

    private Dates? dates;
    private Menu? menu;
    private StrongBox<Platform?>? toJoin;
}

/// <summary>How the records of one kind are shown.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Template">The template of one record's page.</param>
/// <param name="View">Makes what the page and the data beside it show.</param>
public sealed record KindPages(Kind Kind, string Template, Func<PageContext, Record, RecordView> View);
