using System.Text;
using System.Text.Json;
using PublicLedger.Diagnostics;
using PublicLedger.Outputs;

namespace PublicLedger;

/// <summary>check: says all that build would say, and what falls due where that is asked for. Writes nothing but a calendar that is asked for.</summary>
internal static class CheckVerb
{
    private const long LargestCalendar = 16 << 20;

    /// <summary>0 when nothing is wrong, however much is due; 1 when the content has errors; 2 when the command line is wrong.</summary>
    /// <param name="request">What the command line asks for.</param>
    /// <param name="due">For how many days to say what falls due; null not to.</param>
    /// <param name="calendar">The file to write that into, or null.</param>
    public static int Run(Request request, int? due, string? calendar)
    {
        if (!Disk.FolderExists(request.Root)) return BuildVerb.NoRoot(request.Root);
        if (calendar is not null && due is null)
        {
            Console.Error.WriteLine("--ics needs a number of days as well: write --due 30.");
            return 2;
        }

        var say = new DiagnosticBag();
        var (build, _) = BuildVerb.Build(request, say, new Stages());
        var reminders = due is { } days && build.Site is { } site ? Reminders.Of(site, days) : null;
        if (request.Format == MessageFormat.Json && due is not null) Console.Out.Write(Json(request, say, reminders));
        else Print(request, say, due is null ? null : reminders is null ? "What falls due can be said once there are no errors.\n" : ReminderText.Of(reminders));
        if (calendar is not null && reminders is not null) Write(calendar, reminders.Calendar(build.Site!));
        return say.HasErrors ? 1 : 0;
    }

    private static void Print(Request request, DiagnosticBag say, string? due)
    {
        BuildVerb.Print(request, say, int.MaxValue);
        var summary = !request.Quiet && request.Format == MessageFormat.Text;
        if (summary) Console.WriteLine($"Checked: {DiagnosticPrinter.Summary(say.Sorted())}.");
        if (due is not null) Console.Write(summary ? "\n" + due : due);
    }

    /// <summary>The messages and what falls due as one object; null for what falls due where errors keep it from being known.</summary>
    internal static string Json(Request request, DiagnosticBag say, Reminders? reminders) => DiagnosticPrinter.Json(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("diagnostics");
        DiagnosticPrinter.Write(json, BuildVerb.Said(request, say));
        json.WritePropertyName("due");
        JsonSerializer.Serialize(json, reminders, Renderer.Json);
        json.WriteEndObject();
    });

    /// <summary>Where nothing is due any more, the calendar that said otherwise is taken away. A file that is no calendar of ours is left alone.</summary>
    private static void Write(string path, string? text)
    {
        if (Disk.FileExists(path) && !(Disk.ReadWhole(path, LargestCalendar) is { } old && Encoding.UTF8.GetString(old).Contains(Calendar.Maker, StringComparison.Ordinal)))
            throw new DiskRefused($"{path} is there already and is not a calendar that this program made. Give another name after --ics.");
        if (text is not null) Disk.Update(path, Encoding.UTF8.GetBytes(text));
        else Disk.TakeAway(path);
    }
}
