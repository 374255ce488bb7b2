using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace PublicLedger;

/// <summary>One message as the page shows it.</summary>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Place">file:line:column, or empty.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Hint">What to write instead, or empty.</param>
/// <param name="Excerpt">The line it is about, or empty.</param>
public sealed record ServedMessage(string Severity, string Place, string Text, string Hint, string Excerpt);

/// <summary>What a build came to.</summary>
/// <param name="Site">Every file by its path, or null where the content has errors.</param>
/// <param name="Messages">What there is to tell the clerk.</param>
public sealed record ServedBuild(IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Site, IReadOnlyList<ServedMessage> Messages);

/// <summary>
/// The preview: serves the site from memory to this machine alone, builds again when a file changes, and has the
/// browser load the new page. While the content has errors the last good site stays, with the errors on top of it.
/// Nothing is written to the disk.
/// </summary>
public static class Serve
{
    /// <summary>The port where none is asked for.</summary>
    public const int DefaultPort = 8017;

    private const int PortsTried = 20;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    /// <summary>Serves until it is told to stop, by the token, by Ctrl+C or by SIGTERM.</summary>
    /// <param name="watched">Absolute paths of the files and folders whose change means a new build.</param>
    /// <param name="port">The port, or 0 for the usual one; where it is taken, the next free one.</param>
    /// <param name="build">Builds the whole site. What it throws is shown as a message.</param>
    /// <param name="log">Where the address and the outcome of each build are told.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>0 when it was told to stop; 3 when no port is free.</returns>
    public static int Run(IReadOnlyList<string> watched, int port, Func<ServedBuild> build, TextWriter log, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        var listener = Listen(port == 0 ? DefaultPort : port, out var address);
        if (listener is null)
        {
            log.WriteLine("No port is free to serve the site on. Choose another with --port.");
            return 3;
        }

        log.WriteLine($"The site is at {address} - Ctrl+C ends this.");
        var preview = new Preview();
        var accepting = Accept(listener, preview, ending.Token);
        using (var happened = new SemaphoreSlim(0))
        using (Disk.Watch(watched, () => happened.Release()))
        {
            BuildOnChange(watched, build, preview, log, happened, ending.Token);
        }

        Close(listener);
        accepting.Wait(CancellationToken.None);
        log.WriteLine("Ended.");
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ending.Cancel();
        }
    }

    private static HttpListener? Listen(int first, out string address)
    {
        for (var port = first; port < first + PortsTried && port <= 65535; port++)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Prefixes.Add($"http://localhost:{port}/");
            address = $"http://localhost:{port}/";
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException)
            {
                Close(listener);
            }
        }

        address = "";
        return null;
    }

    /// <summary>Closing looks the port up again, and fails where somebody else has taken it since; then nothing of ours is left to close.</summary>
    internal static void Close(HttpListener listener)
    {
        try
        {
            listener.Close();
        }
        catch (HttpListenerException)
        {
        }
    }

    private static async Task Accept(HttpListener listener, Preview preview, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var context = await listener.GetContextAsync().WaitAsync(stop).ConfigureAwait(false);
                _ = Task.Run(() => Responder.Answer(context, preview, stop), CancellationToken.None);
            }
            catch (Exception trouble) when (trouble is HttpListenerException or ObjectDisposedException or OperationCanceledException)
            {
                if (stop.IsCancellationRequested || !listener.IsListening) return;
            }
        }
    }

    private static void BuildOnChange(
        IReadOnlyList<string> watched, Func<ServedBuild> build, Preview preview, TextWriter log, SemaphoreSlim happened, CancellationToken stop)
    {
        try
        {
            // Looked at before each build, so that what changes during a build means another.
            for (var seen = Disk.Stamps(watched); ;)
            {
                Tell(preview.Take(TryBuild(build)), log);
                for (var same = true; same;)
                {
                    // Editors write a file in several steps, and a checkout writes many: wait until it is quiet.
                    if (happened.Wait(LookEvery, stop))
                    {
                        while (happened.Wait(Quiet, stop)) { }
                    }

                    var now = Disk.Stamps(watched);
                    same = now.Count == seen.Count && now.All(file => seen.TryGetValue(file.Key, out var before) && before == file.Value);
                    seen = now;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static ServedBuild TryBuild(Func<ServedBuild> build)
    {
        try
        {
            return build();
        }
        catch (DiskRefused refused)
        {
            return new ServedBuild(null, [new ServedMessage("error", "", refused.Message, "", "")]);
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // A mistake of the program, not of the content; the preview goes on, so that the clerk can undo what led to it.
            return new ServedBuild(null, [new ServedMessage("error", "", $"The program made a mistake: {mistake.Message}", "Undo the last change, and report this.", mistake.ToString())]);
        }
    }

    private static void Tell(ServedBuild build, TextWriter log)
    {
        foreach (var message in build.Messages)
        {
            if (message.Severity != "error") continue;
            log.WriteLine(message.Place.Length > 0 ? $"{message.Place}: {message.Text}" : message.Text);
            if (message.Hint.Length > 0) log.WriteLine($"  {message.Hint}");
        }

        log.WriteLine(build.Site is { } site
            ? string.Create(CultureInfo.InvariantCulture, $"Built {site.Count:N0} files.")
            : "There are errors; the last good site is still shown.");
        log.Flush();
    }
}
