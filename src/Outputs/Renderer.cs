using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PublicLedger.Records;

namespace PublicLedger.Outputs;

/// <summary>A page to be made: its path, its template and how its view comes about.</summary>
/// <param name="Path">The path of the page on the site.</param>
/// <param name="Template">The name of its template.</param>
/// <param name="View">Makes the view; called once, on any thread.</param>
public sealed record PagePlan(string Path, string Template, Func<PageContext, object> View);

/// <summary>The site as files. Pages do not depend on each other, so that they are made side by side.</summary>
public static class Renderer
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Everything there is to publish, in no particular order.</summary>
    public static IReadOnlyCollection<Artifact> Render(Site site, Templates templates)
    {
        var artifacts = new ConcurrentBag<Artifact>();
        var kinds = site.Kinds.ToDictionary(k => k.Kind.Name, StringComparer.Ordinal);
        Parallel.ForEach(site.Corpus.Records, record => Render(site, record, kinds[record.Kind.Name], templates, artifacts));
        Parallel.ForEach(SitePages.All(site), plan =>
            artifacts.Add(new Artifact(plan.Path, templates.Render(plan.Template, plan.View(new PageContext(site, plan.Path))))));
        foreach (var output in Files.All)
            foreach (var artifact in output(site)) artifacts.Add(artifact);
        foreach (var artifact in Sitemap.Render(site, [.. artifacts.Select(a => a.Path)])) artifacts.Add(artifact);
        return artifacts;
    }

    /// <summary>What a view says, as data.</summary>
    public static ReadOnlyMemory<byte> Data(RecordView view)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), Json);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        return json;
    }

    private static void Render(Site site, Record record, KindPages pages, Templates templates, ConcurrentBag<Artifact> to)
    {
        var path = Routes.Of(record);
        var view = pages.View(new PageContext(site, path), record);
        to.Add(new Artifact(path, templates.Render(pages.Template, view)));
        to.Add(new Artifact(Routes.Data(record), Data(view)));
        to.Add(new Artifact(Routes.Source(record), Encoding.UTF8.GetBytes(PublishedSource.Of(record))));
    }
}
