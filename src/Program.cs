using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PublicLedger;
using PublicLedger.Diagnostics;

// The verbs. Exit codes: 0 fine (warnings allowed), 1 the content has errors, 2 the command line is wrong, 3 the machine failed.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var root = new Option<string>("--root") { Description = "The folder with site.config.yml and content/.", DefaultValueFactory = _ => ".", HelpName = "DIR" };
var output = new Option<string?>("--output") { Description = "Where the site goes. Default: _site in the root.", HelpName = "DIR" };
var today = new Option<string?>("--today") { Description = "The day to build for, as 2026-03-04. Default: this day.", HelpName = "YYYY-MM-DD" };
var format = new Option<MessageFormat>("--format") { Description = "How messages are printed: text for people, json for programs, github for annotations.", HelpName = "text|json|github" };
var quiet = new Option<bool>("--quiet") { Description = "Print errors and warnings only." };
var timings = new Option<bool>("--timings") { Description = "Say how long each stage took." };
var due = new Option<int?>("--due") { Description = "Also print what is overdue and what falls due in the next N days: decisions to take and to look at again, promises, minutes, roles, meetings. 0 is today alone.", HelpName = "N" };
due.Validators.Add(r => { if (!r.Tokens.All(w => int.TryParse(w.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))) r.AddError("--due is a number of days: write --due 30."); });
var dueCalendar = new Option<string?>("--ics") { Description = "Also write what falls due into this calendar file, which most mail and calendar programs can open. Needs --due.", HelpName = "FILE" };
var port = new Option<int>("--port") { Description = "The port to serve on. Default: 8017, or the next free one.", HelpName = "N" };
var folder = new Argument<string>("DIR") { Description = "A folder." };
var kind = new Argument<string>("KIND") { Description = "decision, meeting, member, commitment, …" };
var title = new Argument<string>("TITLE") { Description = "The title, in quotes." };
var file = new Argument<string>("FILE") { Description = "One file in a git repository, for example docs/charter.md." };
var versions = new Option<string?>("--output") { Description = "The folder for the texts. Default: a folder named like the file, in the root.", HelpName = "DIR" };

var build = new Command("build", "Read the records, check them, and publish the site.") { root, output, today, format, quiet, timings };
build.SetAction(p => Run(p, r => BuildVerb.Run(r with { Timings = p.GetValue(timings) }, p.GetValue(output))));
var check = new Command("check", "Say all that build would say, and write nothing. With --due, also say what falls due in the next days.") { root, today, format, quiet, due, dueCalendar };
check.SetAction(p => Run(p, r => CheckVerb.Run(r, p.GetValue(due), p.GetValue(dueCalendar))));
var serve = new Command("serve", "Show the site on this machine, and build it again whenever a file changes.") { root, today, port };
serve.SetAction(p => Run(p, r => PreviewVerb.Run(r, p.GetValue(port))));
var verify = new Command("verify", "Check a built site as a stranger would, from its files alone.") { folder, format };
verify.SetAction(p => VerifyVerb.Run(p.GetValue(folder)!, p.GetValue(format)));
var init = new Command("init", "Make a working starting point in a folder.") { folder };
init.SetAction(p => StartVerbs.Init(p.GetValue(folder)!));
var create = new Command("new", "Make a record with the right front matter.") { kind, title, root, today };
create.SetAction(p => Run(p, r => StartVerbs.New(r, p.GetValue(kind)!, p.GetValue(title)!)));
var history = new Command("history", "Write every text that one file ever had into a folder, one file for each change, with its dates. Reads the git history; changes nothing in it. Run it again after new commits.") { file, versions, root };
history.SetAction(p => ImportVerb.History(p.GetValue(file)!, p.GetValue(versions), p.GetValue(root)!));
var import = new Command("import", "Bring records that you have elsewhere.") { history };
var commands = new RootCommand("PublicLedger publishes the public record of a coalition: what it agreed, what it decided, why, and who said what.") { build, check, serve, verify, init, create, import };

var parsed = commands.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        // What the library says of a value it cannot read names our types, which say nothing to anybody.
        var unreadable = error.SymbolResult is OptionResult { Tokens: [var word] } && error.Message.Contains("as expected type", StringComparison.Ordinal) ? word.Value : null;
        Console.Error.WriteLine(unreadable is null ? error.Message : $"\"{unreadable}\" cannot be read here. Write {((OptionResult)error.SymbolResult!).Option.Name} {((OptionResult)error.SymbolResult!).Option.HelpName}.");
    }

    Console.Error.WriteLine("Try: publicledger --help");
    return 2;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (DiskRefused refused)
{
    Console.Error.WriteLine(refused.Message);
    return 3;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or OutOfMemoryException)
{
    Console.Error.WriteLine($"The machine failed: {failure.Message}");
    return 3;
}
catch (Exception failure) when (Environment.GetEnvironmentVariable("PUBLICLEDGER_DEBUG") is null)
{
    Console.Error.WriteLine($"Something went wrong that should not have: {failure.GetBaseException().Message} Nothing was published. Please report it with the record that caused it.");
    return 3;
}

int Run(ParseResult parsed, Func<Request, int> verb)
{
    var day = DateOnly.FromDateTime(DateTime.Today); // the only look at a clock
    if (parsed.GetValue(today) is { } written && !DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
    {
        Console.Error.WriteLine($"\"{written}\" is not a day. Write --today 2026-03-04.");
        return 2;
    }

    return verb(new Request(parsed.GetValue(root)!, day, parsed.GetValue(format), parsed.GetValue(quiet)));
}
