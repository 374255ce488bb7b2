using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;
using PublicLedger.Checks;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>One page of each type, as a reader has it: in light and dark, on a phone, without scripts; it asks little, and nobody else.</summary>
[Collection(nameof(InABrowser))]
public sealed class BrowserTests(Browser browser)
{
    /// <summary>The site under test.</summary>
    private static Published Site() => Demonstration.Site;

    [Theory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, false)]
    [InlineData(ColorScheme.Light, true)]
    public Task EveryReaderCanUseEveryTypeOfPage(ColorScheme colors, bool narrow) => OnEachTypeAsync(async (site, page) =>
    {
        await using var visit = await browser.OpenAsync(site, page.Path, narrow ? Browser.Narrow : Browser.Wide, colors);
        // What the page itself asks for and complains of comes first: the tools of the test would add to it.
        List<string> said = [.. visit.Foreign.Select(address => $"asks {address}"), .. visit.Errors];
        if (visit.Requests.Count > 4) said.Add($"{visit.Requests.Count} requests");
        var overflow = narrow ? await visit.OverflowAsync() : 0;
        said.AddRange(await Browser.AxeAsync(visit.Page));
        if (!narrow) return said;
        await visit.SpaceTextAsync();
        var spaced = await visit.OverflowAsync();
        if (overflow + spaced > 0) said.Add($"{overflow} pixels too wide, {spaced} with wide text");
        return said;
    });

    [Fact]
    public Task TheTextIsCompleteWithoutScripts() => OnEachTypeAsync(async (site, page) =>
    {
        if (page.Type == "search") return [];
        await using var with = await browser.OpenAsync(site, page.Path);
        await using var without = await browser.OpenAsync(site, page.Path, javaScript: false);
        var expected = await with.Page.InnerTextAsync("body");
        Assert.NotEmpty(expected);
        return expected == await without.Page.InnerTextAsync("body") ? [] : ["the text differs"];
    });

    /// <summary>The harness itself must notice: a page that breaks every rule is found out.</summary>
    [Fact]
    public async Task ABadPageIsFoundOut()
    {
        const string Bad = """
            <!DOCTYPE html><html><head><title>Bad</title><script>1</script></head>
            <body><p>wide</p><div><input></div><img src="none.png"></body></html>
            """;
        var site = new Published(new Dictionary<string, ReadOnlyMemory<byte>> { ["index.html"] = Encoding.UTF8.GetBytes(Bad) });
        await using var visit = await browser.OpenAsync(site, "index.html", Browser.Narrow);
        await visit.Page.EvaluateAsync("document.querySelector('p').style.width = '900px'");
        Assert.NotEmpty(await Browser.AxeAsync(visit.Page));
        Assert.True(await visit.OverflowAsync() > 0);
        Assert.Contains(visit.Errors, error => error.Contains("policy: script-src", StringComparison.Ordinal));
        Assert.Contains(visit.Errors, error => error.Contains("none.png: 404", StringComparison.Ordinal));
        await Assert.ThrowsAsync<PlaywrightException>(() => visit.Page.GotoAsync("https://host.example/"));
        Assert.Equal(["https://host.example/"], visit.Foreign);
    }

    private static async Task OnEachTypeAsync(Func<Published, Page, Task<IReadOnlyList<string>>> find)
    {
        var site = Site();
        var pages = Reading.Scan(site).Pages.DistinctBy(page => page.Type).ToList();
        Assert.NotEmpty(pages);
        var said = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (page, _) =>
        {
            foreach (var one in await find(site, page)) said.Add($"{page.Path}: {one}");
        });
        Assert.True(said.IsEmpty, string.Join('\n', said.Order(StringComparer.Ordinal)));
    }
}
