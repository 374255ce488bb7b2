using System.Runtime.CompilerServices;
using PublicLedger.Checks;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>Material beside the repository, in ../shared: absent on most machines, required where CI is set.</summary>
internal static class Shared
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), ".."));

    /// <summary>Whether a machine runs these tests, for which a missing tool or folder is a failure.</summary>
    public static bool MustRun => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>A folder of the shared material. Skips the test where there is none, and fails it where CI is set.</summary>
    public static string Folder(string path)
    {
        var shared = Environment.GetEnvironmentVariable("PUBLICLEDGER_SHARED") ?? Path.Combine(Root, "..", "shared");
        var folder = Path.GetFullPath(Path.Combine(shared, path));
        Require(Directory.Exists(folder), $"There is no ../shared/{path} beside the repository.");
        return folder;
    }

    /// <summary>Skips the test with a sentence where something is missing, and fails it where CI is set.</summary>
    public static void Require(bool there, string sentence)
    {
        if (there) return;
        Assert.False(MustRun, sentence);
        Assert.Skip(sentence);
    }

    /// <summary>A folder on disk as a published site.</summary>
    public static Published Site(string folder) =>
        new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file),
            StringComparer.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
