using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PublicLedger.Sources;

namespace PublicLedger.Diagnostics;

/// <summary>
/// Collects messages, one method a sentence, so that call sites never write prose and each sentence has one home.
/// The other parts of this class hold the sentences, by the stage that says them. Safe to use from several threads.
/// </summary>
public sealed partial class DiagnosticBag
{
    private readonly ConcurrentQueue<Diagnostic> messages = new();
    private readonly ConcurrentDictionary<string, bool> unspoken = new(StringComparer.Ordinal);
    private volatile bool hasErrors;

    /// <summary>Whether anything was said that forbids publishing.</summary>
    public bool HasErrors => hasErrors;

    /// <summary>Everything said so far, sorted by path and place, so that parallel runs print the same.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
        [.. messages.Distinct().Where(d => d.IsAboutEmbargo || !unspoken.ContainsKey(d.At.Source.Path))
            .OrderBy(d => d.At.Source.Path, StringComparer.Ordinal)
            .ThenBy(d => d.At.Start)
            .ThenBy(d => d.Severity)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)];

    private void Error(Location at, string message, string hint = "", Location? other = null, [CallerMemberName] string name = "") =>
        Add(new Diagnostic(Severity.Error, Spelling.Kebab(name), at, message, hint) { Other = other });

    private void Warning(Location at, string message, string hint = "", Location? other = null, [CallerMemberName] string name = "") =>
        Add(new Diagnostic(Severity.Warning, Spelling.Kebab(name), at, message, hint) { Other = other });

    private void Info(Location at, string message, string hint = "", string? unread = null, [CallerMemberName] string name = "") =>
        Add(new Diagnostic(Severity.Info, Spelling.Kebab(name), at, message, hint) { Unread = unread });

    /// <summary>For records of another system: the same sentence, but reported and not refused, and listed for the public.</summary>
    private void ErrorOrUnread(bool foreign, Location at, string message, string hint, string written, [CallerMemberName] string name = "", Location? other = null) =>
        Add(new Diagnostic(foreign ? Severity.Warning : Severity.Error, Spelling.Kebab(name), at, message, hint)
        {
            Unread = foreign ? written : null,
            Other = other,
        });

    private void Add(Diagnostic message)
    {
        // Messages end up in logs that others can read, and show lines of the file: of a file that must wait, only that is said.
        if (message.IsAboutEmbargo) unspoken.TryAdd(message.At.Source.Path, true);
        if (message.Severity == Severity.Error) hasErrors = true;
        messages.Enqueue(message);
    }
}
