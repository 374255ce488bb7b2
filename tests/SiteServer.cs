using System.Net;
using System.Net.Sockets;
using PublicLedger.Checks;

namespace PublicLedger.Tests;

/// <summary>Serves a site from memory on this machine alone, below a path, with the policy that the design asks hosts to send.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly HttpListener listener;
    private readonly Published site;
    private readonly string below;
    private readonly Task serving;

    /// <summary>Begins to serve.</summary>
    /// <param name="site">The site.</param>
    /// <param name="below">The path it lives at, with a slash at both ends.</param>
    public SiteServer(Published site, string below)
    {
        this.site = site;
        this.below = below;
        (listener, Origin) = Listen();
        serving = ServeAsync();
    }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>The address of a file of the site.</summary>
    public string AddressOf(string path) => Origin + below + path;

    /// <summary>Listens on a port that is free. Between finding it and taking it somebody else may: the browser itself opens many.</summary>
    private static (HttpListener Listener, string Origin) Listen()
    {
        for (var tries = 1; ; tries++)
        {
            var origin = $"http://127.0.0.1:{FreePort()}";
            var listener = new HttpListener();
            listener.Prefixes.Add(origin + "/");
            try
            {
                listener.Start();
                return (listener, origin);
            }
            catch (HttpListenerException) when (tries < 50)
            {
                Serve.Close(listener);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Serve.Close(listener);
        await serving;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The browser went away, or the test is over; the loop ends when the listener has stopped.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var asked = Uri.UnescapeDataString(context.Request.Url?.AbsolutePath ?? "/");
        var path = asked.StartsWith(below, StringComparison.Ordinal) ? asked[below.Length..] : null;
        if (path is not null && (path.Length == 0 || path.EndsWith('/'))) path += "index.html";
        var found = path is not null && site.Has(path);
        path = found ? path! : "404.html";
        var response = context.Response;
        response.StatusCode = found ? 200 : 404;
        response.ContentType = TypeOf(path);
        response.Headers["Content-Security-Policy"] = Policy;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Close(site.Has(path) ? site.BytesOf(path).ToArray() : [], willBlock: false);
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml",
        _ => "application/octet-stream",
    };

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
