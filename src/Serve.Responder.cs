using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PublicLedger;

/// <summary>Answers one request of the preview. Paths are looked up among the site's files; the disk is never touched.</summary>
internal static class Responder
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    public static async Task Answer(HttpListenerContext context, Preview preview, CancellationToken stop)
    {
        try
        {
            var reply = await ReplyTo(context.Request, preview, stop).ConfigureAwait(false);
            await Send(context, reply).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            context.Response.Abort(); // the browser went away, or the preview ends
        }
    }

    private static async Task<Reply> ReplyTo(HttpListenerRequest request, Preview preview, CancellationToken stop)
    {
        // A page elsewhere whose host name is made to mean this machine (DNS rebinding) still sends its own name.
        if (!IsOurHost(request.Headers["Host"], request.LocalEndPoint.Port) || !IPAddress.IsLoopback(request.RemoteEndPoint.Address))
            return Reply.Text(403, "This preview answers only to this machine.");
        if (request.HttpMethod is not ("GET" or "HEAD")) return Reply.Text(405, "This preview can only be read.");
        var url = request.RawUrl ?? "/";
        var path = url.Split('?', '#')[0];
        if (path == "/-/reload.js") return new Reply(200, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(ReloadScript.Text));
        if (path == "/-/changes")
        {
            var shown = await preview.After(request.QueryString["since"] ?? "", LongestWait, stop).ConfigureAwait(false);
            var news = new { version = shown.Version, site = shown.SiteVersion, errors = shown.Errors };
            return new Reply(200, "application/json", JsonSerializer.SerializeToUtf8Bytes(news, JsonSerializerOptions.Web));
        }

        // Before the first build there is nothing to show; the wait is that build's.
        var current = preview.Current;
        if (current.IsBeforeFirstBuild) current = await preview.After(current.Version, Timeout.InfiniteTimeSpan, stop).ConfigureAwait(false);
        return Find(path, current);
    }

    /// <summary>The site's answer to the path part of a request, still percent-encoded.</summary>
    internal static Reply Find(string path, Preview.Shown shown)
    {
        if (shown.Site is not { } site) return new Reply(503, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(ServedHtml.ErrorPage(shown)));
        var name = Uri.UnescapeDataString(path).TrimStart('/');
        if (name.Length == 0 || name.EndsWith('/')) name += "index.html";
        if (site.TryGetValue(name, out var bytes)) return Page(200, name, bytes, shown);
        if (site.ContainsKey(name + "/index.html")) return new Reply(302, "text/plain; charset=utf-8", default) { Location = "/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)) + "/" };
        return site.TryGetValue("404.html", out var lost) ? Page(404, "404.html", lost, shown) : Reply.Text(404, "There is no such page.");
    }

    private static Reply Page(int status, string name, ReadOnlyMemory<byte> bytes, Preview.Shown shown)
    {
        var type = TypeOf(name, bytes.Span);
        if (name.EndsWith(".html", StringComparison.Ordinal)) bytes = Encoding.UTF8.GetBytes(ServedHtml.WithReload(Encoding.UTF8.GetString(bytes.Span), shown.SiteVersion));
        return new Reply(status, type, bytes);
    }

    private static async Task Send(HttpListenerContext context, Reply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.Type;
        response.Headers["Cache-Control"] = "no-cache";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (reply.Status == 405) response.Headers["Allow"] = "GET, HEAD";
        if (reply.Location is not null) response.RedirectLocation = reply.Location;
        if (reply.Status == 200)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.Bytes.Span).AsSpan(0, 12))}\"";
            response.Headers["ETag"] = tag;
            if (context.Request.Headers["If-None-Match"] == tag)
            {
                response.StatusCode = 304;
                response.Close();
                return;
            }
        }

        response.ContentLength64 = reply.Bytes.Length;
        if (context.Request.HttpMethod != "HEAD") await response.OutputStream.WriteAsync(reply.Bytes).ConfigureAwait(false);
        response.Close();
    }

    internal static bool IsOurHost(string? host, int port) =>
        host is "localhost" or "127.0.0.1" || host == $"localhost:{port}" || host == $"127.0.0.1:{port}";

    internal static string TypeOf(string name, ReadOnlySpan<byte> bytes) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" or ".map" => "application/json",
        ".jsonl" or ".ndjson" => "application/x-ndjson",
        ".jsonld" => "application/ld+json",
        ".webmanifest" => "application/manifest+json",
        ".xml" => "application/xml",
        ".atom" => "application/atom+xml",
        ".rss" => "application/rss+xml",
        ".svg" => "image/svg+xml",
        ".md" => "text/markdown; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".ics" => "text/calendar; charset=utf-8",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".ico" => "image/x-icon",
        ".pdf" => "application/pdf",
        ".zip" => "application/zip",
        ".woff2" => "font/woff2",
        ".ods" => "application/vnd.oasis.opendocument.spreadsheet",
        ".odt" => "application/vnd.oasis.opendocument.text",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "" when Utf8.IsValid(bytes) => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    /// <summary>An answer before it is sent.</summary>
    internal sealed record Reply(int Status, string Type, ReadOnlyMemory<byte> Bytes)
    {
        public string? Location { get; init; }

        public static Reply Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"));
    }
}
