using System.Text.RegularExpressions;
using PublicLedger.Diagnostics;
using PublicLedger.Documents;
using PublicLedger.Sources;

namespace PublicLedger.Records;

/// <summary>
/// Whether a record must wait. Here alone doubt means no: a key that is only like ours, a date that cannot be read, and front
/// matter that cannot be read at all but speaks of an embargo keep the whole site from being published.
/// </summary>
internal static partial class Embargo
{
    /// <summary>The key.</summary>
    public const string Key = "embargo-until";

    /// <summary>Front matter is not longer than this in any record that speaks of an embargo by itself and not in passing.</summary>
    private const int Top = 4096;

    /// <summary>Whether the record may not be published on a day; reported with no other word of it.</summary>
    public static bool Forbids(Document document, DateOnly today, DiagnosticBag say)
    {
        if (NotRead(document) is { } line)
        {
            say.EmbargoUnclear(line);
            return true;
        }

        foreach (var entry in document.Front.Entries)
        {
            if (!entry.Key.Value.StartsWith("embargo", StringComparison.OrdinalIgnoreCase) || entry.Value is Scalar { IsAbsent: true }) continue;
            if (entry.Key.Value == Key && entry.Value is Scalar written && PartialDate.TryParse(written.Text.Trim(), out var until))
            {
                if (until.Last <= today) continue;
                say.UnderEmbargo(written.At, until.ToString());
            }
            else
            {
                say.EmbargoUnclear(entry.Value.At);
            }

            return true;
        }

        return false;
    }

    /// <summary>A line at the top of the file that looks like the key and did not become one: of front matter that was not understood, or of a form of record without any.</summary>
    private static Location? NotRead(Document document)
    {
        if (document.Front.Entries.Any(e => e.Key.Value.StartsWith("embargo", StringComparison.OrdinalIgnoreCase))) return null;
        var text = document.Source.Text;
        if (!text.AsSpan(0, Math.Min(text.Length, Math.Max(Top, document.BodyStart))).Contains("embargo", StringComparison.OrdinalIgnoreCase)) return null;
        if (Line().Match(text, 0, Math.Min(text.Length, Math.Max(Top, document.BodyStart))) is not { Success: true } found) return null;
        return document.Broken || document.File.Folder.Foreign || found.Index < document.BodyStart ? document.Source.At(found.Index, found.Length) : null;
    }

    [GeneratedRegex(@"^[ \t*>|-]*embargo[ _-]?until[* \t]*:[^\r\n]*", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
