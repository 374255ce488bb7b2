using PublicLedger.Checks;
using PublicLedger.Diagnostics;

namespace PublicLedger;

/// <summary>verify: checks a built site from its files alone.</summary>
internal static class VerifyVerb
{
    /// <summary>0 when nothing is wrong, 1 when something is, 2 when there is no such folder.</summary>
    public static int Run(string folder, MessageFormat format)
    {
        if (!Disk.FolderExists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}. Give the folder of a built site, for example _site.");
            return 2;
        }

        var say = new DiagnosticBag();
        var site = Disk.OpenPublished(folder);
        Verifier.Full(site, say);
        var messages = say.Sorted();
        (format == MessageFormat.Text ? Console.Error : Console.Out).Write(DiagnosticPrinter.Print(messages, format));
        if (format == MessageFormat.Text) Console.WriteLine($"Checked {folder}: {DiagnosticPrinter.Summary(messages)}.");
        return say.HasErrors ? 1 : 0;
    }
}
