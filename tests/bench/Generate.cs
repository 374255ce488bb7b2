// Writes the benchmark's coalition into a folder and checks it: dotnet run --project tests/bench -- NUMBER-OF-RECORDS FOLDER
using System.Globalization;
using PublicLedger.Bench;

if (args.Length != 2 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var records) || records < 8)
{
    Console.Error.WriteLine("Usage: bench NUMBER-OF-RECORDS FOLDER   (at least 8 records)");
    return 2;
}

var words = new Words();
var coalition = new Coalition(records, words);
long bytes = 0;
var files = 0;
foreach (var (path, text) in new Writing(coalition, words).Files())
{
    var target = Path.Combine(args[1], path);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    File.WriteAllText(target, text);
    bytes += new FileInfo(target).Length;
    files++;
}

var problems = Consistency.Problems(Path.Combine(args[1], "content")).Take(20).ToArray();
foreach (var problem in problems) Console.Error.WriteLine(problem);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{coalition.Decisions.Count} decisions, {coalition.Meetings.Count} meetings, {files} files, {bytes / 1e6:0.0} MB, {(problems.Length == 0 ? "consistent" : "NOT CONSISTENT")}"));
return problems.Length == 0 ? 0 : 1;
