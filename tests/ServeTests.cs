using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace PublicLedger.Tests;

public sealed class ServeTests : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("publicledger-");
    private readonly CancellationTokenSource stop = new();
    private readonly LineWriter log = new();
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private int builds;
    private Task<int> serving = Task.FromResult(0);

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(Source, "first");
        serving = Task.Factory.StartNew(() => Serve.Run([folder.FullName], 18017, Build, log, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var line = await log.Next("The site is at ");
        client.BaseAddress = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Assert.Equal(0, await serving.WaitAsync(TimeSpan.FromSeconds(10)));
        client.Dispose();
        stop.Dispose();
        folder.Delete(recursive: true);
    }

    private string Source => Path.Combine(folder.FullName, "a.md");

    [Fact]
    public async Task Pages_are_served_with_the_script_that_loads_them_again()
    {
        var page = await client.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains("<p>first</p>", html, StringComparison.Ordinal);
        Assert.Matches("<script src=\"/-/reload.js\" data-site=\"[0-9a-f]+-1\" defer></script></head>", html);
        Assert.Contains(WebUtility.HtmlEncode("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"), html, StringComparison.Ordinal);
        Assert.Contains("textContent", await client.GetStringAsync("/-/reload.js"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/style.css", 200, "text/css; charset=utf-8")]
    [InlineData("/d%C3%A9cisions/no%201.json?x=y", 200, "application/json")]
    [InlineData("/checkpoint", 200, "text/plain; charset=utf-8")]
    [InlineData("/sub/", 200, "text/html; charset=utf-8")]
    [InlineData("/sub", 302, "text/plain; charset=utf-8")]
    [InlineData("/nothing", 404, "text/html; charset=utf-8")]
    [InlineData("/%2e%2e/a.md", 404, "text/html; charset=utf-8")]
    [InlineData("/a.md", 404, "text/html; charset=utf-8")]
    public async Task Each_path_has_its_answer(string path, int status, string type)
    {
        var reply = await client.GetAsync(path);
        Assert.Equal((status, type), ((int)reply.StatusCode, reply.Content.Headers.ContentType!.ToString()));
        if (status == 302) Assert.Equal("/sub/", reply.Headers.Location!.ToString());
        if (status == 404) Assert.Contains("lost", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unchanged_files_are_not_sent_twice_and_HEAD_sends_no_body()
    {
        var first = await client.GetAsync("/style.css");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/style.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/style.css");
        var reply = await client.SendAsync(head);
        Assert.Equal((HttpStatusCode.OK, 2L, 0), (reply.StatusCode, reply.Content.Headers.ContentLength, (await reply.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PostAsync("/", null)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task Other_host_names_get_nothing(string host)
    {
        foreach (var path in new[] { "/", "/-/changes" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            var reply = await client.SendAsync(request);
            Assert.False(reply.IsSuccessStatusCode);
            Assert.DoesNotContain("first", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.False(Responder.IsOurHost(host + ":80", 80));
    }

    [Fact]
    public async Task The_other_name_of_this_machine_works_too() =>
        Assert.Contains("first", await client.GetStringAsync($"http://127.0.0.1:{client.BaseAddress!.Port}/"), StringComparison.Ordinal);

    [Fact]
    public async Task A_change_is_built_and_told_to_the_page_that_waits()
    {
        var before = await Changes("");
        var waiting = Changes(before.Version);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        File.WriteAllText(Source, "second");
        var after = await waiting;
        Assert.NotEqual(before.Site, after.Site);
        Assert.Contains("<p>second</p>", await client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_leave_the_last_good_site_and_go_when_they_are_corrected()
    {
        var good = await Changes("");
        File.WriteAllText(Source, "error <b>");
        var bad = await Changes(good.Version);
        Assert.Equal((good.Site, "a.md:1:1 error <b>"), (bad.Site, Assert.Single(bad.Errors)));
        Assert.Contains("<p>first</p>", await client.GetStringAsync("/"), StringComparison.Ordinal);
        await log.Next("There are errors");

        File.WriteAllText(Source, "throw");
        var thrown = await Changes(bad.Version);
        Assert.Contains("The program made a mistake: thrown", Assert.Single(thrown.Errors), StringComparison.Ordinal);

        // The same bytes as before the errors: the messages go, and no page needs to be loaded again.
        File.WriteAllText(Source, "first");
        var corrected = await Changes(thrown.Version);
        Assert.Equal(good.Site, corrected.Site);
        Assert.Empty(corrected.Errors);
    }

    [Fact]
    public async Task Files_that_are_not_read_start_no_build()
    {
        await Changes("");
        var count = builds;
        File.WriteAllText(Path.Combine(folder.FullName, ".a.md.swp"), "x");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "node_modules"));
        File.WriteAllText(Path.Combine(folder.FullName, "node_modules/x"), "x");
        await Task.Delay(500);
        Assert.Equal(count, builds);
    }

    [Fact]
    public async Task A_second_preview_takes_the_next_port()
    {
        using var ending = new CancellationTokenSource();
        var second = new LineWriter();
        var running = Task.Run(() => Serve.Run([], client.BaseAddress!.Port, () => new ServedBuild(null, [new ServedMessage("error", "x.md:1:1", "a <i> problem", "do this", "the line")]), second, ending.Token));
        var line = await second.Next("The site is at ");
        var address = line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal));
        Assert.NotEqual(client.BaseAddress!.ToString(), address);

        // There is no good site yet, so the page is the messages alone.
        var reply = await client.GetAsync(address + "anything");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        var html = await reply.Content.ReadAsStringAsync();
        Assert.Contains("<code>x.md:1:1</code> <strong>error:</strong> a &lt;i&gt; problem", html, StringComparison.Ordinal);
        Assert.Contains("<pre>the line</pre><p>do this</p>", html, StringComparison.Ordinal);
        await ending.CancelAsync();
        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("script-src 'none'; connect-src https://x.example", "script-src 'self'; connect-src https://x.example 'self'")]
    [InlineData("default-src 'self'", "default-src 'self'; script-src 'self'; connect-src 'self'")]
    [InlineData("img-src 'self'", "img-src 'self'")]
    [InlineData("script-src 'self' 'sha256-abc'", "script-src 'self' 'sha256-abc'")]
    public void A_policy_is_widened_by_no_more_than_the_page_itself(string policy, string widened) => Assert.Equal(widened, ServedHtml.Allow(policy));

    private async Task<(string Version, string Site, string[] Errors)> Changes(string since)
    {
        // Before the first build the answer is at once; wait for that build.
        using var news = JsonDocument.Parse(await client.GetStringAsync($"/-/changes?since={since}"));
        var version = news.RootElement.GetProperty("version").GetString()!;
        if (version.EndsWith("-0", StringComparison.Ordinal)) return await Changes(version);
        var errors = news.RootElement.GetProperty("errors").EnumerateArray().Select(one => $"{one.GetProperty("place").GetString()} {one.GetProperty("text").GetString()}");
        return (version, news.RootElement.GetProperty("site").GetString()!, [.. errors]);
    }

    private ServedBuild Build()
    {
        Interlocked.Increment(ref builds);
        var text = File.ReadAllText(Source);
        if (text == "throw") throw new InvalidOperationException("thrown");
        if (text.StartsWith("error", StringComparison.Ordinal)) return new ServedBuild(null, [new ServedMessage("error", "a.md:1:1", text, "Write something else.", text)]);
        static ReadOnlyMemory<byte> Html(string body) =>
            Encoding.UTF8.GetBytes($"<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><title>t</title></head><body>{body}</body></html>");
        return new ServedBuild(
            new Dictionary<string, ReadOnlyMemory<byte>>
            {
                ["index.html"] = Html($"<p>{text}</p>"),
                ["404.html"] = Html("lost"),
                ["sub/index.html"] = Html("sub"),
                ["style.css"] = "a{"u8.ToArray(),
                ["décisions/no 1.json"] = "{}"u8.ToArray(),
                ["checkpoint"] = "ledger\n"u8.ToArray(),
            },
            []);
    }

    private sealed class LineWriter : StringWriter
    {
        private readonly BlockingCollection<string> lines = [];

        public override void WriteLine(string? value) => lines.Add(value ?? "");

        public Task<string> Next(string start) => Task.Run(() =>
        {
            while (lines.TryTake(out var line, TimeSpan.FromSeconds(10)))
            {
                if (line.StartsWith(start, StringComparison.Ordinal)) return line;
            }

            throw new TimeoutException($"Nothing was said that begins \"{start}\".");
        });
    }
}
