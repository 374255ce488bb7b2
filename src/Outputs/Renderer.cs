using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicLedger.Outputs;

/// <summary>A page to be made: its path, its template and how its view comes about.</summary>
/// <param name="Path">The path of the page on the site.</param>
/// <param name="Template">The name of its template.</param>
/// <param name="View">Makes the view; called once, on any thread.</param>
public sealed record PagePlan(string Path, string Template, Func<PageContext, object> View)
{
    /// <summary>Where what the page says is published as data; null where it is not.</summary>
    public string? Data { get; init; }
}

/// <summary>The page of a record, or of one of its versions, to be made with its data and its source text beside it.</summary>
/// <param name="Path">The path of the page on the site.</param>
/// <param name="Template">The name of its template.</param>
/// <param name="View">Makes the view; called once, on any thread.</param>
public sealed record RecordPlan(string Path, string Template, Func<PageContext, RecordView> View);

/// <summary>The site as files. Pages do not depend on each other, so that they are made side by side.</summary>
public static class Renderer
{
    /// <summary>How data are written everywhere.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private static readonly JsonWriterOptions AsWritten = new() { Indented = true, NewLine = Json.NewLine, Encoder = Json.Encoder };

    /// <summary>Makes everything there is to publish, in no particular order.</summary>
    /// <param name="site">What it is made of.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="take">Is given each file as soon as it is made, from several threads; the bytes are good only until it returns.</param>
    public static void Render(Site site, Templates templates, Action<Artifact> take)
    {
        var paths = new ConcurrentBag<string>();
        void Take(Artifact artifact)
        {
            paths.Add(artifact.Path);
            take(artifact);
        }

        var kinds = site.Kinds.ToDictionary(k => k.Kind.Name, StringComparer.Ordinal);
        // The search index is put together on one thread, so it is begun first and goes on beside the pages.
        Parallel.Invoke(
            () =>
            {
                foreach (var output in Files.All)
                    foreach (var artifact in output(site)) Take(artifact);
            },
            () => Parallel.ForEach(site.Corpus.Records, record =>
                Render(site, Routes.Of(record), kinds[record.Kind.Name].Template, page => kinds[record.Kind.Name].View(page, record), templates, Take)),
            () => Parallel.ForEach(AkomaNtoso.Plans(site), document => Take(document())),
            () => Parallel.ForEach(PlatformVersionView.Plans(site), plan => Render(site, plan.Path, plan.Template, plan.View, templates, Take)),
            () => Parallel.ForEach(SitePages.All(site), plan =>
            {
                var view = plan.View(new PageContext(site, plan.Path));
                Take(new Artifact(plan.Path, templates.Render(plan.Template, view)));
                if (plan.Data is { } path) Take(new Artifact(path, Data(view)));
            }));
        foreach (var artifact in Sitemap.Render(site, [.. paths])) take(artifact);
    }

    /// <summary>What a view says, as data; the bytes are good only until the next call on this thread.</summary>
    internal static ReadOnlyMemory<byte> Data(object view)
    {
        var buffer = PageWriter.RentBytes();
        using (var writer = new Utf8JsonWriter(buffer, AsWritten)) JsonSerializer.Serialize(writer, view, view.GetType(), Json);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>A record is three files: the page, its data and its source text.</summary>
    private static void Render(Site site, string path, string template, Func<PageContext, RecordView> make, Templates templates, Action<Artifact> take)
    {
        var view = make(new PageContext(site, path));
        take(new Artifact(path, templates.Render(template, view)));
        take(new Artifact(Routes.DataBeside(path), Data(view)));
        take(new Artifact(Routes.SourceBeside(path), PageWriter.BytesOf(PublishedSource.Of(view.Source))));
    }
}
