// Writes the benchmark's coalition into a folder and checks it: dotnet run --project tests/bench -- NUMBER-OF-RECORDS FOLDER
// Or many members: dotnet run --project tests/bench -- --votes DECISIONS MEMBERS FOLDER
// Or an agreement that changes often: dotnet run --project tests/bench -- --timeline VERSIONS CLAUSES FOLDER
using System.Globalization;
using PublicLedger.Bench;

if (args is ["--timeline", var versions, var clauses, var folder])
{
    var amended = new Amendments(int.Parse(versions, CultureInfo.InvariantCulture), int.Parse(clauses, CultureInfo.InvariantCulture), new Words());
    var (written, size) = Write(amended.Files(), folder);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an agreement of {clauses} clauses, {versions} amendments, {written} files, {size / 1e6:0.0} MB"));
    return 0;
}

var words = new Words();
if (Read(args, words) is not { } coalition)
{
    Console.Error.WriteLine("Usage: bench NUMBER-OF-RECORDS FOLDER   (at least 8 records)\n       bench --votes DECISIONS MEMBERS FOLDER   (10 to 110 members)");
    return 2;
}

var (files, bytes) = Write(new Writing(coalition, words).Files(), args[^1]);
var problems = Consistency.Problems(Path.Combine(args[^1], "content")).Take(20).ToArray();
foreach (var problem in problems) Console.Error.WriteLine(problem);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{coalition.Members.Length} members, {coalition.Decisions.Count} decisions, {coalition.Meetings.Count} meetings, {files} files, {bytes / 1e6:0.0} MB, {(problems.Length == 0 ? "consistent" : "NOT CONSISTENT")}"));
return problems.Length == 0 ? 0 : 1;

static Coalition? Read(string[] args, Words words) => args switch
{
    [var records, _] when Number(records) is { } all and >= 8 => new Coalition(all, words),
    ["--votes", var decisions, var members, _] when Number(decisions) is { } count and >= 7 && Number(members) is { } voters and >= 10 and <= 110 =>
        new Coalition(count, count / 7, voters, words),
    _ => null,
};

static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

static (int Files, long Bytes) Write(IEnumerable<(string Path, string Text)> files, string folder)
{
    long bytes = 0;
    var count = 0;
    foreach (var (path, text) in files)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
        bytes += new FileInfo(target).Length;
        count++;
    }

    return (count, bytes);
}
