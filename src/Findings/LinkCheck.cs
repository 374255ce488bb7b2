using PublicLedger.Diagnostics;
using PublicLedger.Records;
using PublicLedger.Sources;

namespace PublicLedger.Findings;

/// <summary>A link in a text that leads nowhere is said where it stands; the page shows its words without the link.</summary>
internal static class LinkCheck
{
    public static void Check(Corpus corpus, LinkIndex links, DiagnosticBag say)
    {
        foreach (var record in corpus.Coalition is { } coalition ? corpus.Records.Prepend(coalition) : corpus.Records)
        {
            foreach (Record text in record is Platform { Versions.IsEmpty: false } platform ? platform.Versions.CastArray<Record>() : [record])
            {
                foreach (var link in text.Body.Links)
                {
                    var target = links.Resolve(text, link);
                    var foreign = text.Core.Foreign;
                    if (target.Kind == LinkKind.Dead) say.LinkDead(foreign, link.At, link.Target, Hint(link.Target, text, corpus));
                    else if (target.Kind == LinkKind.Unsafe) say.LinkUnsafe(foreign, link.At, link.Target);
                    else if (!target.FragmentExists) say.LinkPlaceMissing(foreign, link.At, target.Record!.Title, target.Fragment!, target.Record.Body.Anchors);
                }
            }
        }
    }

    private static string Hint(string target, Record from, Corpus corpus)
    {
        if (target.StartsWith('/')) return "Write the path from this file, for example ../meetings/2026-03-04.md.";
        var name = target.Split('#')[0].Split('/')[^1];
        var near = Spelling.Nearest(name, corpus.Records.Select(r => FileName(r.Core.File.Text.Path)).Distinct(StringComparer.Ordinal));
        if (near is null) return "Write the path from this file to the other file, for example ../meetings/2026-03-04.md.";
        var path = corpus.Records.First(r => FileName(r.Core.File.Text.Path) == near).Core.File.Text.Path;
        return $"Did you mean \"{RelativePath.Between(from.Core.File.Text.Path, path)}\"?";
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
