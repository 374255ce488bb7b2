using System.Globalization;

namespace PublicLedger;

/// <summary>What is being shown: the last good site, what the last build said, and who waits for the next.</summary>
internal sealed class Preview
{
    // Another run of the program is another session, so that a page left open notices it.
    private readonly string session = Guid.NewGuid().ToString("N")[..8];
    private readonly Lock exchange = new();
    private volatile Shown current;
    private TaskCompletionSource next = NewSource();

    public Preview() => current = new Shown(session + "-0", session + "-0", null, []);

    /// <summary>What is shown at this moment.</summary>
    public Shown Current => current;

    /// <summary>Takes in a build. Where its site has the same bytes as before, pages need not be loaded again.</summary>
    public ServedBuild Take(ServedBuild build)
    {
        lock (exchange)
        {
            var number = long.Parse(current.Version.AsSpan(session.Length + 1), CultureInfo.InvariantCulture) + 1;
            var version = string.Create(CultureInfo.InvariantCulture, $"{session}-{number}");
            current = build.Site is null ? current with { Version = version, Errors = build.Messages }
                : current.Site is { } before && IsSame(before, build.Site) ? current with { Version = version, Errors = [] }
                : new Shown(version, version, build.Site, []);
            var told = next;
            next = NewSource();
            told.SetResult();
        }

        return build;
    }

    /// <summary>Waits for something other than a version the caller knows, but not for ever.</summary>
    public async Task<Shown> After(string version, TimeSpan atMost, CancellationToken stop)
    {
        Task told;
        lock (exchange)
        {
            if (current.Version != version) return current;
            told = next.Task;
        }

        try
        {
            await told.WaitAsync(atMost, stop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
        }

        return current;
    }

    private static bool IsSame(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> left, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> right) =>
        left.Count == right.Count && left.All(file => right.TryGetValue(file.Key, out var bytes) && bytes.Span.SequenceEqual(file.Value.Span));

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="Version">Changes with every build.</param>
    /// <param name="SiteVersion">Changes when the site's bytes do.</param>
    /// <param name="Site">The last good site; null before the first.</param>
    /// <param name="Errors">Why there is no newer one; empty where the last build was good.</param>
    internal sealed record Shown(string Version, string SiteVersion, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Site, IReadOnlyList<ServedMessage> Errors)
    {
        public bool IsBeforeFirstBuild => Site is null && Version == SiteVersion;
    }
}
