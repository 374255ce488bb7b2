using PublicLedger.Diagnostics;

namespace PublicLedger;

/// <summary>serve: the pipeline behind the preview.</summary>
internal static class PreviewVerb
{
    /// <summary>Serves until it is stopped.</summary>
    public static int Run(Request request, int port)
    {
        if (!Disk.FolderExists(request.Root))
        {
            Console.Error.WriteLine($"There is no folder {request.Root}. Give the folder that holds site.config.yml with --root.");
            return 2;
        }

        return Serve.Run(Watched(request), port, () => Build(request), Console.Out, CancellationToken.None);
    }

    private static ServedBuild Build(Request request)
    {
        var say = new DiagnosticBag();
        var (build, _) = BuildVerb.Build(request, say, new Stages());
        return new ServedBuild(
            build.Artifacts?.ToDictionary(a => a.Path, a => a.Bytes, StringComparer.Ordinal),
            [.. say.Sorted().Where(m => m.Severity != Severity.Info).Select(m =>
                new ServedMessage(m.Severity.ToString().ToLowerInvariant(), DiagnosticPrinter.Place(m), m.Message, m.Hint, DiagnosticPrinter.Excerpt(m)))]);
    }

    /// <summary>The configuration, the sources it names, and the templates.</summary>
    private static List<string> Watched(Request request)
    {
        var say = new DiagnosticBag();
        var settings = Records.Settings.Bind(Disk.ReadConfig(request.Root), Kinds.Records, say);
        return [.. settings.Sources.Select(s => s.Path).Append(Disk.ConfigName).Append("templates").Select(p => Disk.FullPath(request.Root, p))];
    }
}
