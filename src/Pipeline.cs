using System.Collections.Concurrent;
using System.Collections.Immutable;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings;
using PublicLedger.Findings.Agreements;
using PublicLedger.Findings.Health;
using PublicLedger.Outputs;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger;

/// <summary>What a build came to.</summary>
/// <param name="Make">Makes the site's files and hands over each of them, from several threads and with bytes good only for that moment; null where the content has errors.</param>
/// <param name="Counts">How many records of each kind, in the order of the kinds.</param>
public sealed record Build(Action<Action<Artifact>>? Make, ImmutableArray<(Kind Kind, int Count)> Counts)
{
    /// <summary>What the files are made of; null where the content has errors.</summary>
    public Site? Site { get; init; }

    private readonly Lazy<IReadOnlyCollection<Artifact>?> all = new(() => Collect(Make));

    /// <summary>All files at once, for who needs the site in memory; null where the content has errors.</summary>
    public IReadOnlyCollection<Artifact>? Artifacts => all.Value;

    /// <summary>Nothing is published.</summary>
    public static readonly Build Refused = new(null, []);

    private static ConcurrentBag<Artifact>? Collect(Action<Action<Artifact>>? make)
    {
        if (make is null) return null;
        var artifacts = new ConcurrentBag<Artifact>();
        make(artifact => artifacts.Add(artifact with { Bytes = artifact.Bytes.ToArray() }));
        return artifacts;
    }
}

/// <summary>The build, top to bottom: a pure function of the sources, which include the day.</summary>
internal static class Pipeline
{
    public static Build Run(SourceTree sources, Settings settings, ImmutableArray<SourceText> builtIn, DiagnosticBag say, Stages stages)
    {
        foreach (var file in sources.Refused) say.FileRefused(file);

        // text → front matter and Markdown
        var documents = stages.Time("documents", () => Parser.Parse(sources.Content, say));

        // names → records
        var corpus = stages.Time("records", () => Binder.Bind(documents, sources.Histories, Kinds.Records, sources.Today, say));
        if (corpus.Coalition is null && settings.Name is null) say.NameMissing(settings.At);
        if (say.HasErrors) return Build.Refused; // never derive from what could not be read

        // the final record of a coalition that ended speaks as of its last day
        sources = sources with { Today = Ending.LastDay(corpus, sources.Today) };

        // decisions that change agreements → the texts in force
        var consolidation = stages.Time("agreements", () => Consolidation.Of(corpus, sources.Today, say));
        corpus = consolidation.Corpus;

        // records → consequences
        var consequences = stages.Time("findings", () => Deriver.Derive(consolidation, sources, settings, say));
        var vitality = stages.Time("health", () => Vitality.Of(new Basis(corpus, consequences, sources.Today), settings.Health, say));
        var templates = stages.Time("templates", () => TemplatesOf(sources, builtIn, say));
        if (say.HasErrors) return Build.Refused;

        // consequences → files
        var site = new Site
        {
            Settings = settings,
            Kinds = Kinds.All,
            Corpus = corpus,
            Consequences = consequences,
            Vitality = vitality,
            Sources = sources,
            Unread = [.. say.Sorted().Where(d => d.Unread is not null)],
            Lists = new Lists(corpus, Kinds.All),
        };
        return new Build(MakerOf(site, templates), [.. Kinds.Records.Select(k => (k, corpus.Count(k)))]) { Site = site };
    }

    /// <summary>The site's own templates with the built-in ones; the built-in ones alone are compiled once, for however many builds.</summary>
    private static Templates TemplatesOf(SourceTree sources, ImmutableArray<SourceText> builtIn, DiagnosticBag say)
    {
        if (sources.Templates.IsEmpty && builtIn == BuiltIn.Templates) return AlwaysTheSame.Value;
        var templates = new Templates(builtIn, sources.Templates, say);
        templates.Check(TemplateUses.Of(Kinds.All), say);
        return templates;
    }

    private static readonly Lazy<Templates> AlwaysTheSame = new(() => new Templates(BuiltIn.Templates, [], new DiagnosticBag()));

    /// <summary>Apart from the rest, so that it holds the site alone and the front matter, which is bound, can go.</summary>
    private static Action<Action<Artifact>> MakerOf(Site site, Templates templates) => take => Renderer.Render(site, templates, take);
}
