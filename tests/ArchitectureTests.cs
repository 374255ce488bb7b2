using System.Text.RegularExpressions;
using Xunit;

namespace PublicLedger.Tests;

/// <summary>
/// The rules by which the source is laid out, read from the text of the source itself. A rule that is broken names the
/// file and the line, so that nobody has to know the rules by heart.
/// </summary>
public sealed partial class ArchitectureTests
{
    /// <summary>What each folder may import; the root may import all, and nothing imports the root.</summary>
    private static readonly Dictionary<string, string[]> MayImport = new(StringComparer.Ordinal)
    {
        ["Sources"] = [],
        ["Diagnostics"] = ["Sources"],
        ["Documents"] = ["Sources", "Diagnostics"],
        ["Records"] = ["Sources", "Diagnostics", "Documents"],
        ["Findings"] = ["Sources", "Diagnostics", "Documents", "Records"],
        ["Outputs"] = ["Sources", "Diagnostics", "Documents", "Records", "Findings", "Ledger"],
        ["Ledger"] = [],
        ["Checks"] = ["Sources", "Diagnostics", "Ledger"],
    };

    /// <summary>Where each package is at home: the only paths that may name it.</summary>
    private static readonly (string Package, string[] Homes)[] Packages =
    [
        ("YamlDotNet", ["Documents/"]),
        ("Markdig", ["Documents/"]),
        ("HandlebarsDotNet", ["Outputs/Templates.cs"]),
        ("AngleSharp", ["Documents/Sanitiser.cs", "Documents/TextBlocks.cs", "Checks/"]),
        ("DiffPlex", ["Findings/Agreements/"]),
    ];

    private static readonly IReadOnlyList<CodeFile> Files = ReadAll();

    [Fact]
    public void ThereIsSomethingToRead() => Assert.Contains(Files, file => file.Path == "Program.cs");

    [Fact]
    public void ImportsPointLeft() => Holds(
        from file in Files
        where file.Folder.Length > 0
        from Match name in OwnName().Matches(file.Code)
        let imported = name.Groups["folder"].Value
        where imported != file.Folder && !MayImport.GetValueOrDefault(file.Folder, []).Contains(imported)
        select file.Says(name.Index, $"{file.Folder} may not import {(imported.Length > 0 ? imported : "the root")}"));

    [Fact]
    public void EveryFolderIsInTheDrawing() => Holds(
        from file in Files
        where file.Folder.Length > 0 && !MayImport.ContainsKey(file.Folder)
        select file.Says(0, $"{file.Folder} is not one of the folders of the architecture"));

    [Fact]
    public void APackageHasOneHome() => Holds(
        from file in Files
        from package in Packages
        where !package.Homes.Any(home => file.Path.StartsWith(home, StringComparison.Ordinal))
        from Match name in Regex.Matches(file.Code, $@"\b{package.Package}\b")
        select file.Says(name.Index, $"{package.Package} is at home in {string.Join(" and ", package.Homes)}"));

    [Fact]
    public void FilesAreTouchedInDiskOnly() => Holds(Uses(DiskName(), file => !file.IsInRoot("Disk"), "only src/Disk*.cs may touch files"));

    [Fact]
    public void TheClockIsInProgramOnly() => Holds(Uses(ClockName(), file => file.Path != "Program.cs", "only src/Program.cs may look at the clock"));

    [Fact]
    public void ProcessesAndTheNetworkAreInTheRootOnly() => Holds(Uses(PowerName(), file => file.Folder.Length > 0, "only files in src/ itself may start processes or use the network"));

    [Fact]
    public void WhatCrossesAStageCannotChange() => Holds(
        from file in Files
        where MayImport.ContainsKey(file.Folder)
        from Match setter in PublicSetter().Matches(file.Code)
        select file.Says(setter.Index, "what crosses a stage is an immutable record: no public set"));

    [Fact]
    public void FilesAreShort() => Holds(
        from file in Files
        let lines = file.Code.AsSpan().Count('\n')
        where lines > 350
        select file.Says(0, $"{lines} lines; 350 are the most"));

    [Fact]
    public void FunctionsAreShort() => Holds(
        from file in Files
        from function in file.Functions()
        where function.Lines > 60
        select file.Says(function.At, $"{function.Lines} lines in one function; 60 are the most"));

    [Fact]
    public void TemplatesEscapeEverything()
    {
        var folder = Path.Combine(Shared.Root, "templates");
        if (!Directory.Exists(folder)) return;
        Holds(
            from path in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            where File.ReadAllText(path).Contains("{{{", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Shared.Root, path)}: three braces put text into a page without escaping it");
    }

    /// <summary>The rules themselves must bite: each is tried on a line that breaks it.</summary>
    [Theory]
    [InlineData("Documents/A.cs", "using PublicLedger.Records;")]
    [InlineData("Checks/A.cs", "PublicLedger.Outputs.Artifact a;")]
    [InlineData("Ledger/A.cs", "using PublicLedger.Sources;")]
    [InlineData("Records/A.cs", "Markdig.Markdown.Parse(\"\");")]
    [InlineData("Documents/A.cs", "using AngleSharp;")]
    [InlineData("Outputs/A.cs", "File.WriteAllText(\"a\", \"b\");")]
    [InlineData("Pipeline.cs", "Directory.Delete(\"a\");")]
    [InlineData("Outputs/A.cs", "Path.GetFullPath(\"a\");")]
    [InlineData("Findings/A.cs", "var today = DateTime.UtcNow;")]
    [InlineData("Findings/A.cs", "using System.Net.Sockets;")]
    [InlineData("Findings/A.cs", "Process.Start(\"a\");")]
    [InlineData("Records/A.cs", "public string A { get; set; }")]
    public void ABrokenRuleIsFound(string path, string line)
    {
        var file = new CodeFile(path, line);
        var owner = OwnName().Match(file.Code);
        var broken = (owner.Success && !MayImport[file.Folder].Contains(owner.Groups["folder"].Value))
            || Packages.Any(package => file.Code.Contains(package.Package, StringComparison.Ordinal) && !package.Homes.Any(home => path.StartsWith(home, StringComparison.Ordinal)))
            || DiskName().IsMatch(file.Code) || ClockName().IsMatch(file.Code) || PowerName().IsMatch(file.Code) || PublicSetter().IsMatch(file.Code);
        Assert.True(broken);
    }

    [Fact]
    public void AFunctionIsMeasuredFromItsNameToItsLastBrace()
    {
        var file = new CodeFile("A.cs", "class A\n{\n    void B()\n    {\n        if (c)\n        {\n            d = \"{\";\n        }\n    }\n\n    int E => 1;\n}\n");
        Assert.Equal([(10, 7)], file.Functions());
    }

    private static void Holds(IEnumerable<string> broken)
    {
        var said = string.Join('\n', broken);
        Assert.True(said.Length == 0, said);
    }

    private static IEnumerable<string> Uses(Regex name, Func<CodeFile, bool> forbidden, string rule) =>
        from file in Files
        where forbidden(file)
        from Match found in name.Matches(file.Code)
        select file.Says(found.Index, rule);

    private static List<CodeFile> ReadAll()
    {
        var root = Path.Combine(Shared.Root, "src");
        List<CodeFile> files = [];
        foreach (var path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var inner = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (!inner.StartsWith("obj/", StringComparison.Ordinal) && !inner.StartsWith("bin/", StringComparison.Ordinal)) files.Add(new CodeFile(inner, File.ReadAllText(path)));
        }

        return files;
    }

    /// <summary>A namespace of ours, in a using directive or before a name; the group is empty for the root's own.</summary>
    [GeneratedRegex(@"(?<!namespace )\bPublicLedger\b(\.(?<folder>[A-Z]\w*))?(?![""\w])")]
    private static partial Regex OwnName();

    [GeneratedRegex(@"\b(File|Directory)\.(Append|Copy|Create|Delete|Enumerate|Exists|Get|Move|Open|Read|Replace|Resolve|Set|Write)\w*|\b(FileInfo|DirectoryInfo|FileStream|FileSystemWatcher|DriveInfo)\b|\bPath\.(GetFullPath|GetTempPath|GetTempFileName|GetRandomFileName|Exists)\b|\bRandomAccess\.")]
    private static partial Regex DiskName();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bTimeProvider\.System\b")]
    private static partial Regex ClockName();

    [GeneratedRegex(@"\bSystem\.Diagnostics\.Process\b|\bProcess\.Start\b|\bSystem\.Net(?!;|\.WebUtility)\b|\b(HttpClient|HttpListener|TcpListener|TcpClient|Socket)\b")]
    private static partial Regex PowerName();

    [GeneratedRegex(@"public [^;{(]*\{\s*get;\s*set;")]
    private static partial Regex PublicSetter();
}
