using System.Collections.Immutable;
using System.Globalization;
using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;
using PublicLedger.Records;

namespace PublicLedger;

/// <summary>What the command line asks for.</summary>
/// <param name="Root">The folder with the configuration.</param>
/// <param name="Today">The day of the build.</param>
/// <param name="Format">How messages are printed.</param>
/// <param name="Quiet">Whether only errors and warnings are printed.</param>
internal sealed record Request(string Root, DateOnly Today, MessageFormat Format, bool Quiet)
{
    /// <summary>Whether the time of each stage is printed.</summary>
    public bool Timings { get; init; }
}

/// <summary>build: read, run the pipeline, print, and stage → verify → publish.</summary>
internal static class BuildVerb
{
    private const int MostOfOneCode = 5;

    /// <summary>Builds and publishes.</summary>
    public static int Run(Request request, string? output)
    {
        if (!Disk.FolderExists(request.Root)) return NoRoot(request.Root);
        var say = new DiagnosticBag();
        using var progress = Progress.Of(request);
        var stages = new Stages(progress.Say);
        var (build, settings) = Build(request, say, stages);
        var place = output ?? Path.Combine(request.Root, "_site");
        if (build.Make is { } make)
        {
            using var staged = stages.TimeAfterClearing("outputs", () => Disk.Stage(place, make, request.Root, settings.Sources));
            stages.TimeAfterClearing("verify", () => Verify(Disk.OpenPublished(staged.Folder), say));
            if (say.HasErrors)
            {
                progress.Dispose();
                Print(request, say, MostOfOneCode);
                Console.Error.WriteLine("The site that was made is not fit to be published; what was there stays as it is. Please report this with the record that caused it.");
                return 3;
            }

            var report = stages.Time("publish", staged.Publish);
            progress.Dispose();
            Print(request, say, MostOfOneCode);
            if (!request.Quiet && request.Format == MessageFormat.Text) Announce(build, report, place, say);
            PrintTimings(request, stages);
            return 0;
        }

        progress.Dispose();
        Print(request, say, MostOfOneCode);
        Console.Error.WriteLine($"{DiagnosticPrinter.Summary(say.Sorted())}. Nothing was published; what was there stays as it is.");
        return 1;
    }

    /// <summary>Reads a root and runs the pipeline on it.</summary>
    public static (Build Build, Settings Settings) Build(Request request, DiagnosticBag say, Stages stages)
    {
        var config = Disk.ReadConfig(request.Root);
        var settings = Settings.Bind(config, Kinds.Records, say);
        if (say.HasErrors) return (PublicLedger.Build.Refused, settings);
        var sources = stages.Time("sources", () => Disk.Read(request.Root, settings.Sources, config, request.Today, settings.Limits));
        return (Pipeline.Run(sources, settings, BuiltIn.Templates, say, stages), settings);
    }

    private static bool Verify(Published site, DiagnosticBag say)
    {
        Verifier.Quick(site, say);
        return !say.HasErrors;
    }

    /// <summary>What was said, as far as it is asked for.</summary>
    internal static ImmutableArray<Diagnostic> Said(Request request, DiagnosticBag say)
    {
        var messages = say.Sorted();
        return request.Quiet ? messages.RemoveAll(m => m.Severity == Severity.Info) : messages;
    }

    /// <summary>Prints it: for people where errors go, for programs where results go.</summary>
    internal static void Print(Request request, DiagnosticBag say, int mostOfOneCode)
    {
        var text = DiagnosticPrinter.Print(Said(request, say), request.Format, mostOfOneCode);
        (request.Format == MessageFormat.Text ? Console.Error : Console.Out).Write(text);
    }

    private static void Announce(Build build, PublishReport report, string place, DiagnosticBag say)
    {
        var counts = build.Counts.Where(c => c.Count > 0)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count:N0} {(c.Count == 1 ? c.Kind.Label : c.Kind.Labels).ToLowerInvariant()}"));
        Console.WriteLine($"Read {string.Join(", ", counts)} ({DiagnosticPrinter.Summary(say.Sorted())}).");
        Console.WriteLine(report.Written + report.Removed == 0
            ? string.Create(CultureInfo.InvariantCulture, $"The site in {place} is up to date ({report.Unchanged:N0} files).")
            : string.Create(CultureInfo.InvariantCulture, $"Published {report.Written + report.Unchanged:N0} files in {place}: {report.Written:N0} new or changed, {report.Removed:N0} removed."));
        Console.WriteLine($"Look at it: open {Path.Combine(place, "index.html")} in a browser, or run `publicledger serve`.");
    }

    private static void PrintTimings(Request request, Stages stages)
    {
        if (!request.Timings) return;
        foreach (var (name, wall, cpu) in stages.Times)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} {wall.TotalMilliseconds,8:0} ms wall {cpu.TotalMilliseconds,8:0} ms cpu"));
    }

    /// <summary>Says that there is no such folder.</summary>
    internal static int NoRoot(string root)
    {
        Console.Error.WriteLine($"There is no folder {root}. Give the folder that holds site.config.yml with --root.");
        return 2;
    }
}
