using PublicLedger.Checks;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Findings.Agreements;
using PublicLedger.Outputs;
using PublicLedger.Records;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>The demonstration coalition, built once for all tests that look at its site.</summary>
internal static class Demonstration
{
    /// <summary>The day it is built for.</summary>
    public static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly Lazy<Published> Built = new(() => Build(Shared.Root));

    /// <summary>Its site.</summary>
    public static Published Site => Built.Value;

    /// <summary>Its agreement in all its texts, with what made them.</summary>
    public static Consolidation Agreement()
    {
        var say = new DiagnosticBag();
        var config = Disk.ReadConfig(Shared.Root);
        var settings = Settings.Bind(config, Kinds.Records, say);
        var sources = Disk.Read(Shared.Root, settings.Sources, config, Day, settings.Limits);
        var corpus = Binder.Bind(Parser.Parse(sources.Content, say), sources.Histories, Kinds.Records, Day, say);
        var consolidation = Consolidation.Of(corpus, Day, say);
        Assert.False(say.HasErrors, DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
        return consolidation;
    }

    /// <summary>Builds the site of a root in memory, for its own day or another.</summary>
    public static Published Build(string root, DateOnly? day = null)
    {
        var say = new DiagnosticBag();
        var config = Disk.ReadConfig(root);
        var settings = Settings.Bind(config, Kinds.Records, say);
        var sources = Disk.Read(root, settings.Sources, config, day ?? Day, settings.Limits);
        var build = Pipeline.Run(sources, settings, BuiltIn.Templates, say, new Stages());
        Assert.False(say.HasErrors, DiagnosticPrinter.Print(say.Sorted(), MessageFormat.Text));
        return new Published(build.Artifacts!.ToDictionary(a => a.Path, a => a.Bytes, StringComparer.Ordinal));
    }
}
