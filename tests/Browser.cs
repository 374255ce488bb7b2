using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PublicLedger.Checks;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Tests that need a real browser share one: put <c>[Collection(nameof(InABrowser))]</c> on the class and take a <see cref="Browser"/>.</summary>
[CollectionDefinition(nameof(InABrowser))]
public sealed class InABrowser : ICollectionFixture<Browser>;

/// <summary>
/// The Chromium of this machine, at CHROME_PATH or in the place where Debian puts it. No browser is ever downloaded.
/// Where there is none, tests are skipped with a sentence, and fail with it where CI is set.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Wide enough for the text column and the one beside it.</summary>
    public static readonly ViewportSize Wide = new() { Width = 1280, Height = 900 };

    /// <summary>The width to which WCAG 2.2 (1.4.10) lets a reader zoom without scrolling sideways.</summary>
    public static readonly ViewportSize Narrow = new() { Width = 320, Height = 640 };

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-default-apps", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private IPlaywright? playwright;
    private IBrowser? chromium;

    private static string Executable => Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable)) return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args = Arguments,
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a page of a site, in a browser that has seen nothing yet.</summary>
    /// <param name="site">The site; it is served at a sub-path, except for 404.html, which belongs to the root of a host.</param>
    /// <param name="path">The page's path in the site.</param>
    /// <param name="viewport">Its size; <see cref="Wide"/> where not given.</param>
    /// <param name="colors">What the reader prefers.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    public async Task<Visit> OpenAsync(Published site, string path, ViewportSize? viewport = null, ColorScheme colors = ColorScheme.Light, bool javaScript = true)
    {
        Shared.Require(chromium is not null, "There is no Chromium on this machine. Install it, or set CHROME_PATH to where it is.");
        var server = new SiteServer(site, path == "404.html" ? "/" : "/a/sub-path/");
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = viewport ?? Wide,
            ColorScheme = colors,
            JavaScriptEnabled = javaScript,
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        var visit = new Visit(server, context, await context.NewPageAsync());
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>What axe finds on a page against WCAG 2.0 to 2.2, levels A and AA: one line a violation, the serious and critical ones.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return [.. result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes.Length} times, first {violation.Nodes[0].Target})")];
    }
}

/// <summary>A page that is open in a browser, and what happened while it opened.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly SiteServer server;
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<string> foreign = new();
    private readonly ConcurrentQueue<string> errors = new();

    internal Visit(SiteServer server, IBrowserContext context, IPage page)
    {
        this.server = server;
        this.context = context;
        Page = page;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What was asked of the site.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>What was asked of any other host; it was stopped.</summary>
    public IReadOnlyCollection<string> Foreign => foreign;

    /// <summary>What the console, failed requests and the policy complained of.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>How many pixels the page is wider than the window; 0 where nothing scrolls sideways.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");

    /// <summary>Widens the text as a reader may (WCAG 2.2, 1.4.12).</summary>
    public Task SpaceTextAsync() => Page.EvaluateAsync("""
        for (const e of document.body.querySelectorAll('*')) {
          for (const [name, value] of [['line-height', '1.5'], ['letter-spacing', '0.12em'], ['word-spacing', '0.16em']]) e.style?.setProperty(name, value, 'important');
          if (e.tagName === 'P') e.style.setProperty('margin-bottom', '2em', 'important');
        }
        """);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        await server.DisposeAsync();
    }

    internal async Task GoAsync(string path)
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error") errors.Enqueue(message.Text);
        };
        Page.PageError += (_, message) => errors.Enqueue(message);
        Page.RequestFailed += (_, request) => errors.Enqueue($"{request.Url}: {request.Failure}");
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400) errors.Enqueue($"{response.Url}: {response.Status}");
        };
        await context.RouteAsync("**/*", async route =>
        {
            var here = route.Request.Url.StartsWith(server.Origin + "/", StringComparison.Ordinal);
            (here ? requests : foreign).Enqueue(route.Request.Url);
            await (here ? route.ContinueAsync() : route.AbortAsync());
        });
        await Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        await Page.GotoAsync(server.AddressOf(path), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
    }
}
